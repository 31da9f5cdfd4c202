/* SPDX-License-Identifier: MIT */
/*
 * What there is to run and in which order: for each target first its canaries, and when they came
 * back the reference program and the cases, rung by rung.
 */
#ifndef HEAPKIT_PLAN_H
#define HEAPKIT_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "judge.h"
#include "suite.h"

struct job {
	const struct program *program;
	struct plan_target *target;
	unsigned attempts;
	unsigned voids;
	unsigned lanes_ended; /* lanes that died while they ran it */
	bool done;
};

/* All jobs of one target. */
struct plan_target {
	const char *name;
	size_t canaries_left;                                  /* without an answer yet */
	unsigned status_good, status_bad, text_good, text_bad; /* canaries by what they said */
	bool decided;                                          /* the canaries are back */
	bool runs;
	struct belief belief;
	double canary_seconds; /* the slowest */
	char *message;         /* why it cannot run, or what is not believed */
	const char *witness;   /* the title of the canary that the message speaks of */
	char *missing;         /* a function that a canary lacks */
};

struct plan {
	struct plan_target *targets;
	size_t target_count;
	struct job *jobs; /* canaries first, then by rung */
	size_t job_count;
	size_t *waiting; /* indices into jobs, in the order to start them */
	size_t waiting_count;
	size_t case_count; /* jobs that are no canaries */
};

/*
 * Plans the programs for which `wanted` says yes, and the canaries of their targets.
 */
void plan_make(struct plan *plan, const struct suite *suite,
	       bool (*wanted)(const struct program *, const void *), const void *data);
void plan_free(struct plan *plan);

/* The next job that can start, taken out of the waiting ones; NULL: none now. */
struct job *plan_next(struct plan *plan);

/*
 * Takes the job of a case out of the waiting ones: its result is known. NULL: it is not waiting.
 */
struct job *plan_take_out(struct plan *plan, const char *case_id, const char *target);

/* Puts a job back, before all others. */
void plan_again(struct plan *plan, struct job *job);

/* Takes a canary's ending into account; decides its target when it was the last one. */
void plan_canary(struct job *job, const struct ending *ending,
		 const struct implementation *implementation);

#endif
