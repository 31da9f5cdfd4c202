/* SPDX-License-Identifier: MIT */
/*
 * First everything on the model, and on the watched one. Then all cases on every variant and, for
 * each mutant, the cases that cite what it breaks until one catches it: those that have not caught
 * any yet come first. Last a mutant for each case that is still blind.
 */
#include "calibrate.h"

#include <stdlib.h>
#include <string.h>

enum { VOID_RUNS = 5 };

bool passes_on_model(const struct calibration *calibration, size_t job)
{
	const struct trial *trial = &calibration->specimens[0].trials[job];

	return trial->state == TRIAL_DONE && trial->outcome == OUTCOME_PASS;
}

static const struct program *program_of(const struct calibration *calibration, size_t job)
{
	return calibration->plan.jobs[job].program;
}

/* ---- What to try next --------------------------------------------------------------------------
 */

/* A job whose target cannot run has not passed, and is not tried. */
static void give_up(struct calibration *calibration, const struct job *job)
{
	struct trial *trial =
	    &calibration->specimens[0].trials[(size_t)(job - calibration->plan.jobs)];

	trial->state = TRIAL_DONE;
	trial->outcome = OUTCOME_CRASH;
	trial->message =
	    xstrdup(job->target->message ? job->target->message : "its target cannot run here");
}

static bool next_on_model(struct calibration *calibration, struct trial_place *place)
{
	const struct job *job;

	while ((job = plan_next(&calibration->plan))) {
		if (job->program->kind != KIND_CANARY && !job->target->runs) {
			give_up(calibration, job);
			continue;
		}
		*place = (struct trial_place){0, (size_t)(job - calibration->plan.jobs)};
		return true;
	}
	return false;
}

/* Where the model skips a case, a variant may fail it all the same. */
static bool is_tried_on_variant(const struct calibration *calibration, size_t job)
{
	const struct trial *trial = &calibration->specimens[0].trials[job];

	return trial->state == TRIAL_DONE &&
	       (trial->outcome == OUTCOME_PASS || trial->outcome == OUTCOME_SKIP);
}

static bool is_tried(const struct calibration *calibration, const struct specimen *specimen,
		     size_t job)
{
	if (specimen->trials[job].state != TRIAL_WAITS)
		return false;
	if (!calibration->options.full && !may_show(calibration, specimen, job))
		return false;
	if (specimen->kind == SPECIMEN_VARIANT || specimen->kind == SPECIMEN_WATCHED)
		return is_tried_on_variant(calibration, job);
	return passes_on_model(calibration, job) &&
	       (calibration->options.full ||
		cites_any(program_of(calibration, job), specimen->requirements));
}

/* The next job for the specimen, or -1. */
static long next_job(const struct calibration *calibration, const struct specimen *specimen)
{
	long found = -1;

	for (size_t job = 0; job < calibration->plan.job_count; job++) {
		if (!is_tried(calibration, specimen, job))
			continue;
		if (found < 0)
			found = (long)job;
		if (!specimen_is_mutant(specimen) || !case_of(calibration, job)->sees)
			return (long)job;
	}
	return found;
}

static bool next_on_watched(struct calibration *calibration, struct trial_place *place)
{
	for (size_t job = 0; job < calibration->plan.job_count; job++)
		if (is_tried(calibration, &calibration->specimens[1], job)) {
			*place = (struct trial_place){1, job};
			return true;
		}
	return false;
}

static bool next_on_specimens(struct calibration *calibration, struct trial_place *place)
{
	for (size_t i = 2; i < calibration->specimen_count; i++) {
		struct specimen *specimen = &calibration->specimens[i];
		const bool one_by_one = specimen_is_mutant(specimen) && !calibration->options.full;
		long job;

		if (specimen->finished || (one_by_one && specimen->running))
			continue;
		job = next_job(calibration, specimen);
		if (job >= 0) {
			*place = (struct trial_place){i, (size_t)job};
			return true;
		}
		specimen->finished = specimen->running == 0;
	}
	return false;
}

/* A mutant that the case was not tried on; where `cited`, one of a requirement that it cites. */
static bool next_for_case(const struct calibration *calibration, const struct judged_case *judged,
			  bool cited, struct trial_place *place)
{
	for (size_t i = 1; i < calibration->specimen_count; i++) {
		const struct specimen *specimen = &calibration->specimens[i];

		if (!specimen_is_mutant(specimen) ||
		    cites_any(judged->program, specimen->requirements) != cited)
			continue;
		for (size_t k = 0; k < judged->job_count; k++)
			if (specimen->trials[judged->jobs[k]].state == TRIAL_WAITS &&
			    may_show(calibration, specimen, judged->jobs[k]) &&
			    passes_on_model(calibration, judged->jobs[k])) {
				*place = (struct trial_place){i, judged->jobs[k]};
				return true;
			}
	}
	return false;
}

static bool next_for_blind(struct calibration *calibration, struct trial_place *place)
{
	for (size_t i = 0; i < calibration->case_count; i++) {
		struct judged_case *judged = &calibration->cases[i];

		if (judged->sees || judged->running)
			continue;
		if (next_for_case(calibration, judged, true, place) ||
		    next_for_case(calibration, judged, false, place)) {
			judged->running = true;
			return true;
		}
	}
	return false;
}

static bool next_in_phase(struct calibration *calibration, struct trial_place *place)
{
	switch (calibration->phase) {
	case PHASE_MODEL:
		return next_on_model(calibration, place);
	case PHASE_WATCHED:
		return next_on_watched(calibration, place);
	case PHASE_SPECIMENS:
		return next_on_specimens(calibration, place);
	case PHASE_BLIND:
		return next_for_blind(calibration, place);
	default:
		return false;
	}
}

bool search_next(struct calibration *calibration, struct trial_place *place)
{
	struct specimen *specimen;

	while (!next_in_phase(calibration, place)) {
		if (calibration->in_flight || calibration->phase == PHASE_END)
			return false;
		calibration->phase++;
	}
	specimen = &calibration->specimens[place->specimen];
	specimen->trials[place->job].state = TRIAL_RUNS;
	specimen->running++;
	calibration->in_flight++;
	return true;
}

/* ---- What is known then ------------------------------------------------------------------------
 */

static void end_trial(struct calibration *calibration, const struct trial_place *place,
		      enum trial_state state)
{
	struct specimen *specimen = &calibration->specimens[place->specimen];
	struct judged_case *judged = case_of(calibration, place->job);

	specimen->trials[place->job].state = state;
	specimen->running--;
	if (judged)
		judged->running = false;
	calibration->in_flight--;
}

void search_again(struct calibration *calibration, const struct trial_place *place)
{
	end_trial(calibration, place, TRIAL_WAITS);
	calibration->specimens[place->specimen].finished = false;
	if (place->specimen == 0)
		plan_again(&calibration->plan, &calibration->plan.jobs[place->job]);
}

/* Broken says nothing about the clause, nor does a function that is missing. */
static bool is_caught(enum outcome outcome)
{
	return outcome == OUTCOME_FAIL || outcome == OUTCOME_CRASH || outcome == OUTCOME_TIMEOUT;
}

/* A crash may be the model's own fault, so the search goes on for a case that says what is wrong.
 */
static void note_catch(struct calibration *calibration, const struct trial_place *place)
{
	struct specimen *specimen = &calibration->specimens[place->specimen];
	struct judged_case *judged = case_of(calibration, place->job);

	judged->sees = true;
	if (!cites_any(judged->program, specimen->requirements))
		return;
	if (!specimen->caught_by || specimen->only_crashes) {
		specimen->caught_by = &calibration->plan.jobs[place->job];
		specimen->only_crashes = specimen->trials[place->job].outcome == OUTCOME_CRASH;
	}
	specimen->finished |= !calibration->options.full && !specimen->only_crashes;
}

/* A run that met a heap of somebody else says nothing, five times at most. */
static bool is_void(struct trial *trial, struct judgement *judgement)
{
	if (!judgement->is_void)
		return false;
	if (++trial->voids < VOID_RUNS)
		return true;
	judgement_set(judgement, OUTCOME_BROKEN,
		      "a heap of somebody else appeared in each of %d runs", VOID_RUNS);
	return false;
}

static void take_judgement(struct calibration *calibration, const struct trial_place *place,
			   const struct ending *ending, const struct judgement *judgement)
{
	const struct specimen *specimen = &calibration->specimens[place->specimen];
	struct trial *trial = &specimen->trials[place->job];

	if (specimen->kind == SPECIMEN_WATCHED &&
	    judgement->outcome == calibration->specimens[0].trials[place->job].outcome)
		asked_take(calibration, place->job, ending->errors);
	trial->outcome = judgement->outcome;
	trial->seconds = ending->seconds;
	if (!specimen_is_mutant(specimen) && judgement->message)
		trial->message = xstrdup(judgement->message);
	if (specimen_is_mutant(specimen) && is_caught(trial->outcome))
		note_catch(calibration, place);
	calibration->tried++;
	calibrate_write_trial(calibration, place, judgement);
}

void search_take(struct calibration *calibration, const struct trial_place *place,
		 const struct ending *ending)
{
	struct job *job = &calibration->plan.jobs[place->job];
	const struct specimen *specimen = &calibration->specimens[place->specimen];
	struct judgement judgement;

	if (job->program->kind == KIND_CANARY) {
		end_trial(calibration, place, TRIAL_DONE);
		plan_canary(job, ending, &calibration->model);
		return;
	}
	judge(job->program, specimen_implementation(calibration, specimen), &job->target->belief,
	      ending, &judgement);
	if (is_void(&specimen->trials[place->job], &judgement)) {
		search_again(calibration, place);
	} else {
		end_trial(calibration, place, TRIAL_DONE);
		take_judgement(calibration, place, ending, &judgement);
	}
	judgement_free(&judgement);
}
