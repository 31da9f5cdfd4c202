/* SPDX-License-Identifier: MIT */
#include "results-agree.h"

#include <stdlib.h>
#include <string.h>

#include "results.h"
#include "text.h"

struct pair {
	const char *names[2];
	const json_t *headers[2];
	const char *advice;
	struct error *error;
};

/* What headers hold may be anything; the error stays one line. */
static void put_value(struct text *text, const json_t *value)
{
	char *json = value ? json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
	char *start = xformat("%.120s", json ? json : "none");

	text_visible(text, start, text_write_line);
	if (json && strlen(json) > strlen(start))
		text_put(text, "…");
	free(start);
	free(json);
}

/* NULL stands for a key that is not there. */
static bool same(const struct pair *pair, const char *what, const json_t *first,
		 const json_t *second)
{
	struct text text = {0};

	if (!first && !second)
		return true;
	if (first && second && json_equal(first, second))
		return true;
	text_printf(&text, "%s has %s ", pair->names[0], what);
	put_value(&text, first);
	text_printf(&text, " and %s has ", pair->names[1]);
	put_value(&text, second);
	error_set(pair->error, "%s; %s", text_string(&text), pair->advice);
	text_free(&text);
	return false;
}

static bool same_key(const struct pair *pair, const char *what, const char *outer, const char *key)
{
	const json_t *objects[2];

	for (int i = 0; i < 2; i++)
		objects[i] = outer ? json_object_get(pair->headers[i], outer) : pair->headers[i];
	return same(pair, what, json_object_get(objects[0], key), json_object_get(objects[1], key));
}

char *host_kind(const json_t *header)
{
	const char *system = result_text(json_object_get(header, "host"), "system");
	const char *processor = strrchr(system, ' ');

	if (!processor)
		return xstrdup(system);
	return xformat("%.*s%s", (int)strcspn(system, " "), system, processor);
}

static bool same_kind(const struct pair *pair)
{
	char *kinds[2] = {host_kind(pair->headers[0]), host_kind(pair->headers[1])};
	json_t *texts[2];
	bool agree;

	for (int i = 0; i < 2; i++) {
		texts[i] = results_text(kinds[i], strlen(kinds[i]));
		free(kinds[i]);
	}
	agree = same(pair, "the kind of host", texts[0], texts[1]);
	json_decref(texts[0]);
	json_decref(texts[1]);
	return agree;
}

/* A heapkit that knows more options may have written more. */
static bool same_options(const struct pair *pair)
{
	static const struct {
		const char *key, *what;
	} options[] = {
	    {"case", "--case"},
	    {"target", "--target"},
	    {"set", "--set"},
	    {"program", "--program"},
	    {"all", "--all"},
	    {"sandbox", "--sandbox"},
	    {"retries", "--retries"},
	    {"timeout", "--timeout"},
	    {"strict", "--strict"},
	    {"expectations", "the expectations"},
	    {"division", "the division into shards (--shard, --times)"},
	};

	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		if (!same_key(pair, options[i].what, "options", options[i].key))
			return false;
	return same_key(pair, "the options", NULL, "options");
}

bool headers_agree(const char *first, const json_t *first_header, const char *second,
		   const json_t *second_header, const char *advice, struct error *error)
{
	const struct pair pair = {{first, second}, {first_header, second_header}, advice, error};

	return same_key(&pair, "the version of heapkit", NULL, "heapkit") &&
	       same_key(&pair, "the suite", NULL, "suite") &&
	       same_key(&pair, "the implementation", "implementation", "name") &&
	       same_key(&pair, "the version of the implementation", "implementation", "version") &&
	       same_key(&pair, "the command", "implementation", "command") && same_kind(&pair) &&
	       same_options(&pair);
}
