/* SPDX-License-Identifier: MIT */
/*
 * The reference program judged from outside (REF-01 to REF-04): status 0, the count, that many
 * numbered address lines, nothing else.
 */
#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "judge.h"

/* How the program ends when a heap of somebody else appeared between its two calls. */
static const char appeared[] = "Another component created a heap between calls. Please try again.";

/* The next line without CR and LF, or NULL behind the last. */
static char *next_line(const char **rest)
{
	const size_t length = strcspn(*rest, "\n");
	const char *line = *rest;
	size_t end = length;

	if (!*line)
		return NULL;
	*rest += length + (line[length] == '\n');
	while (end && line[end - 1] == '\r')
		end--;
	return xformat("%.*s", (int)end, line);
}

static bool skip(const char **text, const char *expected)
{
	const size_t length = strlen(expected);

	if (strncmp(*text, expected, length) != 0)
		return false;
	*text += length;
	return true;
}

static bool skip_number(const char **text, unsigned long *number)
{
	char *end;

	if (!isdigit((unsigned char)**text))
		return false;
	*number = strtoul(*text, &end, 10);
	*text = end;
	return true;
}

static bool is_heading(const char *line, unsigned long *number)
{
	return skip(&line, "Process has ") && skip_number(&line, number) &&
	       strcmp(line, " heaps.") == 0 && *number > 0;
}

/* 0x may stand before the digits, in either case: REF-07. */
static bool is_address_line(const char *line, unsigned long index)
{
	unsigned long number;
	size_t digits = 0;

	if (!skip(&line, "Heap ") || !skip_number(&line, &number) || number != index ||
	    !skip(&line, " at address: "))
		return false;
	if (line[0] == '0' && (line[1] == 'x' || line[1] == 'X'))
		line += 2;
	while (isxdigit((unsigned char)line[digits]))
		digits++;
	return digits > 0 && strcmp(line + digits, ".") == 0;
}

static void fail(struct judgement *judgement, const char *message, const char *got,
		 const char *want)
{
	judgement_set(judgement, OUTCOME_FAIL, "%s", message);
	judgement->got = xstrdup(got);
	judgement->want = xstrdup(want);
}

static void judge_lines(const char *rest, struct judgement *judgement)
{
	char *line = next_line(&rest);
	unsigned long number = 0, index = 0;

	if (!line || !is_heading(line, &number)) {
		fail(judgement, "the first line", line ? line : "nothing", "Process has N heaps.");
		free(line);
		return;
	}
	free(line);
	while ((line = next_line(&rest))) {
		char *want = xformat("Heap %lu at address: ADDRESS.", index);

		if (index == number)
			fail(judgement, "a line too many", line, "nothing behind the last heap");
		else if (!is_address_line(line, index))
			fail(judgement, "a heap's line", line, want);
		free(want);
		free(line);
		if (judgement->outcome == OUTCOME_FAIL)
			return;
		index++;
	}
	if (index != number) {
		char *got = xformat("%lu", index), *want = xformat("%lu", number);

		fail(judgement, "the number of lines", got, want);
		free(got);
		free(want);
	}
}

void judge_program(const struct belief *belief, const struct ending *ending,
		   struct judgement *judgement)
{
	const char *rest = ending->output;
	char *first;

	judgement->outcome = OUTCOME_PASS;
	if (!belief->text) {
		judgement_set(judgement, OUTCOME_SKIP, "text of programs does not come back here");
		return;
	}
	first = next_line(&rest);
	judgement->is_void = first && strcmp(first, appeared) == 0 && !*rest;
	free(first);
	judgement->silent = ending->output_size == 0 && ending->errors_size == 0;
	if (memchr(ending->output, '\0', ending->output_size)) {
		fail(judgement, "its output", "a NUL", "text");
	} else if (ending->signal) {
		judgement_set(judgement, OUTCOME_CRASH, "was ended by signal %d", ending->signal);
	} else if (belief->status && ending->status) {
		char *got = xformat("%" PRId64, ending->status);

		fail(judgement, "its exit status", got, "0");
		free(got);
	} else {
		judge_lines(ending->output, judgement);
	}
	if (judgement->outcome == OUTCOME_PASS && ending->errors_size && !belief->noisy)
		fail(judgement, "stderr", ending->errors, "nothing");
}
