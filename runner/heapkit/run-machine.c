/* SPDX-License-Identifier: MIT */
/* What this machine lets a run do. */
#include <string.h>

#include "platform.h"
#include "run.h"

enum {
	/* open at once: the runner itself, for each lane, and a process of Wine */
	FILES = 20,
	FILES_OF_A_LANE = 3,
	FILES_OF_WINE = 128
};

static bool check_files(unsigned needed, const char *of_whom, struct error *error)
{
	const unsigned limit = platform_file_limit();

	if (limit == 0 || limit >= needed)
		return true;
	return error_set(error,
			 "%u files may be open at once and %sthis run takes %u; allow more "
			 "(ulimit -n) or give fewer --jobs",
			 limit, of_whom, needed);
}

bool run_can_begin(struct error *error)
{
	return check_files(FILES, "", error);
}

void run_choose_lanes(struct run *run)
{
	int cpus[1024];
	unsigned count = (unsigned)platform_cpus(cpus, 1024);
	const unsigned limit = platform_file_limit();

	if (limit >= FILES + FILES_OF_A_LANE && count > (limit - FILES) / FILES_OF_A_LANE)
		count = (limit - FILES) / FILES_OF_A_LANE;
	if (run->implementation.jobs)
		count = run->implementation.jobs;
	if (run->options.jobs)
		count = run->options.jobs;
	if (count > run->plan.job_count)
		count = (unsigned)run->plan.job_count;
	run->pool.count = count;
}

/* What it would make hang, or take for a program that is not there. */
static bool check_wine(const struct run *run, struct error *error)
{
	if (!check_files(FILES_OF_WINE, "each process of Wine in ", error))
		return false;
	for (size_t i = 0; i < run->suite.count; i++)
		for (const char *at = run->suite.programs[i].path; *at; at++)
			if (strchr("\"*?<>|\\", *at) || (unsigned char)*at < ' ')
				return error_set(
				    error,
				    "%s: Wine opens no file with one of \"*?<>|\\ or a control "
				    "character in its path; move the cases",
				    run->suite.programs[i].path);
	return true;
}

bool run_fits(const struct run *run, struct error *error)
{
	return check_files(FILES + run->pool.count * FILES_OF_A_LANE, "", error) &&
	       (!run->implementation.wine || check_wine(run, error));
}
