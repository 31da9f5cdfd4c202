/* SPDX-License-Identifier: MIT */
#include <getopt.h>
#include <string.h>

#include "options.h"

const char judge_help[] =
    "usage: heapkit judge LOG [options]\n"
    "\n"
    "Judges what the agent wrote on a system where no runner can live (ReactOS, Windows XP, a\n"
    "virtual machine, a console), just as `heapkit run` judges what it runs itself.\n"
    "\n"
    "  --name NAME          what the system is called; default: agent. Where\n"
    "                       implementations/NAME.yaml and expectations/NAME.yaml are there, they "
    "hold\n"
    "  --version TEXT       its version; default: what the log says of the system\n"
    "  --case GLOB          only these, for example 'process-heaps/*'; may be repeated\n"
    "  --target GLOB        only these, for example 'i686-*'; may be repeated\n"
    "  --cases DIR          the programs that the agent ran, if they are not the kit's own\n"
    "  --results FILE       write the results there (JSON Lines); FILE is replaced\n"
    "  --expect FILE        known deviations, instead of expectations/NAME.yaml\n"
    "  --ignore-expectations  every case is expected to pass\n"
    "  --write-expectations FILE  draft expectations that make this log green\n"
    "  --strict             known deviations whose date has passed are unexpected\n"
    "\n"
    "Exit status: 0 all as expected, 1 something unexpected, 2 misuse, or a log that is cut or\n"
    "corrupt, 3 the system cannot run the programs at all.\n"
    "\n"
    "examples\n"
    "  agent-i686.exe cases COM1              there\n"
    "  heapkit judge serial.log --name reactos --version 0.4.15\n";

enum {
	OPTION_NAME = OPTION_LONG,
	OPTION_VERSION,
	OPTION_CASE,
	OPTION_TARGET,
	OPTION_CASES,
	OPTION_RESULTS,
	OPTION_EXPECT,
	OPTION_IGNORE_EXPECTATIONS,
	OPTION_WRITE_EXPECTATIONS,
	OPTION_STRICT,
	OPTION_HELP
};

static const struct option long_options[] = {
    {"name", required_argument, NULL, OPTION_NAME},
    {"version", required_argument, NULL, OPTION_VERSION},
    {"case", required_argument, NULL, OPTION_CASE},
    {"target", required_argument, NULL, OPTION_TARGET},
    {"cases", required_argument, NULL, OPTION_CASES},
    {"results", required_argument, NULL, OPTION_RESULTS},
    {"expect", required_argument, NULL, OPTION_EXPECT},
    {"ignore-expectations", no_argument, NULL, OPTION_IGNORE_EXPECTATIONS},
    {"write-expectations", required_argument, NULL, OPTION_WRITE_EXPECTATIONS},
    {"strict", no_argument, NULL, OPTION_STRICT},
    {"help", no_argument, NULL, OPTION_HELP},
    {NULL, 0, NULL, 0}};

static void take_option(int option, char *value, struct run_options *options)
{
	switch (option) {
	case OPTION_NAME:
		options->name = value;
		break;
	case OPTION_VERSION:
		options->version = value;
		break;
	case OPTION_CASE:
		words_add(&options->cases, value);
		break;
	case OPTION_TARGET:
		words_add(&options->targets, value);
		break;
	case OPTION_CASES:
		options->cases_folder = value;
		break;
	case OPTION_RESULTS:
		options->results = value;
		break;
	case OPTION_EXPECT:
		options->expectations = value;
		break;
	case OPTION_IGNORE_EXPECTATIONS:
		options->ignore_expectations = true;
		break;
	case OPTION_WRITE_EXPECTATIONS:
		options->draft = value;
		break;
	case OPTION_STRICT:
		options->strict = true;
		break;
	case OPTION_HELP:
		options->help = true;
		break;
	}
}

static bool check(const struct run_options *options, struct error *error)
{
	if (options->ignore_expectations && options->expectations)
		return error_set(error, "--expect and --ignore-expectations exclude each other");
	if (options->name && !*options->name)
		return error_set(error, "--name takes the name of a system, not nothing");
	return true;
}

bool judge_options_parse(int argc, char **argv, struct run_options *options, struct error *error)
{
	int option;

	memset(options, 0, sizeof *options);
	opterr = 0;
	optind = 0; /* main has looked at its own options before */
	while ((option = getopt_long(argc, argv, ":", long_options, NULL)) != -1) {
		const char *word = argv[optind - 1];

		if (option == ':')
			return error_set(error, "%s needs a value; see `heapkit judge --help`",
					 word);
		if (option == '?')
			return option_unknown(argv, error);
		take_option(option, optarg, options);
	}
	if (options->help)
		return true;
	if (optind >= argc)
		return error_set(error, "there is no LOG; name the file that the agent wrote");
	if (optind + 1 < argc)
		return error_set(error, "\"%s\" is a second log; judge one at a time",
				 argv[optind + 1]);
	options->log = argv[optind];
	return check(options, error);
}
