/* SPDX-License-Identifier: MIT */
/* An implementation: a Win32 that can run a PE program, described by implementations/NAME.yaml. */
#ifndef HEAPKIT_IMPLEMENTATION_H
#define HEAPKIT_IMPLEMENTATION_H

#include <stdbool.h>

#include "error.h"

/* One setting of the .yaml that `--set NAME=VALUE` overrides; {NAME} in words of a command. */
struct setting {
	char *name;
	char *value;
};

/*
 * YAML keys are the names of the fields:
 *
 *   name: wibo
 *   command: [wibo, "{exe}"]      # {exe} absent: the program is appended; see below for others
 *   version: [wibo, --version]    # its first line of output is the version
 *   targets: [i686-bare]          # globs; absent: all
 *   settings: [{name: wibo, value: wibo}]
 *   environment: [{name: WINEDEBUG, value: "-all"}]
 *   unimplemented: ["missing import {name} from"]   # further texts that name a missing function
 *   expectations: wine            # whose expectations hold for it; absent: its own name's
 *   wine: minimal                 # the command is a Wine: a prefix is made; minimal or full
 *   fixed_addresses: true         # start it without address space randomisation
 *   jobs: 1                       # at most so many at a time; absent: one per CPU
 *
 * Beside {exe} and settings a command may name {folder}, where heapkit itself lies, and {bits32},
 * which is 32 for a program of 32 bits and nothing for others: for pairs of binaries.
 */
struct implementation {
	char *name;
	char **command;
	unsigned command_count;
	char **version;
	unsigned version_count;
	char **targets;
	unsigned targets_count;
	struct setting *settings;
	unsigned settings_count;
	struct setting *environment;
	unsigned environment_count;
	char **unimplemented;
	unsigned unimplemented_count;
	char *expectations; /* NULL: those of `name` */
	char *wine;         /* "minimal", "full" or NULL */
	bool fixed_addresses;
	unsigned jobs; /* 0: one per CPU */
	char *folder;  /* what {folder} stands for; not of the file; NULL: it stays as it is */
	/* What starts 32-bit programs, see launcher.h; not of the file. NULL: nothing does. */
	char *launcher;
};

/*
 * Reads folder/NAME.yaml; a NAME that ends with .yaml is itself the path. The error for an unknown
 * name lists the names there are; for a bad file it names file and line: beside what the schema
 * refuses, a {NAME} in a command that is no setting, a setting or variable that stands there twice,
 * `unimplemented` without {name}, jobs: 0. implementation_free() afterwards.
 */
bool implementation_load(const char *folder, const char *name,
			 struct implementation *implementation, struct error *error);

/* The same of the bytes of a file, which errors call `path`. */
bool implementation_parse(const char *path, const unsigned char *bytes, size_t size,
			  struct implementation *implementation, struct error *error);

/* One made from the words after `--`; its name is the base name of the first word. */
void implementation_from_command(char **words, unsigned count,
				 struct implementation *implementation);

/* Applies `NAME=VALUE`. The error for an unknown name lists those there are. */
bool implementation_set(struct implementation *implementation, const char *assignment,
			struct error *error);

/* The value of a setting, or NULL. */
const char *implementation_setting(const struct implementation *implementation, const char *name);

/* Replaces {NAME} of settings and {folder} in the words of command, version and environment. */
void implementation_expand(struct implementation *implementation);

/* A word of the command with {exe} and {bits32} replaced for one program; the caller frees it. */
char *implementation_word(const char *word, const char *exe, unsigned bits);

void implementation_free(struct implementation *implementation);

#endif
