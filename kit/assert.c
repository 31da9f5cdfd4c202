/* SPDX-License-Identifier: MIT */
#include "heapkit.h"
#include "text.h"

void heapkit_failed_int(const struct heapkit_site *site, int64_t got, int64_t want)
{
	static struct text a, b;

	text_clear(&a);
	text_clear(&b);
	text_add_int(&a, got);
	text_add_int(&b, want);
	heapkit_failed(site, a.bytes, b.bytes);
}

/* Sizes and limits are recognised in hexadecimal, counts in decimal: large numbers show both. */
static void add_number(struct text *text, uint64_t value)
{
	text_add_uint(text, value);
	if (value < 0x10000)
		return;
	text_add(text, " (");
	text_add_hex(text, value, 1);
	text_add(text, ")");
}

void heapkit_failed_uint(const struct heapkit_site *site, uint64_t got, uint64_t want)
{
	static struct text a, b;

	text_clear(&a);
	text_clear(&b);
	add_number(&a, got);
	add_number(&b, want);
	heapkit_failed(site, a.bytes, b.bytes);
}

void heapkit_failed_ptr(const struct heapkit_site *site, uintptr_t got, uintptr_t want)
{
	static struct text a, b;

	text_clear(&a);
	text_clear(&b);
	text_add_ptr(&a, got);
	text_add_ptr(&b, want);
	heapkit_failed(site, a.bytes, b.bytes);
}

void heapkit_check_mem(const struct heapkit_site *site, const void *got, const void *want,
		       size_t size)
{
	const unsigned char *a = got, *b = want;
	static struct text got_text, want_text;

	for (size_t i = 0; i < size; i++) {
		if (a[i] == b[i])
			continue;
		text_clear(&got_text);
		text_clear(&want_text);
		text_add_hex(&got_text, a[i], 2);
		text_add(&got_text, " in byte ");
		text_add_uint(&got_text, i);
		text_add_hex(&want_text, b[i], 2);
		heapkit_failed(site, got_text.bytes, want_text.bytes);
	}
}

void heapkit_check_str(const struct heapkit_site *site, const char *got, const char *want)
{
	size_t i = 0;

	while (got[i] && got[i] == want[i])
		i++;
	if (got[i] != want[i])
		heapkit_failed(site, got, want);
}
