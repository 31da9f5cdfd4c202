/* SPDX-License-Identifier: MIT */
/*
 * The thread and process environment blocks: what GS (x86-64) or FS (i686) leads to. Programs read
 * them without a call, so their layout counts; the offsets are known from public dumps. The host
 * uses the other of the two registers for itself.
 */
#ifndef HEAPKIT_MODEL_TEB_H
#define HEAPKIT_MODEL_TEB_H

#include <stdbool.h>

#include "win32.h"

struct peb {
	BYTE inherited_address_space;
	BYTE read_image_options;
	BYTE being_debugged;
	BYTE bit_field;
	HANDLE mutant;
	void *image_base;
	void *loader_data;
	void *parameters;
	void *subsystem_data;
	HANDLE process_heap;
	BYTE before_flags[sizeof(void *) == 8 ? 0x84 : 0x4C];
	DWORD global_flags;
	BYTE before_heaps[sizeof(void *) == 8 ? 0x28 : 0x1C];
	DWORD heap_count;
	DWORD heap_room;
	HANDLE *heaps;
	BYTE rest[0x700];
};

struct teb {
	void *exception_list;
	void *stack_base;
	void *stack_limit;
	void *reserved[3];
	struct teb *self;
	void *environment_pointer;
	HANDLE process_id;
	HANDLE thread_id;
	void *rpc_handle;
	void **thread_local_storage;
	struct peb *peb;
	DWORD last_error;
	BYTE rest[0x1800];
};

extern struct peb process_environment;

/* Makes a block for the calling thread and points its register there; false where the host refuses.
 */
bool teb_begin(void);

/* The end of the calling thread: it must not return to the program. */
void teb_end(void);

/* The calling thread's. */
struct teb *current_teb(void);
void set_last_error(DWORD error);

/* What a function returns: TRUE, whatever that does to the last error; FALSE, with the error. */
BOOL succeeded(void);
BOOL refused(DWORD error);

/* Whether the calling thread is the one that the program started with. */
bool is_main_thread(void);

#endif
