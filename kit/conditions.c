/* SPDX-License-Identifier: MIT */
/* Conditions that are looked at on the way to a failure. */
#include "conditions-list.h"
#include "heapkit.h"
#include "verdict.h"

enum { ROOM = 4 };

static void (*conditions[ROOM])(void);
static unsigned count;

static void look_at_all(void)
{
	for (unsigned i = 0; i < count; i++)
		conditions[i]();
}

void heapkit_add_condition(void (*condition)(void))
{
	require(count < ROOM);
	conditions[count++] = condition;
	heapkit_before_blame = look_at_all;
}
