/* SPDX-License-Identifier: MIT */
/*
 * Results: any bytes are read or refused, and what was read can be reported in every format, since
 * reports check nothing again.
 */
#include <stdint.h>
#include <stdlib.h>

#include "report.h"

static void report_all(const struct results *results)
{
	static FILE *nowhere;

	if (!nowhere)
		nowhere = fopen("/dev/null", "wb");
	if (!nowhere)
		abort();
	report_terminal(nowhere, results, true);
	report_tap(nowhere, results);
	report_junit(nowhere, results);
	report_markdown(nowhere, results);
	report_json(nowhere, results, 1);
	report_html(nowhere, results, 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct results results;
	struct error error;

	if (results_parse("fuzzed", (const char *)bytes, size, &results, &error)) {
		report_all(&results);
		results_free(&results);
	}
	return 0;
}
