/* SPDX-License-Identifier: MIT */
/* `heapkit report`: results made readable. */
#include "report.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>

#include "command.h"

static const char usage[] =
    "Usage: heapkit report [--format FORMAT] RESULTS\n"
    "\n"
    "Prints the results that `heapkit run --results RESULTS` wrote.\n"
    "\n"
    "  --format terminal  what `heapkit run` printed at its end (without --format)\n"
    "  --format tap       TAP 14: a test point for each case and target\n"
    "  --format junit     JUnit XML: a suite for each target\n"
    "  --format markdown  tables for a page or the summary of a CI step\n"
    "  --help             this text\n"
    "\n"
    "The exit status is 0 when it was printed, whatever the verdict, and 2 when not.\n"
    "\n"
    "  heapkit report --format junit results.jsonl >results.xml\n";

static void print_terminal(FILE *stream, const struct results *results)
{
	report_terminal(stream, results, false);
}

static const struct format {
	const char *name;
	void (*print)(FILE *stream, const struct results *results);
} formats[] = {
    {"terminal", print_terminal},
    {"tap", report_tap},
    {"junit", report_junit},
    {"markdown", report_markdown},
};

static const struct format *find_format(const char *name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

/* No characters, so that a bad `-f` is told from a bad --format. */
enum { OPTION_FORMAT = 256, OPTION_HELP };

struct options {
	const struct format *format;
	const char *path;
	bool help;
};

static bool unknown_option(char **argv, struct error *error)
{
	static const char advice[] = "unknown option; see heapkit report --help";

	if (optopt > 0 && optopt < OPTION_FORMAT)
		return error_set(error, "-%c: %s", optopt, advice);
	return error_set(error, "%s: %s", argv[optind - 1], advice);
}

static bool parse_options(int argc, char **argv, struct options *options, struct error *error)
{
	static const struct option known[] = {
	    {"format", required_argument, NULL, OPTION_FORMAT},
	    {"help", no_argument, NULL, OPTION_HELP},
	    {0},
	};
	int option;

	*options = (struct options){.format = &formats[0]};
	opterr = 0; /* one line in our own words */
	optind = 0; /* main has looked at its own options before */
	while ((option = getopt_long(argc, argv, ":", known, NULL)) != -1) {
		if (option == OPTION_HELP) {
			options->help = true;
			return true;
		}
		if (option == ':')
			return error_set(error,
					 "%s: needs a value: terminal, tap, junit or markdown",
					 argv[optind - 1]);
		if (option != OPTION_FORMAT)
			return unknown_option(argv, error);
		options->format = find_format(optarg);
		if (!options->format)
			return error_set(
			    error, "--format %s: unknown; give terminal, tap, junit or markdown",
			    optarg);
	}
	if (optind >= argc)
		return error_set(error,
				 "report: no file; name one that heapkit run --results wrote");
	if (optind + 1 < argc)
		return error_set(error, "%s: a second file; report reads one", argv[optind + 1]);
	options->path = argv[optind];
	return true;
}

/* A full disk is noticed here or never. */
static int finish(struct error *error)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return EXIT_AS_EXPECTED;
	error_set(error, "standard output: cannot be written: %s; make room", strerror(errno));
	return error_report(error, EXIT_MISUSE);
}

int command_report(int argc, char **argv)
{
	struct options options;
	struct results results;
	struct error error;

	if (!parse_options(argc, argv, &options, &error))
		return error_report(&error, EXIT_MISUSE);
	if (options.help) {
		fputs(usage, stdout);
		return finish(&error);
	}
	if (!results_read(options.path, &results, &error))
		return error_report(&error, EXIT_MISUSE);
	options.format->print(stdout, &results);
	results_free(&results);
	return finish(&error);
}
