/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

PROGRAM_CASE("REF-01 REF-02 REF-03 REF-04",
	     "lists the heaps of its process, nothing else, and succeeds")
{
	const struct listed_heaps *listed;

	runs (5) {
		const int status = run_program();

		if (heap_appeared())
			void_run();
		ck_assert_listing(listed);
		ck_assert_uint_ge(listed->number, 1);
		ck_assert_int_eq(status, 0);
	}
}
