/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

static const char *first_address(void)
{
	static char address[32];
	const char *from = program_output();
	size_t length = 0;

	while (*from != ':')
		from++;
	for (from += 2; *from != '.' && length + 1 < sizeof address; from++)
		address[length++] = *from;
	return address;
}

PROGRAM_CASE("REF-03 REF-06 REF-07 REF-10 REF-33",
	     "a line for each heap; observes their number, line ends and addresses")
{
	const struct listed_heaps *listed;
	DWORD low_bits = 0;

	runs (5) {
		run_program();
		if (heap_appeared())
			void_run();
	}
	ck_assert_listing(listed);
	ck_assert_uint_ge(listed->lines, 1);
	for (DWORD i = 0; i < listed->lines; i++)
		low_bits |= (DWORD)(listed->addresses[i] & 0xFFFF);
	observe("heaps", listed->number);
	observe("line ends", program_line_ends());
	observe("first address", first_address());
	observe("low 16 bits of all addresses", low_bits);
}
