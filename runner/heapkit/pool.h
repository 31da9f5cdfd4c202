/* SPDX-License-Identifier: MIT */
/* The lanes of a run, as the runner sees them. */
#ifndef HEAPKIT_POOL_H
#define HEAPKIT_POOL_H

#include <jansson.h>
#include <stdbool.h>
#include <uv.h>

#include "lines.h"
#include "wine.h"

struct pool;

struct lane_link {
	struct pool *pool;
	unsigned number;
	unsigned generation; /* a lane that was lost is started anew */
	uv_process_t process;
	uv_pipe_t input, output;
	struct line_splitter lines;
	bool alive, ready;
	unsigned closed; /* of its three handles */
};

struct pool {
	/* Set by the caller before pool_start(). */
	uv_loop_t *loop;
	char *program;      /* this heapkit */
	const char *folder;  /* of the run */
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
	/* A lane is gone and starts anew: the jobs it had are the caller's again. */
	void (*lost)(void *data, unsigned lane);

	/* Its own. */
	struct lane_link *lanes;
	bool stopping;
};

void pool_start(struct pool *pool);
void pool_submit(struct pool *pool, unsigned lane, const json_t *job);

/* Closes the lanes' input: each kills what it runs, cleans up and ends; the loop then runs out. */
void pool_stop(struct pool *pool);

void pool_free(struct pool *pool);

#endif
