/* SPDX-License-Identifier: MIT */
/* What happens when the runner, or a part of it, is ended in the middle of a run. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "suites.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

#include "../heapkit/platform.h"
#include "run-heapkit.h"
#include "scratch.h"

static pid_t start(const char *behaviour, const char *jobs)
{
	const char *const words[] = {
	    "run",       "--cases", suite_path(), "--results", results_path(), "--jobs", jobs,
	    "--timeout", "60",      "--",         fake_path(), behaviour,      NULL};

	return heapkit_start(words);
}

static const struct {
	const char *behaviour;
	int signal;
	const char *jobs;
	size_t cases; /* that have a result */
} interruptions[] = {
    {"hangs", SIGINT, "1", 1},
    {"hangs", SIGTERM, "2", 3},
    {"ignores-requests", SIGHUP, "1", 1},
    {"canaries-hang", SIGINT, "3", 0},
    {"leaves-child-and-hangs", SIGINT, "1", 1},
};

/* Every line is whole, there is no footer, and nothing is left. */
START_TEST(interrupted)
{
	const pid_t runner = start(interruptions[_i].behaviour, interruptions[_i].jobs);

	wait_for_fakes(1);
	kill(runner, interruptions[_i].signal);
	ck_assert_int_eq(heapkit_wait(runner), 128 + interruptions[_i].signal);
	assert_nothing_left();
	assert_one_error("interrupted after ");
	assert_contains(heapkit_errors, "results.jsonl has their results, without a footer");
	ck_assert_ptr_null(read_results()->footer);
	ck_assert_uint_le(json_array_size(read_results()->cases), interruptions[_i].cases);
}
END_TEST

/* Ctrl-C reaches every process of the terminal's foreground group. */
START_TEST(interrupted_as_a_group)
{
	const pid_t runner = start("hangs", "2");

	wait_for_fakes(1);
	kill(-runner, SIGINT);
	ck_assert_int_eq(heapkit_wait(runner), 130);
	assert_nothing_left();
}
END_TEST

/* Reaps what this process adopted, until nobody is left or the time is over. */
static bool all_end_within(unsigned milliseconds)
{
	const uint64_t end = uv_hrtime() + milliseconds * (uint64_t)1000000;
	int children[64];

	for (;;) {
		while (waitpid(-1, NULL, WNOHANG) > 0)
			continue;
		if (platform_children(children, 64) == 0)
			return true;
		if (uv_hrtime() >= end)
			return false;
		usleep(5000);
	}
}

static const char *const deaths[] = {"hangs", "ignores-requests", "leaves-child-and-hangs"};

START_TEST(runner_is_killed)
{
	const pid_t runner = start(deaths[_i], "2");

	wait_for_fakes(1);
	kill(runner, SIGKILL);
	ck_assert_int_eq(heapkit_wait(runner), -SIGKILL);
	ck_assert_msg(all_end_within(500), "its lanes or their children live on");
	assert_nothing_left();
}
END_TEST

/* Waits until the runner has other lanes than those, and gives them. */
static size_t wait_for_lanes(pid_t runner, pid_t *lanes, size_t room)
{
	size_t count = 0;

	for (int i = 0; i < 1000 && count == 0; i++) {
		count = heapkit_lanes(runner, lanes, room);
		if (count == 0)
			usleep(2000);
	}
	ck_assert_uint_gt(count, 0);
	return count;
}

/* The run goes on with a new lane, and the case that was lost counts as tried once. */
START_TEST(lane_is_killed)
{
	const pid_t runner = start("takes-time", "1");
	pid_t lanes[4];

	wait_for_fakes(1);
	ck_assert_uint_eq(wait_for_lanes(runner, lanes, 4), 1);
	kill(lanes[0], SIGKILL);
	ck_assert_int_eq(heapkit_wait(runner), 0);
	assert_nothing_left();
	ck_assert_str_eq(heapkit_errors, "");
	ck_assert_uint_eq(json_array_size(read_results()->cases), 4);
	ck_assert_int_eq(json_integer_value(json_object_get(find_result("area/first"), "attempts")),
			 1);
	ck_assert_int_eq(json_integer_value(json_object_get(find_result("area/third"), "attempts")),
			 1);
	ck_assert_ptr_nonnull(read_results()->footer);
}
END_TEST

/* With its child in a session of its own, which the runner then has to find. */
START_TEST(lane_is_killed_before_its_case_leaves)
{
	const pid_t runner = start("leaves-child-and-hangs", "1");
	pid_t lanes[4];

	wait_for_fakes(2);
	wait_for_lanes(runner, lanes, 4);
	kill(lanes[0], SIGKILL);
	wait_for_fakes(4);
	kill(runner, SIGINT);
	ck_assert_int_eq(heapkit_wait(runner), 130);
	assert_nothing_left();
}
END_TEST

static const struct {
	const char *behaviour, *jobs;
} enemies[] = {{"kills-the-lane", "1"}, {"kills-the-lane", "2"}, {"stops-the-lane", "1"}};

/* A case that ends its lane each time costs itself, and no other case. */
START_TEST(case_turns_on_its_lane)
{
	const int status =
	    HEAPKIT("run", "--cases", suite_path(), "--results", results_path(), "--jobs",
		    enemies[_i].jobs, "--timeout", "1", "--", fake_path(), enemies[_i].behaviour);
	const json_t *first = find_result("area/first");

	ck_assert_int_eq(status, 1);
	ck_assert_str_eq(heapkit_errors, "");
	ck_assert_str_eq(result_text(first, "outcome"), "crash");
	assert_contains(result_text(first, "message"), "ended the lane");
	ck_assert_int_eq(json_integer_value(json_object_get(first, "attempts")), 2);
	ck_assert_ptr_nonnull(read_results()->footer);
	ck_assert_uint_eq(json_array_size(read_results()->cases), 4);
	/* On another lane at the same time the fake finds the process of this case. */
	if (strcmp(enemies[_i].jobs, "1") != 0)
		return;
	ck_assert_str_eq(result_text(find_result("area/second"), "outcome"), "pass");
	ck_assert_str_eq(result_text(find_result("area/third"), "outcome"), "pass");
	ck_assert_str_eq(result_text(find_result("reference/program"), "outcome"), "pass");
}
END_TEST

/* Where no lane lives long enough for a case the run ends, in one line. */
START_TEST(lanes_cannot_be_kept_alive)
{
	const pid_t runner = start("hangs", "1");
	siginfo_t about = {0};
	pid_t lanes[4];

	for (int i = 0; i < 20000 && about.si_pid == 0; i++) {
		if (heapkit_lanes(runner, lanes, 4))
			kill(lanes[0], SIGKILL);
		usleep(500);
		waitid(P_PID, (id_t)runner, &about, WEXITED | WNOHANG | WNOWAIT);
	}
	kill(runner, SIGKILL);
	ck_assert_int_eq(heapkit_wait(runner), 3);
	assert_nothing_left();
	assert_one_error("it ended three times by itself");
}
END_TEST

/* It cannot clean up, so the runner does, for all that it held. */
START_TEST(lane_is_stopped)
{
	const pid_t runner = start("leaves-child-and-hangs", "1");
	pid_t lanes[4];

	wait_for_fakes(2);
	wait_for_lanes(runner, lanes, 4);
	kill(lanes[0], SIGSTOP);
	kill(runner, SIGINT);
	ck_assert_int_eq(heapkit_wait(runner), 130);
	assert_nothing_left();
}
END_TEST

Suite *interrupt_suite(void)
{
	Suite *suite = suite_create("interrupt");
	TCase *tcase = tcase_create("interrupt");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, interrupted, 0, sizeof interruptions / sizeof *interruptions);
	tcase_add_test(tcase, interrupted_as_a_group);
	tcase_add_loop_test(tcase, runner_is_killed, 0, sizeof deaths / sizeof *deaths);
	tcase_add_test(tcase, lane_is_killed);
	tcase_add_test(tcase, lane_is_killed_before_its_case_leaves);
	tcase_add_loop_test(tcase, case_turns_on_its_lane, 0, sizeof enemies / sizeof *enemies);
	tcase_add_test(tcase, lanes_cannot_be_kept_alive);
	tcase_add_test(tcase, lane_is_stopped);
	suite_add_tcase(suite, tcase);
	return suite;
}
