/* SPDX-License-Identifier: MIT */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "run-heapkit.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../heapkit/file.h"
#include "../heapkit/paths.h"
#include "../heapkit/platform.h"
#include "make-pe.h"
#include "make-results.h"
#include "processes.h"
#include "scratch.h"

extern char **environ;

enum { WORDS = 48, PATIENCE = 10000 /* ms */ };

char *heapkit_out, *heapkit_errors;
static struct results results;

/* Where the build is: `make test` says so. */
static const char *build_path(const char *name, char *path, size_t size)
{
	const char *build = getenv("BUILD");

	snprintf(path, size, "%s/%s", build ? build : "build", name);
	return path;
}

static void add_program(const char *name, const char *kind, const char *source,
			const char *requirements, const char *title, const char *import)
{
	const struct heapkit_section section =
	    make_section(kind, source, "x86_64-bare", requirements, title);
	const char *const imports[] = {"ExitProcess", "WriteFile", import, NULL};
	char path[4096];

	snprintf(path, sizeof path, "%s/%s.exe", suite_path(), name);
	make_pe(path, &section, 64, imports);
}

static void make_suite(void)
{
	scratch_folder("suite");
	add_program("status-42", "canary", "kit/canaries/status-42.c", "", "status 42", NULL);
	add_program("status-43", "canary", "kit/canaries/status-43.c", "", "status 43", NULL);
	add_program("text", "canary", "kit/canaries/text.c", "", "text quince", NULL);
	add_program("first", "case", "cases/area/first.c", "GPH-01 GPH-05", "the first title",
		    "GetProcessHeaps");
	add_program("second", "case", "cases/area/second.c", "GPD-01", "the second title",
		    "GetProcessHeap");
	add_program("third", "case", "cases/area/third.c", "GPH-02", "the third title",
		    "GetProcessHeaps");
	add_program("program", "program", "reference/program", "REF-01 REF-02", "lists heaps",
		    "GetProcessHeaps");
}

void heapkit_begin(void)
{
	scratch_begin();
	platform_adopt_orphans();
	/* Where the state of a run goes. */
	setenv("XDG_RUNTIME_DIR", scratch_folder("state"), 1);
	setenv("TMPDIR", scratch_path("state"), 1);
	setenv("FAKE_STATE", scratch_path("fakes"), 1);
	make_suite();
}

/* A test that failed must not leave what it was about. */
void heapkit_end(void)
{
	platform_kill_descendants(NULL, 0, 0);
	results_free(&results);
	free(heapkit_out);
	free(heapkit_errors);
	heapkit_out = heapkit_errors = NULL;
	scratch_end();
}

const char *suite_path(void)
{
	return scratch_path("suite");
}

const char *fake_path(void)
{
	static char path[4096];

	return build_path("tests/fake", path, sizeof path);
}

const char *results_path(void)
{
	return scratch_path("results.jsonl");
}

void assert_nothing_left(void)
{
	int children[64];
	struct folder folder;
	struct error error;
	bool missing;

	ck_assert_uint_eq(platform_children(children, 64), 0);
	ck_assert(folder_read(scratch_path("state"), "", &folder, &missing, &error));
	ck_assert_msg(folder.count == 0, "%s is left", folder.count ? folder.names[0] : "");
	folder_free(&folder);
}

pid_t heapkit_start(const char *const *words)
{
	const int input = open("/dev/null", O_RDONLY | O_CLOEXEC);
	const int output =
	    open(scratch_path("out"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	const pid_t process = heapkit_start_with(words, input, output);

	close(input);
	close(output);
	return process;
}

pid_t heapkit_start_with(const char *const *words, int input, int output)
{
	char program[4096], *arguments[WORDS] = {program};
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	pid_t process;
	int status;

	build_path("checked/heapkit", program, sizeof program);
	for (int i = 0; words[i]; i++) {
		ck_assert_int_lt(i, WORDS - 2);
		arguments[i + 1] = (char *)words[i];
	}
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, input, 0);
	posix_spawn_file_actions_adddup2(&actions, output, 1);
	posix_spawn_file_actions_addopen(&actions, 2, scratch_path("errors"),
					 O_WRONLY | O_CREAT | O_TRUNC, 0600);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
	status = posix_spawn(&process, program, &actions, &attributes, arguments, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	ck_assert_msg(status == 0, "%s: %s", program, strerror(status));
	return process;
}

int heapkit_wait(pid_t process)
{
	int status;

	while (waitpid(process, &status, 0) < 0)
		ck_assert_int_eq(errno, EINTR);
	free(heapkit_out);
	free(heapkit_errors);
	heapkit_out = path_exists(scratch_path("out")) ? make_contents(scratch_path("out")) : NULL;
	heapkit_errors = make_contents(scratch_path("errors"));
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

size_t heapkit_lanes(pid_t runner, pid_t *lanes, size_t room)
{
	int children[64];
	const size_t all = process_children(runner, children, 64);
	size_t count = 0;

	for (size_t i = 0; i < all && count < room; i++)
		if (process_is_lane(children[i]))
			lanes[count++] = children[i];
	return count;
}

int heapkit_run(const char *const *words)
{
	const int status = heapkit_wait(heapkit_start(words));

	/* What the sanitizers say must not drown in a status that a test expects. */
	ck_assert_msg(!strstr(heapkit_errors, "Sanitizer") &&
			  !strstr(heapkit_errors, "runtime error"),
		      "%s", heapkit_errors);
	assert_nothing_left();
	return status;
}

int heapkit_run_fake(const char *behaviour, const char *const *words)
{
	const char *all[WORDS] = {"run",          "--cases", suite_path(), "--results",
				  results_path(), "--jobs",  "1"};
	size_t count = 7;

	for (; *words; words++) {
		ck_assert_uint_lt(count, WORDS - 5);
		all[count++] = *words;
	}
	all[count++] = "--";
	all[count++] = fake_path();
	all[count++] = behaviour;
	return heapkit_run(all);
}

void wait_for_fakes(unsigned count)
{
	for (int waited = 0; waited < PATIENCE; waited += 5) {
		FILE *file = fopen(scratch_path("fakes"), "r");
		unsigned lines = 0;
		int byte;

		while (file && (byte = getc(file)) != EOF)
			lines += byte == '\n';
		if (file)
			fclose(file);
		if (lines >= count)
			return;
		usleep(5000);
	}
	ck_abort_msg("the fake was not started %u times", count);
}

const struct results *read_results(void)
{
	struct error error;

	results_free(&results);
	ck_assert_msg(results_read(results_path(), &results, &error), "%s", error.text);
	return &results;
}

const json_t *find_result(const char *id)
{
	const json_t *result;
	size_t i;

	json_array_foreach(read_results()->cases, i, result)
	{
		if (strcmp(result_text(result, "case"), id) == 0)
			return result;
	}
	ck_abort_msg("there is no result of %s; stderr: %s", id, heapkit_errors);
	return NULL;
}

void assert_contains(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) != NULL, "there is no '%s' in '%s'", part, text);
}

void assert_file(const char *name, const char *contents)
{
	char *found = make_contents(scratch_path(name));

	ck_assert_str_eq(found, contents);
	free(found);
}

void assert_one_error(const char *part)
{
	const char *end = strchr(heapkit_errors, '\n');

	assert_contains(heapkit_errors, part);
	ck_assert_msg(strncmp(heapkit_errors, "heapkit: ", 9) == 0 && end && end[1] == '\0',
		      "'%s' is no single error", heapkit_errors);
}
