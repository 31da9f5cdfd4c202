/* SPDX-License-Identifier: MIT */
/* What the reference program printed. Internal to the kit. */
#ifndef HEAPKIT_CAPTURE_H
#define HEAPKIT_CAPTURE_H

#include <stddef.h>

struct capture {
	size_t length;
	char bytes[65536];
};

extern struct capture captured_output, captured_errors;

/* Empties both. */
void capture_clear(void);

/* Appends, without CRs; what does not fit is dropped. The bytes always end with a NUL. */
void capture_add(struct capture *, const char *bytes, size_t size);

/* main() of the reference program under the name it has inside a case. */
int program_main(void);

#endif
