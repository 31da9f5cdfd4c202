/* SPDX-License-Identifier: MIT */
#include "words.h"

#include <string.h>
#include <strings.h>

/* Between two parts of a list: nothing before the first. */
static void add_comma(struct text *text, size_t start)
{
	if (text->size > start)
		text_put(text, ", ");
}

static void add_count(struct text *text, size_t start, size_t count, const char *one,
		      const char *many)
{
	if (count == 0)
		return;
	add_comma(text, start);
	text_printf(text, "%lu %s", (unsigned long)count, count == 1 ? one : many);
}

static void add_surprises(const struct summary *summary, struct text *text)
{
	const size_t start = text->size;
	const size_t overdue = json_array_size(summary_footer(summary, "overdue"));

	for (int i = OUTCOME_PASS + 1; i < OUTCOME_COUNT; i++)
		add_count(text, start, summary->unexpected[i], outcome_name((enum outcome)i),
			  outcome_name((enum outcome)i));
	add_count(text, start, summary->unexpected[OUTCOME_PASS], "fixed", "fixed");
	add_count(text, start, json_array_size(summary_footer(summary, "unmatched")),
		  "expectation matches nothing", "expectations match nothing");
	if (json_is_true(summary_footer(summary, "strict")))
		add_count(text, start, overdue, "expectation overdue", "expectations overdue");
	if (text->size > start)
		text_put(text, "; ");
}

static bool some_target_cannot_run(const struct summary *summary)
{
	const char *name;
	json_t *target;

	json_object_foreach((json_t *)summary_footer(summary, "targets"), name, target)
	{
		if (!json_is_true(json_object_get(target, "runs")))
			return true;
	}
	return false;
}

void words_verdict(const struct summary *summary, struct text *text)
{
	const json_t *seconds = summary_footer(summary, "seconds");
	const bool green = results_are_green(summary->results);
	size_t start;

	if (summary->all.count == 0 && green) {
		text_printf(text, "NOTHING WAS JUDGED: no %s",
			    some_target_cannot_run(summary) ? "target can run here" : "case ran");
		return;
	}
	text_put(text, results_are_interrupted(summary->results) ? "INTERRUPTED: "
		       : green                                   ? "as expected: "
								 : "UNEXPECTED: ");
	add_surprises(summary, text);
	start = text->size;
	text_printf(text, "%u pass", summary->total.passed - summary->unexpected[OUTCOME_PASS]);
	add_count(text, start, summary->total.known, "known deviation", "known deviations");
	add_count(text, start, summary->total.skipped, "skipped", "skipped");
	if (seconds)
		text_printf(text, " in %.1f s", json_number_value(seconds));
}

void words_implementation(const struct summary *summary, struct text *text)
{
	const char *name = summary_implementation(summary, "name");
	const char *version = summary_implementation(summary, "version");

	if (strncasecmp(version, name, strlen(name)) == 0 && *version) {
		text_put(text, version);
		return;
	}
	text_put(text, name);
	text_put(text, *version ? " " : "");
	text_put(text, version);
}

void words_kit(const struct summary *summary, struct text *text)
{
	const json_t *header = summary->results->header;

	text_printf(text, "heapkit %s, suite %s", result_text(header, "heapkit"),
		    result_text(header, "suite"));
	if (*result_text(header, "shard"))
		text_printf(text, ", shard %s", result_text(header, "shard"));
}

static void add_key(struct text *text, const char *key)
{
	for (; *key; key++)
		text_add(text, *key == '_' ? " " : key, 1);
}

void words_host(const struct summary *summary, struct text *text)
{
	const char *key;
	json_t *value;
	const size_t start = text->size;

	json_object_foreach(json_object_get(summary->results->header, "host"), key, value)
	{
		if (json_is_null(value))
			continue;
		add_comma(text, start);
		text_put(text, json_is_false(value) ? "no " : "");
		add_key(text, key);
		if (json_is_string(value))
			text_printf(text, ": %s", json_string_value(value));
		else if (json_is_number(value))
			text_printf(text, ": %.15g", json_number_value(value));
	}
}

static void add_share(struct text *text, size_t start, const char *before, struct share share,
		      const char *behind)
{
	if (share.judged == 0)
		return;
	add_comma(text, start);
	text_printf(text, "%s%u of %u%s", before, share.met, share.judged, behind);
}

void words_platform(const struct summary *summary, struct text *text)
{
	const size_t start = text->size;

	add_share(text, start, "", summary->shares[SHARE_MUST], " MUST");
	add_share(text, start, "", summary->shares[SHARE_WINDOWS], " WINDOWS");
	if (text->size == start)
		text_put(text, "none was judged");
}

void words_apart(const struct summary *summary, struct text *text)
{
	const size_t start = text->size;

	add_share(text, start, "reference program ", summary->shares[SHARE_PROGRAM], "");
	add_share(text, start, "SDK ", summary->shares[SHARE_SDK], "");
}

void words_cell(const struct cell *cell, struct text *text)
{
	const size_t start = text->size;

	if (cell->ran > 0)
		text_printf(text, "%u/%u", cell->passed, cell->ran);
	if (cell->known > 0)
		text_printf(text, " ~%u", cell->known);
	if (cell->unexpected > 0)
		text_printf(text, " !%u", cell->unexpected);
	if (cell->skipped > 0)
		text_printf(text, "%s-%u", text->size > start ? " " : "", cell->skipped);
}

void words_targets(const struct summary *summary, const struct group *group, struct text *text)
{
	struct groups targets = group_by(group, group_key_target);
	const size_t start = text->size;

	if (targets.count > 1 && targets.count == summary->targets.count) {
		text_printf(text, "all %lu targets", (unsigned long)targets.count);
	} else {
		for (size_t i = 0; i < targets.count; i++) {
			add_comma(text, start);
			text_put(text, result_text(targets.groups[i].results[0], "target"));
		}
	}
	groups_free(&targets);
}

void words_ids(const json_t *result, struct text *text)
{
	const json_t *ids = json_object_get(result, "requirements");
	const json_t *id;
	size_t i;

	json_array_foreach(ids, i, id)
	    text_printf(text, "%s%s", i > 0 ? " " : "", json_string_value(id));
}

/* No run on Windows is known that shows what the page says. The key is there where the catalogue
 * has it. */
static bool is_only_text(const json_t *requirement)
{
	const char *evidence = result_text(requirement, "evidence");

	return strcmp(result_text(requirement, "level"), "MUST") == 0 &&
	       (strncmp(evidence, "documentation only", 18) == 0 ||
		strncmp(evidence, "nothing was run", 15) == 0);
}

void words_clause(const struct summary *summary, const char *id, struct text *text)
{
	const json_t *requirement = summary_requirement(summary, id);

	text_put(text, id);
	if (requirement)
		text_printf(text, " %s%s: %s", result_text(requirement, "level"),
			    is_only_text(requirement) ? " (documentation only)" : "",
			    result_text(requirement, "title"));
}

void words_expectation(const json_t *result, struct text *text)
{
	const char *at = result_text(json_object_get(result, "expectation"), "at");

	if (result_expected(result) == OUTCOME_PASS)
		return;
	if (result_outcome(result) == OUTCOME_PASS)
		text_printf(text, "fixed: take it out of %s", at);
	else
		text_printf(text, "expected %s (%s)", result_text(result, "expected"), at);
}

void words_unmatched(const json_t *entry, struct text *text)
{
	text_printf(text, "%s: no case matches %s for target %s: correct the entry or take it out",
		    result_text(entry, "at"), result_text(entry, "case"),
		    result_text(entry, "target"));
}

void words_overdue(const json_t *entry, struct text *text)
{
	text_printf(text, "%s: %s was expected to be right by %s: look again and set a new date",
		    result_text(entry, "at"), result_text(entry, "case"),
		    result_text(entry, "until"));
}

void words_target(const json_t *target, struct text *text)
{
	const char *message = result_text(target, "message");

	if (!json_is_true(json_object_get(target, "runs")))
		text_put(text, "cannot run");
	else if (!json_is_true(json_object_get(target, "status_believed")))
		text_put(text, "only text is believed");
	else if (!json_is_true(json_object_get(target, "text_believed")))
		text_put(text, "only the exit status is believed");
	else
		return;
	text_printf(text, "%s%s", *message ? ": " : "", message);
}
