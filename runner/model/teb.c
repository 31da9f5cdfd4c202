/* SPDX-License-Identifier: MIT */
#include "teb.h"

#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __x86_64__
#include <asm/prctl.h>
#else
#include <asm/ldt.h>
#endif

#include "alter.h"
#include "imports.h"

_Static_assert(offsetof(struct peb, process_heap) == (sizeof(void *) == 8 ? 0x30 : 0x18), "layout");
_Static_assert(offsetof(struct peb, global_flags) == (sizeof(void *) == 8 ? 0xBC : 0x68), "layout");
_Static_assert(offsetof(struct peb, heap_count) == (sizeof(void *) == 8 ? 0xE8 : 0x88), "layout");
_Static_assert(offsetof(struct peb, heaps) == (sizeof(void *) == 8 ? 0xF0 : 0x90), "layout");
_Static_assert(offsetof(struct teb, self) == (sizeof(void *) == 8 ? 0x30 : 0x18), "layout");
_Static_assert(offsetof(struct teb, peb) == (sizeof(void *) == 8 ? 0x60 : 0x30), "layout");
_Static_assert(offsetof(struct teb, last_error) == (sizeof(void *) == 8 ? 0x68 : 0x34), "layout");

enum { STACK_BYTES = 0x100000 /* what the block says; the host's stack is larger */ };

struct peb process_environment;
static struct teb main_teb;

#ifdef __x86_64__
static bool set_register(struct teb *teb)
{
	return syscall(SYS_arch_prctl, ARCH_SET_GS, teb) == 0;
}

struct teb *current_teb(void)
{
	struct teb *teb;

	__asm__("movq %%gs:%c1, %0" : "=r"(teb) : "i"(offsetof(struct teb, self)));
	return teb;
}
#else
/* One entry of the descriptor table, whose content each thread has for itself. */
static unsigned entry = (unsigned)-1;

static bool set_register(struct teb *teb)
{
	struct user_desc descriptor = {.entry_number = entry,
				       .base_addr = (unsigned)(uintptr_t)teb,
				       .limit = 0xFFFFF,
				       .seg_32bit = 1,
				       .limit_in_pages = 1,
				       .useable = 1};

	if (syscall(SYS_set_thread_area, &descriptor) != 0)
		return false;
	entry = descriptor.entry_number;
	__asm__ volatile("movw %w0, %%fs" ::"q"(entry * 8 + 3));
	return true;
}

struct teb *current_teb(void)
{
	struct teb *teb;

	__asm__("movl %%fs:%c1, %0" : "=r"(teb) : "i"(offsetof(struct teb, self)));
	return teb;
}
#endif

bool teb_begin(void)
{
	struct teb *teb = main_teb.self ? calloc(1, sizeof *teb) : &main_teb;
	char here;

	if (!teb)
		return false;
	teb->self = teb;
	teb->exception_list = (void *)~(uintptr_t)0;
	teb->stack_base = (void *)((uintptr_t)&here & ~(uintptr_t)15);
	teb->stack_limit = (char *)teb->stack_base - STACK_BYTES;
	teb->peb = &process_environment;
	teb->process_id = (HANDLE)(uintptr_t)getpid();
	teb->thread_id = (HANDLE)(uintptr_t)syscall(SYS_gettid);
	return set_register(teb);
}

void teb_end(void)
{
	struct teb *teb = current_teb();

	if (teb != &main_teb)
		free(teb);
}

bool is_main_thread(void)
{
	return current_teb() == &main_teb;
}

void set_last_error(DWORD error)
{
	current_teb()->last_error = error;
}

BOOL succeeded(void)
{
	if (altered(last_error_on_success))
		set_last_error(0);
	return TRUE;
}

BOOL refused(DWORD error)
{
	set_last_error(error);
	return FALSE;
}

/* ---- What programs call ------------------------------------------------------------------------
 */

DWORD WINAPI GetLastError(void)
{
	return current_teb()->last_error;
}

void WINAPI SetLastError(DWORD error)
{
	set_last_error(error);
}

DWORD WINAPI GetCurrentThreadId(void)
{
	return (DWORD)(uintptr_t)current_teb()->thread_id;
}

DWORD WINAPI GetCurrentProcessId(void)
{
	return (DWORD)(uintptr_t)current_teb()->process_id;
}
