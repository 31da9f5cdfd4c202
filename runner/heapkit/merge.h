/* SPDX-License-Identifier: MIT */
/* Shards of one run become one result. */
#ifndef HEAPKIT_MERGE_H
#define HEAPKIT_MERGE_H

#include <stddef.h>

#include "error.h"
#include "results.h"

/* One file: what it holds, and which part of how many that is. */
struct shard {
	const char *path;
	struct results results;
	unsigned number, count;
};

/*
 * Makes the result of the whole run, as one runner would have written it; `seconds` is what all
 * shards took together. The cases are sorted by name. The error names files and shards: one that is
 * no shard or was interrupted, one that is there twice or not at all, headers of different runs,
 * kinds of hosts on which different targets run, a case that two shards have.
 */
bool merge_shards(const struct shard *shards, size_t count, struct results *merged,
		  struct error *error);

#endif
