/* SPDX-License-Identifier: MIT */
/*
 * A list of reservations, each with the protection of every page; 0 is a page that is not
 * committed. Pages:
 * https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtualalloc and the pages
 * of its siblings.
 */
#include "virtual.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "alter.h"
#include "imports.h"
#include "teb.h"

struct reservation {
	struct reservation *next;
	unsigned char *base;
	SIZE_T pages;
	DWORD type;
	DWORD allocation_protection;
	BYTE protections[]; /* one for each page; 0: reserved only */
};

/* Half the address space of 32 bits, 4 TB of 64: more is impossible, and not to be counted in. */
#define MOST_PAGES ((SIZE_T)1 << (sizeof(SIZE_T) == 8 ? 30 : 19))

static struct reservation *reservations; /* by address, ascending */
static void *last_released;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* -1 where it is no protection that the model knows. */
static int host_protection(DWORD protection)
{
	switch (protection) {
	case 0:
	case PAGE_NOACCESS:
		return PROT_NONE;
	case PAGE_READONLY:
		return PROT_READ;
	case PAGE_READWRITE:
		return PROT_READ | PROT_WRITE;
	case PAGE_EXECUTE:
		return PROT_EXEC;
	case PAGE_EXECUTE_READ:
		return PROT_READ | PROT_EXEC;
	case PAGE_EXECUTE_READWRITE:
		return PROT_READ | PROT_WRITE | PROT_EXEC;
	default:
		return -1;
	}
}

/* Memory of the host at a multiple of 64 KB: more than is needed, cut at both ends. */
static unsigned char *map_aligned(SIZE_T size)
{
	unsigned char *raw, *aligned;
	SIZE_T before;

	if (size > SIZE_MAX - GRANULARITY)
		return NULL;
	raw = mmap(NULL, size + GRANULARITY, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
		   -1, 0);
	if (raw == MAP_FAILED)
		return NULL;
	aligned = (unsigned char *)ROUNDED_UP((uintptr_t)raw, GRANULARITY);
	before = (SIZE_T)(aligned - raw);
	if (before)
		munmap(raw, before);
	munmap(aligned + size, GRANULARITY - before);
	return aligned;
}

static unsigned char *map_at(void *wanted, SIZE_T size)
{
	unsigned char *at =
	    mmap(wanted, size, PROT_NONE,
		 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);

	if (at == MAP_FAILED)
		return NULL;
	if (at != wanted) { /* a kernel that takes the flag for a hint */
		munmap(at, size);
		return NULL;
	}
	return at;
}

/* Where a variant wants it: low, or at an address that was just given back. */
static unsigned char *map_altered(SIZE_T size)
{
	static uintptr_t low = 0x10000000;
	unsigned char *at = NULL;

	if (altered(handles_come_back) && last_released)
		at = map_at(last_released, size);
	for (; altered(addresses_below_2gb) && !at && low + size < 0x70000000; low += GRANULARITY)
		at = map_at((void *)low, size);
	return at ? at : map_aligned(size);
}

static void insert(struct reservation *reservation)
{
	struct reservation **link = &reservations;

	pthread_mutex_lock(&lock);
	while (*link && (*link)->base < reservation->base)
		link = &(*link)->next;
	reservation->next = *link;
	*link = reservation;
	pthread_mutex_unlock(&lock);
}

void *virtual_reserve(void *wanted, SIZE_T size, DWORD protection, DWORD type)
{
	const SIZE_T pages = size / PAGE_BYTES + (size % PAGE_BYTES != 0);
	struct reservation *reservation;

	if (pages == 0 || pages > MOST_PAGES)
		return NULL;
	reservation = calloc(1, sizeof *reservation + pages);
	if (!reservation)
		return NULL;
	reservation->base =
	    wanted ? map_at(wanted, pages * PAGE_BYTES) : map_altered(pages * PAGE_BYTES);
	if (!reservation->base) {
		free(reservation);
		return NULL;
	}
	reservation->pages = pages;
	reservation->type = type;
	reservation->allocation_protection = protection;
	insert(reservation);
	return reservation->base;
}

/* The caller holds the lock. */
static struct reservation *find(const void *address)
{
	const unsigned char *at = address;

	for (struct reservation *one = reservations; one && one->base <= at; one = one->next)
		if ((SIZE_T)(at - one->base) < one->pages * PAGE_BYTES)
			return one;
	return NULL;
}

/* The pages that hold [address, address + size), in one reservation. The caller holds the lock. */
static struct reservation *find_pages(const void *address, SIZE_T size, SIZE_T *first,
				      SIZE_T *behind)
{
	struct reservation *found = find(address);
	SIZE_T start;

	if (!found || size == 0)
		return NULL;
	start = (SIZE_T)((const unsigned char *)address - found->base);
	if (size > found->pages * PAGE_BYTES - start)
		return NULL;
	*first = start / PAGE_BYTES;
	*behind = (start + size + PAGE_BYTES - 1) / PAGE_BYTES;
	return found;
}

bool virtual_commit(void *address, SIZE_T size, DWORD protection)
{
	const int host = host_protection(protection);
	struct reservation *found;
	SIZE_T first, behind;
	bool good = false;

	pthread_mutex_lock(&lock);
	found = find_pages(address, size, &first, &behind);
	if (found && host >= 0 &&
	    mprotect(found->base + first * PAGE_BYTES, (behind - first) * PAGE_BYTES, host) == 0) {
		memset(found->protections + first, (int)protection, behind - first);
		good = true;
	}
	pthread_mutex_unlock(&lock);
	return good;
}

bool virtual_release(void *base)
{
	struct reservation **link = &reservations, *found = NULL;

	pthread_mutex_lock(&lock);
	while (*link && (*link)->base != base)
		link = &(*link)->next;
	if (*link) {
		found = *link;
		*link = found->next;
		last_released = base;
		munmap(found->base, found->pages * PAGE_BYTES);
		if (altered(handles_never_come_back))
			map_at(base, GRANULARITY);
	}
	pthread_mutex_unlock(&lock);
	free(found);
	return found != NULL;
}

/* Between two reservations, or behind the last one. The caller holds the lock. */
static void describe_free(const unsigned char *at, struct memory_information *information)
{
	const struct reservation *next = reservations;
	const unsigned char *page = (const unsigned char *)((uintptr_t)at & ~(uintptr_t)0xFFF);

	while (next && next->base <= at)
		next = next->next;
	*information = (struct memory_information){
	    .base = (void *)(uintptr_t)page,
	    .size = next ? (SIZE_T)(next->base - page) : PAGE_BYTES,
	    .state = MEM_FREE,
	    .protection = PAGE_NOACCESS,
	};
}

bool virtual_describe(const void *address, struct memory_information *information)
{
	struct reservation *found;
	SIZE_T page, behind;

	pthread_mutex_lock(&lock);
	found = find(address);
	if (!found) {
		describe_free(address, information);
	} else {
		page = (SIZE_T)((const unsigned char *)address - found->base) / PAGE_BYTES;
		for (behind = page + 1; behind < found->pages; behind++)
			if (found->protections[behind] != found->protections[page])
				break;
		*information = (struct memory_information){
		    .base = found->base + page * PAGE_BYTES,
		    .allocation_base = found->base,
		    .allocation_protection = found->allocation_protection,
		    .size = (behind - page) * PAGE_BYTES,
		    .state = found->protections[page] ? MEM_COMMIT : MEM_RESERVE,
		    .protection = found->protections[page],
		    .type = found->type,
		};
	}
	pthread_mutex_unlock(&lock);
	return true;
}

/* ---- What programs call ------------------------------------------------------------------------
 */

static void *not_reserved(DWORD error)
{
	set_last_error(error);
	return NULL;
}

void *WINAPI VirtualAlloc(void *address, SIZE_T size, DWORD kind, DWORD protection)
{
	unsigned char *at = address;

	if (size == 0 || kind & ~(DWORD)(MEM_COMMIT | MEM_RESERVE) || kind == 0 ||
	    protection == 0 || host_protection(protection) < 0)
		return not_reserved(ERROR_INVALID_PARAMETER);
	if (!at || kind & MEM_RESERVE) {
		void *wanted = (void *)((uintptr_t)at & ~(uintptr_t)(GRANULARITY - 1));

		at = virtual_reserve(wanted, size + (SIZE_T)((uintptr_t)at % GRANULARITY),
				     protection, MEM_PRIVATE);
		if (!at)
			return not_reserved(wanted ? ERROR_INVALID_ADDRESS
						   : ERROR_NOT_ENOUGH_MEMORY);
	}
	if (kind & MEM_COMMIT && !virtual_commit(at, size, protection))
		return not_reserved(ERROR_INVALID_ADDRESS);
	return (void *)((uintptr_t)at & ~(uintptr_t)(PAGE_BYTES - 1));
}

BOOL WINAPI VirtualFree(void *address, SIZE_T size, DWORD kind)
{
	if (kind != MEM_RELEASE || size != 0) {
		set_last_error(ERROR_INVALID_PARAMETER);
		return FALSE;
	}
	if (virtual_release(address))
		return TRUE;
	set_last_error(ERROR_INVALID_ADDRESS);
	return FALSE;
}

BOOL WINAPI VirtualProtect(void *address, SIZE_T size, DWORD protection, DWORD *old_protection)
{
	struct memory_information before;

	if (!old_protection) {
		set_last_error(ERROR_NOACCESS);
		return FALSE;
	}
	virtual_describe(address, &before);
	if (before.state != MEM_COMMIT || !virtual_commit(address, size, protection)) {
		set_last_error(before.state == MEM_COMMIT ? ERROR_INVALID_PARAMETER
							  : ERROR_INVALID_ADDRESS);
		return FALSE;
	}
	*old_protection = before.protection;
	return TRUE;
}

SIZE_T WINAPI VirtualQuery(const void *address, struct memory_information *information, SIZE_T size)
{
	if (size < sizeof *information || !virtual_describe(address, information)) {
		set_last_error(ERROR_INVALID_PARAMETER);
		return 0;
	}
	return sizeof *information;
}
