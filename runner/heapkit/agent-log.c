/* SPDX-License-Identifier: MIT */
#include "agent-log.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "text.h"
#include "utf8.h"
#include "windows-errors.h"

enum {
	LOG_LIMIT = 1 << 30,
	LONGEST_LINE = 2048, /* more are bytes of something else */
	FORMAT = 1
};

static const char magic[] = "heapkit-agent ";

/* Where a log is being read. */
struct reader {
	const char *path;
	const char *bytes;
	size_t size, at;
	size_t record;    /* its number, from 1; 0: before the first */
	const char *name; /* of its program; NULL: not known yet */
	struct error *error;
};

/* The one error: it names the place first. */
PRINTF_LIKE(3, 4) static bool fail(struct reader *reader, size_t at, const char *format, ...)
{
	struct text text = {0};
	va_list arguments;
	char *what;

	va_start(arguments, format);
	what = xformat_list(format, arguments);
	va_end(arguments);
	text_printf(&text, "%s: byte %zu", reader->path, at);
	if (reader->record)
		text_printf(&text, ", record %zu", reader->record);
	if (reader->name)
		text_printf(&text, " (%s)", reader->name);
	text_printf(&text, ": %s", what);
	error_set(reader->error, "%s", text_string(&text));
	text_free(&text);
	free(what);
	return false;
}

static bool fail_cut(struct reader *reader)
{
	return fail(reader, reader->size,
		    "the log ends here, it is cut; copy it again, or let the agent run again");
}

#define CORRUPT "the log is corrupt; copy it again, byte for byte"

/* The line that begins with the key, without its end; 0 bytes and the error where there is none. */
static size_t find_line(struct reader *reader, const char *key)
{
	const char *line = reader->bytes + reader->at;
	const size_t left = reader->size - reader->at, length = strlen(key);
	const char *end = memchr(line, '\n', left < LONGEST_LINE ? left : LONGEST_LINE);

	if (strncmp(line, key, left < length ? left : length) != 0)
		fail(reader, reader->at, "there is no line \"%.*s\"; " CORRUPT,
		     (int)strcspn(key, ": "), key);
	else if (!end && left < LONGEST_LINE)
		fail_cut(reader);
	else if (!end)
		fail(reader, reader->at, "a line without an end; " CORRUPT);
	else if (end[-1] == '\r')
		fail(reader, reader->at,
		     "the line ends with CR LF, so something changed the log; copy it byte for "
		     "byte");
	else
		return (size_t)(end - line);
	return 0;
}

/* What stands in the line behind the key, which the caller frees; NULL and the error. */
static char *take(struct reader *reader, const char *key)
{
	const char *line = reader->bytes + reader->at;
	const size_t size = find_line(reader, key), length = strlen(key);
	char *value;

	if (!size)
		return NULL;
	value = xformat("%.*s", (int)(size - length), line + length);
	if (strlen(value) == size - length && utf8_is_line(value)) {
		reader->at += size + 1;
		return value;
	}
	free(value);
	fail(reader, reader->at, "the line is no text; " CORRUPT);
	return NULL;
}

/* A number of so many hexadecimal digits, or with 0 of them a decimal one of 32 bits. */
static bool parse(const char *text, size_t digits, uint64_t *number)
{
	char *end;

	if (strspn(text, digits ? "0123456789abcdef" : "0123456789") != strlen(text) || !*text)
		return false;
	if (digits ? strlen(text) != digits : strlen(text) > 10)
		return false;
	*number = strtoull(text, &end, digits ? 16 : 10);
	return digits || *number <= UINT32_MAX;
}

static bool take_number(struct reader *reader, const char *key, size_t digits, uint64_t *number)
{
	const size_t at = reader->at;
	char *value = take(reader, key);
	bool good;

	if (!value)
		return false;
	good = parse(value, digits, number);
	if (!good)
		fail(reader, at, "\"%s%s\" is no number of the agent's; " CORRUPT, key, value);
	free(value);
	return good;
}

static bool take_end(struct reader *reader, struct ending *ending)
{
	static const char not_started[] = "not-started ";
	const size_t at = reader->at;
	uint64_t number = 0;
	bool good = true;
	char *value = take(reader, "ended: ");

	if (!value)
		return false;
	ending->started = true;
	if (strcmp(value, "timed-out") == 0)
		ending->timed_out = true;
	else if (strcmp(value, "flooded") == 0)
		ending->flooded = true;
	else if (strncmp(value, not_started, strlen(not_started)) == 0) {
		ending->started = false;
		good = parse(value + strlen(not_started), 0, &number);
	} else
		good = strncmp(value, "0x", 2) == 0 && parse(value + 2, 8, &number);
	if (!good)
		fail(reader, at, "\"ended: %s\" is no end of a program; " CORRUPT, value);
	else if (ending->started)
		ending->status = (int64_t)number;
	else
		ending->start_error = windows_start_error(number);
	free(value);
	return good;
}

/* The bytes of a stream and the newline behind them. */
static bool take_output(struct reader *reader, const char *key, char **bytes, size_t *size)
{
	uint64_t number;

	if (!take_number(reader, key, 0, &number))
		return false;
	if (number >= reader->size - reader->at)
		return fail_cut(reader);
	if (reader->bytes[reader->at + number] != '\n')
		return fail(reader, reader->at + (size_t)number,
			    "there is no end of the %" PRIu64 " bytes of %.*s; " CORRUPT, number,
			    (int)strcspn(key, ":"), key);
	*bytes = (char *)reader->bytes + reader->at;
	*size = (size_t)number;
	reader->at += (size_t)number + 1;
	return true;
}

uint32_t agent_log_check(const char *bytes, size_t size)
{
	uint32_t check = 2166136261u;

	for (size_t i = 0; i < size; i++)
		check = (check ^ (unsigned char)bytes[i]) * 16777619u;
	return check;
}

static bool take_check(struct reader *reader, size_t begin)
{
	const size_t at = reader->at;
	const uint32_t want = agent_log_check(reader->bytes + begin, at - begin);
	uint64_t check;

	if (!take_number(reader, "check: ", 8, &check))
		return false;
	return check == want ||
	       fail(reader, at, "the check sum is %08" PRIx64 ", not %08" PRIx32 "; " CORRUPT,
		    check, want);
}

static bool take_name(struct reader *reader, struct agent_log_record *record)
{
	record->name = take(reader, "program: ");
	if (!record->name)
		return false;
	for (char *at = record->name; *at; at++)
		if (*at == '\\')
			*at = '/';
	reader->name = record->name;
	return true;
}

static bool take_record(struct reader *reader, struct agent_log_record *record)
{
	struct ending *ending = &record->ending;
	uint64_t limit, attempts, milliseconds;

	record->offset = reader->at;
	if (!take_name(reader, record) || !take_number(reader, "digest: ", 16, &record->digest) ||
	    !take_number(reader, "limit: ", 0, &limit) || !take_end(reader, ending) ||
	    !take_number(reader, "attempts: ", 0, &attempts) ||
	    !take_number(reader, "milliseconds: ", 0, &milliseconds) ||
	    !take_output(reader, "output: ", &ending->output, &ending->output_size) ||
	    !take_output(reader, "errors: ", &ending->errors, &ending->errors_size) ||
	    !take_check(reader, record->offset))
		return false;
	/* Whoever reads them as strings finds an end. */
	ending->output[ending->output_size] = ending->errors[ending->errors_size] = '\0';
	ending->limit = (double)limit / 1000;
	ending->seconds = (double)milliseconds / 1000;
	record->attempts = (unsigned)attempts;
	return true;
}

static bool begins_with(const struct reader *reader, const char *key)
{
	const size_t left = reader->size - reader->at, length = strlen(key);

	return left >= length && memcmp(reader->bytes + reader->at, key, length) == 0;
}

static bool take_records(struct reader *reader, struct agent_log *log)
{
	while (!begins_with(reader, "end: ")) {
		struct agent_log_record *record;

		log->records = xrealloc(log->records, (log->count + 1) * sizeof *log->records);
		record = &log->records[log->count++];
		memset(record, 0, sizeof *record);
		reader->record = log->count;
		reader->name = NULL;
		/* Also of the end, which is not there: a cut log lacks it or has half of it. */
		if (strncmp(reader->bytes + reader->at, "end: ", reader->size - reader->at) == 0)
			return fail_cut(reader);
		if (!take_record(reader, record))
			return false;
	}
	return true;
}

static bool take_heading(struct reader *reader, struct agent_log *log)
{
	uint64_t format;

	if (reader->size == 0)
		return fail(reader, 0, "the log is empty; let the agent run again");
	if (strncmp(reader->bytes, "\xFF\xFE", 2) == 0)
		return fail(reader, 0,
			    "is UTF-16, as PowerShell's > writes; name the log as the second word "
			    "of the agent's command instead");
	if (strncmp(reader->bytes, magic,
		    reader->size < strlen(magic) ? reader->size : strlen(magic)) != 0)
		return fail(reader, 0, "is no log of the agent; give the file that it wrote");
	if (!take_number(reader, magic, 0, &format))
		return false;
	if (format != FORMAT)
		return fail(reader, 0,
			    "is a log of format %" PRIu64 ", and this heapkit reads format %d; "
			    "use the agent and the heapkit of one version",
			    format, FORMAT);
	log->system = take(reader, "system: ");
	if (log->system)
		log->started = take(reader, "started: ");
	return log->started != NULL;
}

static bool take_footer(struct reader *reader, const struct agent_log *log)
{
	const size_t at = reader->at;
	uint64_t count;

	reader->record = 0;
	reader->name = NULL;
	if (!take_number(reader, "end: ", 0, &count))
		return false;
	if (count != log->count)
		return fail(reader, at,
			    "the end speaks of %" PRIu64 " programs, not of %zu; " CORRUPT, count,
			    log->count);
	return reader->at == reader->size ||
	       fail(reader, reader->at,
		    "something follows behind the end; give a log that holds one run of the agent");
}

bool agent_log_parse(const char *path, unsigned char *bytes, size_t size, struct agent_log *log,
		     struct error *error)
{
	struct reader reader = {
	    .path = path, .bytes = (const char *)bytes, .size = size, .error = error};

	*log = (struct agent_log){.bytes = bytes};
	return take_heading(&reader, log) && take_records(&reader, log) &&
	       take_footer(&reader, log);
}

bool agent_log_read(const char *path, struct agent_log *log, struct error *error)
{
	unsigned char *bytes;
	size_t size;

	*log = (struct agent_log){0};
	return file_read(path, LOG_LIMIT, &bytes, &size, error) &&
	       agent_log_parse(path, bytes, size, log, error);
}

void agent_log_free(struct agent_log *log)
{
	for (size_t i = 0; i < log->count; i++) {
		free(log->records[i].name);
		free(log->records[i].ending.start_error);
	}
	free(log->records);
	free(log->system);
	free(log->started);
	free(log->bytes);
	*log = (struct agent_log){0};
}
