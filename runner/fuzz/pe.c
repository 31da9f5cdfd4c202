/* SPDX-License-Identifier: MIT */
/*
 * The PE reader under libFuzzer: any bytes give a program or an error, never a crash. What it found
 * is kept as a seed in pe/.
 */
#include "pe.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct error error;
	struct pe pe;

	if (pe_parse("fuzzed", bytes, size, &pe, &error)) {
		pe_imports(&pe, "GetProcessHeaps");
		pe_free(&pe);
	}
	return 0;
}
