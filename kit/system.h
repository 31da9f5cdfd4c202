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

/* Starts a thread; required to succeed. The caller passes the handle to join_thread(). */
HANDLE start_thread(DWORD(WINAPI *function)(void *), void *argument);

/* Waits for the end of a thread, 10 s at most (required), and closes its handle. */
void join_thread(HANDLE thread);

/* An event that is not set, automatic or manual reset; required. Closed by the end of the process.
 */
HANDLE make_event(BOOL manual_reset);

/* Waits for an event or another handle, 10 s at most; required. */
void wait_for(HANDLE handle);

/*
 * The process environment block of the program's own width. Its layout is not documented: a case
 * may record what it finds there, never judge it.
 */
const void *process_environment_block(void);

/* `size` bytes of fresh zeroed pages of the given protection (VirtualAlloc); required. */
void *make_pages(SIZE_T size, DWORD protection);

#endif
