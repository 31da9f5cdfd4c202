/* SPDX-License-Identifier: MIT */
#include "platform.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

#include "error.h"

void platform_begin(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	/* A file that may not grow is an error with a name, and no end of this process. */
	signal(SIGXFSZ, SIG_IGN);
}

FILE *platform_open(const char *path, const char *mode)
{
	char own[8];

	/* What this process starts has no business with it. */
	snprintf(own, sizeof own, "%se", mode);
	return fopen(path, own);
}

size_t platform_cpus(int *cpus, size_t room)
{
	cpu_set_t set;
	size_t count = 0;

	CPU_ZERO(&set);
	if (sched_getaffinity(0, sizeof set, &set) == 0)
		for (int cpu = 0; cpu < CPU_SETSIZE && count < room; cpu++)
			if (CPU_ISSET(cpu, &set))
				cpus[count++] = cpu;
	if (count == 0)
		cpus[count++] = 0;
	return count;
}

bool platform_pin(int cpu)
{
	cpu_set_t set;

	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	return sched_setaffinity(0, sizeof set, &set) == 0;
}

bool platform_fix_addresses(void)
{
	const int old = personality(0xFFFFFFFF);

	return old != -1 && personality((unsigned long)old | ADDR_NO_RANDOMIZE) != -1;
}

void platform_adopt_orphans(void)
{
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

void platform_hide(void)
{
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

void platform_guard_lanes(void)
{
	platform_adopt_orphans();
}

/* libuv stops looking at the first gap. */
void platform_pass_nothing_on(void)
{
	DIR *folder = opendir("/proc/self/fd");
	const struct dirent *entry;

	uv_disable_stdio_inheritance();
	while (folder && (entry = readdir(folder)))
		if (entry->d_name[0] != '.')
			fcntl(atoi(entry->d_name), F_SETFD, FD_CLOEXEC);
	if (folder)
		closedir(folder);
}

static bool contains(const int *processes, size_t count, int process)
{
	for (size_t i = 0; i < count; i++)
		if (processes[i] == process)
			return true;
	return false;
}

/* Over all threads. The list may be short while children end, so who kills asks again until nobody
 * is left. */
size_t platform_children(int *children, size_t room)
{
	size_t count = 0;
	DIR *threads = opendir("/proc/self/task");
	struct dirent *thread;

	while (threads && (thread = readdir(threads))) {
		char path[64];
		FILE *list;

		if (thread->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "/proc/self/task/%.20s/children", thread->d_name);
		list = fopen(path, "re");
		while (list && count < room && fscanf(list, "%d", &children[count]) == 1)
			count++;
		if (list)
			fclose(list);
	}
	if (threads)
		closedir(threads);
	return count;
}

double platform_time_of_children(void)
{
	struct rusage usage;

	if (getrusage(RUSAGE_CHILDREN, &usage) != 0)
		return 0;
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
	       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* A killed process hands its children to this one, so they appear in the next round. */
void platform_kill_descendants(const int *kept, size_t kept_count, int own)
{
	int children[1024];

	for (int round = 0; round < 10000; round++) {
		const size_t count = platform_children(children, 1024);
		size_t left = 0;

		for (size_t i = 0; i < count; i++) {
			if (contains(kept, kept_count, children[i]))
				continue;
			kill(children[i], SIGKILL);
			if (children[i] == own)
				continue;
			left++;
			waitpid(children[i], NULL, 0);
		}
		if (left == 0)
			return;
	}
}

void platform_kill_orphans(const int *lanes, size_t count)
{
	platform_kill_descendants(lanes, count, 0);
}

char *platform_make_folder(bool large)
{
	const char *const small_bases[] = {getenv("XDG_RUNTIME_DIR"), getenv("TMPDIR"), "/tmp"};
	const char *const large_bases[] = {getenv("TMPDIR"), "/var/tmp", "/tmp"};

	for (size_t i = 0; i < sizeof small_bases / sizeof small_bases[0]; i++) {
		const char *base = large ? large_bases[i] : small_bases[i];
		char *path;

		if (!base || base[0] != '/')
			continue;
		path = xformat("%s/heapkit-XXXXXX", base);
		if (mkdtemp(path))
			return path;
		free(path);
	}
	return NULL;
}

static int remove_entry(const char *path, const struct stat *stat, int kind, struct FTW *place)
{
	(void)stat;
	(void)kind;
	(void)place;
	remove(path);
	return 0;
}

void platform_remove_folder(const char *path)
{
	nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

bool platform_takes_escapes(int stream)
{
	const char *terminal = getenv("TERM");

	return isatty(stream) && terminal && strcmp(terminal, "dumb") != 0;
}

static const struct {
	int code;
	const char *advice;
} shortages[] = {
    {UV_EAGAIN, "; allow more processes (ulimit -u) or give fewer --jobs"},
    {UV_EMFILE, "; allow more open files (ulimit -n) or give fewer --jobs"},
    {UV_ENFILE, "; close something: the whole system has too many files open"},
    {UV_ENOMEM, "; end something: there is no memory for it"},
};

static const char *advice_on(int code)
{
	for (size_t i = 0; i < sizeof shortages / sizeof *shortages; i++)
		if (shortages[i].code == code)
			return shortages[i].advice;
	return NULL;
}

bool platform_is_shortage(int code)
{
	return advice_on(code) != NULL;
}

char *platform_why_not_started(int code)
{
	return xformat("%s%s", uv_strerror(code), advice_on(code) ? advice_on(code) : "");
}

unsigned platform_file_limit(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > UINT_MAX)
		return 0;
	return (unsigned)limit.rlim_cur;
}

bool platform_is_windows(void)
{
	return false;
}

const char *platform_wine(void)
{
	return NULL;
}

const char *platform_emulated(void)
{
	return NULL;
}

char *platform_name(void)
{
	struct utsname name;

	if (uname(&name) != 0)
		return xstrdup("Linux");
	return xformat("%s %s %s", name.sysname, name.release, name.machine);
}
