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

#include <stddef.h>
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
 * Its parts. An object that serves several targets cannot know which it will be linked for, so the
 * target is a part of its own: linkers put sections of one name in the order of what follows the $.
 */
struct heapkit_section_head {
	char magic[8];
	uint32_t version;
	uint32_t size;
	char kind[16];
	uint32_t time_limit;
	uint32_t reserved;
	char source[96];
};

struct heapkit_section_tail {
	char requirements[96];
	char title[160];
};

_Static_assert(sizeof(struct heapkit_section_head) == offsetof(struct heapkit_section, target) &&
		   sizeof(struct heapkit_section_tail) ==
		       sizeof(struct heapkit_section) -
			   offsetof(struct heapkit_section, requirements),
	       "together the parts are the record");

/* Compilers align large objects more than their types say; here nothing may lie between them. */
#define HEAPKIT_PART(part_)                                                                        \
	__attribute__((section(HEAPKIT_SECTION_NAME "$" part_), used, aligned(8)))

/*
 * Puts the record into the program, all but the target. `kind_`, `source_` and `requirements_` are
 * string literals; the rest is the title and, behind it, any further designated fields
 * (`.time_limit = 20`).
 */
#define HEAPKIT_DESCRIBE_CODE(kind_, source_, requirements_, ...)                                  \
	HEAPKIT_PART("a")                                                                          \
	const struct heapkit_section_head heapkit_section_head = {                                 \
	    .magic = HEAPKIT_SECTION_MAGIC,                                                        \
	    .version = HEAPKIT_SECTION_VERSION,                                                    \
	    .size = sizeof(struct heapkit_section),                                                \
	    .kind = kind_,                                                                         \
	    .source = source_,                                                                     \
	    HEAPKIT_FURTHER(__VA_ARGS__, )};                                                       \
	HEAPKIT_PART("c")                                                                          \
	const struct heapkit_section_tail heapkit_section_tail = {                                 \
	    .requirements = requirements_, .title = HEAPKIT_TITLE(__VA_ARGS__, )}

#define HEAPKIT_TITLE(title_, ...) title_
#define HEAPKIT_FURTHER(title_, ...) __VA_ARGS__

/* The target it was linked for: once in each program. */
#define HEAPKIT_DESCRIBE_TARGET                                                                    \
	HEAPKIT_PART("b")                                                                          \
	const char heapkit_section_target[sizeof((struct heapkit_section *)0)->target] =           \
	    HEAPKIT_TARGET

/* Both, for a program whose code is compiled for one target. */
#define HEAPKIT_DESCRIBE(kind_, source_, requirements_, ...)                                       \
	HEAPKIT_DESCRIBE_TARGET;                                                                   \
	HEAPKIT_DESCRIBE_CODE(kind_, source_, requirements_, __VA_ARGS__)

#endif
