/* SPDX-License-Identifier: MIT */
#include "calibrate.h"

#include <stdlib.h>
#include <string.h>

#include "progress.h"

enum {
	LANE_DEPTH = 2,         /* trials a lane has: one runs, one waits, so it never idles */
	OUTPUT_LIMIT = 1 << 18, /* bytes */
	LEAST_LIMIT = 10,       /* s */
	MUTANT_LIMIT = 2,       /* s: a mutant that blocks is caught, and others wait */
	MUTANT_FACTOR = 10      /* times what the case takes on the model */
};

static const struct trial_place nothing = {SIZE_MAX, SIZE_MAX};

static const struct program *program_at(const struct calibration *calibration,
					const struct trial_place *place)
{
	return calibration->plan.jobs[place->job].program;
}

static struct trial_place *slots_of(struct calibration *calibration, unsigned lane)
{
	return calibration->slots + (size_t)lane * LANE_DEPTH;
}

static double limit_of(const struct calibration *calibration, const struct trial_place *place)
{
	const struct specimen *specimen = &calibration->specimens[place->specimen];
	const double usual = calibration->specimens[0].trials[place->job].seconds * MUTANT_FACTOR;
	const double asked = program_at(calibration, place)->pe.section.time_limit;

	if (specimen_is_mutant(specimen))
		return usual > MUTANT_LIMIT ? usual : MUTANT_LIMIT;
	return asked > LEAST_LIMIT ? asked : LEAST_LIMIT;
}

static json_t *command_of(const struct calibration *calibration, const struct trial_place *place)
{
	const struct specimen *specimen = &calibration->specimens[place->specimen];
	struct program program = *program_at(calibration, place);
	json_t *words;

	program.path = specimen_path(calibration, specimen, &program);
	words = pool_command(specimen_implementation(calibration, specimen), &program);
	free(program.path);
	return words;
}

static void submit(struct calibration *calibration, unsigned lane, const struct trial_place *place)
{
	const size_t number = place->specimen * calibration->plan.job_count + place->job;
	json_t *message = json_pack("{s:I s:o s:f s:i}", "job", (json_int_t)number, "command",
				    command_of(calibration, place), "timeout",
				    limit_of(calibration, place), "limit", OUTPUT_LIMIT);

	pool_submit(&calibration->pool, lane, message);
	json_decref(message);
}

static void fill_lane(struct calibration *calibration, unsigned lane)
{
	struct trial_place *slots = slots_of(calibration, lane);

	for (int i = 0; i < LANE_DEPTH; i++)
		if (slots[i].job == nothing.job && search_next(calibration, &slots[i]))
			submit(calibration, lane, &slots[i]);
}

static void fill_lanes(struct calibration *calibration)
{
	if (calibration->pool.stopping)
		return;
	for (unsigned lane = 0; lane < calibration->pool.count; lane++)
		if (calibration->pool.lanes[lane].ready)
			fill_lane(calibration, lane);
	if (calibration->phase == PHASE_END)
		pool_stop(&calibration->pool);
}

static void on_ready(void *data, unsigned lane, const json_t *facts)
{
	(void)lane;
	(void)facts;
	fill_lanes(data);
}

static void on_failed(void *data, unsigned lane, const char *why)
{
	struct calibration *calibration = data;

	if (!calibration->error.text[0])
		error_set(&calibration->error, "%s cannot run: lane %u: %s",
			  calibration->model.name, lane, why);
	pool_stop(&calibration->pool);
}

static void show_progress(const struct calibration *calibration, const struct trial_place *place)
{
	static const char *const phases[] = {"the model", "the watched model",
					     "variants and mutants", "blind cases", ""};
	const struct specimen *specimen = &calibration->specimens[place->specimen];
	size_t finished = 0;

	for (size_t i = 2; i < calibration->specimen_count; i++)
		finished += calibration->specimens[i].finished;
	if (calibration->phase == PHASE_SPECIMENS)
		progress_show(finished, calibration->specimen_count - 2, 0, specimen->name);
	else
		progress_show(calibration->tried, calibration->tried, 0,
			      phases[calibration->phase]);
}

/* Not the program failed but what was to run it: no mutant is caught by that. */
static bool is_refused(const struct ending *ending)
{
	return !ending->started || (ending->status == EXIT_MISUSE && ending->signal == 0 &&
				    !ending->timed_out && ending->output_size == 0);
}

static void stop_for(struct calibration *calibration, const struct trial_place *place,
		     const struct ending *ending)
{
	const struct specimen *specimen = &calibration->specimens[place->specimen];
	char *path = specimen_path(calibration, specimen, program_at(calibration, place));

	error_set(&calibration->error, "%s cannot run %s (%s): %.*s", calibration->model.name, path,
		  specimen->name,
		  (int)strcspn(ending->started ? ending->errors : ending->start_error, "\r\n"),
		  ending->started ? ending->errors : ending->start_error);
	free(path);
	pool_stop(&calibration->pool);
}

static void on_answered(void *data, unsigned lane, const json_t *answer)
{
	struct calibration *calibration = data;
	struct trial_place *slots = slots_of(calibration, lane);
	const size_t number = (size_t)json_integer_value(json_object_get(answer, "job"));
	const struct trial_place place = {number / calibration->plan.job_count,
					  number % calibration->plan.job_count};
	struct ending ending;

	if (calibration->pool.stopping)
		return;
	for (int i = 0; i < LANE_DEPTH; i++)
		if (slots[i].specimen == place.specimen && slots[i].job == place.job)
			slots[i] = nothing;
	ending_from_json(answer, &ending);
	/* Another model need not know the word "watched": then every trial is made. */
	if (program_at(calibration, &place)->kind != KIND_CANARY && is_refused(&ending) &&
	    calibration->specimens[place.specimen].kind != SPECIMEN_WATCHED)
		stop_for(calibration, &place, &ending);
	else
		search_take(calibration, &place, &ending);
	ending_free(&ending);
	show_progress(calibration, &place);
	fill_lanes(calibration);
}

static bool on_lost(void *data, unsigned lane)
{
	struct calibration *calibration = data;
	struct trial_place *slots = slots_of(calibration, lane);

	for (int i = 0; i < LANE_DEPTH; i++) {
		if (slots[i].job != nothing.job)
			search_again(calibration, &slots[i]);
		slots[i] = nothing;
	}
	return false;
}

void calibrate_run(struct calibration *calibration)
{
	struct pool *pool = &calibration->pool;
	const size_t slots = (size_t)pool->count * LANE_DEPTH;

	calibration->start_time = uv_hrtime();
	calibration->slots = xcalloc(slots, sizeof *calibration->slots);
	for (size_t i = 0; i < slots; i++)
		calibration->slots[i] = nothing;
	pool->ready = on_ready;
	pool->failed = on_failed;
	pool->answered = on_answered;
	pool->lost = on_lost;
	pool_run(pool);
	progress_clear();
	free(calibration->slots);
}
