/* SPDX-License-Identifier: MIT */
/* One HTML file that needs nothing else. */
#include "report-html.h"

#include <string.h>

#include "html.h"
#include "report.h"

#include "report-page.inc" /* made from runner/report */

static void put_about(const struct matrix *matrix, struct text *text)
{
	const char *suite = result_text(matrix->runs[0].summary.results->header, "suite");
	bool same = true;

	for (size_t i = 1; i < matrix->run_count; i++)
		same = same && strcmp(suite, result_text(matrix->runs[i].summary.results->header,
							 "suite")) == 0;
	text_printf(text, "%lu cases, %lu %s, ", (unsigned long)matrix->row_count,
		    (unsigned long)matrix->run_count, matrix->run_count == 1 ? "run" : "runs");
	text_put(text, same ? "suite " : "of different suites: compare with care");
	html_text(text, same ? suite : "");
}

static void put_title(const struct matrix *matrix, struct text *text)
{
	text_put(text, "heapkit: ");
	if (matrix->run_count == 1)
		html_text(text, matrix->runs[0].label);
	else
		text_printf(text, "%lu runs side by side", (unsigned long)matrix->run_count);
}

static void put_generator(const struct matrix *matrix, struct text *text)
{
	(void)matrix;
	text_put(text, "heapkit " HEAPKIT_VERSION);
}

static void put_style(const struct matrix *matrix, struct text *text)
{
	(void)matrix;
	text_put(text, page_style);
}

static void put_script(const struct matrix *matrix, struct text *text)
{
	(void)matrix;
	text_put(text, page_script);
}

static void put_style_digest(const struct matrix *matrix, struct text *text)
{
	(void)matrix;
	text_put(text, page_style_digest);
}

static void put_script_digest(const struct matrix *matrix, struct text *text)
{
	(void)matrix;
	text_put(text, page_script_digest);
}

static const struct place {
	const char *name;
	void (*put)(const struct matrix *matrix, struct text *text);
} places[] = {
    {"title", put_title},
    {"about", put_about},
    {"generator", put_generator},
    {"style", put_style},
    {"style-digest", put_style_digest},
    {"script", put_script},
    {"script-digest", put_script_digest},
    {"shares", html_put_shares},
    {"matrix", html_put_matrix},
    {"runs", html_put_runs},
    {"data", html_put_data},
};

static void put_place(const struct matrix *matrix, const char *name, size_t length,
		      struct text *text)
{
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (strlen(places[i].name) == length && memcmp(places[i].name, name, length) == 0)
			places[i].put(matrix, text);
}

/* {{NAME}} in the page is a place; what is put there is not looked at again. */
void report_html(FILE *stream, const struct results *results, size_t count)
{
	struct matrix matrix;
	struct text text = {0};
	const char *at = page_template, *place;

	matrix_make(&matrix, results, count);
	while ((place = strstr(at, "{{"))) {
		const char *end = strstr(place, "}}");

		text_add(&text, at, (size_t)(place - at));
		put_place(&matrix, place + 2, (size_t)(end - place) - 2, &text);
		at = end + 2;
	}
	text_put(&text, at);
	fwrite(text_string(&text), 1, text.size, stream);
	text_free(&text);
	matrix_free(&matrix);
}
