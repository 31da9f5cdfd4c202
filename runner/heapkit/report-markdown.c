/* SPDX-License-Identifier: MIT */
/* The facts of the terminal's report as tables, for the summary of a CI step. */
#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "markdown.h"
#include "summary.h"
#include "words.h"

enum { CASES_SHOWN = 8 /* of many for the same reason */ };

struct document {
	const struct summary *summary;
	struct page page;
};

static void put(struct document *document, const char *markdown)
{
	text_put(&document->page.text, markdown);
}

static struct text *words(struct document *document)
{
	return page_words(&document->page);
}

/* A cell that holds the sentence in the making. */
static void cell_of_words(struct document *document)
{
	markdown_text(page_cell(&document->page), text_string(&document->page.words));
}

static void cell(struct document *document, const char *foreign)
{
	markdown_text(page_cell(&document->page), foreign);
}

static void put_head(struct document *document)
{
	const json_t *header = document->summary->results->header;
	const json_t *note;
	size_t i;

	words_implementation(document->summary, words(document));
	page_line(&document->page, "## ", "\n");
	words_verdict(document->summary, words(document));
	page_line(&document->page, "<strong>", "</strong>\n");
	words_kit(document->summary, words(document));
	text_printf(&document->page.words, ", started %s", result_text(header, "started"));
	page_line(&document->page, "Judged by ", "");
	words_host(document->summary, words(document));
	page_line(&document->page, "on ", "\n");
	json_array_foreach(json_object_get(header, "notes"), i, note)
	{
		text_put(words(document), json_string_value(note));
		page_line(&document->page, "- note: ", "");
	}
}

static void put_table(struct document *document)
{
	const struct summary *summary = document->summary;
	const char **columns = xcalloc(summary->targets.count + 2, sizeof(*columns));

	columns[0] = "area";
	for (size_t i = 0; i < summary->targets.count; i++)
		columns[i + 1] = summary->targets.names[i];
	put(document, "\n");
	page_begin_table(&document->page, columns);
	for (size_t i = 0; i < summary->areas.count; i++) {
		cell(document, summary->areas.names[i]);
		for (size_t j = 0; j < summary->targets.count; j++) {
			words_cell(summary_cell(summary, i, j), words(document));
			cell_of_words(document);
		}
		page_end_row(&document->page);
	}
	page_end_table(&document->page);
	free(columns);
	text_put(words(document), WORDS_LEGEND);
	page_line(&document->page, "In a cell: ", "\n");
	words_platform(summary, words(document));
	page_line(&document->page, "Platform requirements met: <strong>", "</strong>\n");
	words_apart(summary, words(document));
	if (document->page.words.size > 0)
		page_line(&document->page, "Not of the platform: ", "\n");
}

/* The cases of a group, each on a line of the cell. */
static void cell_of_cases(struct document *document, const struct group *group)
{
	struct groups cases = group_by(group, group_key_case);
	struct text *row = page_cell(&document->page);

	for (size_t i = 0; i < cases.count && i < CASES_SHOWN; i++) {
		const json_t *result = cases.groups[i].results[0];

		text_put(row, i > 0 ? "<br>" : "");
		markdown_text(row, result_text(result, "case"));
		words_ids(result, words(document));
		if (document->page.words.size > 0) {
			text_put(row, " ");
			markdown_text(row, text_string(&document->page.words));
		}
	}
	if (cases.count > CASES_SHOWN)
		text_printf(row, "<br>and %lu more", (unsigned long)(cases.count - CASES_SHOWN));
	groups_free(&cases);
}

static void cell_of_targets(struct document *document, const struct group *group)
{
	words_targets(document->summary, group, words(document));
	cell_of_words(document);
}

static void cell_of_clauses(struct document *document, const json_t *result)
{
	const json_t *ids = json_object_get(result, "requirements");
	struct text *row = page_cell(&document->page);
	const json_t *id;
	size_t i;

	json_array_foreach(ids, i, id)
	{
		const char *name = json_string_value(id);
		const json_t *requirement = summary_requirement(document->summary, name);

		text_put(row, i > 0 ? "<br>" : "");
		words_clause(document->summary, name, words(document));
		markdown_link(row, text_string(&document->page.words),
			      result_text(requirement, "page"));
	}
}

static void add_fact(struct text *row, const char *label, const char *foreign)
{
	if (!*foreign)
		return;
	text_printf(row, "%s: ", label);
	markdown_text(row, foreign);
	text_put(row, "<br>");
}

static void put_surprise(struct document *document, const struct group *group)
{
	const json_t *result = group->results[0];
	const json_t *last = group->results[group->count - 1];
	const bool one_case = strcmp(result_text(result, "case"), result_text(last, "case")) == 0;
	struct text *row;

	cell(document,
	     result_outcome(result) == OUTCOME_PASS ? "fixed" : result_text(result, "outcome"));
	cell_of_cases(document, group);
	cell_of_targets(document, group);
	cell_of_clauses(document, one_case ? result : NULL);
	row = page_cell(&document->page);
	add_fact(row, "title", one_case ? result_text(result, "title") : "");
	words_expectation(result, words(document));
	add_fact(row, "known", text_string(&document->page.words));
	add_fact(row, "message", result_text(result, "message"));
	add_fact(row, "got", result_text(result, "got"));
	add_fact(row, "want", result_text(result, "want"));
	add_fact(row, "at", result_text(result, "at"));
	text_put(row, "repeat: <code>");
	markdown_text(row, result_text(result, "command"));
	text_put(row, "</code>");
	page_end_row(&document->page);
}

static void put_surprises(struct document *document)
{
	static const char *const columns[] = {"outcome", "case",    "targets",
					      "clause",  "details", NULL};
	const struct groups *surprises = &document->summary->surprises;

	if (surprises->count == 0)
		return;
	put(document, "### Unexpected\n\n");
	page_begin_table(&document->page, columns);
	for (size_t i = 0; i < surprises->count; i++)
		put_surprise(document, &surprises->groups[i]);
	page_end_table(&document->page);
}

/* Elements of the footer, each a sentence. */
static void put_entries(struct document *document, const char *key, const char *title,
			void (*sentence)(const json_t *, struct text *))
{
	const char *const columns[] = {title, NULL};
	const json_t *entries = summary_footer(document->summary, key);
	const json_t *entry;
	size_t i;

	if (json_array_size(entries) == 0)
		return;
	page_begin_table(&document->page, columns);
	json_array_foreach(entries, i, entry)
	{
		sentence(entry, words(document));
		cell_of_words(document);
		page_end_row(&document->page);
	}
	page_end_table(&document->page);
}

static void put_deviations(struct document *document)
{
	static const char *const columns[] = {"reason", "case", "targets", "until", NULL};
	const struct groups *deviations = &document->summary->deviations;

	if (deviations->count == 0)
		return;
	put(document, "### Known deviations\n\n");
	page_begin_table(&document->page, columns);
	for (size_t i = 0; i < deviations->count; i++) {
		const struct group *group = &deviations->groups[i];
		const json_t *expectation = json_object_get(group->results[0], "expectation");
		const enum outcome outcome = result_outcome(group->results[0]);

		text_put(words(document), result_text(expectation, "reason"));
		if (outcome != OUTCOME_FAIL)
			text_printf(&document->page.words, " (%s)", outcome_name(outcome));
		markdown_link(page_cell(&document->page), text_string(&document->page.words),
			      result_text(expectation, "url"));
		cell_of_cases(document, group);
		cell_of_targets(document, group);
		cell(document, result_text(expectation, "until"));
		page_end_row(&document->page);
	}
	page_end_table(&document->page);
}

static void put_skips(struct document *document)
{
	static const char *const columns[] = {"skipped because", "case", "targets", NULL};
	const struct groups *skips = &document->summary->skips;

	if (skips->count == 0)
		return;
	page_begin_table(&document->page, columns);
	for (size_t i = 0; i < skips->count; i++) {
		cell(document, result_text(skips->groups[i].results[0], "message"));
		cell_of_cases(document, &skips->groups[i]);
		cell_of_targets(document, &skips->groups[i]);
		page_end_row(&document->page);
	}
	page_end_table(&document->page);
}

static void put_flaky(struct document *document)
{
	static const char *const columns[] = {"flaky", "targets", "outcome", "attempts", NULL};
	const struct groups *flaky = &document->summary->flaky;

	if (flaky->count == 0)
		return;
	page_begin_table(&document->page, columns);
	for (size_t i = 0; i < flaky->count; i++) {
		const json_t *result = flaky->groups[i].results[0];
		const json_t *attempts = json_object_get(result, "attempts");

		cell(document, result_text(result, "case"));
		cell_of_targets(document, &flaky->groups[i]);
		cell(document, result_text(result, "outcome"));
		text_printf(page_cell(&document->page), "%lld",
			    (long long)json_integer_value(attempts));
		page_end_row(&document->page);
	}
	page_end_table(&document->page);
}

static void put_targets(struct document *document)
{
	const json_t *targets = summary_footer(document->summary, "targets");
	const char *name;
	json_t *target;

	json_object_foreach((json_t *)targets, name, target)
	{
		text_printf(words(document), "%s: ", name);
		words_target(target, &document->page.words);
		if (document->page.words.size > strlen(name) + 2)
			page_line(&document->page, "- target ", "");
	}
	put(document, "\n");
}

static bool key_observed(const json_t *result, struct text *key)
{
	const json_t *observations = json_object_get(result, "observations");
	char *json;

	if (json_object_size(observations) == 0)
		return false;
	json = json_dumps(observations, JSON_COMPACT);
	text_printf(key, "%s\x1F%s", result_text(result, "case"), json);
	free(json);
	return true;
}

static void put_observed(struct document *document, const struct group *group)
{
	struct text *row;
	const char *separator = "", *name;
	json_t *value;

	cell(document, result_text(group->results[0], "case"));
	cell_of_targets(document, group);
	row = page_cell(&document->page);
	json_object_foreach(json_object_get(group->results[0], "observations"), name, value)
	{
		text_printf(words(document), "%s%s: %s", separator, name, json_string_value(value));
		markdown_text(row, text_string(&document->page.words));
		separator = "\n";
	}
	page_end_row(&document->page);
}

/* What VARIES: of interest to few, so behind a click. */
static void put_observations(struct document *document)
{
	static const char *const columns[] = {"case", "targets", "observed", NULL};
	struct groups observed = group_by(&document->summary->all, key_observed);

	if (observed.count > 0) {
		put(document, "<details><summary>Observed, never judged</summary>\n\n");
		page_begin_table(&document->page, columns);
		for (size_t i = 0; i < observed.count; i++)
			put_observed(document, &observed.groups[i]);
		page_end_table(&document->page);
		put(document, "</details>\n");
	}
	groups_free(&observed);
}

void report_markdown(FILE *stream, const struct results *results)
{
	struct summary summary;
	struct document document = {.summary = &summary};

	summary_make(&summary, results);
	put_head(&document);
	if (summary.all.count > 0)
		put_table(&document);
	put_surprises(&document);
	put_entries(&document, "unmatched", "expectations that match nothing", words_unmatched);
	put_entries(&document, "overdue", "expectations that are overdue", words_overdue);
	put_deviations(&document);
	put_targets(&document);
	put_flaky(&document);
	put_skips(&document);
	put_observations(&document);
	fwrite(text_string(&document.page.text), 1, document.page.text.size, stream);
	page_free(&document.page);
	summary_free(&summary);
}
