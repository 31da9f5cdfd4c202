/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { THREADS = 4, ROUNDS = 10000, HELD = 4 /* blocks of a thread at any moment */ };

struct allocator {
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
			return "another thread wrote into a block";
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
	struct allocator *const allocator = argument;

	for (unsigned i = 0; i < ROUNDS && !allocator->problem; i++)
		allocator->problem =
		    replace(&allocator->blocks[i % HELD], &allocator->sizes[i % HELD],
			    1 + next_random(&allocator->seed) % 2000);
	return 0;
}

CASE("HAL-19", "four threads that allocate and free in one private heap keep their blocks apart",
     .time_limit = 30)
{
	static struct allocator allocators[THREADS] = {
	    {.seed = 1}, {.seed = 2}, {.seed = 3}, {.seed = 4}};
	HANDLE threads[THREADS];

	heap = create_heap(0, 0, 0);
	for (unsigned i = 0; i < THREADS; i++)
		threads[i] = start_thread(work, &allocators[i]);
	for (unsigned i = 0; i < THREADS; i++) {
		where("thread", i);
		ck_assert_goes_on(threads[i]);
		ck_assert_str_eq(allocators[i].problem ? allocators[i].problem : "none", "none");
	}
	ck_assert(HeapValidate(heap, 0, NULL));
}
