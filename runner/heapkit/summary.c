/* SPDX-License-Identifier: MIT */
#include "summary.h"

#include <stdlib.h>
#include <string.h>

char *area_of(const json_t *result)
{
	const char *id = result_text(result, "case");
	char *area = xstrdup(id);

	area[strcspn(id, "/")] = '\0';
	return area;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The distinct names of the results; `name` gives one that it allocates. */
static struct names names_of(const struct group *all, char *(*name)(const json_t *))
{
	struct names names = {.names = xcalloc(all->count, sizeof(char *))};
	size_t kept = 0;

	for (size_t i = 0; i < all->count; i++)
		names.names[i] = name(all->results[i]);
	if (all->count > 1)
		qsort(names.names, all->count, sizeof(char *), compare_names);
	for (size_t i = 0; i < all->count; i++) {
		if (kept > 0 && strcmp(names.names[kept - 1], names.names[i]) == 0)
			free(names.names[i]);
		else
			names.names[kept++] = names.names[i];
	}
	names.count = kept;
	return names;
}

static void names_free(struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->names[i]);
	free(names->names);
}

static size_t index_of(const struct names *names, const char *name)
{
	char **found = bsearch(&name, names->names, names->count, sizeof(char *), compare_names);

	return (size_t)(found - names->names);
}

static char *target_of(const json_t *result)
{
	return xstrdup(result_text(result, "target"));
}

static bool is_deviation(const json_t *result)
{
	const enum outcome outcome = result_outcome(result);

	return outcome != OUTCOME_PASS && outcome != OUTCOME_SKIP && !result_is_unexpected(result);
}

void cell_count(struct cell *cell, const json_t *result)
{
	const enum outcome outcome = result_outcome(result);

	cell->ran += outcome != OUTCOME_SKIP;
	cell->skipped += outcome == OUTCOME_SKIP;
	cell->passed += outcome == OUTCOME_PASS;
	cell->known += is_deviation(result);
	cell->unexpected += result_is_unexpected(result);
}

static void count_all(struct summary *summary)
{
	summary->cells =
	    xcalloc(summary->areas.count * summary->targets.count, sizeof(struct cell));
	for (size_t i = 0; i < summary->all.count; i++) {
		const json_t *result = summary->all.results[i];
		char *area = area_of(result);
		const size_t row = index_of(&summary->areas, area);
		const size_t column = index_of(&summary->targets, result_text(result, "target"));

		cell_count(&summary->cells[row * summary->targets.count + column], result);
		cell_count(&summary->total, result);
		if (result_is_unexpected(result))
			summary->unexpected[result_outcome(result)]++;
		free(area);
	}
}

/*
 * Which requirements this run speaks of: id -> whether every case that cites it and ran has passed.
 * A skipped case says nothing; one whose set-up failed has not shown that the requirement is met.
 */
static json_t *requirements_met(const struct group *all)
{
	json_t *met = json_object();

	for (size_t i = 0; i < all->count; i++) {
		const json_t *ids = json_object_get(all->results[i], "requirements");
		const enum outcome outcome = result_outcome(all->results[i]);
		const json_t *id;
		size_t j;

		if (outcome == OUTCOME_SKIP)
			continue;
		json_array_foreach(ids, j, id)
		{
			const char *name = json_string_value(id);
			const bool failed = json_is_false(json_object_get(met, name));

			json_object_set_new(met, name,
					    json_boolean(!failed && outcome == OUTCOME_PASS));
		}
	}
	return met;
}

static enum share_of share_of(const json_t *requirement)
{
	const char *subject = result_text(requirement, "subject");
	const char *level = result_text(requirement, "level");

	if (strcmp(level, "MUST") != 0 && strcmp(level, "WINDOWS") != 0)
		return SHARE_COUNT;
	if (strcmp(subject, "program") == 0)
		return SHARE_PROGRAM;
	if (strcmp(subject, "sdk") == 0)
		return SHARE_SDK;
	return *level == 'M' ? SHARE_MUST : SHARE_WINDOWS;
}

static void count_shares(struct summary *summary)
{
	json_t *met = requirements_met(&summary->all);
	const char *id;
	json_t *is_met;

	json_object_foreach(met, id, is_met)
	{
		const json_t *requirement = summary_requirement(summary, id);
		const enum share_of share = requirement ? share_of(requirement) : SHARE_COUNT;

		if (share == SHARE_COUNT)
			continue;
		summary->shares[share].judged++;
		summary->shares[share].met += json_is_true(is_met);
	}
	json_decref(met);
}

static void add_part(struct text *key, const char *part)
{
	text_put(key, part);
	text_put(key, "\x1F");
}

static bool key_deviation(const json_t *result, struct text *key)
{
	const json_t *expectation = json_object_get(result, "expectation");

	if (!is_deviation(result))
		return false;
	add_part(key, result_text(expectation, "at"));
	add_part(key, result_text(expectation, "reason"));
	add_part(key, result_text(expectation, "url"));
	add_part(key, result_text(result, "outcome"));
	return true;
}

static bool key_surprise(const json_t *result, struct text *key)
{
	if (!result_is_unexpected(result))
		return false;
	/* a young implementation lacks one function for a hundred cases: that is one fact */
	if (result_outcome(result) != OUTCOME_UNIMPLEMENTED)
		add_part(key, result_text(result, "case"));
	add_part(key, result_text(result, "outcome"));
	add_part(key, result_text(result, "message"));
	add_part(key, result_text(result, "expected"));
	add_part(key, result_text(json_object_get(result, "expectation"), "at"));
	return true;
}

static bool key_skip(const json_t *result, struct text *key)
{
	add_part(key, result_text(result, "message"));
	return result_outcome(result) == OUTCOME_SKIP;
}

static bool key_flaky(const json_t *result, struct text *key)
{
	const json_int_t attempts = json_integer_value(json_object_get(result, "attempts"));

	add_part(key, result_text(result, "case"));
	add_part(key, result_text(result, "outcome"));
	text_printf(key, "%lld", (long long)attempts);
	return attempts > 1;
}

void summary_make(struct summary *summary, const struct results *results)
{
	*summary = (struct summary){.results = results, .all = group_all(results->cases)};
	summary->targets = names_of(&summary->all, target_of);
	summary->areas = names_of(&summary->all, area_of);
	count_all(summary);
	count_shares(summary);
	summary->deviations = group_by(&summary->all, key_deviation);
	summary->surprises = group_by(&summary->all, key_surprise);
	summary->skips = group_by(&summary->all, key_skip);
	summary->flaky = group_by(&summary->all, key_flaky);
}

void summary_free(struct summary *summary)
{
	groups_free(&summary->deviations);
	groups_free(&summary->surprises);
	groups_free(&summary->skips);
	groups_free(&summary->flaky);
	names_free(&summary->targets);
	names_free(&summary->areas);
	free(summary->cells);
	group_free(&summary->all);
}

const struct cell *summary_cell(const struct summary *summary, size_t area, size_t target)
{
	return &summary->cells[area * summary->targets.count + target];
}

const json_t *summary_footer(const struct summary *summary, const char *key)
{
	return json_object_get(summary->results->footer, key);
}

const char *summary_implementation(const struct summary *summary, const char *key)
{
	return result_text(json_object_get(summary->results->header, "implementation"), key);
}

const json_t *summary_requirement(const struct summary *summary, const char *id)
{
	return json_object_get(json_object_get(summary->results->header, "requirements"), id);
}
