/* SPDX-License-Identifier: MIT */
/* One run: what it was asked for, what it found, what it writes. Internal to the run-*.c files. */
#ifndef HEAPKIT_RUN_H
#define HEAPKIT_RUN_H

#include <uv.h>

#include "agent-log.h"
#include "expectations.h"
#include "implementation.h"
#include "options.h"
#include "paths.h"
#include "plan.h"
#include "pool.h"
#include "profile.h"
#include "requirements.h"
#include "results.h"
#include "shard.h"
#include "suite.h"
#include "wine.h"

/* Of the requirements, which another thread reads. */
struct reading {
	uv_thread_t thread;
	bool begun, beside, good;
	struct error error;
};

struct run {
	struct run_options options;
	struct paths paths;
	struct implementation implementation;
	char *version; /* of the implementation; "" where it states none */
	struct wine wine;
	struct suite suite;
	const struct agent_log *log; /* what is judged instead of processes; NULL: nothing */
	struct reading reading;
	struct requirements requirements;
	struct expectations expectations;
	struct division division; /* with --shard */
	struct plan plan;
	struct pool pool;
	struct profile profile;
	char *folder;
	struct words sandbox; /* what stands before a command that runs in one; empty: none does */
	json_t *notes;
	struct results results;
	struct results_writer writer;
	struct results earlier; /* with --resume: what was there; no header: not even that */
	size_t earlier_size;    /* bytes of their whole lines */

	uv_loop_t loop;
	struct job **in_flight; /* lane_depth entries for each lane: the first of them runs */
	char **missing;         /* functions known to be unimplemented, by target */
	size_t missing_count;
	unsigned void_runs; /* of a program that met a heap of somebody else in each */
	size_t finished;    /* cases that have a result */
	size_t unexpected;  /* of those */
	uint64_t start_time;
	bool has_header;
	struct error error; /* why the run stopped; empty: it did not */
};

/* run-record.c: the lines of the results. */
json_t *record_header(const struct run *run);
json_t *record_case(const struct run *run, const struct job *job, const struct ending *ending,
		    const struct judgement *judgement);
json_t *record_footer(const struct run *run);

/*
 * run-requirements.c: begins to read the requirements, which are there when the second returns
 * true.
 */
void run_read_requirements(struct run *run);
bool run_have_requirements(struct run *run, struct error *error);

/* run-asked.c: of the header, what was asked for that other results would come of. */
json_t *record_options(const struct run *run);

/* The command that repeats one case, for a shell. To be freed. */
char *record_command(const struct run *run, const struct program *program);

/* run-take.c: what processes did becomes results. First the header. */
void run_begin_results(struct run *run);

/* Decides without a process what is already known. Returns whether it did. */
bool run_decide(struct run *run, struct job *job);

/* Takes into account how a job's process ended: a result, or the job is planned again. */
void run_take(struct run *run, struct job *job, const struct ending *ending);

/* A function that is missing on one target may be there on another. */
void run_note_missing(struct run *run, const struct job *job, const char *function);

/* run-draft.c: writes expectations that would make this run green. */
bool draft_expectations(const struct results *results, const char *path, const char *name,
			struct error *error);

/*
 * run-shard.c: finds out which cases this part of the run has; `wanted` says which there are in all
 * parts.
 */
bool run_divide(struct run *run, bool (*wanted)(const struct program *, const void *),
		struct error *error);

/*
 * run-resume.c: reads what is there already, sees to it that it is of this run, and takes out of
 * the plan what need not run again. Then it opens the file to go on with it.
 */
bool run_resume(struct run *run, struct error *error);

/* run-sandbox.c: finds bubblewrap and tries it out. The error is the run's. */
#define SANDBOX_FOLDER "/tmp/.heapkit-lane"
bool run_open_sandbox(struct run *run);
void run_close_sandbox(struct run *run);

/* The command as it runs in the sandbox, if there is one: a new array that ends with NULL, whose
 * words stay those of the run and of the command. */
char **run_in_sandbox(const struct run *run, char *const *command, unsigned count);

/*
 * run-machine.c: whether enough files may be open to begin at all, how many lanes there are, and
 * whether this machine (and its Wine) can run them and open the programs.
 */
bool run_can_begin(struct error *error);
void run_choose_lanes(struct run *run);
bool run_fits(const struct run *run, struct error *error);

/* run-conclude.c: the footer, the report, the exit status. */
int run_conclude(struct run *run);

/* The same for a run that had come to its end before. */
int run_conclude_again(struct run *run);

/*
 * run-open.c: everything a run needs before its first process; run_close() afterwards. What else
 * judges takes the parts: run_begin() first.
 */
bool run_open(struct run *run, int *status);
void run_begin(struct run *run);
bool run_load_expectations(struct run *run, struct error *error);
void run_close(struct run *run);

#endif
