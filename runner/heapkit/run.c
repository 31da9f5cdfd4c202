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
	LANES_FOR_A_CASE = 2,
	VOID_RUNS = 5 /* of a program that met a heap of somebody else in each */
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

/* A slot of the lane for the next job, behind those it has; or -1. */
static int free_slot(struct run *run, unsigned lane)
{
	struct job **slots = slots_of(run, lane);

	for (int i = 0; i < LANE_DEPTH; i++)
		if (!slots[i])
			return i;
	return -1;
}

static void take_out(struct run *run, unsigned lane, const struct job *job)
{
	struct job **slots = slots_of(run, lane);
	int kept = 0;

	for (int i = 0; i < LANE_DEPTH; i++)
		if (slots[i] != job)
			slots[kept++] = slots[i];
	while (kept < LANE_DEPTH)
		slots[kept++] = NULL;
}

static void fill_lane(struct run *run, unsigned lane)
{
	struct job *job;
	int slot;

	while ((slot = free_slot(run, lane)) >= 0 && (job = plan_next(&run->plan))) {
		if (run_decide(run, job))
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

static void add_note(struct run *run, const char *text)
{
	json_array_append_new(run->notes, json_string(text));
}

/* Containers refuse some of what a lane sets on itself; the run goes on. */
static void note_refusals(struct run *run, unsigned lane, const json_t *facts)
{
	if (run->implementation.fixed_addresses &&
	    !json_is_true(json_object_get(facts, "fixed_addresses")))
		add_note(run, "address space randomisation stays on: turning it off is refused "
			      "here");
	if (pool_cpu(&run->pool, lane) >= 0 && !json_is_true(json_object_get(facts, "pinned")))
		add_note(run, "the lanes have no CPU of their own: pinning them is refused here, "
			      "which makes a run slower");
}

static void on_ready(void *data, unsigned lane, const json_t *facts)
{
	struct run *run = data;

	profile_take_ready(&run->profile, lane, facts);
	profile_end(&run->profile, STAGE_LANES);
	if (!run->has_header) {
		run->has_header = true;
		note_refusals(run, lane, facts);
		run_begin_results(run);
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

static void on_answered(void *data, unsigned lane, const json_t *answer)
{
	struct run *run = data;
	struct job *job = &run->plan.jobs[json_integer_value(json_object_get(answer, "job"))];
	struct ending ending;

	if (run->pool.stopping)
		return;
	take_out(run, lane, job);
	profile_take_answer(&run->profile, lane, answer);
	profile_end(&run->profile,
		    job->program->kind == KIND_CANARY ? STAGE_CANARIES : STAGE_CASES);
	/* That says nothing about the implementation: no result, rather than a wrong one. */
	if (json_is_true(json_object_get(answer, "refused"))) {
		on_failed(run, lane, json_string_value(json_object_get(answer, "error")));
		return;
	}
	ending_from_json(answer, &ending);
	run_take(run, job, &ending);
	ending_free(&ending);
	fill_lanes(run);
}

/* That it has to be tried again says nothing about the implementation. */
static void give_back(struct run *run, struct job *job)
{
	job->attempts--;
	plan_again(&run->plan, job);
}

/* Once may have been somebody else; a case that ends its lane again has ended by that. */
static void take_loss(struct run *run, struct job *job)
{
	struct ending ending = {.started = true, .lane_ended = true};

	if (++job->lanes_ended < LANES_FOR_A_CASE) {
		give_back(run, job);
		return;
	}
	job->attempts += LANES_FOR_A_CASE - 1;
	ending.start_error = xstrdup("");
	ending.output = xstrdup("");
	ending.errors = xstrdup("");
	run_take(run, job, &ending);
	ending_free(&ending);
}

static bool on_lost(void *data, unsigned lane)
{
	struct run *run = data;
	struct job **slots = slots_of(run, lane), *running = slots[0];

	for (int i = LANE_DEPTH - 1; i > 0; i--)
		if (slots[i])
			give_back(run, slots[i]);
	memset(slots, 0, LANE_DEPTH * sizeof *slots);
	if (running)
		take_loss(run, running);
	fill_lanes(run);
	return running != NULL;
}

static void run_all(struct run *run)
{
	run->start_time = uv_hrtime();
	run->void_runs = VOID_RUNS;
	run->in_flight = xcalloc((size_t)run->pool.count * LANE_DEPTH, sizeof(struct job *));
	run->pool.ready = on_ready;
	run->pool.failed = on_failed;
	run->pool.answered = on_answered;
	run->pool.lost = on_lost;
	if (run->plan.job_count == 0) { /* more shards than cases */
		run_begin_results(run);
		return;
	}
	profile_open(&run->profile, run->pool.count);
	pool_run(&run->pool);
	profile_end(&run->profile, STAGE_CLOSING);
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
	profile_begin(&run.profile);
	if (!run_open(&run, &status)) {
		error_report(&run.error, status);
	} else if (run.earlier.footer) {
		status = run_conclude_again(&run);
	} else {
		run_all(&run);
		status = run_conclude(&run);
		if (!results_close(&run.writer, &run.error))
			status = error_report(&run.error, EXIT_MISUSE);
		if (run.options.profile && run.profile.lanes)
			profile_print(&run.profile, stdout);
	}
	profile_free(&run.profile);
	run_close(&run);
	return status;
}
