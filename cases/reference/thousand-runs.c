/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

PROGRAM_CASE("REF-30", "observes the number of heaps before and after a thousand runs",
	     .time_limit = 60)
{
	if (has_c_runtime())
		skip("what the C runtime makes for its own use is not looked at");
	run_program();
	observe("heaps before", stable_list()->count);
	for (unsigned i = 0; i < 1000; i++)
		run_program();
	observe("heaps after", stable_list()->count);
}
