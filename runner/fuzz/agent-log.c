/* SPDX-License-Identifier: MIT */
/*
 * The log of the agent: any bytes are read or refused, and what was read can be judged. A mutated
 * record gets its check sum, or nothing behind the sum would ever be reached.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "agent-log.h"

/* Of libFuzzer; not there when `make test` feeds files. */
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t size, size_t room) __attribute__((weak));

static size_t line_end(const uint8_t *bytes, size_t size, size_t at)
{
	const uint8_t *newline = memchr(bytes + at, '\n', size - at);

	return newline ? (size_t)(newline - bytes) + 1 : size;
}

static bool begins(const uint8_t *bytes, size_t size, size_t at, const char *key)
{
	return size - at >= strlen(key) && memcmp(bytes + at, key, strlen(key)) == 0;
}

static void write_check(uint8_t *digits, const uint8_t *bytes, size_t size)
{
	char text[9];

	snprintf(text, sizeof text, "%08x", agent_log_check((const char *)bytes, size));
	memcpy(digits, text, 8);
}

static void write_checks(uint8_t *bytes, size_t size)
{
	static const char program[] = "program: ", check[] = "check: ";
	size_t begin = 0;

	for (size_t at = 0; at < size; at = line_end(bytes, size, at)) {
		if (begins(bytes, size, at, program) && !begin)
			begin = at;
		if (!begin || !begins(bytes, size, at, check) || size - at < sizeof check + 8)
			continue;
		write_check(bytes + at + sizeof check - 1, bytes + begin, at - begin);
		begin = 0;
	}
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room, unsigned seed);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room, unsigned seed)
{
	size = LLVMFuzzerMutate(bytes, size, room);
	/* Once in a while a wrong sum is what is tried. */
	if (seed % 16)
		write_checks(bytes, size);
	return size;
}

static void judge_record(const struct agent_log_record *record)
{
	static const struct implementation unknown;
	const struct belief belief = {.status = true, .text = true};
	const struct program program = {.kind = KIND_CASE};
	struct judgement judgement;

	judge(&program, &unknown, &belief, &record->ending, &judgement);
	judgement_free(&judgement);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	unsigned char *copy = xcalloc(size + 1, 1);
	struct agent_log log;
	struct error error;

	if (size)
		memcpy(copy, bytes, size);
	if (agent_log_parse("fuzzed", copy, size, &log, &error))
		for (size_t i = 0; i < log.count; i++)
			judge_record(&log.records[i]);
	agent_log_free(&log);
	return 0;
}
