/* SPDX-License-Identifier: MIT */
/* The command lines of `heapkit run` and `heapkit judge`. */
#ifndef HEAPKIT_OPTIONS_H
#define HEAPKIT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "error.h"

/* Words that an option may be given several times for. */
struct words {
	char **words;
	size_t count;
};

struct run_options {
	const char *on;
	struct words settings; /* NAME=VALUE */
	char **command;        /* behind `--`; NULL: none */
	unsigned command_count;
	const char *program; /* a program to judge instead of the suite */
	struct words cases;  /* globs; none: all */
	struct words targets;
	unsigned jobs;  /* 0: one per CPU */
	double timeout; /* seconds; 0: as designed */
	unsigned retries;
	bool all;
	bool sandbox;
	const char *results;
	const char *resume;       /* results to go on with; then `results` is that file, too */
	unsigned shard, shards;   /* which part of how many; 0: all of it */
	const char *times;        /* earlier results, by which shards are balanced; NULL: none */
	const char *expectations; /* a file; NULL: the implementation's own */
	const char *draft;        /* --write-expectations */
	bool ignore_expectations;
	bool strict;
	bool profile;
	const char *cases_folder; /* NULL: the kit's own */
	const char *log;          /* of the agent, to be judged; NULL: programs run */
	const char *name;         /* of the implementation that the log is of; NULL: unknown */
	const char *version;      /* of the same */
	bool ladder;              /* `heapkit ladder`: the standing instead of a verdict */
	bool help;
};

/* Returns false and sets the error for what cannot be understood. options_free() afterwards. */
bool options_parse(int argc, char **argv, struct run_options *options, struct error *error);
void options_free(struct run_options *options);

/* The same for `heapkit judge`. */
bool judge_options_parse(int argc, char **argv, struct run_options *options, struct error *error);

struct option; /* of getopt.h */

/*
 * The next option of a command whose name is argv[0], up to the first word that is none; -1: no
 * more, optind is behind them. '?', and the error is set: it is unknown, or lacks its value. Set
 * optind to 1 and opterr to 0 before the first.
 */
int option_next(int argc, char **argv, const struct option *known, struct error *error);

/*
 * Of a command whose options may stand behind other words: the error for what getopt_long() has
 * just refused. Returns false. Values of long options begin at OPTION_LONG there.
 */
enum { OPTION_LONG = 256 };
bool option_unknown(char **argv, struct error *error);

/* The value of an option that takes a whole number from `least` to 4096. */
bool option_count(const char *option, const char *text, unsigned least, unsigned *count,
		  struct error *error);

void words_add(struct words *words, char *word);

/* Whether one of the globs matches, or there are none. */
bool words_match(const struct words *globs, const char *text);

/* The manual: what `heapkit run --help` prints. */
extern const char run_help[];
extern const char judge_help[];

#endif
