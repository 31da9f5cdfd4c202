/* SPDX-License-Identifier: MIT */
/* A suite: a folder of PE programs, each of which says itself what it is. */
#ifndef HEAPKIT_SUITE_H
#define HEAPKIT_SUITE_H

#include "error.h"
#include "pe.h"

enum program_kind { KIND_CASE, KIND_CANARY, KIND_PROGRAM };

struct program {
	char *path; /* absolute */
	char *id;   /* "process-heaps/small-buffer-stores-count" */
	enum program_kind kind;
	unsigned rung;
	struct pe pe;
	uint64_t digest; /* of its bytes */
};

struct suite {
	struct program *programs; /* sorted by target, kind, rung, id */
	size_t count;
	char digest[17]; /* of the bytes of all programs; differs when anything differs */
};

/*
 * Reads every .exe below the folder, except in folders "mutants", "windows" and "dist". The error
 * names the file that is no PE program, is truncated or says nothing about itself, or says that
 * there are no programs.
 */
bool suite_load(const char *folder, struct suite *suite, struct error *error);
void suite_free(struct suite *suite);

/* A program that says nothing of itself, for `--program FILE`: judged as the reference program. */
bool suite_load_program(const char *path, struct program *program, struct error *error);
void suite_free_program(struct program *program);

#endif
