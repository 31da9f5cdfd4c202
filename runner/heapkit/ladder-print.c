/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "ladder.h"
#include "screen.h"
#include "words.h"

enum {
	NAMES_SHOWN = 4,  /* functions of a rung that do not work */
	STEPS_SHOWN = 12, /* imports to implement next */
	STEPS_NAMED = 3   /* of these in one sentence */
};

void ladder_words(const struct ladder *ladder, struct text *text)
{
	text_printf(text, "rung %u of %d (%s)", ladder->rung, RUNG_COUNT - 1,
		    rung_name(ladder->rung));
	for (size_t i = 0; i < ladder->step_count && i < STEPS_NAMED; i++)
		text_printf(text, "%s%s", i == 0 ? "; next: " : ", ",
			    ladder->steps[i].function->name);
	if (ladder->rung == 0)
		text_put(text, "; next: ExitProcess");
}

static void put_head(struct screen *screen, const struct ladder *ladder)
{
	words_implementation(screen->summary, screen_words(screen));
	text_put(&screen->words, ", judged by ");
	words_kit(screen->summary, &screen->words);
	screen_put_words(screen, "", BOLD);
	text_printf(screen_words(screen), "stands on rung %u of %d: %s", ladder->rung,
		    RUNG_COUNT - 1, rung_name(ladder->rung));
	screen_put_words(screen, "", BOLD);
}

/* The functions of a rung in that state, behind a word for it. */
static void add_names(const struct ladder *ladder, unsigned rung, enum ladder_state state,
		      const char *word, struct text *text)
{
	unsigned count = 0;

	for (size_t i = 0; i < ladder->function_count; i++) {
		const struct ladder_function *function = &ladder->functions[i];

		if (function->rung != rung || function->state != state)
			continue;
		if (++count == 1)
			text_printf(text, "%s%s", text->size ? "; " : "", word);
		if (count <= NAMES_SHOWN)
			text_printf(text, "%s %s", count == 1 ? "" : ",", function->name);
	}
	if (count > NAMES_SHOWN)
		text_printf(text, " and %u more", count - NAMES_SHOWN);
}

static void put_rung(struct screen *screen, const struct ladder *ladder, unsigned index)
{
	const struct ladder_rung *rung = &ladder->rungs[index];
	const bool here = ladder->rung == index;
	const bool tried = rung->functions > 0 || rung->ran > 0;

	text_printf(screen_words(screen), "%s %2u  %-20s", here ? ">" : " ", index,
		    rung_name(index));
	screen_put_column(screen, text_string(&screen->words), 27,
			  !tried          ? NULL
			  : rung->climbed ? GREEN
					  : YELLOW);
	text_clear(&screen->words);
	if (rung->functions > 0)
		text_printf(&screen->words, "%u of %u", rung->working, rung->functions);
	screen_put_column(screen, text_string(&screen->words), 11, NULL);
	text_clear(&screen->words);
	if (rung->ran > 0)
		text_printf(&screen->words, "%u of %u", rung->passed, rung->ran);
	screen_put_column(screen, text_string(&screen->words), 14, NULL);
	text_clear(&screen->words);
	add_names(ladder, index, LADDER_MISSING, "missing:", &screen->words);
	add_names(ladder, index, LADDER_SILENT, "crash or hang:", &screen->words);
	add_names(ladder, index, LADDER_FAILS, "no case passes with:", &screen->words);
	add_names(ladder, index, LADDER_BLOCKED, "not reached:", &screen->words);
	screen_put_column(screen, text_string(&screen->words), 0, NULL);
	screen_end_row(screen);
}

static void put_rungs(struct screen *screen, const struct ladder *ladder)
{
	screen_put(screen, "\n      rung                 functions  passed\n");
	for (unsigned i = RUNG_COUNT - 1; i > 0; i--)
		put_rung(screen, ladder, i);
}

/* Where a canary says what it lacks, that is the first step of all. */
static const char *first_step(const struct results *results)
{
	const char *name;
	json_t *target;

	json_object_foreach(json_object_get(results->footer, "targets"), name, target)
	{
		if (*result_text(target, "missing"))
			return result_text(target, "missing");
	}
	return "ExitProcess";
}

static void put_first_step(struct screen *screen, const struct results *results)
{
	screen_heading(screen, "next");
	text_printf(screen_words(screen), "%s: the canaries of the kit do next to nothing",
		    first_step(results));
	screen_put_words(screen, "  ", NULL);
	text_put(screen_words(screen),
		 "status-42.exe of a bare target imports ExitProcess alone and has to end with "
		 "status 42; text.exe also imports GetStdHandle and WriteFile, and prints one "
		 "word. Either is enough for a start.");
	screen_put_wrapped(screen, "  ");
}

static void put_step(struct screen *screen, const struct ladder_step *step, size_t width)
{
	const struct ladder_function *function = step->function;

	screen_put(screen, "  ");
	screen_put_column(screen, function->name, width, NULL);
	text_printf(screen_words(screen), "rung %u", function->rung);
	screen_put_column(screen, text_string(&screen->words), 9, NULL);
	text_printf(screen_words(screen), "unlocks %u of %u", step->unlocks, step->waiting);
	screen_put_column(screen, text_string(&screen->words), 22, NULL);
	text_clear(&screen->words);
	if (function->state == LADDER_SILENT)
		text_put(&screen->words, "suspected: all that import it crash or hang; ");
	words_targets(screen->summary, &step->results, &screen->words);
	screen_put_column(screen, text_string(&screen->words), 0, NULL);
	screen_end_row(screen);
}

static void put_steps(struct screen *screen, const struct ladder *ladder)
{
	size_t width = 0;

	if (ladder->step_count == 0)
		return;
	for (size_t i = 0; i < ladder->step_count && i < STEPS_SHOWN; i++)
		if (screen_width(ladder->steps[i].function->name) + 2 > width)
			width = screen_width(ladder->steps[i].function->name) + 2;
	screen_heading(screen, "next, the most valuable first: how many of the cases that wait for "
			       "it lack nothing else then");
	for (size_t i = 0; i < ladder->step_count && i < STEPS_SHOWN; i++)
		put_step(screen, &ladder->steps[i], width);
	if (ladder->step_count > STEPS_SHOWN) {
		text_printf(screen_words(screen), "and %lu more",
			    (unsigned long)(ladder->step_count - STEPS_SHOWN));
		screen_put_words(screen, "  ", NULL);
	}
}

static void put_targets(struct screen *screen, const struct results *results)
{
	const char *name;
	json_t *target;
	bool first = true;

	json_object_foreach(json_object_get(results->footer, "targets"), name, target)
	{
		struct text words = {0};

		words_target(target, &words);
		if (words.size > 0) {
			text_printf(screen_words(screen), "%s: %s", name, text_string(&words));
			screen_put(screen, first ? "\n" : "");
			screen_put_words(screen, "", YELLOW);
			first = false;
		}
		text_free(&words);
	}
}

void ladder_print(FILE *stream, const struct ladder *ladder, const struct results *results,
		  bool colour)
{
	struct summary summary;
	struct screen screen = {.summary = &summary, .colour = colour};

	summary_make(&summary, results);
	put_head(&screen, ladder);
	if (ladder->rung == 0)
		put_first_step(&screen, results);
	else
		put_rungs(&screen, ladder);
	put_steps(&screen, ladder);
	put_targets(&screen, results);
	fwrite(text_string(&screen.text), 1, screen.text.size, stream);
	text_free(&screen.text);
	text_free(&screen.words);
	summary_free(&summary);
}
