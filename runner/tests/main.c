/* SPDX-License-Identifier: MIT */
/*
 * Runs every suite, or those whose names are given; --list names them all. The last line, which
 * all.sh adds up, is `N passed, N failed`.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../heapkit/platform.h"
#include "suites.h"

#define ENTRY(name_) {#name_, name_##_suite},

static const struct {
	const char *name;
	Suite *(*make)(void);
} suites[] = {SUITES(ENTRY)};

enum { COUNT = sizeof suites / sizeof suites[0] };

static int list(void)
{
	for (size_t i = 0; i < COUNT; i++)
		puts(suites[i].name);
	return EXIT_SUCCESS;
}

static int add(SRunner *runner, const char *name)
{
	for (size_t i = 0; i < COUNT; i++)
		if (strcmp(suites[i].name, name) == 0) {
			srunner_add_suite(runner, suites[i].make());
			return 1;
		}
	fprintf(stderr, "There is no suite \"%s\"; --list names them.\n", name);
	return 0;
}

int main(int argc, char **argv)
{
	SRunner *runner;
	int failed, run;

	if (argc == 2 && strcmp(argv[1], "--list") == 0)
		return list();
	/* What a test that ran out of time leaves behind. */
	platform_adopt_orphans();
	runner = srunner_create(NULL);
	for (int i = 1; i < argc; i++)
		if (!add(runner, argv[i])) {
			srunner_free(runner);
			return EXIT_FAILURE;
		}
	for (size_t i = 0; i < COUNT && argc == 1; i++)
		add(runner, suites[i].name);
	srunner_run_all(runner, CK_NORMAL);
	platform_kill_descendants(NULL, 0, 0);
	failed = srunner_ntests_failed(runner);
	run = srunner_ntests_run(runner);
	srunner_free(runner);
	printf("%d passed, %d failed\n", run - failed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
