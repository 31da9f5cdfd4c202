/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

CASE("HWK-12", "where an UNCOMMITTED_RANGE entry says that its range starts no memory is committed")
{
	static struct walk walk;
	const PROCESS_HEAP_ENTRY *region;
	MEMORY_BASIC_INFORMATION memory;
	const HANDLE heap = create_heap(0, 0, 0);
	DWORD ranges = 0, checked = 0;
	SIZE_T size = 0;

	make_block(heap, 0x5000);
	walk_heap(&walk, heap);
	for (DWORD i = 0; i < kept_entries(&walk); i++) {
		const PROCESS_HEAP_ENTRY *const entry = &walk.entries[i];

		if (!(entry->wFlags & PROCESS_HEAP_UNCOMMITTED_RANGE))
			continue;
		ranges++;
		size += entry->cbData;
		if (entry->cbData == 0)
			continue;
		checked++;
		where("range at", entry->lpData);
		require(VirtualQuery(entry->lpData, &memory, sizeof memory));
		ck_assert_uint_ne(memory.State, MEM_COMMIT);
	}
	observe("uncommitted ranges", ranges);
	observe("bytes in them", size);
	region = entry_with(&walk, PROCESS_HEAP_REGION);
	if (region)
		observe("uncommitted bytes of the region", region->Region.dwUnCommittedSize);
	if (checked == 0)
		skip("the walk shows no uncommitted range");
}
