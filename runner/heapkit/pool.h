/* SPDX-License-Identifier: MIT */
/* The lanes of a run, as the runner sees them. */
#ifndef HEAPKIT_POOL_H
#define HEAPKIT_POOL_H

#include <jansson.h>
#include <stdbool.h>
#include <uv.h>

#include "implementation.h"
#include "lines.h"
#include "suite.h"
#include "wine.h"

struct pool;

struct lane_link {
	struct pool *pool;
	unsigned number;
	unsigned generation; /* a lane that was lost is started anew */
	unsigned deaths;     /* since it last gave an answer, that no job is known for */
	uv_process_t process;
	uv_pipe_t input, output;
	struct line_splitter lines;
	bool alive, ready;
	unsigned jobs;   /* that it has not answered */
	double longest;  /* of their time limits, s */
	double silence;  /* s since it answered */
	unsigned closed; /* of its three handles */
};

struct pool {
	/* Set by the caller before pool_run(). */
	uv_loop_t *loop;
	char *program;      /* this heapkit */
	char **command;     /* how a lane starts; NULL: the program alone */
	const char *folder; /* of the run; NULL: nothing is kept in one */
	unsigned count;
	bool fixed_addresses;
	json_t *environment;     /* object name -> value */
	const struct wine *wine; /* NULL: no Wine */
	void *data;
	/* A lane can take jobs. */
	void (*ready)(void *data, unsigned lane, const json_t *facts);
	/* A lane cannot work at all. */
	void (*failed)(void *data, unsigned lane, const char *why);
	void (*answered)(void *data, unsigned lane, const json_t *answer);
	/*
	 * A lane is gone and starts anew: the jobs it had are the caller's again. Returns whether
	 * the caller holds it against one of them; a lane that dies three times for no such reason
	 * is a failed one.
	 */
	bool (*lost)(void *data, unsigned lane);

	/* Its own. */
	struct lane_link *lanes;
	uv_signal_t signals[3];
	uv_timer_t patience, watch;
	bool stopping;
	int interrupted; /* the signal that stopped it; 0: none */
};

/* The CPU that is a lane's own, as long as there are enough of them; else -1. */
int pool_cpu(const struct pool *pool, unsigned lane);

/* Starts the lanes and runs the loop until pool_stop() or a signal has ended them all. */
void pool_run(struct pool *pool);

/* A lane that is silent for much longer than the job may take is killed, and so lost. */
void pool_submit(struct pool *pool, unsigned lane, const json_t *job);

/* The implementation's command with the program in the place of {exe}, or at the end; a new array.
 */
json_t *pool_command(const struct implementation *implementation, const struct program *program);

/* Closes the lanes' input: each kills what it runs, cleans up and ends; the loop then runs out. */
void pool_stop(struct pool *pool);

void pool_free(struct pool *pool);

#endif
