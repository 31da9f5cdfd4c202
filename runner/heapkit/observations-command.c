/* SPDX-License-Identifier: MIT */
/* `heapkit observations`: a command and no format of `report`, since it has formats of its own. */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "observations.h"
#include "progress.h"

static const char help[] =
    "usage: heapkit observations [--format FORMAT] [--case GLOB] [--differing] RESULTS...\n"
    "\n"
    "Shows side by side what varies from implementation to implementation and is never judged:\n"
    "how many heaps there are at the start, their order, the last error after a success, and so\n"
    "on. RESULTS are files that `heapkit run --results` wrote.\n"
    "\n"
    "  --format terminal  values, and where each was observed (without --format)\n"
    "  --format markdown  a table with a column for each run\n"
    "  --format json      one object\n"
    "  --case GLOB        only what these cases observe; may be repeated\n"
    "  --differing        only what runs observed differently on the same target\n"
    "\n"
    "  heapkit observations --differing wine-8.jsonl wine-10.jsonl windows.jsonl\n";

typedef void observations_printer(FILE *stream, const struct observations *observations,
				  bool colour);

static const struct {
	const char *name;
	observations_printer *print;
} formats[] = {
    {"terminal", observations_terminal},
    {"markdown", observations_markdown},
    {"json", observations_json},
};

struct observations_options {
	observations_printer *print;
	struct words globs;
	bool differing, help;
};

static bool take_format(const char *name, struct observations_options *options, struct error *error)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i].name, name) == 0) {
			options->print = formats[i].print;
			return true;
		}
	return error_set(error, "--format %s: unknown; give terminal, markdown or json", name);
}

static bool parse(int argc, char **argv, struct observations_options *options, struct error *error)
{
	static const struct option known[] = {{"format", required_argument, NULL, 'f'},
					      {"case", required_argument, NULL, 'c'},
					      {"differing", no_argument, NULL, 'd'},
					      {"help", no_argument, NULL, 'h'},
					      {NULL, 0, NULL, 0}};
	int option;

	options->print = observations_terminal;
	opterr = 0;
	optind = 1;
	while ((option = option_next(argc, argv, known, error)) != -1) {
		if (option == '?' || (option == 'f' && !take_format(optarg, options, error)))
			return false;
		if (option == 'c')
			words_add(&options->globs, optarg);
		options->differing = options->differing || option == 'd';
		options->help = options->help || option == 'h';
	}
	if (!options->help && optind >= argc)
		return error_set(error, "observations: no file; name one that heapkit run "
					"--results wrote");
	return true;
}

static bool print_files(char **paths, size_t count, const struct observations_options *options,
			struct error *error)
{
	struct results *results = xcalloc(count, sizeof *results);
	struct matrix matrix;
	struct observations observations;
	size_t read = 0;

	while (read < count && results_read(paths[read], &results[read], error))
		read++;
	if (read == count) {
		matrix_make(&matrix, results, count);
		observations_make(&observations, &matrix, &options->globs, options->differing);
		options->print(stdout, &observations, terminal_has_colour(1));
		observations_free(&observations);
		matrix_free(&matrix);
	}
	for (size_t i = 0; i < read; i++)
		results_free(&results[i]);
	free(results);
	return read == count;
}

int command_observations(int argc, char **argv)
{
	struct observations_options options = {0};
	struct error error;
	int status = EXIT_AS_EXPECTED;

	if (!parse(argc, argv, &options, &error) ||
	    (!options.help &&
	     !print_files(argv + optind, (size_t)(argc - optind), &options, &error)))
		status = error_report(&error, EXIT_MISUSE);
	else if (options.help)
		fputs(help, stdout);
	free(options.globs.words);
	return status;
}
