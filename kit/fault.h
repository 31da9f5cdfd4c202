/* SPDX-License-Identifier: MIT */
/*
 * Faults: replacing an import at link time, so that neither source nor object of the program
 * changes.
 *
 *   FAULT(DWORD, GetProcessHeaps, (DWORD count, PHANDLE heaps))
 *   {
 *           return REAL(GetProcessHeaps)(count, heaps);
 *   }
 *
 * The linker takes the import pointer __imp_NAME from the case instead of the import library. The
 * fault holds for the whole program, the kit included; the kit calls the real functions where it
 * matters. REAL(NAME) reaches the true function through an import alias; imports/kernel32-real.def
 * lists them.
 */
#ifndef HEAPKIT_FAULT_H
#define HEAPKIT_FAULT_H

#ifdef _WIN64
#define HEAPKIT_POINTER ".quad"
#else
#define HEAPKIT_POINTER ".long"
#endif

/* The operand as a bare symbol name. */
#ifdef __aarch64__
#define HEAPKIT_SYMBOL "%c0"
#else
#define HEAPKIT_SYMBOL "%P0"
#endif

#ifdef __clang__
#define HEAPKIT_REDEFINING _Pragma("clang diagnostic ignored \"-Winconsistent-dllimport\"")
#else
#define HEAPKIT_REDEFINING _Pragma("GCC diagnostic ignored \"-Wattributes\"")
#endif

/* clang-format off */
#define FAULT(type_, name_, parameters_)                                                           \
	HEAPKIT_REDEFINING                                                                         \
	type_ WINAPI name_ parameters_;                                                            \
	__attribute__((used)) static void heapkit_fault_##name_(void)                              \
	{                                                                                          \
		__asm__(".section .data\n"                                                         \
		        "\t.balign 8\n"                                                            \
		        "\t.globl __imp_" HEAPKIT_SYMBOL "\n"                                      \
		        "__imp_" HEAPKIT_SYMBOL ":\n"                                              \
		        "\t" HEAPKIT_POINTER " " HEAPKIT_SYMBOL "\n"                               \
		        "\t.text" ::"i"(name_));                                                   \
	}                                                                                          \
	type_ WINAPI name_ parameters_
/* clang-format on */

#define REAL(name_) real_##name_

/* Prototypes are written out: typeof would count as a use, and a used import cannot be replaced. */
#ifdef __aarch64__
/* What toolchains/aarch64-bare.mk calls it: the tools there make no other second name. */
#define HEAPKIT_REAL_SYMBOL(name_) __asm__("_" #name_)
#else
#define HEAPKIT_REAL_SYMBOL(name_)
#endif
#define HEAPKIT_REAL(type_, name_, parameters_)                                                    \
	__declspec(dllimport) type_ WINAPI real_##name_ parameters_ HEAPKIT_REAL_SYMBOL(name_)
HEAPKIT_REAL(DWORD, GetLastError, (void));
HEAPKIT_REAL(HANDLE, GetProcessHeap, (void));
HEAPKIT_REAL(DWORD, GetProcessHeaps, (DWORD, PHANDLE));
HEAPKIT_REAL(HANDLE, GetStdHandle, (DWORD));
HEAPKIT_REAL(LPVOID, HeapAlloc, (HANDLE, DWORD, SIZE_T));
HEAPKIT_REAL(HANDLE, HeapCreate, (DWORD, SIZE_T, SIZE_T));
HEAPKIT_REAL(BOOL, HeapDestroy, (HANDLE));
HEAPKIT_REAL(BOOL, HeapFree, (HANDLE, DWORD, LPVOID));
HEAPKIT_REAL(BOOL, WriteFile, (HANDLE, LPCVOID, DWORD, LPDWORD, LPOVERLAPPED));

#endif
