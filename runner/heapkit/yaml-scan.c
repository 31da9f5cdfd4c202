/* SPDX-License-Identifier: MIT */
#include "yaml-scan.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "utf8.h"

/* More than any schema here needs; all that follows is at most quadratic in these. */
enum { DEEPEST = 8, MOST_KEYS = 64, LONGEST_KEY = 64 };

/* A mapping or sequence that has begun and not ended. */
struct frame {
	bool is_mapping;
	bool has_key;     /* a key has been read, its value not yet */
	unsigned mapping; /* number of it */
	unsigned keys;
	size_t first_mark;
};

struct scan {
	const char *path;
	bool list;
	struct frame frames[DEEPEST];
	unsigned depth;
	unsigned entries;
	unsigned mappings;
	unsigned documents;
	struct yaml_marks *marks;
	struct error *error;
};

static bool wrong(const struct scan *scan, const yaml_mark_t *at, const char *what)
{
	return error_set(scan->error, "%s:%u: %s", scan->path, (unsigned)at->line + 1, what);
}

static void add_mark(struct scan *scan, const yaml_mark_t *at, const char *key, unsigned mapping,
		     bool own)
{
	struct yaml_marks *marks = scan->marks;

	if ((marks->count & (marks->count - 1)) == 0)
		marks->marks = xrealloc(marks->marks, (marks->count ? marks->count * 2 : 1) *
							  sizeof *marks->marks);
	marks->marks[marks->count++] =
	    (struct yaml_mark){.key = key ? xstrdup(key) : NULL,
			       .line = (unsigned)at->line + 1,
			       .entry = scan->entries ? scan->entries - 1 : 0,
			       .mapping = mapping,
			       .own = own};
}

static bool add_key(struct scan *scan, struct frame *frame, const yaml_event_t *event)
{
	const char *key = (const char *)event->data.scalar.value;
	const bool own = scan->depth == 1 || (scan->depth == 2 && !scan->frames[0].is_mapping);

	if (event->data.scalar.length > LONGEST_KEY)
		return wrong(scan, &event->start_mark,
			     "the key is longer than any that there is; correct it");
	for (size_t i = frame->first_mark; i < scan->marks->count; i++) {
		const struct yaml_mark *mark = &scan->marks->marks[i];

		if (mark->mapping == frame->mapping && mark->key && strcmp(mark->key, key) == 0)
			return error_set(scan->error,
					 "%s:%u: the key '%s' stands there twice, first in line "
					 "%u; take one out",
					 scan->path, (unsigned)event->start_mark.line + 1, key,
					 mark->line);
	}
	if (++frame->keys > MOST_KEYS)
		return wrong(scan, &event->start_mark, "there are too many keys; correct it");
	add_mark(scan, &event->start_mark, key, frame->mapping, own);
	frame->has_key = true;
	return true;
}

static bool is_nothing(const yaml_event_t *event)
{
	return event->data.scalar.length == 0 &&
	       event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

/* A scalar, or the beginning of a mapping or sequence, in the innermost frame. */
static bool value_begins(struct scan *scan, const yaml_event_t *event)
{
	struct frame *frame = scan->depth ? &scan->frames[scan->depth - 1] : NULL;
	const bool is_key = frame && frame->is_mapping && !frame->has_key;
	const bool is_scalar = event->type == YAML_SCALAR_EVENT;

	/* these texts are printed in reports of many formats */
	if (is_scalar && !utf8_is_text((const char *)event->data.scalar.value,
				       event->data.scalar.length, "\n\t"))
		return wrong(scan, &event->start_mark,
			     "the text contains a control character; take it out");
	if (is_key && !is_scalar)
		return wrong(scan, &event->start_mark,
			     "a key must be a text; write it as key: value");
	if (is_key)
		return add_key(scan, frame, event);
	if (frame)
		frame->has_key = false;
	if (scan->depth == 1 && !frame->is_mapping) {
		scan->entries++;
		add_mark(scan, &event->start_mark, NULL, 0, true);
	}
	if (is_scalar)
		return true;
	if (scan->depth == DEEPEST)
		return wrong(scan, &event->start_mark, "this is nested too deep; correct it");
	scan->frames[scan->depth++] =
	    (struct frame){.is_mapping = event->type == YAML_MAPPING_START_EVENT,
			   .mapping = ++scan->mappings,
			   .first_mark = scan->marks->count};
	return true;
}

static bool nothing_there(const struct scan *scan)
{
	return error_set(scan->error,
			 scan->list ? "%s:1: there is nothing in it; write [] where there is "
				      "nothing to list"
				    : "%s:1: there is nothing in it; write its keys and values",
			 scan->path);
}

static bool handle(struct scan *scan, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (++scan->documents > 1)
			return wrong(scan, &event->start_mark,
				     "a second document begins; put it into a file of its own");
		return true;
	case YAML_STREAM_END_EVENT:
		return scan->documents > 0 || nothing_there(scan);
	case YAML_ALIAS_EVENT:
		return wrong(scan, &event->start_mark,
			     "aliases are not understood here; write the value again");
	case YAML_SCALAR_EVENT:
		if (scan->depth == 0 && is_nothing(event))
			return nothing_there(scan);
		return value_begins(scan, event);
	case YAML_SEQUENCE_START_EVENT:
	case YAML_MAPPING_START_EVENT:
		return value_begins(scan, event);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		scan->depth--;
		return true;
	default:
		return true;
	}
}

/* An error of the reader of bytes has an offset only, all others have a place. */
static bool no_yaml(const struct scan *scan, const yaml_parser_t *parser,
		    const unsigned char *bytes, size_t size)
{
	const char *problem = parser->problem ? parser->problem : "it cannot be read";
	unsigned line = (unsigned)parser->problem_mark.line + 1;

	if (parser->error == YAML_READER_ERROR) {
		line = 1;
		for (size_t i = 0; i < parser->problem_offset && i < size; i++)
			line += bytes[i] == '\n';
	}
	if (parser->context && parser->context_mark.line + 1 < line)
		return error_set(scan->error,
				 "%s:%u: this is no YAML: %s, %s that began in line %u; correct it",
				 scan->path, line, problem, parser->context,
				 (unsigned)parser->context_mark.line + 1);
	return error_set(scan->error, "%s:%u: this is no YAML: %s; correct it", scan->path, line,
			 problem);
}

bool yaml_scan(const char *path, const unsigned char *bytes, size_t size, bool list,
	       struct yaml_marks *marks, struct error *error)
{
	struct scan scan = {.path = path, .list = list, .marks = marks, .error = error};
	yaml_parser_t parser;
	bool good = true, end = false;

	*marks = (struct yaml_marks){0};
	if (!yaml_parser_initialize(&parser))
		return error_set(error, "%s: cannot be read: out of memory; try again", path);
	yaml_parser_set_input_string(&parser, bytes, size);
	while (good && !end) {
		yaml_event_t event;

		if (!yaml_parser_parse(&parser, &event)) {
			good = no_yaml(&scan, &parser, bytes, size);
			break;
		}
		good = handle(&scan, &event);
		end = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return good;
}

void yaml_marks_free(struct yaml_marks *marks)
{
	for (size_t i = 0; i < marks->count; i++)
		free(marks->marks[i].key);
	free(marks->marks);
	*marks = (struct yaml_marks){0};
}
