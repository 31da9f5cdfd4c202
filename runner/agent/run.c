/* SPDX-License-Identifier: MIT */
#include "agent.h"

enum { PAUSE = 2 /* ms between looks at the pipes */ };

static struct ending ending;

struct pipe {
	HANDLE here, there;
};

static bool make_pipe(struct pipe *pipe)
{
	SECURITY_ATTRIBUTES inherited = {.nLength = sizeof inherited, .bInheritHandle = TRUE};

	return CreatePipe(&pipe->here, &pipe->there, &inherited, 0) &&
	       SetHandleInformation(pipe->here, HANDLE_FLAG_INHERIT, 0);
}

/* Takes what is there, without waiting. What does not fit is dropped, and told. */
static void drain(const struct pipe *pipe, struct output *output)
{
	static char dropped[4096];
	DWORD available = 0, got = 0;

	while (PeekNamedPipe(pipe->here, NULL, 0, NULL, &available, NULL) && available) {
		const DWORD room = OUTPUT_ROOM - output->size;
		const DWORD size = room ? room : sizeof dropped;

		ending.flooded |= !room;
		if (!ReadFile(pipe->here, room ? output->bytes + output->size : dropped,
			      available < size ? available : size, &got, NULL))
			return;
		output->size += room ? got : 0;
		if (ending.flooded)
			return;
	}
}

static bool start(const WCHAR *path, const struct pipe pipes[2], PROCESS_INFORMATION *process)
{
	STARTUPINFOW startup = {.cb = sizeof startup,
				.dwFlags = STARTF_USESTDHANDLES,
				.hStdOutput = pipes[0].there,
				.hStdError = pipes[1].there};
	static WCHAR command[MAX_PATH + 3];
	DWORD length = 0;

	command[length++] = '"';
	while (path[length - 1]) {
		command[length] = path[length - 1];
		length++;
	}
	command[length++] = '"';
	command[length] = 0;
	return CreateProcessW(path, command, NULL, NULL, TRUE, CREATE_SUSPENDED | CREATE_NO_WINDOW,
			      NULL, NULL, &startup, process);
}

/* Where jobs are missing or half there, the program alone is ended. */
static void end_tree(HANDLE job, HANDLE process)
{
	if (!job || !TerminateJobObject(job, 1))
		TerminateProcess(process, 1);
	WaitForSingleObject(process, 5000);
}

static void watch(HANDLE process, const struct pipe pipes[2], DWORD limit)
{
	const DWORD begin = GetTickCount();

	while (WaitForSingleObject(process, PAUSE) == WAIT_TIMEOUT) {
		drain(&pipes[0], &ending.output);
		drain(&pipes[1], &ending.errors);
		ending.timed_out = GetTickCount() - begin >= limit;
		if (ending.timed_out || ending.flooded)
			break;
	}
	ending.milliseconds = GetTickCount() - begin;
}

static void run(const WCHAR *path, const struct pipe pipes[2], DWORD limit)
{
	const HANDLE job = CreateJobObjectW(NULL, NULL);
	PROCESS_INFORMATION process;

	ending.started = start(path, pipes, &process);
	if (!ending.started) {
		ending.error = GetLastError();
	} else {
		const bool contained = job && AssignProcessToJobObject(job, process.hProcess);

		ResumeThread(process.hThread);
		watch(process.hProcess, pipes, limit);
		GetExitCodeProcess(process.hProcess, &ending.status);
		end_tree(contained ? job : NULL, process.hProcess);
		CloseHandle(process.hThread);
		CloseHandle(process.hProcess);
	}
	if (job)
		CloseHandle(job);
}

const struct ending *agent_run(const WCHAR *path, DWORD limit)
{
	struct pipe pipes[2] = {{0}};

	ending.timed_out = ending.flooded = ending.started = false;
	ending.error = ending.status = ending.milliseconds = 0;
	ending.output.size = ending.errors.size = 0;
	if (make_pipe(&pipes[0]) && make_pipe(&pipes[1]))
		run(path, pipes, limit);
	else
		ending.error = GetLastError();
	for (int i = 0; i < 2; i++) {
		if (pipes[i].there)
			CloseHandle(pipes[i].there);
		drain(&pipes[i], i ? &ending.errors : &ending.output);
		if (pipes[i].here)
			CloseHandle(pipes[i].here);
	}
	return &ending;
}
