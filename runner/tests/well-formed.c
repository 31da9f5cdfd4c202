/* SPDX-License-Identifier: MIT */
#include "well-formed.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#define LETTERS "abcdefghijklmnopqrstuvwxyz123-"

struct parser {
	const char *at;
	const char *open[16]; /* names of the elements that are open */
	size_t depth;
};

static bool skip(struct parser *parser, const char *text)
{
	if (strncmp(parser->at, text, strlen(text)) != 0)
		return false;
	parser->at += strlen(text);
	return true;
}

static bool is_reference(struct parser *parser)
{
	return skip(parser, "&amp;") || skip(parser, "&lt;") || skip(parser, "&gt;") ||
	       skip(parser, "&quot;") || skip(parser, "&#10;") || skip(parser, "&#9;");
}

/* U+FFFE and U+FFFF are no characters of XML, nor are most below a space. */
static bool is_character(const char *at)
{
	return ((unsigned char)*at >= ' ' || *at == '\n' || *at == '\t') &&
	       strncmp(at, "\xEF\xBF\xBE", 3) != 0 && strncmp(at, "\xEF\xBF\xBF", 3) != 0;
}

static bool skip_text(struct parser *parser, const char *end)
{
	while (!strchr(end, *parser->at)) {
		if (*parser->at == '&') {
			if (!is_reference(parser))
				return false;
		} else if (!is_character(parser->at) || *parser->at == '<' || skip(parser, "]]>")) {
			return false;
		} else {
			parser->at++;
		}
	}
	return true;
}

static bool skip_attributes(struct parser *parser)
{
	while (skip(parser, " ")) {
		const size_t length = strspn(parser->at, LETTERS);

		parser->at += length;
		if (length == 0 || !skip(parser, "=\"") || !skip_text(parser, "\"") ||
		    !skip(parser, "\""))
			return false;
	}
	return true;
}

static bool skip_tag(struct parser *parser)
{
	const bool closes = skip(parser, "/");
	const char *name = parser->at;
	const size_t length = strspn(name, LETTERS);

	parser->at += length;
	if (closes)
		return parser->depth > 0 &&
		       strncmp(parser->open[--parser->depth], name, length) == 0 &&
		       strspn(parser->open[parser->depth], LETTERS) == length && skip(parser, ">");
	if (length == 0 || parser->depth == 16 || !skip_attributes(parser))
		return false;
	if (skip(parser, "/>"))
		return true;
	parser->open[parser->depth++] = name;
	return skip(parser, ">");
}

const char *xml_problem(const char *xml)
{
	struct parser parser = {.at = xml};

	if (!skip(&parser, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
		return parser.at;
	do {
		if (!skip(&parser, "<") || !skip_tag(&parser))
			return parser.at;
		if (parser.depth > 0 && !skip_text(&parser, "<"))
			return parser.at;
	} while (parser.depth > 0);
	return strcmp(parser.at, "\n") == 0 ? NULL : parser.at;
}
