/* SPDX-License-Identifier: MIT */
/*
 * JUnit XML in the form that Jenkins and most others read. A consumer knows three endings only:
 * what was unexpected is a failure (or an error where no verdict was reached), a known deviation is
 * skipped with its reason. What makes a run red without a case is a test case of the suite
 * "heapkit".
 */
#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "matrix.h"
#include "text.h"
#include "words.h"

struct tally {
	unsigned tests, failures, errors, skipped;
	double seconds;
};

/* A reader makes a space of a plain newline or tab in an attribute. */
static void write_attribute(struct text *text, uint32_t character)
{
	if (character == '\n' || character == '\t')
		text_printf(text, "&#%u;", (unsigned)character);
	else
		text_write_markup(text, character);
}

static void put_attribute(struct text *text, const char *name, const char *foreign)
{
	text_printf(text, " %s=\"", name);
	text_visible(text, foreign, write_attribute);
	text_put(text, "\"");
}

static void put_figures(struct text *text, const struct tally *tally)
{
	text_printf(text, " tests=\"%u\" failures=\"%u\" errors=\"%u\"", tally->tests,
		    tally->failures, tally->errors);
}

enum ending { PASSED, FAILURE, ERROR, SKIPPED };

static enum ending ending_of(const json_t *result)
{
	const enum outcome outcome = result_outcome(result);

	if (!result_is_unexpected(result))
		return outcome == OUTCOME_PASS ? PASSED : SKIPPED;
	return outcome == OUTCOME_PASS || outcome == OUTCOME_FAIL ||
		       outcome == OUTCOME_UNIMPLEMENTED
		   ? FAILURE
		   : ERROR;
}

static void count(struct tally *tally, const json_t *result)
{
	const enum ending ending = ending_of(result);

	tally->tests++;
	tally->failures += ending == FAILURE;
	tally->errors += ending == ERROR;
	tally->skipped += ending == SKIPPED;
	tally->seconds += json_number_value(json_object_get(result, "seconds"));
}

static void put_line(struct text *text, const char *label, const char *foreign)
{
	if (!*foreign)
		return;
	text_put(text, label);
	text_visible(text, foreign, text_write_markup);
	text_put(text, "\n");
}

static void put_details(const struct summary *summary, struct text *text, const json_t *result)
{
	const json_t *ids = json_object_get(result, "requirements");
	const json_t *id;
	size_t i;

	put_line(text, "", result_text(result, "title"));
	json_array_foreach(ids, i, id)
	{
		struct text clause = {0};

		words_clause(summary, json_string_value(id), &clause);
		put_line(text, "clause: ", text_string(&clause));
		text_free(&clause);
	}
	put_line(text, "got: ", result_text(result, "got"));
	put_line(text, "want: ", result_text(result, "want"));
	put_line(text, "at: ", result_text(result, "at"));
	put_line(text, "repeat: ", result_text(result, "command"));
}

/* Why it ended so, in one line: what a consumer shows beside the name. */
static void put_message(struct text *text, const json_t *result)
{
	const json_t *expectation = json_object_get(result, "expectation");
	struct text message = {0};

	if (result_is_unexpected(result))
		words_expectation(result, &message);
	else if (result_outcome(result) != OUTCOME_SKIP)
		text_printf(&message, "known deviation: %s", result_text(expectation, "reason"));
	if (*result_text(result, "message"))
		text_printf(&message, "%s%s", message.size > 0 ? "; " : "",
			    result_text(result, "message"));
	put_attribute(text, "message", text_string(&message));
	text_free(&message);
}

static void put_ending(const struct summary *summary, struct text *text, const json_t *result)
{
	static const char *const elements[] = {"", "failure", "error", "skipped"};
	const enum ending ending = ending_of(result);

	text_printf(text, "      <%s", elements[ending]);
	put_attribute(text, "type", result_text(result, "outcome"));
	put_message(text, result);
	text_put(text, ">");
	put_details(summary, text, result);
	text_printf(text, "</%s>\n", elements[ending]);
	if (!*result_text(result, "output"))
		return;
	text_put(text, "      <system-out>");
	text_visible(text, result_text(result, "output"), text_write_markup);
	text_put(text, "</system-out>\n");
}

static void put_case(const struct summary *summary, struct text *text, const json_t *result,
		     const char *suite)
{
	const char *id = result_text(result, "case");
	const char *slash = strchr(id, '/');
	char *area = area_of(result);
	char *class = xformat("%s.%s", suite, area);

	text_put(text, "    <testcase");
	put_attribute(text, "classname", class);
	put_attribute(text, "name", slash ? slash + 1 : id);
	text_printf(text, " time=\"%.3f\"", json_number_value(json_object_get(result, "seconds")));
	if (ending_of(result) == PASSED) {
		text_put(text, "/>\n");
	} else {
		text_put(text, ">\n");
		put_ending(summary, text, result);
		text_put(text, "    </testcase>\n");
	}
	free(class);
	free(area);
}

static void put_property(struct text *text, const char *name, const char *value)
{
	text_put(text, "      <property");
	put_attribute(text, "name", name);
	put_attribute(text, "value", value);
	text_put(text, "/>\n");
}

static void put_properties(const struct summary *summary, struct text *text)
{
	struct text kit = {0};

	words_kit(summary, &kit);
	text_put(text, "    <properties>\n");
	put_property(text, "implementation", summary_implementation(summary, "name"));
	put_property(text, "version", summary_implementation(summary, "version"));
	put_property(text, "kit", text_string(&kit));
	text_put(text, "    </properties>\n");
	text_free(&kit);
}

/* `label` is that of the run, where there are several. */
static void put_suite(const struct summary *summary, struct text *text, const struct group *suite,
		      const char *label)
{
	const char *target = result_text(suite->results[0], "target");
	char *name = label ? xformat("%s %s", label, target) : xstrdup(target);
	struct tally tally = {0};

	for (size_t i = 0; i < suite->count; i++)
		count(&tally, suite->results[i]);
	text_put(text, "  <testsuite");
	put_attribute(text, "name", name);
	put_figures(text, &tally);
	text_printf(text, " skipped=\"%u\" time=\"%.3f\"", tally.skipped, tally.seconds);
	put_attribute(text, "timestamp", result_text(summary->results->header, "started"));
	text_put(text, ">\n");
	put_properties(summary, text);
	for (size_t i = 0; i < suite->count; i++)
		put_case(summary, text, suite->results[i], name);
	text_put(text, "  </testsuite>\n");
	free(name);
}

/* A test case of ours: of the run, not of the implementation. */
static void put_own(struct text *text, const char *name, const char *element, const char *message)
{
	text_put(text, "    <testcase classname=\"heapkit\"");
	put_attribute(text, "name", name);
	text_printf(text, " time=\"0.000\">\n      <%s type=\"heapkit\"", element);
	put_attribute(text, "message", message);
	text_put(text, "/>\n    </testcase>\n");
}

/* What no case can say. Counts into the tally. */
static void put_own_cases(const struct summary *summary, struct text *text, struct tally *tally)
{
	const json_t *unmatched = summary_footer(summary, "unmatched");
	const json_t *entry;
	const char *name;
	json_t *target;
	size_t i;

	json_array_foreach(unmatched, i, entry)
	{
		struct text sentence = {0};

		words_unmatched(entry, &sentence);
		put_own(text, result_text(entry, "at"), "failure", text_string(&sentence));
		tally->failures++;
		text_free(&sentence);
	}
	json_object_foreach((json_t *)summary_footer(summary, "targets"), name, target)
	{
		struct text sentence = {0};

		words_target(target, &sentence);
		if (!json_is_true(json_object_get(target, "runs"))) {
			put_own(text, name, "skipped", text_string(&sentence));
			tally->skipped++;
		}
		text_free(&sentence);
	}
	if (results_are_interrupted(summary->results)) {
		put_own(text, "the run", "error", "the run was interrupted");
		tally->errors++;
	}
	tally->tests = tally->failures + tally->errors + tally->skipped;
}

static void put_own_suite(const struct text *cases, struct text *text, const struct tally *tally,
			  const char *label)
{
	if (tally->tests == 0)
		return;
	text_put(text, "  <testsuite name=\"heapkit");
	if (label) {
		text_put(text, " ");
		text_visible(text, label, write_attribute);
	}
	text_put(text, "\"");
	put_figures(text, tally);
	text_printf(text, " skipped=\"%u\" time=\"0.000\">\n", tally->skipped);
	text_put(text, text_string(cases));
	text_put(text, "  </testsuite>\n");
}

static void add_tally(struct tally *sum, const struct tally *tally)
{
	sum->tests += tally->tests;
	sum->failures += tally->failures;
	sum->errors += tally->errors;
	sum->skipped += tally->skipped;
	sum->seconds += tally->seconds;
}

/* The suites of one run; counts into the tally. */
static void put_run(const struct summary *summary, struct text *text, struct tally *tally,
		    const char *label)
{
	struct groups suites = group_by(&summary->all, group_key_target);
	struct text own = {0};
	struct tally own_tally = {0};

	put_own_cases(summary, &own, &own_tally);
	add_tally(tally, &own_tally);
	for (size_t i = 0; i < summary->all.count; i++)
		count(tally, summary->all.results[i]);
	for (size_t i = 0; i < suites.count; i++)
		put_suite(summary, text, &suites.groups[i], label);
	put_own_suite(&own, text, &own_tally, label);
	groups_free(&suites);
	text_free(&own);
}

static void put_name(struct text *text, const struct matrix *matrix)
{
	struct text name = {0};

	if (matrix->run_count == 1)
		words_implementation(&matrix->runs[0].summary, &name);
	else
		text_printf(&name, "%lu runs", (unsigned long)matrix->run_count);
	put_attribute(text, "name", text_string(&name));
	text_free(&name);
}

void report_junit_all(FILE *stream, const struct results *results, size_t runs)
{
	struct matrix matrix;
	struct text text = {0}, suites = {0};
	struct tally tally = {0};

	matrix_make(&matrix, results, runs);
	for (size_t i = 0; i < runs; i++)
		put_run(&matrix.runs[i].summary, &suites, &tally,
			runs > 1 ? matrix.runs[i].label : NULL);
	text_put(&text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
	put_name(&text, &matrix);
	put_figures(&text, &tally);
	text_printf(&text, " time=\"%.3f\">\n", tally.seconds);
	fwrite(text_string(&text), 1, text.size, stream);
	fwrite(text_string(&suites), 1, suites.size, stream);
	fputs("</testsuites>\n", stream);
	text_free(&text);
	text_free(&suites);
	matrix_free(&matrix);
}

void report_junit(FILE *stream, const struct results *results)
{
	report_junit_all(stream, results, 1);
}
