/* SPDX-License-Identifier: MIT */
/* Results made readable. Each function prints complete results to the stream. */
#ifndef HEAPKIT_REPORT_H
#define HEAPKIT_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "results.h"

/* TAP 14: a test point for each case and target; known deviations are `# TODO`. */
void report_tap(FILE *stream, const struct results *results);

/* JUnit XML: a testsuite for each target, a testcase for each case. */
void report_junit(FILE *stream, const struct results *results);

/* GitHub-flavoured Markdown, for a step summary. */
void report_markdown(FILE *stream, const struct results *results);

/* The same of several runs, each named: in Markdown side by side, with what differs or deviates. */
void report_tap_all(FILE *stream, const struct results *results, size_t count);
void report_junit_all(FILE *stream, const struct results *results, size_t count);
void report_markdown_all(FILE *stream, const struct results *results, size_t count);

/* One JSON object: for each run its lines, and what the reports compute from them. */
void report_json(FILE *stream, const struct results *results, size_t count);

/* One HTML file that needs nothing else: runs side by side, case by case. */
void report_html(FILE *stream, const struct results *results, size_t count);

/*
 * What `heapkit run` prints at its end: a table by area and target, the known deviations with their
 * reasons, then each unexpected result with title, clause, got, want, file:line and the command
 * that repeats it, and a last line with the verdict. `colour` is the caller's decision.
 */
void report_terminal(FILE *stream, const struct results *results, bool colour);

/* The last lines of what a case printed, as far as that report shows them; "": none. */
const char *report_last_lines(const json_t *result);

#endif
