/* SPDX-License-Identifier: MIT */
/* clang-format off */
/*
 * The .heapkit section: what a PE program of the kit says about itself.
 *
 * Every program that heapkit builds carries one record of this layout at the start of a section
 * named ".heapkit". A folder of such programs is a complete suite: no list beside it can go stale.
 * All numbers are little endian, all texts are UTF-8, end with a NUL and are padded with NULs;
 * there are no pointers, so a reader needs no loader. A reader accepts a record whose `size` is
 * larger than it knows (fields were added behind) and refuses another `version`.
 *
 *   offset  bytes  field
 *        0      8  magic          "HEAPKIT" and a NUL
 *        8      4  version        1
 *       12      4  size           of the record in bytes, 416
 *       16     16  kind           "case", "program-case", "canary" or "program"
 *       32      4  time_limit     seconds the program may need; 0: the runner's own limit
 *       36      4  reserved       0
 *       40     96  source         the path of its source, "cases/AREA/WORDS.c"; the id of a case
 *                                 is AREA/WORDS
 *      136     24  target         "x86_64-bare"
 *      160     96  requirements   ids with single spaces between them: "GPH-05 GPH-06"
 *      256    160  title          one line; of a canary what it must do: "status 42", "text WORD"
 */
/* clang-format on */
#ifndef HEAPKIT_SECTION_H
#define HEAPKIT_SECTION_H

#include <stdint.h>

#define HEAPKIT_SECTION_NAME ".heapkit"
#define HEAPKIT_SECTION_MAGIC "HEAPKIT"
#define HEAPKIT_SECTION_VERSION 1

struct heapkit_section {
	char magic[8];
	uint32_t version;
	uint32_t size;
	char kind[16];
	uint32_t time_limit;
	uint32_t reserved;
	char source[96];
	char target[24];
	char requirements[96];
	char title[160];
};

_Static_assert(sizeof(struct heapkit_section) == 416, "the layout is a contract");

/*
 * Puts the record into the program. `kind_`, `source_` and `requirements_` are string literals; the
 * rest is the title and, behind it, any further designated fields (`.time_limit = 20`).
 */
#define HEAPKIT_DESCRIBE(kind_, source_, requirements_, ...)                                       \
	__attribute__((section(HEAPKIT_SECTION_NAME), used))                                       \
	const struct heapkit_section heapkit_section = {.magic = HEAPKIT_SECTION_MAGIC,            \
							.version = HEAPKIT_SECTION_VERSION,        \
							.size = sizeof(struct heapkit_section),    \
							.kind = kind_,                             \
							.source = source_,                         \
							.target = HEAPKIT_TARGET,                  \
							.requirements = requirements_,             \
							.title = __VA_ARGS__}

#endif
