/* SPDX-License-Identifier: MIT */
#include "group.h"

#include <stdlib.h>
#include <string.h>

#include "results.h"

static int compare(const void *a, const void *b)
{
	const json_t *first = *(const json_t *const *)a, *second = *(const json_t *const *)b;
	const int order = strcmp(result_text(first, "case"), result_text(second, "case"));

	if (order != 0)
		return order;
	return strcmp(result_text(first, "target"), result_text(second, "target"));
}

static void add(struct group *group, const json_t *result)
{
	/* room grows by doubling: at every power of two it is used up */
	if ((group->count & (group->count - 1)) == 0)
		group->results = xrealloc(group->results, (group->count ? group->count * 2 : 1) *
							      sizeof(*group->results));
	group->results[group->count++] = result;
}

struct group group_all(const json_t *results)
{
	struct group group = {0};
	const json_t *result;
	size_t i;

	json_array_foreach(results, i, result) add(&group, result);
	if (group.count > 1)
		qsort(group.results, group.count, sizeof(*group.results), compare);
	return group;
}

void group_free(struct group *group)
{
	free(group->results);
	*group = (struct group){0};
}

/* The group of that key; `known` remembers by key where it stands. */
static struct group *find(struct groups *groups, json_t *known, const char *key)
{
	const json_t *index = json_object_get(known, key);

	if (index)
		return &groups->groups[json_integer_value(index)];
	json_object_set_new(known, key, json_integer((json_int_t)groups->count));
	groups->groups = xrealloc(groups->groups, (groups->count + 1) * sizeof(*groups->groups));
	groups->groups[groups->count] = (struct group){0};
	return &groups->groups[groups->count++];
}

struct groups group_by(const struct group *group, group_key *key)
{
	struct groups groups = {0};
	json_t *known = json_object();

	for (size_t i = 0; i < group->count; i++) {
		struct text text = {0};

		if (key(group->results[i], &text))
			add(find(&groups, known, text_string(&text)), group->results[i]);
		text_free(&text);
	}
	json_decref(known);
	return groups;
}

void groups_free(struct groups *groups)
{
	for (size_t i = 0; i < groups->count; i++)
		group_free(&groups->groups[i]);
	free(groups->groups);
	*groups = (struct groups){0};
}

bool group_key_case(const json_t *result, struct text *key)
{
	text_put(key, result_text(result, "case"));
	return true;
}

bool group_key_target(const json_t *result, struct text *key)
{
	text_put(key, result_text(result, "target"));
	return true;
}
