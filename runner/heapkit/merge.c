/* SPDX-License-Identifier: MIT */
#include "merge.h"

#include <stdlib.h>
#include <string.h>

#include "group.h"
#include "results-agree.h"
#include "text.h"

static const char advice[] = "these are no shards of one run";

/* Which shards are there: by number, from 1. NULL where one is there twice. */
static const struct shard **by_number(const struct shard *shards, size_t count, struct error *error)
{
	const struct shard **places = xcalloc(shards[0].count + 1, sizeof *places);

	for (size_t i = 0; i < count; i++) {
		const struct shard *shard = &shards[i], *other = places[shard->number];

		if (other) {
			error_set(error, "%s and %s are both shard %u/%u; give each shard once",
				  other->path, shard->path, shard->number, shard->count);
			free(places);
			return NULL;
		}
		places[shard->number] = shard;
	}
	return places;
}

static bool check_numbers(const struct shard *shards, size_t count, struct error *error)
{
	const struct shard **places = by_number(shards, count, error);
	struct text missing = {0};
	size_t missing_count = 0;

	if (!places)
		return false;
	for (unsigned number = 1; number <= shards[0].count; number++) {
		if (places[number])
			continue;
		if (missing_count++ < 8)
			text_printf(&missing, "%s%u/%u", missing_count > 1 ? ", " : "", number,
				    shards[0].count);
	}
	free(places);
	if (missing_count > 8)
		text_printf(&missing, " and %lu more", (unsigned long)(missing_count - 8));
	if (missing_count > 0)
		error_set(error, "shard%s %s %s missing; give %s results, too",
			  missing_count > 1 ? "s" : "", text_string(&missing),
			  missing_count > 1 ? "are" : "is", missing_count > 1 ? "their" : "its");
	text_free(&missing);
	return missing_count == 0;
}

static bool check_complete(const struct shard *shards, size_t count, struct error *error)
{
	for (size_t i = 0; i < count; i++) {
		if (!results_are_interrupted(&shards[i].results))
			continue;
		return error_set(error,
				 "%s: has no footer, the run of its shard was interrupted; go on "
				 "with it: `heapkit run --resume`",
				 shards[i].path);
	}
	return true;
}

static bool check_headers(const struct shard *shards, size_t count, struct error *error)
{
	for (size_t i = 1; i < count; i++) {
		if (!headers_agree(shards[0].path, shards[0].results.header, shards[i].path,
				   shards[i].results.header, advice, error))
			return false;
		if (shards[i].count != shards[0].count)
			return error_set(error, "%s is shard %u/%u and %s is shard %u/%u; %s",
					 shards[0].path, shards[0].number, shards[0].count,
					 shards[i].path, shards[i].number, shards[i].count, advice);
	}
	return true;
}

/* The names of a case, made visible. */
static void put_case(struct text *text, const json_t *result)
{
	text_visible(text, result_text(result, "case"), text_write_line);
	text_put(text, " for ");
	text_visible(text, result_text(result, "target"), text_write_line);
}

static bool check_once(const struct shard *shards, size_t shard, const json_t *result, json_t *seen,
		       struct error *error)
{
	struct text name = {0};
	const json_t *other;

	put_case(&name, result);
	other = json_object_get(seen, text_string(&name));
	if (other)
		error_set(error, "%.200s stands in both %s and %s; %s", text_string(&name),
			  shards[json_integer_value(other)].path, shards[shard].path, advice);
	else
		json_object_set_new(seen, text_string(&name), json_integer((json_int_t)shard));
	text_free(&name);
	return !other;
}

static bool check_cases(const struct shard *shards, size_t count, struct error *error)
{
	json_t *seen = json_object();
	bool good = true;

	for (size_t i = 0; i < count && good; i++) {
		const json_t *result;
		size_t k;

		json_array_foreach(shards[i].results.cases, k, result) good =
		    good && check_once(shards, i, result, seen, error);
	}
	json_decref(seen);
	return good;
}

/* Where a target runs on one machine and not on another, the cases of a shard are not there. */
static bool check_targets(const struct shard *shards, size_t count, struct error *error)
{
	for (size_t i = 1; i < count; i++)
		for (size_t k = 0; k < i; k++) {
			const char *name;
			json_t *target;

			json_object_foreach(json_object_get(shards[k].results.footer, "targets"),
					    name, target)
			{
				const json_t *other = json_object_get(
				    json_object_get(shards[i].results.footer, "targets"), name);
				const bool runs = json_is_true(json_object_get(target, "runs"));

				if (!other || json_is_true(json_object_get(other, "runs")) == runs)
					continue;
				return error_set(
				    error,
				    "%.40s runs on the machine of %s and not on that of %s; repeat "
				    "that shard on one like the others",
				    name, shards[runs ? k : i].path, shards[runs ? i : k].path);
			}
		}
	return true;
}

static bool check(const struct shard *shards, size_t count, struct error *error)
{
	return check_complete(shards, count, error) && check_headers(shards, count, error) &&
	       check_numbers(shards, count, error) && check_targets(shards, count, error) &&
	       check_cases(shards, count, error);
}

/* Adds those elements that are not there yet. */
static void unite(json_t *array, const json_t *others)
{
	json_t *other, *element;
	size_t i, k;

	json_array_foreach(others, i, other)
	{
		bool known = false;

		json_array_foreach(array, k, element) known = known || json_equal(element, other);
		if (!known)
			json_array_append(array, other);
	}
}

/* Of the host stays what all machines have in common. */
static void keep_common(json_t *host, const json_t *header)
{
	const json_t *other = json_object_get(header, "host");
	const char *key;
	json_t *value;
	void *next;

	json_object_foreach_safe(host, next, key, value)
	{
		if (!json_equal(value, json_object_get(other, key)))
			json_object_del(host, key);
	}
}

static json_t *merge_headers(const struct shard *shards, size_t count)
{
	json_t *header = json_deep_copy(shards[0].results.header);
	json_t *host = json_object_get(header, "host");
	json_t *options = json_object_get(header, "options");

	for (size_t i = 1; i < count; i++) {
		const json_t *other = shards[i].results.header;
		const char *started = result_text(other, "started");

		keep_common(host, other);
		unite(json_object_get(header, "notes"), json_object_get(other, "notes"));
		if (strcmp(started, result_text(header, "started")) < 0)
			json_object_set(header, "started", json_object_get(other, "started"));
	}
	if (!json_object_get(host, "system")) {
		char *kind = host_kind(shards[0].results.header);

		json_object_set_new(host, "system", results_text(kind, strlen(kind)));
		free(kind);
	}
	if (options)
		json_object_set_new(options, "division", json_null());
	json_object_set_new(header, "shard", json_null());
	return header;
}

/* What is not believed on one machine is not on all of them. */
static void merge_target(json_t *targets, const char *name, json_t *target)
{
	static const char *const beliefs[] = {"status_believed", "text_believed"};
	static const char *const texts[] = {"message", "missing"};
	json_t *merged = json_object_get(targets, name);

	if (!merged) {
		json_object_set_new(targets, name, json_deep_copy(target));
		return;
	}
	for (size_t i = 0; i < sizeof beliefs / sizeof *beliefs; i++)
		if (!json_is_true(json_object_get(target, beliefs[i])))
			json_object_set_new(merged, beliefs[i], json_false());
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (!*result_text(merged, texts[i]) && *result_text(target, texts[i]))
			json_object_set(merged, texts[i], json_object_get(target, texts[i]));
}

static json_t *merge_footers(const struct shard *shards, size_t count, const struct results *merged)
{
	json_t *footer = results_footer(merged);
	json_t *unmatched = json_array(), *overdue = json_array(), *targets = json_object();
	double seconds = 0;

	for (size_t i = 0; i < count; i++) {
		const json_t *other = shards[i].results.footer;
		const char *name;
		json_t *target;

		unite(unmatched, json_object_get(other, "unmatched"));
		unite(overdue, json_object_get(other, "overdue"));
		seconds += json_number_value(json_object_get(other, "seconds"));
		json_object_foreach(json_object_get(other, "targets"), name, target)
		    merge_target(targets, name, target);
		if (json_is_true(json_object_get(other, "strict")))
			json_object_set_new(footer, "strict", json_true());
	}
	json_object_update_new(footer, json_pack("{s:o, s:o, s:o, s:f, s:b}", "unmatched",
						 unmatched, "overdue", overdue, "targets", targets,
						 "seconds", seconds, "interrupted", 0));
	return footer;
}

static void merge_cases(const struct shard *shards, size_t count, struct results *merged)
{
	json_t *all = json_array();
	struct group sorted;

	for (size_t i = 0; i < count; i++)
		json_array_extend(all, shards[i].results.cases);
	sorted = group_all(all);
	for (size_t i = 0; i < sorted.count; i++)
		json_array_append(merged->cases, (json_t *)sorted.results[i]);
	group_free(&sorted);
	json_decref(all);
}

bool merge_shards(const struct shard *shards, size_t count, struct results *merged,
		  struct error *error)
{
	if (!check(shards, count, error))
		return false;
	results_begin(merged, merge_headers(shards, count));
	merge_cases(shards, count, merged);
	merged->footer = merge_footers(shards, count, merged);
	return true;
}
