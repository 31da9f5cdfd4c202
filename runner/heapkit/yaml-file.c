/* SPDX-License-Identifier: MIT */
#include "yaml-file.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "yaml-explain.h"

enum { LARGEST_FILE = 1024 * 1024 };

/* What libcyaml allocates is freed piece by piece, with free(), which only this makes sure. */
static void *allocate(void *context, void *block, size_t size)
{
	(void)context;
	if (size > 0)
		return xrealloc(block, size);
	free(block);
	return NULL;
}

static bool load(const char *path, const unsigned char *bytes, size_t size,
		 const cyaml_schema_value_t *schema, struct yaml_file *file, struct error *error)
{
	struct yaml_complaint complaint = {.path = path, .schema = schema, .marks = &file->marks};
	const cyaml_config_t config = {.log_fn = yaml_complaint_log,
				       .log_ctx = &complaint,
				       .mem_fn = allocate,
				       .log_level = CYAML_LOG_ERROR,
				       .flags = CYAML_CFG_NO_ALIAS};
	const bool list = schema->type == CYAML_SEQUENCE;
	cyaml_err_t code;

	if (!yaml_scan(path, bytes, size, list, &file->marks, error))
		return false;
	code =
	    cyaml_load_data(bytes, size, &config, schema, &file->data, list ? &file->count : NULL);
	return code == CYAML_OK || yaml_explain(&complaint, code, error);
}

bool yaml_file_parse(const char *path, const unsigned char *bytes, size_t size,
		     const cyaml_schema_value_t *schema, struct yaml_file *file,
		     struct error *error)
{
	*file = (struct yaml_file){.path = path};
	if (load(path, bytes, size, schema, file, error))
		return true;
	yaml_file_end(file);
	return false;
}

bool yaml_file_load(const char *path, const cyaml_schema_value_t *schema, struct yaml_file *file,
		    struct error *error)
{
	unsigned char *bytes;
	size_t size;
	bool good;

	if (!file_read(path, LARGEST_FILE, &bytes, &size, error))
		return false;
	good = yaml_file_parse(path, bytes, size, schema, file, error);
	free(bytes);
	return good;
}

void yaml_file_end(struct yaml_file *file)
{
	yaml_marks_free(&file->marks);
}

/* The first mark of an entry or behind it: they stand in the order of the file. */
static size_t first_mark(const struct yaml_marks *marks, unsigned entry)
{
	size_t low = 0, high = marks->count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (marks->marks[middle].entry < entry)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The mark of an entry's key; of the entry itself where key is NULL. */
static const struct yaml_mark *find_mark(const struct yaml_file *file, unsigned entry,
					 const char *key)
{
	const struct yaml_marks *marks = &file->marks;

	for (size_t i = first_mark(marks, entry); i < marks->count; i++) {
		const struct yaml_mark *mark = &marks->marks[i];

		if (mark->entry != entry)
			break;
		if (mark->own && !mark->key == !key && (!key || strcmp(mark->key, key) == 0))
			return mark;
	}
	return NULL;
}

bool yaml_file_has(const struct yaml_file *file, unsigned entry, const char *key)
{
	return find_mark(file, entry, key) != NULL;
}

unsigned yaml_file_line(const struct yaml_file *file, unsigned entry, const char *key)
{
	const struct yaml_mark *mark = find_mark(file, entry, key);

	if (!mark)
		mark = find_mark(file, entry, NULL);
	return mark ? mark->line : 1;
}

bool yaml_file_error(const struct yaml_file *file, unsigned entry, const char *key,
		     struct error *error, const char *format, ...)
{
	char text[900];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	return error_set(error, "%s:%u: %s", file->path, yaml_file_line(file, entry, key), text);
}

void yaml_one_line(char *text)
{
	static const char blanks[] = " \t\n";
	char *to = text, *at = text;

	while (at && *(at += strspn(at, blanks))) {
		const size_t length = strcspn(at, blanks);

		if (to != text)
			*to++ = ' ';
		memmove(to, at, length);
		to += length;
		at += length;
	}
	if (text)
		*to = 0;
}
