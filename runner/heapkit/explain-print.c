/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "explain.h"
#include "glob.h"
#include "rung.h"
#include "screen.h"
#include "words.h"

bool explain_cites(const struct program *program, const char *id)
{
	const char *rest = program->pe.section.requirements;

	while (*rest) {
		const size_t length = strcspn(rest, " ");

		if (length == strlen(id) && strncmp(rest, id, length) == 0)
			return true;
		rest += length + (rest[length] == ' ');
	}
	return false;
}

bool explain_is_about(const struct explanation *explanation, const struct program *program)
{
	if (program->kind == KIND_CANARY)
		return false;
	return explanation->requirement ? explain_cites(program, explanation->requirement->id)
					: strcmp(program->id, explanation->id) == 0;
}

/* Once for all its targets. */
static bool is_first(const struct suite *suite, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (strcmp(suite->programs[i].id, suite->programs[index].id) == 0)
			return false;
	return true;
}

static void put_fact(struct screen *screen, const char *label, const char *text)
{
	screen_field(screen, label, text ? text : "");
}

static void put_requirement(struct screen *screen, const struct requirement *row)
{
	text_printf(screen_words(screen), "%s  %s, of the %s", row->id, row->level,
		    strcmp(row->subject, "sdk") == 0       ? "SDK"
		    : strcmp(row->subject, "program") == 0 ? "reference program"
							   : "platform");
	screen_put_words(screen, "", BOLD);
	put_fact(screen, "clause", row->title);
	put_fact(screen, "when", row->condition);
	put_fact(screen, "page", row->page ? row->page : "undocumented");
	put_fact(screen, "evidence", row->evidence);
	put_fact(screen, "no case", row->untestable);
	for (unsigned i = 0; i < row->variants_count; i++)
		put_fact(screen, i == 0 ? "variants" : "", row->variants[i]);
}

static void put_targets(struct screen *screen, const struct suite *suite, const char *id)
{
	bool any = false;

	screen_words(screen);
	for (size_t i = 0; i < suite->count; i++) {
		if (strcmp(suite->programs[i].id, id) != 0)
			continue;
		text_printf(&screen->words, "%s%s", any ? ", " : "",
			    suite->programs[i].pe.section.target);
		any = true;
	}
	put_fact(screen, "targets", text_string(&screen->words));
}

static void put_case(struct screen *screen, const struct explanation *explanation,
		     const struct program *program)
{
	text_put(screen_words(screen), program->id);
	screen_put_words(screen, "", BOLD);
	put_fact(screen, "title", program->pe.section.title);
	text_put(screen_words(screen), program->pe.section.source);
	put_fact(screen, "source", text_string(&screen->words));
	text_printf(screen_words(screen), "%u (%s)", program->rung, rung_name(program->rung));
	put_fact(screen, "rung", text_string(&screen->words));
	put_targets(screen, &explanation->suite, program->id);
	for (size_t i = 0; i < explanation->requirements.count; i++) {
		const struct requirement *row = &explanation->requirements.rows[i];

		if (!explain_cites(program, row->id))
			continue;
		screen_put(screen, "\n");
		put_requirement(screen, row);
	}
}

/* The cases that cite the requirement. */
static void put_cases(struct screen *screen, const struct explanation *explanation)
{
	const struct suite *suite = &explanation->suite;
	bool any = false;

	screen_heading(screen, "cases");
	for (size_t i = 0; i < suite->count; i++) {
		const struct program *program = &suite->programs[i];

		if (!explain_is_about(explanation, program) || !is_first(suite, i))
			continue;
		text_printf(screen_words(screen), "%s: %s", program->id, program->pe.section.title);
		screen_put_words(screen, "  ", NULL);
		any = true;
	}
	if (!any)
		screen_put(screen, suite->count ? "  none\n" : "  none is built here\n");
}

static bool entry_is_about(const struct explanation *explanation, const struct expectation *entry)
{
	for (size_t i = 0; i < explanation->suite.count; i++) {
		const struct program *program = &explanation->suite.programs[i];

		if (explain_is_about(explanation, program) &&
		    glob_match(entry->case_glob, program->id))
			return true;
	}
	return false;
}

static void put_entry(struct screen *screen, const char *implementation,
		      const struct expectation *entry)
{
	text_printf(screen_words(screen), "%s %s%s%s  %s", implementation, entry->version,
		    *entry->version ? "  " : "", outcome_name(entry->expect), entry->case_glob);
	if (strcmp(entry->target_glob, "*") != 0)
		text_printf(&screen->words, " for %s", entry->target_glob);
	if (entry->until)
		text_printf(&screen->words, ", until %s", entry->until);
	screen_put_words(screen, "  ", YELLOW);
	text_put(screen_words(screen), entry->reason);
	screen_put_wrapped(screen, "    ");
	text_put(screen_words(screen), entry->url ? entry->url : "");
	if (entry->url)
		screen_put_words(screen, "    ", NULL);
}

static void put_known(struct screen *screen, const struct explanation *explanation)
{
	bool any = false;

	screen_heading(screen, "known to deviate");
	for (size_t i = 0; i < explanation->known_count; i++) {
		const struct known_to *known = &explanation->known[i];

		for (size_t k = 0; k < known->expectations.count; k++) {
			const struct expectation *entry = &known->expectations.entries[k];

			if (!entry_is_about(explanation, entry))
				continue;
			put_entry(screen, known->implementation, entry);
			any = true;
		}
	}
	if (!any)
		screen_put(screen, explanation->suite.count
				       ? "  none\n"
				       : "  only known where the cases are built\n");
}

static bool result_is_about(const struct explanation *explanation, const json_t *result)
{
	const json_t *ids = json_object_get(result, "requirements"), *id;
	size_t i;

	if (!explanation->requirement)
		return strcmp(result_text(result, "case"), explanation->id) == 0;
	json_array_foreach(ids, i, id)
	{
		if (strcmp(json_string_value(id), explanation->requirement->id) == 0)
			return true;
	}
	return false;
}

static bool key_of_ending(const json_t *result, struct text *key)
{
	text_printf(key, "%s\x1F%s\x1F%s\x1F%s", result_text(result, "case"),
		    result_text(result, "outcome"), result_text(result, "expected"),
		    result_text(result, "message"));
	return true;
}

static void put_result(struct screen *screen, const struct group *group)
{
	const json_t *result = group->results[0];
	const bool unexpected = result_is_unexpected(result);
	const bool good = result_outcome(result) == OUTCOME_PASS;

	text_printf(screen_words(screen), "%s%s  %s  ", result_text(result, "outcome"),
		    unexpected ? " (unexpected)" : "", result_text(result, "case"));
	words_targets(screen->summary, group, &screen->words);
	if (*result_text(result, "message"))
		text_printf(&screen->words, ": %s", result_text(result, "message"));
	screen_put_words(screen, "    ", unexpected ? RED : good ? GREEN : YELLOW);
}

static void put_results(struct screen *screen, const struct explanation *explanation, size_t index)
{
	struct summary summary;
	json_t *chosen = json_array();
	const json_t *result;
	struct group group;
	struct groups endings;
	size_t i;

	summary_make(&summary, &explanation->results[index]);
	/* cppcheck-suppress autoVariables // taken back below */
	screen->summary = &summary;
	json_array_foreach(explanation->results[index].cases, i, result)
	{
		if (result_is_about(explanation, result))
			json_array_append(chosen, (json_t *)result);
	}
	words_implementation(&summary, screen_words(screen));
	screen_put_words(screen, "  ", NULL);
	group = group_all(chosen);
	endings = group_by(&group, key_of_ending);
	for (i = 0; i < endings.count; i++)
		put_result(screen, &endings.groups[i]);
	if (endings.count == 0)
		screen_put(screen, "    has not run it\n");
	groups_free(&endings);
	group_free(&group);
	json_decref(chosen);
	screen->summary = NULL;
	summary_free(&summary);
}

void explain_print(FILE *stream, const struct explanation *explanation, bool colour)
{
	struct screen screen = {.colour = colour};

	if (explanation->requirement) {
		put_requirement(&screen, explanation->requirement);
		put_cases(&screen, explanation);
	}
	for (size_t i = 0; i < explanation->suite.count && !explanation->requirement; i++)
		if (explain_is_about(explanation, &explanation->suite.programs[i])) {
			put_case(&screen, explanation, &explanation->suite.programs[i]);
			break;
		}
	put_known(&screen, explanation);
	if (explanation->result_count > 0)
		screen_heading(&screen, "results");
	for (size_t i = 0; i < explanation->result_count; i++)
		put_results(&screen, explanation, i);
	fwrite(text_string(&screen.text), 1, screen.text.size, stream);
	text_free(&screen.text);
	text_free(&screen.words);
}
