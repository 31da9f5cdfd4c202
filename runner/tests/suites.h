/* SPDX-License-Identifier: MIT */
/* Every suite of `make test`, one for each test-NAME.c. */
#ifndef HEAPKIT_SUITES_H
#define HEAPKIT_SUITES_H

#include <check.h>

Suite *expectations_suite(void);
Suite *fake_canaries_suite(void);
Suite *fake_cases_suite(void);
Suite *file_suite(void);
Suite *glob_suite(void);
Suite *implementation_suite(void);
Suite *interrupt_suite(void);
Suite *pe_suite(void);
Suite *report_command_suite(void);
Suite *report_formats_suite(void);
Suite *report_hostile_suite(void);
Suite *report_suite(void);
Suite *requirements_suite(void);
Suite *results_read_suite(void);
Suite *results_suite(void);
Suite *run_input_suite(void);
Suite *summary_suite(void);
Suite *utf8_suite(void);
Suite *version_suite(void);
Suite *yaml_file_suite(void);

/* All of them, for main.c. */
/* clang-format off */
#define SUITES \
	expectations_suite, \
	fake_canaries_suite, \
	fake_cases_suite, \
	file_suite, \
	glob_suite, \
	implementation_suite, \
	interrupt_suite, \
	pe_suite, \
	report_command_suite, \
	report_formats_suite, \
	report_hostile_suite, \
	report_suite, \
	requirements_suite, \
	results_read_suite, \
	results_suite, \
	run_input_suite, \
	summary_suite, \
	utf8_suite, \
	version_suite, \
	yaml_file_suite
/* clang-format on */

#endif
