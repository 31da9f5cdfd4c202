/* SPDX-License-Identifier: MIT */
/*
 * The directory holds addresses, which relocation has made absolute: where the template begins and
 * ends, where the program wants its index, and a list of functions that ends with NULL.
 * Format: https://learn.microsoft.com/windows/win32/debug/pe-format#the-tls-section
 */
#include "tls.h"

#include <stdlib.h>
#include <string.h>

#include "pe-map.h"
#include "teb.h"

enum { PROCESS_ATTACH = 1, THREAD_ATTACH = 2, THREAD_DETACH = 3, LARGEST = 0x100000 };

struct directory {
	uintptr_t template_start;
	uintptr_t template_end;
	uintptr_t index;
	uintptr_t callbacks;
	uint32_t zeroes;
	uint32_t flags;
};

typedef void(WINAPI *callback)(void *image_base, DWORD reason, void *reserved);

/* The directory, where the program has one and everything it names lies in the image. */
static bool read_directory(struct directory *directory)
{
	uint32_t address, size;
	const unsigned char *at;
	const uintptr_t base = (uintptr_t)image.base;

	if (!image_directory(DIRECTORY_TLS, &address, &size))
		return false;
	at = image_at(address, sizeof *directory);
	if (!at)
		return false;
	memcpy(directory, at, sizeof *directory);
	return directory->template_start >= base &&
	       directory->template_end >= directory->template_start &&
	       directory->template_end - base <= image.size && directory->zeroes <= LARGEST &&
	       directory->index >= base && directory->index - base <= image.size - sizeof(DWORD);
}

static void call_back(const struct directory *directory, DWORD reason)
{
	const uintptr_t first = directory->callbacks - (uintptr_t)image.base;
	callback function;

	for (uintptr_t at = first; directory->callbacks && at < image.size; at += sizeof function) {
		const unsigned char *entry = image_at((uint32_t)at, sizeof function);

		if (!entry)
			return;
		memcpy(&function, entry, sizeof function);
		if (!function)
			return;
		function(image.base, reason, NULL);
	}
}

bool tls_begin(void)
{
	struct directory directory;
	size_t size;
	void **slots;

	if (!read_directory(&directory))
		return true;
	size = directory.template_end - directory.template_start;
	slots = calloc(1, sizeof *slots + size + directory.zeroes);
	if (!slots)
		return false;
	slots[0] = slots + 1;
	memcpy(slots[0], (const void *)directory.template_start, size);
	current_teb()->thread_local_storage = slots;
	if (is_main_thread())
		*(DWORD *)directory.index = 0;
	call_back(&directory, is_main_thread() ? PROCESS_ATTACH : THREAD_ATTACH);
	return true;
}

void tls_end(void)
{
	struct directory directory;

	if (read_directory(&directory))
		call_back(&directory, THREAD_DETACH);
	free(current_teb()->thread_local_storage);
}
