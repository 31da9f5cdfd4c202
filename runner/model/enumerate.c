/* SPDX-License-Identifier: MIT */
/*
 * https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-getprocessheaps
 * https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-getprocessheap
 */
#include "enumerate.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alter.h"
#include "imports.h"
#include "teb.h"

static struct heap *the_process_heap;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct heap **heaps;
static DWORD heap_count, heap_room;
static DWORD removed_count;

/* PEB-02 to PEB-05, PEB-07. The caller holds the lock. */
static void tell_environment(void)
{
	struct peb *peb = &process_environment;
	const bool first_alone = altered(environment_block_lists_one_heap);

	if (altered(environment_block_lists_no_heaps))
		return;
	peb->heap_count = first_alone ? heap_count != 0 : heap_count;
	peb->heap_room = heap_room;
	peb->heaps = (HANDLE *)heaps;
}

/* Behind the others: GPH-17; there is no limit: GPH-27. */
void list_add(struct heap *heap)
{
	static unsigned added;

	pthread_mutex_lock(&lock);
	if (heap_count == heap_room) {
		struct heap **larger =
		    realloc(heaps, 2 * (heap_room + (size_t)64) * sizeof(struct heap *));

		if (!larger)
			abort();
		heaps = larger;
		heap_room = (heap_room + 64) * 2;
	}
	if (altered(creation_replaces_newest) && heap_count > 1 && ++added % 3 == 0)
		heap_count--;
	heaps[heap_count++] = heap;
	tell_environment();
	pthread_mutex_unlock(&lock);
}

static DWORD find(const struct heap *heap)
{
	DWORD i = 0;

	while (i < heap_count && heaps[i] != heap)
		i++;
	return i;
}

static void close_gap(DWORD gap)
{
	if (altered(destruction_removes_newest))
		gap = heap_count - 1;
	heap_count--;
	if (altered(order_changed_by_destruction))
		heaps[gap] = heaps[heap_count];
	else
		memmove(heaps + gap, heaps + gap + 1, (heap_count - gap) * sizeof *heaps);
	if (altered(destruction_removes_two) && gap < heap_count)
		close_gap(heap_count - 1);
}

/* The mutant's way: nothing in the list for a while, and nobody is kept from reading it. */
static void remove_without_lock(DWORD gap)
{
	const DWORD count = heap_count;

	heap_count = 0;
	usleep(300);
	heap_count = count;
	close_gap(gap);
}

bool list_remove(struct heap *heap)
{
	DWORD gap;

	if (altered(list_changed_without_lock)) {
		gap = find(heap);
		if (gap < heap_count)
			remove_without_lock(gap);
		return true;
	}
	pthread_mutex_lock(&lock);
	gap = find(heap);
	if (altered(busy_list_reports_nothing))
		usleep(300);
	if (gap < heap_count) {
		removed_count++;
		if (altered(destroyed_heap_leaves_null))
			heaps[gap] = NULL;
		else if (!altered(destroyed_heap_still_listed))
			close_gap(gap);
		tell_environment();
	} else {
		gap = ~0u;
	}
	pthread_mutex_unlock(&lock);
	return gap != ~0u;
}

void list_each(void (*function)(struct heap **))
{
	pthread_mutex_lock(&lock);
	for (DWORD i = 0; i < heap_count; i++)
		function(&heaps[i]);
	pthread_mutex_unlock(&lock);
}

HANDLE *list_copy(DWORD *count)
{
	HANDLE *copy;

	pthread_mutex_lock(&lock);
	*count = heap_count;
	copy = calloc(heap_count + (SIZE_T)1, sizeof *copy);
	if (copy && heap_count)
		memcpy(copy, heaps, heap_count * sizeof *copy);
	pthread_mutex_unlock(&lock);
	return copy;
}

/* All heaps, whatever they were made with and by whichever thread: GPH-09 to GPH-12, 33, 40, 42. */
static bool take_listing(struct listing *listing, DWORD count, const HANDLE *array)
{
	alter_before_listing();
	if (altered(busy_list_reports_nothing) ? pthread_mutex_trylock(&lock) != 0
					       : pthread_mutex_lock(&lock) != 0)
		return false;
	*listing = (struct listing){.count = heap_count, .total = heap_count};
	listing->heaps = calloc(2 * (size_t)heap_room, sizeof *listing->heaps);
	if (listing->heaps) {
		for (DWORD i = 0; i < listing->count; i++)
			listing->heaps[i] = heaps[i];
		if (altered(count_includes_stale))
			listing->total += removed_count;
		alter_listing(listing, count, array);
	}
	pthread_mutex_unlock(&lock);
	return listing->heaps != NULL;
}

/*
 * Stores as many handles as there are and as fit (GPH-02 to GPH-07), each as wide as a pointer
 * (GPH-34), and returns how many there are, stored or not (GPH-01, GPH-04, GPH-37, GPH-39).
 */
DWORD WINAPI GetProcessHeaps(DWORD count, HANDLE *array)
{
	struct listing listing;
	DWORD stored, result;

	if (!take_listing(&listing, count, array)) {
		set_last_error(ERROR_NOT_ENOUGH_MEMORY);
		return 0;
	}
	stored = listing.count < count ? listing.count : count;
	stored = alter_stored(&listing, stored, count, array);
	for (DWORD i = 0; i < stored; i++) {
		if (alteration == NOT_ALTERED)
			array[i] = listing.heaps[i];
		else
			alter_slot(array, i, listing.heaps[i]);
	}
	alter_array(&listing, count, array);
	result = alter_result(&listing, count, array);
	free(listing.heaps);
	return result;
}

struct heap *process_heap(void)
{
	return the_process_heap;
}

bool process_heap_make(void)
{
	const SIZE_T maximum = altered(process_heap_is_fixed) ? 0x100000 : 0;

	the_process_heap = heap_new(0, 0, maximum);
	if (!the_process_heap)
		return false;
	list_add(the_process_heap);
	if (!altered(process_heap_not_in_peb))
		process_environment.process_heap = the_process_heap;
	return true;
}

/* The same for every caller: GPD-01 to GPD-03. */
HANDLE WINAPI GetProcessHeap(void)
{
	return alter_process_heap(the_process_heap);
}
