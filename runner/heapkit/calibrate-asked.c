/* SPDX-License-Identifier: MIT */
/*
 * The model asks `altered(NAME)` wherever it can differ. Without a difference each answer is no; a
 * difference that is not asked about then is not asked about when it is chosen either, and the case
 * runs as on the plain model. That leaves a tenth of all trials to make.
 */
#include <stdlib.h>
#include <string.h>

#include "calibrate.h"

static bool is_of_model(const struct specimen *specimen)
{
	return specimen->kind == SPECIMEN_VARIANT || specimen->kind == SPECIMEN_PLATFORM;
}

static void note(struct calibration *calibration, bool *asked, const char *name, size_t length)
{
	for (size_t i = 0; i < calibration->specimen_count; i++) {
		const struct specimen *specimen = &calibration->specimens[i];

		if (is_of_model(specimen) && strncmp(specimen->name, name, length) == 0 &&
		    !specimen->name[length])
			asked[i] = true;
	}
}

void asked_take(struct calibration *calibration, size_t job, const char *said)
{
	static const char begin[] = "asked:";
	const char *line = strstr(said, begin);
	bool *asked;

	/* A program that was ended from outside said nothing. */
	if (!line || !strchr(line, '\n'))
		return;
	if (!calibration->asked)
		calibration->asked =
		    xcalloc(calibration->plan.job_count, sizeof *calibration->asked);
	asked = xcalloc(calibration->specimen_count, sizeof *asked);
	line += sizeof begin - 1;
	while (*line == ' ') {
		const size_t length = strcspn(++line, " \n");

		note(calibration, asked, line, length);
		line += length;
	}
	calibration->asked[job] = asked;
}

void asked_free(struct calibration *calibration)
{
	for (size_t job = 0; job < calibration->plan.job_count && calibration->asked; job++)
		free(calibration->asked[job]);
	free(calibration->asked);
	calibration->asked = NULL;
}

bool may_show(const struct calibration *calibration, const struct specimen *specimen, size_t job)
{
	const bool *asked = calibration->asked ? calibration->asked[job] : NULL;

	return !asked || !is_of_model(specimen) || asked[specimen - calibration->specimens];
}
