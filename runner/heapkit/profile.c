/* SPDX-License-Identifier: MIT */
#include "profile.h"

#include <stdlib.h>
#include <uv.h>

#include "error.h"
#include "platform.h"

static double number(const json_t *object, const char *key)
{
	return json_number_value(json_object_get(object, key));
}

double profile_own_time(void)
{
	uv_rusage_t usage;

	if (uv_getrusage(&usage) != 0)
		return 0;
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
	       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

void profile_begin(struct profile *profile)
{
	profile->begin = uv_hrtime();
}

void profile_open(struct profile *profile, unsigned lanes)
{
	profile->lanes = xcalloc(lanes, sizeof *profile->lanes);
	profile->lane_count = lanes;
	profile->children = platform_time_of_children();
	for (int i = 0; i < STAGES; i++)
		profile_end(profile, i);
}

void profile_end(struct profile *profile, enum stage stage)
{
	const uint64_t now = uv_hrtime();

	for (int i = stage; i < STAGES; i++)
		profile->ends[i] = now;
}

void profile_take_ready(struct profile *profile, unsigned lane, const json_t *facts)
{
	struct lane_times *times = &profile->lanes[lane];

	/* Of a lane that takes the place of one that died, the past is only known to have been. */
	profile->lost += times->own + times->waited;
	times->own = number(facts, "own");
	times->waited = times->services = number(facts, "waited");
}

void profile_take_answer(struct profile *profile, unsigned lane, const json_t *answer)
{
	struct lane_times *times = &profile->lanes[lane];

	times->own = number(answer, "own");
	times->waited = number(answer, "waited");
	profile->busy += number(answer, "seconds");
	profile->launches++;
}

static double wall(const struct profile *profile, enum stage stage)
{
	const uint64_t begin = stage ? profile->ends[stage - 1] : profile->begin;

	return (double)(profile->ends[stage] - begin) / 1e9;
}

static void print_stages(const struct profile *profile, FILE *stream)
{
	static const char *const names[STAGES] = {"opening", "lanes", "canaries", "cases",
						  "closing"};
	static const char *const about[STAGES] = {
	    "the suite is read, the implementation found and asked for its version",
	    "all lanes start, each with what has to run beside its programs",
	    "until every target has been decided", "until the last program has ended",
	    "lanes end what they started and clean up"};

	fputs("\ntime of the clock\n", stream);
	for (int i = 0; i < STAGES; i++)
		fprintf(stream, "  %-10s %9.3f s  %s\n", names[i], wall(profile, i), about[i]);
}

static void print_share(FILE *stream, const char *name, double seconds, size_t launches)
{
	fprintf(stream, "  %-10s %9.3f s  %.3f ms a launch\n", name, seconds,
		launches ? seconds * 1e3 / (double)launches : 0);
}

static void print_processor(const struct profile *profile, FILE *stream)
{
	const double children = platform_time_of_children() - profile->children;
	const size_t launches = profile->launches;
	double lanes = 0, programs = 0;

	for (unsigned i = 0; i < profile->lane_count; i++) {
		lanes += profile->lanes[i].own;
		programs += profile->lanes[i].waited - profile->lanes[i].services;
	}
	fprintf(stream, "processor time, %zu launches\n", launches);
	print_share(stream, "runner", profile_own_time(), launches);
	print_share(stream, "lanes", lanes, launches);
	/* Windows knows nothing of children. */
	if (children <= 0)
		return;
	print_share(stream, "programs", programs, launches);
	print_share(stream, "services", children - lanes - programs - profile->lost, launches);
}

void profile_print(const struct profile *profile, FILE *stream)
{
	const double ran = wall(profile, STAGE_CANARIES) + wall(profile, STAGE_CASES);
	const double share = ran > 0 && profile->lane_count ? profile->busy / ran : 0;

	print_stages(profile, stream);
	print_processor(profile, stream);
	fprintf(stream, "lanes: %u, busy %.0f %% of the time of canaries and cases\n",
		profile->lane_count, profile->lane_count ? 100 * share / profile->lane_count : 0);
}

void profile_free(struct profile *profile)
{
	free(profile->lanes);
	profile->lanes = NULL;
}
