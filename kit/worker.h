/* SPDX-License-Identifier: MIT */
/*
 * A second thread that does one thing when it is told to, for cases about locks: between a lock and
 * its unlock no thread may be started.
 *
 *   struct worker other = {.act = allocate, .heap = heap};
 *
 *   prepare_worker(&other);
 *   require(HeapLock(heap));
 *   begin_work(&other);
 *   ck_assert_waits(other.done);
 */
#ifndef HEAPKIT_WORKER_H
#define HEAPKIT_WORKER_H

struct worker {
	/* The case's: what the thread does, with what, and what came of it. `act` must not assert.
	 */
	void (*act)(struct worker *);
	HANDLE heap;
	void *block;
	BOOL succeeded;

	/* Set after `act` has returned, and from then on. */
	HANDLE done;

	/* The kit's own. */
	HANDLE told, begun;
};

/* Starts the thread, which waits; required. The object must live as long as the thread does. */
void prepare_worker(struct worker *worker);

/* Lets the thread act; returns when it is just about to (required within 10 s). */
void begin_work(struct worker *worker);

/* Whether the thread has acted; gives it `milliseconds`. For what is recorded and not judged. */
BOOL is_done(const struct worker *worker, DWORD milliseconds);

#endif
