/* SPDX-License-Identifier: MIT */
/*
 * `heapkit judge LOG`: a run whose processes have all ended long ago, on another system. What they
 * did stands in the agent's log; everything else is as in any run.
 */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "agent-log.h"
#include "command.h"
#include "progress.h"
#include "run.h"

struct log_run {
	struct run run;
	struct agent_log log;
	const struct agent_log_record **records; /* by program of the suite; NULL: not in the log */
};

static int plain(char byte)
{
	return byte == '\\' ? '/' : tolower((unsigned char)byte);
}

/* Whether the path ends with the name; a file system may have changed case and slashes. */
static bool is_called(const char *path, const char *name)
{
	const size_t length = strlen(path), tail = strlen(name);

	if (tail >= length || plain(path[length - tail - 1]) != '/')
		return false;
	for (size_t i = 0; i < tail; i++)
		if (plain(path[length - tail + i]) != plain(name[i]))
			return false;
	return true;
}

static bool is_asked_for(const struct run *run, const struct program *program)
{
	return words_match(&run->options.targets, program->pe.section.target) &&
	       (program->kind == KIND_CANARY || words_match(&run->options.cases, program->id));
}

static bool find_by_digest(const struct suite *suite, uint64_t digest, size_t *index)
{
	for (*index = 0; *index < suite->count; ++*index)
		if (suite->programs[*index].digest == digest)
			return true;
	return false;
}

/* Bytes that are in no program of the suite: whose path do they stand at? */
static bool check_unknown(const struct run *run, const struct agent_log_record *record,
			  struct error *error)
{
	for (size_t i = 0; i < run->suite.count; i++) {
		const struct program *program = &run->suite.programs[i];

		if (is_called(program->path, record->name) && is_asked_for(run, program))
			return error_set(error,
					 "%s: byte %zu, record %zu (%s): its digest %016" PRIx64
					 " is not %016" PRIx64 " as of %s, so the agent ran "
					 "another build; name its folder with --cases, or let it "
					 "run this one",
					 run->options.log, record->offset,
					 (size_t)(record - run->log->records) + 1, record->name,
					 record->digest, program->digest, program->path);
	}
	return true;
}

/* "2 programs of the log are not in the suite, so they are not judged: FIRST, ..." */
static void note(struct run *run, size_t count, const char *first, const char *from, const char *to)
{
	const bool one = count == 1;
	char *text;

	if (!count)
		return;
	text = xformat("%zu program%s of the %s %s not in the %s, so %s not judged: %s%s", count,
		       one ? "" : "s", from, one ? "is" : "are", to, one ? "it is" : "they are",
		       first, one ? "" : ", ...");
	json_array_append_new(run->notes, json_string(text));
	free(text);
}

static bool match_records(struct log_run *judged, struct error *error)
{
	struct run *run = &judged->run;
	const char *first = NULL;
	size_t unknown = 0;

	judged->records = xcalloc(run->suite.count, sizeof *judged->records);
	for (size_t i = 0; i < judged->log.count; i++) {
		const struct agent_log_record *record = &judged->log.records[i];
		size_t index;

		if (find_by_digest(&run->suite, record->digest, &index)) {
			if (judged->records[index])
				return error_set(
				    error,
				    "%s: byte %zu, record %zu (%s): its program is in "
				    "record %zu as well; let the agent run one copy",
				    run->options.log, record->offset, i + 1, record->name,
				    (size_t)(judged->records[index] - judged->log.records) + 1);
			judged->records[index] = record;
			continue;
		}
		if (!check_unknown(run, record, error))
			return false;
		first = unknown++ ? first : record->name;
	}
	note(run, unknown, first, "log", "suite");
	return true;
}

static bool is_judged(const struct program *program, const void *data)
{
	const struct log_run *judged = data;

	return is_asked_for(&judged->run, program) &&
	       judged->records[program - judged->run.suite.programs];
}

static void note_missing_programs(struct log_run *judged)
{
	struct run *run = &judged->run;
	const char *first = NULL;
	size_t missing = 0;

	for (size_t i = 0; i < run->suite.count; i++) {
		const struct program *program = &run->suite.programs[i];

		if (program->kind != KIND_CANARY && is_asked_for(run, program) &&
		    !judged->records[i])
			first = missing++ ? first : program->path;
	}
	note(run, missing, first, "suite", "log");
}

/* Without them nothing says what can be believed of the others. */
static bool check_canaries(const struct log_run *judged, struct error *error)
{
	const struct run *run = &judged->run;

	for (size_t i = 0; i < run->plan.job_count; i++) {
		const struct program *program = run->plan.jobs[i].program;

		if (!judged->records[program - run->suite.programs])
			return error_set(error,
					 "%s: lacks the canary %s, and without it nothing of its "
					 "target can be believed; let the agent run the whole "
					 "folder",
					 run->options.log, program->path);
	}
	return true;
}

/* What is known of the system by that name: how it says that a function is missing, and whose
 * expectations hold. */
static bool describe_system(struct run *run, struct error *error)
{
	const char *name = run->options.name ? run->options.name : "agent";
	char *path = xformat("%s/%s.yaml", run->paths.implementations, name);
	struct implementation known = {0}, *system = &run->implementation;
	const bool is_known = path_exists(path);
	bool good = true;

	free(path);
	system->name = xstrdup(name);
	run->version = xstrdup(run->options.version ? run->options.version : run->log->system);
	if (!is_known)
		return true;
	good = implementation_load(run->paths.implementations, name, &known, error);
	if (good) {
		system->unimplemented = known.unimplemented;
		system->unimplemented_count = known.unimplemented_count;
		system->expectations = known.expectations;
		known.unimplemented = NULL;
		known.unimplemented_count = 0;
		known.expectations = NULL;
	}
	implementation_free(&known);
	return good;
}

static bool prepare(struct log_run *judged, struct error *error)
{
	struct run *run = &judged->run;
	const char *folder = run->options.cases_folder;

	if (!paths_find(&run->paths, error) ||
	    !agent_log_read(run->options.log, &judged->log, error))
		return false;
	run->log = &judged->log;
	if (!describe_system(run, error) ||
	    !suite_load(folder ? folder : run->paths.cases, &run->suite, error) ||
	    !match_records(judged, error))
		return false;
	plan_make(&run->plan, &run->suite, is_judged, judged);
	if (run->plan.case_count == 0)
		return error_set(error,
				 "%s: none of its programs is a case of %s that matches --case and "
				 "--target; name the folder that the agent ran with --cases",
				 run->options.log, folder ? folder : run->paths.cases);
	if (!check_canaries(judged, error))
		return false;
	note_missing_programs(judged);
	return requirements_load(run->paths.requirements, &run->requirements, error) &&
	       run_load_expectations(run, error) &&
	       results_open(&run->writer, run->options.results, error);
}

static void judge_all(struct log_run *judged)
{
	struct run *run = &judged->run;
	double seconds = 0;
	struct job *job;

	run->void_runs = 1;
	run_begin_results(run);
	while ((job = plan_next(&run->plan))) {
		const struct agent_log_record *record =
		    judged->records[job->program - run->suite.programs];

		seconds += record->ending.seconds;
		if (run_decide(run, job))
			continue;
		job->attempts = record->attempts;
		run_take(run, job, &record->ending);
	}
	/* The time it took is the agent's. */
	run->start_time = uv_hrtime() - (uint64_t)(seconds * 1e9);
	progress_clear();
}

int command_judge(int argc, char **argv)
{
	static struct log_run judged;
	struct run *run = &judged.run;
	int status;

	if (!judge_options_parse(argc, argv, &run->options, &run->error)) {
		options_free(&run->options);
		return error_report(&run->error, EXIT_MISUSE);
	}
	if (run->options.help) {
		fputs(judge_help, stdout);
		options_free(&run->options);
		return EXIT_AS_EXPECTED;
	}
	run_begin(run);
	if (!prepare(&judged, &run->error)) {
		status = error_report(&run->error, EXIT_MISUSE);
	} else {
		judge_all(&judged);
		status = run_conclude(run);
		if (!results_close(&run->writer, &run->error))
			status = error_report(&run->error, EXIT_MISUSE);
	}
	free(judged.records);
	run_close(run);
	agent_log_free(&judged.log);
	return status;
}
