/* SPDX-License-Identifier: MIT */
/* What a case says, and the judgement of it: any bytes give an outcome. */
#include <stdlib.h>
#include <string.h>

#include "judge.h"

static char function[] = "GetProcessHeaps";
static char *imports[] = {function};
static char pattern[] = "missing import {name} from";
static char *patterns[] = {pattern};

static void judge_as(enum program_kind kind, bool text, const struct ending *ending)
{
	const struct belief belief = {.status = !text, .text = text};
	const struct implementation implementation = {.unimplemented = patterns,
						      .unimplemented_count = 1};
	const struct program program = {
	    .kind = kind,
	    .pe = {.section = {.title = "title"}, .import_count = 1, .imports = imports}};
	struct judgement judgement;

	judge(&program, &implementation, &belief, ending, &judgement);
	judgement_free(&judgement);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char *output = xcalloc(size + 1, 1);
	const struct ending ending = {.started = true,
				      .status = 1,
				      .output = output,
				      .errors = output,
				      .output_size = size,
				      .errors_size = size};

	if (size)
		memcpy(output, bytes, size);
	judge_as(KIND_CASE, true, &ending);
	judge_as(KIND_CASE, false, &ending);
	judge_as(KIND_PROGRAM, true, &ending);
	free(output);
	return 0;
}
