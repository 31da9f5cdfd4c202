/* SPDX-License-Identifier: MIT */
#include "tap.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "error.h"
#include "results.h"

/*
 * Blocks of the kit are flat. Time and memory that libyaml takes grow with the square of the depth,
 * and an implementation may print what it likes.
 */
enum { DEEPEST = 8 };

static bool starts_with(const char *line, size_t length, const char *start)
{
	const size_t wanted = strlen(start);

	return length >= wanted && memcmp(line, start, wanted) == 0;
}

static char *copy(const char *text, size_t length)
{
	char *block = xcalloc(1, length + 1);

	return memcpy(block, text, length);
}

static char *copy_start(const char *text, size_t length)
{
	return copy(text, length < TAP_TEXT ? length : TAP_TEXT);
}

static const char *find(const char *line, size_t length, const char *what)
{
	const size_t wanted = strlen(what);

	for (size_t i = 0; i + wanted <= length; i++)
		if (memcmp(line + i, what, wanted) == 0)
			return line + i;
	return NULL;
}

/* `rest` is what stands behind "ok 1" or "not ok 1". */
static void read_point(struct tap *tap, enum tap_verdict verdict, const char *rest, size_t length)
{
	const char *skip = find(rest, length, " # SKIP");
	const size_t title_length = skip ? (size_t)(skip - rest) : length;

	if (tap->verdicts++)
		return;
	tap->verdict = skip && verdict == TAP_OK ? TAP_SKIP : verdict;
	if (starts_with(rest, title_length, " - "))
		tap->title = copy_start(rest + 3, title_length - 3);
	if (skip) {
		const size_t start = (size_t)(skip - rest) + strlen(" # SKIP");
		const size_t blank = start < length && rest[start] == ' ';

		tap->reason = copy_start(rest + start + blank, length - start - blank);
	}
}

static void read_observation(struct tap *tap, const char *text, size_t length)
{
	const char *equals = find(text, length, " = ");
	json_t *name, *value;

	if (!equals || length > TAP_OBSERVED - tap->observed)
		return;
	tap->observed += length;
	name = results_text(text, (size_t)(equals - text));
	value = results_text(equals + 3, length - (size_t)(equals - text) - 3);
	json_object_set_new(tap->observations, json_string_value(name), value);
	json_decref(name);
}

static void add_field_line(struct tap *tap, const char *line, size_t length)
{
	if (tap->block_is_cut || length + 1 > TAP_BLOCK - tap->fields.size) {
		tap->block_is_cut = true;
		return;
	}
	text_add(&tap->fields, line, length);
	text_add(&tap->fields, "\n", 1);
}

/* Returns whether the next line belongs to a YAML block. */
static bool read_line(struct tap *tap, const char *line, size_t length, bool in_block)
{
	static const char observe[] = "# observe: ";

	if (in_block) {
		if (starts_with(line, length, "  ..."))
			return false;
		if (!memchr(line, '\0', length))
			add_field_line(tap, line, length);
		return true;
	}
	if (starts_with(line, length, "ok 1") && (length == 4 || line[4] == ' '))
		read_point(tap, TAP_OK, line + 4, length - 4);
	else if (starts_with(line, length, "not ok 1") && (length == 8 || line[8] == ' '))
		read_point(tap, TAP_NOT_OK, line + 8, length - 8);
	else if (starts_with(line, length, "Bail out!") && !tap->bail)
		tap->bail = copy_start(line + 9, length - 9);
	else if (starts_with(line, length, observe))
		read_observation(tap, line + sizeof observe - 1, length - sizeof observe + 1);
	return starts_with(line, length, "  ---") && tap->verdicts == 1 && !tap->fields.size;
}

void tap_read(const char *bytes, size_t size, struct tap *tap)
{
	const char *const end = bytes + size;
	bool in_block = false;

	memset(tap, 0, sizeof *tap);
	tap->observations = json_object();
	for (const char *line = bytes; size && line < end;) {
		const char *newline = memchr(line, '\n', (size_t)(end - line));
		const char *stop = newline ? newline : end;
		size_t length = (size_t)(stop - line);

		while (length && line[length - 1] == '\r')
			length--;
		/* A line that was cut by the end of the process is no verdict. */
		if (newline)
			in_block = read_line(tap, line, length, in_block);
		line = stop + 1;
	}
}

void tap_free(struct tap *tap)
{
	free(tap->title);
	free(tap->reason);
	free(tap->bail);
	text_free(&tap->fields);
	json_decref(tap->observations);
}

/* The way through a block to one field of its mapping. */
struct search {
	const char *name;
	char *value;    /* NULL: not found yet */
	unsigned depth; /* of mappings and sequences that have begun; the block is at 1 */
	bool at_value;  /* what comes next in the block is a value, not a key */
	bool found;     /* namely that of the field */
};

/* A key or a value of the block is through. */
static void pass(struct search *search, bool found)
{
	search->at_value = !search->at_value;
	search->found = found;
}

static void pass_text(struct search *search, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	bool found = false;

	if (!search->at_value)
		found = !search->value && strcmp(text, search->name) == 0;
	else if (search->found)
		search->value = copy(text, event->data.scalar.length);
	pass(search, found);
}

/* Returns false where this is no block of fields. */
static bool follow(struct search *search, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_MAPPING_START_EVENT:
		return ++search->depth <= DEEPEST;
	case YAML_SEQUENCE_START_EVENT:
		return search->depth++ > 0 && search->depth <= DEEPEST;
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		if (--search->depth == 1)
			pass(search, false);
		return true;
	case YAML_SCALAR_EVENT:
		if (search->depth == 1)
			pass_text(search, event);
		return search->depth > 0;
	case YAML_ALIAS_EVENT:
		if (search->depth == 1)
			pass(search, false);
		return true;
	default:
		return true;
	}
}

char *tap_field(const struct tap *tap, const char *name)
{
	struct search search = {.name = name};
	yaml_parser_t parser;
	bool good = true, end = false;

	if (!tap->fields.size || !yaml_parser_initialize(&parser))
		return NULL;
	yaml_parser_set_input_string(&parser, (const unsigned char *)tap->fields.bytes,
				     tap->fields.size);
	while (good && !end) {
		yaml_event_t event;

		good = yaml_parser_parse(&parser, &event) && follow(&search, &event);
		end = event.type == YAML_DOCUMENT_END_EVENT || event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	if (good)
		return search.value;
	free(search.value);
	return NULL;
}

bool tap_is_own_line(const char *line, size_t length)
{
	static const char *const starts[] = {"TAP version", "1..1", "ok 1",     "not ok 1",
					     "# observe: ", "  ",   "Bail out!"};

	for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
		if (starts_with(line, length, starts[i]))
			return true;
	return false;
}
