/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const struct {
	const char *name;
	SIZE_T initial_size, maximum_size;
} rows[] = {
    {"growable", 0, 0},
    {"growable with an initial size", 0x10000, 0},
    {"of fixed size", 0x1000, 0x100000},
};

CASE("HVL-01", "a heap that was just made is found intact")
{
	for (int i = 0; i < 3; i++) {
		where("heap", rows[i].name);
		ck_assert(HeapValidate(create_heap(0, rows[i].initial_size, rows[i].maximum_size),
				       0, NULL));
	}
}
