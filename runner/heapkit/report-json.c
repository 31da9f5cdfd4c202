/* SPDX-License-Identifier: MIT */
/* Results as one object, for programs that want the figures and not compute them again. */
#include "report.h"

#include <stdlib.h>

#include "ladder.h"
#include "matrix.h"

static json_t *share_of(struct share share)
{
	return json_pack("{s:i, s:i}", "met", (int)share.met, "judged", (int)share.judged);
}

static json_t *shares_of(const struct summary *summary)
{
	return json_pack("{s:o, s:o, s:o, s:o}", "MUST", share_of(summary->shares[SHARE_MUST]),
			 "WINDOWS", share_of(summary->shares[SHARE_WINDOWS]), "program",
			 share_of(summary->shares[SHARE_PROGRAM]), "sdk",
			 share_of(summary->shares[SHARE_SDK]));
}

/* null where the results are too old to say it. */
static json_t *standing_of(const struct results *results)
{
	struct ladder ladder;
	json_t *next = json_array(), *standing;

	ladder_make(&ladder, results);
	for (size_t i = 0; i < ladder.step_count; i++)
		json_array_append_new(next, json_pack("{s:s, s:i, s:i, s:i}", "import",
						      ladder.steps[i].function->name, "rung",
						      (int)ladder.steps[i].function->rung,
						      "unlocks", (int)ladder.steps[i].unlocks,
						      "waiting", (int)ladder.steps[i].waiting));
	if (ladder.known || ladder.rung == 0) {
		standing = json_pack("{s:i, s:s, s:O}", "rung", (int)ladder.rung, "name",
				     rung_name(ladder.rung), "next", next);
	} else {
		standing = json_null();
	}
	json_decref(next);
	ladder_free(&ladder);
	return standing;
}

static json_t *run_of(const struct run_shown *run)
{
	const struct results *results = run->summary.results;

	return json_pack("{s:s, s:b, s:o, s:o, s:O, s:O, s:O?}", "name", run->label, "as_expected",
			 results_are_green(results), "requirements", shares_of(&run->summary),
			 "ladder", standing_of(results), "header", results->header, "cases",
			 results->cases, "footer", results->footer);
}

void report_json(FILE *stream, const struct results *results, size_t count)
{
	struct matrix matrix;
	json_t *runs = json_array(), *whole;

	matrix_make(&matrix, results, count);
	for (size_t i = 0; i < count; i++)
		json_array_append_new(runs, run_of(&matrix.runs[i]));
	whole = json_pack("{s:s, s:o}", "heapkit", HEAPKIT_VERSION, "runs", runs);
	json_dumpf(whole, stream, JSON_COMPACT | JSON_REAL_PRECISION(9));
	fputc('\n', stream);
	json_decref(whole);
	matrix_free(&matrix);
}
