/* SPDX-License-Identifier: MIT */
#ifndef HEAPKIT_OUTCOME_H
#define HEAPKIT_OUTCOME_H

#include <stdbool.h>

/* How a case ended on an implementation. */
enum outcome {
	OUTCOME_PASS,
	OUTCOME_FAIL,
	OUTCOME_SKIP,          /* the clause does not apply here */
	OUTCOME_BROKEN,        /* its set-up failed: nothing is said about the clause */
	OUTCOME_UNIMPLEMENTED, /* the implementation lacks a function the case calls */
	OUTCOME_CRASH,         /* ended without one clear verdict */
	OUTCOME_TIMEOUT,
	OUTCOME_COUNT
};

/* "pass", "fail", … as in results and expectations. */
const char *outcome_name(enum outcome outcome);

/* The outcome of that name. Returns false for an unknown one. */
bool outcome_parse(const char *name, enum outcome *outcome);

/* A skip is never unexpected; every other difference is. */
bool outcome_is_unexpected(enum outcome outcome, enum outcome expected);

#endif
