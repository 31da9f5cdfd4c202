/* SPDX-License-Identifier: MIT */
/* A folder of its own for each test, gone with everything in it after the test. */
#ifndef HEAPKIT_SCRATCH_H
#define HEAPKIT_SCRATCH_H

#include <stddef.h>

/* Checked fixtures: tcase_add_checked_fixture(tcase, scratch_begin, scratch_end). */
void scratch_begin(void);
void scratch_end(void);

/* The path of NAME in the folder; valid until the end of the test. */
const char *scratch_path(const char *name);

/* Writes a file into the folder and returns its path. */
const char *scratch_bytes(const char *name, const void *bytes, size_t size);
const char *scratch_text(const char *name, const char *text);

/* Makes a folder in the folder and returns its path. */
const char *scratch_folder(const char *name);

#endif
