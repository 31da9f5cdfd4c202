/* SPDX-License-Identifier: MIT */
/* The functions that programs may import, by DLL and name; imports.c has the table. */
#ifndef HEAPKIT_MODEL_IMPORTS_H
#define HEAPKIT_MODEL_IMPORTS_H

#include <pthread.h>

#include "win32.h"

/* What a DLL exports under a name; NULL where the model lacks it. */
void *import_find(const char *dll, const char *name);

/*
 * Something to bind in its place: called, it names the function on stderr and aborts. NULL where
 * the host gives no memory.
 */
void *import_missing(const char *missing);

/* ---- Every function, by the file that has it ---------------------------------------------------
 */

/* enumerate.c */
HANDLE WINAPI GetProcessHeap(void);
DWORD WINAPI GetProcessHeaps(DWORD count, HANDLE *heaps);

/* kernel32-heap.c */
HANDLE WINAPI HeapCreate(DWORD options, SIZE_T initial_size, SIZE_T maximum_size);
BOOL WINAPI HeapDestroy(HANDLE heap);
void *WINAPI HeapAlloc(HANDLE heap, DWORD flags, SIZE_T size);
void *WINAPI HeapReAlloc(HANDLE heap, DWORD flags, void *memory, SIZE_T size);
BOOL WINAPI HeapFree(HANDLE heap, DWORD flags, void *memory);
SIZE_T WINAPI HeapSize(HANDLE heap, DWORD flags, const void *memory);

/* kernel32-validate.c, kernel32-lock.c, kernel32-walk.c, kernel32-compact.c, kernel32-summary.c */
struct walk_entry;
struct summary;
BOOL WINAPI HeapValidate(HANDLE heap, DWORD flags, const void *memory);
BOOL WINAPI HeapLock(HANDLE heap);
BOOL WINAPI HeapUnlock(HANDLE heap);
BOOL WINAPI HeapWalk(HANDLE heap, struct walk_entry *entry);
SIZE_T WINAPI HeapCompact(HANDLE heap, DWORD flags);
BOOL WINAPI HeapSummary(HANDLE heap, DWORD flags, struct summary *summary);

/* kernel32-information.c */
BOOL WINAPI HeapQueryInformation(HANDLE heap, DWORD information_class, void *buffer, SIZE_T length,
				 SIZE_T *returned);
BOOL WINAPI HeapSetInformation(HANDLE heap, DWORD information_class, void *buffer, SIZE_T length);

/* global.c */
void *WINAPI GlobalAlloc(DWORD flags, SIZE_T size);
void *WINAPI GlobalReAlloc(void *handle, SIZE_T size, DWORD flags);
void *WINAPI GlobalFree(void *handle);
SIZE_T WINAPI GlobalSize(void *handle);
void *WINAPI GlobalLock(void *handle);
BOOL WINAPI GlobalUnlock(void *handle);
void *WINAPI LocalAlloc(DWORD flags, SIZE_T size);
void *WINAPI LocalReAlloc(void *handle, SIZE_T size, DWORD flags);
void *WINAPI LocalFree(void *handle);
SIZE_T WINAPI LocalSize(void *handle);
void *WINAPI LocalLock(void *handle);
BOOL WINAPI LocalUnlock(void *handle);

/* toolhelp.c, toolhelp-blocks.c, toolhelp-memory.c */
struct heap_list_entry;
struct heap_block_entry;
HANDLE WINAPI CreateToolhelp32Snapshot(DWORD flags, DWORD process_id);
BOOL WINAPI Heap32ListFirst(HANDLE snapshot, struct heap_list_entry *entry);
BOOL WINAPI Heap32ListNext(HANDLE snapshot, struct heap_list_entry *entry);
BOOL WINAPI Heap32First(struct heap_block_entry *entry, DWORD process_id, uintptr_t heap_id);
BOOL WINAPI Heap32Next(struct heap_block_entry *entry);
BOOL WINAPI Toolhelp32ReadProcessMemory(DWORD process_id, const void *address, void *buffer,
					SIZE_T size, SIZE_T *count);

/* ntdll-heap.c, ntdll-walk.c */
struct ntdll_walk_entry;
typedef int32_t(WINAPI *heap_callback)(HANDLE heap, void *context);
HANDLE WINAPI RtlCreateHeap(DWORD flags, void *base, SIZE_T reserve, SIZE_T commit, void *lock,
			    void *parameters);
HANDLE WINAPI RtlDestroyHeap(HANDLE heap);
DWORD WINAPI RtlGetProcessHeaps(DWORD count, HANDLE *array);
int32_t WINAPI RtlEnumProcessHeaps(heap_callback callback, void *context);
void *WINAPI RtlAllocateHeap(HANDLE heap, DWORD flags, SIZE_T size);
void *WINAPI RtlReAllocateHeap(HANDLE heap, DWORD flags, void *memory, SIZE_T size);
BOOL WINAPI RtlFreeHeap(HANDLE heap, DWORD flags, void *memory);
SIZE_T WINAPI RtlSizeHeap(HANDLE heap, DWORD flags, const void *memory);
int32_t WINAPI RtlWalkHeap(HANDLE heap, struct ntdll_walk_entry *entry);

/* kernel32-module.c */
HANDLE WINAPI GetModuleHandleA(const char *name);
void *WINAPI GetProcAddress(HANDLE module, const char *name);

/* faults.c */
void WINAPI RaiseException(DWORD code, DWORD flags, DWORD count, const uintptr_t *parameters);

/* vectored.c */
void *WINAPI AddVectoredExceptionHandler(DWORD first, exception_handler function);
DWORD WINAPI RemoveVectoredExceptionHandler(const void *handle);

/* kernel32-system.c */
HANDLE WINAPI GetCurrentProcess(void);
HANDLE WINAPI GetCurrentThread(void);
BOOL WINAPI IsDebuggerPresent(void);
BOOL WINAPI FlushInstructionCache(HANDLE process, const void *address, SIZE_T size);
uint64_t WINAPI GetTickCount64(void);
DWORD WINAPI GetTickCount(void);
BOOL WINAPI SwitchToThread(void);
void WINAPI GetSystemInfo(struct system_information *information);

/* kernel32-process.c */
void WINAPI ExitProcess(DWORD status);
HANDLE WINAPI GetStdHandle(DWORD which);
BOOL WINAPI WriteFile(HANDLE file, const void *bytes, DWORD size, DWORD *written, void *overlapped);

/* kernel32-runtime.c */
void WINAPI InitializeCriticalSection(pthread_mutex_t **section);
void WINAPI DeleteCriticalSection(pthread_mutex_t **section);
void WINAPI EnterCriticalSection(pthread_mutex_t **section);
void WINAPI LeaveCriticalSection(pthread_mutex_t **section);
void WINAPI GetStartupInfoA(DWORD *information);
void WINAPI GetStartupInfoW(DWORD *information);
void *WINAPI SetUnhandledExceptionFilter(void *filter);
void *WINAPI TlsGetValue(DWORD index);
HANDLE WINAPI LoadLibraryA(const char *name);
BOOL WINAPI FreeLibrary(HANDLE module);
BOOL WINAPI SetNamedPipeHandleState(HANDLE pipe, const DWORD *mode, void *count, void *timeout);

/* teb.c */
DWORD WINAPI GetLastError(void);
void WINAPI SetLastError(DWORD error);
DWORD WINAPI GetCurrentThreadId(void);
DWORD WINAPI GetCurrentProcessId(void);

/* threads.c */
HANDLE WINAPI CreateThread(void *security, SIZE_T stack_size, thread_function function,
			   void *argument, DWORD flags, DWORD *id);
HANDLE WINAPI CreateEventA(void *security, BOOL manual_reset, BOOL initial_state, const char *name);
BOOL WINAPI SetEvent(HANDLE event);
BOOL WINAPI ResetEvent(HANDLE event);
DWORD WINAPI WaitForSingleObject(HANDLE handle, DWORD milliseconds);
BOOL WINAPI CloseHandle(HANDLE handle);
void WINAPI Sleep(DWORD milliseconds);

/* virtual.c */
void *WINAPI VirtualAlloc(void *address, SIZE_T size, DWORD kind, DWORD protection);
BOOL WINAPI VirtualFree(void *address, SIZE_T size, DWORD kind);
BOOL WINAPI VirtualProtect(void *address, SIZE_T size, DWORD protection, DWORD *old_protection);
SIZE_T WINAPI VirtualQuery(const void *address, struct memory_information *information,
			   SIZE_T size);

#endif
