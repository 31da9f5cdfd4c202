/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { WORKERS = 4, ROUNDS = 10000, HELD = 4 /* blocks of a worker at any moment */ };

struct worker {
	DWORD seed;
	const char *problem;
	unsigned char *blocks[HELD];
	DWORD sizes[HELD];
};

static HANDLE heap;

/* Filled with the low byte of its size, which differs from what most other blocks hold. */
static const char *replace(unsigned char **block, DWORD *size, DWORD new_size)
{
	for (DWORD i = 0; *block && i < *size; i++)
		if ((*block)[i] != (unsigned char)*size)
			return "another worker wrote into a block";
	if (*block && !HeapFree(heap, 0, *block))
		return "HeapFree returned FALSE";
	*size = new_size;
	*block = HeapAlloc(heap, 0, new_size);
	if (!*block)
		return "HeapAlloc returned NULL";
	fill_bytes(*block, new_size, (unsigned char)new_size);
	return NULL;
}

static DWORD WINAPI work(void *argument)
{
	struct worker *const worker = argument;

	for (unsigned i = 0; i < ROUNDS && !worker->problem; i++)
		worker->problem = replace(&worker->blocks[i % HELD], &worker->sizes[i % HELD],
					  1 + next_random(&worker->seed) % 2000);
	return 0;
}

CASE("HAL-19", "four threads that allocate and free in the process heap keep their blocks apart",
     .time_limit = 30)
{
	static struct worker workers[WORKERS] = {
	    {.seed = 1}, {.seed = 2}, {.seed = 3}, {.seed = 4}};
	HANDLE threads[WORKERS];

	heap = GetProcessHeap();
	for (unsigned i = 0; i < WORKERS; i++)
		threads[i] = start_thread(work, &workers[i]);
	for (unsigned i = 0; i < WORKERS; i++) {
		where("worker", i);
		ck_assert_goes_on(threads[i]);
		ck_assert_str_eq(workers[i].problem ? workers[i].problem : "none", "none");
	}
	ck_assert(HeapValidate(heap, 0, NULL));
}
