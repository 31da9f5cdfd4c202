/* SPDX-License-Identifier: MIT */
/* Results whose every text tries to be something else: an escape sequence, a verdict, markup. */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/report.h"
#include "../heapkit/utf8.h"
#include "make-results.h"
#include "scratch.h"
#include "well-formed.h"

static const char *const texts[] = {
    "\x1b]0;title\x07\x1b[2J\x01\x7f\302\23331m",
    "<script>alert(1)</script>]]><!-- --></td></code></details>",
    "&lt;&#60;&amp;\"'",
    "a | b \\| c \\",
    "` `` ``` *x* **x** __x__ ~~x~~ [x](http://x.test) ![x](http://x.test/i)",
    "@octocat #1 octo@cat.test www.x.test https://x.test $x$",
    "\nok 1 - x\nnot ok 2 # TODO x\n...\n---\nBail out!\n1..0",
    " # SKIP x",
    "\n\n| x | y |\n|---|---|\n# x\n- x\n\n```\n",
    "\u202E\u2028\u2066\uFFFE\uFFFF\r\r\n\t",
    "%s%n%1000000d",
    "\U0001F600\u00E4",
};
enum { TEXTS = sizeof texts / sizeof *texts };

static void set_all(json_t *object, const char *text)
{
	static const char *const kept[] = {"outcome", "expected", "level", "subject"};
	const char *key;
	json_t *value;
	void *next;

	json_object_foreach_safe(object, next, key, value)
	{
		bool keep = false;

		for (size_t i = 0; i < 4; i++)
			keep = keep || strcmp(key, kept[i]) == 0;
		if (json_is_object(value))
			set_all(value, text);
		else if (!keep && (json_is_string(value) || json_is_null(value)))
			make_text(object, key, text);
	}
}

/* Two cases of every outcome, expected and not, all texts of which are that one. */
static void make_hostile(struct results *results, const char *text)
{
	results_begin(results, make_header());
	for (int i = 0; i < OUTCOME_COUNT; i++)
		for (int j = 0; j < 2; j++) {
			const char *outcome = outcome_name((enum outcome)i);
			json_t *result = make_add(results, make_case("", ""));
			char *id = xformat("%d%d%s", i, j, text);

			make_ending(result, outcome, j || i == OUTCOME_SKIP ? "fail" : outcome, "");
			json_object_set_new(result, "observations", json_pack("{s:s}", text, text));
			json_object_set_new(result, "requirements",
					    json_pack("[s, s]", text, "P-01"));
			json_object_set_new(result, "attempts", json_integer(2));
			set_all(result, text);
			make_text(result, "case", id);
			free(id);
		}
	set_all(results->header, text);
	json_object_set_new(results->header, "notes", json_pack("[s, s]", text, text));
	json_object_set_new(json_object_get(results->header, "host"), text, json_string(text));
	results->footer = make_footer(results);
	json_object_set_new(
	    results->footer, "unmatched",
	    json_pack("[{s:s, s:s, s:s}]", "case", text, "target", text, "at", text));
	json_object_set_new(
	    results->footer, "overdue",
	    json_pack("[{s:s, s:s, s:s}]", "case", text, "until", text, "at", text));
	json_object_set_new(json_object_get(results->footer, "targets"), text,
			    json_pack("{s:b, s:b, s:b, s:s}", "runs", 0, "status_believed", 0,
				      "text_believed", 0, "message", text));
}

static char *hostile_report(int i, void (*print)(FILE *, const struct results *))
{
	struct results results;
	char *report;

	make_hostile(&results, texts[i]);
	report = make_report(&results, print);
	results_free(&results);
	return report;
}

static void print_plain(FILE *stream, const struct results *results)
{
	report_terminal(stream, results, false);
}

/* Splits off the next line; NULL behind the last. */
static char *next_line(char **rest)
{
	char *line = *rest, *end = strchr(line, '\n');

	if (!end)
		return NULL;
	*end = '\0';
	*rest = end + 1;
	return line;
}

static void assert_lines(char *report)
{
	char *rest = report, *line;

	while ((line = next_line(&rest))) {
		for (char *tab = line; (tab = strchr(tab, '\t'));)
			*tab = ' ';
		ck_assert_msg(utf8_is_line(line), "'%s'", line);
		ck_assert_ptr_null(strstr(line, "\u202E"));
	}
	ck_assert_str_eq(rest, "");
}

START_TEST(terminal_obeys_nothing)
{
	char *report = hostile_report(_i, print_plain);

	assert_lines(report);
	free(report);
}
END_TEST

/* The number of test points is that of the plan, and YAML ends where we end it. */
START_TEST(tap_has_its_lines_only)
{
	char *report = hostile_report(_i, report_tap);
	char *rest = report, *line;
	int points = 0, verdicts = 0;
	bool yaml = false;

	ck_assert_str_eq(next_line(&rest), "TAP version 14");
	ck_assert_str_eq(next_line(&rest), "1..15");
	while ((line = next_line(&rest))) {
		ck_assert_msg(utf8_is_line(line) || strchr(line, '\t'), "'%s'", line);
		if (strcmp(line, yaml ? "  ..." : "  ---") == 0)
			yaml = !yaml;
		else if (yaml)
			ck_assert_msg(strncmp(line, "  ", 2) == 0, "'%s'", line);
		else if (strncmp(line, "ok ", 3) == 0 || strncmp(line, "not ok ", 7) == 0)
			points++;
		else
			ck_assert_msg(strncmp(line, "# ", 2) == 0, "'%s'", line);
		verdicts += strncmp(line, "# UNEXPECTED", 12) == 0;
	}
	ck_assert(!yaml);
	ck_assert_int_eq(points, 15);
	ck_assert_int_eq(verdicts, 1);
	free(report);
}
END_TEST

/* A directive is ours or it is escaped. */
START_TEST(tap_takes_no_directive)
{
	struct results results;
	char *report;

	make_results(&results);
	make_text(json_array_get(results.cases, 0), "title", "x # SKIP \\");
	report = make_report(&results, report_tap);
	ck_assert_ptr_nonnull(strstr(report, "\nok 1 - area/one a-bare: x \\# SKIP \\\\\n"));
	free(report);
	results_free(&results);
}
END_TEST

START_TEST(junit_is_well_formed)
{
	char *report = hostile_report(_i, report_junit);
	const char *problem = xml_problem(report);

	ck_assert_msg(!problem, "at '%.80s'", problem);
	free(report);
}
END_TEST

/* Cells of a row: unescaped bars but one. */
static int cells(const char *row)
{
	int bars = 0;

	for (; *row; row++) {
		if (*row == '\\' && row[1])
			row++;
		else
			bars += *row == '|';
	}
	return bars - 1;
}

/* An element that is none of ours, or an address nobody wrote, is one of theirs. */
static void assert_markup(const char *line)
{
	const char *const start = line;
	static const char *const ours[] = {"<br>",       "<span>",    "</span>",   "<code>",
					   "</code>",    "<strong>",  "</strong>", "<details>",
					   "</details>", "<summary>", "</summary>"};

	for (line += strspn(line, "#"); *line; line++) {
		const bool spanned = line - start >= 6 && strncmp(line - 6, "<span>", 6) == 0;
		bool known = *line != '<';

		if (*line == '\\' && line[1]) {
			line++;
			continue;
		}
		for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
			known = known || strncmp(line, ours[i], strlen(ours[i])) == 0;
		ck_assert_msg(known, "'%s'", line);
		ck_assert_msg(spanned || !strchr("`*_[]~&@#$", *line), "'%s'", line);
		ck_assert_msg(strncmp(line, "://", 3) != 0 && strncmp(line, "www.", 4) != 0, "'%s'",
			      line);
	}
}

/* Nothing of theirs begins a line, where a list, a heading or a row could come of it. */
static void assert_beginning(const char *line)
{
	static const char *const ours[] = {
	    "## ",        "### ",       "| ",  "- note: ",    "- target ", "<strong>", "<details>",
	    "</details>", "Judged by ", "on ", "In a cell: ", "Platform ", "Not of "};
	bool known = *line == '\0';

	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
		known = known || strncmp(line, ours[i], strlen(ours[i])) == 0;
	ck_assert_msg(known, "'%s'", line);
}

START_TEST(markdown_has_its_markup_only)
{
	char *report = hostile_report(_i, report_markdown);
	char *rest = report, *line;
	int columns = 0;

	while ((line = next_line(&rest))) {
		ck_assert_msg(utf8_is_line(line), "'%s'", line);
		if (*line == '|' && columns > 0)
			ck_assert_msg(cells(line) == columns, "'%s'", line);
		columns = *line == '|' ? cells(line) : 0;
		assert_beginning(line);
		assert_markup(line);
	}
	free(report);
}
END_TEST

/* The page of a CI step would drop all of a longer one. */
START_TEST(markdown_is_cut)
{
	struct results results;
	char *report, *text = calloc(1, 1001);

	memset(text, '|', 1000);
	results_begin(&results, make_header());
	for (int i = 0; i < 3000; i++) {
		char *id = xformat("area-%d/x", i);

		make_ending(make_add(&results, make_case(id, "t")), i % 2 ? "fail" : "crash",
			    "pass", text);
		free(id);
	}
	results.footer = make_footer(&results);
	report = make_report(&results, report_markdown);
	ck_assert_uint_lt(strlen(report), 900 * 1000);
	ck_assert_uint_gt(strlen(report), 800 * 1000);
	ck_assert_ptr_nonnull(strstr(report, " rows are left out here: "));
	ck_assert_ptr_nonnull(strstr(report, "UNEXPECTED: 1500 fail, 1500 crash;"));
	free(report);
	free(text);
	results_free(&results);
}
END_TEST

/* The parser of this test is one that can refuse. */
static const char *const not_well_formed[] = {
    "<a>x</b>",        "<a>",           "<a></a><a></a>",
    "<a b=\"<\"></a>", "<a b=\"x></a>", "<a>&x;</a>",
    "<a>]]></a>",      "<a>\x01</a>",   "<a>\xEF\xBF\xBF</a>",
    "<a b></a>",       "x<a/>",         "<a><ab></a></ab>",
};

START_TEST(bad_xml_is_seen)
{
	char *xml =
	    xformat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s\n", not_well_formed[_i]);

	ck_assert_ptr_nonnull(xml_problem(xml));
	free(xml);
}
END_TEST

Suite *report_hostile_suite(void)
{
	Suite *suite = suite_create("report-hostile");
	TCase *tcase = tcase_create("report-hostile");

	tcase_add_checked_fixture(tcase, scratch_begin, scratch_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, terminal_obeys_nothing, 0, TEXTS);
	tcase_add_loop_test(tcase, tap_has_its_lines_only, 0, TEXTS);
	tcase_add_test(tcase, tap_takes_no_directive);
	tcase_add_loop_test(tcase, junit_is_well_formed, 0, TEXTS);
	tcase_add_loop_test(tcase, markdown_has_its_markup_only, 0, TEXTS);
	tcase_add_test(tcase, markdown_is_cut);
	tcase_add_loop_test(tcase, bad_xml_is_seen, 0,
			    sizeof not_well_formed / sizeof *not_well_formed);
	suite_add_tcase(suite, tcase);
	return suite;
}
