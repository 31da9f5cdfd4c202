/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/compare.h"
#include "make-results.h"
#include "run-heapkit.h"
#include "scratch.h"

static struct results before, after;

static void begin(void)
{
	heapkit_begin();
	results_begin(&before, make_header());
	results_begin(&after, make_header());
}

static void end(void)
{
	results_free(&before);
	results_free(&after);
	heapkit_end();
}

/* A case of target a-bare with that outcome; NULL: it has no result. */
static void add(struct results *results, const char *id, const char *outcome, const char *message)
{
	if (outcome)
		make_ending(make_add(results, make_case(id, "a-bare")), outcome, "pass", message);
}

static int compare(const char *format)
{
	json_decref(before.footer);
	json_decref(after.footer);
	before.footer = make_footer(&before);
	after.footer = make_footer(&after);
	make_file(&before, "before");
	make_file(&after, "after");
	return HEAPKIT("compare", "--format", format, scratch_path("before"),
		       scratch_path("after"));
}

static const struct {
	const char *was, *was_message, *is, *is_message, *change; /* NULL: none */
	bool worse;
} steps[] = {
    {"pass", "", "pass", "another", NULL, false},
    {"fail", "why", "fail", "why", NULL, false},
    {"skip", "why", "skip", "why", NULL, false},
    {"pass", "", "fail", "why", "newly-failing", true},
    {"pass", "", "crash", "why", "newly-failing", true},
    {"pass", "", "timeout", "why", "newly-failing", true},
    {"pass", "", "broken", "why", "newly-failing", true},
    {"pass", "", "unimplemented", "why", "newly-failing", true},
    {"skip", "why", "fail", "why", "newly-failing", true},
    {"fail", "why", "pass", "", "newly-passing", false},
    {"unimplemented", "why", "pass", "", "newly-passing", false},
    {"crash", "why", "skip", "why", "newly-passing", false},
    {"pass", "", "skip", "why", "other-outcome", false},
    {"skip", "why", "pass", "", "other-outcome", false},
    {"fail", "why", "crash", "why", "other-outcome", true},
    {"fail", "why", "unimplemented", "why", "other-outcome", true},
    {"unimplemented", "why", "fail", "why", "other-outcome", false},
    {"crash", "why", "timeout", "why", "other-outcome", false},
    {"fail", "why", "fail", "another", "other-message", false},
    {"skip", "why", "skip", "another", "other-message", false},
    {"pass", "", NULL, NULL, "disappeared", true},
    {"fail", "why", NULL, NULL, "disappeared", false},
    {"skip", "why", NULL, NULL, "disappeared", false},
    {NULL, NULL, "pass", "", "appeared", false},
    {NULL, NULL, "fail", "why", "appeared", false},
};

/* One case changes and another does not. */
START_TEST(finds_the_change)
{
	json_t *whole, *change;

	add(&before, "area/one", "pass", "");
	add(&after, "area/one", "pass", "");
	add(&before, "area/two", steps[_i].was, steps[_i].was_message);
	add(&after, "area/two", steps[_i].is, steps[_i].is_message);
	ck_assert_int_eq(compare("json"), steps[_i].worse ? 1 : 0);
	whole = json_loads(heapkit_out, 0, NULL);
	ck_assert_ptr_nonnull(whole);
	ck_assert_int_eq(json_integer_value(json_object_get(whole, "worse")), steps[_i].worse);
	change = json_array_get(json_object_get(whole, "changes"), 0);
	ck_assert_uint_eq(json_array_size(json_object_get(whole, "changes")),
			  steps[_i].change ? 1 : 0);
	if (steps[_i].change) {
		ck_assert_str_eq(result_text(change, "change"), steps[_i].change);
		ck_assert_str_eq(result_text(change, "case"), "area/two");
		ck_assert_int_eq(json_is_true(json_object_get(change, "worse")), steps[_i].worse);
		ck_assert_int_eq(json_is_null(json_object_get(change, "before")), !steps[_i].was);
		ck_assert_int_eq(json_is_null(json_object_get(change, "after")), !steps[_i].is);
		ck_assert_int_eq(json_integer_value(json_object_get(
				     json_object_get(whole, "counts"), steps[_i].change)),
				 1);
	}
	json_decref(whole);
}
END_TEST

/* The suite is another one: a case may have been renamed, but a whole target is not. */
START_TEST(another_suite_may_lack_a_case)
{
	make_text(after.header, "suite", "fedcba9876543210");
	add(&before, "area/one", "pass", "");
	add(&after, "area/one", "pass", "");
	add(&before, "area/two", "pass", "");
	ck_assert_int_eq(compare("terminal"), 0);
	assert_contains(heapkit_out, "nothing got worse: 1 disappeared, 1 unchanged\n");
	make_add(&before, make_case("area/two", "b-bare"));
	ck_assert_int_eq(compare("terminal"), 1);
	assert_contains(heapkit_out, "WORSE: 2 disappeared, 1 unchanged\n");
}
END_TEST

static void make_both(void)
{
	json_t *result;

	for (int i = 0; i < 2; i++) {
		make_add(&before, make_case("area/bad", i == 0 ? "a-bare" : "b-bare"));
		result = make_add(&after, make_case("area/bad", i == 0 ? "a-bare" : "b-bare"));
		make_ending(result, "fail", "fail", "one is missing");
		make_text(result, "got", "2");
		make_text(result, "want", "3");
		make_text(result, "at", "cases/area/bad.c:14");
	}
	add(&before, "area/good", "crash", "why");
	add(&after, "area/good", "pass", "");
	make_text(json_object_get(after.header, "implementation"), "version", "wine-9.0");
}

START_TEST(terminal)
{
	char *want;

	make_both();
	ck_assert_int_eq(compare("terminal"), 1);
	want = xformat("before  wine-8.0 (Debian), heapkit 0.1.0, suite 0123456789abcdef: %s\n"
		       "now     wine-9.0, heapkit 0.1.0, suite 0123456789abcdef: %s\n"
		       "\n"
		       "newly passing\n"
		       "  area/good  P-01  a-bare\n"
		       "  before   crash: why\n"
		       "  now      pass\n"
		       "\n"
		       "newly failing\n"
		       "  area/bad  P-01  all 2 targets\n"
		       "  before   pass\n"
		       "  now      fail: one is missing\n"
		       "  got      2\n"
		       "  want     3\n"
		       "  at       cases/area/bad.c:14\n"
		       "  known    a reason\n"
		       "  repeat   heapkit run --case area/bad\n"
		       "\n"
		       "WORSE: 2 newly failing, 1 newly passing, 0 unchanged\n",
		       scratch_path("before"), scratch_path("after"));
	assert_text(heapkit_out, want);
	free(want);
}
END_TEST

START_TEST(markdown)
{
	make_both();
	ck_assert_int_eq(compare("markdown"), 1);
	assert_contains(heapkit_out, "## WORSE: 2 newly failing, 1 newly passing, 0 unchanged\n");
	assert_contains(heapkit_out,
			"### newly failing\n\n"
			"| case | targets | before | now |\n| --- | --- | --- | --- |\n"
			"| area/bad P-01 | all 2 targets | pass | fail: one is missing (known: a "
			"reason) |\n");
	assert_contains(heapkit_out, "| area/good P-01 | a-bare | crash: why | pass |\n");
}
END_TEST

/* What a case says is shown and never obeyed. */
START_TEST(foreign_text_stays_text)
{
	static const char hostile[] = "\x1b[2J<script> | x |\n# @octocat\u202E";
	json_t *whole;

	add(&before, "area/one", "fail", hostile);
	add(&after, "area/one", "crash", hostile);
	make_text(json_array_get(after.cases, 0), "got", hostile);
	make_text(json_array_get(after.cases, 0), "target", hostile);
	make_text(json_array_get(before.cases, 0), "target", hostile);
	make_text(json_object_get(after.header, "implementation"), "name", hostile);
	make_text(json_object_get(after.header, "implementation"), "version", hostile);
	ck_assert_int_eq(compare("terminal"), 1);
	ck_assert_ptr_null(strchr(heapkit_out, 0x1b));
	ck_assert_ptr_null(strstr(heapkit_out, "\u202E"));
	ck_assert_ptr_null(strstr(heapkit_out, "\n#"));
	ck_assert_int_eq(compare("markdown"), 1);
	ck_assert_ptr_null(strchr(heapkit_out, 0x1b));
	ck_assert_ptr_null(strstr(heapkit_out, " <script"));
	assert_contains(heapkit_out, "\\<script\\>");
	ck_assert_ptr_null(strstr(heapkit_out, "@octocat"));
	ck_assert_ptr_null(strstr(heapkit_out, "> | x"));
	ck_assert_int_eq(compare("json"), 1);
	whole = json_loads(heapkit_out, 0, NULL);
	ck_assert_ptr_nonnull(whole);
	json_decref(whole);
}
END_TEST

START_TEST(nothing_changed)
{
	make_both();
	make_file(&before, "before");
	ck_assert_int_eq(HEAPKIT("compare", "--help"), 0);
	assert_contains(heapkit_out, "usage: heapkit compare");
	results_free(&after);
	after = (struct results){json_deep_copy(before.header), json_deep_copy(before.cases), NULL};
	ck_assert_int_eq(compare("terminal"), 0);
	assert_contains(heapkit_out, "\n\nnothing got worse: 3 unchanged\n");
}
END_TEST

static const struct {
	const char *words[5]; /* B and A: the files */
	const char *error;
} misuses[] = {
    {{"compare"}, "takes two files of results, not 0"},
    {{"compare", "B"}, "takes two files of results, not 1"},
    {{"compare", "B", "A", "B"}, "a third file"},
    {{"compare", "--format", "html", "B", "A"}, "--format html: unknown"},
    {{"compare", "B", "A", "--format"}, "--format needs a value"},
    {{"compare", "--color", "B", "A"}, "there is no option --color"},
    {{"compare", "-x", "B", "A"}, "there is no option -x"},
    {{"compare", "B", "/nowhere"}, "/nowhere"},
    {{"compare", "B", "C"}, "cut: has no footer"},
    {{"compare", "C", "A"}, "cut: has no footer"},
    {{"compare", "B", "S"}, "shard: is shard 1/2 of a run"},
    {{"compare", "S", "A"}, "shard: is shard 1/2 of a run"},
};

START_TEST(misuse)
{
	const char *words[6] = {NULL};

	make_both();
	compare("terminal");
	json_object_set_new(after.header, "shard", json_string("1/2"));
	make_file(&after, "shard");
	json_decref(after.footer);
	after.footer = NULL;
	make_file(&after, "cut");
	for (size_t i = 0; i < 5 && misuses[_i].words[i]; i++) {
		const char *word = misuses[_i].words[i];

		words[i] = strcmp(word, "B") == 0   ? scratch_path("before")
			   : strcmp(word, "A") == 0 ? scratch_path("after")
			   : strcmp(word, "C") == 0 ? scratch_path("cut")
			   : strcmp(word, "S") == 0 ? scratch_path("shard")
						    : word;
	}
	ck_assert_int_eq(heapkit_run(words), 2);
	assert_one_error(misuses[_i].error);
	ck_assert_str_eq(heapkit_out, "");
}
END_TEST

Suite *compare_suite(void)
{
	Suite *suite = suite_create("compare");
	TCase *tcase = tcase_create("compare");

	tcase_add_checked_fixture(tcase, begin, end);
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, finds_the_change, 0, sizeof steps / sizeof *steps);
	tcase_add_test(tcase, another_suite_may_lack_a_case);
	tcase_add_test(tcase, terminal);
	tcase_add_test(tcase, markdown);
	tcase_add_test(tcase, foreign_text_stays_text);
	tcase_add_test(tcase, nothing_changed);
	tcase_add_loop_test(tcase, misuse, 0, sizeof misuses / sizeof *misuses);
	suite_add_tcase(suite, tcase);
	return suite;
}
