/* SPDX-License-Identifier: MIT */
/* Results made in a test, complete as README.md wants them: a test sets what it is about. */
#ifndef HEAPKIT_MAKE_RESULTS_H
#define HEAPKIT_MAKE_RESULTS_H

#include "../heapkit/results.h"

/* A header with requirements P-01 (MUST), P-02 (WINDOWS), R-01 (program), S-01 (sdk). */
json_t *make_header(void);

/* A case that passed as expected, citing P-01. */
json_t *make_case(const char *id, const char *target);

/* Sets the outcome, what was expected (with an expectation at w.yaml:3 where that is no pass) and
 * why. */
void make_ending(json_t *result, const char *outcome, const char *expected, const char *message);

/* Appends it to the results (the reference is taken over) and returns it. */
json_t *make_add(struct results *results, json_t *result);

/* The footer that fits the cases: 1.5 s, nothing unmatched, every target runs. */
json_t *make_footer(const struct results *results);

/* Sets a key to a text. */
void make_text(json_t *object, const char *key, const char *text);

/*
 * Header, three cases and a footer: area/one passes for a-bare and fails as expected for b-bare;
 * area/two is skipped.
 */
void make_results(struct results *results);

/* One of everything, unexpected and not, in two areas and on three targets of which one cannot run.
 */
void make_mixture(struct results *results);

/* What a file holds, as a string that the caller frees. */
char *make_contents(const char *path);

/* What a report prints, as a string that the caller frees. */
char *make_report(const struct results *results, void (*print)(FILE *, const struct results *));

/* Compares texts and says where they part: a whole report is too much to look through. */
void assert_text(const char *got, const char *want);
void assert_report(const struct results *results, void (*print)(FILE *, const struct results *),
		   const char *want);

/* Writes the results to a file in the scratch folder and returns its path. */
const char *make_file(const struct results *results, const char *name);

#endif
