/* SPDX-License-Identifier: MIT */
#include "calibrate.h"

#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "file.h"

enum { LIST_LIMIT = 1 << 20, ANSWER_LIMIT = 10 /* s */ };

bool specimen_is_mutant(const struct specimen *specimen)
{
	return specimen->kind >= SPECIMEN_PLATFORM;
}

const struct implementation *specimen_implementation(const struct calibration *calibration,
						     const struct specimen *specimen)
{
	return specimen->kind == SPECIMEN_VARIANT || specimen->kind == SPECIMEN_PLATFORM ||
		       specimen->kind == SPECIMEN_WATCHED
		   ? &specimen->altered
		   : &calibration->model;
}

static const char *folder_of(enum specimen_kind kind)
{
	return kind == SPECIMEN_SDK ? "sdk" : "program";
}

/* The program's path behind the suite's folder: TARGET/AREA/CASE.exe, as it is built for mutants.
 */
char *specimen_path(const struct calibration *calibration, const struct specimen *specimen,
		    const struct program *program)
{
	const bool itself = program->kind == KIND_PROGRAM;

	if (specimen->kind != SPECIMEN_PROGRAM && specimen->kind != SPECIMEN_SDK)
		return xstrdup(program->path);
	return xformat("%s/%s/%s/%s/%s.exe", calibration->options.mutants_folder,
		       folder_of(specimen->kind), specimen->name, program->pe.section.target,
		       itself ? "kit/process-heaps" : program->id);
}

static struct specimen *add_specimen(struct calibration *calibration, enum specimen_kind kind,
				     char *name, char *requirements, char *words)
{
	struct specimen *specimen;

	calibration->specimens =
	    xrealloc(calibration->specimens,
		     (calibration->specimen_count + 1) * sizeof *calibration->specimens);
	specimen = &calibration->specimens[calibration->specimen_count++];
	*specimen = (struct specimen){
	    .kind = kind, .name = name, .requirements = requirements, .words = words};
	specimen->trials = xcalloc(calibration->plan.job_count, sizeof *specimen->trials);
	return specimen;
}

/* Whether the specimen is there for the job. */
static bool is_for(const struct calibration *calibration, const struct specimen *specimen,
		   size_t job)
{
	const struct judged_case *judged = case_of(calibration, job);
	char *path;
	bool there;

	if (specimen->kind == SPECIMEN_MODEL)
		return true;
	if (!judged)
		return false;
	if (specimen->kind == SPECIMEN_VARIANT || specimen->kind == SPECIMEN_WATCHED)
		return true;
	if (judged->kind != specimen->kind)
		return false;
	path = specimen_path(calibration, specimen, calibration->plan.jobs[job].program);
	there = specimen->kind == SPECIMEN_PLATFORM || path_exists(path);
	free(path);
	return there;
}

static void lay_out_trials(struct calibration *calibration)
{
	for (size_t i = 0; i < calibration->specimen_count; i++) {
		struct specimen *specimen = &calibration->specimens[i];

		for (size_t job = 0; job < calibration->plan.job_count; job++)
			if (is_for(calibration, specimen, job))
				specimen->trials[job].state = TRIAL_WAITS;
	}
}

/* The text up to a character, which *rest moves behind; the caller frees it. */
static char *take_column(const char **rest, char end)
{
	const char *stop = strchr(*rest, end);
	const size_t length = stop ? (size_t)(stop - *rest) : strlen(*rest);
	char *column = xformat("%.*s", (int)length, *rest);

	*rest += length + (stop != NULL);
	return column;
}

/* Lines of name, requirements and what differs, with tabs between. `source` is for an error. */
static bool add_list(struct calibration *calibration, enum specimen_kind kind, const char *list,
		     const char *source)
{
	const char *rest = list;
	unsigned line = 0;

	while (*rest) {
		char *name = take_column(&rest, '\t');
		char *requirements = take_column(&rest, '\t');
		char *words = take_column(&rest, '\n');

		add_specimen(calibration, kind, name, requirements, words);
		line++;
		if (!*name || strchr(name, '\n') || strchr(requirements, '\n') || !*requirements)
			return error_set(&calibration->error,
					 "%s: line %u is not name, requirement and words with "
					 "tabs between",
					 source, line);
	}
	return true;
}

static void note_output(struct child *child)
{
	char **text = child->data;

	if (child->started && child->status == 0 && child->signal == 0 && !child->timed_out)
		*text = xstrdup(child->output.data ? child->output.data : "");
}

/* What the model prints for one option. The caller frees it; NULL, and an error: it failed. */
static char *ask_model(struct calibration *calibration, const char *option)
{
	char *program = implementation_word(calibration->model.command[0], "", 64);
	char *command[] = {program, xstrdup(option), NULL}, *text = NULL;
	struct child child = {.loop = &calibration->loop,
			      .command = command,
			      .timeout = ANSWER_LIMIT,
			      .output_limit = LIST_LIMIT,
			      .done = note_output,
			      .data = &text};

	child_start(&child);
	uv_run(&calibration->loop, UV_RUN_DEFAULT);
	child_free(&child);
	if (!text)
		error_set(&calibration->error, "%s %s does not answer; build the model with `make`",
			  program, option);
	free(command[0]);
	free(command[1]);
	return text;
}

static bool add_model_list(struct calibration *calibration, enum specimen_kind kind,
			   const char *option)
{
	char *list = ask_model(calibration, option);
	const bool added = list && add_list(calibration, kind, list, option);

	free(list);
	return added;
}

static bool add_built_list(struct calibration *calibration, enum specimen_kind kind)
{
	char *path = xformat("%s/%s.list", calibration->options.mutants_folder, folder_of(kind));
	unsigned char *list = NULL;
	size_t size;
	bool added;

	if (!path_exists(path))
		added = error_set(&calibration->error,
				  "%s: is not there; build the mutants with `make mutants`", path);
	else
		added = file_read(path, LIST_LIMIT, &list, &size, &calibration->error) &&
			add_list(calibration, kind, (char *)list, path);
	free(list);
	free(path);
	return added;
}

/* The model as its .yaml describes it, with one setting; NULL: none. */
static bool load_altered(struct calibration *calibration, const char *setting, const char *value,
			 struct implementation *model)
{
	const struct calibrate_options *options = &calibration->options;
	char *assignment = setting ? xformat("%s=%s", setting, value) : NULL;
	bool loaded =
	    implementation_load(calibration->paths.implementations,
				options->on ? options->on : "model", model, &calibration->error);

	if (loaded && setting)
		loaded = implementation_set(model, assignment, &calibration->error);
	free(assignment);
	if (!loaded)
		return false;
	model->folder = path_folder(calibration->paths.program);
	implementation_expand(model);
	return true;
}

bool model_load(struct calibration *calibration)
{
	return load_altered(calibration, NULL, NULL, &calibration->model);
}

static bool alter_models(struct calibration *calibration)
{
	for (size_t i = 0; i < calibration->specimen_count; i++) {
		struct specimen *specimen = &calibration->specimens[i];
		const char *setting = specimen->kind == SPECIMEN_VARIANT    ? "variant"
				      : specimen->kind == SPECIMEN_WATCHED  ? "variant"
				      : specimen->kind == SPECIMEN_PLATFORM ? "mutant"
									    : NULL;

		if (setting &&
		    !load_altered(calibration, setting, specimen->name, &specimen->altered))
			return false;
	}
	return true;
}

bool specimens_load(struct calibration *calibration)
{
	char *version = ask_model(calibration, "--version");

	if (!version)
		return false;
	version[strcspn(version, "\r\n")] = '\0';
	calibration->version = version;
	add_specimen(calibration, SPECIMEN_MODEL, xstrdup("model"), xstrdup(""), xstrdup(""));
	add_specimen(calibration, SPECIMEN_WATCHED, xstrdup("watched"), xstrdup(""), xstrdup(""));
	if (!add_model_list(calibration, SPECIMEN_VARIANT, "--list-variants") ||
	    !add_model_list(calibration, SPECIMEN_PLATFORM, "--list-mutants") ||
	    !add_built_list(calibration, SPECIMEN_PROGRAM) ||
	    !add_built_list(calibration, SPECIMEN_SDK) || !equivalents_load(calibration) ||
	    !alter_models(calibration))
		return false;
	lay_out_trials(calibration);
	return true;
}

void specimens_free(struct calibration *calibration)
{
	for (size_t i = 0; i < calibration->specimen_count; i++) {
		struct specimen *specimen = &calibration->specimens[i];

		for (size_t job = 0; job < calibration->plan.job_count; job++)
			free(specimen->trials[job].message);
		free(specimen->trials);
		free(specimen->name);
		free(specimen->requirements);
		free(specimen->words);
		free(specimen->why_equivalent);
		implementation_free(&specimen->altered);
	}
	free(calibration->specimens);
}
