/* SPDX-License-Identifier: MIT */
#include "judge.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lines.h"
#include "tap.h"

/* Automake's numbers, as the kit ends with. */
enum { STATUS_PASS = 0, STATUS_FAIL = 1, STATUS_SKIP = 77, STATUS_BROKEN = 99 };

enum { LONGEST_NAME = 128 /* of a function */ };

/*
 * What a program ends with when a function is missing: by a Windows loader, for a DLL, an ordinal
 * or a name, and by a stub of Wine. In text the latter is WINE_STUB.
 */
static const uint32_t missing_statuses[] = {0xC0000135, 0xC0000138, 0xC0000139, 0x80000100};
#define WINE_STUB "0x80000100"

void ending_from_json(const json_t *answer, struct ending *ending)
{
	ending->started = json_is_true(json_object_get(answer, "started"));
	ending->start_error = xstrdup(json_string_value(json_object_get(answer, "error")));
	ending->timed_out = json_is_true(json_object_get(answer, "timed_out"));
	ending->flooded = json_is_true(json_object_get(answer, "flooded"));
	ending->lane_ended = false;
	ending->status = json_integer_value(json_object_get(answer, "status"));
	ending->signal = (int)json_integer_value(json_object_get(answer, "signal"));
	ending->seconds = json_number_value(json_object_get(answer, "seconds"));
	ending->limit = json_number_value(json_object_get(answer, "timeout"));
	ending->output = bytes_from_json(json_object_get(answer, "out"), &ending->output_size);
	ending->errors = bytes_from_json(json_object_get(answer, "err"), &ending->errors_size);
}

void ending_free(struct ending *ending)
{
	free(ending->start_error);
	free(ending->output);
	free(ending->errors);
}

void judgement_set(struct judgement *judgement, enum outcome outcome, const char *format, ...)
{
	va_list arguments;

	free(judgement->message);
	va_start(arguments, format);
	judgement->message = xformat_list(format, arguments);
	va_end(arguments);
	judgement->outcome = outcome;
}

void judgement_free(struct judgement *judgement)
{
	free(judgement->unimplemented);
	free(judgement->message);
	free(judgement->got);
	free(judgement->want);
	free(judgement->at);
	json_decref(judgement->observations);
	memset(judgement, 0, sizeof *judgement);
}

/* "ended with status 134", "was ended by signal 6". */
static void describe_end(const struct ending *ending, char *text, size_t size)
{
	if (ending->signal)
		snprintf(text, size, "was ended by signal %d", ending->signal);
	else if (ending->status > 255 || ending->status < 0)
		snprintf(text, size, "ended with status 0x%08" PRIX32, (uint32_t)ending->status);
	else
		snprintf(text, size, "ended with status %" PRId64, ending->status);
}

static bool is_name_byte(char byte)
{
	return isalnum((unsigned char)byte) || byte == '_';
}

/* `name` as a whole word: GetProcessHeap is not named by GetProcessHeaps. */
static bool names_function(const char *line, size_t length, const char *name)
{
	const size_t wanted = strlen(name);

	for (size_t i = 0; i + wanted <= length; i++)
		if (memcmp(line + i, name, wanted) == 0 && (i == 0 || !is_name_byte(line[i - 1])) &&
		    (i + wanted == length || !is_name_byte(line[i + wanted])))
			return true;
	return false;
}

/* The last line that has text in it and is not the kit's own. */
static bool last_line(const char *bytes, size_t size, const char **line, size_t *length)
{
	bool found = false;

	for (size_t start = 0; start < size;) {
		const char *newline = memchr(bytes + start, '\n', size - start);
		const size_t end = newline ? (size_t)(newline - bytes) : size;
		size_t stop = end;

		while (stop > start && isspace((unsigned char)bytes[stop - 1]))
			stop--;
		if (stop > start && !tap_is_own_line(bytes + start, stop - start)) {
			*line = bytes + start;
			*length = stop - start;
			found = true;
		}
		start = end + 1;
	}
	return found;
}

static char *named_in_last_line(const struct program *program, const char *bytes, size_t size)
{
	const char *line;
	size_t length;

	if (!last_line(bytes, size, &line, &length))
		return NULL;
	for (size_t i = 0; i < program->pe.import_count; i++)
		if (names_function(line, length, program->pe.imports[i]))
			return xstrdup(program->pe.imports[i]);
	return NULL;
}

/* A pattern holds {name} where the implementation puts the function's name. */
static char *found_by_pattern(const char *pattern, const char *bytes)
{
	const char *hole = strstr(pattern, "{name}");
	const char *after = hole ? hole + strlen("{name}") : "";
	char *before, *name = NULL;

	if (!hole)
		return NULL;
	before = xformat("%.*s", (int)(hole - pattern), pattern);
	for (const char *place = bytes; !name && (place = strstr(place, before)) && *place;
	     place++) {
		const char *start = place + strlen(before);
		size_t length = 0;

		while (length < LONGEST_NAME && is_name_byte(start[length]))
			length++;
		if (length && strncmp(start + length, after, strlen(after)) == 0)
			name = xformat("%.*s", (int)length, start);
	}
	free(before);
	return name;
}

char *judge_unimplemented(const struct program *program,
			  const struct implementation *implementation, const struct ending *ending)
{
	char *name = named_in_last_line(program, ending->errors, ending->errors_size);

	if (!name)
		name = named_in_last_line(program, ending->output, ending->output_size);
	for (unsigned i = 0; !name && i < implementation->unimplemented_count; i++) {
		name = found_by_pattern(implementation->unimplemented[i], ending->errors);
		if (!name)
			name = found_by_pattern(implementation->unimplemented[i], ending->output);
	}
	return name;
}

static void set_unimplemented(struct judgement *judgement, char *name)
{
	judgement_set(judgement, OUTCOME_UNIMPLEMENTED, "unimplemented: %s",
		      name ? name : "a function it calls");
	judgement->unimplemented = name;
}

static bool ended_by_missing(const struct ending *ending)
{
	for (size_t i = 0; i < sizeof missing_statuses / sizeof missing_statuses[0]; i++)
		if ((uint32_t)ending->status == missing_statuses[i])
			return true;
	return false;
}

/* The kit names a function that it did not find, and the one behind a Wine stub's exception. */
static bool judge_bail(const struct tap *tap, struct judgement *judgement)
{
	const char *name;

	if (!tap->bail)
		return false;
	name = strstr(tap->bail, " unimplemented ");
	if (name || strstr(tap->bail, WINE_STUB))
		set_unimplemented(judgement,
				  name ? xstrdup(name + strlen(" unimplemented ")) : NULL);
	else
		judgement_set(judgement, OUTCOME_CRASH, "crashed%s%s", *tap->bail ? ":" : "",
			      tap->bail);
	return true;
}

static void judge_without_verdict(const struct program *program,
				  const struct implementation *implementation,
				  const struct ending *ending, struct judgement *judgement)
{
	char *name = judge_unimplemented(program, implementation, ending);
	char end[64];

	if (name || ended_by_missing(ending)) {
		set_unimplemented(judgement, name);
		return;
	}
	describe_end(ending, end, sizeof end);
	judgement_set(judgement, OUTCOME_CRASH, "%s without a verdict", end);
	judgement->silent = ending->output_size == 0 && ending->errors_size == 0;
}

/* The message with the row of a table or the round of a loop that it speaks of. */
static char *message_of(const struct tap *tap)
{
	char *message = tap_field(tap, "message"), *place = tap_field(tap, "where"), *both;

	if (!message || !place) {
		free(place);
		return message;
	}
	both = xformat("%s where %s", message, place);
	free(message);
	free(place);
	return both;
}

static void take_fields(const struct tap *tap, struct judgement *judgement)
{
	char *outcome = tap_field(tap, "outcome");

	judgement->outcome =
	    outcome && strcmp(outcome, "broken") == 0 ? OUTCOME_BROKEN : OUTCOME_FAIL;
	free(outcome);
	free(judgement->message);
	judgement->message = message_of(tap);
	if (!judgement->message && tap->block_is_cut)
		judgement->message = xformat(
		    "its block of YAML has more than %d bytes: see its output", (int)TAP_BLOCK);
	judgement->got = tap_field(tap, "got");
	judgement->want = tap_field(tap, "want");
	judgement->at = tap_field(tap, "at");
}

static void judge_text(const struct program *program, const struct implementation *implementation,
		       const struct belief *belief, const struct ending *ending, struct tap *tap,
		       struct judgement *judgement)
{
	const int64_t status = tap->verdict == TAP_SKIP ? STATUS_SKIP : STATUS_PASS;
	char end[64];

	describe_end(ending, end, sizeof end);
	if (tap->verdicts > 1)
		judgement_set(judgement, OUTCOME_CRASH, "gave %u verdicts", tap->verdicts);
	else if (judge_bail(tap, judgement))
		return;
	else if (tap->verdict == TAP_NONE)
		judge_without_verdict(program, implementation, ending, judgement);
	else if (!tap->title || strcmp(tap->title, program->pe.section.title) != 0)
		judgement_set(judgement, OUTCOME_CRASH, "gave a verdict on something else");
	else if (tap->verdict == TAP_NOT_OK)
		take_fields(tap, judgement);
	else if (belief->status && (ending->status != status || ending->signal))
		judgement_set(judgement, OUTCOME_CRASH, "said ok and then %s", end);
	else if (tap->verdict == TAP_SKIP)
		judgement_set(judgement, OUTCOME_SKIP, "%s", tap->reason ? tap->reason : "");
	else
		judgement->outcome = OUTCOME_PASS;
}

static void judge_status(const struct program *program, const struct implementation *implementation,
			 const struct ending *ending, struct judgement *judgement)
{
	if (ending->signal == 0 && ending->status == STATUS_PASS)
		judgement->outcome = OUTCOME_PASS;
	else if (ending->signal == 0 && ending->status == STATUS_FAIL)
		judgement_set(judgement, OUTCOME_FAIL,
			      "ended with status 1; its text cannot be read here");
	else if (ending->signal == 0 && ending->status == STATUS_SKIP)
		judgement_set(judgement, OUTCOME_SKIP, "its reason cannot be read here");
	else if (ending->signal == 0 && ending->status == STATUS_BROKEN)
		judgement_set(judgement, OUTCOME_BROKEN, "its set-up failed");
	else
		judge_without_verdict(program, implementation, ending, judgement);
}

void judge(const struct program *program, const struct implementation *implementation,
	   const struct belief *belief, const struct ending *ending, struct judgement *judgement)
{
	struct tap tap;

	memset(judgement, 0, sizeof *judgement);
	tap_read(ending->output, ending->output_size, &tap);
	judgement->observations = json_incref(tap.observations);
	if (!ending->started)
		judgement_set(judgement, OUTCOME_CRASH, "could not be started: %s",
			      ending->start_error);
	else if (ending->lane_ended)
		judgement_set(judgement, OUTCOME_CRASH,
			      "ended the lane, heapkit's own process, whenever it ran");
	else if (ending->timed_out)
		judgement_set(judgement, OUTCOME_TIMEOUT, "did not end within %.1f s",
			      ending->limit);
	else if (ending->flooded)
		judgement_set(judgement, OUTCOME_CRASH, "printed more than a case may");
	else if (program->kind == KIND_PROGRAM) {
		char *name = judge_unimplemented(program, implementation, ending);

		if ((name || ended_by_missing(ending)) && ending->output_size == 0) {
			set_unimplemented(judgement, name);
		} else {
			free(name);
			judge_program(belief, ending, judgement);
		}
	} else if (belief->text)
		judge_text(program, implementation, belief, ending, &tap, judgement);
	else
		judge_status(program, implementation, ending, judgement);
	tap_free(&tap);
}

bool judge_canary(const struct program *canary, const struct ending *ending)
{
	const char *title = canary->pe.section.title;

	if (!ending->started || ending->lane_ended || ending->timed_out || ending->flooded)
		return false;
	if (strncmp(title, "status ", 7) == 0)
		return ending->signal == 0 && ending->status == strtol(title + 7, NULL, 10);
	return strncmp(title, "text ", 5) == 0 && strstr(ending->output, title + 5) != NULL;
}
