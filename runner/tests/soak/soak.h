/* SPDX-License-Identifier: MIT */
/*
 * `make soak`: one run of heapkit over thousands of programs, on fakes that misbehave as
 * fake_choose() says for a seed. The run is watched from outside: its memory, its descriptors, its
 * terminal, what it leaves. Then each line of its results is compared with the table of the fake.
 *
 * Internal to the files of this folder.
 */
#ifndef HEAPKIT_SOAK_H
#define HEAPKIT_SOAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../../heapkit/results.h"
#include "../../heapkit/text.h"

enum { CALM_PER_LANE = 4 /* programs, at either end of the run */, MOST_LANES = 64 };

struct soak {
	/* What was asked for. */
	unsigned count, jobs, memory; /* case runs; lanes; MB that no process may exceed, 0: any */
	uint64_t seed;
	double timeout; /* s of a case */
	const char *heapkit, *fake;

	char *folder; /* of this soak, with everything below */
	char *suite, *state, *fakes, *results;
	unsigned total; /* programs with a result: count, and the calm ones */
	unsigned failed;
};

/* One process of ours, seen from outside. Descriptors: how often so many were open, early and late
 * in the run. */
struct watched {
	int process;
	unsigned peak; /* KB */
	unsigned early[256], late[256];
};

struct watch {
	struct watched runner, lanes[MOST_LANES];
	unsigned lane_count; /* whatever was a child of the runner */
	int status;          /* exit status of the runner; minus the signal; -1000: it got stuck */
	double seconds;
	struct text terminal; /* what came out there */
};

/* One line, `ok - WORDS` or `not ok - WORDS`. */
void soak_verdict(struct soak *soak, bool good, const char *format, ...) PRINTF_LIKE(3, 4);

/* suite.c: programs for every target, which no cross compiler is needed for. */
void suite_make(struct soak *soak);

/* watch.c: starts the run on a terminal of its own and follows it to its end. */
bool watch_run(const struct soak *soak, struct watch *watch, struct error *error);
void watch_judge(struct soak *soak, const struct watch *watch);

/* outcomes.c: compares the results with the table. */
void outcomes_judge(struct soak *soak);

#endif
