/* SPDX-License-Identifier: MIT */
#include "html.h"

#include <stdlib.h>
#include <string.h>

#include "address.h"

/* Writes the beginning of a long text, cut between two characters, and how much there was. */
static void write_cut(struct text *text, const char *foreign, size_t longest, text_writer *write)
{
	const size_t size = strlen(foreign);
	size_t kept = longest;
	char *start, *rest;

	if (size <= longest) {
		text_visible(text, foreign, write);
		return;
	}
	while (kept > 0 && ((unsigned char)foreign[kept] & 0xC0) == 0x80)
		kept--;
	start = xstrdup(foreign);
	start[kept] = '\0';
	text_visible(text, start, write);
	rest = xformat(" … %lu bytes more", (unsigned long)(size - kept));
	text_put(text, rest);
	free(rest);
	free(start);
}

void html_text(struct text *text, const char *foreign)
{
	write_cut(text, foreign, HTML_LINE, text_write_markup);
}

void html_link(struct text *text, const char *foreign, const char *address)
{
	if (!address_is_plain(address)) {
		html_text(text, foreign);
		return;
	}
	text_put(text, "<a href=\"");
	text_visible(text, address, text_write_markup);
	text_put(text, "\">");
	html_text(text, foreign);
	text_put(text, "</a>");
}

void html_element(struct text *text, const char *name, const char *foreign)
{
	if (!*foreign)
		return;
	text_printf(text, "<%s>", name);
	html_text(text, foreign);
	text_printf(text, "</%s>", name);
}

json_t *html_json_text(const char *foreign)
{
	struct text text = {0};
	json_t *json;

	write_cut(&text, foreign, HTML_BLOCK, text_character);
	json = json_string(text_string(&text));
	text_free(&text);
	return json;
}

void html_json(struct text *text, const json_t *json)
{
	char *dump = json_dumps(json, JSON_COMPACT | JSON_ENSURE_ASCII | JSON_ENCODE_ANY);

	for (const char *at = dump; *at; at++) {
		/* in JSON these stand in strings only */
		if (*at == '<' || *at == '>' || *at == '&')
			text_printf(text, "\\u%04x", (unsigned)*at);
		else
			text_add(text, at, 1);
	}
	free(dump);
}
