/* SPDX-License-Identifier: MIT */
/*
 * Threads and events, and waiting for them: one lock and one condition for all objects, since no
 * program of the kit has more than a handful.
 * Pages:
 * https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createthread
 * and https://learn.microsoft.com/windows/win32/api/synchapi/
 */
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "alter.h"
#include "enumerate.h"
#include "faults.h"
#include "imports.h"
#include "teb.h"
#include "tls.h"
#include "toolhelp.h"

enum { FIRST_HANDLE = 0x1000 /* files are below */, MOST_OBJECTS = 4096, NANOSECONDS = 1000000000 };

struct object {
	bool in_use;
	bool is_thread;
	bool is_signaled;
	bool manual_reset;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed;
static struct object objects[MOST_OBJECTS];

static HANDLE handle_of(const struct object *object)
{
	return (HANDLE)(uintptr_t)(FIRST_HANDLE + 4 * (object - objects));
}

/* NULL, with the last error, where it is no handle of an object. The caller holds the lock. */
static struct object *object_of(HANDLE handle)
{
	const uintptr_t number = ((uintptr_t)handle - FIRST_HANDLE) / 4;

	if ((uintptr_t)handle >= FIRST_HANDLE && (uintptr_t)handle % 4 == 0 &&
	    number < MOST_OBJECTS && objects[number].in_use)
		return &objects[number];
	set_last_error(ERROR_INVALID_HANDLE);
	return NULL;
}

static struct object *new_object(const struct object *like)
{
	struct object *object = objects;

	pthread_mutex_lock(&lock);
	while (object < objects + MOST_OBJECTS && object->in_use)
		object++;
	if (object == objects + MOST_OBJECTS) {
		set_last_error(ERROR_NOT_ENOUGH_MEMORY);
		object = NULL;
	} else {
		*object = *like;
		object->in_use = true;
	}
	pthread_mutex_unlock(&lock);
	return object;
}

HANDLE WINAPI CreateEventA(void *security, BOOL manual_reset, BOOL initial_state, const char *name)
{
	const struct object like = {.manual_reset = manual_reset, .is_signaled = initial_state};
	struct object *object;

	(void)security;
	(void)name;
	object = new_object(&like);
	return object ? handle_of(object) : NULL;
}

static BOOL set_state(HANDLE event, bool is_signaled)
{
	struct object *object;

	pthread_mutex_lock(&lock);
	object = object_of(event);
	if (object && object->is_thread) {
		set_last_error(ERROR_INVALID_HANDLE);
		object = NULL;
	}
	if (object) {
		object->is_signaled = is_signaled;
		pthread_cond_broadcast(&changed);
	}
	pthread_mutex_unlock(&lock);
	return object != NULL;
}

BOOL WINAPI SetEvent(HANDLE event)
{
	return set_state(event, true);
}

BOOL WINAPI ResetEvent(HANDLE event)
{
	return set_state(event, false);
}

/* A thread that runs goes on when its last handle is closed; its object just is nobody's any more.
 */
BOOL WINAPI CloseHandle(HANDLE handle)
{
	struct object *object;

	if (snapshot_close(handle))
		return TRUE;
	pthread_mutex_lock(&lock);
	object = object_of(handle);
	if (object)
		object->in_use = object->is_thread && !object->is_signaled;
	pthread_mutex_unlock(&lock);
	return object != NULL;
}

static struct timespec time_after(DWORD milliseconds)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	time.tv_sec += milliseconds / 1000;
	time.tv_nsec += (long)(milliseconds % 1000) * 1000000;
	if (time.tv_nsec >= NANOSECONDS) {
		time.tv_sec++;
		time.tv_nsec -= NANOSECONDS;
	}
	return time;
}

static void make_condition(void)
{
	pthread_condattr_t attributes;

	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&changed, &attributes);
}

DWORD WINAPI WaitForSingleObject(HANDLE handle, DWORD milliseconds)
{
	const struct timespec end = time_after(milliseconds);
	struct object *object;
	DWORD result = WAIT_OBJECT_0;

	pthread_mutex_lock(&lock);
	object = object_of(handle);
	if (!object)
		result = WAIT_FAILED;
	while (result == WAIT_OBJECT_0 && !object->is_signaled) {
		if (milliseconds == INFINITE)
			pthread_cond_wait(&changed, &lock);
		else if (pthread_cond_timedwait(&changed, &lock, &end) == ETIMEDOUT &&
			 !object->is_signaled)
			result = WAIT_TIMEOUT;
	}
	if (result == WAIT_OBJECT_0 && !object->is_thread && !object->manual_reset)
		object->is_signaled = false;
	pthread_mutex_unlock(&lock);
	return result;
}

struct start {
	thread_function function;
	void *argument;
	struct object *object;
};

static void *run_thread(void *argument)
{
	const struct start start = *(struct start *)argument;

	free(argument);
	if (!teb_begin() || !faults_begin() || !tls_begin())
		abort();
	alter_thread_start();
	start.function(start.argument);
	alter_thread_end();
	tls_end();
	faults_end();
	pthread_mutex_lock(&lock);
	start.object->is_signaled = true;
	pthread_cond_broadcast(&changed);
	pthread_mutex_unlock(&lock);
	teb_end();
	return NULL;
}

HANDLE WINAPI CreateThread(void *security, SIZE_T stack_size, thread_function function,
			   void *argument, DWORD flags, DWORD *id)
{
	const struct object like = {.is_thread = true};
	struct start *start = malloc(sizeof *start);
	struct object *object = new_object(&like);
	pthread_t thread;

	(void)security;
	(void)stack_size;
	(void)flags;
	if (!start || !object) {
		free(start);
		return NULL;
	}
	*start = (struct start){function, argument, object};
	if (pthread_create(&thread, NULL, run_thread, start) != 0) {
		free(start);
		object->in_use = false;
		set_last_error(ERROR_NOT_ENOUGH_MEMORY);
		return NULL;
	}
	pthread_detach(thread);
	if (id)
		*id = 0;
	if (altered(threads_start_at_once))
		usleep(5000);
	return handle_of(object);
}

void WINAPI Sleep(DWORD milliseconds)
{
	usleep((useconds_t)milliseconds * 1000);
}

static void __attribute__((constructor)) threads_begin(void)
{
	make_condition();
}
