/* SPDX-License-Identifier: MIT */
#include "calibrate.h"

#include <stdlib.h>

#include "platform.h"

/* Mutants are built for these; a C runtime would only stand between the case and the model. */
static char usual_targets[] = "*-bare";

static bool is_wanted(const struct program *program, const void *data)
{
	const struct calibration *calibration = data;
	const struct implementation *model = &calibration->model;
	const struct words own = {model->targets, model->targets_count};

	return words_match(&calibration->options.cases, program->id) &&
	       words_match(&calibration->options.targets, program->pe.section.target) &&
	       words_match(&own, program->pe.section.target);
}

static bool load_suite(struct calibration *calibration)
{
	const char *folder = calibration->options.cases_folder ? calibration->options.cases_folder
							       : calibration->paths.cases;

	if (!suite_load(folder, &calibration->suite, &calibration->error))
		return false;
	calibration->partial =
	    calibration->options.cases.count || calibration->options.targets.count;
	if (calibration->options.targets.count == 0)
		words_add(&calibration->options.targets, usual_targets);
	plan_make(&calibration->plan, &calibration->suite, is_wanted, calibration);
	if (calibration->plan.case_count == 0)
		return error_set(&calibration->error,
				 "no case matches --case and --target; `heapkit list` shows what "
				 "there is");
	cases_gather(calibration);
	return true;
}

static bool choose_folders(struct calibration *calibration)
{
	struct calibrate_options *options = &calibration->options;

	if (!options->mutants_folder) {
		char *beside = path_folder(calibration->paths.program);
		options->mutants_folder = xformat("%s/mutants", beside);
		free(beside);
	}
	calibration->folder = platform_make_folder(false);
	return calibration->folder ||
	       error_set(&calibration->error,
			 "no folder for this run could be made below XDG_RUNTIME_DIR, TMPDIR or "
			 "/tmp; set TMPDIR to a folder that can be written");
}

static void choose_lanes(struct calibration *calibration)
{
	int cpus[1024];
	struct pool *pool = &calibration->pool;

	/* Many cases wait for each other's threads, and the model needs no CPU of its own. */
	pool->count = calibration->options.jobs ? calibration->options.jobs
						: 2 * (unsigned)platform_cpus(cpus, 1024);
	pool->loop = &calibration->loop;
	pool->program = calibration->paths.program;
	pool->folder = calibration->folder;
	pool->environment = json_object();
	pool->data = calibration;
}

bool calibrate_open(struct calibration *calibration)
{
	struct error *error = &calibration->error;

	if (!paths_find(&calibration->paths, error) || !model_load(calibration) ||
	    !requirements_load(calibration->paths.requirements, &calibration->requirements,
			       error) ||
	    !load_suite(calibration) || !choose_folders(calibration) ||
	    !specimens_load(calibration) ||
	    !results_open(&calibration->writer, calibration->options.results, error))
		return false;
	choose_lanes(calibration);
	return true;
}

void calibrate_close(struct calibration *calibration)
{
	if (calibration->folder)
		platform_remove_folder(calibration->folder);
	free(calibration->folder);
	json_decref(calibration->pool.environment);
	pool_free(&calibration->pool);
	asked_free(calibration);
	specimens_free(calibration);
	cases_free(calibration);
	plan_free(&calibration->plan);
	suite_free(&calibration->suite);
	requirements_free(&calibration->requirements);
	implementation_free(&calibration->model);
	paths_free(&calibration->paths);
	free(calibration->version);
	free(calibration->options.cases.words);
	free(calibration->options.targets.words);
	free(calibration->options.mutants_folder);
	uv_loop_close(&calibration->loop);
}
