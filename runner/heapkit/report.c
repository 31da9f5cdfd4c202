/* SPDX-License-Identifier: MIT */
/* `heapkit report`: results made readable. */
#include "report.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"

static const char usage[] =
    "Usage: heapkit report [--format FORMAT] RESULTS...\n"
    "\n"
    "Prints the results that `heapkit run --results RESULTS` wrote; of several runs at once "
    "except\n"
    "on a terminal.\n"
    "\n"
    "  --format terminal  what `heapkit run` printed at its end (without --format)\n"
    "  --format tap       TAP 14: a test point for each case and target\n"
    "  --format junit     JUnit XML: a suite for each target\n"
    "  --format markdown  tables for a page or the summary of a CI step\n"
    "  --format json      one object: the lines of each run, its figures and its rung\n"
    "  --format html      one page for a browser: runs side by side, case by case\n"
    "  --help             this text\n"
    "\n"
    "The exit status is 0 when it was printed, whatever the verdict, and 2 when not.\n"
    "\n"
    "  heapkit report --format junit results.jsonl >results.xml\n"
    "  heapkit report --format html wine-8.jsonl wine-10.jsonl >report.html\n";

static void print_terminal(FILE *stream, const struct results *results)
{
	report_terminal(stream, results, false);
}

/* Of a single run (NULL: as of any number), and of any number (NULL: it shows one). */
static const struct format {
	const char *name;
	void (*print)(FILE *stream, const struct results *results);
	void (*print_all)(FILE *stream, const struct results *results, size_t count);
} formats[] = {
    {"terminal", print_terminal, NULL},
    {"tap", report_tap, report_tap_all},
    {"junit", report_junit, report_junit_all},
    {"markdown", report_markdown, report_markdown_all},
    {"json", NULL, report_json},
    {"html", NULL, report_html},
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
	char **paths;
	size_t count; /* of the paths */
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
			return error_set(
			    error,
			    "%s: needs a value: terminal, tap, junit, markdown, json or html",
			    argv[optind - 1]);
		if (option != OPTION_FORMAT)
			return unknown_option(argv, error);
		options->format = find_format(optarg);
		if (!options->format)
			return error_set(error,
					 "--format %s: unknown; give terminal, tap, junit, "
					 "markdown, json or html",
					 optarg);
	}
	if (optind >= argc)
		return error_set(error,
				 "report: no file; name one that heapkit run --results wrote");
	options->paths = argv + optind;
	options->count = (size_t)(argc - optind);
	if (options->count > 1 && !options->format->print_all)
		return error_set(error,
				 "%s: a second file; --format %s shows one: report them one by one",
				 options->paths[1], options->format->name);
	return true;
}

static void free_all(struct results *results, size_t count)
{
	while (count > 0)
		results_free(&results[--count]);
	free(results);
}

/* NULL where one of the files is bad. */
static struct results *read_all(const struct options *options, struct error *error)
{
	struct results *results = xcalloc(options->count, sizeof *results);

	for (size_t i = 0; i < options->count; i++)
		if (!results_read(options->paths[i], &results[i], error)) {
			free_all(results, i);
			return NULL;
		}
	return results;
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
	struct results *results;
	struct error error;

	if (!parse_options(argc, argv, &options, &error))
		return error_report(&error, EXIT_MISUSE);
	if (options.help) {
		fputs(usage, stdout);
		return finish(&error);
	}
	results = read_all(&options, &error);
	if (!results)
		return error_report(&error, EXIT_MISUSE);
	if (options.format->print && options.count == 1)
		options.format->print(stdout, results);
	else
		options.format->print_all(stdout, results, options.count);
	free_all(results, options.count);
	return finish(&error);
}
