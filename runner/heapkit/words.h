/* SPDX-License-Identifier: MIT */
/*
 * Sentences that all reports share, each without a newline. They hold texts of others as they are:
 * the report makes them visible in its own way.
 */
#ifndef HEAPKIT_WORDS_H
#define HEAPKIT_WORDS_H

#include <stdbool.h>

#include "summary.h"
#include "text.h"

/*
 * "as expected: 212 pass, 12 known deviations, 4 skipped in 3.2 s", or "UNEXPECTED: …",
 * "INTERRUPTED: …"
 */
void words_verdict(const struct summary *summary, struct text *text);

/* "wine-8.0 (Debian 8.0~repack-4)" */
void words_implementation(const struct summary *summary, struct text *text);

/* "heapkit 0.1.0, suite 0123456789abcdef", and the shard where there is one */
void words_kit(const struct summary *summary, struct text *text);

/* "system: Linux, cpus: 2, no address randomisation" */
void words_host(const struct summary *summary, struct text *text);

/* "31 of 34 MUST, 3 of 3 WINDOWS" */
void words_platform(const struct summary *summary, struct text *text);

/* "reference program 21 of 21, SDK 14 of 14"; nothing where the run says nothing of them */
void words_apart(const struct summary *summary, struct text *text);

/* "17/20 ~2 !1 -4"; nothing where nothing ran, and what the marks mean */
void words_cell(const struct cell *cell, struct text *text);
#define WORDS_LEGEND "passed/ran  ~ known deviations  ! unexpected  - skipped"

/* "all 4 targets", or the names of those of the group */
void words_targets(const struct summary *summary, const struct group *group, struct text *text);

/* "GPH-05 GPH-06" */
void words_ids(const json_t *result, struct text *text);

/* "GPH-05 MUST (documentation only): TITLE" */
void words_clause(const struct summary *summary, const char *id, struct text *text);

/* Of an unexpected result: "fixed: take it out of FILE:LINE", "expected fail (FILE:LINE)", or
 * nothing. */
void words_expectation(const json_t *result, struct text *text);

/* Of an element of the footer's "unmatched" and "overdue". */
void words_unmatched(const json_t *entry, struct text *text);
void words_overdue(const json_t *entry, struct text *text);

/* What a target cannot do: "cannot run: MESSAGE"; nothing where all is well. */
void words_target(const json_t *target, struct text *text);

#endif
