/* SPDX-License-Identifier: MIT */
/*
 * A PE file is headers, then sections. Inside a section things are named by their address in memory
 * (relative to where the program is loaded), which a section header translates into an offset in
 * the file. So everything here goes through two questions: is this piece of the file there (piece),
 * and where in the file is this address (locate). What answers no is damage, and ends the reading.
 */
#include "pe.h"

#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "utf8.h"

enum {
	LARGEST_FILE = 256 * 1024 * 1024,
	DOS_HEADER = 64,
	COFF_HEADER = 24, /* with the signature before it */
	SECTION_HEADER = 40,
	DESCRIPTOR = 20,
	IS_EXECUTABLE = 0x0002,
	IS_DLL = 0x2000,
};

struct reader {
	const char *path;
	const unsigned char *bytes;
	size_t size;
	size_t optional; /* offset of the optional header */
	unsigned optional_size;
	size_t sections; /* offset of the section headers */
	unsigned section_count;
	size_t names_size; /* of all imports so far */
	struct error *error;
};

static uint16_t number16(const unsigned char *at)
{
	return (uint16_t)(at[0] | at[1] << 8);
}

static uint32_t number32(const unsigned char *at)
{
	return number16(at) | (uint32_t)number16(at + 2) << 16;
}

static bool no_program(const struct reader *reader, const char *why)
{
	return error_set(reader->error, "%s: is no PE program: %s; take it away or build it again",
			 reader->path, why);
}

static bool damaged(const struct reader *reader, const char *what)
{
	return error_set(reader->error, "%s: is truncated or damaged: %s; build it again",
			 reader->path, what);
}

/* The bytes from offset on, or NULL where the file does not hold so many. */
static const unsigned char *piece(const struct reader *reader, size_t offset, size_t size)
{
	return offset <= reader->size && size <= reader->size - offset ? reader->bytes + offset
								       : NULL;
}

static const unsigned char *section_header(const struct reader *reader, unsigned index)
{
	return reader->bytes + reader->sections + (size_t)index * SECTION_HEADER;
}

/*
 * The bytes at an address, and in *left how many follow in the same section of the file; NULL where
 * no section holds it. Where sections overlap the first one counts.
 */
static const unsigned char *locate(const struct reader *reader, uint32_t address, size_t *left)
{
	for (unsigned i = 0; i < reader->section_count; i++) {
		const unsigned char *header = section_header(reader, i);
		const uint32_t start = number32(header + 12), size = number32(header + 16);

		if (address >= start && address - start < size) {
			*left = size - (address - start);
			return reader->bytes + number32(header + 20) + (address - start);
		}
	}
	return NULL;
}

static bool read_headers(struct reader *reader, struct pe *pe)
{
	const unsigned char *coff, *optional;
	size_t start;

	if (reader->size == 0)
		return no_program(reader, "it is empty");
	if (reader->size < 2 || memcmp(reader->bytes, "MZ", 2) != 0)
		return no_program(reader, "it does not begin with MZ");
	if (!piece(reader, 0, DOS_HEADER))
		return damaged(reader, "the file ends inside its first header");
	start = number32(reader->bytes + 0x3C);
	coff = piece(reader, start, COFF_HEADER);
	if (!coff)
		return damaged(reader, "the PE header lies behind the end of the file");
	if (memcmp(coff, "PE\0", 4) != 0)
		return no_program(reader, "it has no PE header");
	pe->machine = number16(coff + 4);
	reader->section_count = number16(coff + 6);
	reader->optional_size = number16(coff + 20);
	if (!(number16(coff + 22) & IS_EXECUTABLE) || number16(coff + 22) & IS_DLL)
		return no_program(reader, "it is a library or an object");
	reader->optional = start + COFF_HEADER;
	optional = piece(reader, reader->optional, reader->optional_size);
	if (!optional || reader->optional_size < 2)
		return damaged(reader, "the file ends inside the optional header");
	pe->bits = number16(optional) == 0x20B ? 64 : number16(optional) == 0x10B ? 32 : 0;
	if (!pe->bits)
		return no_program(reader, "its optional header is of neither 32 nor 64 bits");
	return true;
}

static bool read_sections(struct reader *reader)
{
	reader->sections = reader->optional + reader->optional_size;
	if (!piece(reader, reader->sections, (size_t)reader->section_count * SECTION_HEADER))
		return damaged(reader, "the file ends inside the section headers");
	for (unsigned i = 0; i < reader->section_count; i++) {
		const unsigned char *header = section_header(reader, i);

		if (!piece(reader, number32(header + 20), number32(header + 16)) &&
		    number32(header + 16) != 0)
			return damaged(reader, "a section reaches behind the end of the file");
	}
	return true;
}

/* Function names are visible ASCII; whatever else stands there is no name and shall not be printed.
 */
static bool is_name(const unsigned char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] <= ' ' || text[i] > '~')
			return false;
	return length > 0;
}

/*
 * Adds the name, behind its two bytes of hint. All names together are no longer than the file: a
 * table that names one text a million times is no program.
 */
static bool add_import(struct reader *reader, struct pe *pe, uint32_t address)
{
	size_t left;
	const unsigned char *text = locate(reader, address, &left);
	const unsigned char *end = text && left > 2 ? memchr(text + 2, 0, left - 2) : NULL;

	if (!end || !is_name(text + 2, (size_t)(end - text - 2)))
		return damaged(reader, "an import has no name");
	reader->names_size += (size_t)(end - text);
	if (reader->names_size > reader->size)
		return damaged(reader, "the import table is larger than the file");
	if ((pe->import_count & (pe->import_count - 1)) == 0)
		pe->imports = xrealloc(pe->imports, (pe->import_count ? pe->import_count * 2 : 1) *
							sizeof *pe->imports);
	pe->imports[pe->import_count++] = xstrdup((const char *)text + 2);
	return true;
}

/* The functions of one DLL: a table of addresses or ordinals, which ends with 0. */
static bool read_functions(struct reader *reader, struct pe *pe, uint32_t table)
{
	const size_t width = pe->bits / 8;
	size_t left;
	const unsigned char *entry = locate(reader, table, &left);

	for (; entry && left >= width; entry += width, left -= width) {
		const uint32_t low = number32(entry), high = number32(entry + width - 4);

		if (low == 0 && high == 0)
			return true;
		reader->names_size += width;
		if (reader->names_size > reader->size)
			return damaged(reader, "the import table is larger than the file");
		if (high & 0x80000000)
			continue;
		if (!add_import(reader, pe, low))
			return false;
	}
	return damaged(reader, "an import table has no end");
}

static bool read_imports(struct reader *reader, struct pe *pe)
{
	const unsigned directories = pe->bits == 64 ? 112 : 96;
	const unsigned char *optional = reader->bytes + reader->optional;
	const unsigned char *descriptor;
	size_t left;

	if (reader->optional_size < directories)
		return damaged(reader, "its optional header is too short");
	if (number32(optional + directories - 4) < 2 || reader->optional_size < directories + 16 ||
	    number32(optional + directories + 8) == 0)
		return true;
	descriptor = locate(reader, number32(optional + directories + 8), &left);
	for (; descriptor && left >= DESCRIPTOR; descriptor += DESCRIPTOR, left -= DESCRIPTOR) {
		const uint32_t names = number32(descriptor), dll = number32(descriptor + 12);
		const uint32_t pointers = number32(descriptor + 16);

		if (dll == 0 || pointers == 0)
			return true;
		if (!read_functions(reader, pe, names ? names : pointers))
			return false;
	}
	return damaged(reader, "the list of imported DLLs has no end");
}

static bool broken_section(const struct reader *reader, const char *what)
{
	return error_set(reader->error,
			 "%s: its .heapkit section is broken: %s; build it again with the kit",
			 reader->path, what);
}

/* These texts are printed in reports of many formats: a line break or an escape stops here. */
static bool is_text(const char *field, size_t size)
{
	return memchr(field, 0, size) && utf8_is_line(field);
}

static bool check_record(const struct reader *reader, const struct heapkit_section *section)
{
	static const char *const kinds[] = {"case", "program-case", "canary", "program"};
	bool known = false;

	if (!is_text(section->kind, sizeof section->kind) ||
	    !is_text(section->source, sizeof section->source) ||
	    !is_text(section->target, sizeof section->target) ||
	    !is_text(section->requirements, sizeof section->requirements) ||
	    !is_text(section->title, sizeof section->title))
		return broken_section(reader, "a text is not one line of UTF-8 that ends");
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		known |= strcmp(section->kind, kinds[i]) == 0;
	if (!known)
		return broken_section(reader, "it is of an unknown kind");
	if (!section->source[0] || !section->target[0])
		return broken_section(reader, "it names no source or no target");
	return true;
}

static bool read_record(const struct reader *reader, const unsigned char *at, size_t size,
			struct heapkit_section *section)
{
	if (size < sizeof *section)
		return broken_section(reader, "it is too short");
	memcpy(section, at, sizeof *section);
	section->version = number32(at + offsetof(struct heapkit_section, version));
	section->size = number32(at + offsetof(struct heapkit_section, size));
	section->time_limit = number32(at + offsetof(struct heapkit_section, time_limit));
	section->reserved = number32(at + offsetof(struct heapkit_section, reserved));
	if (memcmp(section->magic, HEAPKIT_SECTION_MAGIC, sizeof section->magic) != 0)
		return broken_section(reader, "it does not begin with HEAPKIT");
	if (section->version != HEAPKIT_SECTION_VERSION)
		return error_set(reader->error,
				 "%s: its .heapkit section is of version %u, and this heapkit "
				 "reads %u; use kit and heapkit of one release",
				 reader->path, (unsigned)section->version, HEAPKIT_SECTION_VERSION);
	if (section->size < sizeof *section || section->size > size)
		return broken_section(reader, "its size is wrong");
	return check_record(reader, section);
}

static bool read_heapkit_section(const struct reader *reader, struct pe *pe)
{
	for (unsigned i = 0; i < reader->section_count; i++) {
		const unsigned char *header = section_header(reader, i);
		const uint32_t size = number32(header + 16);

		if (memcmp(header, HEAPKIT_SECTION_NAME, 8) != 0)
			continue;
		if (pe->has_section)
			return broken_section(reader, "there are two");
		if (!read_record(reader, size ? reader->bytes + number32(header + 20) : NULL, size,
				 &pe->section))
			return false;
		pe->has_section = true;
	}
	return true;
}

bool pe_parse(const char *path, const unsigned char *bytes, size_t size, struct pe *pe,
	      struct error *error)
{
	struct reader reader = {.path = path, .bytes = bytes, .size = size, .error = error};

	*pe = (struct pe){0};
	if (read_headers(&reader, pe) && read_sections(&reader) && read_imports(&reader, pe) &&
	    read_heapkit_section(&reader, pe))
		return true;
	pe_free(pe);
	return false;
}

bool pe_read(const char *path, struct pe *pe, struct error *error)
{
	unsigned char *bytes;
	size_t size;
	bool good;

	*pe = (struct pe){0};
	if (!file_read(path, LARGEST_FILE, &bytes, &size, error))
		return false;
	good = pe_parse(path, bytes, size, pe, error);
	free(bytes);
	return good;
}

void pe_free(struct pe *pe)
{
	for (size_t i = 0; i < pe->import_count; i++)
		free(pe->imports[i]);
	free(pe->imports);
	*pe = (struct pe){0};
}

bool pe_imports(const struct pe *pe, const char *name)
{
	for (size_t i = 0; i < pe->import_count; i++)
		if (strcmp(pe->imports[i], name) == 0)
			return true;
	return false;
}

const char *pe_processor(const struct pe *pe)
{
	switch (pe->machine) {
	case PE_MACHINE_I386:
		return "i686";
	case PE_MACHINE_AMD64:
		return "x86_64";
	case PE_MACHINE_ARM64:
		return "aarch64";
	default:
		return "unknown";
	}
}
