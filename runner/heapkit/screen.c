/* SPDX-License-Identifier: MIT */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"

enum {
	LABEL = 11, /* columns before the text of a field */
	WRAP = 92   /* columns of a line of a longer text */
};

void screen_put(struct screen *screen, const char *text)
{
	text_put(&screen->text, text);
}

struct text *screen_words(struct screen *screen)
{
	text_clear(&screen->words);
	return &screen->words;
}

static void put_coloured(struct screen *screen, const char *foreign, const char *colour)
{
	const bool coloured = screen->colour && colour && *foreign;

	if (coloured)
		text_printf(&screen->text, "\033[%sm", colour);
	text_visible(&screen->text, foreign, text_write_line);
	if (coloured)
		screen_put(screen, "\033[0m");
}

void screen_put_words(struct screen *screen, const char *before, const char *colour)
{
	screen_put(screen, before);
	put_coloured(screen, text_string(&screen->words), colour);
	screen_put(screen, "\n");
}

void screen_put_wrapped(struct screen *screen, const char *before)
{
	const char *rest = text_string(&screen->words);

	while (*rest) {
		size_t length = strlen(rest);
		char *line;

		if (length > WRAP) {
			for (length = WRAP; length > 0 && rest[length] != ' ';)
				length--;
			if (length == 0)
				length = strcspn(rest, " ");
		}
		line = xformat("%.*s", (int)length, rest);
		screen_put(screen, before);
		put_coloured(screen, line, NULL);
		screen_put(screen, "\n");
		free(line);
		rest += length + (rest[length] == ' ');
	}
}

void screen_put_column(struct screen *screen, const char *foreign, size_t width, const char *colour)
{
	const size_t used = screen_width(foreign);

	put_coloured(screen, foreign, colour);
	text_pad(&screen->text, used < width ? width - used : 0);
}

void screen_end_row(struct screen *screen)
{
	struct text *text = &screen->text;

	while (text->size > 0 && text->bytes[text->size - 1] == ' ')
		text->size--;
	screen_put(screen, "\n");
}

size_t screen_width(const char *foreign)
{
	struct text text = {0};
	size_t width;

	text_visible(&text, foreign, text_write_line);
	width = text_width(text_string(&text), text.size);
	text_free(&text);
	return width;
}

void screen_heading(struct screen *screen, const char *text)
{
	screen_put(screen, "\n");
	put_coloured(screen, text, BOLD);
	screen_put(screen, "\n");
}

static void write_field(struct text *text, uint32_t character)
{
	text_character(text, character);
	if (character == '\n')
		text_pad(text, LABEL);
}

void screen_field(struct screen *screen, const char *label, const char *foreign)
{
	if (!*foreign)
		return;
	text_printf(&screen->text, "  %-*s", LABEL - 2, label);
	text_visible(&screen->text, foreign, write_field);
	screen_put(screen, "\n");
}
