/* SPDX-License-Identifier: MIT */
/* The catalogue: cases/AREA/requirements.yaml, gathered as requirements/AREA.yaml beside the
 * program. */
#ifndef HEAPKIT_REQUIREMENTS_H
#define HEAPKIT_REQUIREMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "error.h"

struct requirement {
	char *id;         /* "GPH-05" */
	char *title;      /* the statement */
	char *level;      /* MUST, WINDOWS or VARIES */
	char *class;      /* S, T, I, O, P, M, X or U */
	char *subject;    /* platform, program or sdk */
	char *condition;  /* NULL: none */
	char *page;       /* address of the documentation; NULL: undocumented */
	char *evidence;   /* what ran on Windows */
	char *untestable; /* why a judged row has no case; NULL: it has one */
	char **variants;  /* legal variants it names */
	unsigned variants_count;
};

struct requirements {
	struct requirement *rows; /* sorted by id */
	size_t count;
};

/*
 * Reads every *.yaml of the folder. Returns false and sets the error (file, line, what is wrong,
 * what to do) for an unknown key, a missing one, a wrong type, an unknown level, class or subject,
 * or an id that occurs twice. A folder that does not exist gives an empty catalogue.
 */
bool requirements_load(const char *folder, struct requirements *requirements, struct error *error);

/* The same of the bytes of one such file, which errors call `path`. */
bool requirements_parse(const char *path, const unsigned char *bytes, size_t size,
			struct requirements *requirements, struct error *error);
void requirements_free(struct requirements *requirements);

/* The row of that id, or NULL. */
const struct requirement *requirements_find(const struct requirements *requirements,
					    const char *id);

/* MUST or WINDOWS, and class neither X nor U. */
bool requirement_is_judged(const struct requirement *requirement);

#endif
