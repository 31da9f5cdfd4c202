/* SPDX-License-Identifier: MIT */
#include "results.h"
#include "screen.h"
#include "words.h"

enum { CASES_SHOWN = 8 /* of many that are alike */ };

void screen_put_cases(struct screen *screen, const struct group *group, const char *before,
		      const char *colour)
{
	struct groups cases = group_by(group, group_key_case);
	const size_t shown = cases.count > CASES_SHOWN + 1 ? CASES_SHOWN : cases.count;
	size_t width = 0;

	for (size_t i = 0; i < shown; i++) {
		const size_t used = screen_width(result_text(cases.groups[i].results[0], "case"));

		width = used > width ? used : width;
	}
	for (size_t i = 0; i < shown; i++) {
		const json_t *result = cases.groups[i].results[0];

		screen_put(screen, before);
		screen_put_column(screen, result_text(result, "case"), width + 2, colour);
		words_ids(result, screen_words(screen));
		text_put(&screen->words, screen->words.size > 0 ? "  " : "");
		words_targets(screen->summary, &cases.groups[i], &screen->words);
		screen_put_words(screen, "", NULL);
	}
	if (shown < cases.count)
		text_printf(&screen->text, "%sand %lu more cases\n", before,
			    (unsigned long)(cases.count - shown));
	groups_free(&cases);
}
