/* SPDX-License-Identifier: MIT */
#include "shard.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 4096, LEAST_MICROSECONDS = 1000 /* starting one takes some */ };

struct share {
	const struct program *program;
	uint64_t weight; /* microseconds: whole numbers add up alike on every machine */
};

bool shard_parse(const char *text, unsigned *shard, unsigned *shards, struct error *error)
{
	char *end, *last = NULL;
	unsigned long part, parts = 0;

	part = strtoul(text, &end, 10);
	if (*text >= '1' && *text <= '9' && *end == '/' && end[1] >= '1' && end[1] <= '9')
		parts = strtoul(end + 1, &last, 10);
	if (!last || *last || parts > MOST || part > parts)
		return error_set(error,
				 "--shard takes I/N, the part I of N parts, for example 1/3 (N is "
				 "at most %d), not \"%s\"",
				 MOST, text);
	*shard = (unsigned)part;
	*shards = (unsigned)parts;
	return true;
}

static char *key_of(const char *id, const char *target)
{
	return xformat("%s\x1F%s", id, target);
}

static uint64_t microseconds_of(const json_t *result)
{
	const double seconds = json_number_value(json_object_get(result, "seconds"));
	const double attempts = (double)json_integer_value(json_object_get(result, "attempts"));
	const double all = seconds * (attempts > 1 ? attempts : 1) * 1e6;

	if (!(all > LEAST_MICROSECONDS))
		return LEAST_MICROSECONDS;
	return all < 1e12 ? (uint64_t)all : (uint64_t)1e12;
}

/* Microseconds by case and target; *average stands for a case that is not there. */
static json_t *known_times(const struct results *times, uint64_t *average)
{
	json_t *known = json_object();
	const json_t *result;
	uint64_t sum = 0;
	size_t i;

	json_array_foreach(times->cases, i, result)
	{
		char *key = key_of(result_text(result, "case"), result_text(result, "target"));
		const uint64_t weight = microseconds_of(result);

		json_object_set_new(known, key, json_integer((json_int_t)weight));
		sum += weight;
		free(key);
	}
	*average = i ? sum / i : LEAST_MICROSECONDS;
	return known;
}

static void weigh(struct share *shares, size_t count, const struct results *times)
{
	uint64_t average;
	json_t *known = known_times(times, &average);

	for (size_t i = 0; i < count; i++) {
		const struct program *program = shares[i].program;
		char *key = key_of(program->id, program->pe.section.target);
		const json_t *time = json_object_get(known, key);

		shares[i].weight = time ? (uint64_t)json_integer_value(time) : average;
		free(key);
	}
	json_decref(known);
}

static int compare_names(const struct program *a, const struct program *b)
{
	const int order = strcmp(a->id, b->id);

	return order ? order : strcmp(a->pe.section.target, b->pe.section.target);
}

static int compare_weights(const void *a, const void *b)
{
	const struct share *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	return compare_names(x->program, y->program);
}

/* A time limit says which cases may be slow, not how slow they are. */
static int compare_limits(const void *a, const void *b)
{
	const struct share *x = a, *y = b;
	const uint32_t x_limit = x->program->pe.section.time_limit;
	const uint32_t y_limit = y->program->pe.section.time_limit;

	if (x_limit != y_limit)
		return x_limit > y_limit ? -1 : 1;
	return compare_names(x->program, y->program);
}

static unsigned lightest(const uint64_t *loads, unsigned count)
{
	unsigned found = 0;

	for (unsigned i = 1; i < count; i++)
		if (loads[i] < loads[found])
			found = i;
	return found;
}

/* Every weight is 1 where there are no times: then this deals them out like cards. */
static void deal(struct division *division, const struct suite *suite, const struct share *shares,
		 unsigned count)
{
	uint64_t *loads = xcalloc(count, sizeof *loads), digest = DIGEST_START;

	for (size_t i = 0; i < division->count; i++) {
		const struct program *program = shares[i].program;
		const unsigned shard = lightest(loads, count);
		char text[16];

		loads[shard] += shares[i].weight;
		division->shards[program - suite->programs] = shard + 1;
		snprintf(text, sizeof text, "%u", shard + 1);
		digest = digest_add(digest, program->id);
		digest = digest_add(digest, program->pe.section.target);
		digest = digest_add(digest, text);
	}
	digest_write(digest, division->digest);
	free(loads);
}

void division_make(struct division *division, const struct suite *suite,
		   bool (*wanted)(const struct program *, const void *), const void *data,
		   unsigned shards, const struct results *times)
{
	struct share *shares = xcalloc(suite->count + 1, sizeof *shares);

	*division = (struct division){.shards = xcalloc(suite->count + 1, sizeof(unsigned))};
	for (size_t i = 0; i < suite->count; i++) {
		const struct program *program = &suite->programs[i];

		if (program->kind != KIND_CANARY && wanted(program, data))
			shares[division->count++] = (struct share){program, 1};
	}
	if (times)
		weigh(shares, division->count, times);
	qsort(shares, division->count, sizeof *shares, times ? compare_weights : compare_limits);
	deal(division, suite, shares, shards);
	free(shares);
}

void division_free(struct division *division)
{
	free(division->shards);
	*division = (struct division){0};
}
