/* SPDX-License-Identifier: MIT */
#include "calibrate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A hole under its heading, which stands above the first one. */
static void hole(size_t *count, const char *heading)
{
	if ((*count)++ == 0)
		printf("\n%s\n", heading);
}

static const struct program *program_of(const struct calibration *calibration, size_t job)
{
	return calibration->plan.jobs[job].program;
}

static void print_trial(const struct calibration *calibration, const struct specimen *specimen,
			size_t job)
{
	const struct program *program = program_of(calibration, job);
	const struct trial *trial = &specimen->trials[job];
	char *setting = specimen->kind == SPECIMEN_VARIANT
			    ? xformat(" --set variant=%s", specimen->name)
			    : xstrdup("");

	printf("  %s  %s  %s\n    %s%s%s\n    heapkit run --on %s%s --case %s --target %s\n",
	       program->id, program->pe.section.requirements, program->pe.section.target,
	       outcome_name(trial->outcome), trial->message ? ": " : "",
	       trial->message ? trial->message : "", calibration->model.name, setting, program->id,
	       program->pe.section.target);
	free(setting);
}

/* A skip is no pass: somewhere the case has to say something. */
static bool passes_anywhere(const struct calibration *calibration, const struct judged_case *judged)
{
	for (size_t i = 0; i < judged->job_count; i++)
		if (passes_on_model(calibration, judged->jobs[i]))
			return true;
	return false;
}

static size_t report_model(const struct calibration *calibration)
{
	static const char heading[] = "cases that do not pass on the model";
	const struct specimen *model = &calibration->specimens[0];
	size_t count = 0;

	for (size_t i = 0; i < calibration->case_count; i++) {
		const struct judged_case *judged = &calibration->cases[i];
		const bool skipped = !passes_anywhere(calibration, judged);

		for (size_t k = 0; k < judged->job_count; k++) {
			const enum outcome outcome = model->trials[judged->jobs[k]].outcome;

			if (outcome == OUTCOME_PASS || (outcome == OUTCOME_SKIP && !skipped))
				continue;
			hole(&count, heading);
			print_trial(calibration, model, judged->jobs[k]);
		}
	}
	return count;
}

static size_t report_variants(const struct calibration *calibration)
{
	size_t count = 0;

	for (size_t i = 0; i < calibration->specimen_count; i++) {
		const struct specimen *variant = &calibration->specimens[i];

		if (variant->kind != SPECIMEN_VARIANT)
			continue;
		for (size_t job = 0; job < calibration->plan.job_count; job++) {
			const struct trial *trial = &variant->trials[job];

			if (trial->state != TRIAL_DONE || trial->outcome == OUTCOME_PASS ||
			    trial->outcome == OUTCOME_SKIP ||
			    may_fail_on(calibration, case_of(calibration, job), variant))
				continue;
			hole(&count, "intolerant cases: they fail on what is legal");
			print_trial(calibration, variant, job);
			printf("    legal by %s: %s\n", variant->requirements, variant->words);
		}
	}
	return count;
}

static size_t tried_on(const struct calibration *calibration, const struct specimen *specimen)
{
	size_t count = 0;

	for (size_t job = 0; job < calibration->plan.job_count; job++)
		count += specimen->trials[job].state == TRIAL_DONE &&
			 cites_any(program_of(calibration, job), specimen->requirements);
	return count;
}

static size_t report_survivors(const struct calibration *calibration)
{
	size_t count = 0;

	for (size_t i = 0; i < calibration->specimen_count && !calibration->partial; i++) {
		const struct specimen *mutant = &calibration->specimens[i];

		if (!specimen_is_mutant(mutant) || mutant->caught_by || mutant->why_equivalent)
			continue;
		hole(&count, "survivors: mutants that no case catches which cites what they break");
		printf("  %s  %s  %s (tried: %zu)\n", mutant->name, mutant->requirements,
		       mutant->words, tried_on(calibration, mutant));
	}
	return count;
}

/* No hole: a program that goes on with NULL does crash. But a model should not. */
static void report_crashes(const struct calibration *calibration)
{
	size_t count = 0;

	for (size_t i = 0; i < calibration->specimen_count; i++) {
		const struct specimen *mutant = &calibration->specimens[i];

		if (!mutant->only_crashes)
			continue;
		hole(&count, "caught by a crash only: is that what the mistake does?");
		printf("  %s  %s  by %s\n", mutant->name, mutant->requirements,
		       mutant->caught_by->program->id);
	}
}

static size_t report_equivalents(const struct calibration *calibration)
{
	size_t count = 0;

	for (size_t i = 0; i < calibration->specimen_count; i++) {
		const struct specimen *mutant = &calibration->specimens[i];

		if (!mutant->why_equivalent || !mutant->caught_by)
			continue;
		hole(&count, "caught all the same: take them out of equivalent.yaml");
		printf("  %s  by %s\n", mutant->name, mutant->caught_by->program->id);
	}
	return count;
}

static size_t report_blind(const struct calibration *calibration)
{
	size_t count = 0;

	for (size_t i = 0; i < calibration->case_count; i++) {
		const struct judged_case *judged = &calibration->cases[i];

		if (judged->sees || !passes_anywhere(calibration, judged))
			continue;
		hole(&count, "blind cases: they catch no mutant");
		printf("  %s  %s\n", judged->program->id, judged->program->pe.section.requirements);
	}
	return count;
}

static bool is_cited(const struct calibration *calibration, const char *id)
{
	for (size_t i = 0; i < calibration->case_count; i++)
		if (cites_any(calibration->cases[i].program, id))
			return true;
	return false;
}

static bool is_broken_by_a_mutant(const struct calibration *calibration, const char *id)
{
	for (size_t i = 0; i < calibration->specimen_count; i++) {
		const struct specimen *mutant = &calibration->specimens[i];
		const char *place = strstr(mutant->requirements, id);

		if (specimen_is_mutant(mutant) && place &&
		    (place[strlen(id)] == ' ' || place[strlen(id)] == '\0'))
			return true;
	}
	return false;
}

static size_t report_unchallenged(const struct calibration *calibration)
{
	size_t count = 0;

	for (size_t i = 0; i < calibration->requirements.count; i++) {
		const struct requirement *row = &calibration->requirements.rows[i];

		if (!requirement_is_judged(row) || !is_cited(calibration, row->id) ||
		    is_broken_by_a_mutant(calibration, row->id))
			continue;
		hole(&count, "requirements that a case cites and no mutant breaks");
		printf("  %s  %s\n", row->id, row->title);
	}
	return count;
}

static bool has_variant(const struct calibration *calibration, const char *name)
{
	for (size_t i = 0; i < calibration->specimen_count; i++)
		if (calibration->specimens[i].kind == SPECIMEN_VARIANT &&
		    strcmp(calibration->specimens[i].name, name) == 0)
			return true;
	return false;
}

static size_t report_unknown_variants(const struct calibration *calibration)
{
	size_t count = 0;

	for (size_t i = 0; i < calibration->requirements.count; i++) {
		const struct requirement *row = &calibration->requirements.rows[i];

		for (unsigned k = 0; k < row->variants_count; k++) {
			if (has_variant(calibration, row->variants[k]))
				continue;
			hole(&count, "variants that a requirement names and the model lacks");
			printf("  %s  %s\n", row->id, row->variants[k]);
		}
	}
	return count;
}

struct figures {
	size_t of_kind[SPECIMEN_KINDS], caught, equivalent, targets;
};

static void take_figures(const struct calibration *calibration, struct figures *figures)
{
	*figures = (struct figures){0};
	for (size_t i = 0; i < calibration->specimen_count; i++) {
		const struct specimen *specimen = &calibration->specimens[i];

		figures->of_kind[specimen->kind]++;
		figures->caught += specimen->caught_by != NULL;
		figures->equivalent += specimen->why_equivalent != NULL;
	}
}

static void print_figures(const struct calibration *calibration)
{
	const double seconds = (double)(uv_hrtime() - calibration->start_time) / 1e9;
	struct figures figures;
	size_t seeing = 0;

	take_figures(calibration, &figures);
	for (size_t i = 0; i < calibration->case_count; i++)
		seeing += calibration->cases[i].sees;
	printf("%s, %zu judged cases on", calibration->version, calibration->case_count);
	for (size_t i = 0; i < calibration->plan.target_count; i++)
		printf(" %s", calibration->plan.targets[i].name);
	printf("\n%zu of %zu mutants are caught: %zu of the platform, %zu of the program, %zu of "
	       "the SDK",
	       figures.caught,
	       figures.of_kind[SPECIMEN_PLATFORM] + figures.of_kind[SPECIMEN_PROGRAM] +
		   figures.of_kind[SPECIMEN_SDK],
	       figures.of_kind[SPECIMEN_PLATFORM], figures.of_kind[SPECIMEN_PROGRAM],
	       figures.of_kind[SPECIMEN_SDK]);
	if (figures.equivalent)
		printf("; %zu cannot be", figures.equivalent);
	printf("\n%zu of %zu cases catch a mutant\n%zu variants; %zu trials in %.1f s\n", seeing,
	       calibration->case_count, figures.of_kind[SPECIMEN_VARIANT], calibration->tried,
	       seconds);
}

size_t calibrate_report(struct calibration *calibration)
{
	size_t holes;

	print_figures(calibration);
	report_crashes(calibration);
	holes = report_model(calibration);
	holes += report_variants(calibration);
	holes += report_survivors(calibration);
	holes += report_equivalents(calibration);
	holes += report_blind(calibration);
	holes += report_unchallenged(calibration);
	holes += report_unknown_variants(calibration);
	if (holes)
		printf("\nNOT CALIBRATED: %zu holes\n", holes);
	else
		puts("\ncalibrated");
	return holes;
}
