/* SPDX-License-Identifier: MIT */
/*
 * heapkit.h: the only header a case includes.
 *
 * A case is one file, one PE program, one thing checked. It starts with CASE (or PROGRAM_CASE),
 * which names the requirements and the title, and its body is the check:
 *
 *   #include "heapkit.h"
 *
 *   CASE("GPH-10", "a heap made by HeapCreate is in the list")
 *   {
 *           HANDLE heap = create_heap(0, 0, 0);
 *
 *           ck_assert_uint_eq(hits(stable_list(), heap), 1);
 *   }
 *
 * Returning from the body is a pass. A failed ck_assert_… is a fail, a failed require() is broken
 * (the set-up did not work, so nothing is said about the clause), skip() says why the clause does
 * not apply here. Each of these ends the process, except inside attempt(), see there.
 *
 * Nothing in the kit uses the heap: a harness that does changes what it measures.
 */
#ifndef HEAPKIT_H
#define HEAPKIT_H

/* The part of windows.h where heaps are: a compiler takes a third longer to take in the whole. */
#include <windef.h>
#include <winbase.h>

#include <tlhelp32.h>
#include <intsafe.h>

#include "section.h"

/* ---- Declaring a case ------------------------------------------------------------------------ */

/*
 * CASE("GPH-05 GPH-06", "title") or CASE("GPH-28", "title", .time_limit = 20).
 * The title says in words what holds when the case passes. `.time_limit` is in seconds.
 */
#define CASE(requirements_, ...) HEAPKIT_CASE("case", requirements_, __VA_ARGS__)

/* The same for a case that runs the reference program with faults; needs run_program() below. */
#define PROGRAM_CASE(requirements_, ...) HEAPKIT_CASE("program-case", requirements_, __VA_ARGS__)

#define HEAPKIT_CASE(kind_, requirements_, ...)                                                    \
	HEAPKIT_DESCRIBE_CODE(kind_, __FILE__, requirements_, __VA_ARGS__);                        \
	void heapkit_case(void);                                                                   \
	void heapkit_case(void)

void heapkit_case(void);
extern const struct heapkit_section_tail heapkit_section_tail;

#include "assert.h"
#include "heaps.h"
#include "blocks.h"
#include "walk.h"
#include "information.h"
#include "conditions.h"
#include "exceptions.h"
#include "fault.h"
#include "program.h"
#include "system.h"
#include "ntdll.h"
#include "toolhelp.h"
#include "worker.h"

#endif
