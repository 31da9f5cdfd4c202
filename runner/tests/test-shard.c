/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../heapkit/shard.h"
#include "make-results.h"
#include "run-heapkit.h"
#include "scratch.h"

enum { CASES = 40, TARGETS = 2, PROGRAMS = CASES * TARGETS + 1 };

static struct program programs[PROGRAMS];
static const struct suite suite = {.programs = programs, .count = PROGRAMS};
static struct results times;

static char *id_of(unsigned number)
{
	return xformat("area/case-%02u", number);
}

/* A canary and 40 cases for each of two targets, in that order or the other way round. */
static void make_suite(bool backwards)
{
	memset(programs, 0, sizeof programs);
	for (unsigned i = 0; i < PROGRAMS; i++) {
		struct program *program = &programs[backwards ? PROGRAMS - 1 - i : i];

		program->kind = i == 0 ? KIND_CANARY : KIND_CASE;
		program->id = id_of(i / TARGETS);
		strcpy(program->pe.section.target, i % TARGETS ? "a-bare" : "b-bare");
	}
}

static void free_suite(void)
{
	for (unsigned i = 0; i < PROGRAMS; i++)
		free(programs[i].id);
}

/* Times of all cases but some: 1 to 78 ms, and one that takes half of the time of all. */
static void make_times(void)
{
	results_begin(&times, make_header());
	for (unsigned i = 0; i < PROGRAMS; i++) {
		const struct program *program = &programs[i];
		const unsigned number = (unsigned)atoi(program->id + strlen("area/case-"));
		json_t *result;

		if (program->kind == KIND_CANARY || number >= CASES - 1)
			continue;
		result = make_add(&times, make_case(program->id, program->pe.section.target));
		json_object_set_new(result, "seconds",
				    json_real(number == 7 ? 1.0 : 0.002 * number + 0.001));
	}
}

static void begin(void)
{
	make_suite(false);
	make_times();
}

static void end(void)
{
	results_free(&times);
	free_suite();
}

static bool every(const struct program *program, const void *data)
{
	(void)program;
	(void)data;
	return true;
}

/* The programs of each shard, and what they took. */
static void add_up(const struct division *division, unsigned *counts, double *seconds)
{
	for (size_t i = 0; i < PROGRAMS; i++) {
		const char *id = programs[i].id, *target = programs[i].pe.section.target;
		const json_t *result;
		size_t k;

		counts[division->shards[i]]++;
		json_array_foreach(times.cases, k, result)
		{
			if (strcmp(result_text(result, "case"), id) == 0 &&
			    strcmp(result_text(result, "target"), target) == 0)
				seconds[division->shards[i]] +=
				    json_number_value(json_object_get(result, "seconds"));
		}
	}
}

/* By number of shards: 1 to 90, more than there are cases. */
START_TEST(every_case_is_in_one_shard)
{
	const unsigned shards = (unsigned)_i;
	unsigned counts[128] = {0};
	double seconds[128] = {0};
	struct division division;

	division_make(&division, &suite, every, NULL, shards, NULL);
	add_up(&division, counts, seconds);
	ck_assert_uint_eq(division.count, PROGRAMS - 1);
	ck_assert_uint_eq(counts[0], 1); /* the canary */
	for (unsigned i = 1; i <= shards; i++)
		ck_assert_msg(counts[i] == (PROGRAMS - 1) / shards ||
				  counts[i] == (PROGRAMS - 1) / shards + 1,
			      "shard %u of %u has %u cases", i, shards, counts[i]);
	division_free(&division);
}
END_TEST

/* Where the longest case does not decide, all take about as long. */
START_TEST(times_balance)
{
	const unsigned shards = (unsigned)_i;
	unsigned counts[128] = {0};
	double seconds[128] = {0}, most = 0, least = 1e9;
	struct division division;

	division_make(&division, &suite, every, NULL, shards, &times);
	add_up(&division, counts, seconds);
	for (unsigned i = 1; i <= shards; i++) {
		most = seconds[i] > most ? seconds[i] : most;
		least = seconds[i] < least ? seconds[i] : least;
	}
	ck_assert_uint_eq(counts[0], 1);
	ck_assert_msg(most < 1.001 || most - least < 0.2, "%g to %g s", least, most);
	division_free(&division);
}
END_TEST

/* The machines of a matrix read their folders in different orders. */
START_TEST(order_does_not_matter)
{
	struct division division, other;
	const struct results *balance = _i ? &times : NULL;

	division_make(&division, &suite, every, NULL, 3, balance);
	free_suite();
	make_suite(true);
	division_make(&other, &suite, every, NULL, 3, balance);
	ck_assert_str_eq(division.digest, other.digest);
	for (size_t i = 0; i < PROGRAMS; i++)
		ck_assert_uint_eq(division.shards[i], other.shards[PROGRAMS - 1 - i]);
	division_free(&division);
	division_free(&other);
}
END_TEST

START_TEST(digest_tells_divisions_apart)
{
	struct division division, other;

	division_make(&division, &suite, every, NULL, 3, NULL);
	division_make(&other, &suite, every, NULL, 4, NULL);
	ck_assert_str_ne(division.digest, other.digest);
	division_free(&other);
	division_make(&other, &suite, every, NULL, 3, &times);
	ck_assert_str_ne(division.digest, other.digest);
	division_free(&other);
	division_free(&division);
}
END_TEST

/* Cases that may be slow are dealt out first, so that no shard has all of them. */
START_TEST(slow_cases_are_spread)
{
	struct division division;
	unsigned slow[5] = {0};

	for (unsigned i = 1; i <= 8; i++)
		programs[i * 9].pe.section.time_limit = 60;
	division_make(&division, &suite, every, NULL, 4, NULL);
	for (unsigned i = 1; i <= 8; i++)
		slow[division.shards[i * 9]]++;
	for (unsigned i = 1; i <= 4; i++)
		ck_assert_uint_eq(slow[i], 2);
	division_free(&division);
}
END_TEST

static const struct {
	const char *text;
	unsigned shard, shards; /* 0: refused */
} names[] = {
    {"1/1", 1, 1},
    {"2/3", 2, 3},
    {"4096/4096", 4096, 4096},
    {"0/3", 0, 0},
    {"4/3", 0, 0},
    {"1/4097", 0, 0},
    {"1", 0, 0},
    {"", 0, 0},
    {"/", 0, 0},
    {"1/", 0, 0},
    {"/2", 0, 0},
    {"1/2/3", 0, 0},
    {"-1/2", 0, 0},
    {"1/-2", 0, 0},
    {" 1/2", 0, 0},
    {"1/2 ", 0, 0},
    {"1 /2", 0, 0},
    {"one/2", 0, 0},
    {"1/0", 0, 0},
    {"01/2", 0, 0},
    {"1/99999999999999999999", 0, 0},
    {"99999999999999999999/99999999999999999999", 0, 0},
};

START_TEST(name)
{
	unsigned shard = 0, shards = 0;
	struct error error = {""};

	ck_assert_int_eq(shard_parse(names[_i].text, &shard, &shards, &error),
			 names[_i].shards > 0);
	ck_assert_uint_eq(shard, names[_i].shard);
	ck_assert_uint_eq(shards, names[_i].shards);
	ck_assert_int_eq(strstr(error.text, "--shard takes I/N") != NULL, names[_i].shards == 0);
}
END_TEST

static int run_shard(const char *shard, const char *results, const char *earlier)
{
	const char *words[] = {"run",    "--cases",   suite_path(),
			       "--jobs", "1",         "--shard",
			       shard,    "--results", scratch_path(results),
			       "--",     fake_path(), "passes",
			       NULL,     NULL,        NULL};

	if (earlier) {
		words[9] = "--times";
		words[10] = earlier;
		words[11] = "--";
		words[12] = fake_path();
		words[13] = "passes";
	}
	return heapkit_run(words);
}

/* Whoever divides 4 cases among 6 has two that run nothing, not even canaries. */
START_TEST(a_shard_may_be_empty)
{
	ck_assert_int_eq(run_shard("6/6", "results.jsonl", NULL), 0);
	ck_assert_str_eq(heapkit_errors, "");
	ck_assert_uint_eq(json_array_size(read_results()->cases), 0);
	ck_assert_str_eq(result_text(read_results()->header, "shard"), "6/6");
	ck_assert_ptr_nonnull(read_results()->footer);
	ck_assert_uint_eq(json_object_size(json_object_get(read_results()->footer, "targets")), 0);
}
END_TEST

/* Times of any results do, also of a run that was interrupted; of a cut file they do not. */
START_TEST(times_of_a_file)
{
	struct results earlier;

	make_results(&earlier);
	json_decref(earlier.footer);
	earlier.footer = NULL;
	make_file(&earlier, "earlier");
	results_free(&earlier);
	ck_assert_msg(run_shard("1/2", "results.jsonl", scratch_path("earlier")) == 0, "%s",
		      heapkit_errors);
	ck_assert_uint_eq(json_array_size(read_results()->cases), 2);
	scratch_text("earlier", "{\"heapkit\"");
	ck_assert_int_eq(run_shard("1/2", "other", scratch_path("earlier")), 2);
	assert_one_error("earlier:1: cut");
}
END_TEST

Suite *shard_suite(void)
{
	Suite *tests = suite_create("shard");
	TCase *tcase = tcase_create("division"), *runs = tcase_create("runs");

	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_loop_test(tcase, every_case_is_in_one_shard, 1, 90);
	tcase_add_loop_test(tcase, times_balance, 1, 12);
	tcase_add_loop_test(tcase, order_does_not_matter, 0, 2);
	tcase_add_test(tcase, digest_tells_divisions_apart);
	tcase_add_test(tcase, slow_cases_are_spread);
	tcase_add_loop_test(tcase, name, 0, sizeof names / sizeof *names);
	suite_add_tcase(tests, tcase);
	tcase_add_checked_fixture(runs, heapkit_begin, heapkit_end);
	tcase_set_timeout(runs, 60);
	tcase_add_test(runs, a_shard_may_be_empty);
	tcase_add_test(runs, times_of_a_file);
	suite_add_tcase(tests, runs);
	return tests;
}
