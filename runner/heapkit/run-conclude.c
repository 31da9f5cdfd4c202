/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "ladder.h"
#include "progress.h"
#include "report.h"
#include "run.h"
#include "rung.h"
#include "text.h"

/* Where nothing runs a person needs a program to try by hand: the one with the fewest imports. */
static void print_smallest(FILE *stream, const struct run *run)
{
	const struct program *smallest = NULL;
	struct text path = {0};

	for (size_t i = 0; i < run->plan.job_count; i++) {
		const struct program *program = run->plan.jobs[i].program;

		if (program->kind == KIND_CANARY &&
		    (!smallest || program->pe.import_count < smallest->pe.import_count))
			smallest = program;
	}
	if (!smallest || run->log)
		return;
	text_visible(&path, smallest->path, text_write_line);
	fprintf(stream, "Try by hand: %s has to give %s and imports", text_string(&path),
		smallest->pe.section.title);
	text_free(&path);
	for (size_t i = 0; i < smallest->pe.import_count; i++)
		fprintf(stream, "%s %s", i == 0 ? "" : ",", smallest->pe.imports[i]);
	fputc('\n', stream);
}

/* No target came back from its canaries: rung 0, and the next step. */
static int report_rung_0(const struct run *run)
{
	const char *next = "ExitProcess";

	fprintf(stderr, "heapkit: %s cannot run any program of the kit:\n",
		run->implementation.name);
	for (size_t i = 0; i < run->plan.target_count; i++) {
		const struct plan_target *target = &run->plan.targets[i];

		fprintf(stderr, "  %s: %s\n", target->name,
			target->message ? target->message : "nothing came back");
		if (target->missing)
			next = target->missing;
	}
	fprintf(stderr, "It stands on rung 0 (%s). The next import to implement: %s\n",
		rung_name(0), next);
	print_smallest(stderr, run);
	return EXIT_CANNOT_RUN;
}

static bool any_target_runs(const struct run *run)
{
	for (size_t i = 0; i < run->plan.target_count; i++)
		if (run->plan.targets[i].runs)
			return true;
	return false;
}

static int report_interruption(const struct run *run)
{
	fprintf(stderr, "heapkit: interrupted after %zu of %zu cases", run->finished,
		run->plan.case_count);
	if (run->options.results)
		fprintf(stderr,
			"; %s has their results, without a footer: go on with `heapkit run "
			"--resume` and the same options",
			run->options.results);
	fputc('\n', stderr);
	return 128 + run->pool.interrupted;
}

static int report_ladder(const struct run *run)
{
	struct ladder ladder;

	ladder_make(&ladder, &run->results);
	ladder_print(stdout, &ladder, &run->results, terminal_has_colour(1));
	ladder_free(&ladder);
	if (any_target_runs(run))
		return EXIT_AS_EXPECTED;
	print_smallest(stdout, run);
	return EXIT_CANNOT_RUN;
}

int run_conclude(struct run *run)
{
	int status;

	if (run->error.text[0])
		return error_report(&run->error, EXIT_CANNOT_RUN);
	if (run->pool.interrupted)
		return report_interruption(run);
	run->results.footer = record_footer(run);
	results_write(&run->writer, run->results.footer);
	if (run->options.ladder)
		return report_ladder(run);
	if (run->plan.target_count > 0 && !any_target_runs(run))
		return report_rung_0(run);
	report_terminal(stdout, &run->results, terminal_has_colour(1));
	status = results_are_green(&run->results) ? EXIT_AS_EXPECTED : EXIT_UNEXPECTED;
	if (run->options.draft && !draft_expectations(&run->results, run->options.draft,
						      run->implementation.name, &run->error))
		return error_report(&run->error, EXIT_MISUSE);
	return status;
}

int run_conclude_again(struct run *run)
{
	fprintf(stderr,
		"heapkit: %s: has a footer, its run came to its end; there is nothing to go on "
		"with\n",
		run->options.resume);
	report_terminal(stdout, &run->earlier, terminal_has_colour(1));
	if (results_cannot_run(&run->earlier))
		return EXIT_CANNOT_RUN;
	return results_are_green(&run->earlier) ? EXIT_AS_EXPECTED : EXIT_UNEXPECTED;
}
