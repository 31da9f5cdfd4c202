/* SPDX-License-Identifier: MIT */
/*
 * A page of GitHub-flavoured Markdown of limited size. Texts of others stand in it as they are:
 * nothing of theirs becomes markup, a link, a mention or a further row.
 */
#ifndef HEAPKIT_MARKDOWN_H
#define HEAPKIT_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/* The summary of a CI step holds 1 MiB of all that its commands print. */
enum { MARKDOWN_LARGEST = 900 * 1000 /* bytes */ };

/* Starts as {0}. */
struct page {
	struct text text;
	struct text row;        /* of a table, in the making */
	struct text words;      /* a sentence in the making, still as it is */
	bool full;              /* a row of this table found no room: no further one is tried */
	unsigned long left_out; /* rows of this table that found no room */
};

/*
 * Writes a text of others, not at the beginning of a line; its newlines become <br>. After 1,000
 * bytes it is cut.
 */
void markdown_text(struct text *text, const char *foreign);

/* The same as a link, where the address is a plain one of http or https. */
void markdown_link(struct text *text, const char *foreign, const char *address);

/* A sentence begins: the empty page->words. */
struct text *page_words(struct page *page);

/* The sentence in page->words between two texts of ours, and a newline; left out where no room is
 * left. */
void page_line(struct page *page, const char *before, const char *behind);

/* A table: `columns` are texts of others, NULL behind the last. */
void page_begin_table(struct page *page, const char *const *columns);

/* A row is its cells: page_cell() begins one, whose Markdown the caller adds to page->row. */
struct text *page_cell(struct page *page);
void page_end_row(struct page *page);

/* Says how many rows are not there, if any. */
void page_end_table(struct page *page);

void page_free(struct page *page);

#endif
