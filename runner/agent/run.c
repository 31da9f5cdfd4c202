/* SPDX-License-Identifier: MIT */
#include "agent.h"

enum {
	PAUSE = 2,           /* ms between looks at the pipes */
	PIPE_ROOM = 1 << 16, /* bytes a program can write between them */
	END_PATIENCE = 5000, /* ms until a process that was ended is gone */
	STATUS_OF_ENDED = 1, /* nobody reads it */
};

static struct ending ending;

struct pipe {
	HANDLE here, there;
};

static bool make_pipe(struct pipe *pipe)
{
	SECURITY_ATTRIBUTES inherited = {.nLength = sizeof inherited, .bInheritHandle = TRUE};

	return CreatePipe(&pipe->here, &pipe->there, &inherited, PIPE_ROOM) &&
	       SetHandleInformation(pipe->here, HANDLE_FLAG_INHERIT, 0);
}

/* Takes what is there, without waiting. More than fits is a flood, which nobody reads to its end.
 */
static void drain(const struct pipe *pipe, struct output *output)
{
	DWORD available = 0, got;

	while (PeekNamedPipe(pipe->here, NULL, 0, NULL, &available, NULL) && available) {
		const DWORD room = OUTPUT_ROOM - output->size;

		if (available > room)
			available = room;
		if (!room) {
			ending.flooded = true;
			return;
		}
		if (!ReadFile(pipe->here, output->bytes + output->size, available, &got, NULL) ||
		    !got)
			return;
		output->size += got;
	}
}

/* Nothing to read, at once: a program that waits for input must not wait for a user. */
static HANDLE open_nothing(void)
{
	SECURITY_ATTRIBUTES inherited = {.nLength = sizeof inherited, .bInheritHandle = TRUE};
	const HANDLE nothing = CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE,
					   &inherited, OPEN_EXISTING, 0, NULL);

	return nothing == INVALID_HANDLE_VALUE ? NULL : nothing;
}

static bool start(const WCHAR *path, const struct pipe pipes[2], PROCESS_INFORMATION *process)
{
	const HANDLE nothing = open_nothing();
	STARTUPINFOW startup = {.cb = sizeof startup,
				.dwFlags = STARTF_USESTDHANDLES,
				.hStdInput = nothing,
				.hStdOutput = pipes[0].there,
				.hStdError = pipes[1].there};
	static WCHAR command[PATH_ROOM + 3];
	DWORD length = 0;

	command[length++] = '"';
	while (path[length - 1]) {
		command[length] = path[length - 1];
		length++;
	}
	command[length++] = '"';
	command[length] = 0;
	ending.started =
	    CreateProcessW(path, command, NULL, NULL, TRUE, CREATE_SUSPENDED | CREATE_NO_WINDOW,
			   NULL, NULL, &startup, process);
	if (!ending.started)
		ending.error = GetLastError();
	if (nothing)
		CloseHandle(nothing);
	return ending.started;
}

/*
 * A job that ends with the agent. NULL where jobs are missing or half there, or where the process
 * is in one already and the system is older than NT 6.2: then the program alone is ended.
 */
static HANDLE contain(HANDLE process)
{
	JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {.BasicLimitInformation.LimitFlags =
							   JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE};
	const HANDLE job = CreateJobObjectW(NULL, NULL);

	if (!job)
		return NULL;
	SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
	if (AssignProcessToJobObject(job, process))
		return job;
	CloseHandle(job);
	return NULL;
}

static void end_tree(HANDLE job, HANDLE process)
{
	if (!job || !TerminateJobObject(job, STATUS_OF_ENDED))
		TerminateProcess(process, STATUS_OF_ENDED);
	WaitForSingleObject(process, END_PATIENCE);
	if (job)
		CloseHandle(job);
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
	PROCESS_INFORMATION process;
	HANDLE job;

	if (!start(path, pipes, &process))
		return;
	job = contain(process.hProcess);
	ResumeThread(process.hThread);
	watch(process.hProcess, pipes, limit);
	GetExitCodeProcess(process.hProcess, &ending.status);
	end_tree(job, process.hProcess);
	CloseHandle(process.hThread);
	CloseHandle(process.hProcess);
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
	/* Never to the end of file: somebody who is still alive may hold the other end. */
	for (int i = 0; i < 2; i++) {
		if (pipes[i].here)
			drain(&pipes[i], i ? &ending.errors : &ending.output);
		if (pipes[i].there)
			CloseHandle(pipes[i].there);
		if (pipes[i].here)
			CloseHandle(pipes[i].here);
	}
	return &ending;
}
