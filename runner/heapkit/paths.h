/* SPDX-License-Identifier: MIT */
/*
 * Where the kit's data is, found relative to the program: beside it (a build folder, an unpacked
 * zip), or in ../share/heapkit (installed).
 */
#ifndef HEAPKIT_PATHS_H
#define HEAPKIT_PATHS_H

#include <stdbool.h>

#include "error.h"

/* Absolute paths; paths_free() afterwards. */
struct paths {
	char *program;
	char *implementations; /* folder of NAME.yaml */
	char *expectations;    /* folder of NAME.yaml */
	char *requirements;    /* folder of AREA.yaml */
	char *windows;         /* folder of the kit's other programs for Windows; may be missing */
	char *cases; /* folder of targets: `cases`, or where the targets lie beside it all */
};

bool paths_find(struct paths *paths, struct error *error);
void paths_free(struct paths *paths);

/* The folder in which the path lies, without a slash behind it; the caller frees it. */
char *path_folder(const char *path);

/* Whether a file or folder is there. */
bool path_exists(const char *path);

#endif
