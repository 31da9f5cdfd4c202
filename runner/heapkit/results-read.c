/* SPDX-License-Identifier: MIT */
/*
 * Reads results and believes nothing: what a later part takes from a line has been checked here, so
 * that reports and comparisons need no checks of their own.
 */
#include "results.h"

#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "results-check.h"
#include "text.h"

enum { LARGEST = 1 << 30 /* bytes; what is larger is no file of results */ };

struct reader {
	const char *path;
	unsigned long line;
	struct results *results;
	json_t *seen; /* case and target -> line */
	bool begun;   /* the run may have been interrupted anywhere */
	size_t whole; /* bytes of the whole lines */
	struct error *error;
};

/* Puts the place before what is wrong there. */
static bool bad(const struct reader *reader, const char *problem)
{
	char *text = xstrdup(problem);

	error_set(reader->error, "%s:%lu: %s", reader->path, reader->line, text);
	free(text);
	return false;
}

static bool read_header(struct reader *reader, json_t *line)
{
	if (reader->results->header)
		return bad(reader, "a second header; these are two files of results in one");
	if (!results_check_header(line, reader->error))
		return bad(reader, reader->error->text);
	reader->results->header = json_incref(line);
	return true;
}

/* A case of one target has one result. */
static bool check_once(const struct reader *reader, const json_t *line)
{
	char *name = xformat("%s for %s", result_text(line, "case"), result_text(line, "target"));
	const json_t *before = json_object_get(reader->seen, name);
	struct text text = {0};

	text_visible(&text, name, text_write_line);
	text_printf(&text,
		    " stands there twice, first in line %lld; these are the results of two runs",
		    (long long)json_integer_value(before));
	if (before)
		bad(reader, text_string(&text));
	else
		json_object_set_new(reader->seen, name, json_integer((json_int_t)reader->line));
	text_free(&text);
	free(name);
	return !before;
}

static bool read_case(struct reader *reader, json_t *line)
{
	if (!results_check_case(line, reader->error))
		return bad(reader, reader->error->text);
	if (!check_once(reader, line))
		return false;
	json_array_append(reader->results->cases, line);
	return true;
}

static bool read_footer(struct reader *reader, json_t *line)
{
	if (!results_check_footer(line, reader->results, reader->error))
		return bad(reader, reader->error->text);
	reader->results->footer = json_incref(line);
	return true;
}

static bool read_line(struct reader *reader, json_t *line)
{
	if (reader->results->footer)
		return bad(reader,
			   "a line behind the footer; these are two files of results in one");
	if (json_object_get(line, "heapkit"))
		return read_header(reader, line);
	if (!reader->results->header)
		return bad(reader, "the first line is no header; these are not results of heapkit");
	if (json_object_get(line, "case"))
		return read_case(reader, line);
	if (json_object_get(line, "cases"))
		return read_footer(reader, line);
	return bad(reader, "neither header nor case nor footer; it was not written by heapkit");
}

/* The parser quotes what it found, which may be anything. */
static bool not_json(const struct reader *reader, const json_error_t *problem)
{
	struct text text = {0};

	text_put(&text, "not JSON: ");
	text_visible(&text, problem->text, text_write_line);
	text_put(&text, "; give a file that heapkit run --results wrote");
	bad(reader, text_string(&text));
	text_free(&text);
	return false;
}

static bool parse_line(struct reader *reader, const char *bytes, size_t size)
{
	json_error_t problem;
	json_t *line = json_loadb(bytes, size, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &problem);
	bool good;

	if (!line)
		return not_json(reader, &problem);
	good = json_is_object(line)
		   ? read_line(reader, line)
		   : bad(reader, "not an object; these are not results of heapkit");
	json_decref(line);
	return good;
}

/* The last line has no end, so the runner was ended while it wrote. */
static bool leave_out(struct reader *reader, const char *bytes, size_t size)
{
	static const char header[] = "{\"heapkit\":\"";
	const size_t length = size < sizeof header - 1 ? size : sizeof header - 1;

	if (!reader->begun)
		return bad(reader, "cut: the last line has no end; run again");
	/* This file is about to be written to: it must not be somebody's letter. */
	return reader->results->header || memcmp(bytes, header, length) == 0 ||
	       bad(reader, "the first line is no header; these are not results of heapkit");
}

static bool parse(struct reader *reader, const char *bytes, size_t size)
{
	const char *const start = bytes;

	if (size == 0 && !reader->begun)
		return error_set(reader->error, "%s: empty; the run wrote no results, run again",
				 reader->path);
	while (size > 0) {
		const char *end = memchr(bytes, '\n', size);
		const size_t length = end ? (size_t)(end - bytes) : size;

		reader->line++;
		if (!end && (*bytes == '{' || reader->begun))
			return leave_out(reader, bytes, length);
		if (!parse_line(reader, bytes, length))
			return false;
		bytes = end ? end + 1 : bytes + length;
		reader->whole = (size_t)(bytes - start);
		size -= length + (end != NULL);
	}
	return true;
}

static bool read_bytes(struct reader *reader, const char *bytes, size_t size)
{
	bool good;

	results_begin(reader->results, NULL);
	reader->seen = json_object();
	good = parse(reader, bytes, size);
	json_decref(reader->seen);
	if (!good)
		results_free(reader->results);
	return good;
}

static bool read_file(struct reader *reader)
{
	unsigned char *bytes = NULL;
	size_t size = 0;
	bool good;

	*reader->results = (struct results){0};
	good = file_read(reader->path, LARGEST, &bytes, &size, reader->error) &&
	       read_bytes(reader, (char *)bytes, size);
	free(bytes);
	return good;
}

bool results_parse(const char *path, const char *bytes, size_t size, struct results *results,
		   struct error *error)
{
	struct reader reader = {.path = path, .results = results, .error = error};

	return read_bytes(&reader, bytes, size);
}

bool results_read(const char *path, struct results *results, struct error *error)
{
	struct reader reader = {.path = path, .results = results, .error = error};

	return read_file(&reader);
}

bool results_read_begun(const char *path, struct results *results, size_t *size,
			struct error *error)
{
	struct reader reader = {.path = path, .results = results, .error = error, .begun = true};
	const bool good = read_file(&reader);

	*size = reader.whole;
	return good;
}
