/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

#ifdef __aarch64__
static const unsigned char machine_code[] = {0x40, 0x05, 0x80, 0x52,  /* mov w0, 42 */
					     0xC0, 0x03, 0x5F, 0xD6}; /* ret */
#else
static const unsigned char machine_code[] = {0xB8, 0x2A, 0x00, 0x00, 0x00, /* mov eax, 42 */
					     0xC3};                        /* ret */
#endif

_Static_assert(sizeof machine_code <= FUNCTION_ROOM, "a caller makes room for this much");

int (*make_function(void *place))(void)
{
	unsigned char *const bytes = place;

	for (size_t i = 0; i < sizeof machine_code; i++)
		bytes[i] = machine_code[i];
	require(FlushInstructionCache(GetCurrentProcess(), place, sizeof machine_code));
	return (int (*)(void))(ULONG_PTR)place;
}
