/* SPDX-License-Identifier: MIT */
/*
 * The reference program (reference/process-heaps.c), run as a function inside a case. Its object is
 * the one that the ordinary program is linked from; only the name of its main() differs.
 *
 * A fault records, and the case asserts when the run is over. require() and ck_assert_… in a fault
 * end the case as everywhere; a run inside attempt() must not fail one.
 */
#ifndef HEAPKIT_PROGRAM_H
#define HEAPKIT_PROGRAM_H

/* ---- Running it ------------------------------------------------------------------------------ */

/*
 * Runs the program and captures what it prints. Returns what its main() returned, which is the exit
 * status. May be called again; each call forgets the output of the one before.
 */
int run_program(void);

/*
 * Whether the program is running now. A fault holds link-wide: the C runtime of a hosted build may
 * call the replaced function too, before and after.
 */
BOOL in_program(void);

/* What the last run printed on stdout, without CRs; and on stderr. Static, overwritten by a run. */
const char *program_output(void);
const char *program_errors(void);

/* How the lines of the last run ended: "LF", "CR LF" or "mixed". */
const char *program_line_ends(void);

/* ---- Runs on real heaps ---------------------------------------------------------------------- */

/* Whether the last run ended as it does when a heap appears between its two calls. */
BOOL heap_appeared(void);

/*
 * runs(n) { … } repeats its body while void_run() ends it, n times at most; then the case is
 * broken. void_run() stands directly in the body.
 */
#define runs(most_) for (heapkit_runs_open(most_); heapkit_runs_next();)
#define void_run()                                                                                 \
	{                                                                                          \
		heapkit_void_run();                                                                \
		continue;                                                                          \
	}

void heapkit_runs_open(unsigned most);
BOOL heapkit_runs_next(void);
void heapkit_void_run(void);

/* ---- Runs on given heaps --------------------------------------------------------------------- */

/* Handles that stand for heaps where no stranger's heap may come and go: 0x10000, 0x20000, … */
enum { GIVEN_HEAPS = 3 };
extern const HANDLE given_heaps[GIVEN_HEAPS];

/*
 * GetProcessHeaps as it is documented, in a process whose heaps are the first `known` given ones:
 * stores as many of them as there is room for and returns `known`. For a FAULT of that function.
 */
DWORD give_heaps(DWORD known, DWORD room, PHANDLE heaps);

/* Keeps in `list` what a call with room for `room` handles stored when it returned `total`. */
void keep_list(struct heap_list *list, DWORD total, DWORD room, const HANDLE *heaps);

/* ---- Judging the output ---------------------------------------------------------------------- */

/* The heaps that a successful run listed: the number it printed, and the address of each line. */
struct listed_heaps {
	DWORD number;
	DWORD lines;
	ULONGLONG addresses[512];
};

/* clang-format off */
/*
 * Reads the output of the last run as that of a success: `Process has N heaps.` and N lines
 * `Heap I at address: ADDRESS.` numbered from 0, and nothing else; a failure names the line. An
 * address is hexadecimal, with or without 0x. Static, overwritten by the next call.
 */
#define ck_assert_listing(listed_)                                                                 \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_listing(" #listed_ ")", "");                               \
		(listed_) = heapkit_check_listing(&heapkit_here, "");                              \
	} while (0)

/* The same where `last_`, a line with its newline, follows the lines of the heaps. */
#define ck_assert_listing_then(listed_, last_)                                                     \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_listing_then(" #listed_ ", " #last_ ")", "");              \
		(listed_) = heapkit_check_listing(&heapkit_here, last_);                           \
	} while (0)

/* The listing holds exactly these handles, in this order. */
#define ck_assert_listed(listed_, heaps_, count_)                                                  \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_listed(" #listed_ ", " #heaps_ ", " #count_ ")", "");      \
		heapkit_check_listed(&heapkit_here, listed_, heaps_, count_);                      \
	} while (0)

/* The last run printed exactly this on stdout, and nothing on stderr. */
#define ck_assert_output(text_)                                                                    \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_output(" #text_ ")", "");                                  \
		heapkit_check_output(&heapkit_here, text_);                                        \
	} while (0)

/* The same where one whole number, which goes to `number_` (LONGLONG), stands in place of %d. */
#define ck_assert_output_number(format_, number_)                                                  \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_output_number(" #format_ ", " #number_ ")", "");           \
		(number_) = heapkit_check_output_number(&heapkit_here, format_);                   \
	} while (0)
/* clang-format on */

struct heapkit_site;
const struct listed_heaps *heapkit_check_listing(const struct heapkit_site *, const char *last);
void heapkit_check_listed(const struct heapkit_site *, const struct listed_heaps *, const HANDLE *,
			  DWORD count);
void heapkit_check_output(const struct heapkit_site *, const char *);
LONGLONG heapkit_check_output_number(const struct heapkit_site *, const char *format);

#endif
