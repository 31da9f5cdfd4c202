/* SPDX-License-Identifier: MIT */
/*
 * https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-addvectoredexceptionhandler
 * https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-removevectoredexceptionhandler
 */
#include "vectored.h"

#include <pthread.h>
#include <stdlib.h>

#include "imports.h"
#include "teb.h"

enum { MOST_HANDLERS = 64 };

struct handler {
	struct handler *next;
	exception_handler function;
};

static struct handler *handlers;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* They are called without the lock: a handler may take itself out, or end the process. */
int32_t ask_vectored_handlers(struct exception_pointers *pointers)
{
	exception_handler functions[MOST_HANDLERS];
	size_t count = 0;

	pthread_mutex_lock(&lock);
	for (const struct handler *one = handlers; one && count < MOST_HANDLERS; one = one->next)
		functions[count++] = one->function;
	pthread_mutex_unlock(&lock);
	for (size_t i = 0; i < count; i++)
		if (functions[i](pointers) == CONTINUE_EXECUTION)
			return CONTINUE_EXECUTION;
	return CONTINUE_SEARCH;
}

/* HCR-13, HCR-16, HAL-09, HRA-14: what the cases of these are told with. */
void *WINAPI AddVectoredExceptionHandler(DWORD first, exception_handler function)
{
	struct handler *added = malloc(sizeof *added), **link = &handlers;

	if (!added) {
		set_last_error(ERROR_NOT_ENOUGH_MEMORY);
		return NULL;
	}
	pthread_mutex_lock(&lock);
	while (!first && *link)
		link = &(*link)->next;
	*added = (struct handler){.next = *link, .function = function};
	*link = added;
	pthread_mutex_unlock(&lock);
	return added;
}

DWORD WINAPI RemoveVectoredExceptionHandler(const void *handle)
{
	struct handler **link = &handlers, *found;

	pthread_mutex_lock(&lock);
	while (*link && *link != handle)
		link = &(*link)->next;
	found = *link;
	if (found)
		*link = found->next;
	pthread_mutex_unlock(&lock);
	free(found);
	return found != NULL;
}
