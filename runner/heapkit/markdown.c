/* SPDX-License-Identifier: MIT */
#include "markdown.h"

#include <stdlib.h>
#include <string.h>

#include "address.h"

enum {
	LONGEST = 1000, /* bytes of a text of others */
	RESERVE = 8192  /* bytes for the lines that say what was left out */
};

/* The text never begins a line, so what is markup only there needs no care. */
static void write_markdown(struct text *text, uint32_t character)
{
	static const char markup[] = "\\`*_[]<>|~&";
	const int before = text->size > 0 ? text->bytes[text->size - 1] : ' ';

	if (character == '\n') {
		text_put(text, "<br>");
	} else if (character == '@' || character == '#' || character == '$') {
		/* mentions, issue numbers, mathematics: found in the text of a page, escaped or not
		 */
		text_printf(text, "<span>%c</span>", (char)character);
	} else {
		if ((character < 0x80 && strchr(markup, (int)character)) ||
		    (character == '.' && (before == 'w' || before == 'W')) || /* www. */
		    (character == '/' && before == '/'))                      /* https:// */
			text_put(text, "\\");
		text_character(text, character == '\t' ? ' ' : character);
	}
}

void markdown_text(struct text *text, const char *foreign)
{
	size_t size = strlen(foreign);
	char *start;

	if (size <= LONGEST) {
		text_visible(text, foreign, write_markdown);
		return;
	}
	size = LONGEST;
	while (size > 0 && ((unsigned char)foreign[size] & 0xC0) == 0x80)
		size--;
	start = xstrdup(foreign);
	start[size] = '\0';
	text_visible(text, start, write_markdown);
	text_put(text, " …");
	free(start);
}

void markdown_link(struct text *text, const char *foreign, const char *address)
{
	if (!address_is_plain(address)) {
		markdown_text(text, foreign);
		return;
	}
	text_put(text, "[");
	markdown_text(text, foreign);
	text_printf(text, "](<%s>)", address);
}

struct text *page_words(struct page *page)
{
	text_clear(&page->words);
	return &page->words;
}

static bool add(struct page *page, const struct text *text)
{
	if (page->text.size + text->size > MARKDOWN_LARGEST - RESERVE)
		return false;
	text_put(&page->text, text_string(text));
	return true;
}

void page_line(struct page *page, const char *before, const char *behind)
{
	struct text line = {0};

	text_put(&line, before);
	markdown_text(&line, text_string(&page->words));
	text_put(&line, behind);
	text_put(&line, "\n");
	add(page, &line);
	text_free(&line);
}

struct text *page_cell(struct page *page)
{
	text_put(&page->row, page->row.size > 0 ? " | " : "| ");
	return &page->row;
}

void page_end_row(struct page *page)
{
	text_put(&page->row, " |\n");
	page->full = page->full || !add(page, &page->row);
	page->left_out += page->full;
	text_clear(&page->row);
}

void page_begin_table(struct page *page, const char *const *columns)
{
	page->full = false;
	for (size_t i = 0; columns[i]; i++)
		markdown_text(page_cell(page), columns[i]);
	text_put(&page->row, " |\n");
	for (size_t i = 0; columns[i]; i++)
		text_put(&page->row, i > 0 ? " | ---" : "| ---");
	page_end_row(page);
	page->left_out = 0;
}

void page_end_table(struct page *page)
{
	if (page->left_out > 0)
		text_printf(&page->text,
			    "\n%lu rows are left out here: the file of results holds them.\n",
			    page->left_out);
	text_put(&page->text, "\n");
}

void page_free(struct page *page)
{
	text_free(&page->text);
	text_free(&page->row);
	text_free(&page->words);
}
