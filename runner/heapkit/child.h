/* SPDX-License-Identifier: MIT */
/* One process of an implementation: started, limited in time and output, its output collected. */
#ifndef HEAPKIT_CHILD_H
#define HEAPKIT_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uv.h>

/* Bytes that grow; `data` always ends with a NUL that is not counted. */
struct bytes {
	char *data;
	size_t size;
};

struct child;

/* Called once, when the process has ended and its output is complete. The child stays the caller's.
 */
typedef void (*child_done)(struct child *child);

/*
 * Called when the process itself has ended, or has to end: kills what it left behind, so that
 * nobody holds its pipes open.
 */
typedef void (*child_sweep)(struct child *child);

struct child {
	/* Set by the caller before child_start(). */
	uv_loop_t *loop;
	char **command;      /* ends with NULL */
	char **environment;  /* "NAME=VALUE", ends with NULL; NULL: as this process */
	double timeout;      /* seconds, without those in which this process was stopped itself */
	size_t output_limit; /* bytes of each stream; more end the process */
	child_done done;
	child_sweep sweep; /* may be NULL */
	void *data;

	/* What happened; complete when `done` is called. */
	bool started;
	int start_error;    /* of libuv, where it did not start */
	char *start_reason; /* the same for people; NULL where it started */
	bool timed_out;
	bool flooded;
	int64_t status;
	int signal;
	double seconds;
	struct bytes output;
	struct bytes errors;

	/* Its own. */
	uv_process_t process;
	uv_pipe_t pipes[2];
	uv_timer_t timer;
	uint64_t last_time; /* ns */
	unsigned open_handles;
	bool exited;
};

/* Starts it. Where that fails `done` is called as well, later, with `started` false. */
void child_start(struct child *child);

/* Frees what happened: the output and the reason. */
void child_free(struct child *child);

#endif
