/* SPDX-License-Identifier: MIT */
/* Functions of ntdll, which have no pages but for RtlGetVersion. */
#include "alter.h"
#include "enumerate.h"
#include "imports.h"
#include "ntdll.h"

/* GPH-42. A base address, a lock or parameters of the caller's own are not understood. */
HANDLE WINAPI RtlCreateHeap(DWORD flags, void *base, SIZE_T reserve, SIZE_T commit, void *lock,
			    void *parameters)
{
	struct heap *heap;

	if (base || lock || parameters)
		return NULL;
	heap = heap_new(flags, commit, flags & HEAP_GROWABLE ? 0 : reserve);
	if (heap)
		list_add(heap);
	return heap;
}

/* Returns NULL on success, the heap otherwise. */
HANDLE WINAPI RtlDestroyHeap(HANDLE heap)
{
	return HeapDestroy(heap) ? NULL : heap;
}

int32_t WINAPI RtlGetVersion(struct version *version)
{
	version->major = 10;
	version->minor = 0;
	version->build = altered(build_26100_reported) ? 26100 : 19045;
	version->platform = 2;
	return 0;
}

bool has_version(void)
{
	return altered(build_26100_reported) || altered(build_19045_reported);
}
