/* SPDX-License-Identifier: MIT */
#include "matrix.h"

#include <stdlib.h>
#include <string.h>

#include "words.h"

static char *label_of(const struct summary *summary)
{
	struct text text = {0};

	words_implementation(summary, &text);
	if (*result_text(summary->results->header, "shard"))
		text_printf(&text, ", shard %s", result_text(summary->results->header, "shard"));
	return text.bytes ? text.bytes : xstrdup("");
}

static bool is_called_like_another(const struct matrix *matrix, size_t run)
{
	for (size_t i = 0; i < matrix->run_count; i++)
		if (i != run && strcmp(matrix->runs[i].label, matrix->runs[run].label) == 0)
			return true;
	return false;
}

/* Names that are still the same get a number. */
static void tell_apart(struct matrix *matrix, bool by_number)
{
	char **labels = xcalloc(matrix->run_count, sizeof *labels);

	for (size_t i = 0; i < matrix->run_count; i++) {
		const struct run_shown *run = &matrix->runs[i];

		if (!is_called_like_another(matrix, i))
			continue;
		labels[i] = by_number
				? xformat("%s (%lu)", run->label, (unsigned long)i + 1)
				: xformat("%s, %s", run->label,
					  result_text(run->summary.results->header, "started"));
	}
	for (size_t i = 0; i < matrix->run_count; i++) {
		if (!labels[i])
			continue;
		free(matrix->runs[i].label);
		matrix->runs[i].label = labels[i];
	}
	free(labels);
}

static void make_columns(struct matrix *matrix)
{
	size_t count = 0;

	for (size_t i = 0; i < matrix->run_count; i++)
		count += matrix->runs[i].summary.targets.count;
	matrix->columns = xcalloc(count, sizeof *matrix->columns);
	for (size_t i = 0; i < matrix->run_count; i++) {
		const struct names *targets = &matrix->runs[i].summary.targets;

		for (size_t j = 0; j < targets->count; j++)
			matrix->columns[matrix->column_count++] =
			    (struct column){i, targets->names[j]};
	}
}

static int compare_row(const void *id, const void *row)
{
	return strcmp(id, result_text(((const struct row *)row)->first, "case"));
}

static struct row *find_row(struct matrix *matrix, const json_t *result)
{
	return bsearch(result_text(result, "case"), matrix->rows, matrix->row_count,
		       sizeof *matrix->rows, compare_row);
}

static void make_rows(struct matrix *matrix)
{
	json_t *all = json_array();
	struct group group;
	struct groups cases;

	for (size_t i = 0; i < matrix->run_count; i++)
		json_array_extend(all, matrix->runs[i].summary.results->cases);
	group = group_all(all);
	cases = group_by(&group, group_key_case);
	matrix->rows = xcalloc(cases.count, sizeof *matrix->rows);
	matrix->row_count = cases.count;
	for (size_t i = 0; i < cases.count; i++) {
		matrix->rows[i].first = cases.groups[i].results[0];
		matrix->rows[i].results =
		    xcalloc(matrix->column_count, sizeof *matrix->rows[i].results);
	}
	groups_free(&cases);
	group_free(&group);
	json_decref(all);
}

static void fill_column(struct matrix *matrix, size_t column)
{
	const struct column *wanted = &matrix->columns[column];
	const struct group *all = &matrix->runs[wanted->run].summary.all;

	for (size_t i = 0; i < all->count; i++)
		if (strcmp(result_text(all->results[i], "target"), wanted->target) == 0)
			find_row(matrix, all->results[i])->results[column] = all->results[i];
}

void matrix_make(struct matrix *matrix, const struct results *results, size_t count)
{
	*matrix = (struct matrix){.run_count = count};
	matrix->runs = xcalloc(count, sizeof *matrix->runs);
	for (size_t i = 0; i < count; i++) {
		summary_make(&matrix->runs[i].summary, &results[i]);
		matrix->runs[i].label = label_of(&matrix->runs[i].summary);
	}
	tell_apart(matrix, false);
	tell_apart(matrix, true);
	make_columns(matrix);
	make_rows(matrix);
	for (size_t i = 0; i < matrix->column_count; i++)
		fill_column(matrix, i);
}

void matrix_free(struct matrix *matrix)
{
	for (size_t i = 0; i < matrix->row_count; i++)
		free(matrix->rows[i].results);
	for (size_t i = 0; i < matrix->run_count; i++) {
		summary_free(&matrix->runs[i].summary);
		free(matrix->runs[i].label);
	}
	free(matrix->rows);
	free(matrix->columns);
	free(matrix->runs);
}

const struct summary *matrix_summary_of(const struct matrix *matrix, const char *id)
{
	for (size_t i = 0; i < matrix->run_count; i++)
		if (summary_requirement(&matrix->runs[i].summary, id))
			return &matrix->runs[i].summary;
	return NULL;
}

const json_t *matrix_requirement(const struct matrix *matrix, const char *id)
{
	const struct summary *summary = matrix_summary_of(matrix, id);

	return summary ? summary_requirement(summary, id) : NULL;
}
