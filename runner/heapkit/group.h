/* SPDX-License-Identifier: MIT */
/* Results that have something in common, brought together. */
#ifndef HEAPKIT_GROUP_H
#define HEAPKIT_GROUP_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/* Results sorted by case and target. The objects are borrowed. */
struct group {
	const json_t **results;
	size_t count; /* at least 1, but for a group of everything */
};

struct groups {
	struct group *groups; /* in the order of their first results */
	size_t count;
};

/* Writes what the result has in common with others of its group. Returns false: it is in none. */
typedef bool group_key(const json_t *result, struct text *key);

/* All elements of an array of results. group_free() afterwards. */
struct group group_all(const json_t *results);
void group_free(struct group *group);

/* Those with an equal key. groups_free() afterwards. */
struct groups group_by(const struct group *group, group_key *key);
void groups_free(struct groups *groups);

bool group_key_case(const json_t *result, struct text *key);
bool group_key_target(const json_t *result, struct text *key);

#endif
