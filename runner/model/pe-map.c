/* SPDX-License-Identifier: MIT */
/*
 * The runner's reader checks what lies in the file; here everything is checked that would land in
 * memory. Once the sections are in place every address of the file goes through image_at().
 */
#include "pe-map.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../heapkit/file.h"
#include "../heapkit/pe.h"
#include "imports.h"
#include "virtual.h"

enum {
	LARGEST_FILE = 64 * 1024 * 1024,
	LARGEST_IMAGE = 256 * 1024 * 1024,
	SECTION_HEADER = 40,
	DESCRIPTOR = 20,
	IS_EXECUTABLE = 0x20000000,
	IS_WRITABLE = (int)0x80000000,
	RELOCATIONS_STRIPPED = 1,
	RELOCATION_NONE = 0,
	RELOCATION_32 = 3,
	RELOCATION_64 = 10,
};

struct file {
	const char *path;
	unsigned char *bytes;
	size_t size;
	const unsigned char *optional;
	const unsigned char *sections;
	unsigned section_count;
	uint32_t headers_size;
	unsigned characteristics;
	struct error *error;
};

struct image image;
static unsigned char directories[16 * 8];

uint16_t number16(const unsigned char *at)
{
	return (uint16_t)(at[0] | at[1] << 8);
}

uint32_t number32(const unsigned char *at)
{
	return number16(at) | (uint32_t)number16(at + 2) << 16;
}

static bool damaged(const struct file *file, const char *what)
{
	return error_set(file->error, "%s: cannot be loaded: %s; build it again", file->path, what);
}

unsigned char *image_at(uint32_t address, size_t size)
{
	return address <= image.size && size <= image.size - address ? image.base + address : NULL;
}

bool image_directory(unsigned index, uint32_t *address, uint32_t *size)
{
	*address = number32(directories + (size_t)index * 8);
	*size = number32(directories + (size_t)index * 8 + 4);
	return *address != 0 && *size != 0;
}

/* The text at an address, or NULL where it does not end inside the image. */
static const char *text_at(uint32_t address)
{
	const unsigned char *text = image_at(address, 1);

	return text && memchr(text, 0, image.size - address) ? (const char *)text : NULL;
}

static bool check_processor(const struct file *file, const struct pe *pe)
{
	const unsigned machine = sizeof(void *) == 8 ? PE_MACHINE_AMD64 : PE_MACHINE_I386;

	if (pe->machine == machine && pe->bits == sizeof(void *) * 8)
		return true;
	if (pe->machine == PE_MACHINE_I386 && pe->bits == 32)
		return error_set(file->error,
				 "%s: is a 32-bit program; run it with heapkit-model32",
				 file->path);
	if (pe->machine == PE_MACHINE_AMD64 && pe->bits == 64)
		return error_set(file->error, "%s: is a 64-bit program; run it with heapkit-model",
				 file->path);
	return error_set(
	    file->error,
	    "%s: is for a processor that the model is not built for (%s); take it away", file->path,
	    pe_processor(pe));
}

/* The runner's reader has shown that all headers lie in the file. */
static bool read_headers(struct file *file)
{
	struct pe pe;
	const unsigned char *coff;
	size_t wanted = sizeof(void *) == 8 ? 112 : 96, count;

	if (!pe_parse(file->path, file->bytes, file->size, &pe, file->error))
		return false;
	if (!check_processor(file, &pe)) {
		pe_free(&pe);
		return false;
	}
	pe_free(&pe);
	coff = file->bytes + number32(file->bytes + 0x3C) + 4;
	file->optional = coff + 20;
	if (number16(coff + 16) < wanted)
		return damaged(file, "its optional header is too short");
	count = number32(file->optional + wanted - 4);
	if (count > (number16(coff + 16) - wanted) / 8)
		count = (number16(coff + 16) - wanted) / 8;
	memcpy(directories, file->optional + wanted,
	       count * 8 < sizeof directories ? count * 8 : sizeof directories);
	file->characteristics = number16(coff + 18);
	file->section_count = number16(coff + 2);
	file->sections = file->optional + number16(coff + 16);
	image.entry = number32(file->optional + 16);
	image.size = number32(file->optional + 56);
	file->headers_size = number32(file->optional + 60);
	if (number32(file->optional + 32) % PAGE_BYTES || number32(file->optional + 32) == 0)
		return damaged(file, "its sections are not aligned to pages");
	if (image.size == 0 || image.size > LARGEST_IMAGE)
		return damaged(file, "its size in memory is 0 or above 256 MB");
	image.size = (uint32_t)ROUNDED_UP(image.size, PAGE_BYTES);
	if (file->headers_size > file->size || file->headers_size > image.size)
		return damaged(file, "its headers are larger than the file or the image");
	return true;
}

static const unsigned char *section(const struct file *file, unsigned index)
{
	return file->sections + (size_t)index * SECTION_HEADER;
}

/* Bytes that a section takes in memory: a virtual size of 0 means that of the file. */
static uint32_t section_size(const unsigned char *header)
{
	return number32(header + 8) ? number32(header + 8) : number32(header + 16);
}

/* As Windows wants them: page by page behind each other, none over another or over the headers. */
static bool check_sections(const struct file *file)
{
	SIZE_T end = ROUNDED_UP((SIZE_T)file->headers_size, PAGE_BYTES);

	for (unsigned i = 0; i < file->section_count; i++) {
		const unsigned char *header = section(file, i);
		const uint32_t address = number32(header + 12), size = section_size(header);

		if (address % PAGE_BYTES)
			return damaged(file, "a section does not begin with a page");
		if (address < end)
			return damaged(file, "two sections overlap, or one the headers");
		if (address > image.size || size > image.size - address)
			return damaged(file, "a section reaches behind the end of the image");
		end = ROUNDED_UP((SIZE_T)address + size, PAGE_BYTES);
	}
	for (unsigned i = 0; i < file->section_count; i++) {
		const uint32_t start = number32(section(file, i) + 12);

		if (image.entry >= start && image.entry - start < section_size(section(file, i)))
			return number32(section(file, i) + 36) & IS_EXECUTABLE
				   ? true
				   : damaged(file, "its entry point lies in data");
	}
	return damaged(file, "its entry point lies in no section");
}

static uintptr_t preferred_base(const struct file *file)
{
	uintptr_t base;

	if (sizeof base == 4)
		return number32(file->optional + 28);
	memcpy(&base, file->optional + 24, sizeof base);
	return base;
}

static bool place(const struct file *file)
{
	const uintptr_t preferred = preferred_base(file);
	const DWORD all = PAGE_EXECUTE_READWRITE;

	if (preferred && preferred % GRANULARITY == 0)
		image.base = virtual_reserve((void *)preferred, image.size, all, MEM_IMAGE);
	if (!image.base)
		image.base = virtual_reserve(NULL, image.size, all, MEM_IMAGE);
	if (!image.base || !virtual_commit(image.base, image.size, PAGE_READWRITE))
		return error_set(file->error, "%s: cannot be loaded: there is no memory for it",
				 file->path);
	memcpy(image.base, file->bytes, file->headers_size);
	for (unsigned i = 0; i < file->section_count; i++) {
		const unsigned char *header = section(file, i);
		const uint32_t stored = number32(header + 16), size = section_size(header);

		memcpy(image.base + number32(header + 12), file->bytes + number32(header + 20),
		       stored < size ? stored : size);
	}
	return true;
}

/* One block: a page's address, the size of the block, then 4 bits of kind and 12 of offset each. */
static bool relocate_block(const unsigned char *block, uint32_t size, uintptr_t difference)
{
	const uint32_t page = number32(block);

	for (uint32_t at = 8; at + 2 <= size; at += 2) {
		const unsigned kind = number16(block + at) >> 12;
		const uint32_t offset = page + (number16(block + at) & 0xFFFu);
		unsigned char *field;
		uintptr_t value;

		if (kind == RELOCATION_NONE)
			continue;
		if (kind != (sizeof value == 8 ? RELOCATION_64 : RELOCATION_32))
			return false;
		field = image_at(offset, sizeof value);
		if (!field || offset < page)
			return false;
		memcpy(&value, field, sizeof value);
		value += difference;
		memcpy(field, &value, sizeof value);
	}
	return true;
}

static bool relocate(const struct file *file)
{
	const uintptr_t difference = (uintptr_t)image.base - preferred_base(file);
	uint32_t address, left, size;

	if (difference == 0)
		return true;
	/* Without the flag an absent table means that nothing in the program depends on its
	 * address. */
	if (!image_directory(DIRECTORY_RELOCATION, &address, &left))
		return !(file->characteristics & RELOCATIONS_STRIPPED) ||
		       error_set(
			   file->error,
			   "%s: cannot be loaded: the address it was linked for is taken, and it "
			   "has no relocations; link it with -Wl,--dynamicbase",
			   file->path);
	for (; left >= 8; address += size, left -= size) {
		const unsigned char *block = image_at(address, 8);

		size = block ? number32(block + 4) : 0;
		if (size < 8 || size > left || !image_at(address, size) ||
		    !relocate_block(block, size, difference))
			return damaged(file, "its relocations are broken");
	}
	return true;
}

/* A function that is not there gets something to call: names last as long as the image. */
static void *resolve(const char *dll, uintptr_t lookup, bool *broken)
{
	const uintptr_t by_ordinal = (uintptr_t)1 << (sizeof lookup * 8 - 1);
	const char *name;
	void *found;

	if (lookup & by_ordinal) {
		char numbered[64];

		snprintf(numbered, sizeof numbered, "%.40s, ordinal %u,", dll,
			 (unsigned)(lookup & 0xFFFF));
		return import_missing(numbered);
	}
	name = lookup <= UINT32_MAX - 2 ? text_at((uint32_t)lookup + 2) : NULL;
	*broken = !name;
	if (!name)
		return NULL;
	found = import_find(dll, name);
	return found ? found : import_missing(name);
}

static bool bind_dll(const struct file *file, const char *dll, uint32_t names, uint32_t pointers)
{
	for (;; names += sizeof(uintptr_t), pointers += sizeof(uintptr_t)) {
		const unsigned char *lookup = image_at(names, sizeof(uintptr_t));
		unsigned char *slot = image_at(pointers, sizeof(uintptr_t));
		bool broken = false;
		uintptr_t value;
		void *function;

		if (!lookup || !slot)
			return damaged(file, "an import table reaches behind the end of the image");
		memcpy(&value, lookup, sizeof value);
		if (value == 0)
			return true;
		function = resolve(dll, value, &broken);
		if (broken)
			return damaged(file, "an import has no name");
		if (!function)
			return error_set(file->error, "%s: cannot be loaded: out of memory",
					 file->path);
		memcpy(slot, &function, sizeof function);
	}
}

static bool bind(const struct file *file)
{
	uint32_t address, size;

	if (!image_directory(DIRECTORY_IMPORT, &address, &size))
		return true;
	for (;; address += DESCRIPTOR) {
		const unsigned char *descriptor = image_at(address, DESCRIPTOR);
		uint32_t names, pointers;
		const char *dll;

		if (!descriptor)
			return damaged(file, "the list of imported DLLs has no end");
		names = number32(descriptor);
		pointers = number32(descriptor + 16);
		if (number32(descriptor + 12) == 0 || pointers == 0)
			return true;
		dll = text_at(number32(descriptor + 12));
		if (!dll)
			return damaged(file, "an imported DLL has no name");
		if (!bind_dll(file, dll, names ? names : pointers, pointers))
			return false;
	}
}

static bool protect(const struct file *file)
{
	bool good = virtual_commit(image.base, image.size, PAGE_READONLY);

	for (unsigned i = 0; good && i < file->section_count; i++) {
		const unsigned char *header = section(file, i);
		const uint32_t flags = number32(header + 36);
		const bool writable = flags & (uint32_t)IS_WRITABLE;
		const DWORD protection =
		    flags & IS_EXECUTABLE ? (writable ? PAGE_EXECUTE_READWRITE : PAGE_EXECUTE_READ)
					  : (writable ? PAGE_READWRITE : PAGE_READONLY);

		if (section_size(header))
			good = virtual_commit(image.base + number32(header + 12),
					      section_size(header), protection);
	}
	return good || error_set(file->error, "%s: cannot be loaded: its pages cannot be protected",
				 file->path);
}

bool pe_map(const char *path, struct error *error)
{
	struct file file = {.path = path, .error = error};
	bool good;

	if (!file_read(path, LARGEST_FILE, &file.bytes, &file.size, error))
		return false;
	good = read_headers(&file) && check_sections(&file) && place(&file) && relocate(&file) &&
	       bind(&file) && protect(&file);
	free(file.bytes);
	return good;
}
