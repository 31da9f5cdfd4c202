/* SPDX-License-Identifier: MIT */
/* Several runs side by side: what each meets, area by area, and every case that deviates. */
#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "ladder.h"
#include "markdown.h"
#include "matrix.h"
#include "words.h"

static void cell(struct page *page, const char *foreign)
{
	markdown_text(page_cell(page), foreign);
}

/* A cell that holds the sentence in the making. */
static void cell_of_words(struct page *page)
{
	cell(page, text_string(&page->words));
}

static void cell_of_rung(struct page *page, const struct results *results)
{
	struct ladder ladder;

	ladder_make(&ladder, results);
	page_words(page);
	if (ladder.known || ladder.rung == 0)
		text_printf(&page->words, "%u: %s", ladder.rung, rung_name(ladder.rung));
	cell_of_words(page);
	ladder_free(&ladder);
}

static void put_runs(struct page *page, const struct matrix *matrix)
{
	static const char *const columns[] = {"run",   "requirements met", "rung",
					      "suite", "verdict",          NULL};

	page_begin_table(page, columns);
	for (size_t i = 0; i < matrix->run_count; i++) {
		const struct summary *summary = &matrix->runs[i].summary;

		cell(page, matrix->runs[i].label);
		words_platform(summary, page_words(page));
		cell_of_words(page);
		cell_of_rung(page, summary->results);
		cell(page, result_text(summary->results->header, "suite"));
		words_verdict(summary, page_words(page));
		cell_of_words(page);
		page_end_row(page);
	}
	page_end_table(page);
}

static void begin_columns(struct page *page, const struct matrix *matrix, const char *first)
{
	const char **names = xcalloc(matrix->column_count + 2, sizeof *names);
	char **made = xcalloc(matrix->column_count + 1, sizeof *made);

	names[0] = first;
	for (size_t i = 0; i < matrix->column_count; i++) {
		const struct column *column = &matrix->columns[i];

		made[i] = xformat("%s %s", matrix->runs[column->run].label, column->target);
		names[i + 1] = made[i];
	}
	page_begin_table(page, names);
	for (size_t i = 0; i < matrix->column_count; i++)
		free(made[i]);
	free(made);
	free(names);
}

static bool is_of_area(const struct row *row, const char *area, size_t length)
{
	const char *id = result_text(row->first, "case");

	return strncmp(id, area, length) == 0 && strcspn(id, "/") == length;
}

/* The rows from `first` on are those of one area; returns the first that is not. */
static size_t put_area(struct page *page, const struct matrix *matrix, size_t first)
{
	const char *id = result_text(matrix->rows[first].first, "case");
	const size_t length = strcspn(id, "/");
	char *area = xformat("%.*s", (int)length, id);
	size_t end = first;

	while (end < matrix->row_count && is_of_area(&matrix->rows[end], area, length))
		end++;
	cell(page, area);
	for (size_t c = 0; c < matrix->column_count; c++) {
		struct cell figures = {0};

		for (size_t r = first; r < end; r++)
			if (matrix->rows[r].results[c])
				cell_count(&figures, matrix->rows[r].results[c]);
		words_cell(&figures, page_words(page));
		cell_of_words(page);
	}
	page_end_row(page);
	free(area);
	return end;
}

static void put_areas(struct page *page, const struct matrix *matrix)
{
	begin_columns(page, matrix, "area");
	for (size_t row = 0; row < matrix->row_count;)
		row = put_area(page, matrix, row);
	page_end_table(page);
	text_put(page_words(page), WORDS_LEGEND);
	page_line(page, "In a cell: ", "\n");
}

static bool deviates(const json_t *result)
{
	return result && (result_is_unexpected(result) || (result_outcome(result) != OUTCOME_PASS &&
							   result_outcome(result) != OUTCOME_SKIP));
}

static const json_t *first_deviation(const struct matrix *matrix, const struct row *row)
{
	for (size_t c = 0; c < matrix->column_count; c++)
		if (deviates(row->results[c]))
			return row->results[c];
	return NULL;
}

static void put_outcome(struct page *page, const json_t *result)
{
	page_words(page);
	if (result && result_is_unexpected(result))
		text_printf(&page->words, "! %s",
			    result_outcome(result) == OUTCOME_PASS
				? "fixed"
				: result_text(result, "outcome"));
	else if (result)
		text_printf(&page->words, "%s%s", deviates(result) ? "~ " : "",
			    result_text(result, "outcome"));
	cell_of_words(page);
}

/* Why it is known or, where it is not, what the case said. */
static void put_reason(struct page *page, const struct matrix *matrix, const struct row *row)
{
	const json_t *chosen = first_deviation(matrix, row);

	for (size_t c = 0; c < matrix->column_count; c++)
		if (deviates(row->results[c]) &&
		    json_is_object(json_object_get(row->results[c], "expectation"))) {
			const json_t *known = json_object_get(row->results[c], "expectation");

			markdown_link(&page->row, result_text(known, "reason"),
				      result_text(known, "url"));
			return;
		}
	markdown_text(&page->row, result_text(chosen, "message"));
}

static void put_deviations(struct page *page, const struct matrix *matrix)
{
	bool any = false;

	for (size_t i = 0; i < matrix->row_count; i++) {
		const struct row *row = &matrix->rows[i];

		if (!first_deviation(matrix, row))
			continue;
		if (!any) {
			text_put(&page->text, "### Deviations\n\n");
			begin_columns(page, matrix, "case and why");
		}
		any = true;
		words_ids(row->first, page_words(page));
		markdown_text(page_cell(page), result_text(row->first, "case"));
		text_put(&page->row, " ");
		markdown_text(&page->row, text_string(&page->words));
		text_put(&page->row, "<br>");
		put_reason(page, matrix, row);
		for (size_t c = 0; c < matrix->column_count; c++)
			put_outcome(page, row->results[c]);
		page_end_row(page);
	}
	if (any)
		page_end_table(page);
}

void report_markdown_all(FILE *stream, const struct results *results, size_t count)
{
	struct matrix matrix;
	struct page page = {0};

	matrix_make(&matrix, results, count);
	text_printf(page_words(&page), "%lu runs side by side", (unsigned long)count);
	page_line(&page, "## ", "\n");
	put_runs(&page, &matrix);
	if (matrix.row_count > 0)
		put_areas(&page, &matrix);
	put_deviations(&page, &matrix);
	fwrite(text_string(&page.text), 1, page.text.size, stream);
	page_free(&page);
	matrix_free(&matrix);
}
