/* SPDX-License-Identifier: MIT */
/* `heapkit explain`: everything there is about one case or one requirement. */
#include "explain.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "file.h"
#include "nearest.h"
#include "options.h"
#include "paths.h"
#include "progress.h"
#include "text.h"

static const char help[] =
    "usage: heapkit explain [--cases DIR] [--results FILE]... CASE|REQUIREMENT\n"
    "\n"
    "Says everything about a case (process-heaps/small-buffer-stores-count) or a requirement\n"
    "(GPH-05): the clause, its level and evidence, the page of the documentation, when it holds,\n"
    "the cases, and what known implementations get wrong there, with reasons.\n"
    "\n"
    "  --results FILE  how it ended in these results; may be repeated\n"
    "  --cases DIR     a folder of programs other than the kit's own\n"
    "\n"
    "  heapkit explain GPH-05 --results wine.jsonl\n";

struct explain_options {
	const char *name, *cases;
	struct words results;
	bool help;
};

static bool parse(int argc, char **argv, struct explain_options *options, struct error *error)
{
	static const struct option known[] = {{"results", required_argument, NULL, 'r'},
					      {"cases", required_argument, NULL, 'd'},
					      {"help", no_argument, NULL, 'h'},
					      {NULL, 0, NULL, 0}};

	opterr = 0;
	optind = 1;
	while (optind < argc) {
		const int option = option_next(argc, argv, known, error);

		if (option == 'r')
			words_add(&options->results, optarg);
		else if (option == 'd')
			options->cases = optarg;
		else if (option == 'h')
			return options->help = true;
		else if (option == '?')
			return false;
		else if (optind < argc && *options->name)
			return error_set(error, "%s: a second name; explain takes one",
					 argv[optind]);
		else if (optind < argc)
			options->name = argv[optind++];
	}
	if (!*options->name && !options->help) {
		error_set(error, "explain: no name; give a case or a requirement, "
				 "for example GPH-05");
		return false;
	}
	return true;
}

/* What every implementation is known to get wrong; a folder that is missing says nothing. */
static bool load_known(struct explanation *explanation, const char *path, struct error *error)
{
	struct folder folder;
	bool missing, good = folder_read(path, ".yaml", &folder, &missing, error);

	if (!good)
		return missing;
	explanation->known = xcalloc(folder.count + 1, sizeof *explanation->known);
	for (size_t i = 0; i < folder.count && good; i++) {
		struct known_to *known = &explanation->known[explanation->known_count];
		char *file = xformat("%s/%s.yaml", path, folder.names[i]);

		good = expectations_load(file, &known->expectations, error);
		if (good) {
			known->implementation = xstrdup(folder.names[i]);
			explanation->known_count++;
		}
		free(file);
	}
	folder_free(&folder);
	return good;
}

static bool load_results(struct explanation *explanation, const struct words *paths,
			 struct error *error)
{
	explanation->results = xcalloc(paths->count + 1, sizeof *explanation->results);
	for (size_t i = 0; i < paths->count; i++) {
		if (!results_read(paths->words[i], &explanation->results[i], error))
			return false;
		explanation->result_count++;
	}
	return true;
}

static bool unknown(const struct explanation *explanation, const char *name, struct error *error)
{
	struct nearest nearest = {.wanted = name};
	struct text text = {0};

	for (size_t i = 0; i < explanation->requirements.count; i++)
		nearest_offer(&nearest, explanation->requirements.rows[i].id);
	for (size_t i = 0; i < explanation->suite.count; i++)
		if (explanation->suite.programs[i].kind != KIND_CANARY)
			nearest_offer(&nearest, explanation->suite.programs[i].id);
	for (size_t i = 0; i < NEAREST_COUNT && nearest.names[i]; i++)
		text_printf(&text, "%s%s", i ? ", " : "did you mean ", nearest.names[i]);
	error_set(error, "%s: there is no case or requirement of that name; %s", name,
		  text.size ? text_string(&text)
			    : "`heapkit list` and `heapkit coverage` name all of them");
	text_free(&text);
	return false;
}

/* Finds what the name stands for: requirements are known even where no cases are built. */
static bool find(struct explanation *explanation, const char *name, const char *cases,
		 struct error *error)
{
	const bool built = suite_load(cases, &explanation->suite, error);

	explanation->requirement = requirements_find(&explanation->requirements, name);
	if (explanation->requirement) {
		error->text[0] = '\0';
		return true;
	}
	if (!built)
		return false;
	for (size_t i = 0; i < explanation->suite.count; i++) {
		const struct program *program = &explanation->suite.programs[i];

		if (program->kind == KIND_CANARY || strcmp(program->id, name) != 0)
			continue;
		explanation->id = program->id;
		return true;
	}
	return unknown(explanation, name, error);
}

static bool explain(const struct explain_options *options, const struct paths *paths,
		    struct explanation *explanation, struct error *error)
{
	if (!requirements_load(paths->requirements, &explanation->requirements, error) ||
	    !find(explanation, options->name, options->cases ? options->cases : paths->cases,
		  error) ||
	    !load_known(explanation, paths->expectations, error) ||
	    !load_results(explanation, &options->results, error))
		return false;
	explain_print(stdout, explanation, terminal_has_colour(1));
	return true;
}

static void explanation_free(struct explanation *explanation)
{
	for (size_t i = 0; i < explanation->known_count; i++) {
		free(explanation->known[i].implementation);
		expectations_free(&explanation->known[i].expectations);
	}
	for (size_t i = 0; i < explanation->result_count; i++)
		results_free(&explanation->results[i]);
	free(explanation->known);
	free(explanation->results);
	suite_free(&explanation->suite);
	requirements_free(&explanation->requirements);
}

int command_explain(int argc, char **argv)
{
	struct explain_options options = {.name = ""};
	struct explanation explanation = {0};
	struct paths paths = {0};
	struct error error = {0};
	int status = EXIT_AS_EXPECTED;

	if (!parse(argc, argv, &options, &error) ||
	    (!options.help &&
	     (!paths_find(&paths, &error) || !explain(&options, &paths, &explanation, &error))))
		status = error_report(&error, EXIT_MISUSE);
	else if (options.help)
		fputs(help, stdout);
	explanation_free(&explanation);
	paths_free(&paths);
	free(options.results.words);
	return status;
}
