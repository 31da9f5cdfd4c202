/* SPDX-License-Identifier: MIT */
/*
 * Where the parts of a Wine are, and a prefix for it.
 *
 * A minimal prefix is links to Wine's own PE DLLs and nothing else: it takes no time to make and
 * only wineserver runs beside a case. Its registry is nearly empty; --on wine-full is the
 * cross-check.
 */
#ifndef HEAPKIT_WINE_H
#define HEAPKIT_WINE_H

#include <jansson.h>
#include <stdbool.h>

#include "error.h"

struct wine {
	char *loader;     /* the program, never a shell script around it */
	char *server;     /* wineserver */
	char *dlls;       /* folder of the 64-bit PE DLLs; NULL: not found */
	char *dlls32;     /* folder of the 32-bit PE DLLs; NULL: none, 32-bit programs do not run */
	char *build_tree; /* top of a build tree, whose DLLs lie in dlls/NAME/; NULL: an installed
			     Wine */
	char *dll_path;   /* WINEDLLPATH that makes Wine find dlls32; NULL: it does by itself */
	char *version;    /* what it says of itself; NULL: it was not asked */
	bool full;        /* a full prefix */
};

/*
 * Finds the parts of the Wine that a user calls `word`: a name on the PATH, a wrapper script, an
 * installed program or the `wine` of a build tree. `cache` is where make setup put 32-bit DLLs. The
 * error says where it looked. A Wine without a folder of PE DLLs gets a full prefix and `*note`
 * says so.
 */
bool wine_find(const char *word, const char *cache, bool full, struct wine *wine, char **note,
	       struct error *error);
void wine_free(struct wine *wine);

/* The same facts for a lane. */
json_t *wine_to_json(const struct wine *wine);
void wine_from_json(const json_t *object, struct wine *wine);

/* Makes the prefix's files; a full one must then be filled by `wineboot --init`. */
bool wine_make_prefix(const struct wine *wine, const char *prefix, struct error *error);

/*
 * Whether the wineserver of that prefix listens already. `*leftover` is what the server leaves
 * behind outside the prefix (NULL: nothing yet); to be freed. Server and programs must run without
 * TMPDIR: Debian's Wine 10 frees its value and aborts.
 */
bool wine_listens(const char *prefix, char **leftover);

/*
 * Removes what the server of that prefix left outside of it; the server has been killed, and the
 * prefix is still there.
 */
void wine_remove_leftover(const char *prefix);

/* cache folder of make setup: HEAPKIT_CACHE, XDG_CACHE_HOME/heapkit or ~/.cache/heapkit. To be
 * freed. */
char *wine_cache_folder(void);

#endif
