/* SPDX-License-Identifier: MIT */
/* The readers of .yaml files: any bytes give what such a file describes, or an error. */
#include <stdint.h>

#include "expectations.h"
#include "implementation.h"
#include "requirements.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct implementation implementation;
	struct expectations expectations;
	struct requirements requirements;
	struct error error;

	if (implementation_parse("fuzzed", bytes, size, &implementation, &error)) {
		implementation_expand(&implementation);
		implementation_free(&implementation);
	}
	if (expectations_parse("fuzzed", bytes, size, &expectations, &error)) {
		expectations_find(&expectations, "area/case", "x86_64-bare", "wine-8.0");
		expectations_free(&expectations);
	}
	if (requirements_parse("fuzzed", bytes, size, &requirements, &error)) {
		requirements_find(&requirements, "GPH-05");
		requirements_free(&requirements);
	}
	return 0;
}
