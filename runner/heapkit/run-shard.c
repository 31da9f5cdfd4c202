/* SPDX-License-Identifier: MIT */
#include "run.h"

bool run_divide(struct run *run, bool (*wanted)(const struct program *, const void *),
		struct error *error)
{
	const struct run_options *options = &run->options;
	struct results times = {0};

	if (options->times && !results_read(options->times, &times, error))
		return false;
	division_make(&run->division, &run->suite, wanted, run, options->shards,
		      options->times ? &times : NULL);
	results_free(&times);
	return true;
}
