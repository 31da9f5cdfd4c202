/* SPDX-License-Identifier: MIT */
#include "imports.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

#include "msvcrt.h"

/* kernel32 also stands for kernelbase and the API sets, which only lead there. */
/* clang-format off */
#define EXPORT(dll_, name_) {dll_, #name_, (void *)(uintptr_t)(name_)}
#define KERNEL32(name_) EXPORT("kernel32", name_)
#define NTDLL(name_) EXPORT("ntdll", name_)
/* clang-format on */

static const struct {
	const char *dll;
	const char *name;
	void *address;
} exports[] = {
    KERNEL32(AddVectoredExceptionHandler),
    KERNEL32(CloseHandle),
    KERNEL32(CreateEventA),
    KERNEL32(CreateThread),
    KERNEL32(CreateToolhelp32Snapshot),
    KERNEL32(DeleteCriticalSection),
    KERNEL32(EnterCriticalSection),
    KERNEL32(ExitProcess),
    KERNEL32(FlushInstructionCache),
    KERNEL32(FreeLibrary),
    KERNEL32(GetCurrentProcess),
    KERNEL32(GetCurrentProcessId),
    KERNEL32(GetCurrentThread),
    KERNEL32(GetCurrentThreadId),
    KERNEL32(GetLastError),
    KERNEL32(GetModuleHandleA),
    KERNEL32(GetProcAddress),
    KERNEL32(GetProcessHeap),
    KERNEL32(GetProcessHeaps),
    KERNEL32(GetStartupInfoA),
    KERNEL32(GetStartupInfoW),
    KERNEL32(GetStdHandle),
    KERNEL32(GetSystemInfo),
    KERNEL32(GetTickCount),
    KERNEL32(GetTickCount64),
    KERNEL32(GlobalAlloc),
    KERNEL32(GlobalFree),
    KERNEL32(GlobalLock),
    KERNEL32(GlobalReAlloc),
    KERNEL32(GlobalSize),
    KERNEL32(GlobalUnlock),
    KERNEL32(Heap32First),
    KERNEL32(Heap32ListFirst),
    KERNEL32(Heap32ListNext),
    KERNEL32(Heap32Next),
    KERNEL32(HeapAlloc),
    KERNEL32(HeapCompact),
    KERNEL32(HeapCreate),
    KERNEL32(HeapDestroy),
    KERNEL32(HeapFree),
    KERNEL32(HeapLock),
    KERNEL32(HeapQueryInformation),
    KERNEL32(HeapReAlloc),
    KERNEL32(HeapSetInformation),
    KERNEL32(HeapSize),
    KERNEL32(HeapSummary),
    KERNEL32(HeapUnlock),
    KERNEL32(HeapValidate),
    KERNEL32(HeapWalk),
    KERNEL32(InitializeCriticalSection),
    KERNEL32(IsDebuggerPresent),
    KERNEL32(LeaveCriticalSection),
    KERNEL32(LoadLibraryA),
    KERNEL32(LocalAlloc),
    KERNEL32(LocalFree),
    KERNEL32(LocalLock),
    KERNEL32(LocalReAlloc),
    KERNEL32(LocalSize),
    KERNEL32(LocalUnlock),
    KERNEL32(RaiseException),
    KERNEL32(RemoveVectoredExceptionHandler),
    KERNEL32(ResetEvent),
    KERNEL32(SetEvent),
    KERNEL32(SetLastError),
    KERNEL32(SetNamedPipeHandleState),
    KERNEL32(SetUnhandledExceptionFilter),
    KERNEL32(Sleep),
    KERNEL32(SwitchToThread),
    KERNEL32(TlsGetValue),
    KERNEL32(Toolhelp32ReadProcessMemory),
    KERNEL32(VirtualAlloc),
    KERNEL32(VirtualFree),
    KERNEL32(VirtualProtect),
    KERNEL32(VirtualQuery),
    KERNEL32(WaitForSingleObject),
    KERNEL32(WriteFile),
    NTDLL(RtlAllocateHeap),
    NTDLL(RtlCreateHeap),
    NTDLL(RtlDestroyHeap),
    NTDLL(RtlEnumProcessHeaps),
    NTDLL(RtlFreeHeap),
    NTDLL(RtlGetProcessHeaps),
    NTDLL(RtlReAllocateHeap),
    NTDLL(RtlSizeHeap),
    NTDLL(RtlWalkHeap),
};

static const char *table_name(const char *dll)
{
	static const char *const aliases[] = {"kernelbase", "api-ms-win-core-"};

	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (strncasecmp(dll, aliases[i], strlen(aliases[i])) == 0)
			return "kernel32";
	return dll;
}

static bool is_dll(const char *dll, const char *name)
{
	const size_t length = strlen(name);

	return strncasecmp(dll, name, length) == 0 &&
	       (dll[length] == '\0' || strcasecmp(dll + length, ".dll") == 0);
}

void *import_find(const char *dll, const char *name)
{
	dll = table_name(dll);
	if (is_dll(dll, "msvcrt") || strcmp(name, "__C_specific_handler") == 0)
		return msvcrt_find(name);
	for (size_t i = 0; i < sizeof exports / sizeof *exports; i++)
		if (strcmp(exports[i].name, name) == 0 && is_dll(dll, exports[i].dll))
			return exports[i].address;
	return NULL;
}

static void CDECL is_missing(const char *name) __attribute__((noreturn));

static void CDECL is_missing(const char *name)
{
	fprintf(stderr, "heapkit-model: %s is not implemented\n", name);
	abort();
}

/* Code that calls is_missing with the name, whatever the program passed. */
#ifdef __x86_64__
static const unsigned char stub[] = {
    0x48, 0x83, 0xE4, 0xF0,                   /* and rsp, -16 */
    0x48, 0x83, 0xEC, 0x20,                   /* sub rsp, 32 */
    0x48, 0xB9, 0,    0,    0, 0, 0, 0, 0, 0, /* mov rcx, name */
    0x48, 0xB8, 0,    0,    0, 0, 0, 0, 0, 0, /* mov rax, is_missing */
    0xFF, 0xD0,                               /* call rax */
};
enum { STUB_NAME = 10, STUB_FUNCTION = 20, STUB_BYTES = 32 };
#else
static const unsigned char stub[] = {
    0x68, 0,    0, 0, 0, /* push name */
    0xB8, 0,    0, 0, 0, /* mov eax, is_missing */
    0xFF, 0xD0,          /* call eax */
};
enum { STUB_NAME = 1, STUB_FUNCTION = 6, STUB_BYTES = 16 };
#endif

/* Names that stubs know, for as long as the process lasts. */
struct name {
	struct name *next;
	char text[];
};

static const char *keep_name(const char *text)
{
	static struct name *names;
	struct name *name = malloc(sizeof *name + strlen(text) + 1);

	if (!name)
		return "a function";
	strcpy(name->text, text);
	name->next = names;
	names = name;
	return name->text;
}

void *import_missing(const char *missing)
{
	static unsigned char *page, *next;
	void (*const function)(void) = (void (*)(void))is_missing;
	const char *const name = keep_name(missing);

	if (!page || next + STUB_BYTES > page + 4096) {
		page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
			    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
		if (page == MAP_FAILED)
			return page = NULL;
		next = page;
	}
	memcpy(next, stub, sizeof stub);
	memcpy(next + STUB_NAME, &name, sizeof name);
	memcpy(next + STUB_FUNCTION, &function, sizeof function);
	next += STUB_BYTES;
	return next - STUB_BYTES;
}
