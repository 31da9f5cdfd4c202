/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "progress.h"
#include "report.h"
#include "run.h"
#include "rung.h"

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
		fprintf(stderr, "; %s has their results, without a footer", run->options.results);
	fputc('\n', stderr);
	return 128 + run->pool.interrupted;
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
	if (!any_target_runs(run))
		return report_rung_0(run);
	report_terminal(stdout, &run->results, terminal_has_colour(1));
	status = results_are_green(&run->results) ? EXIT_AS_EXPECTED : EXIT_UNEXPECTED;
	if (run->options.draft && !draft_expectations(&run->results, run->options.draft,
						      run->implementation.name, &run->error))
		return error_report(&run->error, EXIT_MISUSE);
	return status;
}
