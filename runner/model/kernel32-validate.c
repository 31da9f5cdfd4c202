/* SPDX-License-Identifier: MIT */
/* https://learn.microsoft.com/windows/win32/api/heapapi/nf-heapapi-heapvalidate */
#include "alter.h"
#include "heap.h"
#include "imports.h"
#include "teb.h"

/* HVL-01 to HVL-05, HVL-13: no address means the whole heap; the last error is never set. */
BOOL WINAPI HeapValidate(HANDLE handle, DWORD flags, const void *memory)
{
	struct heap *heap = handle;
	BOOL good;

	heap_enter(heap, flags, USE_VALIDATE);
	good = memory ? heap_block_size(heap, memory) != ~(SIZE_T)0 : heap_is_sound(heap);
	heap_leave(heap, flags, USE_VALIDATE);
	return good;
}
