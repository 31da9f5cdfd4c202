/* SPDX-License-Identifier: MIT */
/* Comparing two walks. */
#include "heapkit.h"
#include "text.h"

static BOOL same_entry(const PROCESS_HEAP_ENTRY *a, const PROCESS_HEAP_ENTRY *b)
{
	return a->lpData == b->lpData && a->cbData == b->cbData &&
	       (a->wFlags & ENTRY_FLAGS) == (b->wFlags & ENTRY_FLAGS);
}

static const char *in_words(struct text *text, DWORD i, const PROCESS_HEAP_ENTRY *entry)
{
	text_clear(text);
	text_add(text, "entry ");
	text_add_uint(text, i);
	text_add(text, " at ");
	text_add_ptr(text, (uintptr_t)entry->lpData);
	text_add(text, " with ");
	text_add_uint(text, entry->cbData);
	text_add(text, " bytes and flags ");
	text_add_hex(text, entry->wFlags & ENTRY_FLAGS, 2);
	return text->bytes;
}

static const char *total(struct text *text, const struct walk *walk)
{
	text_clear(text);
	text_add_uint(text, walk->count);
	text_add(text, " entries");
	return text->bytes;
}

void heapkit_check_same_walk(const struct heapkit_site *site, const struct walk *got,
			     const struct walk *want)
{
	static struct text got_text, want_text;

	for (DWORD i = 0; i < got->count && i < want->count && i < WALK_ROOM; i++)
		if (!same_entry(&got->entries[i], &want->entries[i]))
			heapkit_failed(site, in_words(&got_text, i, &got->entries[i]),
				       in_words(&want_text, i, &want->entries[i]));
	if (got->count != want->count)
		heapkit_failed(site, total(&got_text, got), total(&want_text, want));
}
