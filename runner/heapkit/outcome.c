/* SPDX-License-Identifier: MIT */
#include "outcome.h"

#include <string.h>

static const char *const names[OUTCOME_COUNT] = {
    "pass", "fail", "skip", "broken", "unimplemented", "crash", "timeout",
};

const char *outcome_name(enum outcome outcome)
{
	return names[outcome];
}

bool outcome_parse(const char *name, enum outcome *outcome)
{
	for (int i = 0; i < OUTCOME_COUNT; i++)
		if (strcmp(name, names[i]) == 0) {
			*outcome = (enum outcome)i;
			return true;
		}
	return false;
}

bool outcome_is_unexpected(enum outcome outcome, enum outcome expected)
{
	return outcome != OUTCOME_SKIP && outcome != expected;
}
