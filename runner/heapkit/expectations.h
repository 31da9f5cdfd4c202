/* SPDX-License-Identifier: MIT */
/*
 * Expectations: what one implementation is known to get wrong, with a reason.
 *
 *   - case: process-heaps/small-buffer-*    # a glob
 *     target: "*-bare"                      # a glob; absent: every target
 *     version: ">=8.0 <11"                  # absent: every version
 *     expect: fail                          # an outcome other than pass and skip
 *     reason: follows the text of the 1990s: nothing is stored
 *     url: https://…                        # absent: none is known
 *     until: "12.0"                         # the version expected to be right, or a date
 * 2027-01-31
 */
#ifndef HEAPKIT_EXPECTATIONS_H
#define HEAPKIT_EXPECTATIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "error.h"
#include "outcome.h"

struct expectation {
	char *case_glob;
	char *target_glob; /* never NULL: "*" */
	char *version;     /* range, never NULL: "" */
	enum outcome expect;
	char *reason;
	char *url;   /* NULL: none */
	char *until; /* NULL: none */
	unsigned line;
};

struct expectations {
	char *path;
	struct expectation *entries;
	size_t count;
};

/*
 * Reads the file. The error names file and line: an unknown key, a wrong type, an unknown outcome,
 * an expected pass or skip, a bad version range, an `until` that is neither version nor date, an
 * entry that stands there twice (same case, target and version).
 */
bool expectations_load(const char *path, struct expectations *expectations, struct error *error);

/* The same of the bytes of a file, which errors call `path`. */
bool expectations_parse(const char *path, const unsigned char *bytes, size_t size,
			struct expectations *expectations, struct error *error);
void expectations_free(struct expectations *expectations);

/*
 * The first entry for that case, target and version of the implementation, or NULL. Where `until`
 * is a version and `version` has reached it, the entry does not apply any more.
 */
const struct expectation *expectations_find(const struct expectations *expectations,
					    const char *case_id, const char *target,
					    const char *version);

/* Whether the entry's version range and `until` include the version. */
bool expectation_applies(const struct expectation *expectation, const char *version);

/* Whether `until` is a date (YYYY-MM-DD) before `today` (same form). */
bool expectation_is_overdue(const struct expectation *expectation, const char *today);

#endif
