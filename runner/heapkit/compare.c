/* SPDX-License-Identifier: MIT */
#include "compare.h"

#include <stdlib.h>
#include <string.h>

#include "summary.h"
#include "words.h"

static const struct {
	const char *name, *words;
} changes[CHANGE_COUNT] = {
    {"newly-failing", "newly failing"}, {"other-outcome", "other outcome"},
    {"other-message", "other message"}, {"disappeared", "disappeared"},
    {"appeared", "appeared"},           {"newly-passing", "newly passing"},
};

const char *change_name(enum change change)
{
	return changes[change].name;
}

const char *change_words(enum change change)
{
	return changes[change].words;
}

static bool is_failure(enum outcome outcome)
{
	return outcome != OUTCOME_PASS && outcome != OUTCOME_SKIP;
}

/* Returns false where nothing changed. */
static bool find_change(const json_t *before, const json_t *after, enum change *change)
{
	enum outcome was, is;

	if (!before || !after) {
		*change = before ? CHANGE_DISAPPEARED : CHANGE_APPEARED;
		return true;
	}
	was = result_outcome(before);
	is = result_outcome(after);
	if (is_failure(was) != is_failure(is))
		*change = is_failure(is) ? CHANGE_NEWLY_FAILING : CHANGE_NEWLY_PASSING;
	else if (was != is)
		*change = CHANGE_OTHER_OUTCOME;
	else
		*change = CHANGE_OTHER_MESSAGE;
	return *change != CHANGE_OTHER_MESSAGE ||
	       (is != OUTCOME_PASS &&
		strcmp(result_text(before, "message"), result_text(after, "message")) != 0);
}

static bool has_target(const struct results *results, const char *target)
{
	const json_t *result;
	size_t i;

	json_array_foreach(results->cases, i, result)
	{
		if (strcmp(result_text(result, "target"), target) == 0)
			return true;
	}
	return false;
}

static bool is_same_suite(const struct comparison *comparison)
{
	return strcmp(result_text(comparison->before->header, "suite"),
		      result_text(comparison->after->header, "suite")) == 0;
}

/* A renamed case is no loss, but one that is in the suite and does not run any more is. */
static bool is_worse(const struct comparison *comparison, enum change change, const json_t *before,
		     const json_t *after)
{
	switch (change) {
	case CHANGE_NEWLY_FAILING:
		return true;
	case CHANGE_OTHER_OUTCOME:
		return result_outcome(before) == OUTCOME_FAIL && is_failure(result_outcome(after));
	case CHANGE_DISAPPEARED:
		return result_outcome(before) == OUTCOME_PASS &&
		       (is_same_suite(comparison) ||
			!has_target(comparison->after, result_text(before, "target")));
	default:
		return false;
	}
}

static void compare_case(struct comparison *comparison, json_t *before, json_t *after)
{
	const json_t *either = after ? after : before;
	enum change change;
	bool worse;

	if (!find_change(before, after, &change)) {
		comparison->unchanged++;
		return;
	}
	worse = is_worse(comparison, change, before, after);
	comparison->worse += worse;
	json_array_append_new(
	    comparison->changes,
	    json_pack("{s:O, s:O, s:O, s:O, s:s, s:b, s:O?, s:O?}", "case",
		      json_object_get(either, "case"), "target", json_object_get(either, "target"),
		      "title", json_object_get(either, "title"), "requirements",
		      json_object_get(either, "requirements"), "change", changes[change].name,
		      "worse", (int)worse, "before", before, "after", after));
}

/* By case and target, each of which has one result: results_read() saw to it. */
static json_t *index_of(const struct results *results)
{
	json_t *index = json_object(), *result;
	size_t i;

	json_array_foreach(results->cases, i, result)
	{
		char *key =
		    xformat("%s\x1F%s", result_text(result, "case"), result_text(result, "target"));

		json_object_set(index, key, result);
		free(key);
	}
	return index;
}

static void compare_all(struct comparison *comparison)
{
	json_t *before = index_of(comparison->before), *after = index_of(comparison->after);
	const char *key;
	json_t *result;

	json_object_foreach(before, key, result)
	    compare_case(comparison, result, json_object_get(after, key));
	json_object_foreach(after, key, result)
	{
		if (!json_object_get(before, key))
			compare_case(comparison, NULL, result);
	}
	json_decref(before);
	json_decref(after);
}

static void take_apart(struct comparison *comparison)
{
	for (int change = 0; change < CHANGE_COUNT; change++) {
		json_t *some = json_array(), *one;
		size_t i;

		json_array_foreach(comparison->changes, i, one)
		{
			if (strcmp(result_text(one, "change"), changes[change].name) == 0)
				json_array_append(some, one);
		}
		comparison->of[change] = group_all(some);
		json_decref(some);
	}
}

void comparison_make(struct comparison *comparison, const char *before_path,
		     const struct results *before, const char *after_path,
		     const struct results *after)
{
	*comparison = (struct comparison){.before = before,
					  .after = after,
					  .before_path = before_path,
					  .after_path = after_path,
					  .changes = json_array()};
	compare_all(comparison);
	take_apart(comparison);
}

void comparison_free(struct comparison *comparison)
{
	for (int change = 0; change < CHANGE_COUNT; change++)
		group_free(&comparison->of[change]);
	json_decref(comparison->changes);
	*comparison = (struct comparison){0};
}

void words_of_result(const json_t *result, struct text *text)
{
	if (!json_is_object(result)) {
		text_put(text, "no result");
		return;
	}
	text_put(text, outcome_name(result_outcome(result)));
	if (*result_text(result, "message"))
		text_printf(text, ": %s", result_text(result, "message"));
}

void words_of_comparison(const struct comparison *comparison, struct text *text)
{
	text_put(text, comparison->worse ? "WORSE: " : "nothing got worse: ");
	for (int change = 0; change < CHANGE_COUNT; change++)
		if (comparison->of[change].count > 0)
			text_printf(text, "%lu %s, ", (unsigned long)comparison->of[change].count,
				    changes[change].words);
	text_printf(text, "%lu unchanged", (unsigned long)comparison->unchanged);
}

void words_of_side(const struct results *results, const char *path, struct text *text)
{
	struct summary summary = {.results = results};

	words_implementation(&summary, text);
	text_put(text, ", ");
	words_kit(&summary, text);
	text_printf(text, ": %s", path);
}
