/* SPDX-License-Identifier: MIT */
#include "run.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "platform.h"
#include "progress.h"

enum {
	LANE_DEPTH = 2,         /* jobs a lane has: one runs, one waits, so it never idles */
	OUTPUT_LIMIT = 1 << 18, /* bytes; a case prints a few lines */
	LEAST_LIMIT = 10,       /* s */
	CANARY_LIMIT = 30,      /* s: the first start of an implementation may be slow */
	CANARY_FACTOR = 20,
	VOID_RUNS = 5
};

static struct job **slots_of(struct run *run, unsigned lane)
{
	return run->in_flight + (size_t)lane * LANE_DEPTH;
}

static double limit_of(const struct run *run, const struct job *job)
{
	const double canary = job->target->canary_seconds * CANARY_FACTOR;
	double limit = job->program->pe.section.time_limit;

	if (run->options.timeout > 0)
		return run->options.timeout;
	if (job->program->kind == KIND_CANARY)
		return CANARY_LIMIT;
	if (limit < canary)
		limit = canary;
	return limit < LEAST_LIMIT ? LEAST_LIMIT : limit;
}

static void submit(struct run *run, unsigned lane, struct job *job)
{
	json_t *message = json_pack("{s:I s:o s:f s:i}", "job", (json_int_t)(job - run->plan.jobs),
				    "command", pool_command(&run->implementation, job->program),
				    "timeout", limit_of(run, job), "limit", OUTPUT_LIMIT);

	job->attempts++;
	pool_submit(&run->pool, lane, message);
	json_decref(message);
}

static void record(struct run *run, struct job *job, const struct ending *ending,
		   const struct judgement *judgement)
{
	json_t *line = record_case(run, job, ending, judgement);

	job->done = true;
	run->finished++;
	run->unexpected += result_is_unexpected(line);
	results_write(&run->writer, line);
	json_array_append_new(run->results.cases, line);
	progress_show(run->finished, run->plan.case_count, run->unexpected, job->program->id);
}

/* A function that is missing on one target may be there on another. */
static void note_missing(struct run *run, const struct job *job, const char *function)
{
	run->missing = xrealloc(run->missing, (run->missing_count + 1) * sizeof *run->missing);
	run->missing[run->missing_count++] = xformat("%s %s", job->target->name, function);
}

static const char *missing_import(const struct run *run, const struct job *job)
{
	const size_t length = strlen(job->target->name);

	for (size_t i = 0; i < run->missing_count; i++) {
		const char *entry = run->missing[i];

		if (strncmp(entry, job->target->name, length) == 0 && entry[length] == ' ' &&
		    pe_imports(&job->program->pe, entry + length + 1))
			return entry + length + 1;
	}
	return NULL;
}

/* Decides without a process what is already known. Returns whether it did. */
static bool decide_at_once(struct run *run, struct job *job)
{
	const char *missing;
	struct judgement judgement = {0};

	if (job->program->kind == KIND_CANARY)
		return false;
	if (!job->target->runs) {
		job->done = true;
		run->finished++;
		return true;
	}
	missing = run->options.all ? NULL : missing_import(run, job);
	if (!missing)
		return false;
	judgement_set(&judgement, OUTCOME_UNIMPLEMENTED, "unimplemented: %s", missing);
	judgement.observations = json_object();
	record(run, job, NULL, &judgement);
	judgement_free(&judgement);
	return true;
}

/* A slot of the lane for the next job, or -1. A lane holds one job until targets are decided. */
static int free_slot(struct run *run, unsigned lane)
{
	struct job **slots = slots_of(run, lane);

	for (int i = 0; i < LANE_DEPTH; i++)
		if (!slots[i])
			return i;
	return -1;
}

static void fill_lane(struct run *run, unsigned lane)
{
	struct job *job;
	int slot;

	while ((slot = free_slot(run, lane)) >= 0 && (job = plan_next(&run->plan))) {
		if (decide_at_once(run, job))
			continue;
		slots_of(run, lane)[slot] = job;
		submit(run, lane, job);
	}
}

static bool nothing_left(const struct run *run)
{
	for (unsigned i = 0; i < run->pool.count * LANE_DEPTH; i++)
		if (run->in_flight[i])
			return false;
	return run->plan.waiting_count == 0;
}

/* Depth before breadth would give one lane everything while the other starts up. */
static void fill_lanes(struct run *run)
{
	if (run->pool.stopping)
		return;
	for (unsigned lane = 0; lane < run->pool.count; lane++)
		if (run->pool.lanes[lane].ready)
			fill_lane(run, lane);
	if (nothing_left(run))
		pool_stop(&run->pool);
}

static void on_ready(void *data, unsigned lane, const json_t *facts)
{
	struct run *run = data;

	(void)lane;
	if (!run->has_header) {
		run->has_header = true;
		if (run->implementation.fixed_addresses &&
		    !json_is_true(json_object_get(facts, "fixed_addresses")))
			json_array_append_new(run->notes,
					      json_string("address space randomisation stays on: "
							  "turning it off is refused here"));
		results_begin(&run->results, record_header(run));
		results_write(&run->writer, run->results.header);
	}
	fill_lanes(run);
}

static void on_failed(void *data, unsigned lane, const char *why)
{
	struct run *run = data;

	if (!run->error.text[0])
		error_set(&run->error, "%s cannot run: lane %u: %s", run->implementation.name, lane,
			  why);
	pool_stop(&run->pool);
}

static void take_canary(struct run *run, struct job *job, const struct ending *ending)
{
	const bool silent = ending->output_size == 0 && ending->errors_size == 0;

	/* Even a good Wine fails one launch in thousands: that must not cost a whole target. */
	if (!judge_canary(job->program, ending) && silent && ending->started &&
	    !ending->timed_out && job->attempts <= run->options.retries)
		plan_again(&run->plan, job);
	else
		plan_canary(job, ending, &run->implementation);
}

static void take_case(struct run *run, struct job *job, const struct ending *ending)
{
	struct judgement judgement;

	judge(job->program, &run->implementation, &job->target->belief, ending, &judgement);
	if (judgement.is_void && ++job->voids < VOID_RUNS) {
		job->attempts--;
		plan_again(&run->plan, job);
	} else if (judgement.silent && job->attempts <= run->options.retries) {
		plan_again(&run->plan, job);
	} else {
		if (judgement.is_void)
			judgement_set(&judgement, OUTCOME_BROKEN,
				      "a heap of somebody else appeared in each of %d runs",
				      VOID_RUNS);
		if (judgement.unimplemented)
			note_missing(run, job, judgement.unimplemented);
		record(run, job, ending, &judgement);
	}
	judgement_free(&judgement);
}

static void on_answered(void *data, unsigned lane, const json_t *answer)
{
	struct run *run = data;
	struct job **slots = slots_of(run, lane);
	struct job *job = &run->plan.jobs[json_integer_value(json_object_get(answer, "job"))];
	struct ending ending;

	if (run->pool.stopping)
		return;
	for (int i = 0; i < LANE_DEPTH; i++)
		if (slots[i] == job)
			slots[i] = NULL;
	ending_from_json(answer, &ending);
	if (job->program->kind == KIND_CANARY)
		take_canary(run, job, &ending);
	else
		take_case(run, job, &ending);
	ending_free(&ending);
	fill_lanes(run);
}

static void on_lost(void *data, unsigned lane)
{
	struct run *run = data;
	struct job **slots = slots_of(run, lane);

	for (int i = LANE_DEPTH - 1; i >= 0; i--) {
		if (!slots[i])
			continue;
		/* That it has to be tried again says nothing about the implementation. */
		slots[i]->attempts--;
		plan_again(&run->plan, slots[i]);
		slots[i] = NULL;
	}
}

static void run_all(struct run *run)
{
	run->start_time = uv_hrtime();
	run->in_flight = xcalloc((size_t)run->pool.count * LANE_DEPTH, sizeof(struct job *));
	run->pool.ready = on_ready;
	run->pool.failed = on_failed;
	run->pool.answered = on_answered;
	run->pool.lost = on_lost;
	pool_run(&run->pool);
	progress_clear();
}

int command_run(int argc, char **argv)
{
	static struct run run;
	int status;

	if (!options_parse(argc, argv, &run.options, &run.error)) {
		options_free(&run.options);
		return error_report(&run.error, EXIT_MISUSE);
	}
	if (run.options.help) {
		fputs(run_help, stdout);
		options_free(&run.options);
		return 0;
	}
	if (!run_open(&run, &status)) {
		error_report(&run.error, status);
	} else {
		run_all(&run);
		status = run_conclude(&run);
		if (!results_close(&run.writer, &run.error))
			status = error_report(&run.error, EXIT_MISUSE);
	}
	for (size_t i = 0; i < run.missing_count; i++)
		free(run.missing[i]);
	free(run.missing);
	run_close(&run);
	return status;
}
