/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static DWORD WINAPI work(void *argument)
{
	struct worker *const worker = argument;

	WaitForSingleObject(worker->told, INFINITE);
	SetEvent(worker->begun);
	worker->act(worker);
	SetEvent(worker->done);
	return 0;
}

void prepare_worker(struct worker *worker)
{
	worker->told = make_event(FALSE);
	worker->begun = make_event(FALSE);
	worker->done = make_event(TRUE);
	CloseHandle(start_thread(work, worker));
}

void begin_work(struct worker *worker)
{
	require(SetEvent(worker->told));
	wait_for(worker->begun);
}

BOOL is_done(const struct worker *worker, DWORD milliseconds)
{
	return WaitForSingleObject(worker->done, milliseconds) == WAIT_OBJECT_0;
}
