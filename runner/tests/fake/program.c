/* SPDX-License-Identifier: MIT */
/* What the reference program does. */
#include <stdio.h>

#include "fake.h"

/* The forms of REF-07: with 0x and without, upper and lower case. */
void list_heaps(void)
{
	fputs("Process has 3 heaps.\r\n"
	      "Heap 0 at address: 0x000001aB.\r\n"
	      "Heap 1 at address: 0XCD.\r\n"
	      "Heap 2 at address: 00020000.\r\n",
	      stdout);
	end(0);
}

static void list_too_few(void)
{
	puts("Process has 2 heaps.\nHeap 0 at address: 10000.");
	end(0);
}

static void list_too_many(void)
{
	puts("Process has 1 heaps.\nHeap 0 at address: 10000.\nHeap 1 at address: 20000.");
	end(0);
}

static void list_out_of_order(void)
{
	puts("Process has 2 heaps.\nHeap 1 at address: 10000.\nHeap 0 at address: 20000.");
	end(0);
}

static void list_no_heap(void)
{
	puts("Process has 0 heaps.");
	end(0);
}

static void list_and_fail(void)
{
	puts("Process has 1 heaps.\nHeap 0 at address: 10000.");
	end(1);
}

static void list_with_errors(void)
{
	fputs("fixme: heaps\n", stderr);
	list_heaps();
}

static void list_with_nul(void)
{
	puts("Process has 1 heaps.\nHeap 0 at address: 10000.");
	putchar('\0');
	end(0);
}

static void meet_a_stranger(void)
{
	puts("Another component created a heap between calls. Please try again.");
	end(1);
}

static void meet_a_stranger_once(void)
{
	if (is_first_time())
		meet_a_stranger();
	list_heaps();
}

const struct behaviour program_behaviours[] = {
    {"program-silent", silent},
    {"program-crashes", crash},
    {"program-hangs", hang},
    {"program-floods", flood},
    {"program-lacks-enumeration", lack_enumeration},
    {"program-too-few", list_too_few},
    {"program-too-many", list_too_many},
    {"program-out-of-order", list_out_of_order},
    {"program-no-heap", list_no_heap},
    {"program-fails", list_and_fail},
    {"program-errors", list_with_errors},
    {"program-nul", list_with_nul},
    {"program-void", meet_a_stranger},
    {"program-void-once", meet_a_stranger_once},
    {NULL, NULL},
};
