/* SPDX-License-Identifier: MIT */
/*
 * A run in parts: which shard each case belongs to. Whoever divides the same cases by the same
 * times finds the same, so that machines that know nothing of each other run each case once.
 */
#ifndef HEAPKIT_SHARD_H
#define HEAPKIT_SHARD_H

#include "digest.h"
#include "results.h"
#include "suite.h"

struct division {
	unsigned *shards; /* of each program of the suite, from 1; 0: not wanted, or a canary */
	size_t count;     /* of cases in all shards */
	char digest[DIGEST_SIZE]; /* the same where every case is in the same shard */
};

/* "2/3". Returns false and sets the error for anything else. */
bool shard_parse(const char *text, unsigned *shard, unsigned *shards, struct error *error);

/*
 * Divides the programs for which `wanted` says yes, canaries left out, among so many shards: the
 * longest first, each to the shard that has the least to do. How long is what they took in `times`,
 * or what they took there on average; without times (NULL) they are dealt out evenly, by their time
 * limits. division_free() afterwards.
 */
void division_make(struct division *division, const struct suite *suite,
		   bool (*wanted)(const struct program *, const void *), const void *data,
		   unsigned shards, const struct results *times);
void division_free(struct division *division);

#endif
