/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "../fake-table.h"
#include "soak.h"

enum { SHOWN = 20 /* lines that are wrong */ };

/* A machine on which others are at work may be late, by seconds. */
#define LATE 5.0

/* What the fake did there. */
static const struct fake_row *row_of(const struct soak *soak, const json_t *result)
{
	const char *id = result_text(result, "case"), *target = result_text(result, "target");
	char source[160];

	if (strncmp(id, "soak/", 5) != 0)
		return fake_find("takes-time", strlen("takes-time"));
	snprintf(source, sizeof source, "cases/%s.c", id);
	return fake_choose(soak->seed, source, target);
}

static bool is_as_told(const struct fake_row *row, const json_t *result)
{
	const char *message = result_text(result, "message");

	return strcmp(result_text(result, "outcome"), row->outcome) == 0 &&
	       (row->message ? strstr(message, row->message) != NULL : !*message) &&
	       json_integer_value(json_object_get(result, "attempts")) == row->attempts;
}

static void show(const struct fake_row *row, const json_t *result)
{
	struct text text = {0};

	text_printf(&text,
		    "#   %s %s, %s: %s after %u, not %s after %d: ", result_text(result, "case"),
		    result_text(result, "target"), row->behaviour, row->outcome, row->attempts,
		    result_text(result, "outcome"),
		    (int)json_integer_value(json_object_get(result, "attempts")));
	text_visible(&text, result_text(result, "message"), text_write_line);
	printf("%.300s\n", text_string(&text));
	text_free(&text);
}

static void judge_lines(struct soak *soak, const struct results *results)
{
	unsigned wrong = 0, late = 0, behaviours = 0;
	bool seen[256] = {false};
	double slowest = 0;
	const json_t *result;
	size_t i;

	json_array_foreach(results->cases, i, result)
	{
		const struct fake_row *row = row_of(soak, result);
		const double seconds = json_number_value(json_object_get(result, "seconds"));

		behaviours += !seen[row - fake_rows];
		seen[row - fake_rows] = true;
		slowest = seconds > slowest ? seconds : slowest;
		late += seconds > soak->timeout + LATE;
		if (!is_as_told(row, result) && wrong++ < SHOWN)
			show(row, result);
	}
	soak_verdict(soak, wrong == 0 && i == soak->total,
		     "%zu of %u programs have a result; %u not as the table says, of %u behaviours",
		     i, soak->total, wrong, behaviours);
	soak_verdict(soak, late == 0, "the slowest took %.1f s, where %.1f are allowed", slowest,
		     soak->timeout);
}

void outcomes_judge(struct soak *soak)
{
	struct results results;
	struct error error;
	const bool read = results_read(soak->results, &results, &error);

	if (!read) {
		soak_verdict(soak, false, "%s", error.text);
		return;
	}
	soak_verdict(soak, !results_are_interrupted(&results), "the results have their footer");
	judge_lines(soak, &results);
	results_free(&results);
}
