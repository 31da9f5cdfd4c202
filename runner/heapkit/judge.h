/* SPDX-License-Identifier: MIT */
/* From what a process did to what it means: outcomes. */
#ifndef HEAPKIT_JUDGE_H
#define HEAPKIT_JUDGE_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "implementation.h"
#include "outcome.h"
#include "suite.h"

/* What a lane reports of one process. */
struct ending {
	bool started;
	char *start_error;
	bool timed_out;
	bool flooded;
	bool lane_ended; /* and nothing else is known of it */
	int64_t status;
	int signal;
	double seconds, limit; /* that it took, and had at most */
	char *output, *errors; /* end with a NUL that is not counted */
	size_t output_size, errors_size;
};

/* What the canaries of a target showed. Neither: the target cannot run here. */
struct belief {
	bool status;
	bool text;
	bool noisy; /* the implementation itself writes to stderr */
};

struct judgement {
	enum outcome outcome;
	bool silent;  /* ended by itself with neither verdict nor output: worth another try */
	bool is_void; /* the program met a heap of somebody else: run it again */
	char *unimplemented;             /* the function that is missing, where it is known */
	char *message, *got, *want, *at; /* NULL: nothing to say */
	json_t *observations;
};

/* Reads a lane's answer; ending_free() afterwards. */
void ending_from_json(const json_t *answer, struct ending *ending);
void ending_free(struct ending *ending);

/*
 * Judges a case or the reference program. Where text is believed only text is a verdict; status
 * serves where text is not.
 */
void judge(const struct program *program, const struct implementation *implementation,
	   const struct belief *belief, const struct ending *ending, struct judgement *judgement);
void judgement_free(struct judgement *judgement);

/*
 * Whether a canary did what its title says ("status 42", "text WORD").
 */
bool judge_canary(const struct program *canary, const struct ending *ending);

/*
 * The function that the implementation says is missing: one of the program's own imports named in
 * the last line that is not the kit's own, or what a pattern of the .yaml finds. To be freed; NULL:
 * none.
 */
char *judge_unimplemented(const struct program *program,
			  const struct implementation *implementation, const struct ending *ending);

/* The reference program's own judgement, in judge-program.c. */
void judge_program(const struct belief *belief, const struct ending *ending,
		   struct judgement *judgement);

/* Sets the outcome and a formatted message. */
void judgement_set(struct judgement *judgement, enum outcome outcome, const char *format, ...)
    PRINTF_LIKE(3, 4);

#endif
