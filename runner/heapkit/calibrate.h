/* SPDX-License-Identifier: MIT */
/*
 * The calibration: the suite is tested on the model, its variants and mutants before it measures
 * anything. Internal to the calibrate-*.c files.
 */
#ifndef HEAPKIT_CALIBRATE_H
#define HEAPKIT_CALIBRATE_H

#include "options.h"
#include "paths.h"
#include "plan.h"
#include "pool.h"
#include "requirements.h"
#include "results.h"

enum specimen_kind {
	SPECIMEN_MODEL,    /* as it is */
	SPECIMEN_WATCHED,  /* as it is, and says which differences it asks about */
	SPECIMEN_VARIANT,  /* a legal difference */
	SPECIMEN_PLATFORM, /* mutants: of the model, */
	SPECIMEN_PROGRAM,  /* of the reference program, */
	SPECIMEN_SDK,      /* of the SDK */
	SPECIMEN_KINDS
};

/* Absent: the specimen is not for this case, or was not built for it. */
enum trial_state { TRIAL_ABSENT, TRIAL_WAITS, TRIAL_RUNS, TRIAL_DONE };

/* One case on one target with one specimen. */
struct trial {
	enum trial_state state;
	enum outcome outcome;
	unsigned voids;
	double seconds;
	char *message; /* of the model and its variants; NULL: none */
};

/* What the cases are tried on. */
struct specimen {
	enum specimen_kind kind;
	char *name;
	char *
	    requirements; /* ids with spaces between; what a mutant breaks, what allows a variant */
	char *words;      /* what differs */
	char *why_equivalent;          /* why no case can tell it apart; NULL: one can */
	struct implementation altered; /* of variants and mutants of the platform */
	struct trial *trials;          /* one for each job of the plan */
	size_t running;
	const struct job *caught_by; /* NULL: nothing has */
	bool only_crashes;           /* it is caught, and no case could say by what */
	bool finished;               /* nothing is left to try, or it is caught */
};

/* The jobs of one id, on all targets. */
struct judged_case {
	const struct program *program; /* on one of them */
	enum specimen_kind kind;       /* the mutants it has to catch */
	bool must;                     /* cites a MUST requirement */
	bool sees;                     /* caught a mutant */
	bool running;                  /* a mutant is looked for */
	size_t *jobs;                  /* indices */
	size_t job_count;
};

struct calibrate_options {
	const char *on;
	const char *results;
	const char *cases_folder;
	char *mutants_folder;
	struct words cases, targets;
	unsigned jobs;
	bool full, help;
};

enum calibrate_phase { PHASE_MODEL, PHASE_WATCHED, PHASE_SPECIMENS, PHASE_BLIND, PHASE_END };

/* A trial by its place: specimens[specimen].trials[job]. */
struct trial_place {
	size_t specimen, job;
};

struct calibration {
	struct calibrate_options options;
	struct paths paths;
	struct requirements requirements;
	struct suite suite;
	struct plan plan;           /* canaries and every case, each on every target */
	struct specimen *specimens; /* the model first, then the watched one */
	size_t specimen_count;
	struct judged_case *cases;
	size_t case_count;
	size_t *case_of_job; /* case_count: it is not judged */
	bool **asked; /* for each job, whether it asks about each specimen; NULL: not known */
	struct implementation model;
	char *version; /* of the model */

	uv_loop_t loop;
	struct pool pool;
	char *folder;
	struct results_writer writer;
	enum calibrate_phase phase;
	struct trial_place *slots; /* of the lanes */
	size_t in_flight, tried;
	bool partial; /* cases are left out, one of which might catch what survives */
	uint64_t start_time;
	struct error error;
};

/* ---- calibrate-open.c: everything before the first trial; calibrate_close() afterwards ---------
 */

bool calibrate_open(struct calibration *calibration);
void calibrate_close(struct calibration *calibration);

/* ---- calibrate-specimens.c: the model, what it lists, and what was built -------------------- */

/* The model as its .yaml describes it. */
bool model_load(struct calibration *calibration);

bool specimens_load(struct calibration *calibration);
void specimens_free(struct calibration *calibration);

/* What runs its programs. */
const struct implementation *specimen_implementation(const struct calibration *calibration,
						     const struct specimen *specimen);

/* The path of the program that a trial runs: a mutant that was built has its own. To be freed. */
char *specimen_path(const struct calibration *calibration, const struct specimen *specimen,
		    const struct program *program);

bool specimen_is_mutant(const struct specimen *specimen);

/* calibrate-equivalents.c: says so of the mutants that equivalent.yaml names. */
bool equivalents_load(struct calibration *calibration);

/*
 * calibrate-asked.c: what a case never asks about on the model cannot show in it, so it need not be
 * tried. Takes what the watched model said of a job.
 */
void asked_take(struct calibration *calibration, size_t job, const char *said);
void asked_free(struct calibration *calibration);

/* Whether the specimen could show in the job; TRUE where that is not known. */
bool may_show(const struct calibration *calibration, const struct specimen *specimen, size_t job);

/* ---- calibrate-cases.c: which cases are judged, and what they cite -----------------------------
 */

void cases_gather(struct calibration *calibration);
void cases_free(struct calibration *calibration);

/* Whether the case cites one of the requirements, ids with spaces between. */
bool cites_any(const struct program *program, const char *requirements);

/* The case of a job, or NULL where it is not judged. */
struct judged_case *case_of(const struct calibration *calibration, size_t job);

/* Whether the case may fail on the variant: only for WINDOWS requirements, which name it. */
bool may_fail_on(const struct calibration *calibration, const struct judged_case *judged,
		 const struct specimen *variant);

/* ---- calibrate-search.c: what to try next, and what is known then ------------------------------
 */

/* Returns false where there is nothing to try now; with nothing in flight then, all is done. */
bool search_next(struct calibration *calibration, struct trial_place *place);
void search_take(struct calibration *calibration, const struct trial_place *place,
		 const struct ending *ending);

/* The trial has to be made again: its lane was lost. */
void search_again(struct calibration *calibration, const struct trial_place *place);

/* Whether the case passed on the model. */
bool passes_on_model(const struct calibration *calibration, size_t job);

/* ---- calibrate-lanes.c ------------------------------------------------------------------------
 */

void calibrate_run(struct calibration *calibration);

/* ---- calibrate-results.c: the lines of --results ----------------------------------------------
 */

void calibrate_write_header(struct calibration *calibration);
void calibrate_write_trial(struct calibration *calibration, const struct trial_place *place,
			   const struct judgement *judgement);
void calibrate_write_footer(struct calibration *calibration, size_t holes);

/* ---- calibrate-report.c: prints what was shown; returns how many holes there are ---------------
 */

size_t calibrate_report(struct calibration *calibration);

#endif
