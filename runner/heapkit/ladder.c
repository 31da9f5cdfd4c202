/* SPDX-License-Identifier: MIT */
#include "ladder.h"

#include <stdlib.h>
#include <string.h>

#include "ladder-steps.h"

/* What was seen of a function on one target. */
enum { SEEN_PASS = 1, SEEN_FAIL = 2, SEEN_SILENT = 4, SEEN_BLOCKED = 8, SEEN_MISSING = 16 };

static enum ladder_state state_of(unsigned seen)
{
	return seen & SEEN_MISSING   ? LADDER_MISSING
	       : seen & SEEN_PASS    ? LADDER_WORKS
	       : seen & SEEN_FAIL    ? LADDER_FAILS
	       : seen & SEEN_SILENT  ? LADDER_SILENT
	       : seen & SEEN_BLOCKED ? LADDER_BLOCKED
				     : LADDER_UNKNOWN;
}

/* What the implementation said to be missing, which the program may look up and not import. */
static const char *missing_name(const json_t *result)
{
	static const char prefix[] = "unimplemented: ";
	const char *message = result_text(result, "message");

	if (result_outcome(result) != OUTCOME_UNIMPLEMENTED ||
	    strncmp(message, prefix, sizeof prefix - 1) != 0)
		return NULL;
	return message + sizeof prefix - 1;
}

static unsigned seen_in(const json_t *result, const char *name)
{
	const char *missing = missing_name(result);

	switch (result_outcome(result)) {
	case OUTCOME_PASS:
		return SEEN_PASS;
	case OUTCOME_FAIL:
	case OUTCOME_BROKEN:
		return SEEN_FAIL;
	case OUTCOME_CRASH:
	case OUTCOME_TIMEOUT:
		return SEEN_SILENT;
	case OUTCOME_UNIMPLEMENTED:
		return missing && strcmp(missing, name) == 0 ? SEEN_MISSING : SEEN_BLOCKED;
	default:
		return 0;
	}
}

struct maker {
	struct ladder *ladder;
	json_t *known;   /* name -> index of the function */
	json_t *targets; /* name -> index of the target */
	unsigned **seen; /* by function, then by target */
	struct ladder_row *rows;
	size_t row_count;
};

static size_t target_index(struct maker *maker, const json_t *result)
{
	const char *name = result_text(result, "target");
	const json_t *index = json_object_get(maker->targets, name);
	const size_t next = json_object_size(maker->targets);

	if (index)
		return (size_t)json_integer_value(index);
	json_object_set_new(maker->targets, name, json_integer((json_int_t)next));
	return next;
}

static size_t function_index(struct maker *maker, const char *name, size_t target_room)
{
	struct ladder *ladder = maker->ladder;
	const json_t *index = json_object_get(maker->known, name);
	const size_t next = ladder->function_count;

	if (index)
		return (size_t)json_integer_value(index);
	json_object_set_new(maker->known, name, json_integer((json_int_t)next));
	ladder->functions = xrealloc(ladder->functions, (next + 1) * sizeof *ladder->functions);
	maker->seen = xrealloc(maker->seen, (next + 1) * sizeof *maker->seen);
	ladder->functions[next] = (struct ladder_function){.name = name, .rung = RUNG_COUNT};
	maker->seen[next] = xcalloc(target_room, sizeof **maker->seen);
	return ladder->function_count++;
}

static void add_function(struct maker *maker, struct ladder_row *row, const char *name, bool hosted,
			 size_t target_room)
{
	const size_t index = function_index(maker, name, target_room);
	struct ladder_function *function = &maker->ladder->functions[index];
	const unsigned own = rung_of_function(name, hosted);
	const unsigned rung = own ? own : row->rung;

	if (rung < function->rung)
		function->rung = rung;
	maker->seen[index][row->target] |= seen_in(row->result, name);
	row->functions[row->function_count++] = index;
}

static bool imports_name(const char *const *imports, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(imports[i], name) == 0)
			return true;
	return false;
}

static void add_row(struct maker *maker, const json_t *result, size_t target_room)
{
	const json_t *array = json_object_get(result, "imports");
	const size_t count = json_array_size(array);
	const char **imports = xcalloc(count + 1, sizeof *imports);
	const char *missing = missing_name(result);
	struct ladder_row *row = &maker->rows[maker->row_count++];
	bool hosted;

	for (size_t i = 0; i < count; i++)
		imports[i] = json_string_value(json_array_get(array, i));
	hosted = rung_is_hosted(imports, count);
	row->result = result;
	row->target = target_index(maker, result);
	row->rung = rung_of_imports(imports, count);
	if (missing && rung_of_function(missing, hosted) > row->rung)
		row->rung = rung_of_function(missing, hosted);
	row->functions = xcalloc(count + 1, sizeof *row->functions);
	for (size_t i = 0; i < count; i++)
		add_function(maker, row, imports[i], hosted, target_room);
	if (missing && !imports_name(imports, count, missing))
		add_function(maker, row, missing, hosted, target_room);
	if (count > 0)
		maker->ladder->known = true;
	free(imports);
}

/* Whether every target that runs does what the key says; one that does not run says nothing. */
static bool targets_agree(const struct results *results, const char *key, bool *any)
{
	const char *name;
	json_t *target;

	*any = false;
	json_object_foreach(json_object_get(results->footer, "targets"), name, target)
	{
		if (!json_is_true(json_object_get(target, "runs")))
			continue;
		*any = true;
		if (!json_is_true(json_object_get(target, key)))
			return false;
	}
	return true;
}

static void judge_functions(struct maker *maker, const struct results *results)
{
	struct ladder *ladder = maker->ladder;
	bool runs;
	const bool prints = targets_agree(results, "text_believed", &runs) && runs;

	for (size_t i = 0; i < ladder->function_count; i++) {
		struct ladder_function *function = &ladder->functions[i];
		struct ladder_rung *rung = &ladder->rungs[function->rung];

		for (size_t t = 0; t < json_object_size(maker->targets); t++)
			if (state_of(maker->seen[i][t]) > function->state)
				function->state = state_of(maker->seen[i][t]);
		/* the canaries have called it */
		if (prints && function->rung <= 2 && function->state == LADDER_BLOCKED)
			function->state = LADDER_WORKS;
		rung->functions += function->state != LADDER_UNKNOWN;
		rung->working += function->state == LADDER_WORKS;
	}
}

static void count_rows(const struct maker *maker)
{
	for (size_t i = 0; i < maker->row_count; i++) {
		const struct ladder_row *row = &maker->rows[i];
		struct ladder_rung *rung = &maker->ladder->rungs[row->rung];

		rung->ran += result_outcome(row->result) != OUTCOME_SKIP;
		rung->passed += result_outcome(row->result) == OUTCOME_PASS;
	}
}

static void stand(struct ladder *ladder, const struct results *results)
{
	bool runs;
	const bool prints = targets_agree(results, "text_believed", &runs);

	if (!runs && json_array_size(results->cases) == 0)
		return;
	for (unsigned i = 0; i < RUNG_COUNT; i++)
		ladder->rungs[i].climbed = ladder->rungs[i].working == ladder->rungs[i].functions;
	/* What the canaries have shown outweighs what cases show that run behind them. */
	ladder->rungs[2].climbed = ladder->rungs[2].climbed && prints;
	ladder->rungs[1].climbed = true;
	ladder->rung = 1;
	for (unsigned i = 2; i < RUNG_COUNT && ladder->rungs[i].climbed; i++)
		if (ladder->rungs[i].functions > 0)
			ladder->rung = i;
}

static bool row_lacks(const struct maker *maker, const struct ladder_row *row, size_t index)
{
	const enum outcome outcome = result_outcome(row->result);
	const enum ladder_state state = state_of(maker->seen[index][row->target]);

	return (outcome == OUTCOME_UNIMPLEMENTED || outcome == OUTCOME_CRASH ||
		outcome == OUTCOME_TIMEOUT) &&
	       (state == LADDER_MISSING || state == LADDER_SILENT);
}

/* Leaves in each row only what it lacks. */
static void keep_lacking(struct maker *maker)
{
	for (size_t i = 0; i < maker->row_count; i++) {
		struct ladder_row *row = &maker->rows[i];
		size_t kept = 0;

		for (size_t k = 0; k < row->function_count; k++)
			if (row_lacks(maker, row, row->functions[k]))
				row->functions[kept++] = row->functions[k];
		row->function_count = kept;
	}
}

void ladder_make(struct ladder *ladder, const struct results *results)
{
	struct maker maker = {.ladder = ladder, .known = json_object(), .targets = json_object()};
	struct group all = group_all(results->cases);

	memset(ladder, 0, sizeof *ladder);
	maker.rows = xcalloc(all.count, sizeof *maker.rows);
	maker.seen = xcalloc(1, sizeof *maker.seen);
	for (size_t i = 0; i < all.count; i++)
		add_row(&maker, all.results[i], all.count);
	judge_functions(&maker, results);
	count_rows(&maker);
	stand(ladder, results);
	keep_lacking(&maker);
	ladder_find_steps(ladder, maker.rows, maker.row_count);
	for (size_t i = 0; i < maker.row_count; i++)
		free(maker.rows[i].functions);
	for (size_t i = 0; i < ladder->function_count; i++)
		free(maker.seen[i]);
	free(maker.seen);
	free(maker.rows);
	json_decref(maker.known);
	json_decref(maker.targets);
	group_free(&all);
}

void ladder_free(struct ladder *ladder)
{
	for (size_t i = 0; i < ladder->step_count; i++)
		group_free(&ladder->steps[i].results);
	free(ladder->steps);
	free(ladder->functions);
	memset(ladder, 0, sizeof *ladder);
}
