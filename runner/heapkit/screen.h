/* SPDX-License-Identifier: MIT */
/* What a terminal shows: texts of others made visible, columns, fields, colours where they are
 * wanted. */
#ifndef HEAPKIT_SCREEN_H
#define HEAPKIT_SCREEN_H

#include <stdbool.h>

#include "summary.h"
#include "text.h"

/* SGR codes */
#define BOLD "1"
#define RED "31;1"
#define GREEN "32"
#define YELLOW "33"

struct screen {
	const struct summary *summary;
	struct text text;  /* what is shown */
	struct text words; /* a sentence in the making, not yet visible */
	bool colour;
};

void screen_put(struct screen *screen, const char *text);

/* A sentence begins: the empty screen->words. */
struct text *screen_words(struct screen *screen);

/* Shows the sentence as a line of that colour (NULL: none), behind `before`. */
void screen_put_words(struct screen *screen, const char *before, const char *colour);

/* Shows the sentence as lines of words that fit a terminal, each behind `before`. */
void screen_put_wrapped(struct screen *screen, const char *before);

/* Shows a text of others in one line, and spaces up to `width` columns. */
void screen_put_column(struct screen *screen, const char *foreign, size_t width,
		       const char *colour);

/* A newline behind columns, the last of which may have ended in spaces. */
void screen_end_row(struct screen *screen);

/* Columns that the text takes once it is visible. */
size_t screen_width(const char *foreign);

/* An empty line and a heading. */
void screen_heading(struct screen *screen, const char *text);

/*
 * The cases of a group, a line each behind `before`: id, requirements, targets; of very many only
 * the first, and how many more there are.
 */
void screen_put_cases(struct screen *screen, const struct group *group, const char *before,
		      const char *colour);

/* "  got      TEXT", whose further lines stand below its first; nothing for "". */
void screen_field(struct screen *screen, const char *label, const char *foreign);

#endif
