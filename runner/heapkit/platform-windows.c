/* SPDX-License-Identifier: MIT */
#include "platform.h"

#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>
#include <windows.h>
#include <shellapi.h>

#include "error.h"
#include "windows-errors.h"

/* Ends a whole tree of processes: nothing that starts inside leaves it. NULL: not in one. */
static HANDLE tree;

/* The caller frees it. */
static wchar_t *to_wide(const char *text)
{
	const int length = MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
	wchar_t *wide = xcalloc((size_t)length + 1, sizeof *wide);

	MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, length);
	return wide;
}

static char *from_wide(const wchar_t *wide)
{
	const int length = WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL);
	char *text = xcalloc((size_t)length + 1, 1);

	WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, length, NULL, NULL);
	return text;
}

/* The consoles that streams 1 and 2 are, as they were before; NULL: no console. */
static struct {
	HANDLE console;
	DWORD mode;
} screens[2];
static UINT code_page;

/* Colours and the progress line are escape sequences; an old console shows none. */
static void prepare_screens(void)
{
	for (int i = 0; i < 2; i++) {
		const HANDLE stream = GetStdHandle(i ? STD_ERROR_HANDLE : STD_OUTPUT_HANDLE);

		if (!GetConsoleMode(stream, &screens[i].mode))
			continue;
		screens[i].console = stream;
		SetConsoleMode(stream, screens[i].mode | ENABLE_PROCESSED_OUTPUT |
					   ENABLE_VIRTUAL_TERMINAL_PROCESSING);
		code_page = GetConsoleOutputCP();
	}
	if (code_page)
		SetConsoleOutputCP(CP_UTF8);
}

/* The console is the user's, and the next program's. Both may be one: what was first comes last. */
static void restore_screens(void)
{
	fflush(stdout);
	fflush(stderr);
	for (int i = 2; i-- > 0;)
		if (screens[i].console)
			SetConsoleMode(screens[i].console, screens[i].mode);
	if (code_page)
		SetConsoleOutputCP(code_page);
}

void platform_begin(int *argc, char ***argv)
{
	/* printf writes byte for byte where nothing gathers them, and a console makes nothing of
	 * half a character. */
	static char output[65536];
	wchar_t **words = CommandLineToArgvW(GetCommandLineW(), argc);

	*argv = xcalloc((size_t)*argc + 1, sizeof **argv);
	for (int i = 0; words && i < *argc; i++)
		(*argv)[i] = from_wide(words[i]);
	LocalFree(words);
	/* Reports are the same bytes on every system. */
	_setmode(0, _O_BINARY);
	_setmode(1, _O_BINARY);
	_setmode(2, _O_BINARY);
	setvbuf(stdout, output, _IOFBF, sizeof output);
	/* The console of a lane is the runner's. */
	if (*argc > 1 && strcmp((*argv)[1], "lane") == 0)
		return;
	prepare_screens();
	atexit(restore_screens);
}

bool platform_takes_escapes(int stream)
{
	DWORD mode;

	return screens[stream - 1].console && GetConsoleMode(screens[stream - 1].console, &mode) &&
	       (mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

FILE *platform_open(const char *path, const char *mode)
{
	wchar_t *wide_path = to_wide(path), *wide_mode = to_wide(mode);
	FILE *file = _wfopen(wide_path, wide_mode);

	/* Else every program that is started has it, and nobody can remove it meanwhile. */
	if (file)
		SetHandleInformation((HANDLE)_get_osfhandle(_fileno(file)), HANDLE_FLAG_INHERIT, 0);
	free(wide_path);
	free(wide_mode);
	return file;
}

/* More than 64 CPUs are in groups, of which a process starts in one. */
size_t platform_cpus(int *cpus, size_t room)
{
	DWORD_PTR own = 0, all = 0;
	size_t count = 0;

	GetProcessAffinityMask(GetCurrentProcess(), &own, &all);
	for (int cpu = 0; cpu < (int)(8 * sizeof own) && count < room; cpu++)
		if (own >> cpu & 1)
			cpus[count++] = cpu;
	if (count == 0)
		cpus[count++] = 0;
	return count;
}

bool platform_pin(int cpu)
{
	return SetProcessAffinityMask(GetCurrentProcess(), (DWORD_PTR)1 << cpu);
}

bool platform_fix_addresses(void)
{
	return false;
}

/* A job that this process is a member of; it ends, with all in it, when this process does. */
static HANDLE enter_job(void)
{
	JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {.BasicLimitInformation.LimitFlags =
							   JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE};
	const HANDLE job = CreateJobObjectW(NULL, NULL);

	if (job &&
	    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits,
				    sizeof limits) &&
	    AssignProcessToJobObject(job, GetCurrentProcess()))
		return job;
	if (job)
		CloseHandle(job);
	return NULL;
}

void platform_hide(void)
{
}

void platform_guard_lanes(void)
{
	/* Kept open until the process ends. */
	static HANDLE job;

	if (!job)
		job = enter_job();
}

void platform_adopt_orphans(void)
{
	/* Ctrl-C at the console is for the runner, which ends its lanes itself. */
	SetConsoleCtrlHandler(NULL, TRUE);
	tree = enter_job();
}

void platform_pass_nothing_on(void)
{
	uv_disable_stdio_inheritance();
}

double platform_time_of_children(void)
{
	return 0;
}

size_t platform_children(int *children, size_t room)
{
	static union {
		JOBOBJECT_BASIC_PROCESS_ID_LIST list;
		unsigned char
		    room[sizeof(JOBOBJECT_BASIC_PROCESS_ID_LIST) + 4096 * sizeof(ULONG_PTR)];
	} members;
	size_t count = 0;

	/* Of more than fit, those that do. */
	if (!tree || (!QueryInformationJobObject(tree, JobObjectBasicProcessIdList, &members,
						 sizeof members, NULL) &&
		      GetLastError() != ERROR_MORE_DATA))
		return 0;
	for (DWORD i = 0; i < members.list.NumberOfProcessIdsInList && count < room; i++)
		if (members.list.ProcessIdList[i] != GetCurrentProcessId())
			children[count++] = (int)members.list.ProcessIdList[i];
	return count;
}

static bool is_kept(const int *kept, size_t count, int process)
{
	for (size_t i = 0; i < count; i++)
		if (kept[i] == process)
			return true;
	return false;
}

static void end_process(int id)
{
	const HANDLE process = OpenProcess(
	    PROCESS_TERMINATE | PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE, (DWORD)id);
	BOOL inside = FALSE;

	if (!process)
		return;
	/* It may have ended, and its number be another's. */
	if (IsProcessInJob(process, tree, &inside) && inside && TerminateProcess(process, 1))
		WaitForSingleObject(process, 1000);
	CloseHandle(process);
}

/* What starts while others end is in the job too, so ask again until nobody is left. */
void platform_kill_descendants(const int *kept, size_t kept_count, int own)
{
	int members[1024];

	(void)own;
	for (int round = 0; round < 100; round++) {
		const size_t count = platform_children(members, 1024);
		size_t left = 0;

		for (size_t i = 0; i < count; i++)
			if (!is_kept(kept, kept_count, members[i])) {
				end_process(members[i]);
				left++;
			}
		if (left == 0)
			return;
	}
}

/* A lane that ended took its job with it. */
void platform_kill_orphans(const int *lanes, size_t count)
{
	(void)lanes;
	(void)count;
}

char *platform_make_folder(bool large)
{
	char base[4096];
	size_t size = sizeof base;
	uv_fs_t request;
	char *folder = NULL, *pattern;

	(void)large;
	if (uv_os_tmpdir(base, &size) != 0)
		return NULL;
	pattern = xformat("%s\\heapkit-XXXXXX", base);
	if (uv_fs_mkdtemp(NULL, &request, pattern, NULL) == 0)
		folder = xstrdup(request.path);
	uv_fs_req_cleanup(&request);
	free(pattern);
	return folder;
}

static void remove_file(const char *path)
{
	uv_fs_t request;

	uv_fs_unlink(NULL, &request, path, NULL);
	uv_fs_req_cleanup(&request);
}

void platform_remove_folder(const char *path)
{
	uv_fs_t request;
	uv_dirent_t entry;
	const int status = uv_fs_scandir(NULL, &request, path, 0, NULL);

	while (status >= 0 && uv_fs_scandir_next(&request, &entry) == 0) {
		char *name = xformat("%s\\%s", path, entry.name);

		if (entry.type == UV_DIRENT_DIR)
			platform_remove_folder(name);
		else
			remove_file(name);
		free(name);
	}
	uv_fs_req_cleanup(&request);
	uv_fs_rmdir(NULL, &request, path, NULL);
	uv_fs_req_cleanup(&request);
}

bool platform_is_shortage(int code)
{
	return code == UV_ENOMEM || code == UV_EMFILE;
}

unsigned platform_file_limit(void)
{
	return 0;
}

/* libuv looks for the file itself, and then Windows has said nothing. */
char *platform_why_not_started(int code)
{
	const DWORD told = GetLastError();

	if (code == UV_ENOENT)
		return windows_start_error(ERROR_FILE_NOT_FOUND);
	if (uv_translate_sys_error((int)told) == code)
		return windows_start_error(told);
	return xstrdup(uv_strerror(code));
}
