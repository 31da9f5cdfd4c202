/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "glob.h"
#include "platform.h"
#include "shard.h"

const char run_help[] =
    "usage: heapkit run [--on NAME | -- COMMAND...] [options]\n"
    "\n"
    "Runs the cases on an implementation of Win32, judges each and says what was unexpected.\n"
    "\n"
    "which implementation\n"
    "  --on NAME            one that implementations/NAME.yaml describes; default: wine, and\n"
    "                       windows where heapkit.exe runs\n"
    "  --set NAME=VALUE     one of its settings, for example wine=./wine for a build tree\n"
    "  -- COMMAND...        any other: {exe} is the program; without {exe} it comes last\n"
    "\n"
    "which cases\n"
    "  --case GLOB          only these, for example 'process-heaps/*'; may be repeated\n"
    "  --target GLOB        only these, for example 'i686-*'; may be repeated\n"
    "  --cases DIR          a folder of programs other than the kit's own\n"
    "  --program FILE.exe   no cases: judge this build or port of the reference program\n"
    "  --shard I/N          part I of N, with its share of the cases; `heapkit merge` makes one\n"
    "                       result of all parts\n"
    "  --times FILE         balance the parts by the time that cases took in these results\n"
    "  --all                run cases as well whose functions are known to be unimplemented\n"
    "\n"
    "how\n"
    "  --jobs N             so many cases at a time; default: one for each CPU\n"
    "  --timeout SECONDS    for each case, instead of the largest of 10 s, 20 times the time of\n"
    "                       an empty program, and what the case asks for\n"
    "  --retries N          tries more for a case that ends without a word; default: 1\n"
    "  --sandbox            no network, no writing outside /tmp, which is the lane's own and gone\n"
    "                       with it, no processes but the lane's: with bubblewrap, on Linux\n"
    "\n"
    "what comes out\n"
    "  --results FILE       write the results there (JSON Lines, as they happen); FILE is "
    "replaced\n"
    "  --resume FILE        go on with the interrupted run whose results these are: what is in\n"
    "                       FILE is not run again, the rest is added to it\n"
    "  --expect FILE        known deviations, instead of expectations/NAME.yaml\n"
    "  --ignore-expectations  every case is expected to pass, for `git bisect run`\n"
    "  --write-expectations FILE  draft expectations that make this run green\n"
    "  --strict             known deviations whose date has passed are unexpected\n"
    "  --profile            print where the time went, behind the report; not in the results\n"
    "\n"
    "Exit status: 0 all as expected, 1 something unexpected, 2 misuse, 3 the implementation\n"
    "cannot run at all.\n"
    "\n"
    "examples\n"
    "  heapkit run\n"
    "  heapkit run -- ./my-emulator\n"
    "  heapkit run --target 'i686-*' -- ./my-emulator --quiet {exe}\n"
    "  heapkit run --on wine --set wine=./wine --case 'process-heaps/*'\n"
    "  heapkit run --shard 2/4 --times last.jsonl --results shard-2.jsonl -- ./my-emulator\n";

enum {
	OPTION_ON = 256,
	OPTION_SET,
	OPTION_PROGRAM,
	OPTION_CASE,
	OPTION_TARGET,
	OPTION_JOBS,
	OPTION_TIMEOUT,
	OPTION_RETRIES,
	OPTION_ALL,
	OPTION_SANDBOX,
	OPTION_RESULTS,
	OPTION_RESUME,
	OPTION_SHARD,
	OPTION_TIMES,
	OPTION_EXPECT,
	OPTION_WRITE_EXPECTATIONS,
	OPTION_IGNORE_EXPECTATIONS,
	OPTION_STRICT,
	OPTION_PROFILE,
	OPTION_CASES,
	OPTION_HELP
};

static const struct option long_options[] = {
    {"on", required_argument, NULL, OPTION_ON},
    {"set", required_argument, NULL, OPTION_SET},
    {"program", required_argument, NULL, OPTION_PROGRAM},
    {"case", required_argument, NULL, OPTION_CASE},
    {"target", required_argument, NULL, OPTION_TARGET},
    {"jobs", required_argument, NULL, OPTION_JOBS},
    {"timeout", required_argument, NULL, OPTION_TIMEOUT},
    {"retries", required_argument, NULL, OPTION_RETRIES},
    {"all", no_argument, NULL, OPTION_ALL},
    {"sandbox", no_argument, NULL, OPTION_SANDBOX},
    {"results", required_argument, NULL, OPTION_RESULTS},
    {"resume", required_argument, NULL, OPTION_RESUME},
    {"shard", required_argument, NULL, OPTION_SHARD},
    {"times", required_argument, NULL, OPTION_TIMES},
    {"expect", required_argument, NULL, OPTION_EXPECT},
    {"write-expectations", required_argument, NULL, OPTION_WRITE_EXPECTATIONS},
    {"ignore-expectations", no_argument, NULL, OPTION_IGNORE_EXPECTATIONS},
    {"strict", no_argument, NULL, OPTION_STRICT},
    {"profile", no_argument, NULL, OPTION_PROFILE},
    {"cases", required_argument, NULL, OPTION_CASES},
    {"help", no_argument, NULL, OPTION_HELP},
    {NULL, 0, NULL, 0}};

void words_add(struct words *words, char *word)
{
	words->words = xrealloc(words->words, (words->count + 1) * sizeof *words->words);
	words->words[words->count++] = word;
}

bool words_match(const struct words *globs, const char *text)
{
	for (size_t i = 0; i < globs->count; i++)
		if (glob_match(globs->words[i], text))
			return true;
	return globs->count == 0;
}

int option_next(int argc, char **argv, const struct option *known, struct error *error)
{
	/* It stops at the first bad word of a group such as -lj, and then stands before or behind.
	 */
	const char *word = argv[optind];
	const int option = getopt_long(argc, argv, "+:", known, NULL);

	if (option == ':')
		error_set(error, "%s needs a value; see `heapkit %s --help`", word, argv[0]);
	else if (option == '?')
		error_set(error, "there is no option %s; see `heapkit %s --help`", word, argv[0]);
	return option == ':' ? '?' : option;
}

bool option_unknown(char **argv, struct error *error)
{
	if (optopt > 0 && optopt < OPTION_LONG)
		return error_set(error, "there is no option -%c; see `heapkit %s --help`", optopt,
				 argv[0]);
	return error_set(error, "there is no option %s; see `heapkit %s --help`", argv[optind - 1],
			 argv[0]);
}

bool option_count(const char *option, const char *text, unsigned least, unsigned *count,
		  struct error *error)
{
	char *end;
	unsigned long value;

	errno = 0;
	value = strtoul(text, &end, 10);
	if (*text < '0' || *text > '9' || *end || errno || value < least || value > 4096)
		return error_set(error, "%s takes a whole number from %u to 4096, not \"%s\"",
				 option, least, text);
	*count = (unsigned)value;
	return true;
}

static bool parse_seconds(const char *text, double *seconds, struct error *error)
{
	char *end;

	*seconds = strtod(text, &end);
	if (end == text || *end || !isfinite(*seconds) || *seconds <= 0 || *seconds > 86400)
		return error_set(
		    error, "--timeout takes seconds above 0 and up to 86400, not \"%s\"", text);
	return true;
}

static bool take_option(int option, char *value, struct run_options *options, struct error *error)
{
	switch (option) {
	case OPTION_ON:
		options->on = value;
		return true;
	case OPTION_SET:
		words_add(&options->settings, value);
		return true;
	case OPTION_PROGRAM:
		options->program = value;
		return true;
	case OPTION_CASE:
		words_add(&options->cases, value);
		return true;
	case OPTION_TARGET:
		words_add(&options->targets, value);
		return true;
	case OPTION_JOBS:
		return option_count("--jobs", value, 1, &options->jobs, error);
	case OPTION_TIMEOUT:
		return parse_seconds(value, &options->timeout, error);
	case OPTION_RETRIES:
		return option_count("--retries", value, 0, &options->retries, error);
	case OPTION_ALL:
		return options->all = true;
	case OPTION_SANDBOX:
		return options->sandbox = true;
	case OPTION_RESULTS:
		options->results = value;
		return true;
	case OPTION_RESUME:
		options->resume = value;
		return true;
	case OPTION_SHARD:
		return shard_parse(value, &options->shard, &options->shards, error);
	case OPTION_TIMES:
		options->times = value;
		return true;
	case OPTION_EXPECT:
		options->expectations = value;
		return true;
	case OPTION_WRITE_EXPECTATIONS:
		options->draft = value;
		return true;
	case OPTION_IGNORE_EXPECTATIONS:
		return options->ignore_expectations = true;
	case OPTION_STRICT:
		return options->strict = true;
	case OPTION_PROFILE:
		return options->profile = true;
	case OPTION_CASES:
		options->cases_folder = value;
		return true;
	case OPTION_HELP:
		return options->help = true;
	default:
		return false;
	}
}

static bool check(const struct run_options *options, struct error *error)
{
	if (options->on && options->command)
		return error_set(error, "--on %s and a command behind -- exclude each other",
				 options->on);
	if (options->sandbox && platform_is_windows())
		return error_set(error, "--sandbox needs Linux, where bubblewrap is; leave it out");
	if (options->ignore_expectations && options->expectations)
		return error_set(error, "--expect and --ignore-expectations exclude each other");
	if (options->program && options->cases.count)
		return error_set(error, "--program judges one program; it takes no --case");
	if (options->ladder && (options->draft || options->strict || options->program))
		return error_set(error, "ladder takes no --write-expectations, --strict or "
					"--program: it is no verdict; see `heapkit ladder --help`");
	if (options->ladder && (options->shards || options->resume))
		return error_set(error, "ladder takes no --shard and no --resume: it looks at the "
					"whole suite; see `heapkit ladder --help`");
	if (options->program && options->shards)
		return error_set(error, "--program judges one program; it takes no --shard");
	if (options->times && !options->shards)
		return error_set(error, "--times balances the parts of a run; it needs --shard");
	if (options->resume && options->results)
		return error_set(error, "--resume %s adds to that file; it takes no --results",
				 options->resume);
	return true;
}

bool options_parse(int argc, char **argv, struct run_options *options, struct error *error)
{
	int option;

	memset(options, 0, sizeof *options);
	options->retries = 1;
	options->ladder = strcmp(argv[0], "ladder") == 0;
	opterr = 0;
	optind = 1;
	while ((option = option_next(argc, argv, long_options, error)) != -1)
		if (option == '?' || !take_option(option, optarg, options, error))
			return false;
	if (optind < argc && strcmp(argv[optind - 1], "--") != 0)
		return error_set(
		    error,
		    "\"%s\" is no option; a command to run programs with stands behind "
		    "--",
		    argv[optind]);
	if (optind == argc && strcmp(argv[argc - 1], "--") == 0 && argc > 1)
		return error_set(error, "there is no command behind --");
	if (optind < argc) {
		options->command = argv + optind;
		options->command_count = (unsigned)(argc - optind);
	}
	if (!check(options, error))
		return false;
	if (options->resume)
		options->results = options->resume;
	return true;
}

void options_free(struct run_options *options)
{
	free(options->settings.words);
	free(options->cases.words);
	free(options->targets.words);
}
