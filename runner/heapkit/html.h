/* SPDX-License-Identifier: MIT */
/* HTML in the making. Texts of others are shown: nothing of theirs becomes markup or script. */
#ifndef HEAPKIT_HTML_H
#define HEAPKIT_HTML_H

#include <jansson.h>
#include <stddef.h>

#include "text.h"

/* Bytes of a text of others that are shown, in lists and where somebody asked for it; the rest is
 * counted. */
enum { HTML_LINE = 400, HTML_BLOCK = 32 * 1024 };

/* Writes a text of others as the content of an element or the value of an attribute. */
void html_text(struct text *text, const char *foreign);

/* The same as a link, where the address is a plain one of http or https. */
void html_link(struct text *text, const char *foreign, const char *address);

/* An element that holds nothing but that text; "" leaves it out. */
void html_element(struct text *text, const char *name, const char *foreign);

/* A text of others as a JSON string for the script, at most HTML_BLOCK bytes of it. */
json_t *html_json_text(const char *foreign);

/* JSON as the content of a <script> element, which nothing in it can end. */
void html_json(struct text *text, const json_t *json);

#endif
