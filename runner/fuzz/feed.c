/* SPDX-License-Identifier: MIT */
/* Feeds files to a reader once, as libFuzzer would: for `make test`, which needs no clang. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "error.h"
#include "file.h"

enum { LARGEST = 1 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct error error;
		unsigned char *bytes;
		size_t size;

		if (!file_read(argv[i], LARGEST, &bytes, &size, &error))
			return error_report(&error, EXIT_MISUSE);
		LLVMFuzzerTestOneInput(bytes, size);
		free(bytes);
	}
	printf("%d inputs\n", argc - 1);
	return 0;
}
