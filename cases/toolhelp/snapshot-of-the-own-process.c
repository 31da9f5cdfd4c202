/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static void check(DWORD process, const char *name)
{
	where("process", name);
	const HANDLE snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPHEAPLIST, process);

	ck_assert_ptr_ne(snapshot, INVALID_HANDLE_VALUE);
	ck_assert(CloseHandle(snapshot));
}

CASE("TLH-01", "a snapshot of the heaps of the own process can be made, by the id 0 and by its own")
{
	check(0, "0");
	check(GetCurrentProcessId(), "own id");
}
