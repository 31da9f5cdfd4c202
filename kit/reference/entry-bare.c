/* SPDX-License-Identifier: MIT */
/* Starts the program where there is no C runtime. */
#include <windows.h>

int main(void);
void __main(void);
void start(void) __attribute__((noreturn, force_align_arg_pointer));

/* GCC calls it from every main(). */
void __main(void)
{
}

void start(void)
{
	ExitProcess((UINT)main());
}
