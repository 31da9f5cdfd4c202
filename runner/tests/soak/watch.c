/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

#include "../../heapkit/platform.h"
#include "../processes.h"
#include "soak.h"

enum {
	PAUSE = 5,  /* ms between two looks */
	STUCK = 60, /* s without a line of results */
	STATUS_STUCK = -1000
};

static volatile sig_atomic_t stopped;

static void on_stop(int signal)
{
	stopped = signal;
}

static void __attribute__((noreturn)) become_heapkit(const struct soak *soak)
{
	const struct rlimit no_core = {0, 0};
	char jobs[16], timeout[32], behaviour[64];

	snprintf(jobs, sizeof jobs, "%u", soak->jobs);
	snprintf(timeout, sizeof timeout, "%g", soak->timeout);
	snprintf(behaviour, sizeof behaviour, "random:%llu", (unsigned long long)soak->seed);
	setrlimit(RLIMIT_CORE, &no_core);
	setenv("XDG_RUNTIME_DIR", soak->state, 1);
	setenv("TMPDIR", soak->state, 1);
	setenv("FAKE_STATE", soak->fakes, 1);
	setenv("TERM", "xterm", 1);
	execl(soak->heapkit, soak->heapkit, "run", "--cases", soak->suite, "--results",
	      soak->results, "--jobs", jobs, "--timeout", timeout, "--all", "--", soak->fake,
	      behaviour, (char *)NULL);
	perror(soak->heapkit);
	_exit(127);
}

/* Its peak: the largest that it has been so far. */
static void look_at_memory(struct watched *watched)
{
	char path[64], line[128];
	FILE *file;
	unsigned peak;

	snprintf(path, sizeof path, "/proc/%d/status", watched->process);
	file = fopen(path, "re");
	while (file && fgets(line, sizeof line, file))
		if (sscanf(line, "VmHWM: %u kB", &peak) == 1 && peak > watched->peak)
			watched->peak = peak;
	if (file)
		fclose(file);
}

/* A lane keeps its descriptors from everybody but root; since Linux 6.2 the folder says how many.
 */
static unsigned count_in(const char *path)
{
	DIR *folder = opendir(path);
	const struct dirent *entry;
	struct stat status;
	unsigned count = 0;

	if (!folder)
		return stat(path, &status) == 0 ? (unsigned)status.st_size : 0;
	while ((entry = readdir(folder)))
		count += entry->d_name[0] != '.';
	closedir(folder);
	return count;
}

static void count_descriptors(const struct watched *watched, unsigned *seen)
{
	char path[64];
	unsigned count;

	snprintf(path, sizeof path, "/proc/%d/fd", watched->process);
	count = count_in(path);
	if (count > 0)
		seen[count < 255 ? count : 255]++;
}

/* While a calm program runs a lane has open what it always has, and two pipes. */
static bool runs_calm_program(int lane)
{
	static const char calm[] = "/calm-";
	char words[4096];
	size_t size;
	int child;

	if (process_children(lane, &child, 1) == 0)
		return false;
	size = process_read(child, "cmdline", words, sizeof words);
	return memmem(words, size, calm, sizeof calm - 1) != NULL;
}

static struct watched *lane_of(struct watch *watch, int process)
{
	for (unsigned i = 0; i < watch->lane_count; i++)
		if (watch->lanes[i].process == process)
			return &watch->lanes[i];
	if (watch->lane_count == MOST_LANES)
		return NULL;
	watch->lanes[watch->lane_count].process = process;
	return &watch->lanes[watch->lane_count++];
}

static void look(const struct soak *soak, struct watch *watch, unsigned lines)
{
	int children[MOST_LANES];
	const size_t count = process_children(watch->runner.process, children, MOST_LANES);
	const unsigned calm = soak->jobs * CALM_PER_LANE;

	look_at_memory(&watch->runner);
	/* The first line is the header. */
	if (lines > 1 && lines <= calm)
		count_descriptors(&watch->runner, watch->runner.early);
	else if (lines > soak->total - calm && lines <= soak->total)
		count_descriptors(&watch->runner, watch->runner.late);
	for (size_t i = 0; i < count; i++) {
		struct watched *lane =
		    process_is_lane(children[i]) ? lane_of(watch, children[i]) : NULL;

		if (!lane)
			continue;
		look_at_memory(lane);
		if (runs_calm_program(lane->process))
			count_descriptors(lane, lines < soak->total / 2 ? lane->early : lane->late);
	}
}

/* Lines of results that have come since. */
static unsigned new_lines(int *file, const char *path)
{
	char bytes[65536];
	ssize_t size;
	unsigned lines = 0;

	if (*file < 0)
		*file = open(path, O_RDONLY | O_CLOEXEC);
	while (*file >= 0 && (size = read(*file, bytes, sizeof bytes)) > 0)
		for (ssize_t i = 0; i < size; i++)
			lines += bytes[i] == '\n';
	return lines;
}

/* Waits for what the run prints. False: its terminal is closed. */
static bool listen_to(int terminal, struct text *heard)
{
	struct pollfd poll_terminal = {.fd = terminal, .events = POLLIN};
	char bytes[65536];
	ssize_t size;

	if (poll(&poll_terminal, 1, PAUSE) <= 0)
		return true;
	size = read(terminal, bytes, sizeof bytes);
	if (size > 0)
		text_add(heard, bytes, (size_t)size);
	/* The poll came back at once. */
	usleep(1000);
	return size > 0 || (size < 0 && errno == EINTR);
}

static void follow(const struct soak *soak, struct watch *watch, int terminal)
{
	uint64_t last = uv_hrtime();
	unsigned lines = 0;
	int results = -1;

	watch->status = 0;
	while (listen_to(terminal, &watch->terminal)) {
		const unsigned more = new_lines(&results, soak->results);

		lines += more;
		if (more)
			last = uv_hrtime();
		if (stopped || uv_hrtime() - last > (uint64_t)STUCK * 1000000000) {
			watch->status = STATUS_STUCK;
			break;
		}
		look(soak, watch, lines);
	}
	if (results >= 0)
		close(results);
}

bool watch_run(const struct soak *soak, struct watch *watch, struct error *error)
{
	const uint64_t start = uv_hrtime();
	struct rusage usage;
	int terminal, status;

	memset(watch, 0, sizeof *watch);
	signal(SIGINT, on_stop);
	signal(SIGTERM, on_stop);
	watch->runner.process = forkpty(&terminal, NULL, NULL, NULL);
	if (watch->runner.process < 0)
		return error_set(error, "no terminal can be made: %s", strerror(errno));
	if (watch->runner.process == 0)
		become_heapkit(soak);
	follow(soak, watch, terminal);
	if (watch->status == STATUS_STUCK)
		kill(watch->runner.process, SIGTERM);
	wait4(watch->runner.process, &status, 0, &usage);
	close(terminal);
	if ((unsigned)usage.ru_maxrss > watch->runner.peak)
		watch->runner.peak = (unsigned)usage.ru_maxrss;
	if (watch->status != STATUS_STUCK)
		watch->status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
	watch->seconds = (double)(uv_hrtime() - start) / 1e9;
	return true;
}

/* The number of descriptors that was there most of the time; 0: nobody looked. */
static unsigned usual(const unsigned *seen)
{
	unsigned most = 0;

	for (unsigned i = 1; i < 256; i++)
		if (seen[i] > seen[most])
			most = i;
	return most;
}

static void judge_descriptors(struct soak *soak, const struct watch *watch)
{
	const unsigned first = usual(watch->runner.early), last = usual(watch->runner.late);
	unsigned compared = 0, grown = 0;

	soak_verdict(soak, first > 0 && first == last,
		     "the runner has %u descriptors at its end, as %u at its beginning", last,
		     first);
	for (unsigned i = 0; i < watch->lane_count; i++) {
		const unsigned early = usual(watch->lanes[i].early);
		const unsigned late = usual(watch->lanes[i].late);

		compared += early && late;
		if (early && late && early != late) {
			printf("#   lane %u: %u descriptors, %u at its end\n", i, early, late);
			grown++;
		}
	}
	if (compared == 0 && geteuid() != 0) {
		printf("skip - the descriptors of lanes: this kernel tells them to root alone\n");
		return;
	}
	/* A lane that a case holds to the end runs no calm program there. */
	soak_verdict(soak, grown == 0 && compared > 0,
		     "%u of %u lanes were compared, %u have other descriptors at their end",
		     compared, soak->jobs, grown);
}

static void judge_memory(struct soak *soak, const struct watch *watch)
{
	unsigned lanes = 0;

	for (unsigned i = 0; i < watch->lane_count; i++)
		if (watch->lanes[i].peak > lanes)
			lanes = watch->lanes[i].peak;
	soak_verdict(soak,
		     !soak->memory ||
			 (watch->runner.peak < soak->memory * 1024 && lanes < soak->memory * 1024),
		     "memory at its peak: runner %.1f MB, lanes %.1f MB each",
		     watch->runner.peak / 1024.0, lanes / 1024.0);
}

/* Of the fakes' escapes none arrives; sanitizers say nothing. */
static void judge_terminal(struct soak *soak, const struct watch *watch)
{
	const char *bytes = watch->terminal.bytes;
	const size_t size = watch->terminal.size;
	static const struct {
		const char *text, *what;
	} bad[] = {{"\033]", "a title"},
		   {"\a", "a bell"},
		   {"Sanitizer", "a word of a sanitizer"},
		   {"runtime error", "a runtime error"}};
	const char *found = NULL;

	for (size_t i = 0; size && i < sizeof bad / sizeof *bad; i++)
		if (memmem(bytes, size, bad[i].text, strlen(bad[i].text)))
			found = bad[i].what;
	soak_verdict(soak, size > 0 && !found, "%zu bytes on the terminal, %s among them", size,
		     found ? found : "nothing that a fake wrote itself");
	if (found)
		printf("#   see terminal\n");
}

static void judge_leftovers(struct soak *soak)
{
	int children[64];
	const size_t count = platform_children(children, 64);
	DIR *folder = opendir(soak->state);
	const struct dirent *entry;
	unsigned files = 0;

	while (folder && (entry = readdir(folder)))
		files += entry->d_name[0] != '.';
	if (folder)
		closedir(folder);
	/* This process is the parent of all whose own is gone. */
	soak_verdict(soak, count == 0 && files == 0, "%zu processes and %u files are left", count,
		     files);
	platform_kill_descendants(NULL, 0, 0);
}

void watch_judge(struct soak *soak, const struct watch *watch)
{
	soak_verdict(soak, watch->status == 1, "the run ended with status %d after %.1f s",
		     watch->status, watch->seconds);
	soak_verdict(soak, watch->lane_count == soak->jobs,
		     "%u lanes from beginning to end, as %u were asked for", watch->lane_count,
		     soak->jobs);
	judge_leftovers(soak);
	judge_memory(soak, watch);
	judge_descriptors(soak, watch);
	judge_terminal(soak, watch);
}
