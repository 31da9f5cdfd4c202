/* SPDX-License-Identifier: MIT */
/* The HTML report as text; script-browser.sh has it in a browser. */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/html.h"
#include "../heapkit/report.h"
#include "make-results.h"
#include "scratch.h"
#include "well-formed.h"

static char *page; /* of the last print() */

static void print(const struct results *results, size_t count)
{
	FILE *file = fopen(scratch_path("page"), "wb");

	ck_assert_ptr_nonnull(file);
	report_html(file, results, count);
	ck_assert_int_eq(fclose(file), 0);
	free(page);
	page = make_contents(scratch_path("page"));
}

static void end(void)
{
	free(page);
	page = NULL;
	scratch_end();
}

static void assert_page(const char *part)
{
	ck_assert_msg(strstr(page, part) != NULL, "'%s' is not in it", part);
}

static size_t times(const char *part)
{
	size_t count = 0;

	for (const char *at = page; (at = strstr(at, part)); at += strlen(part))
		count++;
	return count;
}

/* Empties the element that begins there; returns its end. */
static char *empty_element(char *start, const char *close)
{
	char *content = strchr(start, '>') + 1, *last = strstr(content, close);

	ck_assert_ptr_nonnull(last);
	memmove(content, last, strlen(last) + 1);
	return content;
}

/* Style and script are no XML; the rest of the page is. */
static void assert_well_formed(void)
{
	const char *html = strstr(page, "<html"), *problem;
	char *copy = xformat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s", html);

	empty_element(strstr(copy, "<style>"), "</style>");
	for (char *at = copy; (at = strstr(at, "<script"));)
		at = empty_element(at, "</script>");
	problem = xml_problem(copy);
	ck_assert_msg(!problem, "at '%.80s'", problem);
	free(copy);
}

START_TEST(shows_each_result)
{
	struct results results;

	make_mixture(&results);
	print(&results, 1);
	assert_page("<title>heapkit: wine-8.0 (Debian)</title>");
	assert_page("<tbody data-area=\"walk\">");
	assert_page(" aria-label=\"pass\">✓</td>");
	assert_page("<td class=\"fail known\" aria-label=\"fail, known deviation\">~✗</td>");
	assert_page("aria-label=\"pass, a known deviation that is fixed\">!✓</td>");
	assert_page("<td data-label=\"verdict\" class=\"red\">UNEXPECTED: ");
	assert_well_formed();
	results_free(&results);
}
END_TEST

/* A case, a target or a requirement that only one run has; two runs that are called the same. */
START_TEST(runs_stand_side_by_side)
{
	struct results results[3];

	for (int i = 0; i < 3; i++)
		make_results(&results[i]);
	make_text(json_object_get(results[1].header, "implementation"), "version", "wine-10.0");
	make_add(&results[1], make_case("other/alone", "c-bare"));
	json_object_update_new(results[1].footer, results_footer(&results[1]));
	make_text(results[2].header, "started", "2026-11-23T15:00:00Z");
	make_text(results[2].header, "suite", "fedcba9876543210");
	print(results, 3);
	assert_page("3 cases, 3 runs, of different suites: compare with care");
	assert_page("<span>wine-8.0 (Debian), 2026-11-22T15:00:00Z</span>");
	assert_page("<span>wine-8.0 (Debian), 2026-11-23T15:00:00Z</span>");
	assert_page("<span>wine-10.0</span>");
	assert_page("colspan=\"3\" class=\"run\" data-run=\"1\"");
	/* in the rows of the three cases, then in those of the two areas */
	ck_assert_uint_eq(times(" aria-label=\"not in this run\"></td>"), 1 + 4 + 6 + 1 + 6);
	assert_well_formed();
	for (int i = 0; i < 3; i++)
		results_free(&results[i]);
}
END_TEST

START_TEST(equal_runs_get_a_number)
{
	struct results results[2];

	make_results(&results[0]);
	make_results(&results[1]);
	print(results, 2);
	assert_page("<span>wine-8.0 (Debian), 2026-11-22T15:00:00Z (1)</span>");
	assert_page("<span>wine-8.0 (Debian), 2026-11-22T15:00:00Z (2)</span>");
	results_free(&results[0]);
	results_free(&results[1]);
}
END_TEST

/* An interrupted run of nothing is a page, too. */
START_TEST(nothing_is_shown)
{
	struct results results;

	results_begin(&results, make_header());
	print(&results, 1);
	assert_page("INTERRUPTED: 0 pass");
	assert_page("\"rows\":[]");
	assert_well_formed();
	results_free(&results);
}
END_TEST

static const struct {
	const char *foreign, *text, *link;
} foreigns[] = {
    {"<b a=\"&\">'", "&lt;b a=&quot;&amp;&quot;&gt;'", NULL},
    {"\x1b[31m\x80\xE2\x80\xAE", "␛[31m\uFFFD\uFFFD", NULL},
    {"https://x.test/?a=1", "https://x.test/?a=1",
     "<a href=\"https://x.test/?a=1\">https://x.test/?a=1</a>"},
    {"https://x.test/\"><b>", "https://x.test/&quot;&gt;&lt;b&gt;", NULL},
    {"javascript:x", "javascript:x", NULL},
    {"data:text/html,x", "data:text/html,x", NULL},
    {"", "", NULL},
};

START_TEST(text_of_others_is_text)
{
	const char *want = foreigns[_i].link ? foreigns[_i].link : foreigns[_i].text;
	struct text text = {0};

	html_text(&text, foreigns[_i].foreign);
	ck_assert_str_eq(text_string(&text), foreigns[_i].text);
	text_clear(&text);
	html_link(&text, foreigns[_i].foreign, foreigns[_i].foreign);
	ck_assert_str_eq(text_string(&text), want);
	text_free(&text);
}
END_TEST

START_TEST(long_texts_are_cut_between_characters)
{
	char *foreign = calloc(1, 1 << 20);
	struct text text = {0};
	json_t *json;

	foreign[0] = 'x'; /* so that a character stands across every even place */
	for (size_t i = 1; i + 2 < 1 << 20; i += 2)
		memcpy(foreign + i, "\xC3\xA4", 2);
	html_text(&text, foreign);
	ck_assert_uint_lt(text.size, HTML_LINE + 40);
	ck_assert_ptr_nonnull(strstr(text_string(&text), "ä … 1048176 bytes more"));
	json = html_json_text(foreign);
	ck_assert_uint_lt(json_string_length(json), HTML_BLOCK + 40);
	json_decref(json);
	text_free(&text);
	free(foreign);
}
END_TEST

/* The script's data can hold anything and neither end nor begin an element or a comment. */
START_TEST(data_cannot_end_its_element)
{
	json_t *json = json_pack("[s, s]", "</script><!--&", "\u2028\U0001F600");
	struct text text = {0};

	html_json(&text, json);
	ck_assert_str_eq(text_string(&text), "[\"\\u003c/script\\u003e\\u003c!--\\u0026\","
					     "\"\\u2028\\uD83D\\uDE00\"]");
	json_decref(json);
	text_free(&text);
}
END_TEST

/* Every text of these results is that one. */
static const char *const hostile[] = {
    "</script><script>alert(1)</script>",
    "{{script}}{{style}}",
    "<!-- ]]> -->\"'",
    "javascript:alert(1)",
    "\xE2\x80\xAE\xE2\x80\xA8",
};

START_TEST(nothing_of_theirs_is_markup)
{
	struct results results;
	json_t *result;
	const char *key;
	json_t *value;
	void *next;

	results_begin(&results, make_header());
	result = make_add(&results, make_case("", ""));
	make_ending(result, "fail", "pass", "");
	json_object_foreach_safe(result, next, key, value)
	{
		if (strcmp(key, "outcome") != 0 && strcmp(key, "expected") != 0 &&
		    (json_is_string(value) || json_is_null(value)))
			make_text(result, key, hostile[_i]);
	}
	json_object_set_new(result, "observations", json_pack("{s:s}", hostile[_i], hostile[_i]));
	json_object_set_new(result, "requirements", json_pack("[s]", hostile[_i]));
	make_text(json_object_get(results.header, "implementation"), "version", hostile[_i]);
	json_array_append_new(json_object_get(results.header, "notes"), json_string(hostile[_i]));
	results.footer = make_footer(&results);
	print(&results, 1);
	ck_assert_uint_eq(times("<script"), 2);
	ck_assert_uint_eq(times("</script"), 2);
	ck_assert_uint_eq(times("<!--"), 0);
	ck_assert_uint_eq(times("href=\"javascript"), 0);
	ck_assert_uint_eq(times("\xE2\x80\xAE") + times("\xE2\x80\xA8"), 0);
	ck_assert_uint_eq(times("(function () {"), 1);
	assert_well_formed();
	results_free(&results);
}
END_TEST

Suite *report_html_suite(void)
{
	Suite *suite = suite_create("report-html");
	TCase *tcase = tcase_create("report-html");

	tcase_add_checked_fixture(tcase, scratch_begin, end);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, shows_each_result);
	tcase_add_test(tcase, runs_stand_side_by_side);
	tcase_add_test(tcase, equal_runs_get_a_number);
	tcase_add_test(tcase, nothing_is_shown);
	tcase_add_loop_test(tcase, text_of_others_is_text, 0, sizeof foreigns / sizeof *foreigns);
	tcase_add_test(tcase, long_texts_are_cut_between_characters);
	tcase_add_test(tcase, data_cannot_end_its_element);
	tcase_add_loop_test(tcase, nothing_of_theirs_is_markup, 0,
			    sizeof hostile / sizeof *hostile);
	suite_add_tcase(suite, tcase);
	return suite;
}
