/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

enum { BLOCKS = 8 };

static HANDLE heap, is_locked;
static void *block_of_worker;

static DWORD WINAPI allocate(void *unused)
{
	(void)unused;
	WaitForSingleObject(is_locked, INFINITE);
	block_of_worker = HeapAlloc(heap, 0, 0x5000);
	return 0;
}

CASE("HWK-19", "a walk under the heap's lock is whole while another thread waits to allocate",
     .time_limit = 30)
{
	static struct walk walk;
	void *blocks[BLOCKS];
	HANDLE worker;

	heap = create_heap(0, 0, 0);
	for (int i = 0; i < BLOCKS; i++)
		blocks[i] = make_block(heap, 0x5000 + (SIZE_T)i * 0x600);
	is_locked = make_event(TRUE);
	worker = start_thread(allocate, NULL);
	require(HeapLock(heap));
	SetEvent(is_locked);
	WaitForSingleObject(worker, PATIENCE_TO_WAIT);
	walk_heap(&walk, heap);
	require(HeapUnlock(heap));
	ck_assert_error_eq(walk.error, ERROR_NO_MORE_ITEMS);
	for (int i = 0; i < BLOCKS; i++) {
		where("block", i);
		ck_assert_uint_eq(busy_hits(&walk, blocks[i]), 1);
	}
	where("block", "of the worker");
	ck_assert_goes_on(worker);
	require(block_of_worker != NULL);
	ck_assert_uint_eq(busy_hits(&walk, block_of_worker), 0);
}
