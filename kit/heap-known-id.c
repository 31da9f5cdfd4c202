/* SPDX-License-Identifier: MIT */
#include "heapkit.h"
#include "text.h"

/* Different, so that each is known by its size, and above what a low-fragmentation heap serves. */
static struct known_heap known = {.sizes = {0x5000, 0x6000, 0x7000}};

static void print(const char *name, const struct heap_ids *ids)
{
	static struct text text;

	text_clear(&text);
	for (DWORD i = 0; i < ids->count; i++) {
		text_add(&text, i ? " " : "");
		text_add_hex(&text, ids->ids[i], 1);
	}
	observe(name, (const char *)text.bytes);
}

const struct known_heap *heap_with_known_id(void)
{
	static struct heap_ids before, after;
	DWORD new_ids = 0;

	list_heap_ids(&before, heap_snapshot());
	known.heap = create_heap(0, 0, 0);
	for (DWORD i = 0; i < KNOWN_BLOCKS; i++)
		known.blocks[i] = make_block(known.heap, known.sizes[i]);
	list_heap_ids(&after, heap_snapshot());

	for (DWORD i = 0; i < after.count; i++)
		if (!id_hits(&before, after.ids[i])) {
			known.id = after.ids[i];
			new_ids++;
		}
	if (new_ids != 1) {
		print("ids before", &before);
		print("ids after", &after);
		skip("which id the new heap has cannot be told");
	}
	return &known;
}
