/* SPDX-License-Identifier: MIT */
/* What was asked for: parts of one run were asked for the same. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"
#include "run.h"

static json_t *text_or_null(const char *text)
{
	return text ? results_text(text, strlen(text)) : json_null();
}

static json_t *words_as_json(const struct words *words)
{
	json_t *texts = json_array();

	for (size_t i = 0; i < words->count; i++)
		json_array_append_new(texts, text_or_null(words->words[i]));
	return texts;
}

/* Not of the path: two machines may have the same expectations in different folders. */
static json_t *expectations_digest(const struct expectations *expectations)
{
	uint64_t digest = DIGEST_START;
	char text[DIGEST_SIZE];

	if (expectations->count == 0)
		return json_null();
	for (size_t i = 0; i < expectations->count; i++) {
		const struct expectation *entry = &expectations->entries[i];
		char line[16];

		snprintf(line, sizeof line, "%u", entry->line);
		digest = digest_add(digest, entry->case_glob);
		digest = digest_add(digest, entry->target_glob);
		digest = digest_add(digest, entry->version);
		digest = digest_add(digest, outcome_name(entry->expect));
		digest = digest_add(digest, entry->reason);
		digest = digest_add(digest, entry->url);
		digest = digest_add(digest, entry->until);
		digest = digest_add(digest, line);
	}
	digest_write(digest, text);
	return json_string(text);
}

/* As precise as a line of results is: what is read back is the same. */
static json_t *seconds_or_null(double seconds)
{
	char text[64];

	if (seconds <= 0)
		return json_null();
	snprintf(text, sizeof text, "%.9g", seconds);
	return json_real(strtod(text, NULL));
}

json_t *record_options(const struct run *run)
{
	const struct run_options *options = &run->options;
	json_t *facts = json_object();

	json_object_set_new(facts, "case", words_as_json(&options->cases));
	json_object_set_new(facts, "target", words_as_json(&options->targets));
	json_object_set_new(facts, "set", words_as_json(&options->settings));
	json_object_set_new(facts, "program", text_or_null(options->program));
	json_object_set_new(facts, "all", json_boolean(options->all));
	json_object_set_new(facts, "sandbox", json_boolean(options->sandbox));
	json_object_set_new(facts, "retries", json_integer(options->retries));
	json_object_set_new(facts, "timeout", seconds_or_null(options->timeout));
	json_object_set_new(facts, "strict", json_boolean(options->strict));
	json_object_set_new(facts, "expectations", expectations_digest(&run->expectations));
	json_object_set_new(facts, "division",
			    options->shards ? json_string(run->division.digest) : json_null());
	return facts;
}
