/* SPDX-License-Identifier: MIT */
#include "report-html.h"

#include <stdlib.h>

#include "address.h"
#include "html.h"
#include "words.h"

struct data {
	const struct matrix *matrix;
	json_t *texts; /* array */
	json_t *known; /* text -> index */
};

/* Columns often say the same: each text stands once. */
static json_t *text_index(struct data *data, const char *foreign)
{
	json_t *index = json_object_get(data->known, foreign);

	if (index)
		return json_incref(index);
	index = json_integer((json_int_t)json_array_size(data->texts));
	json_array_append_new(data->texts, html_json_text(foreign));
	json_object_set(data->known, foreign, index);
	return index;
}

static void set_text(struct data *data, json_t *object, const json_t *from, const char *key)
{
	const char *foreign = result_text(from, key);

	if (*foreign)
		json_object_set_new(object, key, text_index(data, foreign));
}

static void set_address(json_t *object, const json_t *from, const char *from_key, const char *key)
{
	const char *address = result_text(from, from_key);

	if (address_is_plain(address))
		json_object_set_new(object, key, html_json_text(address));
}

static json_t *expectation_of(struct data *data, const json_t *expectation)
{
	json_t *object = json_object();

	set_text(data, object, expectation, "reason");
	set_text(data, object, expectation, "until");
	set_text(data, object, expectation, "at");
	set_address(object, expectation, "url", "url");
	return object;
}

/* Pairs of indices: names of observations are foreign as well. */
static json_t *observations_of(struct data *data, const json_t *observations)
{
	json_t *pairs = json_array();
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)observations, name, value)
	{
		json_array_append_new(pairs, text_index(data, name));
		json_array_append_new(pairs, text_index(data, json_string_value(value)));
	}
	return pairs;
}

static json_t *cell_of(struct data *data, const json_t *result)
{
	static const char *const texts[] = {"message", "got",      "want",   "at",
					    "outcome", "expected", "output", "command"};
	static const char *const numbers[] = {"status", "signal", "seconds", "attempts"};
	const json_t *expectation = json_object_get(result, "expectation");
	const json_t *observations = json_object_get(result, "observations");
	json_t *cell = json_object();

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		set_text(data, cell, result, texts[i]);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		json_t *number = json_object_get(result, numbers[i]);

		if (json_is_real(number)) /* to a microsecond: nobody reads more */
			json_object_set_new(
			    cell, numbers[i],
			    json_real((double)(long long)(json_number_value(number) * 1e6) / 1e6));
		else if (json_is_integer(number))
			json_object_set(cell, numbers[i], number);
	}
	if (json_is_object(expectation))
		json_object_set_new(cell, "expectation", expectation_of(data, expectation));
	if (json_object_size(observations) > 0)
		json_object_set_new(cell, "observations", observations_of(data, observations));
	return cell;
}

static json_t *row_of(struct data *data, const struct row *row)
{
	json_t *cells = json_array(), *ids = json_array(), *id;
	size_t i;

	for (i = 0; i < data->matrix->column_count; i++)
		json_array_append_new(cells, row->results[i] ? cell_of(data, row->results[i])
							     : json_null());
	json_array_foreach(json_object_get(row->first, "requirements"), i, id)
	    json_array_append_new(ids, text_index(data, json_string_value(id)));
	return json_pack("{s:o, s:o, s:o, s:o}", "case",
			 text_index(data, result_text(row->first, "case")), "title",
			 text_index(data, result_text(row->first, "title")), "requirements", ids,
			 "cells", cells);
}

/* By index of the id: its clause in words and its page. */
static void add_clauses(struct data *data, json_t *clauses, const struct row *row)
{
	json_t *id;
	size_t i;

	json_array_foreach(json_object_get(row->first, "requirements"), i, id)
	{
		const char *name = json_string_value(id);
		const struct summary *summary = matrix_summary_of(data->matrix, name);
		json_t *index = text_index(data, name), *clause;
		struct text words = {0};
		char *key = xformat("%lld", (long long)json_integer_value(index));

		if (!json_object_get(clauses, key)) {
			words_clause(summary ? summary : &data->matrix->runs[0].summary, name,
				     &words);
			clause = json_pack("{s:o}", "words", html_json_text(text_string(&words)));
			set_address(clause, matrix_requirement(data->matrix, name), "page", "page");
			json_object_set_new(clauses, key, clause);
		}
		json_decref(index);
		text_free(&words);
		free(key);
	}
}

void html_put_data(const struct matrix *matrix, struct text *text)
{
	struct data data = {matrix, json_array(), json_object()};
	json_t *rows = json_array(), *clauses = json_object();
	json_t *all =
	    json_pack("{s:o, s:o, s:o}", "clauses", clauses, "rows", rows, "texts", data.texts);

	for (size_t i = 0; i < matrix->row_count; i++) {
		json_array_append_new(rows, row_of(&data, &matrix->rows[i]));
		add_clauses(&data, clauses, &matrix->rows[i]);
	}
	html_json(text, all);
	json_decref(all);
	json_decref(data.known);
}
