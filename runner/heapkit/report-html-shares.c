/* SPDX-License-Identifier: MIT */
#include "report-html.h"

#include "html.h"
#include "ladder.h"
#include "words.h"

/* 100 % only where everything is met. */
static unsigned percent(struct share share)
{
	return share.met * 100 / share.judged;
}

static void put_share(struct text *text, const char *label, struct share share)
{
	text_printf(text, "<td data-label=\"%s\">", label);
	if (share.judged == 0) {
		text_put(text, "none was judged</td>\n");
		return;
	}
	text_printf(text,
		    "<b>%u %%</b> %u of %u <svg class=\"bar\" viewbox=\"0 0 100 4\" "
		    "preserveaspectratio=\"none\" aria-hidden=\"true\">"
		    "<rect class=\"met\" width=\"%u\" height=\"4\"/>"
		    "<rect class=\"rest\" x=\"%u\" width=\"%u\" height=\"4\"/></svg></td>\n",
		    percent(share), share.met, share.judged, percent(share), percent(share),
		    100 - percent(share));
}

static void put_rung(struct text *text, const struct results *results)
{
	struct ladder ladder;

	ladder_make(&ladder, results);
	text_put(text, "<td data-label=\"rung\">");
	if (ladder.known)
		text_printf(text, "<b>%u</b> of %d, %s", ladder.rung, RUNG_COUNT - 1,
			    rung_name(ladder.rung));
	else
		text_put(text, "unknown");
	text_put(text, "</td>\n");
	ladder_free(&ladder);
}

static void put_run(const struct matrix *matrix, size_t run, struct text *text)
{
	const struct summary *summary = &matrix->runs[run].summary;
	struct text words = {0};

	text_printf(text, "<tr data-run=\"%lu\"><th scope=\"row\"><a href=\"#run-%lu\">",
		    (unsigned long)run, (unsigned long)run);
	html_text(text, matrix->runs[run].label);
	text_put(text, "</a></th>\n");
	put_share(text, "MUST", summary->shares[SHARE_MUST]);
	put_share(text, "WINDOWS", summary->shares[SHARE_WINDOWS]);
	put_rung(text, summary->results);
	words_verdict(summary, &words);
	text_printf(text, "<td data-label=\"verdict\" class=\"%s\">",
		    results_are_green(summary->results) ? "green" : "red");
	html_text(text, text_string(&words));
	text_put(text, "</td></tr>\n");
	text_free(&words);
}

void html_put_shares(const struct matrix *matrix, struct text *text)
{
	for (size_t i = 0; i < matrix->run_count; i++)
		put_run(matrix, i, text);
}
