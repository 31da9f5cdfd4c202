/* SPDX-License-Identifier: MIT */
/*
 * Where the time of a run goes, for --profile: what the clock says between the stages of a run,
 * and whose processor time it was.
 */
#ifndef HEAPKIT_PROFILE_H
#define HEAPKIT_PROFILE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* A run ends where the one before begins. */
enum stage { STAGE_OPENING, STAGE_LANES, STAGE_CANARIES, STAGE_CASES, STAGE_CLOSING, STAGES };

/* Processor times in seconds, as a lane reports them of itself. */
struct lane_times {
	double own;
	double waited;   /* of the children that have ended and were waited for */
	double services; /* of those, before the first program */
};

struct profile {
	uint64_t begin, ends[STAGES]; /* ns */
	struct lane_times *lanes;
	unsigned lane_count;
	double lost;     /* s, of lanes that are gone */
	double children; /* s, of the runner, before the first lane */
	double busy;     /* s, of all lanes, in which a program ran */
	size_t launches;
};

/* Seconds of processor time that this process took. */
double profile_own_time(void);

void profile_begin(struct profile *profile);

/* Before the first lane starts. */
void profile_open(struct profile *profile, unsigned lanes);

/* A stage ends now, or again: the last time counts. */
void profile_end(struct profile *profile, enum stage stage);

/* What a lane says when it is ready, and with each answer. */
void profile_take_ready(struct profile *profile, unsigned lane, const json_t *facts);
void profile_take_answer(struct profile *profile, unsigned lane, const json_t *answer);

/* When all lanes are gone. */
void profile_print(const struct profile *profile, FILE *stream);

void profile_free(struct profile *profile);

#endif
