/* SPDX-License-Identifier: MIT */
/*
 * Conditions of a requirement. A case whose requirement has one names it first.
 *
 * judged_… conditions are looked at on the way to a failure only: an implementation that does what
 * the requirement says passes, and needs nothing of what the condition calls. Where the condition
 * does not hold the case skips with the reason instead of failing or being broken.
 * need_… conditions are looked at at once: for cases whose very calls are not safe elsewhere.
 */
#ifndef HEAPKIT_CONDITIONS_H
#define HEAPKIT_CONDITIONS_H

/*
 * The heaps of the process are NT heaps, not segment heaps or page heaps: by the signature of a
 * heap made for the question. An implementation whose handles are no addresses, or carry no
 * signature, is judged like an NT heap.
 */
void judged_on_nt_heaps(void);
void need_nt_heaps(void);

/* No debugger, no heap checks by global flags, no page heap, no application verifier. */
void judged_without_debugger(void);
void need_no_debugger(void);

/* `bytes` of memory can be had in one piece; the reason says how many they were. */
void judged_with_memory(SIZE_T bytes);

#endif
