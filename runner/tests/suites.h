/* SPDX-License-Identifier: MIT */
/* Every suite of `make test`, one for each test-NAME.c. */
#ifndef HEAPKIT_SUITES_H
#define HEAPKIT_SUITES_H

#include <check.h>

Suite *pe_suite(void);

#endif
