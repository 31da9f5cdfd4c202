/* SPDX-License-Identifier: MIT */
/* `heapkit compare`. */
#include <getopt.h>
#include <string.h>

#include "command.h"
#include "compare.h"
#include "options.h"
#include "progress.h"

static const char usage[] =
    "usage: heapkit compare [--format FORMAT] BEFORE AFTER\n"
    "\n"
    "Says case by case what changed between two results that `heapkit run --results` wrote: of "
    "two\n"
    "versions of an implementation, of two implementations, of two versions of the kit.\n"
    "\n"
    "  --format terminal  for people (without --format)\n"
    "  --format markdown  tables for a page or the summary of a CI step\n"
    "  --format json      one object\n"
    "  --help             this text\n"
    "\n"
    "Outcomes are compared, whatever was expected of them. Worse is: a case that newly fails, a\n"
    "plain failure that became a crash, a timeout, broken or unimplemented, and a case that "
    "passed\n"
    "and has no result any more, where the suite is the same or its whole target is gone.\n"
    "\n"
    "Exit status: 0 nothing got worse, 1 something got worse, 2 misuse.\n"
    "\n"
    "examples\n"
    "  heapkit compare wine-8.jsonl wine-10.jsonl\n"
    "  heapkit compare --format json old.jsonl new.jsonl | jq .counts\n";

enum format { FORMAT_TERMINAL, FORMAT_MARKDOWN, FORMAT_JSON };

struct options {
	enum format format;
	const char *before, *after;
	bool help;
};

static bool parse_format(const char *name, enum format *format, struct error *error)
{
	static const char *const names[] = {"terminal", "markdown", "json"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i]) == 0) {
			*format = (enum format)i;
			return true;
		}
	return error_set(error, "--format %s: unknown; give terminal, markdown or json", name);
}

static bool take_files(int argc, char **argv, struct options *options, struct error *error)
{
	if (argc - optind < 2)
		return error_set(error,
				 "compare: takes two files of results, not %d; see `heapkit "
				 "compare --help`",
				 argc - optind);
	if (argc - optind > 2)
		return error_set(error, "%s: a third file; compare takes two", argv[optind + 2]);
	options->before = argv[optind];
	options->after = argv[optind + 1];
	return true;
}

static bool parse_options(int argc, char **argv, struct options *options, struct error *error)
{
	enum { OPTION_FORMAT = OPTION_LONG, OPTION_HELP };
	static const struct option known[] = {
	    {"format", required_argument, NULL, OPTION_FORMAT},
	    {"help", no_argument, NULL, OPTION_HELP},
	    {0},
	};
	int option;

	*options = (struct options){.format = FORMAT_TERMINAL};
	opterr = 0;
	optind = 0; /* main has looked at its own options before */
	while ((option = getopt_long(argc, argv, ":", known, NULL)) != -1) {
		if (option == OPTION_HELP)
			return options->help = true;
		if (option == ':')
			return error_set(error,
					 "--format needs a value: terminal, markdown or json");
		if (option == '?')
			return option_unknown(argv, error);
		if (!parse_format(optarg, &options->format, error))
			return false;
	}
	return take_files(argc, argv, options, error);
}

/* What an interrupted run lacks has not disappeared, so such a file cannot be compared. */
static bool read_complete(const char *path, struct results *results, struct error *error)
{
	if (!results_read(path, results, error))
		return false;
	if (!results_are_interrupted(results))
		return true;
	results_free(results);
	return error_set(error,
			 "%s: has no footer, its run was interrupted; go on with it: `heapkit run "
			 "--resume`",
			 path);
}

/* A part of one run lacks what is in the other parts. */
static bool check_shards(const struct options *options, const struct results *before,
			 const struct results *after, struct error *error)
{
	const char *first = result_text(before->header, "shard");
	const char *second = result_text(after->header, "shard");

	if (strcmp(first, second) == 0)
		return true;
	return error_set(error, "%s: is shard %.20s of a run and %s is not; `heapkit merge` them",
			 *first ? options->before : options->after, *first ? first : second,
			 *first ? options->after : options->before);
}

static int compare(const struct options *options, const struct results *before,
		   const struct results *after)
{
	struct comparison comparison;
	int status;

	comparison_make(&comparison, options->before, before, options->after, after);
	if (options->format == FORMAT_JSON)
		compare_json(stdout, &comparison);
	else if (options->format == FORMAT_MARKDOWN)
		compare_markdown(stdout, &comparison);
	else
		compare_terminal(stdout, &comparison, terminal_has_colour(1));
	status = comparison.worse ? EXIT_UNEXPECTED : EXIT_AS_EXPECTED;
	comparison_free(&comparison);
	return status;
}

int command_compare(int argc, char **argv)
{
	struct options options;
	struct results before = {0}, after = {0};
	struct error error;
	int status;

	if (!parse_options(argc, argv, &options, &error))
		return error_report(&error, EXIT_MISUSE);
	if (options.help) {
		fputs(usage, stdout);
		return EXIT_AS_EXPECTED;
	}
	if (!read_complete(options.before, &before, &error))
		return error_report(&error, EXIT_MISUSE);
	if (!read_complete(options.after, &after, &error) ||
	    !check_shards(&options, &before, &after, &error))
		status = error_report(&error, EXIT_MISUSE);
	else
		status = compare(&options, &before, &after);
	results_free(&before);
	results_free(&after);
	return status;
}
