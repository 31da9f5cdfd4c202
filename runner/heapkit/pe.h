/* SPDX-License-Identifier: MIT */
/*
 * Reads what the runner wants to know of a PE program: its machine, its imports, its .heapkit
 * record. Trusts nothing: every offset is checked against the file. Format:
 * https://learn.microsoft.com/windows/win32/debug/pe-format
 */
#ifndef HEAPKIT_PE_H
#define HEAPKIT_PE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../../kit/section.h"
#include "error.h"

enum { PE_MACHINE_I386 = 0x14C, PE_MACHINE_AMD64 = 0x8664, PE_MACHINE_ARM64 = 0xAA64 };

struct pe {
	uint16_t machine;
	unsigned bits; /* 32 or 64 */
	bool has_section;
	struct heapkit_section section; /* valid where has_section; all texts end with a NUL */
	size_t import_count;
	char **imports; /* names in the order of the file; imports by ordinal are left out */
};

/*
 * Reads the file. Returns false and sets the error where it cannot be read, is no PE program, is
 * truncated or has a broken .heapkit section. The text names the path, what is wrong and, for a
 * file in a cases folder, what to do. The caller calls pe_free() after success.
 */
bool pe_read(const char *path, struct pe *pe, struct error *error);

/* The same for bytes in memory; `path` is only for messages. */
bool pe_parse(const char *path, const unsigned char *bytes, size_t size, struct pe *pe,
	      struct error *error);

void pe_free(struct pe *pe);

/* Whether the program imports a function of that name. */
bool pe_imports(const struct pe *pe, const char *name);

/* "x86_64", "i686", "aarch64", or "unknown". */
const char *pe_processor(const struct pe *pe);

#endif
