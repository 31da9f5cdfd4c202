/* SPDX-License-Identifier: MIT */
/* TAP 14. What makes a run red is a `not ok` without directive, also where no case stands behind
 * it. */
#include "report.h"

#include <stdlib.h>

#include "matrix.h"
#include "text.h"
#include "words.h"

struct producer {
	const struct summary *summary;
	struct text text;
	const char *label;    /* of the run; NULL: there is one */
	unsigned long number; /* of the last test point */
};

/* In a description a number sign would begin a directive. */
static void write_description(struct text *text, uint32_t character)
{
	if (character == '#' || character == '\\')
		text_put(text, "\\");
	text_write_line(text, character);
}

static void begin_point(struct producer *producer, bool ok, const char *description)
{
	text_printf(&producer->text, "%sok %lu - ", ok ? "" : "not ", ++producer->number);
	text_visible(&producer->text, description, write_description);
}

static void put_comment(struct producer *producer, const char *comment)
{
	text_put(&producer->text, "# ");
	text_visible(&producer->text, comment, text_write_line);
	text_put(&producer->text, "\n");
}

/* A text of JSON is one of YAML once what YAML forbids in it has been made visible. */
static void put_quoted(struct producer *producer, const char *foreign)
{
	struct text visible = {0};
	json_t *string;
	char *json;

	text_visible(&visible, foreign, text_character);
	string = json_string(text_string(&visible));
	json = json_dumps(string, JSON_ENCODE_ANY);
	text_put(&producer->text, json);
	free(json);
	json_decref(string);
	text_free(&visible);
}

static void put_key(struct producer *producer, const char *key, const char *foreign)
{
	if (!*foreign)
		return;
	text_printf(&producer->text, "  %s: ", key);
	put_quoted(producer, foreign);
	text_put(&producer->text, "\n");
}

static void put_clauses(struct producer *producer, const json_t *result)
{
	const json_t *ids = json_object_get(result, "requirements");
	const json_t *id;
	size_t i;

	json_array_foreach(ids, i, id)
	{
		struct text clause = {0};

		words_clause(producer->summary, json_string_value(id), &clause);
		text_put(&producer->text, i == 0 ? "  clauses:\n    - " : "    - ");
		put_quoted(producer, text_string(&clause));
		text_put(&producer->text, "\n");
		text_free(&clause);
	}
}

static void put_diagnosis(struct producer *producer, const json_t *result)
{
	struct text known = {0};

	words_expectation(result, &known);
	text_put(&producer->text, "  ---\n");
	put_key(producer, "outcome", result_text(result, "outcome"));
	put_key(producer, "known", result_is_unexpected(result) ? text_string(&known) : "");
	put_key(producer, "message", result_text(result, "message"));
	put_key(producer, "got", result_text(result, "got"));
	put_key(producer, "want", result_text(result, "want"));
	put_key(producer, "at", result_text(result, "at"));
	put_clauses(producer, result);
	put_key(producer, "repeat", result_text(result, "command"));
	put_key(producer, "output", result_text(result, "output"));
	text_put(&producer->text, "  ...\n");
	text_free(&known);
}

static void put_directive(struct producer *producer, const char *directive, const char *reason)
{
	text_printf(&producer->text, " # %s ", directive);
	text_visible(&producer->text, reason, text_write_line);
}

static void put_result(struct producer *producer, const json_t *result)
{
	const enum outcome outcome = result_outcome(result);
	const bool unexpected = result_is_unexpected(result);
	const json_t *expectation = json_object_get(result, "expectation");
	/* a known deviation that passes is no `ok`: nobody would see it */
	const bool ok = !unexpected && (outcome == OUTCOME_PASS || outcome == OUTCOME_SKIP);
	char *description = xformat("%s%s%s %s: %s", producer->label ? producer->label : "",
				    producer->label ? ": " : "", result_text(result, "case"),
				    result_text(result, "target"), result_text(result, "title"));

	begin_point(producer, ok, description);
	if (outcome == OUTCOME_SKIP)
		put_directive(producer, "SKIP", result_text(result, "message"));
	else if (!ok && !unexpected)
		put_directive(producer, "TODO", result_text(expectation, "reason"));
	text_put(&producer->text, "\n");
	if (!ok)
		put_diagnosis(producer, result);
	free(description);
}

static void put_unmatched(struct producer *producer)
{
	const json_t *unmatched = summary_footer(producer->summary, "unmatched");
	const json_t *entry;
	size_t i;

	json_array_foreach(unmatched, i, entry)
	{
		struct text sentence = {0};

		words_unmatched(entry, &sentence);
		begin_point(producer, false, text_string(&sentence));
		text_put(&producer->text, "\n");
		text_free(&sentence);
	}
}

static void put_head(struct producer *producer)
{
	const struct summary *summary = producer->summary;
	const json_t *notes = json_object_get(summary->results->header, "notes");
	struct text sentence = {0};
	const json_t *note;
	size_t i;

	words_implementation(summary, &sentence);
	text_put(&sentence, ", judged by ");
	words_kit(summary, &sentence);
	put_comment(producer, text_string(&sentence));
	json_array_foreach(notes, i, note) put_comment(producer, json_string_value(note));
	text_free(&sentence);
}

static void put_targets(struct producer *producer)
{
	const char *name;
	json_t *target;

	json_object_foreach((json_t *)summary_footer(producer->summary, "targets"), name, target)
	{
		struct text sentence = {0};

		text_printf(&sentence, "%s: ", name);
		words_target(target, &sentence);
		if (sentence.bytes[sentence.size - 1] != ' ')
			put_comment(producer, text_string(&sentence));
		text_free(&sentence);
	}
}

static void put_run(struct producer *producer, const struct run_shown *run, bool alone)
{
	const struct summary *summary = &run->summary;
	struct text verdict = {0};

	producer->summary = summary;
	producer->label = alone ? NULL : run->label;
	put_head(producer);
	put_targets(producer);
	for (size_t i = 0; i < summary->all.count; i++)
		put_result(producer, summary->all.results[i]);
	put_unmatched(producer);
	words_verdict(summary, &verdict);
	put_comment(producer, text_string(&verdict));
	text_free(&verdict);
}

/* Nobody reads on behind it, so it stands behind all runs. */
static void put_interruptions(struct producer *producer, const struct matrix *matrix)
{
	for (size_t i = 0; i < matrix->run_count; i++) {
		if (!results_are_interrupted(matrix->runs[i].summary.results))
			continue;
		text_put(&producer->text, "Bail out! The run ");
		if (matrix->run_count > 1) {
			text_put(&producer->text, "of ");
			text_visible(&producer->text, matrix->runs[i].label, text_write_line);
			text_put(&producer->text, " ");
		}
		text_put(&producer->text, "was interrupted.\n");
		return;
	}
}

void report_tap_all(FILE *stream, const struct results *results, size_t count)
{
	struct matrix matrix;
	struct producer producer = {0};
	unsigned long points = 0;

	matrix_make(&matrix, results, count);
	for (size_t i = 0; i < count; i++) {
		const struct summary *summary = &matrix.runs[i].summary;

		points += (unsigned long)(summary->all.count +
					  json_array_size(summary_footer(summary, "unmatched")));
	}
	text_printf(&producer.text, "TAP version 14\n1..%lu\n", points);
	for (size_t i = 0; i < count; i++)
		put_run(&producer, &matrix.runs[i], count == 1);
	put_interruptions(&producer, &matrix);
	fwrite(text_string(&producer.text), 1, producer.text.size, stream);
	text_free(&producer.text);
	matrix_free(&matrix);
}

void report_tap(FILE *stream, const struct results *results)
{
	report_tap_all(stream, results, 1);
}
