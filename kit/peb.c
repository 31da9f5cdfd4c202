/* SPDX-License-Identifier: MIT */
#include "heapkit.h"

/* Read without NtCurrentTeb(): GCC 12 takes its access to the segment for one out of bounds. */
const void *process_environment_block(void)
{
	const void *block;

#if defined(__x86_64__)
	__asm__ volatile("movq %%gs:0x60, %0" : "=r"(block));
#elif defined(__i386__)
	__asm__ volatile("movl %%fs:0x30, %0" : "=r"(block));
#elif defined(__aarch64__)
	__asm__ volatile("ldr %0, [x18, #0x60]" : "=r"(block));
#else
#error "where does this processor keep the thread environment block?"
#endif
	return block;
}
