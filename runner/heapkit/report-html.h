/* SPDX-License-Identifier: MIT */
/* The parts of the HTML report; runner/report/page.html has the places where they stand. */
#ifndef HEAPKIT_REPORT_HTML_H
#define HEAPKIT_REPORT_HTML_H

#include "matrix.h"
#include "text.h"

/* The rows of the table at the top: what share of its requirements each implementation meets. */
void html_put_shares(const struct matrix *matrix, struct text *text);

/* Head and bodies, one for each area, of the table of cases. */
void html_put_matrix(const struct matrix *matrix, struct text *text);

/* A section for each run: what the reports of other formats say, readable without the script. */
void html_put_runs(const struct matrix *matrix, struct text *text);

/*
 * What the script shows of a cell, as JSON: "rows" with their "cells" in the order of the table. A
 * text is an index of "texts", where each stands once; "clauses" are by index of the requirement.
 */
void html_put_data(const struct matrix *matrix, struct text *text);

#endif
