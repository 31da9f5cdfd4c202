/* SPDX-License-Identifier: MIT */
/* How a case ends. Internal to the kit; README.md describes what is printed. */
#ifndef HEAPKIT_VERDICT_H
#define HEAPKIT_VERDICT_H

/* Exit statuses, which are Automake's: status is a verdict only where text cannot be believed. */
enum { STATUS_PASS = 0, STATUS_FAIL = 1, STATUS_SKIP = 77, STATUS_BROKEN = 99 };

/* Prints what announces a case; done before its body runs, so a crash shows that it started. */
void heapkit_announce(void);

/* Prints the verdict and ends the process. */
void heapkit_pass(void) __attribute__((noreturn));

/*
 * Set while an attempt runs: called with a failed assertion before it is printed; returns when the
 * failure stands and jumps back into the case when the attempt was void.
 */
extern void (*heapkit_before_failure)(void);

/*
 * Set by a case that named conditions: called when a failure or a broken set-up is certain; skips
 * where a condition does not hold.
 */
extern void (*heapkit_before_blame)(void);

#endif
