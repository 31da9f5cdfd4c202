/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { WORKERS = 4, ROUNDS = 20000, HELD = 8 /* blocks of a worker at any moment */ };

/* A slow implementation does fewer rounds; a heap that never comes back must be a failure. */
enum { TIME_TO_WORK = 1000 /* ms per worker */, TIME_TO_STOP = 10000 /* ms */ };

struct marker {
	unsigned char mark;
	const char *problem;
};

static volatile BOOL stop;

static SIZE_T size_of(unsigned round)
{
	return 1 + round % 200;
}

static const char *free_marked(unsigned char *block, SIZE_T size, unsigned char mark)
{
	for (SIZE_T i = 0; i < size; i++)
		if (block[i] != mark)
			return "another worker wrote into a block";
	return HeapFree(GetProcessHeap(), 0, block) ? NULL : "HeapFree returned FALSE";
}

static DWORD WINAPI work(void *argument)
{
	struct marker *worker = argument;
	unsigned char *blocks[HELD];

	for (unsigned round = 0; round < ROUNDS && !stop && !worker->problem; round++) {
		unsigned char **block = &blocks[round % HELD];

		if (round >= HELD)
			worker->problem = free_marked(*block, size_of(round - HELD), worker->mark);
		*block = HeapAlloc(GetProcessHeap(), 0, size_of(round));
		if (!*block)
			worker->problem = "HeapAlloc returned NULL";
		for (SIZE_T i = 0; *block && i < size_of(round); i++)
			(*block)[i] = worker->mark;
	}
	return 0;
}

CASE("GPD-07", "four threads that allocate and free in the default heap keep their blocks apart",
     .time_limit = 30)
{
	static struct marker workers[WORKERS] = {
	    {.mark = 1}, {.mark = 2}, {.mark = 3}, {.mark = 4}};
	HANDLE threads[WORKERS];

	for (unsigned i = 0; i < WORKERS; i++)
		threads[i] = start_thread(work, &workers[i]);
	for (unsigned i = 0; i < WORKERS; i++)
		WaitForSingleObject(threads[i], TIME_TO_WORK);
	stop = TRUE;
	for (unsigned i = 0; i < WORKERS; i++) {
		where("worker", i);
		ck_assert_uint_eq(WaitForSingleObject(threads[i], TIME_TO_STOP), WAIT_OBJECT_0);
		ck_assert_str_eq(workers[i].problem ? workers[i].problem : "none", "none");
	}
}
