/* SPDX-License-Identifier: MIT */
#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "options.h"
#include "paths.h"
#include "requirements.h"
#include "suite.h"
#include "text.h"

static const char help[] =
    "usage: heapkit coverage [--gaps] [--json] [--cases DIR] [--requirements DIR] [GLOB...]\n"
    "\n"
    "Says requirement by requirement which cases check it. What is judged (MUST or WINDOWS, of a\n"
    "class other than X and U) needs a case, or a reason why there is none; what is of class X "
    "must\n"
    "have none; and no case may cite what is no requirement.\n"
    "\n"
    "  GLOB                only requirements that match, for example 'HWK-*'\n"
    "  --gaps              only what is missing or wrong\n"
    "  --json              one JSON object a requirement\n"
    "  --cases DIR         a folder of programs other than the kit's own\n"
    "  --requirements DIR  a folder of AREA.yaml other than the kit's own\n"
    "\n"
    "Exit status: 0 nothing is missing, 1 something is, 2 misuse.\n";

struct coverage_options {
	struct words globs;
	const char *cases, *requirements;
	bool gaps, json, help;
};

/* What is counted for the last line. */
struct coverage {
	const struct coverage_options *options;
	json_t *citations; /* id of a requirement: {id of a case: true} */
	unsigned judged, checked, excused, observed, gaps;
};

static bool parse(int argc, char **argv, struct coverage_options *options, struct error *error)
{
	static const struct option long_options[] = {
	    {"gaps", no_argument, NULL, 'g'},        {"json", no_argument, NULL, 'j'},
	    {"cases", required_argument, NULL, 'd'}, {"requirements", required_argument, NULL, 'r'},
	    {"help", no_argument, NULL, 'h'},        {NULL, 0, NULL, 0}};
	int option;

	opterr = 0;
	optind = 1;
	while ((option = option_next(argc, argv, long_options, error)) != -1) {
		switch (option) {
		case 'g':
			options->gaps = true;
			break;
		case 'j':
			options->json = true;
			break;
		case 'd':
			options->cases = optarg;
			break;
		case 'r':
			options->requirements = optarg;
			break;
		case 'h':
			options->help = true;
			break;
		default:
			return false;
		}
	}
	while (optind < argc)
		words_add(&options->globs, argv[optind++]);
	return true;
}

/* A case of several targets cites once. */
static json_t *collect(const struct suite *suite)
{
	json_t *citations = json_object();

	for (size_t i = 0; i < suite->count; i++) {
		const struct program *program = &suite->programs[i];
		char *ids = xstrdup(program->pe.section.requirements);

		for (char *id = program->kind == KIND_CANARY ? NULL : strtok(ids, " "); id;
		     id = strtok(NULL, " ")) {
			json_t *cases = json_object_get(citations, id);

			if (!cases) {
				cases = json_object();
				json_object_set_new(citations, id, cases);
			}
			json_object_set_new(cases, program->id, json_true());
		}
		free(ids);
	}
	return citations;
}

static void put_cases(struct text *text, const json_t *cases)
{
	const char *id;
	json_t *one;

	json_object_foreach((json_t *)cases, id, one)
	    text_printf(text, "%s%s", text->size ? ", " : "", id);
}

/* NULL: nothing is wrong. */
static const char *gap_of(const struct requirement *row, size_t cases)
{
	if (requirement_is_judged(row) && !cases && !row->untestable)
		return "NO CASE, and no `untestable` that says why";
	if (row->untestable && cases)
		return "is checked, although it says why it cannot be";
	if (row->class[0] == 'X' && cases)
		return "must not be tested";
	return NULL;
}

static void count(struct coverage *coverage, const struct requirement *row, size_t cases)
{
	const bool judged = requirement_is_judged(row);

	coverage->judged += judged;
	coverage->checked += judged && cases;
	coverage->excused += judged && !cases && row->untestable;
	coverage->observed += !judged && cases;
}

static void print_json(const struct requirement *row, const json_t *cases, const char *gap)
{
	json_t *list = json_array();
	json_t *entry;
	const char *id;
	json_t *one;

	json_object_foreach((json_t *)cases, id, one) json_array_append_new(list, json_string(id));
	entry = json_pack("{s:s s:s s:s s:s s:b s:o s:s* s:s*}", "id", row->id, "level", row->level,
			  "class", row->class, "subject", row->subject, "judged",
			  requirement_is_judged(row), "cases", list, "untestable", row->untestable,
			  "gap", gap);
	json_dumpf(entry, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(entry);
}

static void print_line(const struct requirement *row, const json_t *cases, const char *gap)
{
	struct text words = {0};

	put_cases(&words, cases);
	if (gap)
		text_printf(&words, "%s%s", words.size ? ": " : "", gap);
	else if (row->untestable)
		text_printf(&words, "untestable: %s", row->untestable);
	else if (!words.size)
		text_put(&words, row->class[0] == 'X' ? "not tested: undefined or destructive"
						      : "not judged");
	printf("%s  %-7s  %s  %s\n", row->id, row->level, row->class, text_string(&words));
	text_free(&words);
}

static void cover(struct coverage *coverage, const struct requirement *row)
{
	const json_t *cases = json_object_get(coverage->citations, row->id);
	const char *gap = gap_of(row, json_object_size(cases));

	if (!words_match(&coverage->options->globs, row->id))
		return;
	count(coverage, row, json_object_size(cases));
	coverage->gaps += gap != NULL;
	if (coverage->options->gaps && !gap)
		return;
	(coverage->options->json ? print_json : print_line)(row, cases, gap);
}

static void find_unknown(struct coverage *coverage, const struct requirements *requirements)
{
	const char *id;
	json_t *cases;

	json_object_foreach(coverage->citations, id, cases)
	{
		struct text words = {0};

		if (requirements_find(requirements, id) ||
		    !words_match(&coverage->options->globs, id))
			continue;
		coverage->gaps++;
		put_cases(&words, cases);
		if (coverage->options->json)
			printf("{\"id\":\"%s\",\"gap\":\"no such requirement\"}\n", id);
		else
			printf("%s  is no requirement, but cited by %s\n", id, text_string(&words));
		text_free(&words);
	}
}

static int print_all(const struct coverage_options *options, const struct suite *suite,
		     const struct requirements *requirements, struct error *error)
{
	struct coverage coverage = {.options = options, .citations = collect(suite)};

	for (size_t i = 0; i < requirements->count; i++)
		cover(&coverage, &requirements->rows[i]);
	find_unknown(&coverage, requirements);
	json_decref(coverage.citations);
	if (!coverage.judged && !coverage.observed && !coverage.gaps && options->globs.count) {
		error_set(error, "no requirement that cases could check matches \"%s\"",
			  options->globs.words[0]);
		return EXIT_MISUSE;
	}
	if (!options->json)
		printf("\n%u judged requirements: %u checked, %u untestable; %u others observed; "
		       "%u missing or wrong\n",
		       coverage.judged, coverage.checked, coverage.excused, coverage.observed,
		       coverage.gaps);
	return coverage.gaps ? EXIT_UNEXPECTED : EXIT_AS_EXPECTED;
}

int command_coverage(int argc, char **argv)
{
	struct coverage_options options = {0};
	struct requirements requirements = {0};
	struct paths paths = {0};
	struct suite suite = {0};
	struct error error = {0};
	int status = EXIT_MISUSE;

	if (parse(argc, argv, &options, &error)) {
		if (options.help)
			status = fputs(help, stdout) < 0;
		else if (paths_find(&paths, &error) &&
			 requirements_load(options.requirements ? options.requirements
								: paths.requirements,
					   &requirements, &error) &&
			 suite_load(options.cases ? options.cases : paths.cases, &suite, &error))
			status = print_all(&options, &suite, &requirements, &error);
	}
	if (error.text[0])
		error_report(&error, status);
	suite_free(&suite);
	requirements_free(&requirements);
	paths_free(&paths);
	free(options.globs.words);
	return status;
}
