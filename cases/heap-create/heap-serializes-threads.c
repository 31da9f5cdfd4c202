/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { USERS = 4, ROUNDS = 150000, HELD = 8 /* blocks of a thread at any moment */ };

/* A slow implementation does fewer rounds; a heap that never comes back must be a failure. */
enum { TIME_TO_WORK = 1000 /* ms per thread */ };

struct user {
	unsigned char mark;
	const char *problem;
};

static HANDLE heap, start;
static volatile BOOL stop;

static SIZE_T size_of(unsigned round)
{
	return 1 + round % 200;
}

/* Only the ends are marked, so that the threads spend their time where they can meet. */
static void use(struct user *user, unsigned char **block, unsigned round)
{
	const SIZE_T size = size_of(round);

	if (round >= HELD) {
		const SIZE_T old_size = size_of(round - HELD);

		if ((*block)[0] != user->mark || (*block)[old_size - 1] != user->mark)
			user->problem = "another thread wrote into a block";
		else if (!HeapFree(heap, 0, *block))
			user->problem = "HeapFree returned FALSE";
	}
	*block = HeapAlloc(heap, 0, size);
	if (*block)
		(*block)[0] = (*block)[size - 1] = user->mark;
	else
		user->problem = "HeapAlloc returned NULL";
}

static DWORD WINAPI work(void *argument)
{
	struct user *user = argument;
	unsigned char *blocks[HELD];

	WaitForSingleObject(start, INFINITE);
	for (unsigned round = 0; round < ROUNDS && !stop && !user->problem; round++)
		use(user, &blocks[round % HELD], round);
	return 0;
}

CASE("HCR-21", "four threads that allocate and free in one private heap keep their blocks apart",
     .time_limit = 30)
{
	static struct user users[USERS] = {{.mark = 1}, {.mark = 2}, {.mark = 3}, {.mark = 4}};
	HANDLE threads[USERS];

	heap = create_heap(0, 0, 0);
	start = make_event(TRUE);
	for (unsigned i = 0; i < USERS; i++)
		threads[i] = start_thread(work, &users[i]);
	SetEvent(start);
	for (unsigned i = 0; i < USERS; i++)
		WaitForSingleObject(threads[i], TIME_TO_WORK);
	stop = TRUE;
	for (unsigned i = 0; i < USERS; i++) {
		where("user", users[i].mark);
		ck_assert_goes_on(threads[i]);
		ck_assert_str_eq(users[i].problem ? users[i].problem : "none", "none");
	}
}
