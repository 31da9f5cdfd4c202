/* SPDX-License-Identifier: MIT */
/*
 * Reads a .yaml file by a schema of libcyaml. What is wrong with it becomes one line,
 *
 *   FILE:LINE: what is wrong; what to do
 *
 * Refused are, beside what the schema refuses: what is no YAML, a key that stands there twice,
 * aliases, a second document, control characters, deep nesting, a file of more than a megabyte.
 */
#ifndef HEAPKIT_YAML_FILE_H
#define HEAPKIT_YAML_FILE_H

#include <cyaml/cyaml.h>
#include <stdbool.h>

#include "error.h"
#include "yaml-scan.h"

struct yaml_file {
	const char *path; /* borrowed */
	void *data;       /* as the schema lays it out, each block to be freed with free() */
	unsigned count;   /* entries, where the schema is a sequence */
	struct yaml_marks marks;
};

/*
 * The schema is a mapping or a sequence of mappings. On success the caller takes `data` over and
 * calls yaml_file_end() when no error can name a line of the file any more.
 */
bool yaml_file_load(const char *path, const cyaml_schema_value_t *schema, struct yaml_file *file,
		    struct error *error);

/* The same of bytes that were read already; errors call them `path`. */
bool yaml_file_parse(const char *path, const unsigned char *bytes, size_t size,
		     const cyaml_schema_value_t *schema, struct yaml_file *file,
		     struct error *error);
void yaml_file_end(struct yaml_file *file);

/* The line of a key of entry 0, 1, … (of the file itself, where it is a mapping: entry 0). */
unsigned yaml_file_line(const struct yaml_file *file, unsigned entry, const char *key);

/* Whether entry 0, 1, … has that key. */
bool yaml_file_has(const struct yaml_file *file, unsigned entry, const char *key);

/* Sets an error about that key; returns false. */
bool yaml_file_error(const struct yaml_file *file, unsigned entry, const char *key,
		     struct error *error, const char *format, ...) PRINTF_LIKE(5, 6);

/* Makes one line of a text that may be folded or end with a line break: in place, NULL stays NULL.
 */
void yaml_one_line(char *text);

#endif
