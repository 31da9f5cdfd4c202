/* SPDX-License-Identifier: MIT */
/*
 * Lists of heaps, as ../cases/README.md says a sound case takes them, and heaps of the case's own.
 *
 * On a real Windows an injected DLL or a thread of the loader's pool may make or destroy a heap at
 * any moment. Totals and whole sets are therefore asserted only inside attempt(); own handles and
 * the process heap may be asserted in any list.
 */
#ifndef HEAPKIT_HEAPS_H
#define HEAPKIT_HEAPS_H

enum { HEAP_LIST_ROOM = 512 };

/* What one full call of GetProcessHeaps stored. `count` is what it returned, at most the room. */
struct heap_list {
	DWORD count;
	HANDLE heaps[HEAP_LIST_ROOM];
};

/*
 * A heap of the case's own (HeapCreate). The creation is required. Heaps made or destroyed through
 * these functions are known to attempt(); the case makes at most 600 in all.
 */
HANDLE create_heap(DWORD options, SIZE_T initial_size, SIZE_T maximum_size);

/* `count` growable heaps (0, 0, 0), at most 128. Returns their handles in the order of creation. */
HANDLE *create_heaps(DWORD count);

/* Destroys a heap of the case's own; required to succeed. */
void destroy_heap(HANDLE heap);

/* Tells attempt() of a heap that the case made, or destroyed, by other means. */
void own_heap(HANDLE heap);
void disown_heap(HANDLE heap);

/* One full call into `list`, whose slots are poisoned before. Required to fit and not to fail. */
void full_list(struct heap_list *list);

/*
 * Full calls until two in a row hold the same handles in any order; broken after 20 rounds.
 * Returns a static list, which the next call overwrites. Lists of attempt() are not touched.
 */
const struct heap_list *stable_list(void);

/* How often `heap` is in the list. */
DWORD hits(const struct heap_list *list, HANDLE heap);

/* The first slot that holds `heap`; `list->count` where none does. */
DWORD position(const struct heap_list *list, HANDLE heap);

/* Whether both hold the same handles, each as often, in any order. */
BOOL same_heaps(const struct heap_list *a, const struct heap_list *b);

/*
 * attempt(list) { … } runs its body between two stable lists; `list` is the opening one. If a
 * stranger's heap came or went meanwhile the attempt is void, whatever was asserted, and the body
 * runs again, five times at most; five void attempts are broken. Heaps of the case's own may come
 * and go. A body that destroys a heap makes it as well, since it may run again. Attempts do not
 * nest; no break, return or goto leads out of the body.
 */
#define attempt(list_)                                                                             \
	for (const struct heap_list *list_ =                                                       \
		 heapkit_attempt_open(heapkit_mark(heapkit_attempt_context));                      \
	     list_; list_ = heapkit_attempt_close())

/*
 * heapkit_mark() returns 0, and once more, with 1, for each heapkit_go_back(). Clang has no
 * __builtin_setjmp for this processor: attempt.c has a few lines of assembler.
 */
#ifdef __aarch64__
enum { HEAPKIT_CONTEXT = 13 };
int heapkit_mark(void **context) __attribute__((returns_twice));
void heapkit_go_back(void **context) __attribute__((noreturn));
#else
enum { HEAPKIT_CONTEXT = 5 };
#define heapkit_mark(context_) __builtin_setjmp(context_)
#define heapkit_go_back(context_) __builtin_longjmp(context_, 1)
#endif

extern void *heapkit_attempt_context[HEAPKIT_CONTEXT];
const struct heap_list *heapkit_attempt_open(int again);
const struct heap_list *heapkit_attempt_close(void);

/*
 * Poison: slots that no call has written. Slots are compared as whole handles: a handle may contain
 * a byte of the pattern.
 */
#define POISON ((HANDLE)(ULONG_PTR)0xA5A5A5A5A5A5A5A5ull)
#define poison(array_) heapkit_poison(array_, sizeof(array_) / sizeof((array_)[0]))
void heapkit_poison(HANDLE *slots, size_t count);

/* clang-format off */
/* Slots 0..k-1 have lost their poison; a failure says whether none or only some did. */
#define ck_assert_stored(slots_, k_)                                                               \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_stored(" #slots_ ", " #k_ ")", "");                        \
		heapkit_check_stored(&heapkit_here, slots_, k_);                                   \
	} while (0)
/* Slots from..to-1 keep their poison. */
#define ck_assert_untouched(slots_, from_, to_)                                                    \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_untouched(" #slots_ ", " #from_ ", " #to_ ")", "");        \
		heapkit_check_untouched(&heapkit_here, slots_, from_, to_);                        \
	} while (0)
/* Slots 0..k-1 are all different. */
#define ck_assert_distinct(slots_, k_)                                                             \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_distinct(" #slots_ ", " #k_ ")", "");                      \
		heapkit_check_distinct(&heapkit_here, slots_, k_);                                 \
	} while (0)
/* Slots 0..k-1 are all different and each is in the list. */
#define ck_assert_distinct_members(slots_, k_, list_)                                              \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_distinct_members(" #slots_ ", " #k_ ", " #list_ ")", "");  \
		heapkit_check_members(&heapkit_here, slots_, k_, list_);                           \
		heapkit_check_distinct(&heapkit_here, slots_, k_);                                 \
	} while (0)
/* Both lists hold the same handles, in any order. */
#define ck_assert_same_heaps(got_, want_)                                                          \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_same_heaps(" #got_ ", " #want_ ")", "");                   \
		heapkit_check_same(&heapkit_here, got_, want_);                                    \
	} while (0)
/* clang-format on */

struct heapkit_site;
void heapkit_check_stored(const struct heapkit_site *, const HANDLE *, DWORD);
void heapkit_check_untouched(const struct heapkit_site *, const HANDLE *, DWORD, DWORD);
void heapkit_check_distinct(const struct heapkit_site *, const HANDLE *, DWORD);
void heapkit_check_members(const struct heapkit_site *, const HANDLE *, DWORD,
			   const struct heap_list *);
void heapkit_check_same(const struct heapkit_site *, const struct heap_list *,
			const struct heap_list *);

#endif
