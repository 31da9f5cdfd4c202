/* SPDX-License-Identifier: MIT */
/* `heapkit merge`. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "merge.h"
#include "options.h"
#include "progress.h"
#include "report.h"
#include "shard.h"

static const char usage[] =
    "usage: heapkit merge RESULTS... [--results FILE]\n"
    "\n"
    "Makes one result of the shards of a run, `heapkit run --shard I/N --results RESULTS`, and "
    "says\n"
    "what the whole run would have said.\n"
    "\n"
    "  --results FILE     write the whole result there (JSON Lines); FILE is replaced\n"
    "  --help             this text\n"
    "\n"
    "All shards must be there, once, with a footer, of one suite, implementation, kind of host "
    "and\n"
    "with the same options.\n"
    "\n"
    "Exit status: 0 all as expected, 1 something unexpected, 2 misuse, or files that are no "
    "shards\n"
    "of one run, 3 the implementation cannot run at all.\n"
    "\n"
    "  heapkit merge shard-*.jsonl --results results.jsonl\n";

struct options {
	const char *results;
	char **paths;
	size_t count; /* of the paths */
	bool help;
};

static bool parse_options(int argc, char **argv, struct options *options, struct error *error)
{
	enum { OPTION_RESULTS = OPTION_LONG, OPTION_HELP };
	static const struct option known[] = {
	    {"results", required_argument, NULL, OPTION_RESULTS},
	    {"help", no_argument, NULL, OPTION_HELP},
	    {0},
	};
	int option;

	*options = (struct options){0};
	opterr = 0;
	optind = 0; /* main has looked at its own options before */
	while ((option = getopt_long(argc, argv, ":", known, NULL)) != -1) {
		if (option == OPTION_HELP)
			return options->help = true;
		if (option == ':')
			return error_set(error, "--results needs a value: the file to write");
		if (option == '?')
			return option_unknown(argv, error);
		options->results = optarg;
	}
	if (optind >= argc)
		return error_set(error, "merge: no files; name the results of all shards");
	options->paths = argv + optind;
	options->count = (size_t)(argc - optind);
	return true;
}

static bool read_shard(const char *path, struct shard *shard, struct error *error)
{
	const char *name;
	struct error problem;

	shard->path = path;
	if (!results_read(path, &shard->results, error))
		return false;
	name = result_text(shard->results.header, "shard");
	if (!*name)
		return error_set(error,
				 "%s: is the result of a whole run; merge takes those of `heapkit "
				 "run --shard`",
				 path);
	if (!shard_parse(name, &shard->number, &shard->count, &problem))
		return error_set(error, "%s: its shard is none (I/N); it was edited", path);
	return true;
}

static bool write_results(const char *path, const struct results *results, struct error *error)
{
	struct results_writer writer;
	const json_t *result;
	size_t i;

	if (!results_open(&writer, path, error))
		return false;
	results_write(&writer, results->header);
	json_array_foreach(results->cases, i, result) results_write(&writer, result);
	results_write(&writer, results->footer);
	return results_close(&writer, error);
}

static int merge(const struct options *options, const struct shard *shards, struct error *error)
{
	struct results merged;
	int status;

	if (!merge_shards(shards, options->count, &merged, error))
		return error_report(error, EXIT_MISUSE);
	status = results_cannot_run(&merged)  ? EXIT_CANNOT_RUN
		 : results_are_green(&merged) ? EXIT_AS_EXPECTED
					      : EXIT_UNEXPECTED;
	report_terminal(stdout, &merged, terminal_has_colour(1));
	if (options->results && !write_results(options->results, &merged, error))
		status = error_report(error, EXIT_MISUSE);
	results_free(&merged);
	return status;
}

int command_merge(int argc, char **argv)
{
	struct options options;
	struct shard *shards;
	struct error error;
	bool good = true;
	int status;

	if (!parse_options(argc, argv, &options, &error))
		return error_report(&error, EXIT_MISUSE);
	if (options.help) {
		fputs(usage, stdout);
		return EXIT_AS_EXPECTED;
	}
	shards = xcalloc(options.count, sizeof *shards);
	for (size_t i = 0; i < options.count && good; i++)
		good = read_shard(options.paths[i], &shards[i], &error);
	status = good ? merge(&options, shards, &error) : error_report(&error, EXIT_MISUSE);
	for (size_t i = 0; i < options.count; i++)
		results_free(&shards[i].results);
	free(shards);
	return status;
}
