/* SPDX-License-Identifier: MIT */
/*
 * The reference program (reference/process-heaps.c), run as a function inside a case. Its object is
 * the one that the ordinary program is linked from; only the name of its main() differs.
 */
#ifndef HEAPKIT_PROGRAM_H
#define HEAPKIT_PROGRAM_H

/*
 * Runs the program and captures what it prints. Returns what its main() returned, which is the exit
 * status. May be called again; each call forgets the output of the one before.
 */
int run_program(void);

/* What the last run printed on stdout, without CRs; and on stderr. Static, overwritten by a run. */
const char *program_output(void);
const char *program_errors(void);

/* Whether the last run ended as it does when a heap of somebody else appeared between its two
 * calls. */
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

/* The heaps that a successful run listed: the number it printed, and the address of each line. */
struct listed_heaps {
	DWORD number;
	DWORD lines;
	ULONGLONG addresses[512];
};

/*
 * Reads the output of the last run as that of a success: `Process has N heaps.` and lines
 * `Heap I at address: ADDRESS.` numbered from 0, and nothing else; a failure names the line. An
 * address is hexadecimal, with or without 0x. Static, overwritten by the next call.
 */
#define ck_assert_listing(listed_)                                                                 \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_listing(" #listed_ ")", "");                               \
		(listed_) = heapkit_check_listing(&heapkit_here);                                  \
	} while (0)

/* The last run printed exactly this on stdout, and nothing on stderr. */
#define ck_assert_output(text_)                                                                    \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_output(" #text_ ")", "");                                  \
		heapkit_check_output(&heapkit_here, text_);                                        \
	} while (0)

struct heapkit_site;
const struct listed_heaps *heapkit_check_listing(const struct heapkit_site *);
void heapkit_check_output(const struct heapkit_site *, const char *);

#endif
