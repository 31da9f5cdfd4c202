/* SPDX-License-Identifier: MIT */
/*
 * What all reports say of results, computed once: figures, and results that have something in
 * common. All of it stands in an order of its own (by name), not in that of the run: two reports
 * can be compared.
 */
#ifndef HEAPKIT_SUMMARY_H
#define HEAPKIT_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>

#include "group.h"
#include "outcome.h"
#include "results.h"

struct names {
	char **names; /* sorted, each once */
	size_t count;
};

/* One area on one target. */
struct cell {
	unsigned ran;        /* all but the skipped ones */
	unsigned passed;     /* of those */
	unsigned known;      /* known deviations */
	unsigned unexpected; /* also a known deviation that passes */
	unsigned skipped;
};

/* Requirements of one kind: met, of those that a case which ran cites. */
struct share {
	unsigned met;
	unsigned judged;
};

enum share_of { SHARE_MUST, SHARE_WINDOWS, SHARE_PROGRAM, SHARE_SDK, SHARE_COUNT };

struct summary {
	const struct results *results;
	struct group all;
	struct names targets; /* that have results */
	struct names areas;
	struct cell *cells; /* by area, then by target */
	struct cell total;
	unsigned
	    unexpected[OUTCOME_COUNT];    /* by outcome; a pass: a known deviation that is fixed */
	struct share shares[SHARE_COUNT]; /* the first two are the platform's */
	struct groups deviations;         /* known ones, by expectation */
	struct groups surprises;          /* unexpected: the same case with the same message, or
					     the same thing unimplemented, whatever the case */
	struct groups skips;              /* by reason */
	struct groups flaky;              /* tried more than once: by case, outcome and attempts */
};

/* Borrows the results. summary_free() afterwards. */
void summary_make(struct summary *summary, const struct results *results);
void summary_free(struct summary *summary);

const struct cell *summary_cell(const struct summary *summary, size_t area, size_t target);

/* Adds a result to the figures. */
void cell_count(struct cell *cell, const json_t *result);

/* The part of a case's id before the slash. The caller frees it. */
char *area_of(const json_t *result);

/* An element of the footer, or NULL in an interrupted run. */
const json_t *summary_footer(const struct summary *summary, const char *key);

/* A text of the header's "implementation". */
const char *summary_implementation(const struct summary *summary, const char *key);

/* What the header says of a requirement, or NULL. */
const json_t *summary_requirement(const struct summary *summary, const char *id);

#endif
