/* SPDX-License-Identifier: MIT */
/*
 * What changed from one result to another, case by case. Outcomes are compared, not what was
 * expected of them: a known deviation that is new is worse all the same.
 */
#ifndef HEAPKIT_COMPARE_H
#define HEAPKIT_COMPARE_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

#include "group.h"
#include "results.h"

/* In the order of reports. A failure is every outcome but pass and skip. */
enum change {
	CHANGE_NEWLY_FAILING, /* a failure where none was */
	CHANGE_OTHER_OUTCOME, /* another failure, a pass or a skip for the other */
	CHANGE_OTHER_MESSAGE, /* the same failure or skip for another reason */
	CHANGE_DISAPPEARED,   /* it has no result any more */
	CHANGE_APPEARED,
	CHANGE_NEWLY_PASSING, /* a pass or a skip where a failure was */
	CHANGE_COUNT
};

/* "newly-failing", …; and for people: "newly failing", … */
const char *change_name(enum change change);
const char *change_words(enum change change);

struct comparison {
	const struct results *before, *after;
	const char *before_path, *after_path;
	/*
	 * Objects: "case", "target", "title", "requirements", "change", "worse" (true or false),
	 * "before" and "after" (a case of the results, or null).
	 */
	json_t *changes;
	struct group of[CHANGE_COUNT]; /* the same, apart */
	size_t unchanged;
	size_t worse;
};

/*
 * Borrows results and paths. Worse is: a case that newly fails, a plain failure that became a crash
 * or the like, and a case that passed and disappeared, where the suite is the same or its whole
 * target has no result any more. comparison_free() afterwards.
 */
void comparison_make(struct comparison *comparison, const char *before_path,
		     const struct results *before, const char *after_path,
		     const struct results *after);
void comparison_free(struct comparison *comparison);

/* What a change was and is, "pass" or "fail: MESSAGE"; "no result" for null. */
void words_of_result(const json_t *result, struct text *text);

/* "WORSE: 2 newly failing, 1 disappeared, 1403 unchanged", "nothing got worse: …". */
void words_of_comparison(const struct comparison *comparison, struct text *text);

/* "wine-8.0, heapkit 0.1.0, suite 0123456789abcdef: FILE" */
void words_of_side(const struct results *results, const char *path, struct text *text);

/* Reports, complete. `colour` is the caller's decision. */
void compare_terminal(FILE *stream, const struct comparison *comparison, bool colour);
void compare_markdown(FILE *stream, const struct comparison *comparison);
void compare_json(FILE *stream, const struct comparison *comparison);

#endif
