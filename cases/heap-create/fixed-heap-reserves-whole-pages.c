/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* A page of x86; on 64 bits Windows rounds to two of them. */
enum { ROUNDED_TO = 0x400 * sizeof(void *) };

static const SIZE_T sizes[] = {0x100, 0x1000, 0x2100, 0x9100, 0xFF00};

CASE("HCR-28", "a fixed heap reserves its maximum rounded up to 4 KB on 32 bits, to 8 KB on 64")
{
#ifdef __aarch64__
	skip("known of x86 and x64 only");
#endif
	judged_on_nt_heaps();
	judged_without_debugger();
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		const SIZE_T rounded = (sizes[i] + ROUNDED_TO - 1) / ROUNDED_TO * ROUNDED_TO;

		where("maximum", sizes[i]);
		ck_assert_uint_eq(reservation_size(create_heap(0, sizes[i], sizes[i])), rounded);
	}
}
