/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static volatile HANDLE seen_by_worker;

static DWORD WINAPI look(void *unused)
{
	(void)unused;
	seen_by_worker = GetProcessHeap();
	return 0;
}

CASE("GPD-03", "what GetProcessHeap returns in a second thread is recorded")
{
	join_thread(start_thread(look, NULL));
	observe("same in a worker", seen_by_worker == GetProcessHeap() ? "yes" : "no");
}
