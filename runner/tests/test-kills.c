/* SPDX-License-Identifier: MIT */
/*
 * The runner, or one of its lanes, is killed at a moment chosen at random; what is there then is
 * whole, --resume makes of it what an uninterrupted run gives, and nobody stays alive.
 *
 * COUNT says how often, SEED from which seed; `make soak-kills` is the long form. With
 * KILLS_ON=wine it is the Wine of this machine that runs, on a few cases of $BUILD, and its
 * wineservers that must not stay.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "suites.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <uv.h>

#include "../heapkit/file.h"
#include "make-results.h"
#include "marked.h"
#include "run-heapkit.h"
#include "scratch.h"

enum { USUAL_COUNT = 20, PATIENCE = 500 /* ms for what a dead runner leaves */ };

/* What can happen to a run. A group is killed as Ctrl-C does it. */
enum victim { RUNNER, GROUP, LANE, VICTIMS };

static const char *const victims[] = {"the runner", "the group of the runner", "a lane"};
static const int signals[] = {SIGKILL, SIGTERM, SIGINT, SIGHUP};

/* What runs, and how that ends when nobody is killed. */
static struct kind {
	const char *behaviour; /* of the fake */
	const char *jobs;      /* 1 where no two may run at once: they look for each other */
	int status;
	char *want;
	uint64_t span; /* us in which to kill */
} kinds[] = {{.behaviour = "leaves-children", .jobs = "1"},
	     {.behaviour = "fails", .jobs = "2"},
	     {.behaviour = "crashes", .jobs = "2"},
	     {.behaviour = "takes-time", .jobs = "1"}};

enum { KINDS = sizeof kinds / sizeof *kinds };

static uint64_t state;
static bool on_wine;
static double slowest;  /* ms until nobody of a dead runner was alive */
static unsigned missed; /* kills: no lane was there yet, or any more */

static uint64_t draw(uint64_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (state >> 11) % below;
}

static uint64_t setting(const char *name, uint64_t usual)
{
	const char *word = getenv(name);

	return word && *word ? strtoull(word, NULL, 10) : usual;
}

static pid_t start(const struct kind *kind, const char *option)
{
	const char *cases = getenv("CASES") ? getenv("CASES") : getenv("BUILD");
	const char *const fake[] = {"run",          "--cases",       suite_path(), option,
				    results_path(), "--jobs",        kind->jobs,   "--",
				    fake_path(),    kind->behaviour, NULL};
	const char *const wine[] = {"run",
				    "--cases",
				    cases ? cases : "build",
				    option,
				    results_path(),
				    "--jobs",
				    "2",
				    "--ignore-expectations",
				    "--case",
				    "process-heaps/small-*",
				    "--target",
				    "*-bare",
				    NULL};

	marked_begin();
	unlink(scratch_path("fakes"));
	return heapkit_start(on_wine ? wine : fake);
}

/* The lines, but for what differs between two runs that found the same, in an order of their own.
 */
static char *essence(void)
{
	static const char *const varying[] = {"seconds", "attempts", "observations", "output",
					      "message", "got",      "want",         "at"};
	const struct results *results = read_results();
	json_t *all = json_object(), *result;
	char *text;
	size_t i;

	ck_assert_ptr_nonnull(results->footer);
	json_object_del(results->header, "started");
	json_object_del(results->footer, "seconds");
	json_array_foreach(results->cases, i, result)
	{
		char *key =
		    xformat("%s %s", result_text(result, "case"), result_text(result, "target"));

		for (size_t j = 0; j < (on_wine ? sizeof varying / sizeof *varying : 1); j++)
			json_object_del(result, varying[j]);
		ck_assert_msg(!json_object_get(all, key), "%s is there twice", key);
		json_object_set(all, key, result);
		free(key);
	}
	json_object_set(all, "header", results->header);
	json_object_set(all, "footer", results->footer);
	text = json_dumps(all, JSON_INDENT(1) | JSON_SORT_KEYS);
	json_decref(all);
	return text;
}

/* Each line is whole and JSON; there may be none yet. */
static void check_lines(void)
{
	char *text, *line;

	if (access(results_path(), F_OK) != 0)
		return;
	text = make_contents(results_path());
	for (line = text; *line;) {
		char *end = strchr(line, '\n');
		json_t *object =
		    end ? json_loadb(line, (size_t)(end - line), JSON_ALLOW_NUL, NULL) : NULL;

		ck_assert_msg(object != NULL, "'%.300s' is no whole line", line);
		json_decref(object);
		line = end + 1;
	}
	free(text);
}

static pid_t draw_lane(pid_t runner)
{
	pid_t lanes[8];
	const size_t count = heapkit_lanes(runner, lanes, 8);

	return count ? lanes[draw(count)] : 0;
}

static void kill_victim(pid_t runner, enum victim victim, int signal)
{
	const pid_t lane = victim == LANE ? draw_lane(runner) : 0;

	if (victim == LANE && !lane)
		missed++;
	else
		kill(victim == LANE ? lane : victim == GROUP ? -runner : runner, signal);
}

static void check_nobody_lives(const char *after)
{
	const double waited = marked_wait(PATIENCE);
	char names[2000];

	marked_alive(names, sizeof names);
	ck_assert_msg(waited >= 0, "%s, %.0f ms later, there still is %s", after, -waited, names);
	if (waited > slowest)
		slowest = waited;
}

/* Nothing stays in the folder for what runs keep, either. */
static void check_nothing_lies(const char *after)
{
	struct folder folder;
	struct error error;
	bool missing;

	ck_assert(folder_read(scratch_path("state"), "", &folder, &missing, &error));
	ck_assert_msg(folder.count == 0, "%s, %s is left", after, folder.names[0]);
	folder_free(&folder);
}

static bool is_over(void)
{
	return access(results_path(), F_OK) == 0 && read_results()->footer != NULL;
}

/* One run and one kill. */
static void check_kill(const struct kind *kind)
{
	const enum victim victim = (enum victim)draw(VICTIMS);
	const int signal = signals[draw(4)];
	const uint64_t delay = draw(kind->span);
	char *after = xformat("%s killed by signal %d after %.1f ms", victims[victim], signal,
			      (double)delay / 1e3);
	const pid_t runner = start(kind, "--results");
	char *got;
	int ended;

	/* Only some of the time there is one. */
	for (int i = 0; victim == LANE && i < 5000 && !draw_lane(runner); i++)
		usleep(1000);
	usleep((useconds_t)(victim == LANE ? delay / 2 : delay));
	kill_victim(runner, victim, signal);
	ended = heapkit_wait(runner);
	check_nobody_lives(after);
	check_lines();
	if (victim == LANE)
		ck_assert_msg(ended == kind->status, "%s: status %d: %s", after, ended,
			      heapkit_errors);
	/* Before it listens to signals a run has nothing to clean up but an empty folder. */
	if (signal != SIGKILL && ended >= 0)
		check_nothing_lies(after);
	if (ended != kind->status || !is_over())
		ended = heapkit_wait(
		    start(kind, access(results_path(), F_OK) == 0 ? "--resume" : "--results"));
	ck_assert_msg(ended == kind->status, "%s: resumed with status %d: %s", after, ended,
		      heapkit_errors);
	check_nobody_lives(after);
	got = essence();
	ck_assert_msg(strcmp(got, kind->want) == 0, "%s: got %s\nwant %s", after, got, kind->want);
	free(got);
	free(after);
	unlink(results_path());
}

static void run_unharmed(struct kind *kind)
{
	const uint64_t began = uv_hrtime();

	kind->status = heapkit_wait(start(kind, "--results"));
	ck_assert_msg(kind->status == 0 || kind->status == 1, "%s", heapkit_errors);
	kind->span = (uv_hrtime() - began) / 1000 * 11 / 10;
	kind->want = essence();
	unlink(results_path());
}

START_TEST(killed_at_random)
{
	const uint64_t seed = setting("SEED", (uint64_t)time(NULL) ^ (uint64_t)getpid() << 32);
	const uint64_t count = setting("COUNT", USUAL_COUNT);
	int used;

	on_wine = getenv("KILLS_ON") && strcmp(getenv("KILLS_ON"), "wine") == 0;
	used = on_wine ? 1 : KINDS;
	state = seed ? seed : 1;
	printf("kills: COUNT=%llu SEED=%llu%s\n", (unsigned long long)count,
	       (unsigned long long)seed, on_wine ? " KILLS_ON=wine" : "");
	fflush(stdout);
	for (int i = 0; i < used; i++)
		run_unharmed(&kinds[i]);
	for (uint64_t i = 1; i <= count; i++) {
		check_kill(&kinds[draw((uint64_t)used)]);
		if (i % 100 == 0 || i == count) {
			printf("kills: %llu of %llu\n", (unsigned long long)i,
			       (unsigned long long)count);
			fflush(stdout);
		}
	}
	printf("kills: %u met nobody; nobody lived %.0f ms later\n", missed, slowest);
	for (int i = 0; i < used; i++)
		free(kinds[i].want);
}
END_TEST

Suite *kills_suite(void)
{
	Suite *suite = suite_create("kills");
	TCase *tcase = tcase_create("kills");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, getenv("COUNT") ? 0 : 240);
	tcase_add_test(tcase, killed_at_random);
	suite_add_tcase(suite, tcase);
	return suite;
}
