/* SPDX-License-Identifier: MIT */
#include "observations.h"

#include <stdlib.h>
#include <string.h>

static const json_t *observed(const struct row *row, size_t column)
{
	return row->results[column] ? json_object_get(row->results[column], "observations") : NULL;
}

/* Whether all runs that have the case observed the same on each target. */
static bool is_alike(const struct matrix *matrix, const struct row *row,
		     const struct observation *observation)
{
	for (size_t i = 0; i < matrix->column_count; i++)
		for (size_t k = 0; k < i; k++) {
			const char *a = observation->values[i], *b = observation->values[k];

			if (!row->results[i] || !row->results[k] ||
			    strcmp(matrix->columns[i].target, matrix->columns[k].target) != 0)
				continue;
			if (!a != !b || (a && strcmp(a, b) != 0))
				return false;
		}
	return true;
}

static void add(struct observations *observations, const struct row *row, const char *name,
		bool differing)
{
	const struct matrix *matrix = observations->matrix;
	struct observation observation = {.result = row->first, .name = name};

	observation.values = xcalloc(matrix->column_count + 1, sizeof *observation.values);
	for (size_t i = 0; i < matrix->column_count; i++)
		observation.values[i] = json_string_value(json_object_get(observed(row, i), name));
	if (differing && is_alike(matrix, row, &observation)) {
		free(observation.values);
		return;
	}
	observations->all =
	    xrealloc(observations->all, (observations->count + 1) * sizeof *observations->all);
	observations->all[observations->count++] = observation;
}

static void add_row(struct observations *observations, const struct row *row, bool differing)
{
	json_t *known = json_object(), *value;
	const char *name;

	for (size_t i = 0; i < observations->matrix->column_count; i++) {
		json_object_foreach((json_t *)observed(row, i), name, value)
		{
			if (json_object_get(known, name))
				continue;
			json_object_set_new(known, name, json_true());
			add(observations, row, name, differing);
		}
	}
	json_decref(known);
}

void observations_make(struct observations *observations, const struct matrix *matrix,
		       const struct words *globs, bool differing)
{
	*observations = (struct observations){.matrix = matrix};
	for (size_t i = 0; i < matrix->row_count; i++)
		if (words_match(globs, result_text(matrix->rows[i].first, "case")))
			add_row(observations, &matrix->rows[i], differing);
}

void observations_free(struct observations *observations)
{
	for (size_t i = 0; i < observations->count; i++)
		free(observations->all[i].values);
	free(observations->all);
}

void observation_each(const struct observations *observations,
		      const struct observation *observation, observation_value *value, void *data)
{
	const size_t count = observations->matrix->column_count;
	bool *columns = xcalloc(count + 1, sizeof *columns);
	bool *told = xcalloc(count + 1, sizeof *told);

	for (size_t i = 0; i < count; i++) {
		const char *first = observation->values[i];

		if (!first || told[i])
			continue;
		for (size_t k = 0; k < count; k++) {
			columns[k] =
			    observation->values[k] && strcmp(observation->values[k], first) == 0;
			told[k] = told[k] || columns[k];
		}
		value(data, first, columns);
	}
	free(columns);
	free(told);
}
