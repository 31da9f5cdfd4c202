/* SPDX-License-Identifier: MIT */
#include "make-pe.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	FILE_ALIGNMENT = 0x200,
	PAGE = 0x1000,
	DESCRIPTOR = 20,
	SECTION_HEADER = 40,
};

struct image {
	unsigned char *bytes;
	int bits;
	unsigned sections;
	uint32_t file_end;
	uint32_t address_end;
};

static void put16(unsigned char *at, unsigned value)
{
	at[0] = (unsigned char)value;
	at[1] = (unsigned char)(value >> 8);
}

static void put32(unsigned char *at, uint32_t value)
{
	put16(at, value & 0xFFFF);
	put16(at + 2, value >> 16);
}

static uint32_t rounded(size_t size, uint32_t unit)
{
	return ((uint32_t)size + unit - 1) / unit * unit;
}

static void copy_text(char *field, size_t size, const char *text)
{
	const size_t length = strlen(text);

	memcpy(field, text, length < size ? length : size - 1);
}

struct heapkit_section make_section(const char *kind, const char *source, const char *target,
				    const char *requirements, const char *title)
{
	struct heapkit_section section = {.magic = HEAPKIT_SECTION_MAGIC,
					  .version = HEAPKIT_SECTION_VERSION,
					  .size = sizeof section};

	copy_text(section.kind, sizeof section.kind, kind);
	copy_text(section.source, sizeof section.source, source);
	copy_text(section.target, sizeof section.target, target);
	copy_text(section.requirements, sizeof section.requirements, requirements);
	copy_text(section.title, sizeof section.title, title);
	return section;
}

static unsigned optional_header_size(int bits)
{
	return bits == 64 ? 240 : 224;
}

size_t make_pe_section_header(int bits, unsigned index)
{
	return MAKE_PE_OPTIONAL + optional_header_size(bits) + (size_t)index * SECTION_HEADER;
}

/* Room for `size` bytes in the next section; returns its offset in the file. */
static uint32_t add_section(struct image *image, const char *name, size_t size, uint32_t flags)
{
	unsigned char *header = image->bytes + make_pe_section_header(image->bits, image->sections);
	const uint32_t offset = image->file_end;

	for (size_t i = 0; name[i]; i++)
		header[i] = (unsigned char)name[i];
	put32(header + 8, (uint32_t)size);
	put32(header + 12, image->address_end);
	put32(header + 16, rounded(size, FILE_ALIGNMENT));
	put32(header + 20, offset);
	put32(header + 36, flags);
	image->sections++;
	image->file_end += rounded(size, FILE_ALIGNMENT);
	image->address_end += rounded(size, PAGE);
	return offset;
}

static size_t imports_size(int bits, const char *const *imports)
{
	size_t size = 2 * (size_t)DESCRIPTOR + sizeof "KERNEL32.dll";
	size_t tables = 2;

	for (; imports && *imports; imports++) {
		size += 2 + strlen(*imports) + 1;
		tables += 2;
	}
	return size + tables * (size_t)bits / 8;
}

/* Behind the descriptors: the names' addresses twice, the DLL's name, the names. */
static void put_imports(struct image *image, const char *const *imports)
{
	unsigned char *base = image->bytes + MAKE_PE_IMPORTS;
	const size_t width = (size_t)image->bits / 8;
	const uint32_t address = MAKE_PE_IMPORTS_ADDRESS;
	size_t count = 0, table = 2 * (size_t)DESCRIPTOR, pointers, at;

	while (imports && imports[count])
		count++;
	pointers = table + (count + 1) * width;
	at = pointers + (count + 1) * width;
	put32(base, address + (uint32_t)table);
	put32(base + 12, address + (uint32_t)at);
	put32(base + 16, address + (uint32_t)pointers);
	memcpy(base + at, "KERNEL32.dll", sizeof "KERNEL32.dll");
	at += sizeof "KERNEL32.dll";
	for (size_t i = 0; i < count; i++) {
		put32(base + table + i * width, address + (uint32_t)at);
		put32(base + pointers + i * width, address + (uint32_t)at);
		memcpy(base + at + 2, imports[i], strlen(imports[i]) + 1);
		at += 2 + strlen(imports[i]) + 1;
	}
}

/* The numbers of a record are little endian, whatever the host is. */
static void put_section(unsigned char *at, const struct heapkit_section *section)
{
	memcpy(at, section, sizeof *section);
	put32(at + offsetof(struct heapkit_section, version), section->version);
	put32(at + offsetof(struct heapkit_section, size), section->size);
	put32(at + offsetof(struct heapkit_section, time_limit), section->time_limit);
	put32(at + offsetof(struct heapkit_section, reserved), section->reserved);
}

static void put_headers(const struct image *image, size_t imports)
{
	unsigned char *coff = image->bytes + MAKE_PE_COFF;
	unsigned char *optional = image->bytes + MAKE_PE_OPTIONAL;
	unsigned char *directories = optional + (image->bits == 64 ? 112 : 96);

	memcpy(image->bytes, "MZ", 2);
	put32(image->bytes + 0x3C, MAKE_PE_SIGNATURE);
	memcpy(image->bytes + MAKE_PE_SIGNATURE, "PE\0", 4);
	put16(coff, image->bits == 64 ? 0x8664 : 0x14C);
	put16(coff + 2, image->sections);
	put16(coff + 16, optional_header_size(image->bits));
	put16(coff + 18, image->bits == 64 ? 0x23 : 0x103);
	put16(optional, image->bits == 64 ? 0x20B : 0x10B);
	put32(optional + 4, FILE_ALIGNMENT);
	put32(optional + 16, MAKE_PE_CODE_ADDRESS);
	put32(optional + 20, MAKE_PE_CODE_ADDRESS);
	put32(optional + (image->bits == 64 ? 24 : 28), image->bits == 64 ? 0x40000000 : 0x400000);
	if (image->bits == 64)
		put32(optional + 28, 1);
	put32(optional + 32, PAGE);
	put32(optional + 36, FILE_ALIGNMENT);
	put16(optional + 40, 6);
	put16(optional + 48, 6);
	put32(optional + 56, image->address_end);
	put32(optional + 60, MAKE_PE_CODE);
	put16(optional + 68, 3);
	for (unsigned i = 0; i < 4; i++)
		put32(optional + 72 + i * (unsigned)image->bits / 8, i % 2 ? PAGE : 0x100000);
	put32(directories - 4, 16);
	put32(directories + 8, MAKE_PE_IMPORTS_ADDRESS);
	put32(directories + 12, (uint32_t)imports);
}

unsigned char *make_pe_image(const struct heapkit_section *section, int bits,
			     const char *const *imports, size_t *size)
{
	static const unsigned char return_0[] = {0x31, 0xC0, 0xC3};
	const size_t names = imports_size(bits, imports);
	struct image image = {.bits = bits, .file_end = MAKE_PE_CODE, .address_end = PAGE};
	uint32_t offset;

	image.bytes = calloc(1, MAKE_PE_IMPORTS + rounded(names, FILE_ALIGNMENT) +
				    rounded(sizeof *section, FILE_ALIGNMENT));
	if (!image.bytes)
		abort();
	offset = add_section(&image, ".text", sizeof return_0, 0x60000020);
	memcpy(image.bytes + offset, return_0, sizeof return_0);
	add_section(&image, ".idata", names, 0xC0000040);
	put_imports(&image, imports);
	if (section) {
		offset = add_section(&image, HEAPKIT_SECTION_NAME, sizeof *section, 0x40000040);
		put_section(image.bytes + offset, section);
	}
	put_headers(&image, names);
	*size = image.file_end;
	return image.bytes;
}

void make_pe(const char *path, const struct heapkit_section *section, int bits,
	     const char *const *imports)
{
	size_t size;
	unsigned char *bytes = make_pe_image(section, bits, imports, &size);
	FILE *file = fopen(path, "wb");
	const int written = file && fwrite(bytes, 1, size, file) == size;

	if (!file || fclose(file) || !written) {
		perror(path);
		abort();
	}
	free(bytes);
}
