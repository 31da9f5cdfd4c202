/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../heapkit/group.h"
#include "make-results.h"
#include "run-heapkit.h"
#include "scratch.h"

/* What two runs differ in, though they are the same. */
static void take_times_out(struct results *results)
{
	json_t *result;
	size_t i;

	json_object_del(results->header, "started");
	json_object_del(json_object_get(results->header, "options"), "division");
	json_object_del(json_object_get(results->header, "host"), "lanes");
	json_object_del(results->footer, "seconds");
	json_array_foreach(results->cases, i, result) json_object_del(result, "seconds");
}

static void read_sorted(const char *name, struct results *results)
{
	struct error error;
	struct group group;
	json_t *sorted = json_array();

	ck_assert_msg(results_read(scratch_path(name), results, &error), "%s", error.text);
	take_times_out(results);
	group = group_all(results->cases);
	for (size_t i = 0; i < group.count; i++)
		json_array_append(sorted, (json_t *)group.results[i]);
	group_free(&group);
	json_decref(results->cases);
	results->cases = sorted;
}

static void assert_same(const char *name, const char *other)
{
	struct results first, second;

	read_sorted(name, &first);
	read_sorted(other, &second);
	ck_assert(json_equal(first.header, second.header));
	ck_assert(json_equal(first.cases, second.cases));
	ck_assert(json_equal(first.footer, second.footer));
	results_free(&first);
	results_free(&second);
}

static const char *shard_name(unsigned number, char name[32])
{
	snprintf(name, 32, "shard-%u", number);
	return scratch_path(name);
}

static int merge(unsigned count)
{
	const char *words[32] = {"merge", "--results", scratch_path("merged")};
	char name[32];

	for (unsigned i = count; i > 0; i--)
		words[2 + count - i + 1] = shard_name(i, name);
	return heapkit_run(words);
}

static const struct {
	const char *behaviour;
	unsigned shards;
	int status;
} runs[] = {
    {"passes", 1, 0}, {"passes", 2, 0},      {"passes", 3, 0},          {"passes", 6, 0},
    {"fails", 2, 1},  {"status-only", 3, 0}, {"canaries-silent", 3, 3},
};

/* With each shard on a runner of its own it is the same as all at once. */
START_TEST(is_as_if_there_were_no_shards)
{
	ck_assert_int_eq(HEAPKIT_FAKE(runs[_i].behaviour, NULL), runs[_i].status);
	for (unsigned i = 1; i <= runs[_i].shards; i++) {
		char shard[32], name[32];

		snprintf(shard, sizeof shard, "%u/%u", i, runs[_i].shards);
		HEAPKIT("run", "--cases", suite_path(), "--jobs", "1", "--shard", shard,
			"--results", shard_name(i, name), "--", fake_path(), runs[_i].behaviour);
	}
	ck_assert_int_eq(merge(runs[_i].shards), runs[_i].status);
	ck_assert_str_eq(heapkit_errors, "");
	assert_same("results.jsonl", "merged");
	/* The last line holds the time. */
	if (runs[_i].status == 0)
		assert_contains(heapkit_out, "as expected: ");
}
END_TEST

/* Three shards, of which a test changes some. */
static struct results shards[4];

static void make_shards(void)
{
	heapkit_begin();
	for (unsigned i = 1; i <= 3; i++) {
		char shard[32], id[32];

		snprintf(shard, sizeof shard, "%u/3", i);
		snprintf(id, sizeof id, "area/case-%u", i);
		results_begin(&shards[i], make_header());
		json_object_set_new(shards[i].header, "shard", json_string(shard));
		json_object_set_new(shards[i].header, "options",
				    json_pack("{s:s, s:b}", "division", "0123", "all", 0));
		make_add(&shards[i], make_case(id, "a-bare"));
		shards[i].footer = make_footer(&shards[i]);
	}
}

static void free_shards(void)
{
	for (unsigned i = 1; i <= 3; i++)
		results_free(&shards[i]);
	heapkit_end();
}

static int merge_made(void)
{
	for (unsigned i = 1; i <= 3; i++) {
		char name[32];

		shard_name(i, name);
		make_file(&shards[i], name);
	}
	return merge(3);
}

static json_t *get(json_t *object, const char *key)
{
	return json_object_get(object, key);
}

static void interrupt(void)
{
	json_decref(shards[2].footer);
	shards[2].footer = NULL;
}

static void say_interrupted(void)
{
	json_object_set_new(shards[2].footer, "interrupted", json_true());
}

static void repeat(void)
{
	json_object_set_new(shards[2].header, "shard", json_string("3/3"));
}

static void divide_otherwise(void)
{
	json_object_set_new(shards[2].header, "shard", json_string("2/4"));
}

static void miss_two(void)
{
	for (unsigned i = 1; i <= 3; i++) {
		char shard[32];

		snprintf(shard, sizeof shard, "%u/5", i + 1);
		json_object_set_new(shards[i].header, "shard", json_string(shard));
	}
}

static void miss_many(void)
{
	for (unsigned i = 1; i <= 3; i++) {
		char shard[32];

		snprintf(shard, sizeof shard, "%u/20", i);
		json_object_set_new(shards[i].header, "shard", json_string(shard));
	}
}

static void be_whole(void)
{
	json_object_set_new(shards[2].header, "shard", json_null());
}

static void be_no_shard(void)
{
	json_object_set_new(shards[2].header, "shard", json_string("2 of 3"));
}

static void change_suite(void)
{
	make_text(shards[2].header, "suite", "fedc\x1b[2J\u202E");
}

static void change_kit(void)
{
	make_text(shards[2].header, "heapkit", "0.2.0");
}

static void change_name(void)
{
	make_text(get(shards[2].header, "implementation"), "name", "emu");
}

static void change_version(void)
{
	make_text(get(shards[2].header, "implementation"), "version", "wine-9.0");
}

static void forget_version(void)
{
	json_object_set_new(get(shards[2].header, "implementation"), "version", json_null());
}

static void change_command(void)
{
	json_array_append_new(get(get(shards[2].header, "implementation"), "command"),
			      json_string("{exe}"));
}

static void change_host(void)
{
	make_text(get(shards[1].header, "host"), "system", "Linux 6.1.0 x86_64");
	make_text(get(shards[2].header, "host"), "system", "Linux 6.1.0 aarch64");
	make_text(get(shards[3].header, "host"), "system", "Linux 6.1.0 x86_64");
}

static void change_options(void)
{
	json_object_set_new(get(shards[2].header, "options"), "all", json_true());
}

static void change_division(void)
{
	json_object_set_new(get(shards[2].header, "options"), "division", json_string("4567"));
}

static void forget_options(void)
{
	json_object_del(shards[2].header, "options");
}

static void repeat_case(void)
{
	make_text(json_array_get(shards[2].cases, 0), "case", "area/case-3");
}

static void lose_target(void)
{
	json_object_set_new(get(get(shards[2].footer, "targets"), "a-bare"), "runs", json_false());
	json_array_clear(shards[2].cases);
	json_object_update_new(shards[2].footer, results_footer(&shards[2]));
}

static const struct {
	void (*change)(void);
	const char *error;
} mistakes[] = {
    {interrupt, "shard-2: has no footer, the run of its shard was interrupted"},
    {say_interrupted, "shard-2: has no footer, the run of its shard was interrupted"},
    {repeat, "shard-2 are both shard 3/3; give each shard once"},
    {divide_otherwise, "shard-2 is shard 2/4; these are no shards of one run"},
    {miss_two, "shards 1/5, 5/5 are missing"},
    {miss_many, "shards 4/20, 5/20, 6/20, 7/20, 8/20, 9/20, 10/20, 11/20 and 9 more are missing"},
    {be_whole, "shard-2: is the result of a whole run"},
    {be_no_shard, "shard-2: its shard is none"},
    {change_suite, "has the suite \"0123456789abcdef\" and "},
    {change_suite, "shard-2 has \"fedc\\u001B[2J"},
    {change_kit, "has the version of heapkit \"0.1.0\" and "},
    {change_name, "has the implementation \"wine\" and "},
    {change_version, "has the version of the implementation \"wine-8.0 (Debian)\" and "},
    {forget_version, "shard-2 has null"},
    {change_command, "shard-2 has [\"wine\",\"{exe}\"]"},
    {change_host, "has the kind of host \"Linux x86_64\" and "},
    {change_host, "shard-2 has \"Linux aarch64\""},
    {change_options, "has --all false and "},
    {change_division, "the division into shards (--shard, --times)"},
    {forget_options, "shard-2 has none"},
    {repeat_case, "area/case-3 for a-bare stands in both "},
    {lose_target, "a-bare runs on the machine of "},
    {lose_target, "shard-2; repeat that shard"},
};

START_TEST(mistake)
{
	scratch_text("merged", "of another run\n");
	mistakes[_i].change();
	ck_assert_int_eq(merge_made(), 2);
	assert_one_error(mistakes[_i].error);
	ck_assert_ptr_null(strchr(heapkit_errors, 0x1b));
	ck_assert_ptr_null(strstr(heapkit_errors, "\u202E"));
	ck_assert_str_eq(heapkit_out, "");
	assert_file("merged", "of another run\n");
}
END_TEST

/* Machines of one kind, and what they have to say. */
START_TEST(unites_what_differs)
{
	const json_t *header, *footer;
	struct results merged;
	struct error error;

	make_text(get(shards[1].header, "host"), "system", "Linux 6.1.0 x86_64");
	make_text(get(shards[2].header, "host"), "system", "Linux 6.2.0 x86_64");
	make_text(get(shards[3].header, "host"), "system", "Linux 6.1.0 x86_64");
	json_object_set_new(get(shards[3].header, "host"), "cpus", json_integer(64));
	json_array_append_new(get(shards[1].header, "notes"), json_string("a note"));
	json_array_append_new(get(shards[2].header, "notes"), json_string("a note"));
	json_array_append_new(get(shards[3].header, "notes"), json_string("another"));
	make_text(shards[2].header, "started", "2026-11-22T14:00:00Z");
	for (unsigned i = 1; i <= 3; i++)
		json_array_append_new(
		    get(shards[i].footer, "unmatched"),
		    json_pack("{s:s, s:s, s:s}", "case", "x/*", "target", "*", "at", "w.yaml:9"));
	json_object_set_new(get(get(shards[3].footer, "targets"), "a-bare"), "text_believed",
			    json_false());
	ck_assert_int_eq(merge_made(), 1); /* an expectation matches nothing */
	assert_contains(heapkit_out, "w.yaml:9");
	ck_assert_msg(results_read(scratch_path("merged"), &merged, &error), "%s", error.text);
	header = merged.header;
	footer = merged.footer;
	ck_assert(json_is_null(json_object_get(header, "shard")));
	ck_assert_str_eq(result_text(json_object_get(header, "host"), "system"), "Linux x86_64");
	ck_assert_ptr_null(json_object_get(json_object_get(header, "host"), "cpus"));
	ck_assert_uint_eq(json_array_size(json_object_get(header, "notes")), 2);
	ck_assert_str_eq(result_text(header, "started"), "2026-11-22T14:00:00Z");
	ck_assert_uint_eq(json_array_size(merged.cases), 3);
	ck_assert_uint_eq(json_array_size(json_object_get(footer, "unmatched")), 1);
	ck_assert(json_number_value(json_object_get(footer, "seconds")) > 4.4);
	ck_assert(json_is_false(json_object_get(
	    json_object_get(json_object_get(footer, "targets"), "a-bare"), "text_believed")));
	results_free(&merged);
}
END_TEST

static const struct {
	const char *words[4];
	const char *error;
} misuses[] = {
    {{"merge"}, "merge: no files"},
    {{"merge", "/nowhere"}, "/nowhere"},
    {{"merge", "--results"}, "--results needs a value"},
    {{"merge", "--format", "x"}, "there is no option --format"},
    {{"merge", "-x"}, "there is no option -x"},
};

START_TEST(misuse)
{
	ck_assert_int_eq(heapkit_run(misuses[_i].words), 2);
	assert_one_error(misuses[_i].error);
	ck_assert_int_eq(HEAPKIT("merge", "--help"), 0);
	assert_contains(heapkit_out, "usage: heapkit merge");
}
END_TEST

Suite *merge_suite(void)
{
	Suite *suite = suite_create("merge");
	TCase *whole = tcase_create("runs"), *made = tcase_create("made");

	tcase_add_checked_fixture(whole, heapkit_begin, heapkit_end);
	tcase_set_timeout(whole, 60);
	tcase_add_loop_test(whole, is_as_if_there_were_no_shards, 0, sizeof runs / sizeof *runs);
	tcase_add_loop_test(whole, misuse, 0, sizeof misuses / sizeof *misuses);
	suite_add_tcase(suite, whole);
	tcase_add_checked_fixture(made, make_shards, free_shards);
	tcase_set_timeout(made, 60);
	tcase_add_loop_test(made, mistake, 0, sizeof mistakes / sizeof *mistakes);
	tcase_add_test(made, unites_what_differs);
	suite_add_tcase(suite, made);
	return suite;
}
