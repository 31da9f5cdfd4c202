/* SPDX-License-Identifier: MIT */
/* A comparison for people: what is worse stands last, where the eye is. */
#include <stdlib.h>
#include <string.h>

#include "compare.h"
#include "screen.h"
#include "words.h"

/* The same change for the same reasons, whatever the case. */
static bool key_alike(const json_t *change, struct text *key)
{
	text_put(key, json_is_true(json_object_get(change, "worse")) ? "worse\x1F" : "\x1F");
	words_of_result(json_object_get(change, "before"), key);
	text_put(key, "\x1F");
	words_of_result(json_object_get(change, "after"), key);
	return true;
}

/* What helps to see why: only of a change that is worse, and of its first target. */
static void put_details(struct screen *screen, const json_t *change)
{
	static const char *const keys[] = {"got", "want", "at"};
	const json_t *after = json_object_get(change, "after");

	if (!json_is_true(json_object_get(change, "worse")) || !json_is_object(after))
		return;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		screen_field(screen, keys[i], result_text(after, keys[i]));
	screen_field(screen, "known", result_text(json_object_get(after, "expectation"), "reason"));
	screen_field(screen, "repeat", result_text(after, "command"));
}

static void put_alike(struct screen *screen, const struct group *group)
{
	const json_t *change = group->results[0];
	const json_t *before = json_object_get(change, "before");
	const json_t *after = json_object_get(change, "after");
	const bool worse = json_is_true(json_object_get(change, "worse"));

	screen_put_cases(screen, group, "  ", worse ? RED : NULL);
	if (json_is_object(before)) {
		words_of_result(before, screen_words(screen));
		screen_field(screen, "before", text_string(&screen->words));
	}
	if (json_is_object(after)) {
		words_of_result(after, screen_words(screen));
		screen_field(screen, "now", text_string(&screen->words));
	}
	put_details(screen, change);
}

static void put_changes(struct screen *screen, const struct comparison *comparison,
			enum change change)
{
	const struct group *group = &comparison->of[change];
	struct groups alike = group_by(group, key_alike);

	if (alike.count > 0)
		screen_heading(screen, change_words(change));
	for (size_t i = 0; i < alike.count; i++) {
		screen_put(screen, i > 0 ? "\n" : "");
		put_alike(screen, &alike.groups[i]);
	}
	groups_free(&alike);
}

void compare_terminal(FILE *stream, const struct comparison *comparison, bool colour)
{
	struct summary summary;
	struct screen screen = {.summary = &summary, .colour = colour};

	summary_make(&summary, comparison->before);
	words_of_side(comparison->before, comparison->before_path, screen_words(&screen));
	screen_put_words(&screen, "before  ", BOLD);
	words_of_side(comparison->after, comparison->after_path, screen_words(&screen));
	screen_put_words(&screen, "now     ", BOLD);
	for (int change = CHANGE_COUNT; change-- > 0;)
		put_changes(&screen, comparison, (enum change)change);
	screen_put(&screen, "\n");
	words_of_comparison(comparison, screen_words(&screen));
	screen_put_words(&screen, "", comparison->worse ? RED : GREEN);
	fwrite(text_string(&screen.text), 1, screen.text.size, stream);
	text_free(&screen.text);
	text_free(&screen.words);
	summary_free(&summary);
}
