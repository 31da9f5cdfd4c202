/* SPDX-License-Identifier: MIT */
#include "plan.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static struct plan_target *find_target(struct plan *plan, const char *name)
{
	for (size_t i = 0; i < plan->target_count; i++)
		if (strcmp(plan->targets[i].name, name) == 0)
			return &plan->targets[i];
	return NULL;
}

static void add_job(struct plan *plan, const struct program *program)
{
	struct job *job = &plan->jobs[plan->job_count++];

	memset(job, 0, sizeof *job);
	job->program = program;
	job->target = find_target(plan, program->pe.section.target);
	if (program->kind == KIND_CANARY)
		job->target->canaries_left++;
	else
		plan->case_count++;
}

static void decide(struct plan_target *target)
{
	target->decided = true;
	target->belief.status = target->status_good >= 2 && target->status_bad == 0;
	target->belief.text = target->text_good >= 1 && target->text_bad == 0;
	target->runs = target->belief.status || target->belief.text;
	if (target->runs) {
		free(target->message);
		target->message = NULL;
	}
}

static int compare_jobs(const void *a, const void *b)
{
	const struct program *x = ((const struct job *)a)->program;
	const struct program *y = ((const struct job *)b)->program;
	const bool x_canary = x->kind == KIND_CANARY, y_canary = y->kind == KIND_CANARY;
	int order;

	if (x_canary != y_canary)
		return x_canary ? -1 : 1;
	if (x->rung != y->rung)
		return x->rung < y->rung ? -1 : 1;
	order = strcmp(x->pe.section.target, y->pe.section.target);
	return order ? order : strcmp(x->id, y->id);
}

void plan_make(struct plan *plan, const struct suite *suite,
	       bool (*wanted)(const struct program *, const void *), const void *data)
{
	memset(plan, 0, sizeof *plan);
	plan->targets = xcalloc(suite->count, sizeof *plan->targets);
	plan->jobs = xcalloc(suite->count, sizeof *plan->jobs);
	plan->waiting = xcalloc(suite->count, sizeof *plan->waiting);
	for (size_t i = 0; i < suite->count; i++) {
		const struct program *program = &suite->programs[i];
		const char *target = program->pe.section.target;

		if (program->kind != KIND_CANARY && wanted(program, data) &&
		    !find_target(plan, target))
			plan->targets[plan->target_count++].name = target;
	}
	for (size_t i = 0; i < suite->count; i++) {
		const struct program *program = &suite->programs[i];
		const bool canary = program->kind == KIND_CANARY;

		if (find_target(plan, program->pe.section.target) &&
		    (canary || wanted(program, data)))
			add_job(plan, program);
	}
	/* Somebody else's folder without canaries: nothing shows that status can be believed. */
	for (size_t i = 0; i < plan->target_count; i++)
		if (plan->targets[i].canaries_left == 0) {
			plan->targets[i].text_good = 1;
			decide(&plan->targets[i]);
		}
	qsort(plan->jobs, plan->job_count, sizeof *plan->jobs, compare_jobs);
	for (size_t i = 0; i < plan->job_count; i++)
		plan->waiting[plan->waiting_count++] = i;
}

void plan_free(struct plan *plan)
{
	for (size_t i = 0; i < plan->target_count; i++) {
		free(plan->targets[i].message);
		free(plan->targets[i].missing);
	}
	free(plan->targets);
	free(plan->jobs);
	free(plan->waiting);
	memset(plan, 0, sizeof *plan);
}

static struct job *take_waiting(struct plan *plan, size_t i)
{
	struct job *job = &plan->jobs[plan->waiting[i]];

	memmove(&plan->waiting[i], &plan->waiting[i + 1],
		(plan->waiting_count - i - 1) * sizeof *plan->waiting);
	plan->waiting_count--;
	return job;
}

struct job *plan_next(struct plan *plan)
{
	for (size_t i = 0; i < plan->waiting_count; i++) {
		const struct job *job = &plan->jobs[plan->waiting[i]];

		if (job->program->kind == KIND_CANARY || job->target->decided)
			return take_waiting(plan, i);
	}
	return NULL;
}

struct job *plan_take_out(struct plan *plan, const char *case_id, const char *target)
{
	for (size_t i = 0; i < plan->waiting_count; i++) {
		const struct program *program = plan->jobs[plan->waiting[i]].program;

		if (program->kind != KIND_CANARY && strcmp(program->id, case_id) == 0 &&
		    strcmp(program->pe.section.target, target) == 0)
			return take_waiting(plan, i);
	}
	return NULL;
}

void plan_again(struct plan *plan, struct job *job)
{
	memmove(&plan->waiting[1], &plan->waiting[0], plan->waiting_count * sizeof *plan->waiting);
	plan->waiting[0] = (size_t)(job - plan->jobs);
	plan->waiting_count++;
}

/* What was seen instead, in words: the first canary that failed speaks for all. */
static char *describe(const struct job *job, const struct ending *ending)
{
	const char *title = job->program->pe.section.title;

	if (!ending->started)
		return xformat("its canaries could not be started: %s", ending->start_error);
	if (ending->lane_ended)
		return xformat(
		    "a canary (%s) ended the lane, heapkit's own process, whenever it ran", title);
	if (ending->flooded)
		return xformat("a canary (%s) printed more than a case may", title);
	if (ending->timed_out)
		return xformat("a canary did not end within %.1f s", ending->limit);
	if (ending->signal)
		return xformat("a canary (%s) was ended by signal %d", title, ending->signal);
	return xformat("a canary (%s) ended with status %" PRId64 " and %s", title, ending->status,
		       ending->output_size ? "other text" : "no text");
}

void plan_canary(struct job *job, const struct ending *ending,
		 const struct implementation *implementation)
{
	struct plan_target *target = job->target;
	const char *title = job->program->pe.section.title;
	const bool text = strncmp(title, "text ", 5) == 0;

	if (ending->seconds > target->canary_seconds)
		target->canary_seconds = ending->seconds;
	if (ending->errors_size)
		target->belief.noisy = true;
	if (judge_canary(job->program, ending)) {
		++*(text ? &target->text_good : &target->status_good);
	} else {
		char *missing = judge_unimplemented(job->program, implementation, ending);

		++*(text ? &target->text_bad : &target->status_bad);
		/* The first by name, not by time: two runs say the same. */
		if (!target->witness || strcmp(title, target->witness) < 0) {
			free(target->message);
			target->message = describe(job, ending);
			target->witness = title;
		}
		if (missing && !target->missing)
			target->missing = missing;
		else
			free(missing);
	}
	if (--target->canaries_left == 0)
		decide(target);
}
