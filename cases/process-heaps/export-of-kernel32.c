/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

typedef DWORD(WINAPI *get_process_heaps)(DWORD, PHANDLE);

CASE("GPH-32", "kernel32.dll exports GetProcessHeaps, and a call through that address agrees")
{
	static struct heap_list found;
	const HMODULE kernel32 = GetModuleHandleA("kernel32.dll");

	require(kernel32 != NULL);
	const FARPROC address = GetProcAddress(kernel32, "GetProcessHeaps");

	ck_assert_ptr_nonnull(address);
	create_heaps(3);

	const get_process_heaps exported = (get_process_heaps)(void (*)(void))address;

	attempt (list) {
		poison(found.heaps);
		found.count = exported(HEAP_LIST_ROOM, found.heaps);
		ck_assert_uint_eq(found.count, list->count);
		ck_assert_same_heaps(&found, list);
	}
}
