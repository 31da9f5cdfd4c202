/* SPDX-License-Identifier: MIT */
#include "calibrate.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"

static const char help[] =
    "usage: heapkit calibrate [options]\n"
    "\n"
    "Tests the suite before it measures, on the model, its variants and mutants: every judged\n"
    "case passes on the model; every mutant is caught by a case that cites what it breaks; every\n"
    "judged case catches a mutant; no MUST case fails on a variant, and a WINDOWS case only on\n"
    "those that its requirement names. What is not so is printed.\n"
    "\n"
    "  --case GLOB      only these; may be repeated. Survivors are not judged then\n"
    "  --target GLOB    only these instead of '*-bare'; may be repeated\n"
    "  --full           every case on every mutant of its kind, instead of until one is caught\n"
    "  --results FILE   write each trial there (JSON Lines, as they happen); FILE is replaced\n"
    "  --jobs N         so many cases at a time; default: two for each CPU\n"
    "  --on NAME        a model of your own: implementations/NAME.yaml with settings mutant and\n"
    "                   variant, or a path that ends with .yaml; default: model\n"
    "  --cases DIR      a folder of programs other than the kit's own\n"
    "  --mutants DIR    where `make mutants` built them; default: mutants beside heapkit\n"
    "\n"
    "Exit status: 0 calibrated, 1 there is a hole, 2 misuse, 3 the model cannot run.\n";

static bool take_option(struct calibration *calibration, int option, char *value)
{
	struct calibrate_options *options = &calibration->options;

	switch (option) {
	case 'c':
		words_add(&options->cases, value);
		return true;
	case 't':
		words_add(&options->targets, value);
		return true;
	case 'f':
		return options->full = true;
	case 'r':
		options->results = value;
		return true;
	case 'j':
		return option_count("--jobs", value, 1, &options->jobs, &calibration->error);
	case 'o':
		options->on = value;
		return true;
	case 'd':
		options->cases_folder = value;
		return true;
	case 'm':
		options->mutants_folder = xstrdup(value);
		return true;
	default:
		return options->help = true;
	}
}

static bool parse(struct calibration *calibration, int argc, char **argv)
{
	static const struct option long_options[] = {
	    {"case", required_argument, NULL, 'c'},  {"target", required_argument, NULL, 't'},
	    {"full", no_argument, NULL, 'f'},        {"results", required_argument, NULL, 'r'},
	    {"jobs", required_argument, NULL, 'j'},  {"on", required_argument, NULL, 'o'},
	    {"cases", required_argument, NULL, 'd'}, {"mutants", required_argument, NULL, 'm'},
	    {"help", no_argument, NULL, 'h'},        {NULL, 0, NULL, 0}};
	int option;

	opterr = 0;
	optind = 1;
	while ((option = option_next(argc, argv, long_options, &calibration->error)) != -1)
		if (option == '?' || !take_option(calibration, option, optarg))
			return false;
	if (optind < argc)
		return error_set(&calibration->error,
				 "\"%s\" is no option; see `heapkit calibrate --help`",
				 argv[optind]);
	return true;
}

static bool any_target_runs(const struct calibration *calibration)
{
	for (size_t i = 0; i < calibration->plan.target_count; i++)
		if (calibration->plan.targets[i].runs)
			return true;
	return false;
}

static int report_rung_0(struct calibration *calibration)
{
	const struct plan_target *target = &calibration->plan.targets[0];

	error_set(&calibration->error, "%s cannot run any program of the kit: %s: %s",
		  calibration->model.name, target->name,
		  target->message ? target->message : "nothing came back");
	return error_report(&calibration->error, EXIT_CANNOT_RUN);
}

static int conclude(struct calibration *calibration)
{
	size_t holes;

	if (calibration->error.text[0])
		return error_report(&calibration->error, EXIT_CANNOT_RUN);
	if (calibration->pool.interrupted) {
		fprintf(stderr, "heapkit: interrupted after %zu trials\n", calibration->tried);
		return 128 + calibration->pool.interrupted;
	}
	if (!any_target_runs(calibration))
		return report_rung_0(calibration);
	holes = calibrate_report(calibration);
	calibrate_write_footer(calibration, holes);
	return holes ? EXIT_UNEXPECTED : EXIT_AS_EXPECTED;
}

int command_calibrate(int argc, char **argv)
{
	static struct calibration calibration;
	int status = EXIT_MISUSE;

	uv_loop_init(&calibration.loop);
	if (parse(&calibration, argc, argv) && calibration.options.help) {
		status = fputs(help, stdout) < 0;
	} else if (calibration.error.text[0] || !calibrate_open(&calibration)) {
		error_report(&calibration.error, status);
	} else {
		calibrate_write_header(&calibration);
		calibrate_run(&calibration);
		status = conclude(&calibration);
		if (!results_close(&calibration.writer, &calibration.error))
			status = error_report(&calibration.error, EXIT_MISUSE);
	}
	calibrate_close(&calibration);
	return status;
}
