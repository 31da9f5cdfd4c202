/* SPDX-License-Identifier: MIT */
#include "report-html.h"

#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "ladder.h"
#include "words.h"

enum { CASES_SHOWN = 40 /* of many for the same reason */ };

static void put_words(struct text *text, const char *name, struct text *words)
{
	html_element(text, name, text_string(words));
	text_clear(words);
}

static void put_fact(struct text *text, const char *label, const char *foreign)
{
	if (!*foreign)
		return;
	text_printf(text, "<dt>%s</dt>", label);
	html_element(text, "dd", foreign);
	text_put(text, "\n");
}

/* The cases of a group, with the targets that they have in common. */
static void put_cases(const struct summary *summary, const struct group *group, struct text *text)
{
	struct groups cases = group_by(group, group_key_case);
	struct text words = {0};

	for (size_t i = 0; i < cases.count && i < CASES_SHOWN; i++) {
		text_put(text, i > 0 ? ", " : "");
		html_element(text, "code", result_text(cases.groups[i].results[0], "case"));
	}
	if (cases.count > CASES_SHOWN)
		text_printf(text, " and %lu more", (unsigned long)(cases.count - CASES_SHOWN));
	text_put(text, " <small>");
	words_targets(summary, group, &words);
	html_text(text, text_string(&words));
	text_put(text, "</small>");
	text_free(&words);
	groups_free(&cases);
}

static void put_clauses(const struct summary *summary, const json_t *result, struct text *text)
{
	const json_t *id;
	size_t i;

	json_array_foreach(json_object_get(result, "requirements"), i, id)
	{
		const char *name = json_string_value(id);
		struct text words = {0};

		words_clause(summary, name, &words);
		text_put(text, "<dt>clause</dt><dd>");
		html_link(text, text_string(&words),
			  result_text(summary_requirement(summary, name), "page"));
		text_put(text, "</dd>\n");
		text_free(&words);
	}
}

static void put_surprise(const struct summary *summary, const struct group *group,
			 struct text *text)
{
	const json_t *result = group->results[0];
	struct groups cases = group_by(group, group_key_case);
	struct text words = {0};

	text_put(text, "<li><b>");
	html_text(text, result_outcome(result) == OUTCOME_PASS ? "fixed"
							       : result_text(result, "outcome"));
	text_put(text, "</b> ");
	put_cases(summary, group, text);
	text_put(text, "\n<dl>\n");
	if (cases.count == 1)
		put_clauses(summary, result, text);
	words_expectation(result, &words);
	put_fact(text, "known", text_string(&words));
	put_fact(text, "message", result_text(result, "message"));
	put_fact(text, "got", result_text(result, "got"));
	put_fact(text, "want", result_text(result, "want"));
	put_fact(text, "at", result_text(result, "at"));
	put_fact(text, "repeat", result_text(result, "command"));
	text_put(text, "</dl></li>\n");
	text_free(&words);
	groups_free(&cases);
}

static void put_deviation(const struct summary *summary, const struct group *group,
			  struct text *text)
{
	const json_t *result = group->results[0];
	const json_t *expectation = json_object_get(result, "expectation");

	text_put(text, "<li>");
	html_link(text, result_text(expectation, "reason"), result_text(expectation, "url"));
	if (result_outcome(result) != OUTCOME_FAIL)
		text_printf(text, " (%s)", outcome_name(result_outcome(result)));
	text_put(text, "<br/>");
	put_cases(summary, group, text);
	text_put(text, "</li>\n");
}

static void put_skip(const struct summary *summary, const struct group *group, struct text *text)
{
	text_put(text, "<li>");
	html_text(text, result_text(group->results[0], "message"));
	text_put(text, "<br/>");
	put_cases(summary, group, text);
	text_put(text, "</li>\n");
}

static void put_flaky(const struct summary *summary, const struct group *group, struct text *text)
{
	const json_t *result = group->results[0];

	text_printf(text, "<li>%s in attempt %lld<br/>", outcome_name(result_outcome(result)),
		    (long long)json_integer_value(json_object_get(result, "attempts")));
	put_cases(summary, group, text);
	text_put(text, "</li>\n");
}

static void put_groups(const struct summary *summary, const struct groups *groups,
		       const char *title, bool open,
		       void (*put)(const struct summary *, const struct group *, struct text *),
		       struct text *text)
{
	if (groups->count == 0)
		return;
	text_printf(text, "<details%s><summary>%s: %lu</summary>\n<ul>\n",
		    open ? " open=\"open\"" : "", title, (unsigned long)groups->count);
	for (size_t i = 0; i < groups->count; i++)
		put(summary, &groups->groups[i], text);
	text_put(text, "</ul></details>\n");
}

static void put_entries(const struct summary *summary, const char *key,
			void (*sentence)(const json_t *, struct text *), struct text *text)
{
	const json_t *entries = summary_footer(summary, key);
	struct text words = {0};
	const json_t *entry;
	size_t i;

	json_array_foreach(entries, i, entry)
	{
		sentence(entry, &words);
		put_words(text, "p", &words);
	}
	text_free(&words);
}

static void put_targets(const struct summary *summary, struct text *text)
{
	const char *name;
	json_t *target;

	json_object_foreach((json_t *)summary_footer(summary, "targets"), name, target)
	{
		struct text words = {0};

		words_target(target, &words);
		if (words.size > 0) {
			text_put(text, "<p>target ");
			html_text(text, name);
			text_put(text, ": ");
			html_text(text, text_string(&words));
			text_put(text, "</p>\n");
		}
		text_free(&words);
	}
}

/* Where it stands and what to implement next. */
static void put_ladder(const struct results *results, struct text *text)
{
	struct text words = {0};
	struct ladder ladder;

	ladder_make(&ladder, results);
	if (ladder.known) {
		ladder_words(&ladder, &words);
		html_element(text, "p", text_string(&words));
	}
	ladder_free(&ladder);
	text_free(&words);
}

static void put_head(const struct summary *summary, struct text *text)
{
	const json_t *header = summary->results->header;
	struct text words = {0};
	const json_t *note;
	size_t i;

	words_verdict(summary, &words);
	text_printf(text, "<p class=\"%s\">",
		    results_are_green(summary->results) ? "green" : "red");
	html_text(text, text_string(&words));
	text_put(text, "</p>\n<p>Judged by ");
	text_clear(&words);
	words_kit(summary, &words);
	text_printf(&words, ", started %s, on ", result_text(header, "started"));
	words_host(summary, &words);
	html_text(text, text_string(&words));
	text_put(text, ".");
	text_clear(&words);
	words_apart(summary, &words);
	if (words.size > 0) {
		text_put(text, " Not of the platform: ");
		html_text(text, text_string(&words));
		text_put(text, ".");
	}
	text_put(text, "</p>\n");
	json_array_foreach(json_object_get(header, "notes"), i, note)
	{
		text_put(text, "<p>note: ");
		html_text(text, json_string_value(note));
		text_put(text, "</p>\n");
	}
	text_free(&words);
}

void html_put_runs(const struct matrix *matrix, struct text *text)
{
	for (size_t i = 0; i < matrix->run_count; i++) {
		const struct summary *summary = &matrix->runs[i].summary;

		text_printf(text, "<section class=\"one\" id=\"run-%lu\">\n<h3>", (unsigned long)i);
		html_text(text, matrix->runs[i].label);
		text_put(text, "</h3>\n");
		put_head(summary, text);
		put_ladder(summary->results, text);
		put_targets(summary, text);
		put_entries(summary, "unmatched", words_unmatched, text);
		put_entries(summary, "overdue", words_overdue, text);
		put_groups(summary, &summary->surprises, "unexpected", true, put_surprise, text);
		put_groups(summary, &summary->deviations, "known deviations, by reason", false,
			   put_deviation, text);
		put_groups(summary, &summary->flaky, "flaky", false, put_flaky, text);
		put_groups(summary, &summary->skips, "skipped, by reason", false, put_skip, text);
		text_put(text, "</section>\n");
	}
}
