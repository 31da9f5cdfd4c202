/* SPDX-License-Identifier: MIT */
/*
 * What the launches alone cost: programs on Wine from a fresh minimal prefix and wineserver for
 * each CPU, all pinned there, started, drained and waited for. Nothing is planned, judged or
 * written.
 *
 *   floor WINE                          prints the parts of that Wine, a line for each
 *   floor LOADER SERVER DLLS PROGRAM... runs the programs, each on the CPU that is free next
 *   floor COMMAND "" "" PROGRAM...      the same without Wine
 */
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "error.h"
#include "platform.h"
#include "wine.h"

enum { POLLS = 10000 /* ms */ };

struct floor {
	struct wine wine;
	char **programs;
	int count;
	int workers;
	atomic_int *next; /* of the programs, for all workers */
};

static const char *const variables[][2] = {{"WINELOADERNOEXEC", "1"},
					   {"WINEDEBUG", "-all"},
					   {"WINEDLLOVERRIDES", "mscoree,mshtml=;winedbg.exe=d"}};

static int print_parts(const char *word)
{
	char *cache = wine_cache_folder(), *note;
	struct wine wine;
	struct error error;
	bool minimal = false;

	if (!wine_find(word, cache, false, &wine, &note, &error))
		return error_report(&error, EXIT_CANNOT_RUN);
	minimal = wine.dlls && !wine.build_tree;
	if (minimal)
		printf("%s\n%s\n%s\n", wine.loader, wine.server, wine.dlls);
	else
		fprintf(stderr, "floor: %s: no installed Wine with a folder of DLLs\n", word);
	wine_free(&wine);
	free(cache);
	free(note);
	return minimal ? 0 : EXIT_CANNOT_RUN;
}

static pid_t start(char *const *command, int output)
{
	const pid_t process = fork();

	if (process != 0)
		return process;
	dup2(output, 1);
	execv(command[0], command);
	_exit(127);
}

/* Its output is read to the end and thrown away. */
static void run(char *const *command)
{
	char bytes[4096];
	int ends[2];
	pid_t process;

	if (pipe2(ends, O_CLOEXEC) != 0)
		exit(1);
	process = start(command, ends[1]);
	close(ends[1]);
	while (read(ends[0], bytes, sizeof bytes) > 0)
		;
	close(ends[0]);
	waitpid(process, NULL, 0);
}

static void set_environment(const struct wine *wine, const char *prefix)
{
	for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++)
		setenv(variables[i][0], variables[i][1], 1);
	unsetenv("DISPLAY");
	setenv("WINESERVER", wine->server, 1);
	setenv("WINEPREFIX", prefix, 1);
	unsetenv("TMPDIR");
}

static bool wait_for_server(const char *prefix, char **leftover)
{
	const struct timespec pause = {.tv_nsec = 1000000};
	bool listens = false;

	for (int polls = 0; !listens && polls < POLLS; polls++) {
		nanosleep(&pause, NULL);
		free(*leftover);
		listens = wine_listens(prefix, leftover);
	}
	return listens;
}

static void run_share(const struct floor *floor)
{
	int i;

	while ((i = atomic_fetch_add(floor->next, 1)) < floor->count)
		run((char *[]){floor->wine.loader, floor->programs[i], NULL});
}

/* What one CPU does on Wine. */
static int work_on_wine(const struct floor *floor)
{
	const struct wine *wine = &floor->wine;
	char *server[] = {wine->server, xstrdup("-f"), xstrdup("-p60"), NULL};
	char *wineboot[] = {wine->loader, xstrdup("C:\\windows\\system32\\wineboot.exe"),
			    xstrdup("--help"), NULL};
	char *folder = platform_make_folder(false), *leftover = NULL, *prefix;
	const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	struct error error;
	bool works;

	platform_adopt_orphans();
	platform_fix_addresses();
	dup2(nowhere, 2);
	prefix = xformat("%s/prefix", folder ? folder : "");
	if (!folder || !wine_make_prefix(wine, prefix, &error))
		return 1;
	set_environment(wine, prefix);
	start(server, nowhere);
	works = wait_for_server(prefix, &leftover);
	if (works) {
		waitpid(start(wineboot, nowhere), NULL, 0);
		run_share(floor);
	}
	platform_kill_descendants(NULL, 0, 0); /* the server, and what wineboot started */
	if (leftover)
		platform_remove_folder(leftover);
	platform_remove_folder(folder);
	return works ? 0 : 1;
}

static int work(const struct floor *floor, int cpu)
{
	platform_pin(cpu);
	if (*floor->wine.server)
		return work_on_wine(floor);
	run_share(floor);
	return 0;
}

int main(int argc, char **argv)
{
	int cpus[1024], status, failed = 0;
	struct floor floor = {.workers = (int)platform_cpus(cpus, 1024)};

	if (argc == 2)
		return print_parts(argv[1]);
	if (argc < 5)
		return EXIT_MISUSE;
	floor.wine = (struct wine){.loader = argv[1], .server = argv[2], .dlls = argv[3]};
	floor.programs = argv + 4;
	floor.count = argc - 4;
	floor.next = mmap(NULL, sizeof *floor.next, PROT_READ | PROT_WRITE,
			  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (floor.next == MAP_FAILED)
		return EXIT_CANNOT_RUN;
	for (int i = 0; i < floor.workers; i++)
		if (fork() == 0)
			_exit(work(&floor, cpus[i]));
	while (wait(&status) > 0)
		failed |= status;
	return failed ? 1 : 0;
}
