/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "progress.h"
#include "report.h"
#include "run.h"

void run_begin_results(struct run *run)
{
	json_t *result;
	size_t i;

	if (!run->earlier.header) {
		results_begin(&run->results, record_header(run));
		results_write(&run->writer, run->results.header);
		return;
	}
	results_begin(&run->results, json_incref(run->earlier.header));
	json_array_foreach(run->earlier.cases, i, result)
	    json_array_append(run->results.cases, result);
}

/*
 * What the report of a run, its draft of expectations and the ladder read of a result. The rest is
 * in the file, and of thousands of results too much to keep.
 */
static json_t *remembered(const struct run *run, const json_t *line)
{
	static const char *const keys[] = {"case",         "target",      "title",
					   "requirements", "outcome",     "expected",
					   "attempts",     "expectation", "message"};
	static const char *const of_surprises[] = {"got", "want", "at", "command"};
	json_t *kept = json_object();

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		json_object_set(kept, keys[i], json_object_get(line, keys[i]));
	if (run->options.ladder)
		json_object_set(kept, "imports", json_object_get(line, "imports"));
	if (!result_is_unexpected(line))
		return kept;
	for (size_t i = 0; i < sizeof of_surprises / sizeof *of_surprises; i++)
		json_object_set(kept, of_surprises[i], json_object_get(line, of_surprises[i]));
	json_object_set_new(kept, "output", json_string(report_last_lines(line)));
	return kept;
}

static void record(struct run *run, struct job *job, const struct ending *ending,
		   const struct judgement *judgement)
{
	json_t *line = record_case(run, job, ending, judgement);

	job->done = true;
	run->finished++;
	run->unexpected += result_is_unexpected(line);
	results_write(&run->writer, line);
	json_array_append_new(run->results.cases, remembered(run, line));
	json_decref(line);
	progress_show(run->finished, run->plan.case_count, run->unexpected, job->program->id);
}

void run_note_missing(struct run *run, const struct job *job, const char *function)
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

bool run_decide(struct run *run, struct job *job)
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

static void take_canary(struct run *run, struct job *job, const struct ending *ending)
{
	const bool silent =
	    ending->output_size == 0 && ending->errors_size == 0 && !ending->lane_ended;

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
	if (judgement.is_void && ++job->voids < run->void_runs) {
		job->attempts--;
		plan_again(&run->plan, job);
	} else if (judgement.silent && job->attempts <= run->options.retries) {
		plan_again(&run->plan, job);
	} else {
		if (judgement.is_void && run->void_runs == 1)
			judgement_set(&judgement, OUTCOME_BROKEN,
				      "a heap of somebody else appeared while it ran");
		else if (judgement.is_void)
			judgement_set(&judgement, OUTCOME_BROKEN,
				      "a heap of somebody else appeared in each of %u runs",
				      run->void_runs);
		if (judgement.unimplemented)
			run_note_missing(run, job, judgement.unimplemented);
		record(run, job, ending, &judgement);
	}
	judgement_free(&judgement);
}

void run_take(struct run *run, struct job *job, const struct ending *ending)
{
	if (job->program->kind == KIND_CANARY)
		take_canary(run, job, ending);
	else
		take_case(run, job, ending);
}
