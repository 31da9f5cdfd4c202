/* SPDX-License-Identifier: MIT */
/*
 * Whether a line of results has every key it must have, with the right type. The error says what is
 * wrong, not where: the reader knows the line.
 */
#ifndef HEAPKIT_RESULTS_CHECK_H
#define HEAPKIT_RESULTS_CHECK_H

#include <jansson.h>
#include <stdbool.h>

#include "error.h"
#include "results.h"

bool results_check_header(const json_t *line, struct error *error);
bool results_check_case(const json_t *line, struct error *error);

/* Also whether its figures agree with the cases of the results that were read before it. */
bool results_check_footer(const json_t *line, const struct results *results, struct error *error);

#endif
