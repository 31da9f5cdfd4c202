/* SPDX-License-Identifier: MIT */
/*
 * Where a bare case starts. It ends with ExitProcess, never by returning: on Windows 10 and later
 * the loader's worker threads would keep the process alive for up to 30 s.
 */
#include "crash.h"
#include "heapkit.h"
#include "verdict.h"

void heapkit_start(void) __attribute__((noreturn));

void heapkit_start(void)
{
	heapkit_announce();
	heapkit_case();
	heapkit_pass();
}

/* A C runtime would provide it; GCC calls it from every main(), the reference program's included.
 */
void __main(void);
void __main(void)
{
}

#ifdef __x86_64__
/*
 * The handler in the unwind data of the entry frame sees every exception that nothing below it
 * handles, and costs no import.
 */
__asm__(".text\n"
	"\t.globl start\n"
	"\t.def start; .scl 2; .type 32; .endef\n"
	"\t.seh_proc start\n"
	"start:\n"
	"\tpushq %rbp\n"
	"\t.seh_pushreg %rbp\n"
	"\tmovq %rsp, %rbp\n"
	"\t.seh_setframe %rbp, 0\n"
	"\t.seh_endprologue\n"
	"\tandq $-16, %rsp\n"
	"\tsubq $32, %rsp\n"
	"\tcall heapkit_start\n"
	"\tnop\n"
	"\t.seh_handler heapkit_crash, @except\n"
	"\t.seh_endproc\n");
#elif defined(__aarch64__)
__asm__(".text\n"
	"\t.p2align 2\n"
	"\t.globl start\n"
	"\t.def start; .scl 2; .type 32; .endef\n"
	"\t.seh_proc start\n"
	"start:\n"
	"\tstp x29, x30, [sp, #-16]!\n"
	"\t.seh_save_fplr_x 16\n"
	"\tmov x29, sp\n"
	"\t.seh_set_fp\n"
	"\t.seh_endprologue\n"
	"\tbl heapkit_start\n"
	"\tnop\n"
	"\t.seh_handler heapkit_crash, @except\n"
	"\t.seh_endproc\n");
#else
void start(void) __attribute__((noreturn, force_align_arg_pointer));
void start(void)
{
	heapkit_start();
}
#endif
