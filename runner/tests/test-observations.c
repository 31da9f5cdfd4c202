/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "make-results.h"
#include "run-heapkit.h"
#include "scratch.h"

static void observe(struct results *results, const char *id, const char *target, const char *name,
		    const char *value)
{
	json_t *result = make_add(results, make_case(id, target));

	make_text(json_object_get(result, "observations"), name, value);
}

static const char *first, *second;

/* Two runs with two targets each. */
static void begin(void)
{
	struct results results;

	heapkit_begin();
	for (int i = 0; i < 2; i++) {
		results_begin(&results, make_header());
		make_text(json_object_get(results.header, "implementation"), "version",
			  i ? "wine-10.0" : "wine-8.0");
		observe(&results, "a/order", "a-bare", "order",
			i ? "oldest first" : "newest first");
		observe(&results, "a/order", "b-bare", "order", "newest first");
		observe(&results, "a/same", "a-bare", "heaps", "1");
		observe(&results, "a/same", "b-bare", "heaps", "1");
		observe(&results, "b/width", "a-bare", "bytes", "4");
		observe(&results, "b/width", "b-bare", "bytes", "8");
		if (i)
			observe(&results, "c/only", "a-bare", "<b>|\x1b[31m", "`x`");
		make_add(&results, make_case("d/silent", "a-bare"));
		results.footer = make_footer(&results);
		*(i ? &second : &first) =
		    xstrdup(make_file(&results, i ? "second.jsonl" : "first.jsonl"));
		results_free(&results);
	}
}

static void end(void)
{
	free((char *)first);
	free((char *)second);
	heapkit_end();
}

static const char terminal[] = "a/order  P-01: a title\n"
			       "  order\n"
			       "    newest first             wine-8.0; wine-10.0 (b-bare)\n"
			       "    oldest first             wine-10.0 (a-bare)\n"
			       "\n"
			       "a/same  P-01: a title\n"
			       "  heaps\n"
			       "    1                        everywhere\n"
			       "\n"
			       "b/width  P-01: a title\n"
			       "  bytes\n"
			       "    4                        a-bare\n"
			       "    8                        b-bare\n"
			       "\n"
			       "c/only  P-01: a title\n"
			       "  <b>|\xE2\x90\x9B[31m\n"
			       "    `x`                      everywhere\n";

START_TEST(for_a_terminal)
{
	ck_assert_int_eq(HEAPKIT("observations", first, second), 0);
	assert_text(heapkit_out, terminal);
	ck_assert_str_eq(heapkit_errors, "");
}
END_TEST

/* What differs by target alone is no difference of implementations. */
START_TEST(differing)
{
	ck_assert_int_eq(HEAPKIT("observations", "--differing", first, second), 0);
	ck_assert_uint_eq(strcspn(heapkit_out, "\n"), strlen("a/order  P-01: a title"));
	ck_assert_ptr_null(strstr(heapkit_out, "b/width"));
	ck_assert_ptr_null(strstr(heapkit_out, "a/same"));
	ck_assert_int_eq(HEAPKIT("observations", "--differing", first), 0);
	ck_assert_str_eq(heapkit_out, "nothing was observed\n");
}
END_TEST

START_TEST(as_markdown)
{
	ck_assert_int_eq(
	    HEAPKIT("observations", "--format", "markdown", "--case", "a/*", first, second), 0);
	assert_text(heapkit_out,
		    "## Observed, never judged\n"
		    "\n"
		    "| case | observed | wine-8.0 | wine-10.0 |\n"
		    "| --- | --- | --- | --- |\n"
		    "| a/order P-01 | order | newest first | newest first (b-bare)<br>oldest first "
		    "(a-bare) |\n"
		    "| a/same P-01 | heaps | 1 | 1 |\n"
		    "\n");
	ck_assert_int_eq(HEAPKIT("observations", "--format", "markdown", "--case", "c/*", second),
			 0);
	ck_assert_ptr_null(strstr(heapkit_out, "<b>"));
	ck_assert_ptr_null(strchr(heapkit_out, '\x1b'));
}
END_TEST

START_TEST(as_json)
{
	json_t *whole, *observations, *values;

	ck_assert_int_eq(HEAPKIT("observations", "--format", "json", first, second), 0);
	whole = json_loads(heapkit_out, 0, NULL);
	ck_assert_ptr_nonnull(whole);
	ck_assert_uint_eq(json_array_size(json_object_get(whole, "runs")), 2);
	observations = json_object_get(whole, "observations");
	ck_assert_uint_eq(json_array_size(observations), 4);
	values = json_object_get(json_array_get(observations, 0), "values");
	ck_assert_uint_eq(json_array_size(values), 4);
	ck_assert_str_eq(result_text(json_array_get(values, 2), "value"), "oldest first");
	ck_assert_str_eq(result_text(json_array_get(values, 2), "target"), "a-bare");
	ck_assert_int_eq(json_integer_value(json_object_get(json_array_get(values, 2), "run")), 1);
	json_decref(whole);
}
END_TEST

START_TEST(misuse)
{
	ck_assert_int_eq(HEAPKIT("observations"), 2);
	assert_one_error("observations: no file");
	ck_assert_int_eq(HEAPKIT("observations", "--format", "xml", first), 2);
	assert_one_error("--format xml: unknown; give terminal, markdown or json");
	ck_assert_int_eq(HEAPKIT("observations", "--colour", first), 2);
	assert_one_error("there is no option --colour");
	ck_assert_int_eq(HEAPKIT("observations", first, "nowhere.jsonl"), 2);
	assert_one_error("nowhere.jsonl");
	ck_assert_str_eq(heapkit_out, "");
	ck_assert_int_eq(HEAPKIT("observations", "--help"), 0);
	assert_contains(heapkit_out, "usage: heapkit observations");
}
END_TEST

Suite *observations_suite(void)
{
	Suite *suite = suite_create("observations");
	TCase *tcase = tcase_create("observations");

	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_test(tcase, for_a_terminal);
	tcase_add_test(tcase, differing);
	tcase_add_test(tcase, as_markdown);
	tcase_add_test(tcase, as_json);
	tcase_add_test(tcase, misuse);
	suite_add_tcase(suite, tcase);
	return suite;
}
