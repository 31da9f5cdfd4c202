/* SPDX-License-Identifier: MIT */
/*
 * An implementation that misbehaves: `fake BEHAVIOUR PROGRAM.exe` runs no code of the program but
 * reads its .heapkit record and does what the behaviour says to canaries, to the case area/first or
 * to the reference program. Everything else it answers as a good implementation does: a runner that
 * a bad case upsets shows it on the good one behind. Several behaviours stand with a + between.
 *
 * `fake random:SEED PROGRAM.exe` does in each case of the area soak what fake_choose() says.
 *
 * FAKE_STATE names a file for what must outlive one process; with random:SEED a folder for several.
 */
#ifndef HEAPKIT_FAKE_H
#define HEAPKIT_FAKE_H

#include <stdbool.h>

struct behaviour {
	const char *name;
	void (*act)(void);
};

/* Each ends with a NULL name. */
extern const struct behaviour canary_behaviours[];
extern const struct behaviour case_behaviours[]; /* these four of a case */
extern const struct behaviour output_behaviours[];
extern const struct behaviour process_behaviours[];
extern const struct behaviour child_behaviours[];
extern const struct behaviour program_behaviours[];
extern const struct behaviour start_behaviours[]; /* before any program */

extern const char *title;   /* of the program */
extern const char *program; /* its path */
extern bool statuses_are_lost;

/* What a good implementation does. */
void answer_canary(void);
void list_heaps(void);
void pass(void);

/* Of use to several. */
void __attribute__((noreturn)) end(int status);
void __attribute__((noreturn)) die(int signal);
void __attribute__((noreturn)) hang(void);
void silent(void);
void crash(void);
void flood(void);
void lack_enumeration(void);
bool is_text_canary(void);

/* Prints the plan and `VERDICT - TITLE`. */
void say(const char *verdict);

/* Adds a process to the state, one line for each. */
void note_process(int process);

/* Whether this is the first process that asks. */
bool is_first_time(void);

/*
 * From now on the state is that of the lane; whether a process is the first to ask is that of the
 * program alone.
 */
void share_state(const char *source, const char *target);

/*
 * Fails where a process of the state still lives, since whatever ran before must be gone by now, or
 * where somebody else's descriptors are open.
 */
void check_surroundings(void);

#endif
