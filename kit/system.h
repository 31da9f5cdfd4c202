/* SPDX-License-Identifier: MIT */
/* What a case may ask about the system it runs on, and threads. */
#ifndef HEAPKIT_SYSTEM_H
#define HEAPKIT_SYSTEM_H

/*
 * The build number that ntdll's RtlGetVersion reports (19045, 26100, …); 0 where it reports none.
 * Goes through GetModuleHandleA and GetProcAddress: call it only on the way to a failure, so that
 * an implementation without them can still pass.
 */
DWORD windows_build(void);

/*
 * For rows whose evidence ends at a build: call it when the assertion is about to fail. Skips where
 * the reported build is `build` or above; returns below, and where no build is reported.
 */
void skip_from_build(DWORD build);

/*
 * The function `name` of a DLL that every process has loaded ("kernel32.dll", "ntdll.dll"), for
 * what not every Windows exports. Where the name does not resolve, and where the function turns out
 * to be a stub that raises Wine's exception for one (0x80000100), the case ends as unimplemented.
 * FIND gives it the type it has: FIND(get_heaps, "ntdll.dll", "RtlGetProcessHeaps").
 */
void (*find_function(const char *dll, const char *name))(void);
#define FIND(type_, dll_, name_) ((type_)find_function(dll_, name_))

/* Starts a thread; required to succeed. The caller passes the handle to join_thread(). */
HANDLE start_thread(DWORD(WINAPI *function)(void *), void *argument);

/* Waits for the end of a thread, 10 s at most (required), and closes its handle. */
void join_thread(HANDLE thread);

/* An event that is not set, automatic or manual reset; required. Closed by the end of the process.
 */
HANDLE make_event(BOOL manual_reset);

/* Waits for an event or another handle, 10 s at most; required. */
void wait_for(HANDLE handle);

/* clang-format off */
/*
 * The event or thread is not set after PATIENCE_TO_WAIT milliseconds: somebody is held up. A slow
 * machine may let an error pass here, never fail what is right.
 */
enum { PATIENCE_TO_WAIT = 150 };
#define ck_assert_waits(handle_)                                                                   \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_waits(" #handle_ ")", "");                                 \
		heapkit_check_waits(&heapkit_here, handle_);                                       \
	} while (0)
/* The event or thread is set within 10 s. */
#define ck_assert_goes_on(handle_)                                                                 \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_goes_on(" #handle_ ")", "");                               \
		heapkit_check_goes_on(&heapkit_here, handle_);                                     \
	} while (0)
/* clang-format on */
void heapkit_check_waits(const struct heapkit_site *, HANDLE);
void heapkit_check_goes_on(const struct heapkit_site *, HANDLE);

/*
 * The process environment block of the program's own width. Its layout is not documented: a case
 * may record what it finds there, never judge it.
 */
const void *process_environment_block(void);

/*
 * Whether the program has a C runtime. Asked when it runs, since one object of a case serves the
 * targets with and without.
 */
bool has_c_runtime(void);

/*
 * Which heap the C runtime says it allocates from: "the default heap", "another heap", "it does not
 * tell". Skips where there is no C runtime.
 */
const char *heap_of_c_runtime(void);

/* `size` bytes of fresh zeroed pages of the given protection (VirtualAlloc); required. */
void *make_pages(SIZE_T size, DWORD protection);

/*
 * The bytes from the start to the end of the reservation that `address` lies in, reserved and
 * committed alike (VirtualQuery); 0 where nothing is reserved there.
 */
SIZE_T reservation_size(const void *address);

/*
 * Writes the machine code of a function that returns 42 to `place`, which is a multiple of 4 and
 * has FUNCTION_ROOM bytes. Whether the memory may be executed is the caller's question.
 */
enum { FUNCTION_ROOM = 8 };
int (*make_function(void *place))(void);

#endif
