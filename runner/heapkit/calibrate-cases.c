/* SPDX-License-Identifier: MIT */
#include "calibrate.h"

#include <stdlib.h>
#include <string.h>

/* The next word of a text with spaces between, or NULL; *rest moves behind it. The caller frees it.
 */
static char *next_id(const char **rest)
{
	size_t length;
	char *id;

	*rest += strspn(*rest, " ");
	length = strcspn(*rest, " ");
	if (length == 0)
		return NULL;
	id = xformat("%.*s", (int)length, *rest);
	*rest += length;
	return id;
}

static bool cites(const struct program *program, const char *id)
{
	const char *rest = program->pe.section.requirements;
	bool found = false;
	char *cited;

	while (!found && (cited = next_id(&rest))) {
		found = strcmp(cited, id) == 0;
		free(cited);
	}
	return found;
}

bool cites_any(const struct program *program, const char *requirements)
{
	bool found = false;
	char *id;

	while (!found && (id = next_id(&requirements))) {
		found = cites(program, id);
		free(id);
	}
	return found;
}

struct judged_case *case_of(const struct calibration *calibration, size_t job)
{
	const size_t place = calibration->case_of_job[job];

	return place < calibration->case_count ? &calibration->cases[place] : NULL;
}

static enum specimen_kind kind_for(const struct requirement *row)
{
	if (strcmp(row->subject, "program") == 0)
		return SPECIMEN_PROGRAM;
	return strcmp(row->subject, "sdk") == 0 ? SPECIMEN_SDK : SPECIMEN_PLATFORM;
}

/* Reads what the program cites. Returns whether any of it is judged. */
static bool read_cited(const struct requirements *requirements, const struct program *program,
		       struct judged_case *judged)
{
	const char *rest = program->pe.section.requirements;
	bool any = false;
	char *id;

	while ((id = next_id(&rest))) {
		const struct requirement *row = requirements_find(requirements, id);

		free(id);
		if (!row || !requirement_is_judged(row))
			continue;
		if (!any)
			judged->kind = kind_for(row);
		judged->must |= strcmp(row->level, "MUST") == 0;
		any = true;
	}
	return any;
}

static struct judged_case *find_case(struct calibration *calibration, const char *id)
{
	for (size_t i = 0; i < calibration->case_count; i++)
		if (strcmp(calibration->cases[i].program->id, id) == 0)
			return &calibration->cases[i];
	return NULL;
}

static void add_job(struct calibration *calibration, size_t job)
{
	const struct program *program = calibration->plan.jobs[job].program;
	struct judged_case *judged = find_case(calibration, program->id);

	if (!judged) {
		judged = &calibration->cases[calibration->case_count];
		memset(judged, 0, sizeof *judged);
		judged->program = program;
		if (!read_cited(&calibration->requirements, program, judged))
			return;
		calibration->case_count++;
	}
	judged->jobs = xrealloc(judged->jobs, (judged->job_count + 1) * sizeof *judged->jobs);
	judged->jobs[judged->job_count++] = job;
}

void cases_gather(struct calibration *calibration)
{
	const size_t jobs = calibration->plan.job_count;

	calibration->cases = xcalloc(jobs, sizeof *calibration->cases);
	calibration->case_of_job = xcalloc(jobs, sizeof *calibration->case_of_job);
	for (size_t i = 0; i < jobs; i++)
		if (calibration->plan.jobs[i].program->kind != KIND_CANARY)
			add_job(calibration, i);
	for (size_t i = 0; i < jobs; i++)
		calibration->case_of_job[i] = calibration->case_count;
	for (size_t i = 0; i < calibration->case_count; i++)
		for (size_t k = 0; k < calibration->cases[i].job_count; k++)
			calibration->case_of_job[calibration->cases[i].jobs[k]] = i;
}

void cases_free(struct calibration *calibration)
{
	for (size_t i = 0; i < calibration->case_count; i++)
		free(calibration->cases[i].jobs);
	free(calibration->cases);
	free(calibration->case_of_job);
}

static bool names_variant(const struct requirement *row, const char *variant)
{
	for (unsigned i = 0; i < row->variants_count; i++)
		if (strcmp(row->variants[i], variant) == 0)
			return true;
	return false;
}

bool may_fail_on(const struct calibration *calibration, const struct judged_case *judged,
		 const struct specimen *variant)
{
	const char *rest = judged->program->pe.section.requirements;
	bool named = false;
	char *id;

	if (judged->must)
		return false;
	while ((id = next_id(&rest))) {
		const struct requirement *row = requirements_find(&calibration->requirements, id);

		named |= row && requirement_is_judged(row) && names_variant(row, variant->name);
		free(id);
	}
	return named;
}
