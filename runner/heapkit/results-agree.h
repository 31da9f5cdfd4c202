/* SPDX-License-Identifier: MIT */
/* Whether two results can be parts of one. */
#ifndef HEAPKIT_RESULTS_AGREE_H
#define HEAPKIT_RESULTS_AGREE_H

#include <jansson.h>
#include <stdbool.h>

#include "error.h"

/*
 * Whether two headers are of one run: the same kit, suite, implementation, kind of host (system and
 * processor) and options. The error says what `first` has and what `second` has (both are names for
 * people) and ends with `advice`. Which shards they are is not looked at.
 */
bool headers_agree(const char *first, const json_t *first_header, const char *second,
		   const json_t *second_header, const char *advice, struct error *error);

/* "Linux x86_64" of a header whose host says "Linux 6.1.0 x86_64". The caller frees it. */
char *host_kind(const json_t *header);

#endif
