/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/report.h"
#include "../heapkit/words.h"
#include "make-results.h"
#include "scratch.h"

static struct results results;
static struct summary summary;
static struct text text;

static void begin(void)
{
	results_begin(&results, make_header());
	text = (struct text){0};
}

static void end(void)
{
	summary_free(&summary);
	results_free(&results);
	text_free(&text);
}

/* Summarises what the test has put into the results. */
static void summarise(void)
{
	if (!results.footer)
		results.footer = make_footer(&results);
	summary_make(&summary, &results);
}

static json_t *add(const char *id, const char *target, const char *outcome, const char *expected)
{
	json_t *result = make_add(&results, make_case(id, target));

	make_ending(result, outcome, expected, "");
	return result;
}

static void cite(json_t *result, const char *id, const char *another)
{
	json_object_set_new(result, "requirements", json_pack("[s, s*]", id, another));
}

static void assert_verdict(const char *want)
{
	words_verdict(&summary, &text);
	ck_assert_str_eq(text_string(&text), want);
}

START_TEST(verdict_as_expected)
{
	add("a/a", "t", "pass", "pass");
	summarise();
	assert_verdict("as expected: 1 pass in 1.5 s");
}
END_TEST

START_TEST(verdict_with_known_deviations)
{
	add("a/a", "t", "pass", "pass");
	add("a/b", "t", "crash", "crash");
	add("a/c", "t", "skip", "fail");
	summarise();
	assert_verdict("as expected: 1 pass, 1 known deviation, 1 skipped in 1.5 s");
}
END_TEST

START_TEST(verdict_unexpected)
{
	static const char *const outcomes[] = {"fail", "broken", "unimplemented", "crash",
					       "timeout"};

	for (size_t i = 0; i < 5; i++)
		add(outcomes[i], "t", outcomes[i], "pass");
	add("a/fixed", "t", "pass", "timeout");
	summarise();
	assert_verdict(
	    "UNEXPECTED: 1 fail, 1 broken, 1 unimplemented, 1 crash, 1 timeout, 1 fixed; "
	    "0 pass in 1.5 s");
}
END_TEST

START_TEST(verdict_of_an_entry_without_a_case)
{
	add("a/a", "t", "pass", "pass");
	results.footer = make_footer(&results);
	json_array_append_new(json_object_get(results.footer, "unmatched"), json_object());
	json_array_append_new(json_object_get(results.footer, "unmatched"), json_object());
	summarise();
	assert_verdict("UNEXPECTED: 2 expectations match nothing; 1 pass in 1.5 s");
}
END_TEST

START_TEST(verdict_of_an_overdue_entry)
{
	add("a/a", "t", "fail", "fail");
	results.footer = make_footer(&results);
	json_array_append_new(json_object_get(results.footer, "overdue"), json_object());
	summarise();
	assert_verdict("as expected: 0 pass, 1 known deviation in 1.5 s");
	text_clear(&text);
	json_object_set_new(results.footer, "strict", json_true());
	assert_verdict("UNEXPECTED: 1 expectation overdue; 0 pass, 1 known deviation in 1.5 s");
}
END_TEST

START_TEST(verdict_of_an_interrupted_run)
{
	add("a/a", "t", "pass", "pass");
	add("a/b", "t", "fail", "pass");
	summary_make(&summary, &results);
	assert_verdict("INTERRUPTED: 1 fail; 1 pass");
}
END_TEST

START_TEST(verdict_of_nothing)
{
	summarise();
	assert_verdict("NOTHING WAS JUDGED: no case ran");
	text_clear(&text);
	json_object_set_new(json_object_get(results.footer, "targets"), "t",
			    json_pack("{s:b}", "runs", 0));
	assert_verdict("NOTHING WAS JUDGED: no target can run here");
}
END_TEST

static void assert_share(enum share_of share, unsigned met, unsigned judged)
{
	ck_assert_uint_eq(summary.shares[share].met, met);
	ck_assert_uint_eq(summary.shares[share].judged, judged);
}

/* Met is what every case that ran shows in every target; a skip shows nothing. */
START_TEST(shares)
{
	cite(add("a/a", "t", "pass", "pass"), "P-01", "P-02");
	cite(add("a/a", "u", "fail", "fail"), "P-01", "P-02");
	cite(add("a/b", "t", "pass", "pass"), "P-02", NULL);
	cite(add("b/a", "t", "pass", "fail"), "R-01", NULL);
	cite(add("b/b", "t", "skip", "pass"), "R-01", NULL);
	cite(add("c/a", "t", "skip", "pass"), "S-01", NULL);
	cite(add("c/b", "t", "pass", "pass"), "Q-77", NULL);
	summarise();
	assert_share(SHARE_MUST, 0, 1);
	assert_share(SHARE_WINDOWS, 0, 1);
	assert_share(SHARE_PROGRAM, 1, 1);
	assert_share(SHARE_SDK, 0, 0);
	words_platform(&summary, &text);
	text_put(&text, "; ");
	words_apart(&summary, &text);
	ck_assert_str_eq(text_string(&text),
			 "0 of 1 MUST, 0 of 1 WINDOWS; reference program 1 of 1");
}
END_TEST

START_TEST(share_of_a_broken_case)
{
	cite(add("a/a", "t", "broken", "pass"), "P-01", NULL);
	cite(add("a/b", "t", "pass", "pass"), "P-01", "P-02");
	summarise();
	assert_share(SHARE_MUST, 0, 1);
	assert_share(SHARE_WINDOWS, 1, 1);
}
END_TEST

/* What only varies is never judged. */
START_TEST(no_share_of_what_varies)
{
	json_t *requirement =
	    json_object_get(json_object_get(results.header, "requirements"), "P-01");

	make_text(requirement, "level", "VARIES");
	add("a/a", "t", "pass", "pass");
	summarise();
	assert_share(SHARE_MUST, 0, 0);
	assert_share(SHARE_WINDOWS, 0, 0);
	words_platform(&summary, &text);
	ck_assert_str_eq(text_string(&text), "none was judged");
}
END_TEST

START_TEST(same_message_is_one_group)
{
	make_ending(add("a/a", "t", "fail", "pass"), "fail", "pass", "x");
	make_ending(add("a/a", "u", "fail", "pass"), "fail", "pass", "x");
	make_ending(add("a/a", "v", "fail", "pass"), "fail", "pass", "y");
	make_ending(add("a/b", "t", "fail", "pass"), "fail", "pass", "x");
	summarise();
	ck_assert_uint_eq(summary.surprises.count, 3);
	ck_assert_uint_eq(summary.surprises.groups[0].count, 2);
	words_targets(&summary, &summary.surprises.groups[0], &text);
	ck_assert_str_eq(text_string(&text), "t, u");
}
END_TEST

/* One missing function is one fact, however many cases call it. */
START_TEST(what_is_unimplemented_is_one_group)
{
	for (int i = 0; i < 20; i++) {
		char *id = xformat("a/%02d", i);

		make_ending(add(id, "t", "pass", "pass"), "unimplemented", "pass",
			    i < 15 ? "HeapWalk" : "HeapLock");
		free(id);
	}
	summarise();
	ck_assert_uint_eq(summary.surprises.count, 2);
	ck_assert_uint_eq(summary.surprises.groups[0].count, 15);
}
END_TEST

/* One entry of the expectations may cover many cases: its reason is said once. */
START_TEST(deviations_are_grouped_by_expectation)
{
	add("a/a", "t", "fail", "fail");
	add("a/b", "t", "fail", "fail");
	make_text(json_object_get(add("a/c", "t", "fail", "fail"), "expectation"), "at",
		  "w.yaml:9");
	summarise();
	ck_assert_uint_eq(summary.deviations.count, 2);
	ck_assert_uint_eq(summary.deviations.groups[0].count, 2);
}
END_TEST

START_TEST(a_must_without_a_run_on_windows)
{
	json_t *requirement =
	    json_object_get(json_object_get(results.header, "requirements"), "P-01");

	make_text(requirement, "evidence", "documentation only");
	summarise();
	words_clause(&summary, "P-01", &text);
	ck_assert_str_eq(text_string(&text), "P-01 MUST (documentation only): statement of P-01");
	text_clear(&text);
	make_text(requirement, "evidence", "E1, documented");
	words_clause(&summary, "P-01", &text);
	ck_assert_str_eq(text_string(&text), "P-01 MUST: statement of P-01");
	text_clear(&text);
	words_clause(&summary, "Q-77", &text);
	ck_assert_str_eq(text_string(&text), "Q-77");
}
END_TEST

static const struct {
	const char *name, *version, *words;
} implementations[] = {
    {"wine", "wine-8.0", "wine-8.0"},
    {"wibo", "0.6.1", "wibo 0.6.1"},
    {"mine", "", "mine"},
};

START_TEST(implementation_is_named_once)
{
	json_t *implementation = json_object_get(results.header, "implementation");

	make_text(implementation, "name", implementations[_i].name);
	make_text(implementation, "version", implementations[_i].version);
	summarise();
	words_implementation(&summary, &text);
	ck_assert_str_eq(text_string(&text), implementations[_i].words);
}
END_TEST

Suite *summary_suite(void)
{
	Suite *suite = suite_create("summary");
	TCase *tcase = tcase_create("summary");

	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_test(tcase, verdict_as_expected);
	tcase_add_test(tcase, verdict_with_known_deviations);
	tcase_add_test(tcase, verdict_unexpected);
	tcase_add_test(tcase, verdict_of_an_entry_without_a_case);
	tcase_add_test(tcase, verdict_of_an_overdue_entry);
	tcase_add_test(tcase, verdict_of_an_interrupted_run);
	tcase_add_test(tcase, verdict_of_nothing);
	tcase_add_test(tcase, shares);
	tcase_add_test(tcase, share_of_a_broken_case);
	tcase_add_test(tcase, no_share_of_what_varies);
	tcase_add_test(tcase, same_message_is_one_group);
	tcase_add_test(tcase, what_is_unimplemented_is_one_group);
	tcase_add_test(tcase, deviations_are_grouped_by_expectation);
	tcase_add_test(tcase, a_must_without_a_run_on_windows);
	tcase_add_loop_test(tcase, implementation_is_named_once, 0,
			    sizeof implementations / sizeof *implementations);
	suite_add_tcase(suite, tcase);
	return suite;
}
