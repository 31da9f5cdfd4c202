/* SPDX-License-Identifier: MIT */
/*
 * The words of Win32 that the model speaks: types, calling conventions and constants, with the
 * widths they have inside a Windows program. Sizes follow the host's pointers: heapkit-model runs
 * 64-bit programs, heapkit-model32 is built from the same sources with -m32.
 */
#ifndef HEAPKIT_MODEL_WIN32_H
#define HEAPKIT_MODEL_WIN32_H

#include <stddef.h>
#include <stdint.h>

typedef void *HANDLE;
typedef int32_t BOOL;
typedef uint8_t BYTE;
typedef uint16_t WORD;
typedef uint16_t WCHAR;
typedef uint32_t DWORD;
typedef size_t SIZE_T;

#define TRUE 1
#define FALSE 0

/* How programs call the system, and how they call a C runtime. */
#ifdef __x86_64__
#define WINAPI __attribute__((ms_abi))
#define CDECL __attribute__((ms_abi))
#else
#define WINAPI __attribute__((stdcall))
#define CDECL __attribute__((cdecl))
#endif

typedef DWORD(WINAPI *thread_function)(void *argument);
typedef int32_t(WINAPI *exception_handler)(void *pointers);

enum {
	HEAP_NO_SERIALIZE = 1,
	HEAP_GROWABLE = 2,
	HEAP_GENERATE_EXCEPTIONS = 4,
	HEAP_ZERO_MEMORY = 8,
	HEAP_REALLOC_IN_PLACE_ONLY = 0x10,
	HEAP_CREATE_ENABLE_EXECUTE = 0x40000,
};

enum {
	ERROR_FILE_NOT_FOUND = 2,
	ERROR_ACCESS_DENIED = 5,
	ERROR_INVALID_HANDLE = 6,
	ERROR_NOT_ENOUGH_MEMORY = 8,
	ERROR_NO_MORE_FILES = 18,
	ERROR_BAD_LENGTH = 24,
	ERROR_GEN_FAILURE = 31,
	ERROR_NOT_SUPPORTED = 50,
	ERROR_INVALID_PARAMETER = 87,
	ERROR_INSUFFICIENT_BUFFER = 122,
	ERROR_BUSY = 170,
	ERROR_MOD_NOT_FOUND = 126,
	ERROR_PROC_NOT_FOUND = 127,
	ERROR_DISCARDED = 157,
	ERROR_NOT_LOCKED = 158,
	ERROR_NO_MORE_ITEMS = 259,
	ERROR_NOT_OWNER = 288,
	ERROR_PARTIAL_COPY = 299,
	ERROR_INVALID_ADDRESS = 487,
	ERROR_NOACCESS = 998,
};

#define STATUS_BREAKPOINT 0x80000003u
#define STATUS_SINGLE_STEP 0x80000004u
#define STATUS_ACCESS_VIOLATION 0xC0000005u
#define STATUS_NO_MEMORY 0xC0000017u
#define STATUS_ILLEGAL_INSTRUCTION 0xC000001Du
#define STATUS_NONCONTINUABLE_EXCEPTION 0xC0000025u
#define STATUS_INTEGER_DIVIDE_BY_ZERO 0xC0000094u
#define STATUS_PRIVILEGED_INSTRUCTION 0xC0000096u
#define STATUS_STACK_OVERFLOW 0xC00000FDu
#define STATUS_STACK_BUFFER_OVERRUN 0xC0000409u

#define WAIT_OBJECT_0 0u
#define WAIT_TIMEOUT 258u
#define WAIT_FAILED 0xFFFFFFFFu
#define INFINITE 0xFFFFFFFFu

enum {
	PAGE_NOACCESS = 1,
	PAGE_READONLY = 2,
	PAGE_READWRITE = 4,
	PAGE_EXECUTE = 0x10,
	PAGE_EXECUTE_READ = 0x20,
	PAGE_EXECUTE_READWRITE = 0x40,
};

enum {
	MEM_COMMIT = 0x1000,
	MEM_RESERVE = 0x2000,
	MEM_DECOMMIT = 0x4000,
	MEM_RELEASE = 0x8000,
	MEM_FREE = 0x10000,
	MEM_PRIVATE = 0x20000,
	MEM_IMAGE = 0x1000000,
};

#define STD_INPUT_HANDLE 0xFFFFFFF6u
#define STD_OUTPUT_HANDLE 0xFFFFFFF5u
#define STD_ERROR_HANDLE 0xFFFFFFF4u

/* What VirtualQuery fills. */
struct memory_information {
	void *base;
	void *allocation_base;
	DWORD allocation_protection;
	SIZE_T size;
	DWORD state;
	DWORD protection;
	DWORD type;
};

/* What GetSystemInfo fills. */
struct system_information {
	WORD processor;
	WORD reserved;
	DWORD page_size;
	void *lowest_address;
	void *highest_address;
	uintptr_t processor_mask;
	DWORD processors;
	DWORD processor_type;
	DWORD granularity;
	WORD level;
	WORD revision;
};

/* What an exception is, for handlers of the program. */
struct exception_record {
	DWORD code;
	DWORD flags;
	struct exception_record *next;
	void *address;
	DWORD parameter_count;
	uintptr_t parameters[15];
};

#endif
