/* SPDX-License-Identifier: MIT */
/*
 * The ladder: how far an implementation has come, and which imports would bring it furthest. It is
 * made of results alone.
 *
 * A rung is climbed when each of its functions stands in a case that passed. An implementation
 * stands on the highest climbed rung below which no rung is open; what works above is counted all
 * the same.
 */
#ifndef HEAPKIT_LADDER_H
#define HEAPKIT_LADDER_H

#include "group.h"
#include "results.h"
#include "rung.h"

/* What results show of a function: of all targets that ran, the worst. */
enum ladder_state {
	LADDER_UNKNOWN, /* only skipped cases import it */
	LADDER_WORKS,   /* a case that imports it passed */
	LADDER_FAILS,   /* cases that import it come to a verdict; none passes */
	LADDER_BLOCKED, /* every case that imports it lacks something else first */
	LADDER_SILENT,  /* cases that import it crash or hang; none comes to a verdict */
	LADDER_MISSING  /* the implementation says so */
};

struct ladder_function {
	const char *name; /* borrowed from the results */
	unsigned rung;    /* its own, or that of the lowest case that imports it */
	enum ladder_state state;
};

struct ladder_rung {
	bool climbed;
	unsigned functions, working; /* that were tried, and those that work */
	unsigned ran, passed;        /* results whose highest import stands here */
};

/* An import to implement, counted when all steps before it have been taken. */
struct ladder_step {
	const struct ladder_function *function;
	unsigned unlocks;     /* cases that lack nothing else, as far as is known */
	unsigned waiting;     /* cases that lack it */
	struct group results; /* of those cases */
};

struct ladder {
	unsigned rung; /* where it stands; 0: nothing runs */
	bool known;    /* what the cases import; not in files of earlier versions */
	struct ladder_rung rungs[RUNG_COUNT];
	struct ladder_function *functions; /* by name */
	size_t function_count;
	struct ladder_step *steps; /* the most valuable first */
	size_t step_count;
};

/* Borrows the results. ladder_free() afterwards. */
void ladder_make(struct ladder *ladder, const struct results *results);
void ladder_free(struct ladder *ladder);

/*
 * The standing in one sentence: "rung 8 of 10 (locks and threads); next: HeapQueryInformation,
 * HeapWalk". At most three imports are named.
 */
void ladder_words(const struct ladder *ladder, struct text *text);

/* The whole ladder for a terminal; `colour` is the caller's decision. */
void ladder_print(FILE *stream, const struct ladder *ladder, const struct results *results,
		  bool colour);

#endif
