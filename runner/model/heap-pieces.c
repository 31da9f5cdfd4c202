/* SPDX-License-Identifier: MIT */
/*
 * A heap, piece by piece: HWK-06 to HWK-15, HWK-24, HWK-33. Nothing is kept between two steps, so
 * every step finds its place again, by the address of the piece before.
 */
#include "heap-blocks.h"

static unsigned char *committed_end(const struct region *region)
{
	return region->base + region->committed;
}

static void describe_region(struct heap *heap, const struct region *region, struct piece *piece)
{
	unsigned char *const start =
	    region == &heap->regions ? (unsigned char *)heap : region->base;

	*piece = (struct piece){.kind = PIECE_REGION,
				.address = start,
				.size = (SIZE_T)((unsigned char *)region->first - start),
				.region = region,
				.first_block = region->first,
				.last_block = region_end(region)};
}

/* Of a free block only what is committed: the rest is a piece of its own. */
static void describe_block(const struct region *region, struct block *block, struct piece *piece)
{
	const SIZE_T usable = (SIZE_T)(committed_end(region) - (unsigned char *)memory_of(block)),
		     size = block->size - sizeof *block;

	*piece = (struct piece){.address = memory_of(block), .region = region};
	if (block->state == IS_FREE) {
		piece->kind = PIECE_FREE;
		piece->size = size < usable ? size : usable;
		piece->overhead = sizeof *block;
		return;
	}
	piece->kind = region->is_large ? PIECE_LARGE : PIECE_BUSY;
	piece->size = block->asked;
	piece->overhead = region->is_large ? 0 : block->size - block->asked;
}

static bool begin_region(struct heap *heap, const struct region *region, struct piece *piece)
{
	if (!region)
		*piece = (struct piece){.kind = PIECE_NONE};
	else if (region->is_large)
		describe_block(region, region->first, piece);
	else
		describe_region(heap, region, piece);
	return region != NULL;
}

/* What follows the last block of a region. */
static bool end_region(struct heap *heap, const struct region *region, struct piece *piece)
{
	if (region->is_large || region->committed == region->reserved)
		return begin_region(heap, region->next, piece);
	*piece = (struct piece){.kind = PIECE_UNCOMMITTED,
				.address = committed_end(region),
				.size = region->reserved - region->committed,
				.region = region};
	return true;
}

static bool follow_block(struct heap *heap, const struct region *region, struct piece *piece)
{
	const uintptr_t state = piece->kind == PIECE_FREE ? IS_FREE : IN_USE;
	struct block *block = block_at(heap, piece->address, state);

	if (!block)
		return false;
	block = block_behind(region, block);
	if (!block)
		return end_region(heap, region, piece);
	describe_block(region, block, piece);
	return true;
}

bool heap_next_piece(struct heap *heap, struct piece *piece)
{
	const struct region *region = region_of(heap, piece->address);

	if (piece->kind == PIECE_NONE)
		return begin_region(heap, &heap->regions, piece);
	if (!region)
		return false;
	if (piece->kind == PIECE_UNCOMMITTED)
		return begin_region(heap, region->next, piece);
	if (piece->kind != PIECE_REGION)
		return follow_block(heap, region, piece);
	describe_block(region, region->first, piece);
	return true;
}
