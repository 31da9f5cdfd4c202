/* SPDX-License-Identifier: MIT */
/*
 * Global and local memory: blocks of the process heap, by pointer or behind a handle. A handle is
 * the address of the field that holds the pointer; blocks of a heap are never aligned like it.
 * Pages: https://learn.microsoft.com/windows/win32/memory/global-and-local-functions and
 * https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-globalalloc with its siblings.
 */
#include "global.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "alter.h"
#include "enumerate.h"
#include "imports.h"
#include "teb.h"

#define IN_USE ((uintptr_t)0x6C0BA1B1)

enum { MOVEABLE = 2, ZEROINIT = 0x40, MODIFY = 0x80 };

struct movable {
	uintptr_t state;
	void *memory; /* NULL: of size 0, or discarded. The handle is the address of this. */
	DWORD locks;
};

/* One lock for all handles, none for fixed blocks: those are the heap's business. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* The variant's numbers for what has a handle: 4 for the first, below every address. */
enum { MOST_NUMBERS = 0x8000 };

static struct movable *numbered[MOST_NUMBERS];

static void *number_for(struct movable *movable)
{
	for (uintptr_t i = 1; i < MOST_NUMBERS; i++)
		if (!numbered[i]) {
			numbered[i] = movable;
			return (void *)(4 * i);
		}
	return NULL;
}

static struct movable *movable_with_number(uintptr_t number)
{
	return number / 4 < MOST_NUMBERS ? numbered[number / 4] : NULL;
}

/* NULL where it is no handle but the address of a fixed block. */
static struct movable *movable_of(void *handle)
{
	struct movable *movable =
	    (struct movable *)((uintptr_t)handle - offsetof(struct movable, memory));

	if (altered(movable_handles_are_numbers))
		return movable_with_number((uintptr_t)handle);
	return (uintptr_t)handle % HEAP_ALIGNMENT == sizeof(void *) && movable->state == IN_USE
		   ? movable
		   : NULL;
}

static void *handle_for(struct movable *movable)
{
	void *handle = &movable->memory;

	if (altered(movable_handles_are_numbers)) {
		pthread_mutex_lock(&lock);
		handle = number_for(movable);
		pthread_mutex_unlock(&lock);
	}
	return handle;
}

static void *new_movable(const struct request *request)
{
	struct movable *movable;

	_Static_assert(offsetof(struct movable, memory) == sizeof(void *), "tells it from a block");
	if (posix_memalign((void **)&movable, HEAP_ALIGNMENT, sizeof *movable) != 0) {
		set_last_error(ERROR_NOT_ENOUGH_MEMORY);
		return NULL;
	}
	*movable = (struct movable){.state = IN_USE};
	if (request->size) {
		movable->memory = global_take(request);
		if (!movable->memory) {
			free(movable);
			return NULL;
		}
	}
	return handle_for(movable);
}

/* GLB-06, GLB-07, GLB-09, GLB-10. */
static void *allocate(enum family family, DWORD flags, SIZE_T size)
{
	const struct request request = {family, flags & MOVEABLE, flags & ZEROINIT, size};

	return request.is_movable ? new_movable(&request) : global_take(&request);
}

void *WINAPI GlobalAlloc(DWORD flags, SIZE_T size)
{
	/* GLB-10: a fixed block always has a byte. */
	return allocate(GLOBAL, flags, size || flags & MOVEABLE ? size : 1);
}

void *WINAPI LocalAlloc(DWORD flags, SIZE_T size)
{
	return allocate(LOCAL, flags, size);
}

/* GLB-08, GLB-11: NULL is a success, and nothing to free is one, too. */
static void *release(enum family family, void *handle)
{
	struct movable *movable;
	bool good;

	if (!handle)
		return alter_released_null(family);
	pthread_mutex_lock(&lock);
	movable = movable_of(handle);
	if (movable) {
		good = !movable->memory || global_give(movable->memory);
		movable->state = 0;
		if (altered(movable_handles_are_numbers))
			numbered[(uintptr_t)handle / 4] = NULL;
		free(movable);
	} else {
		good = global_give(handle);
	}
	pthread_mutex_unlock(&lock);
	if (good)
		return alter_released(family, handle, movable != NULL);
	set_last_error(ERROR_INVALID_HANDLE);
	return handle;
}

void *WINAPI GlobalFree(void *handle)
{
	return release(GLOBAL, handle);
}

void *WINAPI LocalFree(void *handle)
{
	return release(LOCAL, handle);
}

/* GLB-02, GLB-10. */
static SIZE_T size_of(enum family family, void *handle)
{
	struct movable *movable;
	SIZE_T size = 0;
	void *memory;

	pthread_mutex_lock(&lock);
	movable = movable_of(handle);
	memory = movable ? movable->memory : handle;
	if (memory)
		size = global_size(memory);
	pthread_mutex_unlock(&lock);
	if (size != ~(SIZE_T)0)
		return alter_global_size(family, movable != NULL, size);
	set_last_error(ERROR_INVALID_HANDLE);
	return 0;
}

SIZE_T WINAPI GlobalSize(void *handle)
{
	return size_of(GLOBAL, handle);
}

SIZE_T WINAPI LocalSize(void *handle)
{
	return size_of(LOCAL, handle);
}

/* A fixed block is where it is, locked or not. */
void *WINAPI GlobalLock(void *handle)
{
	struct movable *movable;
	void *memory = handle;

	pthread_mutex_lock(&lock);
	movable = movable_of(handle);
	if (movable) {
		memory = movable->memory;
		movable->locks += memory != NULL;
	}
	pthread_mutex_unlock(&lock);
	if (!memory)
		set_last_error(handle ? ERROR_DISCARDED : ERROR_INVALID_HANDLE);
	return memory;
}

void *WINAPI LocalLock(void *handle)
{
	return GlobalLock(handle);
}

/* Whether it is still locked; where it no longer is, the last error says that this is none. */
static BOOL unlock(void *handle, BOOL fixed)
{
	struct movable *movable;
	BOOL locked = fixed;

	pthread_mutex_lock(&lock);
	movable = movable_of(handle);
	if (movable) {
		set_last_error(movable->locks ? 0 : ERROR_NOT_LOCKED);
		movable->locks -= movable->locks != 0;
		locked = movable->locks != 0;
	} else if (!fixed) {
		set_last_error(ERROR_NOT_LOCKED);
	}
	pthread_mutex_unlock(&lock);
	return locked;
}

BOOL WINAPI GlobalUnlock(void *handle)
{
	return unlock(handle, TRUE);
}

BOOL WINAPI LocalUnlock(void *handle)
{
	return unlock(handle, FALSE);
}

/* What is locked, or fixed, moves only where the flag allows it. */
static void *resize(enum family family, void *handle, SIZE_T size, DWORD flags)
{
	struct request request = {family, false, flags & ZEROINIT, size};
	const DWORD heap_flags = (flags & ZEROINIT ? HEAP_ZERO_MEMORY : 0);
	struct movable *movable;
	void *moved;

	if (flags & MODIFY)
		return handle;
	pthread_mutex_lock(&lock);
	movable = movable_of(handle);
	request.is_movable = movable != NULL;
	if (movable && !movable->memory)
		moved = movable->memory = global_take(&request);
	else
		moved = global_resize(movable ? movable->memory : handle,
				      flags & MOVEABLE || (movable && !movable->locks)
					  ? heap_flags
					  : heap_flags | HEAP_REALLOC_IN_PLACE_ONLY,
				      size);
	if (movable && moved)
		movable->memory = moved;
	pthread_mutex_unlock(&lock);
	return movable && moved ? handle : moved;
}

void *WINAPI GlobalReAlloc(void *handle, SIZE_T size, DWORD flags)
{
	return resize(GLOBAL, handle, size, flags);
}

void *WINAPI LocalReAlloc(void *handle, SIZE_T size, DWORD flags)
{
	return resize(LOCAL, handle, size, flags);
}
