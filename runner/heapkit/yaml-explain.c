/* SPDX-License-Identifier: MIT */
/*
 * libcyaml's codes say what kind of mistake it was; its messages, which only hold the details, are
 * allowed to change: what is not found in them is left out.
 */
#include "yaml-explain.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

void yaml_complaint_log(cyaml_log_t level, void *context, const char *format, va_list arguments)
{
	struct yaml_complaint *complaint = context;
	const char *text, *place, *line;
	char all[256];

	(void)level;
	vsnprintf(all, sizeof all, format, arguments);
	all[strcspn(all, "\n")] = 0;
	text = strncmp(all, "Load: ", 6) == 0 ? all + 6 : all;
	place = strstr(all, "  in ");
	if (!place) {
		if (!complaint->message[0] && strncmp(text, "Backtrace", 9) != 0)
			memcpy(complaint->message, text, strlen(text) + 1);
		return;
	}
	line = strstr(place, "(line: ");
	if (complaint->line == 0) {
		complaint->in_entry = strncmp(place, "  in sequence entry", 19) == 0;
		if (line)
			sscanf(line, "(line: %u", &complaint->line);
	}
	if (complaint->field_count < YAML_COMPLAINT_FIELDS &&
	    sscanf(place, "  in mapping field '%64[^']",
		   complaint->fields[complaint->field_count]) == 1)
		complaint->field_count++;
}

static const cyaml_schema_field_t *find_field(const cyaml_schema_value_t *value, const char *key)
{
	while (value->type == CYAML_SEQUENCE)
		value = value->sequence.entry;
	if (value->type == CYAML_MAPPING)
		for (const cyaml_schema_field_t *field = value->mapping.fields; field->key; field++)
			if (strcmp(field->key, key) == 0)
				return field;
	return NULL;
}

/* The schema of the innermost place; *mapping is that of the innermost mapping. */
static const cyaml_schema_value_t *find_value(const struct yaml_complaint *complaint,
					      const cyaml_schema_value_t **mapping)
{
	const cyaml_schema_value_t *value = complaint->schema;

	*mapping = value;
	for (unsigned i = complaint->field_count; i > 0; i--) {
		const cyaml_schema_field_t *field = find_field(value, complaint->fields[i - 1]);

		if (!field)
			break;
		*mapping = value;
		value = &field->value;
	}
	if (complaint->in_entry && value->type == CYAML_SEQUENCE)
		value = value->sequence.entry;
	if (value->type == CYAML_MAPPING || value->type == CYAML_SEQUENCE)
		*mapping = value;
	while ((*mapping)->type == CYAML_SEQUENCE)
		*mapping = (*mapping)->sequence.entry;
	return value;
}

/* What stands in a message behind its last colon, without quotes. */
static void detail(const struct yaml_complaint *complaint, char *text, size_t size)
{
	const char *colon = strrchr(complaint->message, ':');

	snprintf(text, size, "%s", colon ? colon + 1 + strspn(colon + 1, " '") : "");
	if (text[0] && text[strlen(text) - 1] == '\'')
		text[strlen(text) - 1] = 0;
}

/* libcyaml names the line of the value before an unknown key. */
static unsigned line_of_key(const struct yaml_complaint *complaint, const char *key)
{
	for (size_t i = 0; i < complaint->marks->count; i++) {
		const struct yaml_mark *mark = &complaint->marks->marks[i];

		if (mark->key && mark->own == !complaint->field_count &&
		    mark->line >= complaint->line && strcmp(mark->key, key) == 0)
			return mark->line;
	}
	return complaint->line;
}

/* Where the entry begins that the complaint is about: there is no line of what is missing. */
static unsigned line_of_entry(const struct yaml_complaint *complaint)
{
	unsigned line = complaint->line;

	for (size_t i = 0; i < complaint->marks->count && complaint->field_count < 2; i++) {
		const struct yaml_mark *mark = &complaint->marks->marks[i];

		if (!mark->key && mark->line <= complaint->line)
			line = mark->line;
	}
	return line;
}

static bool unknown_key(const struct yaml_complaint *complaint, const cyaml_schema_value_t *mapping,
			struct error *error)
{
	struct text keys = {0};
	char key[128];
	bool result;

	detail(complaint, key, sizeof key);
	if (mapping->type == CYAML_MAPPING)
		for (const cyaml_schema_field_t *field = mapping->mapping.fields; field->key;
		     field++)
			text_printf(&keys, "%s%s", keys.size ? ", " : "", field->key);
	result = error_set(error, "%s:%u: the key '%s' is unknown; there are: %s", complaint->path,
			   line_of_key(complaint, key), key, text_string(&keys));
	text_free(&keys);
	return result;
}

/* What to write for a value of that schema. */
static void put_advice(struct text *text, const cyaml_schema_value_t *value)
{
	switch (value->type) {
	case CYAML_SEQUENCE:
		text_put(text, "a list: [a, b]");
		break;
	case CYAML_MAPPING:
		text_put(text, "keys and values: {key: value}");
		break;
	case CYAML_INT:
	case CYAML_UINT:
		text_put(text, "a whole number");
		break;
	case CYAML_ENUM:
		for (unsigned i = 0; i < value->enumeration.count; i++)
			text_printf(text, "%s%s", i ? " or " : "",
				    value->enumeration.strings[i].str);
		break;
	default:
		text_put(text, "a text");
	}
}

/* "'targets' is a text", "an entry of 'jobs' is a list", "the value of 'jobs' is 'many'" */
static void put_mistake(struct text *text, const struct yaml_complaint *complaint)
{
	static const struct {
		const char *event, *words;
	} found[] = {{"SCALAR", "a text"},
		     {"SEQUENCE_START", "a list"},
		     {"MAPPING_START", "keys and values"}};
	char what[128];

	if (complaint->in_entry)
		text_put(text, complaint->field_count ? "an entry of " : "an entry");
	else if (!complaint->field_count)
		text_put(text, "the file");
	if (complaint->field_count)
		text_printf(text, "'%s'", complaint->fields[0]);
	detail(complaint, what, sizeof what);
	for (size_t i = 0; i < sizeof found / sizeof *found; i++)
		if (strcmp(what, found[i].event) == 0) {
			text_printf(text, " is %s", found[i].words);
			return;
		}
	/* To libcyaml from 1.4 on, -1 is 18446744073709551615. */
	if (strncmp(complaint->message, "Invalid UINT ", 13) == 0 &&
	    strtoull(what, NULL, 10) > INT64_MAX)
		snprintf(what, sizeof what, "%lld", (long long)strtoull(what, NULL, 10));
	text_printf(text, " cannot be '%s'", what);
}

static bool wrong_value(const struct yaml_complaint *complaint, const cyaml_schema_value_t *value,
			struct error *error)
{
	struct text text = {0};

	put_mistake(&text, complaint);
	text_put(&text, "; write ");
	put_advice(&text, value);
	error_set(error, "%s:%u: %s", complaint->path, complaint->line ? complaint->line : 1,
		  text_string(&text));
	text_free(&text);
	return false;
}

bool yaml_explain(const struct yaml_complaint *complaint, cyaml_err_t code, struct error *error)
{
	const char *field = complaint->field_count ? complaint->fields[0] : "";
	const cyaml_schema_value_t *mapping, *value = find_value(complaint, &mapping);
	char key[128];

	switch (code) {
	case CYAML_ERR_INVALID_KEY:
		return unknown_key(complaint, mapping, error);
	case CYAML_ERR_INVALID_VALUE:
		return wrong_value(complaint, value, error);
	case CYAML_ERR_MAPPING_FIELD_MISSING:
		detail(complaint, key, sizeof key);
		return error_set(error, "%s:%u: the key '%s' is missing; add it", complaint->path,
				 line_of_entry(complaint), key);
	case CYAML_ERR_STRING_LENGTH_MIN:
	case CYAML_ERR_SEQUENCE_ENTRIES_MIN:
		return error_set(error, "%s:%u: '%s' is empty; write something or take it out",
				 complaint->path, complaint->line, field);
	case CYAML_ERR_SEQUENCE_ENTRIES_MAX:
		return error_set(error, "%s:%u: '%s' has too many entries; take some out",
				 complaint->path, complaint->line, field);
	default:
		return error_set(error, "%s:%u: %s (%s); correct it", complaint->path,
				 complaint->line ? complaint->line : 1, cyaml_strerror(code),
				 complaint->message);
	}
}
