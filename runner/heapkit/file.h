/* SPDX-License-Identifier: MIT */
/* Whole files and folders, through libuv: the same on Windows, where paths are UTF-8 too. */
#ifndef HEAPKIT_FILE_H
#define HEAPKIT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "error.h"

/*
 * Reads a regular file of at most `limit` bytes. The caller frees *bytes, behind which a NUL stands
 * that *size does not count. The error names the path: it is not there, is a folder or a pipe,
 * cannot be read, is larger.
 */
bool file_read(const char *path, size_t limit, unsigned char **bytes, size_t *size,
	       struct error *error);

/* Names, sorted; folder_free() afterwards. */
struct folder {
	char **names;
	size_t count;
};

/*
 * The names in a folder that end with `ending`, which is cut off. Returns false and sets the error
 * where the folder cannot be read; *missing then tells whether it is not there at all.
 */
bool folder_read(const char *path, const char *ending, struct folder *folder, bool *missing,
		 struct error *error);
void folder_free(struct folder *folder);

#endif
