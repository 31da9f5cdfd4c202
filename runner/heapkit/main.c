/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "platform.h"

static const char help[] =
    "usage: heapkit COMMAND [options]\n"
    "\n"
    "heapkit judges implementations of Win32 by what their process-heap functions do.\n"
    "\n"
    "  run           run the cases on an implementation and judge it\n"
    "  judge         judge what the agent wrote where no runner can live\n"
    "  list          list the cases\n"
    "  report        print results as text, TAP, JUnit, Markdown, JSON or a page\n"
    "  ladder        say how far an implementation has come, and what to implement next\n"
    "  compare       say what changed between two results\n"
    "  merge         make one result of the shards of a run\n"
    "  observations  show what varies and is never judged, of several results\n"
    "  explain       say what a case or a requirement is about, and who meets it\n"
    "  coverage      say which cases check each requirement\n"
    "  calibrate     test the suite itself, on the model and its mutants\n"
    "\n"
    "`heapkit COMMAND --help` is the manual of each; --version prints the version.\n";

static const struct {
	const char *name;
	int (*function)(int argc, char **argv);
} commands[] = {
    {"run", command_run},           {"judge", command_judge},
    {"list", command_list},         {"report", command_report},
    {"ladder", command_ladder},     {"observations", command_observations},
    {"explain", command_explain},   {"compare", command_compare},
    {"merge", command_merge},       {"calibrate", command_calibrate},
    {"coverage", command_coverage}, {"lane", command_lane},
};

static int run_command(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : "";

	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		if (strcmp(name, commands[i].name) == 0)
			return commands[i].function(argc - 1, argv + 1);
	if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0) {
		fputs(help, stdout);
		return EXIT_AS_EXPECTED;
	}
	if (strcmp(name, "--version") == 0) {
		puts("heapkit " HEAPKIT_VERSION);
		return EXIT_AS_EXPECTED;
	}
	if (*name)
		fprintf(stderr, "heapkit: there is no command \"%s\"; see `heapkit --help`\n",
			name);
	else
		fputs(help, stderr);
	return EXIT_MISUSE;
}

/* A full disk is noticed here or never; a command that noticed it has said so and is misuse. */
int main(int argc, char **argv)
{
	struct error error;
	int status;

	platform_begin(&argc, &argv);
	status = run_command(argc, argv);
	if ((fflush(stdout) == 0 && !ferror(stdout)) || status == EXIT_MISUSE)
		return status;
	error_set(&error, "standard output: cannot be written: %s; make room", strerror(errno));
	return error_report(&error, EXIT_MISUSE);
}
