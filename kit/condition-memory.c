/* SPDX-License-Identifier: MIT */
#include "conditions-list.h"
#include "heapkit.h"
#include "text.h"

static SIZE_T needed;

static void look_for_memory(void)
{
	static struct text why;
	void *const pages = VirtualAlloc(NULL, needed, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);

	if (pages) {
		VirtualFree(pages, 0, MEM_RELEASE);
		return;
	}
	text_add(&why, "needs ");
	text_add_uint(&why, (needed + 0xFFFFF) >> 20);
	text_add(&why, " MB of memory, which are not there");
	skip(why.bytes);
}

void judged_with_memory(SIZE_T bytes)
{
	needed = bytes;
	heapkit_add_condition(look_for_memory);
}
