/* SPDX-License-Identifier: MIT */
/*
 * Attempts: a step between two stable lists of heaps, repeated while strangers disturb it.
 *
 * A failed assertion cannot be believed before the closing list is known, and cannot be returned
 * from either. So the kit takes the closing list at that moment, and jumps back to the start of the
 * attempt when it was void.
 */
#include "heapkit.h"
#include "own.h"
#include "verdict.h"

enum { ATTEMPTS = 5 };

#ifdef __aarch64__
/*
 * The registers that a function gives back as it found them, its return address and its stack. The
 * vector registers among them are not used in bare code.
 */
__asm__(".text\n"
	"\t.p2align 2\n"
	"\t.globl heapkit_mark\n"
	"heapkit_mark:\n"
	"\tmov x9, sp\n"
	"\tstp x19, x20, [x0]\n"
	"\tstp x21, x22, [x0, #16]\n"
	"\tstp x23, x24, [x0, #32]\n"
	"\tstp x25, x26, [x0, #48]\n"
	"\tstp x27, x28, [x0, #64]\n"
	"\tstp x29, x30, [x0, #80]\n"
	"\tstr x9, [x0, #96]\n"
	"\tmov w0, #0\n"
	"\tret\n"
	"\t.globl heapkit_go_back\n"
	"heapkit_go_back:\n"
	"\tldp x19, x20, [x0]\n"
	"\tldp x21, x22, [x0, #16]\n"
	"\tldp x23, x24, [x0, #32]\n"
	"\tldp x25, x26, [x0, #48]\n"
	"\tldp x27, x28, [x0, #64]\n"
	"\tldp x29, x30, [x0, #80]\n"
	"\tldr x9, [x0, #96]\n"
	"\tmov sp, x9\n"
	"\tmov w0, #1\n"
	"\tret\n");
#endif

/* What a closing list says about an attempt. */
enum agreement {
	AGREES,
	DISTURBED, /* a stranger's heap came or went */
	RETAKEN    /* a destroyed handle is listed: not removed, or somebody got the same address */
};

void *heapkit_attempt_context[HEAPKIT_CONTEXT];

static struct heap_list opening;
static struct heap_list body_list;
static unsigned attempts;

/* An empty slot is a mistake of the list, not a heap that somebody made. */
static BOOL is_strangers(HANDLE heap)
{
	return heap && heap != POISON && !is_own(heap);
}

static BOOL strangers_agree(const struct heap_list *a, const struct heap_list *b)
{
	for (DWORD i = 0; i < a->count; i++) {
		const HANDLE heap = a->heaps[i];

		if (is_strangers(heap) && hits(a, heap) != hits(b, heap))
			return FALSE;
	}
	return TRUE;
}

static enum agreement close_list(void)
{
	const struct heap_list *closing = stable_list();

	if (!strangers_agree(&opening, closing) || !strangers_agree(closing, &opening))
		return DISTURBED;
	for (DWORD i = 0; i < closing->count; i++)
		if (is_destroyed(closing->heaps[i]))
			return RETAKEN;
	return AGREES;
}

/*
 * That a stranger takes the very same address five times in a row is not believed: then the handle
 * was never removed from the list, and the failure stands.
 */
static void decide_failure(void)
{
	const enum agreement agreement = close_list();

	if (agreement == AGREES || (agreement == RETAKEN && attempts == ATTEMPTS)) {
		heapkit_before_failure = NULL;
		return;
	}
	heapkit_go_back(heapkit_attempt_context);
}

const struct heap_list *heapkit_attempt_open(int again)
{
	if (!again)
		attempts = 0;
	if (attempts++ == ATTEMPTS)
		heapkit_broken_because("strangers' heaps came or went in five attempts");
	heapkit_before_failure = NULL;
	opening = *stable_list();
	/* The body gets a copy: an implementation that writes where it must not cannot move the
	 * ends. */
	body_list = opening;
	heapkit_before_failure = decide_failure;
	return &body_list;
}

const struct heap_list *heapkit_attempt_close(void)
{
	const BOOL disturbed = close_list() == DISTURBED;

	heapkit_before_failure = NULL;
	return disturbed ? heapkit_attempt_open(1) : NULL;
}
