/* SPDX-License-Identifier: MIT */
/*
 * Minimal PE programs for tests: one that returns 0 at once, with an import table of KERNEL32.dll
 * and a .heapkit section. Windows and Wine can start it, so a fake suite is a suite.
 *
 * Its layout is fixed, so that a test can break one byte on purpose: see the offsets below.
 */
#ifndef HEAPKIT_MAKE_PE_H
#define HEAPKIT_MAKE_PE_H

#include <stddef.h>

#include "../../kit/section.h"

enum {
	MAKE_PE_SIGNATURE = 0x40, /* "PE\0\0", then the COFF header */
	MAKE_PE_COFF = 0x44,
	MAKE_PE_OPTIONAL = 0x58,
	MAKE_PE_CODE = 0x200, /* .text in the file */
	MAKE_PE_IMPORTS =
	    0x400, /* .idata in the file: two descriptors, then the two tables, names */
	MAKE_PE_CODE_ADDRESS = 0x1000,
	MAKE_PE_IMPORTS_ADDRESS = 0x2000,
};

/* A record with these texts, each cut to its field; an empty one stays empty. */
struct heapkit_section make_section(const char *kind, const char *source, const char *target,
				    const char *requirements, const char *title);

/*
 * The bytes of a program. `section` NULL: without a .heapkit section; `bits` 32 or 64; `imports`
 * ends with NULL. The caller frees them.
 */
unsigned char *make_pe_image(const struct heapkit_section *section, int bits,
			     const char *const *imports, size_t *size);

/* The same as a file, which is replaced; ends the test program where it cannot be written. */
void make_pe(const char *path, const struct heapkit_section *section, int bits,
	     const char *const *imports);

/* Where the header of section `index` lies in the file: .text, .idata, .heapkit. */
size_t make_pe_section_header(int bits, unsigned index);

#endif
