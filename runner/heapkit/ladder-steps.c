/* SPDX-License-Identifier: MIT */
#include "ladder-steps.h"

#include <stdlib.h>
#include <string.h>

/* What a function would bring, for one function that is not taken yet. */
struct value {
	unsigned unlocks, waiting; /* cases */
	size_t unlocked, waited;   /* the case that was counted last, from 1 */
};

struct search {
	struct ladder *ladder;
	const struct ladder_row *rows;
	size_t count;
	size_t *cases; /* of each row: its number, from 1 */
	bool *taken;   /* by function */
	struct value *values;
};

static size_t *number_cases(const struct ladder_row *rows, size_t count)
{
	size_t *cases = xcalloc(count + 1, sizeof *cases);

	for (size_t i = 0; i < count; i++) {
		const bool same = i > 0 && strcmp(result_text(rows[i].result, "case"),
						  result_text(rows[i - 1].result, "case")) == 0;

		cases[i] = i == 0 ? 1 : cases[i - 1] + !same;
	}
	return cases;
}

static void count_row(struct search *search, size_t index)
{
	const struct ladder_row *row = &search->rows[index];
	const size_t number = search->cases[index];
	struct value *last = NULL;
	size_t left = 0;

	for (size_t i = 0; i < row->function_count; i++) {
		struct value *value = &search->values[row->functions[i]];

		if (search->taken[row->functions[i]])
			continue;
		left++;
		last = value;
		value->waiting += value->waited != number;
		value->waited = number;
	}
	if (left == 1) {
		last->unlocks += last->unlocked != number;
		last->unlocked = number;
	}
}

/* Whether the first of two functions is the better next step. */
static bool is_better(const struct search *search, size_t a, size_t b)
{
	const struct value *x = &search->values[a], *y = &search->values[b];
	const struct ladder_function *f = &search->ladder->functions[a],
				     *g = &search->ladder->functions[b];

	if (x->unlocks != y->unlocks)
		return x->unlocks > y->unlocks;
	if (x->waiting != y->waiting)
		return x->waiting > y->waiting;
	if (f->rung != g->rung)
		return f->rung < g->rung;
	return strcmp(f->name, g->name) < 0;
}

/* The results that lack the function. */
static struct group results_of(const struct search *search, size_t function)
{
	struct group group = {.results = xcalloc(search->count + 1, sizeof(json_t *))};

	for (size_t i = 0; i < search->count; i++)
		for (size_t k = 0; k < search->rows[i].function_count; k++)
			if (search->rows[i].functions[k] == function)
				group.results[group.count++] = search->rows[i].result;
	return group;
}

static bool take_step(struct search *search)
{
	struct ladder *ladder = search->ladder;
	size_t best = ladder->function_count;

	memset(search->values, 0, ladder->function_count * sizeof *search->values);
	for (size_t i = 0; i < search->count; i++)
		count_row(search, i);
	for (size_t i = 0; i < ladder->function_count; i++)
		if (search->values[i].waiting > 0 &&
		    (best == ladder->function_count || is_better(search, i, best)))
			best = i;
	if (best == ladder->function_count)
		return false;
	search->taken[best] = true;
	ladder->steps[ladder->step_count++] =
	    (struct ladder_step){.function = &ladder->functions[best],
				 .unlocks = search->values[best].unlocks,
				 .waiting = search->values[best].waiting,
				 .results = results_of(search, best)};
	return true;
}

void ladder_find_steps(struct ladder *ladder, const struct ladder_row *rows, size_t count)
{
	const size_t functions = ladder->function_count;
	struct search search = {.ladder = ladder,
				.rows = rows,
				.count = count,
				.cases = number_cases(rows, count),
				.taken = xcalloc(functions + 1, sizeof(bool)),
				.values = xcalloc(functions + 1, sizeof(struct value))};

	ladder->steps = xcalloc(functions + 1, sizeof *ladder->steps);
	while (take_step(&search))
		;
	free(search.cases);
	free(search.taken);
	free(search.values);
}
