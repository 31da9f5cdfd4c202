/* SPDX-License-Identifier: MIT */
/* A lane without its runner: what it is told on stdin, and what becomes of it. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "suites.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "run-heapkit.h"
#include "scratch.h"

enum { LONGEST = 1 << 16 };

struct link {
	pid_t lane;
	int input, output;
};

/* A lane with a pipe at either end. */
static struct link start(void)
{
	const char *const words[] = {"lane", NULL};
	int input[2], output[2];
	struct link link;

	ck_assert_int_eq(pipe2(input, O_CLOEXEC), 0);
	ck_assert_int_eq(pipe2(output, O_CLOEXEC), 0);
	link.lane = heapkit_start_with(words, input[0], output[1]);
	close(input[0]);
	close(output[1]);
	link.input = input[1];
	link.output = output[0];
	return link;
}

static void tell(const struct link *link, const char *line)
{
	ck_assert_int_eq(write(link->input, line, strlen(line)), (ssize_t)strlen(line));
	ck_assert_int_eq(write(link->input, "\n", 1), 1);
}

/* The run's folder and the lane's in it, as the runner would name them. */
static void configure(const struct link *link)
{
	char line[2048];

	scratch_folder("state/run");
	snprintf(line, sizeof line,
		 "{\"directory\":\"%s/lane-0.0\",\"cpu\":-1,\"fixed_addresses\":false,"
		 "\"environment\":{\"FAKE_TEST\":\"x\"},\"wine\":null}",
		 scratch_path("state/run"));
	tell(link, line);
}

static void give_job(const struct link *link, const char *command)
{
	char line[2048];

	snprintf(
	    line, sizeof line,
	    "{\"job\":7,\"command\":[\"/bin/sh\",\"-c\",\"%s\"],\"timeout\":20,\"limit\":1000}",
	    command);
	tell(link, line);
}

/* The next line it says, which is an object. */
static json_t *listen(const struct link *link)
{
	static char line[LONGEST];
	size_t size = 0;
	json_t *answer;

	while (size < sizeof line && read(link->output, line + size, 1) == 1 && line[size] != '\n')
		size++;
	answer = json_loadb(line, size, JSON_ALLOW_NUL, NULL);
	ck_assert_msg(answer != NULL, "'%.*s'", (int)size, line);
	return answer;
}

/* Ends it as a runner does, dead or alive: its input ends. */
static void finish(struct link *link, int status)
{
	close(link->input);
	ck_assert_int_eq(heapkit_wait(link->lane), status);
	close(link->output);
	ck_assert_str_eq(heapkit_errors, "");
	assert_nothing_left();
}

START_TEST(answers)
{
	struct link link = start();
	json_t *answer;

	configure(&link);
	answer = listen(&link);
	ck_assert(json_is_true(json_object_get(answer, "ready")));
	ck_assert(json_is_false(json_object_get(answer, "pinned")));
	json_decref(answer);
	give_job(&link, "printf $FAKE_TEST; echo y >&2; exit 3");
	answer = listen(&link);
	ck_assert_int_eq(json_integer_value(json_object_get(answer, "job")), 7);
	ck_assert(json_is_true(json_object_get(answer, "started")));
	ck_assert_int_eq(json_integer_value(json_object_get(answer, "status")), 3);
	ck_assert_str_eq(result_text(answer, "out"), "x");
	ck_assert_str_eq(result_text(answer, "err"), "y\n");
	json_decref(answer);
	finish(&link, 0);
}
END_TEST

/* Told all at once; they run one after another, in their order. */
START_TEST(jobs_queue_up)
{
	struct link link = start();

	configure(&link);
	for (int i = 0; i < 3; i++)
		give_job(&link, "printf $$");
	json_decref(listen(&link));
	for (int i = 0; i < 3; i++) {
		json_t *answer = listen(&link);

		ck_assert_int_eq(json_integer_value(json_object_get(answer, "job")), 7);
		json_decref(answer);
	}
	finish(&link, 0);
}
END_TEST

/* Its runner died while a case ran: the answer cannot be written, and all is cleaned up none the
 * less. */
START_TEST(answer_that_nobody_reads)
{
	struct link link = start();

	configure(&link);
	json_decref(listen(&link));
	close(link.output);
	give_job(&link, "setsid sleep 60 & echo 1 >>$FAKE_STATE");
	wait_for_fakes(1);
	usleep(100000);
	link.output = -1;
	close(link.input);
	ck_assert_int_eq(heapkit_wait(link.lane), 0);
	assert_nothing_left();
}
END_TEST

START_TEST(input_ends_at_once)
{
	struct link link = start();

	finish(&link, 0);
}
END_TEST

START_TEST(input_ends_while_a_case_runs)
{
	struct link link = start();

	configure(&link);
	json_decref(listen(&link));
	give_job(&link, "echo 1 >>$FAKE_STATE; setsid sleep 60 & sleep 60");
	wait_for_fakes(1);
	finish(&link, 0);
}
END_TEST

START_TEST(nonsense)
{
	struct link link = start();

	tell(&link, "{\"directory\":");
	finish(&link, 1);
	link = start();
	configure(&link);
	json_decref(listen(&link));
	tell(&link, "run everything");
	finish(&link, 1);
}
END_TEST

START_TEST(folder_that_cannot_be_made)
{
	struct link link = start();
	json_t *answer;

	tell(&link,
	     "{\"directory\":\"/nowhere/lane\",\"cpu\":-1,\"environment\":{},\"wine\":null}");
	answer = listen(&link);
	assert_contains(result_text(answer, "error"), "/nowhere/lane: ");
	json_decref(answer);
	finish(&link, 0);
}
END_TEST

Suite *lane_suite(void)
{
	Suite *suite = suite_create("lane");
	TCase *tcase = tcase_create("lane");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, answers);
	tcase_add_test(tcase, jobs_queue_up);
	tcase_add_test(tcase, answer_that_nobody_reads);
	tcase_add_test(tcase, input_ends_at_once);
	tcase_add_test(tcase, input_ends_while_a_case_runs);
	tcase_add_test(tcase, nonsense);
	tcase_add_test(tcase, folder_that_cannot_be_made);
	suite_add_tcase(suite, tcase);
	return suite;
}
