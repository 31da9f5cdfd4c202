/* SPDX-License-Identifier: MIT */
/*
 * refuse [affinity] COMMAND...: runs the command as a container would that refuses, with EPERM, to
 * turn address space randomisation off, as those of Docker and Podman do; with `affinity` to choose
 * CPUs as well. All that the command starts is refused the same. Status 77: no such filter here.
 */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined __x86_64__
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#define OWN_ARCHITECTURE 0 /* nothing is refused; the test sees it */
#endif

enum {
	CANNOT = 77,
	ASK = -1, /* of personality(): only say what is set */
	NO_CALL = -1
};

#define LOAD(member_)                                                                              \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)offsetof(struct seccomp_data, member_))
#define UNLESS(value_, skip_) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)(value_), 0, skip_)
#define IF(value_, skip_) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)(value_), skip_, 0)
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

int main(int argc, char **argv)
{
	const int affinity = argc > 1 && strcmp(argv[1], "affinity") == 0;
	/* The numbers behind a condition are how many lines it skips. */
	struct sock_filter filter[] = {
	    LOAD(arch),
	    UNLESS(OWN_ARCHITECTURE, 6),
	    LOAD(nr),
	    IF(affinity ? SYS_sched_setaffinity : NO_CALL, 3),
	    UNLESS(SYS_personality, 3),
	    LOAD(args[0]),
	    IF(ASK, 1),
	    REFUSE,
	    ALLOW,
	};
	const struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};

	if (!argv[1 + affinity]) {
		fprintf(stderr, "usage: refuse [affinity] COMMAND...\n");
		return 2;
	}
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
		perror("refuse");
		return CANNOT;
	}
	execvp(argv[1 + affinity], argv + 1 + affinity);
	perror(argv[1 + affinity]);
	return CANNOT;
}
