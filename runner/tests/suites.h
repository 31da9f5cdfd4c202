/* SPDX-License-Identifier: MIT */
/* Every suite of `make test`: test-NAME.c defines NAME_suite(). */
#ifndef HEAPKIT_SUITES_H
#define HEAPKIT_SUITES_H

#include <check.h>

/* clang-format off */
#define SUITES(SUITE_) \
	SUITE_(compare) \
	SUITE_(coverage) \
	SUITE_(expectations) \
	SUITE_(explain) \
	SUITE_(fake_canaries) \
	SUITE_(fake_cases) \
	SUITE_(fake_program) \
	SUITE_(file) \
	SUITE_(glob) \
	SUITE_(implementation) \
	SUITE_(interrupt) \
	SUITE_(judge) \
	SUITE_(judge_log) \
	SUITE_(kills) \
	SUITE_(ladder) \
	SUITE_(lane) \
	SUITE_(launcher) \
	SUITE_(lines) \
	SUITE_(list) \
	SUITE_(merge) \
	SUITE_(model_loader) \
	SUITE_(observations) \
	SUITE_(options) \
	SUITE_(pe) \
	SUITE_(plan) \
	SUITE_(profile) \
	SUITE_(report) \
	SUITE_(report_command) \
	SUITE_(report_formats) \
	SUITE_(report_hostile) \
	SUITE_(report_html) \
	SUITE_(report_runs) \
	SUITE_(requirements) \
	SUITE_(resume) \
	SUITE_(results) \
	SUITE_(results_read) \
	SUITE_(run_expectations) \
	SUITE_(run_input) \
	SUITE_(shard) \
	SUITE_(stopped) \
	SUITE_(suite) \
	SUITE_(summary) \
	SUITE_(tap) \
	SUITE_(utf8) \
	SUITE_(version) \
	SUITE_(yaml_file)
/* clang-format on */

#define DECLARE_SUITE(name_) Suite *name_##_suite(void);

SUITES(DECLARE_SUITE)

#endif
