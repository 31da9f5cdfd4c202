/* SPDX-License-Identifier: MIT */
/* Starts the program where there is no C runtime. */
#include <windows.h>

int main(void);
void __main(void);
void start(void) __attribute__((noreturn));

/* GCC calls it from every main(). */
void __main(void)
{
}

#if defined(__x86_64__) || defined(__i386__)
__attribute__((force_align_arg_pointer))
#endif
void start(void)
{
	ExitProcess((UINT)main());
}
