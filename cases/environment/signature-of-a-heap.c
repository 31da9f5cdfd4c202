/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Where the signature is known to stand; documented nowhere. */
enum { SIGNATURE_SLOT = 2 };

/* An implementation's handles need not be addresses. */
static BOOL is_readable(const void *address)
{
	MEMORY_BASIC_INFORMATION place;

	return VirtualQuery(address, &place, sizeof place) && place.State == MEM_COMMIT &&
	       !(place.Protect & (PAGE_NOACCESS | PAGE_GUARD));
}

CASE("ENV-06", "reports the signature of a private heap: of an NT heap, a segment heap, page heap")
{
	void *const *const heap = create_heap(0, 0, 0);
	const UINT *const signature = (const UINT *)(heap + SIGNATURE_SLOT);

	if (is_readable(signature))
		observe("signature", (const void *)(ULONG_PTR)*signature);
	else
		observe("signature", "the handle is no readable address");
}
