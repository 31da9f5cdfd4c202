/* SPDX-License-Identifier: MIT */
/*
 * Exceptions that a requirement asks for. The verdict falls inside a vectored handler, on every
 * width and without a C runtime: where the exception comes from a heap function its lock may be
 * held, so nothing jumps out of the handler and nothing continues.
 */
#ifndef HEAPKIT_EXCEPTIONS_H
#define HEAPKIT_EXCEPTIONS_H

/*
 * From here on an exception for which `expected` returns TRUE ends the case: passed. `expected` may
 * assert and read memory; it calls no heap function. FALSE leaves the exception to others.
 *
 *   pass_on_exception(is_out_of_memory);
 *   HeapAlloc(heap, HEAP_GENERATE_EXCEPTIONS, too_much);
 *   ck_abort_msg("HeapAlloc returned");
 */
void pass_on_exception(BOOL (*expected)(const EXCEPTION_RECORD *));

/* STATUS_NO_MEMORY or STATUS_ACCESS_VIOLATION: the pages of HeapAlloc and HeapReAlloc name both. */
BOOL is_out_of_memory(const EXCEPTION_RECORD *);

#endif
