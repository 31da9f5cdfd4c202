/* SPDX-License-Identifier: MIT */
/* A comparison as tables and as JSON. */
#include <string.h>

#include "compare.h"
#include "markdown.h"
#include "summary.h"
#include "words.h"

static void cell_of_words(struct page *page)
{
	markdown_text(page_cell(page), text_string(&page->words));
}

static bool key_case(const json_t *change, struct text *key)
{
	group_key_case(change, key);
	text_put(key, "\x1F");
	words_of_result(json_object_get(change, "before"), key);
	text_put(key, "\x1F");
	words_of_result(json_object_get(change, "after"), key);
	return true;
}

static void put_row(struct page *page, const struct summary *summary, const struct group *group)
{
	const json_t *change = group->results[0];
	const json_t *after = json_object_get(change, "after");

	words_ids(change, page_words(page));
	markdown_text(page_cell(page), result_text(change, "case"));
	text_put(&page->row, " ");
	markdown_text(&page->row, text_string(&page->words));
	words_targets(summary, group, page_words(page));
	cell_of_words(page);
	words_of_result(json_object_get(change, "before"), page_words(page));
	cell_of_words(page);
	words_of_result(after, page_words(page));
	if (json_is_object(json_object_get(after, "expectation")))
		text_printf(&page->words, " (known: %s)",
			    result_text(json_object_get(after, "expectation"), "reason"));
	cell_of_words(page);
	page_end_row(page);
}

static void put_changes(struct page *page, const struct summary *summary,
			const struct comparison *comparison, enum change change)
{
	static const char *const columns[] = {"case", "targets", "before", "now", NULL};
	struct groups cases = group_by(&comparison->of[change], key_case);

	if (cases.count > 0) {
		text_put(page_words(page), change_words(change));
		page_line(page, "### ", "\n");
		page_begin_table(page, columns);
		for (size_t i = 0; i < cases.count; i++)
			put_row(page, summary, &cases.groups[i]);
		page_end_table(page);
	}
	groups_free(&cases);
}

void compare_markdown(FILE *stream, const struct comparison *comparison)
{
	struct summary summary;
	struct page page = {0};

	summary_make(&summary, comparison->before);
	words_of_comparison(comparison, page_words(&page));
	page_line(&page, "## ", "\n");
	words_of_side(comparison->before, comparison->before_path, page_words(&page));
	page_line(&page, "- before: ", "");
	words_of_side(comparison->after, comparison->after_path, page_words(&page));
	page_line(&page, "- now: ", "\n");
	for (int change = 0; change < CHANGE_COUNT; change++)
		put_changes(&page, &summary, comparison, (enum change)change);
	fwrite(text_string(&page.text), 1, page.text.size, stream);
	page_free(&page);
	summary_free(&summary);
}

static json_t *side(const struct results *results, const char *path)
{
	return json_pack("{s:o, s:O, s:O, s:O}", "file", results_text(path, strlen(path)),
			 "heapkit", json_object_get(results->header, "heapkit"), "suite",
			 json_object_get(results->header, "suite"), "implementation",
			 json_object_get(results->header, "implementation"));
}

void compare_json(FILE *stream, const struct comparison *comparison)
{
	json_t *counts = json_object(), *changes = json_array(), *whole;

	for (int change = 0; change < CHANGE_COUNT; change++) {
		const struct group *group = &comparison->of[change];

		json_object_set_new(counts, change_name((enum change)change),
				    json_integer((json_int_t)group->count));
		for (size_t i = 0; i < group->count; i++)
			json_array_append(changes, (json_t *)group->results[i]);
	}
	json_object_set_new(counts, "unchanged", json_integer((json_int_t)comparison->unchanged));
	whole = json_pack("{s:o, s:o, s:I, s:o, s:o}", "before",
			  side(comparison->before, comparison->before_path), "after",
			  side(comparison->after, comparison->after_path), "worse",
			  (json_int_t)comparison->worse, "counts", counts, "changes", changes);
	json_dumpf(whole, stream, JSON_INDENT(1) | JSON_REAL_PRECISION(9));
	fputc('\n', stream);
	json_decref(whole);
}
