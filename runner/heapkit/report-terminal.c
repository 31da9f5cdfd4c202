/* SPDX-License-Identifier: MIT */
/*
 * For someone who sees heapkit for the first time: what was judged, a table, one figure, what is
 * known, what cannot run, and at the end, where the eye is, what is unexpected and the verdict.
 */
#include "report.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "screen.h"
#include "summary.h"
#include "text.h"
#include "words.h"

enum { LINES_SHOWN = 5 /* of what a case printed */ };

static void put_head(struct screen *screen)
{
	const json_t *notes = json_object_get(screen->summary->results->header, "notes");
	const json_t *note;
	size_t i;

	words_implementation(screen->summary, screen_words(screen));
	text_put(&screen->words, ", judged by ");
	words_kit(screen->summary, &screen->words);
	screen_put_words(screen, "", BOLD);
	words_host(screen->summary, screen_words(screen));
	if (screen->words.size > 0)
		screen_put_words(screen, "host  ", NULL);
	json_array_foreach(notes, i, note)
	{
		text_put(screen_words(screen), json_string_value(note));
		screen_put_words(screen, "note  ", NULL);
	}
}

/* The columns of the table: widths of the areas and of each target. */
static size_t target_width(struct screen *screen, size_t target)
{
	const struct summary *summary = screen->summary;
	size_t width = screen_width(summary->targets.names[target]);

	for (size_t i = 0; i < summary->areas.count; i++) {
		words_cell(summary_cell(summary, i, target), screen_words(screen));
		if (screen->words.size > width)
			width = screen->words.size;
	}
	return width + 2;
}

static const char *cell_colour(const struct cell *cell)
{
	return cell->unexpected ? RED : cell->known ? YELLOW : GREEN;
}

static void put_row(struct screen *screen, size_t area, size_t first, const size_t *widths)
{
	const struct summary *summary = screen->summary;

	screen_put_column(screen, summary->areas.names[area], first, NULL);
	for (size_t i = 0; i < summary->targets.count; i++) {
		const struct cell *cell = summary_cell(summary, area, i);

		words_cell(cell, screen_words(screen));
		screen_put_column(screen, text_string(&screen->words), widths[i],
				  cell_colour(cell));
	}
	screen_end_row(screen);
}

static void put_table(struct screen *screen)
{
	const struct summary *summary = screen->summary;
	const struct names *areas = &summary->areas, *targets = &summary->targets;
	size_t *widths = xcalloc(targets->count, sizeof(*widths));
	size_t first = 0;

	for (size_t i = 0; i < areas->count; i++)
		if (screen_width(areas->names[i]) + 2 > first)
			first = screen_width(areas->names[i]) + 2;
	screen_put(screen, "\n");
	text_pad(&screen->text, first);
	for (size_t i = 0; i < targets->count; i++) {
		widths[i] = i + 1 < targets->count ? target_width(screen, i) : 0;
		screen_put_column(screen, targets->names[i], widths[i], NULL);
	}
	screen_put(screen, "\n");
	for (size_t i = 0; i < areas->count; i++)
		put_row(screen, i, first, widths);
	screen_put(screen, WORDS_LEGEND "\n");
	free(widths);
}

static void put_shares(struct screen *screen)
{
	screen_put(screen, "\n");
	words_platform(screen->summary, screen_words(screen));
	screen_put_words(screen, "platform requirements met: ", BOLD);
	words_apart(screen->summary, screen_words(screen));
	if (screen->words.size > 0)
		screen_put_words(screen, "not of the platform: ", NULL);
}

static void put_deviation(struct screen *screen, const struct group *group)
{
	const json_t *expectation = json_object_get(group->results[0], "expectation");
	const enum outcome outcome = result_outcome(group->results[0]);
	const char *reason = result_text(expectation, "reason");

	screen_put_cases(screen, group, "  ", YELLOW);
	text_put(screen_words(screen), *reason ? reason : "no reason is given");
	if (outcome != OUTCOME_FAIL)
		text_printf(&screen->words, " (%s)", outcome_name(outcome));
	if (*result_text(expectation, "until"))
		text_printf(&screen->words, " (until %s)", result_text(expectation, "until"));
	screen_put_wrapped(screen, "    ");
	text_put(screen_words(screen), result_text(expectation, "url"));
	if (screen->words.size > 0)
		screen_put_words(screen, "    ", NULL);
}

static void put_deviations(struct screen *screen)
{
	const struct groups *deviations = &screen->summary->deviations;

	if (deviations->count > 0)
		screen_heading(screen, "known deviations");
	for (size_t i = 0; i < deviations->count; i++)
		put_deviation(screen, &deviations->groups[i]);
}

static void put_flaky(struct screen *screen)
{
	const struct groups *flaky = &screen->summary->flaky;

	if (flaky->count > 0)
		screen_heading(screen, "flaky: tried more than once");
	for (size_t i = 0; i < flaky->count; i++) {
		const json_t *result = flaky->groups[i].results[0];
		const json_t *attempts = json_object_get(result, "attempts");

		text_printf(screen_words(screen), "%s  %s at attempt %lld  ",
			    result_text(result, "case"), result_text(result, "outcome"),
			    (long long)json_integer_value(attempts));
		words_targets(screen->summary, &flaky->groups[i], &screen->words);
		screen_put_words(screen, "  ", NULL);
	}
}

static void put_targets(struct screen *screen)
{
	const json_t *targets = summary_footer(screen->summary, "targets");
	bool headed = false;
	const char *name;
	json_t *target;

	json_object_foreach((json_t *)targets, name, target)
	{
		text_printf(screen_words(screen), "%s: ", name);
		words_target(target, &screen->words);
		if (screen->words.size == strlen(name) + 2)
			continue;
		if (!headed)
			screen_heading(screen, "targets with limits");
		headed = true;
		screen_put_words(screen, "  ", NULL);
	}
}

static void put_skips(struct screen *screen)
{
	const struct groups *skips = &screen->summary->skips;

	if (skips->count > 0)
		screen_heading(screen, "skipped");
	for (size_t i = 0; i < skips->count; i++) {
		const struct group *group = &skips->groups[i];
		const char *reason = result_text(group->results[0], "message");

		text_printf(screen_words(screen), "%lu: %s", (unsigned long)group->count,
			    *reason ? reason : "no reason is given");
		screen_put_words(screen, "  ", NULL);
		screen_put_cases(screen, group, "    ", NULL);
	}
}

static void put_clauses(struct screen *screen, const json_t *result)
{
	const json_t *ids = json_object_get(result, "requirements");
	const json_t *id;
	size_t i;

	json_array_foreach(ids, i, id)
	{
		const json_t *requirement =
		    summary_requirement(screen->summary, json_string_value(id));

		words_clause(screen->summary, json_string_value(id), screen_words(screen));
		if (*result_text(requirement, "page"))
			text_printf(&screen->words, "\n%s", result_text(requirement, "page"));
		screen_field(screen, i == 0 ? "clause" : "", text_string(&screen->words));
	}
}

/* A value that may be another one in the other targets of the group. */
static void put_value(struct screen *screen, const struct group *group, const char *key)
{
	const char *value = result_text(group->results[0], key);
	bool same = true;

	for (size_t i = 1; i < group->count; i++)
		same = same && strcmp(value, result_text(group->results[i], key)) == 0;
	text_put(screen_words(screen), value);
	if (!same)
		text_printf(&screen->words, "  (in %s; elsewhere another)",
			    result_text(group->results[0], "target"));
	screen_field(screen, key, text_string(&screen->words));
}

const char *report_last_lines(const json_t *result)
{
	const char *output = result_text(result, "output");
	size_t size = strlen(output);
	int lines = LINES_SHOWN;

	/* Where an assertion speaks they say nothing more. */
	if (*result_text(result, "got") || *result_text(result, "want"))
		return "";
	while (size > 0 && (output[size - 1] == '\n' || output[size - 1] == '\r'))
		size--;
	while (size > 0 && (output[size - 1] != '\n' || --lines > 0))
		size--;
	return output + size;
}

static void put_surprise(struct screen *screen, const struct group *group)
{
	const json_t *result = group->results[0];
	struct groups cases = group_by(group, group_key_case);
	const bool fixed = result_outcome(result) == OUTCOME_PASS;
	struct text *text = screen_words(screen);

	screen_put(screen, "\n");
	for (const char *name = fixed ? "fixed" : result_text(result, "outcome"); *name; name++)
		text_printf(text, "%c", toupper((unsigned char)*name));
	if (cases.count > 1)
		text_printf(text, "  %lu cases  ", (unsigned long)cases.count);
	else
		text_printf(text, "  %s  ", result_text(result, "case"));
	words_targets(screen->summary, group, text);
	screen_put_words(screen, "", RED);
	if (cases.count > 1) {
		screen_put_cases(screen, group, "    ", NULL);
	} else {
		screen_field(screen, "title", result_text(result, "title"));
		put_clauses(screen, result);
	}
	words_expectation(result, screen_words(screen));
	screen_field(screen, fixed ? "" : "known", text_string(&screen->words));
	screen_field(screen, "message", result_text(result, "message"));
	put_value(screen, group, "got");
	put_value(screen, group, "want");
	screen_field(screen, "at", result_text(result, "at"));
	screen_field(screen, "output", report_last_lines(result));
	screen_field(screen, "repeat", result_text(result, "command"));
	groups_free(&cases);
}

static void put_entries(struct screen *screen, const char *key,
			void (*sentence)(const json_t *, struct text *), const char *code)
{
	const json_t *entries = summary_footer(screen->summary, key);
	const json_t *entry;
	size_t i;

	json_array_foreach(entries, i, entry)
	{
		screen_put(screen, i == 0 ? "\n" : "");
		sentence(entry, screen_words(screen));
		screen_put_words(screen, "", code);
	}
}

/* What is shown so far; of thousands of surprises the whole would be megabytes. */
static void pass_on(struct screen *screen, FILE *stream)
{
	fwrite(text_string(&screen->text), 1, screen->text.size, stream);
	text_clear(&screen->text);
}

void report_terminal(FILE *stream, const struct results *results, bool with_colour)
{
	struct summary summary;
	struct screen screen = {.summary = &summary, .colour = with_colour};

	summary_make(&summary, results);
	put_head(&screen);
	if (summary.all.count > 0) {
		put_table(&screen);
		put_shares(&screen);
	}
	put_deviations(&screen);
	put_flaky(&screen);
	put_targets(&screen);
	put_skips(&screen);
	put_entries(&screen, "overdue", words_overdue, YELLOW);
	for (size_t i = 0; i < summary.surprises.count; i++) {
		pass_on(&screen, stream);
		put_surprise(&screen, &summary.surprises.groups[i]);
	}
	put_entries(&screen, "unmatched", words_unmatched, RED);
	screen_put(&screen, "\n");
	words_verdict(&summary, screen_words(&screen));
	screen_put_words(&screen, "", results_are_green(results) ? GREEN : RED);
	pass_on(&screen, stream);
	text_free(&screen.text);
	text_free(&screen.words);
	summary_free(&summary);
}
