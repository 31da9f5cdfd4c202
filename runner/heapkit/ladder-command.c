/* SPDX-License-Identifier: MIT */
/* `heapkit ladder`: where an implementation stands, of a run made for it or of results. */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "ladder.h"
#include "progress.h"

static const char help[] =
    "usage: heapkit ladder [--on NAME | -- COMMAND...] [options]\n"
    "       heapkit ladder RESULTS\n"
    "\n"
    "Says how far an implementation has come, and which imports to implement next.\n"
    "\n"
    "The ladder has ten rungs, each defined by imports: starts and exits; prints; default heap;\n"
    "enumeration; private heaps; blocks; validate and walk; locks and threads; information;\n"
    "tool help and ntdll. A rung is climbed when each of its functions stands in a case that\n"
    "passed. The implementation stands on the highest climbed rung below which no rung is open;\n"
    "what works above is shown all the same.\n"
    "\n"
    "Without RESULTS the cases are run; the options are those of `heapkit run`, for example\n"
    "  --on NAME, --set NAME=VALUE, --case GLOB, --target GLOB, --cases DIR, --jobs N,\n"
    "  --timeout SECONDS, --results FILE, --sandbox\n"
    "\n"
    "Exit status: 0 it was printed, 2 misuse, 3 the implementation cannot run any program.\n"
    "\n"
    "examples\n"
    "  heapkit ladder -- ./my-emulator\n"
    "  heapkit ladder results.jsonl\n";

static bool wants_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0)
			return true;
	return false;
}

static int print_results(const char *path)
{
	struct results results;
	struct ladder ladder;
	struct error error;
	int status = EXIT_AS_EXPECTED;

	if (!results_read(path, &results, &error))
		return error_report(&error, EXIT_MISUSE);
	ladder_make(&ladder, &results);
	if (ladder.rung > 0 && !ladder.known) {
		error_set(&error,
			  "%s: does not say what its cases import; run again with this version",
			  path);
		status = error_report(&error, EXIT_MISUSE);
	} else {
		ladder_print(stdout, &ladder, &results, terminal_has_colour(1));
	}
	ladder_free(&ladder);
	results_free(&results);
	return status;
}

int command_ladder(int argc, char **argv)
{
	struct error error;

	if (wants_help(argc, argv)) {
		fputs(help, stdout);
		return EXIT_AS_EXPECTED;
	}
	if (argc < 2 || argv[1][0] == '-')
		return command_run(argc, argv);
	if (argc == 2)
		return print_results(argv[1]);
	error_set(&error, "%s: ladder takes one file of results, and nothing with it", argv[2]);
	return error_report(&error, EXIT_MISUSE);
}
