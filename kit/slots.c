/* SPDX-License-Identifier: MIT */
/* Assertions about the slots of an array that GetProcessHeaps may have filled. */
#include "heapkit.h"
#include "text.h"

static struct text got, want;

static void start(void)
{
	text_clear(&got);
	text_clear(&want);
}

static void add_slot(struct text *text, const HANDLE *slots, DWORD i)
{
	text_add(text, "slot ");
	text_add_uint(text, i);
	text_add(text, " holds ");
	text_add_ptr(text, (uintptr_t)slots[i]);
}

void heapkit_check_stored(const struct heapkit_site *site, const HANDLE *slots, DWORD k)
{
	DWORD stored = 0;

	for (DWORD i = 0; i < k; i++)
		stored += slots[i] != POISON;
	if (stored == k)
		return;
	start();
	text_add(&got, stored ? "only " : "none");
	if (stored)
		text_add_uint(&got, stored);
	text_add(&got, " stored");
	text_add_uint(&want, k);
	text_add(&want, " stored");
	heapkit_failed(site, got.bytes, want.bytes);
}

void heapkit_check_untouched(const struct heapkit_site *site, const HANDLE *slots, DWORD from,
			     DWORD to)
{
	for (DWORD i = from; i < to; i++) {
		if (slots[i] == POISON)
			continue;
		start();
		add_slot(&got, slots, i);
		heapkit_failed(site, got.bytes, "left as it was");
	}
}

void heapkit_check_distinct(const struct heapkit_site *site, const HANDLE *slots, DWORD k)
{
	for (DWORD i = 1; i < k; i++)
		for (DWORD j = 0; j < i; j++) {
			if (slots[i] != slots[j])
				continue;
			start();
			add_slot(&got, slots, i);
			text_add(&got, ", and so does slot ");
			text_add_uint(&got, j);
			heapkit_failed(site, got.bytes, "every handle once");
		}
}

void heapkit_check_members(const struct heapkit_site *site, const HANDLE *slots, DWORD k,
			   const struct heap_list *list)
{
	for (DWORD i = 0; i < k; i++) {
		if (hits(list, slots[i]))
			continue;
		start();
		add_slot(&got, slots, i);
		heapkit_failed(site, got.bytes, "a handle of the full list");
	}
}

void heapkit_check_same(const struct heapkit_site *site, const struct heap_list *a,
			const struct heap_list *b)
{
	if (same_heaps(a, b))
		return;
	start();
	text_add_uint(&got, a->count);
	text_add(&got, " heaps");
	for (DWORD i = 0; i < a->count; i++)
		if (!hits(b, a->heaps[i])) {
			text_add(&got, ", one of them ");
			text_add_ptr(&got, (uintptr_t)a->heaps[i]);
			break;
		}
	text_add(&want, "the same ");
	text_add_uint(&want, b->count);
	text_add(&want, " heaps");
	for (DWORD i = 0; i < b->count; i++)
		if (!hits(a, b->heaps[i])) {
			text_add(&want, ", ");
			text_add_ptr(&want, (uintptr_t)b->heaps[i]);
			text_add(&want, " among them");
			break;
		}
	heapkit_failed(site, got.bytes, want.bytes);
}
