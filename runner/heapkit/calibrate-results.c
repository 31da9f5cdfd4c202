/* SPDX-License-Identifier: MIT */
#include "calibrate.h"

#include <string.h>

static const char *const kind_names[SPECIMEN_KINDS] = {"model",    "watched", "variant",
						       "platform", "program", "sdk"};

static json_t *text(const char *string)
{
	return string ? results_text(string, strlen(string)) : json_null();
}

static json_t *specimen_facts(const struct specimen *specimen)
{
	return json_pack("{s:s s:o s:o s:o s:o}", "kind", kind_names[specimen->kind], "name",
			 text(specimen->name), "requirements", text(specimen->requirements),
			 "differs", text(specimen->words), "equivalent",
			 text(specimen->why_equivalent));
}

void calibrate_write_header(struct calibration *calibration)
{
	json_t *specimens = json_array(), *header;

	for (size_t i = 0; i < calibration->specimen_count; i++)
		json_array_append_new(specimens, specimen_facts(&calibration->specimens[i]));
	header = json_pack("{s:i s:s s:s s:o s:b s:o}", "calibration", 1, "kit", HEAPKIT_VERSION,
			   "suite", calibration->suite.digest, "model", text(calibration->version),
			   "full", calibration->options.full, "specimens", specimens);
	results_write(&calibration->writer, header);
	json_decref(header);
}

void calibrate_write_trial(struct calibration *calibration, const struct trial_place *place,
			   const struct judgement *judgement)
{
	const struct specimen *specimen = &calibration->specimens[place->specimen];
	const struct program *program = calibration->plan.jobs[place->job].program;
	const struct trial *trial = &specimen->trials[place->job];
	json_t *line =
	    json_pack("{s:s s:o s:o s:o s:s s:f s:o}", "kind", kind_names[specimen->kind], "name",
		      text(specimen->name), "case", text(program->id), "target",
		      text(program->pe.section.target), "outcome", outcome_name(trial->outcome),
		      "seconds", trial->seconds, "message", text(judgement->message));

	results_write(&calibration->writer, line);
	json_decref(line);
}

void calibrate_write_footer(struct calibration *calibration, size_t holes)
{
	json_t *footer = json_pack("{s:I s:I s:f}", "trials", (json_int_t)calibration->tried,
				   "holes", (json_int_t)holes, "seconds",
				   (double)(uv_hrtime() - calibration->start_time) / 1e9);

	results_write(&calibration->writer, footer);
	json_decref(footer);
}
