/* SPDX-License-Identifier: MIT */
#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "options.h"
#include "paths.h"
#include "rung.h"
#include "suite.h"

static const char help[] =
    "usage: heapkit list [--json | --imports] [--case GLOB] [--target GLOB] [--cases DIR]\n"
    "\n"
    "Lists the cases: id, requirements and title, once for all targets.\n"
    "\n"
    "  --json         one JSON object a case: id, requirements, title, kind, and for each target\n"
    "                 its imports, rung and file\n"
    "  --imports      one line a program: target, id, imports\n"
    "  --case GLOB    only these; may be repeated\n"
    "  --target GLOB  only these; may be repeated\n"
    "  --cases DIR    a folder of programs other than the kit's own\n";

struct list_options {
	struct words cases, targets;
	const char *folder;
	bool json, imports, help;
};

static bool parse(int argc, char **argv, struct list_options *options, struct error *error)
{
	static const struct option long_options[] = {{"json", no_argument, NULL, 'j'},
						     {"imports", no_argument, NULL, 'i'},
						     {"case", required_argument, NULL, 'c'},
						     {"target", required_argument, NULL, 't'},
						     {"cases", required_argument, NULL, 'd'},
						     {"help", no_argument, NULL, 'h'},
						     {NULL, 0, NULL, 0}};
	int option;

	opterr = 0;
	optind = 1;
	while ((option = option_next(argc, argv, long_options, error)) != -1) {
		switch (option) {
		case 'j':
			options->json = true;
			break;
		case 'i':
			options->imports = true;
			break;
		case 'c':
			words_add(&options->cases, optarg);
			break;
		case 't':
			words_add(&options->targets, optarg);
			break;
		case 'd':
			options->folder = optarg;
			break;
		case 'h':
			options->help = true;
			break;
		default:
			return false;
		}
	}
	if (optind < argc)
		return error_set(error, "\"%s\" is no option; see `heapkit list --help`",
				 argv[optind]);
	return true;
}

static json_t *imports_of(const struct program *program)
{
	json_t *imports = json_array();

	for (size_t i = 0; i < program->pe.import_count; i++)
		json_array_append_new(imports, json_string(program->pe.imports[i]));
	return imports;
}

/* The entry of a case's id, made when it is the first of its targets. */
static json_t *entry_of(json_t *entries, const struct program *program)
{
	const struct heapkit_section *section = &program->pe.section;
	json_t *entry = json_object_get(entries, program->id);

	if (entry)
		return entry;
	entry = json_pack("{s:s s:s s:s s:s s:{}}", "id", program->id, "requirements",
			  section->requirements, "title", section->title, "kind", section->kind,
			  "targets");
	json_object_set_new(entries, program->id, entry);
	return entry;
}

static bool is_listed(const struct program *program, const struct list_options *options)
{
	return program->kind != KIND_CANARY && words_match(&options->cases, program->id) &&
	       words_match(&options->targets, program->pe.section.target);
}

static json_t *collect(const struct suite *suite, const struct list_options *options)
{
	json_t *entries = json_object();

	for (size_t i = 0; i < suite->count; i++) {
		const struct program *program = &suite->programs[i];
		const char *target = program->pe.section.target;

		if (!is_listed(program, options))
			continue;
		json_object_set_new(json_object_get(entry_of(entries, program), "targets"), target,
				    json_pack("{s:o s:i s:s s:s}", "imports", imports_of(program),
					      "rung", (int)program->rung, "rung_name",
					      rung_name(program->rung), "file", program->path));
	}
	return entries;
}

/* Requirements are a list for a program, and words for a person. */
static void print_json(json_t *entry)
{
	char *ids = strdup(json_string_value(json_object_get(entry, "requirements")));
	json_t *list = json_array();

	for (char *id = strtok(ids, " "); id; id = strtok(NULL, " "))
		json_array_append_new(list, json_string(id));
	json_object_set_new(entry, "requirements", list);
	json_dumpf(entry, stdout, JSON_COMPACT);
	putchar('\n');
	free(ids);
}

static int print_imports(const struct suite *suite, const struct list_options *options)
{
	for (size_t i = 0; i < suite->count; i++) {
		const struct program *program = &suite->programs[i];

		if (!is_listed(program, options))
			continue;
		printf("%s %s", program->pe.section.target, program->id);
		for (size_t k = 0; k < program->pe.import_count; k++)
			printf(" %s", program->pe.imports[k]);
		putchar('\n');
	}
	return EXIT_AS_EXPECTED;
}

static int print_all(const struct suite *suite, const struct list_options *options,
		     struct error *error)
{
	json_t *entries = collect(suite, options), *entry;
	const char *id;
	size_t width = 0;

	if (json_object_size(entries) == 0) {
		json_decref(entries);
		error_set(error, "no case matches --case and --target");
		return EXIT_MISUSE;
	}
	json_object_foreach(entries, id, entry) width = strlen(id) > width ? strlen(id) : width;
	json_object_foreach(entries, id, entry)
	{
		if (options->json)
			print_json(entry);
		else
			printf("%-*s  %s: %s\n", (int)width, id,
			       json_string_value(json_object_get(entry, "requirements")),
			       json_string_value(json_object_get(entry, "title")));
	}
	json_decref(entries);
	return EXIT_AS_EXPECTED;
}

int command_list(int argc, char **argv)
{
	struct list_options options = {0};
	struct paths paths = {0};
	struct suite suite = {0};
	struct error error = {0};
	int status = EXIT_MISUSE;

	if (parse(argc, argv, &options, &error)) {
		if (options.help)
			status = fputs(help, stdout) < 0;
		else if (paths_find(&paths, &error) &&
			 suite_load(options.folder ? options.folder : paths.cases, &suite, &error))
			status = options.imports ? print_imports(&suite, &options)
						 : print_all(&suite, &options, &error);
	}
	if (error.text[0])
		error_report(&error, status);
	suite_free(&suite);
	paths_free(&paths);
	free(options.cases.words);
	free(options.targets.words);
	return status;
}
