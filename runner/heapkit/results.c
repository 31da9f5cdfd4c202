/* SPDX-License-Identifier: MIT */
#include "results.h"

#include <string.h>

void results_begin(struct results *results, json_t *header)
{
	*results = (struct results){.header = header, .cases = json_array()};
}

void results_free(struct results *results)
{
	json_decref(results->header);
	json_decref(results->cases);
	json_decref(results->footer);
	*results = (struct results){0};
}

json_t *results_footer(const struct results *results)
{
	json_t *outcomes = json_object();
	json_int_t count[OUTCOME_COUNT] = {0}, unexpected = 0;
	const json_t *result;
	size_t i;

	json_array_foreach(results->cases, i, result)
	{
		count[result_outcome(result)]++;
		unexpected += result_is_unexpected(result);
	}
	for (i = 0; i < OUTCOME_COUNT; i++)
		json_object_set_new(outcomes, outcome_name((enum outcome)i),
				    json_integer(count[i]));
	return json_pack("{s:I, s:o, s:I}", "cases", (json_int_t)json_array_size(results->cases),
			 "outcomes", outcomes, "unexpected", unexpected);
}

const char *result_text(const json_t *result, const char *key)
{
	const char *text = json_string_value(json_object_get(result, key));

	return text ? text : "";
}

/* results_read() lets only known names in, so a crash stands for a bug of ours. */
static enum outcome outcome_of(const json_t *result, const char *key)
{
	enum outcome outcome;

	return outcome_parse(result_text(result, key), &outcome) ? outcome : OUTCOME_CRASH;
}

enum outcome result_outcome(const json_t *result)
{
	return outcome_of(result, "outcome");
}

enum outcome result_expected(const json_t *result)
{
	return outcome_of(result, "expected");
}

bool result_is_unexpected(const json_t *result)
{
	return outcome_is_unexpected(result_outcome(result), result_expected(result));
}

bool results_are_interrupted(const struct results *results)
{
	return !results->footer || json_is_true(json_object_get(results->footer, "interrupted"));
}

bool results_cannot_run(const struct results *results)
{
	const json_t *targets = json_object_get(results->footer, "targets");
	const char *name;
	json_t *target;

	json_object_foreach((json_t *)targets, name, target)
	{
		if (json_is_true(json_object_get(target, "runs")))
			return false;
	}
	return json_object_size(targets) > 0;
}

bool results_are_green(const struct results *results)
{
	const json_t *footer = results->footer;
	const json_t *result;
	size_t i;

	if (results_are_interrupted(results))
		return false;
	json_array_foreach(results->cases, i, result)
	{
		if (result_is_unexpected(result))
			return false;
	}
	if (json_array_size(json_object_get(footer, "unmatched")) > 0)
		return false;
	return !json_is_true(json_object_get(footer, "strict")) ||
	       json_array_size(json_object_get(footer, "overdue")) == 0;
}
