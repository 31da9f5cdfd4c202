/* SPDX-License-Identifier: MIT */
#include "report-html.h"

#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "words.h"

static const char *const signs[OUTCOME_COUNT] = {
    [OUTCOME_PASS] = "✓",   [OUTCOME_FAIL] = "✗",          [OUTCOME_SKIP] = "–",
    [OUTCOME_BROKEN] = "B", [OUTCOME_UNIMPLEMENTED] = "U", [OUTCOME_CRASH] = "C",
    [OUTCOME_TIMEOUT] = "T"};

/* Where the columns of another run begin. */
static bool is_first(const struct matrix *matrix, size_t column)
{
	return column == 0 || matrix->columns[column].run != matrix->columns[column - 1].run;
}

static void put_class(struct text *text, const char *class, bool first)
{
	text_printf(text, "<td class=\"%s%s\"", class, first ? " first" : "");
}

static void put_result(struct text *text, const json_t *result, bool first)
{
	const enum outcome outcome = result_outcome(result);
	const bool unexpected = result_is_unexpected(result);
	const bool known = !unexpected && outcome != OUTCOME_PASS && outcome != OUTCOME_SKIP;
	char *class = xformat("%s%s", outcome_name(outcome),
			      unexpected ? " unexpected"
			      : known    ? " known"
					 : "");

	put_class(text, class, first);
	text_printf(text, " aria-label=\"%s%s\">%s%s</td>", outcome_name(outcome),
		    unexpected && outcome == OUTCOME_PASS ? ", a known deviation that is fixed"
		    : unexpected                          ? ", unexpected"
		    : known                               ? ", known deviation"
							  : "",
		    unexpected ? "!"
		    : known    ? "~"
			       : "",
		    signs[outcome]);
	free(class);
}

static void put_nothing(struct text *text, bool first)
{
	put_class(text, "none", first);
	text_put(text, " aria-label=\"not in this run\"></td>");
}

/* The levels of what a case cites, each once. */
static void put_levels(const struct matrix *matrix, const json_t *ids, struct text *text)
{
	static const char *const levels[] = {"MUST", "WINDOWS", "VARIES"};
	const char *separator = "";

	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
		const json_t *id;
		size_t j;

		json_array_foreach(ids, j, id)
		{
			const json_t *requirement =
			    matrix_requirement(matrix, json_string_value(id));

			if (strcmp(result_text(requirement, "level"), levels[i]) != 0)
				continue;
			text_printf(text, "%s%s", separator, levels[i]);
			separator = " ";
			break;
		}
	}
}

static void put_row(const struct matrix *matrix, const struct row *row, struct text *text)
{
	const json_t *ids = json_object_get(row->first, "requirements");
	const char *id = result_text(row->first, "case");
	const char *slash = strchr(id, '/');
	struct text words = {0};

	text_put(text, "<tr><th scope=\"row\"><span class=\"name\">");
	html_text(text, slash ? slash + 1 : id);
	text_put(text, "</span> <span class=\"title\">");
	html_text(text, result_text(row->first, "title"));
	text_put(text, "</span></th><td class=\"ids\">");
	words_ids(row->first, &words);
	html_text(text, text_string(&words));
	text_put(text, "</td><td class=\"level\">");
	put_levels(matrix, ids, text);
	text_put(text, "</td>");
	for (size_t i = 0; i < matrix->column_count; i++) {
		if (row->results[i])
			put_result(text, row->results[i], is_first(matrix, i));
		else
			put_nothing(text, is_first(matrix, i));
	}
	text_put(text, "</tr>\n");
	text_free(&words);
}

static const struct cell *find_cell(const struct summary *summary, const char *area,
				    const char *target)
{
	for (size_t i = 0; i < summary->areas.count; i++)
		for (size_t j = 0; j < summary->targets.count; j++)
			if (strcmp(summary->areas.names[i], area) == 0 &&
			    strcmp(summary->targets.names[j], target) == 0)
				return summary_cell(summary, i, j);
	return NULL;
}

static void put_total(struct text *text, const struct cell *cell, bool first)
{
	struct text words = {0};

	if (!cell || cell->ran + cell->skipped == 0) {
		put_nothing(text, first);
		return;
	}
	words_cell(cell, &words);
	put_class(text,
		  cell->unexpected > 0 ? "total unexpected"
		  : cell->known > 0    ? "total known"
				       : "total",
		  first);
	text_printf(text, " title=\"%s\">", text_string(&words));
	if (cell->ran > 0)
		text_printf(text, "%u<span>/%u</span></td>", cell->passed, cell->ran);
	else
		text_put(text, "–</td>");
	text_free(&words);
}

static void put_area(const struct matrix *matrix, const char *area, size_t cases, struct text *text)
{
	text_put(text, "<tbody data-area=\"");
	html_text(text, area);
	text_put(text, "\">\n<tr class=\"area\"><th scope=\"rowgroup\"><span class=\"name\">");
	html_text(text, area);
	text_printf(text,
		    "</span> <span class=\"title\">%lu %s</span></th>"
		    "<td class=\"ids\"></td><td class=\"level\"></td>",
		    (unsigned long)cases, cases == 1 ? "case" : "cases");
	for (size_t i = 0; i < matrix->column_count; i++) {
		const struct column *column = &matrix->columns[i];

		put_total(text, find_cell(&matrix->runs[column->run].summary, area, column->target),
			  is_first(matrix, i));
	}
	text_put(text, "</tr>\n");
}

/* The rows from `first` on that are of the same area. */
static size_t rows_of_area(const struct matrix *matrix, size_t first, const char *area)
{
	size_t count = 0;

	while (first + count < matrix->row_count) {
		char *other = area_of(matrix->rows[first + count].first);
		const bool same = strcmp(area, other) == 0;

		free(other);
		if (!same)
			break;
		count++;
	}
	return count;
}

static void put_head(const struct matrix *matrix, struct text *text)
{
	text_put(text, "<thead>\n<tr><th scope=\"col\" rowspan=\"2\" class=\"case\">case</th>"
		       "<th scope=\"col\" rowspan=\"2\" class=\"ids\">requirements</th>"
		       "<th scope=\"col\" rowspan=\"2\" class=\"level\">level</th>\n");
	for (size_t i = 0; i < matrix->run_count; i++) {
		const struct run_shown *run = &matrix->runs[i];

		if (run->summary.targets.count == 0)
			continue;
		text_printf(text,
			    "<th scope=\"colgroup\" colspan=\"%lu\" class=\"run\" "
			    "data-run=\"%lu\"><span>",
			    (unsigned long)run->summary.targets.count, (unsigned long)i);
		html_text(text, run->label);
		text_put(text, "</span></th>\n");
	}
	text_put(text, "</tr>\n<tr>\n");
	for (size_t i = 0; i < matrix->column_count; i++) {
		text_printf(text, "<th scope=\"col\" class=\"target%s\"><span>",
			    is_first(matrix, i) ? " first" : "");
		html_text(text, matrix->columns[i].target);
		text_put(text, "</span></th>\n");
	}
	text_put(text, "</tr>\n</thead>\n");
}

void html_put_matrix(const struct matrix *matrix, struct text *text)
{
	put_head(matrix, text);
	for (size_t i = 0; i < matrix->row_count;) {
		char *area = area_of(matrix->rows[i].first);
		const size_t end = i + rows_of_area(matrix, i, area);

		put_area(matrix, area, end - i, text);
		for (; i < end; i++)
			put_row(matrix, &matrix->rows[i], text);
		text_put(text, "</tbody>\n");
		free(area);
	}
}
