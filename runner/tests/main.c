/* SPDX-License-Identifier: MIT */
/* Runs every suite. The last line, which all.sh adds up, is `N passed, N failed`. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "suites.h"

int main(void)
{
	static Suite *(*const suites[])(void) = {SUITES};
	SRunner *runner = srunner_create(NULL);
	int failed, run;

	for (size_t i = 0; i < sizeof suites / sizeof suites[0]; i++)
		srunner_add_suite(runner, suites[i]());
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	run = srunner_ntests_run(runner);
	srunner_free(runner);
	printf("%d passed, %d failed\n", run - failed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
