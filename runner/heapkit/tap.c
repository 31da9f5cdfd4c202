/* SPDX-License-Identifier: MIT */
#include "tap.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "error.h"
#include "results.h"

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
		tap->title = copy(rest + 3, title_length - 3);
	if (skip) {
		const size_t start = (size_t)(skip - rest) + strlen(" # SKIP");
		const size_t blank = start < length && rest[start] == ' ';

		tap->reason = copy(rest + start + blank, length - start - blank);
	}
}

static void read_observation(struct tap *tap, const char *text, size_t length)
{
	const char *equals = find(text, length, " = ");
	json_t *name, *value;

	if (!equals)
		return;
	name = results_text(text, (size_t)(equals - text));
	value = results_text(equals + 3, length - (size_t)(equals - text) - 3);
	json_object_set_new(tap->observations, json_string_value(name), value);
	json_decref(name);
}

static void add_field_line(struct tap *tap, const char *line, size_t length)
{
	const size_t old = tap->fields ? strlen(tap->fields) : 0;

	tap->fields = xrealloc(tap->fields, old + length + 2);
	memcpy(tap->fields + old, line, length);
	memcpy(tap->fields + old + length, "\n", 2);
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
		tap->bail = copy(line + 9, length - 9);
	else if (starts_with(line, length, observe))
		read_observation(tap, line + sizeof observe - 1, length - sizeof observe + 1);
	return starts_with(line, length, "  ---") && tap->verdicts == 1 && !tap->fields;
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
	free(tap->fields);
	json_decref(tap->observations);
}

char *tap_field(const struct tap *tap, const char *name)
{
	yaml_parser_t parser;
	yaml_document_t document;
	yaml_node_t *root;
	char *value = NULL;

	if (!tap->fields || !yaml_parser_initialize(&parser))
		return NULL;
	yaml_parser_set_input_string(&parser, (const unsigned char *)tap->fields,
				     strlen(tap->fields));
	if (!yaml_parser_load(&parser, &document)) {
		yaml_parser_delete(&parser);
		return NULL;
	}
	root = yaml_document_get_root_node(&document);
	if (root && root->type == YAML_MAPPING_NODE) {
		yaml_node_pair_t *pair = root->data.mapping.pairs.start;

		for (; pair < root->data.mapping.pairs.top && !value; pair++) {
			const yaml_node_t *key = yaml_document_get_node(&document, pair->key);
			const yaml_node_t *text = yaml_document_get_node(&document, pair->value);

			if (key->type == YAML_SCALAR_NODE && text->type == YAML_SCALAR_NODE &&
			    strcmp((const char *)key->data.scalar.value, name) == 0)
				value = copy((const char *)text->data.scalar.value,
					     text->data.scalar.length);
		}
	}
	yaml_document_delete(&document);
	yaml_parser_delete(&parser);
	return value;
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
