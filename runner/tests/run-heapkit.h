/* SPDX-License-Identifier: MIT */
/*
 * Runs the heapkit that was built under sanitizers, on a suite made for the test and on the fake
 * implementation, and sees to it that it leaves nothing behind: no process, no folder.
 */
#ifndef HEAPKIT_RUN_HEAPKIT_H
#define HEAPKIT_RUN_HEAPKIT_H

#include <jansson.h>
#include <sys/types.h>

#include "../heapkit/results.h"

/*
 * Checked fixtures. The suite: three canaries, area/second (imports GetProcessHeap) and, one rung
 * higher, area/first, area/third and the reference program (GetProcessHeaps), all for x86_64-bare.
 */
void heapkit_begin(void);
void heapkit_end(void);

/* Paths: of the suite, of the fake, of the results. */
const char *suite_path(void);
const char *fake_path(void);
const char *results_path(void);

/* What the last heapkit_run() printed. */
extern char *heapkit_out, *heapkit_errors;

/*
 * Runs `heapkit WORDS`, which end with NULL, and returns its exit status, or minus the signal that
 * ended it. Fails where a process or a folder is left.
 */
int heapkit_run(const char *const *words);
#define HEAPKIT(...) heapkit_run((const char *const[]){__VA_ARGS__, NULL})

/* The same with `run --cases SUITE --results RESULTS --jobs 1` before and `-- FAKE BEHAVIOUR`
 * behind. */
int heapkit_run_fake(const char *behaviour, const char *const *words);
#define HEAPKIT_FAKE(behaviour_, ...)                                                              \
	heapkit_run_fake(behaviour_, (const char *const[]){__VA_ARGS__, NULL})

/* In two steps; the process leads a group of its own, as one that a shell started. */
pid_t heapkit_start(const char *const *words);
int heapkit_wait(pid_t process);

/* The same with its standard input and output there; they stay the caller's. */
pid_t heapkit_start_with(const char *const *words, int input, int output);

/* The lanes that a runner has now; returns how many `lanes` holds. */
size_t heapkit_lanes(pid_t runner, pid_t *lanes, size_t room);

/* Fails where a process is a child of this one, or where something lies in the run's folder. */
void assert_nothing_left(void);

/* Waits until there are so many lines in the state of the fake. */
void wait_for_fakes(unsigned count);

/* The results of the last run; freed by heapkit_end(). */
const struct results *read_results(void);

/* The result of that case; fails where there is none. */
const json_t *find_result(const char *id);

/* Fails where the text is not in it, and shows both. */
void assert_contains(const char *text, const char *part);

/* Fails where the file of that name in the scratch folder holds something else. */
void assert_file(const char *name, const char *contents);

/* One line that begins with "heapkit: " and contains the part. */
void assert_one_error(const char *part);

#endif
