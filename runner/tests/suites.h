/* SPDX-License-Identifier: MIT */
/* Every suite of `make test`, one for each test-NAME.c. */
#ifndef HEAPKIT_SUITES_H
#define HEAPKIT_SUITES_H

#include <check.h>

Suite *glob_suite(void);
Suite *implementation_suite(void);
Suite *pe_suite(void);
Suite *version_suite(void);
Suite *yaml_file_suite(void);

#endif
