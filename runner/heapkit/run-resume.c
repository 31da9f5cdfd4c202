/* SPDX-License-Identifier: MIT */
/* A run that was interrupted goes on where its results end. */
#include <string.h>

#include "results-agree.h"
#include "run.h"

static const char advice[] = "these are results of another run: give the options it had, or begin "
			     "anew with --results";

static bool is_of_this_run(const struct run *run, const json_t *header, struct error *error)
{
	const char *path = run->options.resume;
	const char *part = result_text(run->earlier.header, "shard");
	const char *own = result_text(header, "shard");

	if (strcmp(part, own) != 0)
		return error_set(error, "%s is %s%.20s and this run is %s%.20s; %s", path,
				 *part ? "shard " : "a whole run", part,
				 *own ? "shard " : "a whole one", own, advice);
	return headers_agree(path, run->earlier.header, "this run", header, advice, error);
}

/* As the run would have noted it, had it not been interrupted. */
static void note_missing(struct run *run, const struct job *job, const json_t *result)
{
	static const char before[] = "unimplemented: ";
	const char *message = result_text(result, "message");

	if (result_outcome(result) == OUTCOME_UNIMPLEMENTED &&
	    strncmp(message, before, sizeof before - 1) == 0)
		run_note_missing(run, job, message + sizeof before - 1);
}

static bool take_out(struct run *run, const json_t *result, struct error *error)
{
	const char *id = result_text(result, "case"), *target = result_text(result, "target");
	struct job *job = plan_take_out(&run->plan, id, target);

	if (!job)
		return error_set(error, "%s has a result that is no part of this run; %s",
				 run->options.resume, advice);
	job->done = true;
	run->finished++;
	run->unexpected += result_is_unexpected(result);
	note_missing(run, job, result);
	return true;
}

static bool take_earlier(struct run *run, struct error *error)
{
	json_t *header = record_header(run);
	const bool good = is_of_this_run(run, header, error);
	const json_t *result;
	size_t i;

	json_decref(header);
	if (!good)
		return false;
	json_array_foreach(run->earlier.cases, i, result)
	{
		if (!take_out(run, result, error))
			return false;
	}
	return true;
}

bool run_resume(struct run *run, struct error *error)
{
	const char *path = run->options.resume;

	if (!results_read_begun(path, &run->earlier, &run->earlier_size, error))
		return false;
	if (run->earlier.header && !take_earlier(run, error))
		return false;
	if (run->earlier.footer && results_are_interrupted(&run->earlier))
		return error_set(error,
				 "%s: its footer says that the run was interrupted; take out the "
				 "last line to go on",
				 path);
	return run->earlier.footer ||
	       results_open_again(&run->writer, path, run->earlier_size, error);
}
