/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "markdown.h"
#include "observations.h"
#include "screen.h"
#include "words.h"

struct printer {
	const struct observations *observations;
	const struct observation *observation;
	struct screen screen;
	struct page page;
	size_t run; /* that a cell of Markdown is about */
	bool first; /* of the values in a cell */
};

static bool is_observed(const struct observation *observation, size_t column)
{
	return observation->values[column] != NULL;
}

/* "x86_64-bare, i686-bare": those targets of one run that have the value. */
static void add_targets(const struct matrix *matrix, const bool *columns, size_t run,
			struct text *text)
{
	const size_t start = text->size;

	for (size_t i = 0; i < matrix->column_count; i++)
		if (matrix->columns[i].run == run && columns[i])
			text_printf(text, "%s%s", text->size > start ? ", " : "",
				    matrix->columns[i].target);
}

/* Whether all targets of the run have the value, of those in which something was observed. */
static bool all_of_run(const struct printer *printer, const bool *columns, size_t run, bool *any)
{
	const struct matrix *matrix = printer->observations->matrix;
	bool all = true;

	*any = false;
	for (size_t i = 0; i < matrix->column_count; i++) {
		if (matrix->columns[i].run != run || !is_observed(printer->observation, i))
			continue;
		*any = *any || columns[i];
		all = all && columns[i];
	}
	return all;
}

/* Whether the value is that of the column's target in every run that observed something there. */
static bool whole_target(const struct printer *printer, const bool *columns, size_t column)
{
	const struct matrix *matrix = printer->observations->matrix;

	for (size_t i = 0; i < matrix->column_count; i++)
		if (strcmp(matrix->columns[i].target, matrix->columns[column].target) == 0 &&
		    is_observed(printer->observation, i) && !columns[i])
			return false;
	return true;
}

/* "everywhere", "i686-bare, i686-msvcrt" where runs agree; false where they do not. */
static bool add_alike(const struct printer *printer, const bool *columns, struct text *text)
{
	const struct matrix *matrix = printer->observations->matrix;
	json_t *targets = json_object(), *one;
	bool everywhere = true, alike = true;
	const char *name;
	const size_t start = text->size;

	for (size_t i = 0; i < matrix->column_count; i++) {
		everywhere = everywhere && (columns[i] || !is_observed(printer->observation, i));
		alike = alike && (!columns[i] || whole_target(printer, columns, i));
		if (columns[i])
			json_object_set_new(targets, matrix->columns[i].target, json_true());
	}
	if (everywhere)
		text_put(text, "everywhere");
	else if (alike)
		json_object_foreach(targets, name, one)
		    text_printf(text, "%s%s", text->size > start ? ", " : "", name);
	json_decref(targets);
	return everywhere || alike;
}

/* Where runs differ: "wine-8.0; wine-10.0 (i686-bare)". */
static void add_where(const struct printer *printer, const bool *columns, struct text *text)
{
	const struct matrix *matrix = printer->observations->matrix;
	const size_t start = text->size;
	bool any;

	if (add_alike(printer, columns, text))
		return;
	for (size_t i = 0; i < matrix->run_count; i++) {
		const bool all = all_of_run(printer, columns, i, &any);

		if (!any)
			continue;
		text_printf(text, "%s%s", text->size > start ? "; " : "", matrix->runs[i].label);
		if (all)
			continue;
		text_put(text, " (");
		add_targets(matrix, columns, i, text);
		text_put(text, ")");
	}
}

static void put_value(void *data, const char *value, const bool *columns)
{
	struct printer *printer = data;
	struct screen *screen = &printer->screen;

	screen_put(screen, "    ");
	screen_put_column(screen, value, 24, BOLD);
	screen_put(screen, " ");
	add_where(printer, columns, screen_words(screen));
	screen_put_column(screen, text_string(&screen->words), 0, NULL);
	screen_end_row(screen);
}

/* A heading where the observation is the first of its case. */
static void put_case(struct printer *printer, const struct observation *before)
{
	struct screen *screen = &printer->screen;
	const json_t *result = printer->observation->result;

	if (before && before->result == result)
		return;
	text_printf(screen_words(screen), "%s  ", result_text(result, "case"));
	words_ids(result, &screen->words);
	text_printf(&screen->words, ": %s", result_text(result, "title"));
	screen_put(screen, before ? "\n" : "");
	screen_put_words(screen, "", BOLD);
}

void observations_terminal(FILE *stream, const struct observations *observations, bool colour)
{
	struct printer printer = {.observations = observations, .screen = {.colour = colour}};

	for (size_t i = 0; i < observations->count; i++) {
		printer.observation = &observations->all[i];
		put_case(&printer, i > 0 ? &observations->all[i - 1] : NULL);
		text_put(screen_words(&printer.screen), printer.observation->name);
		screen_put_words(&printer.screen, "  ", NULL);
		observation_each(observations, printer.observation, put_value, &printer);
	}
	if (observations->count == 0)
		screen_put(&printer.screen, "nothing was observed\n");
	fwrite(text_string(&printer.screen.text), 1, printer.screen.text.size, stream);
	text_free(&printer.screen.text);
	text_free(&printer.screen.words);
}

/* A value in the cell of one run, with its targets where they differ. */
static void cell_value(void *data, const char *value, const bool *columns)
{
	struct printer *printer = data;
	struct text *words = &printer->page.words;
	bool any;
	const bool all = all_of_run(printer, columns, printer->run, &any);

	if (!any)
		return;
	text_printf(words, "%s%s", printer->first ? "" : "\n", value);
	printer->first = false;
	if (all)
		return;
	text_put(words, " (");
	add_targets(printer->observations->matrix, columns, printer->run, words);
	text_put(words, ")");
}

static void put_row(struct printer *printer)
{
	struct page *page = &printer->page;
	const json_t *result = printer->observation->result;

	page_words(page);
	text_printf(&page->words, "%s ", result_text(result, "case"));
	words_ids(result, &page->words);
	markdown_text(page_cell(page), text_string(&page->words));
	markdown_text(page_cell(page), printer->observation->name);
	for (size_t i = 0; i < printer->observations->matrix->run_count; i++) {
		printer->run = i;
		printer->first = true;
		page_words(page);
		observation_each(printer->observations, printer->observation, cell_value, printer);
		markdown_text(page_cell(page), text_string(&page->words));
	}
	page_end_row(page);
}

void observations_markdown(FILE *stream, const struct observations *observations, bool colour)
{
	struct printer printer = {.observations = observations};
	const struct matrix *matrix = observations->matrix;
	const char **columns = xcalloc(matrix->run_count + 3, sizeof *columns);

	(void)colour;
	columns[0] = "case";
	columns[1] = "observed";
	for (size_t i = 0; i < matrix->run_count; i++)
		columns[i + 2] = matrix->runs[i].label;
	text_put(&printer.page.text, "## Observed, never judged\n\n");
	page_begin_table(&printer.page, columns);
	for (size_t i = 0; i < observations->count; i++) {
		printer.observation = &observations->all[i];
		put_row(&printer);
	}
	page_end_table(&printer.page);
	fwrite(text_string(&printer.page.text), 1, printer.page.text.size, stream);
	page_free(&printer.page);
	free(columns);
}

static json_t *values_of(const struct matrix *matrix, const struct observation *observation)
{
	json_t *values = json_array();

	for (size_t i = 0; i < matrix->column_count; i++)
		if (is_observed(observation, i))
			json_array_append_new(values, json_pack("{s:i, s:s, s:s}", "run",
								(int)matrix->columns[i].run,
								"target", matrix->columns[i].target,
								"value", observation->values[i]));
	return values;
}

void observations_json(FILE *stream, const struct observations *observations, bool colour)
{
	const struct matrix *matrix = observations->matrix;
	json_t *runs = json_array(), *all = json_array(), *whole;

	(void)colour;
	for (size_t i = 0; i < matrix->run_count; i++) {
		const json_t *header = matrix->runs[i].summary.results->header;

		json_array_append_new(
		    runs, json_pack("{s:s, s:O, s:O, s:O}", "name", matrix->runs[i].label,
				    "implementation", json_object_get(header, "implementation"),
				    "host", json_object_get(header, "host"), "started",
				    json_object_get(header, "started")));
	}
	for (size_t i = 0; i < observations->count; i++) {
		const struct observation *observation = &observations->all[i];
		const json_t *result = observation->result;

		json_array_append_new(
		    all,
		    json_pack("{s:O, s:O, s:O, s:s, s:o}", "case", json_object_get(result, "case"),
			      "title", json_object_get(result, "title"), "requirements",
			      json_object_get(result, "requirements"), "observed",
			      observation->name, "values", values_of(matrix, observation)));
	}
	whole = json_pack("{s:o, s:o}", "runs", runs, "observations", all);
	json_dumpf(whole, stream, JSON_COMPACT);
	fputc('\n', stream);
	json_decref(whole);
}
