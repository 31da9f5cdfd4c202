/* SPDX-License-Identifier: MIT */
/* A run that stands still for longer than its cases may take, and goes on. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "suites.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "run-heapkit.h"
#include "scratch.h"

/* The fake takes 0.3 s; what stands still does so for longer than the limit. */
#define LIMIT "2"
enum { STANDSTILL = 2300 /* ms */, CTRL_C = 3, CTRL_Z = 26 };

static const char *const *words(void)
{
	static const char *list[16];
	const char *const run[] = {
	    "run",       "--cases", suite_path(), "--results", results_path(), "--jobs", "1",
	    "--timeout", LIMIT,     "--",         fake_path(), "takes-time",   NULL};

	for (size_t i = 0; i < sizeof run / sizeof *run; i++)
		list[i] = run[i];
	return list;
}

static void assert_all_passed(void)
{
	const struct results *results = read_results();
	const json_t *result;
	size_t i;

	ck_assert_ptr_nonnull(results->footer);
	ck_assert_uint_eq(json_array_size(results->cases), 4);
	json_array_foreach(results->cases, i, result)
	    ck_assert_str_eq(result_text(result, "outcome"), "pass");
}

/* The process that the fake has noted first. */
static pid_t noted_case(void)
{
	FILE *file = fopen(scratch_path("fakes"), "r");
	int process = 0;

	ck_assert_ptr_nonnull(file);
	ck_assert_int_eq(fscanf(file, "%d", &process), 1);
	fclose(file);
	return process;
}

/* As a container is paused: runner, lane and case, in any order. */
START_TEST(everything_stands_still)
{
	const pid_t runner = heapkit_start(words());
	pid_t all[3] = {0, 0, runner};

	wait_for_fakes(1);
	all[0] = noted_case();
	ck_assert_uint_eq(heapkit_lanes(runner, &all[1], 1), 1);
	for (int i = 0; i < 3; i++)
		kill(all[i], SIGSTOP);
	usleep(STANDSTILL * 1000);
	for (int i = 2; i >= 0; i--)
		kill(all[i], SIGCONT);
	ck_assert_int_eq(heapkit_wait(runner), 0);
	assert_nothing_left();
	assert_all_passed();
}
END_TEST

/* What a shell does with a job in the foreground: when it stops, later, fg. Ends with its status.
 */
static void be_shell(const char *terminal)
{
	int screen, status;
	pid_t job;

	setsid();
	screen = open(terminal, O_RDWR | O_CLOEXEC); /* becomes the controlling one */
	if (screen < 0)
		_exit(120);
	job = heapkit_start_with(words(), screen, screen);
	signal(SIGTTOU, SIG_IGN);
	tcsetpgrp(screen, job);
	while (waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status)) {
		tcsetpgrp(screen, getpid());
		usleep(STANDSTILL * 1000);
		tcsetpgrp(screen, job);
		kill(-job, SIGCONT);
	}
	_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 121);
}

/* Reads what is on the screen, so that nobody waits for that; presses the key when a case runs. */
static int use_terminal(char key)
{
	const int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	bool pressed = false;
	pid_t shell;
	int status;

	ck_assert_int_ge(terminal, 0);
	ck_assert(grantpt(terminal) == 0 && unlockpt(terminal) == 0);
	shell = fork();
	if (shell == 0)
		be_shell(ptsname(terminal));
	while (waitpid(shell, &status, WNOHANG) == 0) {
		struct pollfd wait = {.fd = terminal, .events = POLLIN};
		char screen[4096];

		if (poll(&wait, 1, 10) == 1 && read(terminal, screen, sizeof screen) < 0)
			usleep(10000); /* nobody has opened the other end, or any more */
		if (!pressed && access(scratch_path("fakes"), F_OK) == 0) {
			ck_assert_int_eq(write(terminal, &key, 1), 1);
			pressed = true;
		}
	}
	close(terminal);
	ck_assert(pressed && WIFEXITED(status));
	return WEXITSTATUS(status);
}

START_TEST(control_z_and_fg)
{
	setenv("TERM", "xterm", 1);
	ck_assert_int_eq(use_terminal(CTRL_Z), 0);
	assert_nothing_left();
	assert_all_passed();
}
END_TEST

START_TEST(control_c)
{
	setenv("TERM", "xterm", 1);
	ck_assert_int_eq(use_terminal(CTRL_C), 128 + SIGINT);
	assert_nothing_left();
	ck_assert_ptr_null(read_results()->footer);
}
END_TEST

Suite *stopped_suite(void)
{
	Suite *suite = suite_create("stopped");
	TCase *tcase = tcase_create("stopped");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, everything_stands_still);
	tcase_add_test(tcase, control_z_and_fg);
	tcase_add_test(tcase, control_c);
	suite_add_tcase(suite, tcase);
	return suite;
}
