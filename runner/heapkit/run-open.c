/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "find-program.h"
#include "launcher.h"
#include "platform.h"
#include "run.h"
#include "version.h"

enum { VERSION_LIMIT = 10 /* s */ };

/*
 * Where programs run by themselves the system is judged, whatever its description is called. That
 * of a Windows program in a Wine is this Wine, with what is known of it.
 */
static void take_system(struct run *run)
{
	struct implementation *implementation = &run->implementation;
	const char *wine = platform_wine();

	if (strcmp(implementation->command[0], "{exe}") == 0 && wine) {
		free(implementation->name);
		free(implementation->expectations);
		implementation->name = xstrdup("wine");
		implementation->expectations = NULL;
		run->version = xformat("wine-%s", wine);
	} else if (strcmp(implementation->command[0], "{exe}") == 0) {
		run->version = platform_name();
	} else if (wine) {
		json_array_append_new(
		    run->notes, json_string("heapkit.exe runs on Wine, and so does this "
					    "command: what it leaves to the system is Wine's"));
	}
}

static bool describe_implementation(struct run *run, struct error *error)
{
	const struct run_options *options = &run->options;
	struct implementation *implementation = &run->implementation;
	const char *usual = platform_is_windows() ? "windows" : "wine";

	if (options->command)
		implementation_from_command(options->command, options->command_count,
					    implementation);
	else if (!implementation_load(run->paths.implementations, options->on ? options->on : usual,
				      implementation, error))
		return false;
	if (platform_is_windows())
		take_system(run);
	else if (strcmp(implementation->name, "windows") == 0)
		return error_set(error, "windows: programs run by themselves on Windows only; run "
					"heapkit.exe there, or judge a log of the agent");
	for (size_t i = 0; i < options->settings.count; i++)
		if (!implementation_set(implementation, options->settings.words[i], error))
			return false;
	return true;
}

/* Finds the real program behind the setting `wine`, which the command then names. */
static bool find_wine(struct run *run, struct error *error)
{
	struct implementation *implementation = &run->implementation;
	const char *word = implementation_setting(implementation, "wine");
	char *cache, *note, *assignment;
	bool found;

	if (!implementation->wine)
		return true;
	cache = wine_cache_folder();
	found = wine_find(word ? word : "wine", cache, strcmp(implementation->wine, "full") == 0,
			  &run->wine, &note, error);
	free(cache);
	if (!found)
		return false;
	if (note)
		json_array_append_new(run->notes, json_string(note));
	free(note);
	assignment = xformat("wine=%s", run->wine.loader);
	found = implementation_set(implementation, assignment, error);
	free(assignment);
	if (!found)
		return false;
	return launcher_find(implementation_setting(implementation, "launcher"), run->paths.windows,
			     &run->wine, &implementation->launcher, error);
}

/* Better one line now than one for each target. Where programs run by themselves there is none. */
static bool check_command(const struct run *run, struct error *error)
{
	const char *first = run->implementation.command[0];
	char *word, *program;
	bool found;

	if (strcmp(first, "{exe}") == 0)
		return true;
	word = implementation_word(first, "", 64);
	program = find_program(word, error);
	found = program != NULL;
	free(program);
	free(word);
	return found;
}

/* What the command left behind would hold its pipes open, and live on. */
static void end_others(struct child *child)
{
	const int own = child->process.pid;

	platform_kill_orphans(&own, 1);
}

static void note_version(struct child *child)
{
	struct run *run = child->data;
	const struct bytes *text = child->output.size ? &child->output : &child->errors;
	const size_t length = text->size ? strcspn(text->data, "\r\n") : 0;

	free(run->version);
	run->version = xformat("%.*s", (int)length, length ? text->data : "");
}

/* Looking for the parts of Wine may have asked for its version already. */
static bool knows_version(const struct run *run)
{
	const struct implementation *implementation = &run->implementation;

	return run->wine.version && implementation->version_count == 2 &&
	       strcmp(implementation->version[0], run->wine.loader) == 0 &&
	       strcmp(implementation->version[1], "--version") == 0;
}

/* The first line of what the implementation says of itself. */
static void ask_version(struct run *run)
{
	const struct implementation *implementation = &run->implementation;
	struct child child = {.loop = &run->loop,
			      .timeout = VERSION_LIMIT,
			      .output_limit = 65536,
			      .done = note_version,
			      .sweep = end_others,
			      .data = run};

	if (!run->version)
		run->version = xstrdup(knows_version(run) ? run->wine.version : "");
	if (run->version[0] || implementation->version_count == 0)
		return;
	child.command = run_in_sandbox(run, implementation->version, implementation->version_count);
	platform_guard_lanes();
	child_start(&child);
	uv_run(&run->loop, UV_RUN_DEFAULT);
	free(child.command);
	child_free(&child);
}

bool run_load_expectations(struct run *run, struct error *error)
{
	const struct run_options *options = &run->options;
	const struct implementation *implementation = &run->implementation;
	char *path;
	bool loaded;

	if (options->ignore_expectations)
		return true;
	if (options->expectations)
		return expectations_load(options->expectations, &run->expectations, error);
	path = xformat("%s/%s.yaml", run->paths.expectations,
		       implementation->expectations ? implementation->expectations
						    : implementation->name);
	loaded = !path_exists(path) || expectations_load(path, &run->expectations, error);
	free(path);
	return loaded;
}

/* One program that somebody else built: only its machine says which canaries speak for it. */
static bool add_program(struct run *run, struct error *error)
{
	struct program program;
	const char *target = NULL;

	if (!suite_load_program(run->options.program, &program, error))
		return false;
	for (size_t i = 0; i < run->suite.count && !target; i++) {
		const struct program *other = &run->suite.programs[i];

		if (other->kind == KIND_CANARY && other->pe.machine == program.pe.machine)
			target = other->pe.section.target;
	}
	if (!target) {
		error_set(error,
			  "%s: is a %s program, for which the kit has no canaries here; "
			  "build them with `make cases`",
			  run->options.program, pe_processor(&program.pe));
		suite_free_program(&program);
		return false;
	}
	snprintf(program.pe.section.target, sizeof program.pe.section.target, "%s", target);
	snprintf(program.pe.section.requirements, sizeof program.pe.section.requirements,
		 "REF-01 REF-02 REF-03 REF-04");
	snprintf(program.pe.section.title, sizeof program.pe.section.title,
		 "%.120s lists the heaps of its process", run->options.program);
	run->suite.programs =
	    xrealloc(run->suite.programs, (run->suite.count + 1) * sizeof *run->suite.programs);
	run->suite.programs[run->suite.count++] = program;
	return true;
}

static bool is_in_run(const struct program *program, const void *data)
{
	const struct run *run = data;
	const struct implementation *implementation = &run->implementation;
	const struct words own = {implementation->targets, implementation->targets_count};

	if (run->options.program)
		return program == &run->suite.programs[run->suite.count - 1];
	return words_match(&run->options.cases, program->id) &&
	       words_match(&run->options.targets, program->pe.section.target) &&
	       words_match(&own, program->pe.section.target);
}

static bool is_wanted(const struct program *program, const void *data)
{
	const struct run *run = data;

	if (!run->options.shards)
		return is_in_run(program, data);
	return run->division.shards[program - run->suite.programs] == run->options.shard;
}

static bool load_suite(struct run *run, struct error *error)
{
	const struct run_options *options = &run->options;
	const char *folder = options->cases_folder ? options->cases_folder : run->paths.cases;

	if (!suite_load(folder, &run->suite, error))
		return false;
	if (options->program && !add_program(run, error))
		return false;
	if (options->shards && !run_divide(run, is_in_run, error))
		return false;
	plan_make(&run->plan, &run->suite, is_wanted, run);
	if (run->plan.case_count == 0 && run->division.count == 0)
		return error_set(
		    error, "no case matches --case and --target; `heapkit list` shows what there "
			   "is");
	return true;
}

/*
 * Only a service keeps something there. In a sandbox each lane has one of its own, in memory, where
 * a full prefix has no room.
 */
static bool make_folder(struct run *run, struct error *error)
{
	if (!run->implementation.wine || (run->options.sandbox && !run->wine.full))
		return true;
	run->folder = platform_make_folder(run->wine.full);
	return run->folder || error_set(error, "no folder for this run could be made below "
					       "XDG_RUNTIME_DIR, TMPDIR or /tmp; set TMPDIR to a "
					       "folder that can be written");
}

/* What a lane keeps goes below this folder. */
static const char *folder_of_lanes(const struct run *run)
{
	return run->options.sandbox && run->implementation.wine && !run->folder ? SANDBOX_FOLDER
										: run->folder;
}

static json_t *environment_of(const struct implementation *implementation)
{
	json_t *environment = json_object();

	for (unsigned i = 0; i < implementation->environment_count; i++)
		json_object_set_new(environment, implementation->environment[i].name,
				    json_string(implementation->environment[i].value));
	return environment;
}

static bool prepare(struct run *run, int *status)
{
	struct error *error = &run->error;

	*status = EXIT_MISUSE;
	if (!paths_find(&run->paths, error) || !describe_implementation(run, error))
		return false;
	run_read_requirements(run);
	if (!load_suite(run, error))
		return false;
	*status = EXIT_CANNOT_RUN;
	if (!find_wine(run, error))
		return false;
	run->implementation.folder = path_folder(run->paths.program);
	implementation_expand(&run->implementation);
	if (!check_command(run, error))
		return false;
	*status = EXIT_MISUSE;
	if (!make_folder(run, error))
		return false;
	*status = EXIT_CANNOT_RUN;
	if (run->options.sandbox && !run_open_sandbox(run))
		return false;
	ask_version(run);
	*status = EXIT_MISUSE;
	if (!run_load_expectations(run, error) || !run_have_requirements(run, error))
		return false;
	run_choose_lanes(run);
	*status = EXIT_CANNOT_RUN;
	if (!run_fits(run, error))
		return false;
	*status = EXIT_MISUSE;
	if (run->options.resume)
		return run_resume(run, error);
	return results_open(&run->writer, run->options.results, error);
}

void run_begin(struct run *run)
{
	run->notes = json_array();
	uv_loop_init(&run->loop);
	run->loop.data = run;
}

bool run_open(struct run *run, int *status)
{
	static char lane[] = "lane";

	/* libuv aborts where it cannot even begin. */
	*status = EXIT_CANNOT_RUN;
	if (!run_can_begin(&run->error))
		return false;
	run_begin(run);
	if (!prepare(run, status))
		return false;
	run->pool.loop = &run->loop;
	run->pool.program = run->paths.program;
	run->pool.folder = folder_of_lanes(run);
	if (run->options.sandbox)
		run->pool.command = run_in_sandbox(run, (char *[]){run->paths.program, lane}, 2);
	run->pool.fixed_addresses = run->implementation.fixed_addresses;
	run->pool.environment = environment_of(&run->implementation);
	run->pool.wine = run->implementation.wine ? &run->wine : NULL;
	run->pool.data = run;
	return true;
}

void run_close(struct run *run)
{
	struct error error; /* that nobody asks for any more */

	run_have_requirements(run, &error);
	if (run->folder)
		platform_remove_folder(run->folder);
	free(run->folder);
	free(run->pool.command);
	run_close_sandbox(run);
	json_decref(run->pool.environment);
	json_decref(run->notes);
	pool_free(&run->pool);
	plan_free(&run->plan);
	division_free(&run->division);
	results_free(&run->earlier);
	suite_free(&run->suite);
	requirements_free(&run->requirements);
	expectations_free(&run->expectations);
	implementation_free(&run->implementation);
	results_free(&run->results);
	wine_free(&run->wine);
	paths_free(&run->paths);
	options_free(&run->options);
	for (size_t i = 0; i < run->missing_count; i++)
		free(run->missing[i]);
	free(run->missing);
	free(run->version);
	free(run->in_flight);
	if (run->loop.data) /* else nothing was begun */
		uv_loop_close(&run->loop);
}
