/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/results.h"
#include "make-results.h"
#include "scratch.h"

static void assert_same(const struct results *a, const struct results *b)
{
	ck_assert(json_equal(a->header, b->header));
	ck_assert(json_equal(a->cases, b->cases));
	ck_assert(json_equal(a->footer, b->footer) || (!a->footer && !b->footer));
}

START_TEST(what_is_written_is_read_back)
{
	struct results written, read;
	struct error error;

	make_results(&written);
	ck_assert_msg(results_read(make_file(&written, "r"), &read, &error), "%s", error.text);
	assert_same(&written, &read);
	results_free(&written);
	results_free(&read);
}
END_TEST

START_TEST(without_footer_it_was_interrupted)
{
	struct results written, read;
	struct error error;

	make_results(&written);
	json_decref(written.footer);
	written.footer = NULL;
	ck_assert_msg(results_read(make_file(&written, "r"), &read, &error), "%s", error.text);
	ck_assert_ptr_null(read.footer);
	ck_assert(results_are_interrupted(&read));
	assert_same(&written, &read);
	results_free(&written);
	results_free(&read);
}
END_TEST

/* Bytes of every kind, 10 MB of them: none makes results that cannot be read. */
START_TEST(whatever_was_in_it)
{
	const size_t size = 10 * 1024 * 1024;
	unsigned char *bytes = malloc(size);
	struct results written, read;
	struct error error;

	for (size_t i = 0; i < size; i++)
		bytes[i] = (unsigned char)(i * 2654435761U >> 13);
	results_begin(&written, make_header());
	json_object_set_new(make_add(&written, make_case("area/one", "a-bare")), "output",
			    results_text((char *)bytes, size));
	json_object_set_new(json_array_get(written.cases, 0), "message",
			    json_stringn("a\0b\"\\\n\x1b", 7));
	ck_assert_msg(results_read(make_file(&written, "r"), &read, &error), "%s", error.text);
	assert_same(&written, &read);
	results_free(&written);
	results_free(&read);
	free(bytes);
}
END_TEST

static const struct {
	const char *bytes;
	size_t size;
	const char *text;
} texts[] = {
    {"", 0, ""},
    {"plain", 5, "plain"},
    {"a\0b", 3, "a\u2400b"},
    {"\xC3\xA4\xF0\x9F\x98\x80", 6, "\u00E4\U0001F600"},
    {"\xC3", 1, "\uFFFD"},
    {"\xFF\xFEx", 3, "\uFFFD\uFFFDx"},
    {"\xC0\x80", 2, "\uFFFD\uFFFD"},                     /* overlong */
    {"\xED\xA0\x80", 3, "\uFFFD\uFFFD\uFFFD"},           /* surrogate */
    {"\xF4\x90\x80\x80", 4, "\uFFFD\uFFFD\uFFFD\uFFFD"}, /* above U+10FFFF */
    {"\x1b[0m\"\\\r\n", 8, "\x1b[0m\"\\\r\n"},
};

START_TEST(text_becomes_valid)
{
	json_t *text = results_text(texts[_i].bytes, texts[_i].size);

	ck_assert_ptr_nonnull(text);
	ck_assert_str_eq(json_string_value(text), texts[_i].text);
	json_decref(text);
}
END_TEST

START_TEST(output_keeps_both_ends)
{
	char bytes[10000];
	json_t *output;
	const char *text;

	memset(bytes, 'a', sizeof bytes);
	output = results_output(bytes, 4096);
	ck_assert_uint_eq(json_string_length(output), 4096);
	json_decref(output);
	bytes[0] = 'F';
	bytes[2047] = 'E';
	bytes[sizeof bytes - 2048] = 'B';
	bytes[sizeof bytes - 1] = 'L';
	output = results_output(bytes, sizeof bytes);
	text = json_string_value(output);
	ck_assert(*text == 'F' && text[strlen(text) - 1] == 'L');
	ck_assert_ptr_nonnull(strstr(text, "aE\n[5904 bytes left out]\nBa"));
	json_decref(output);
}
END_TEST

START_TEST(output_cuts_no_character_in_two)
{
	char bytes[9001];
	json_t *output;

	for (size_t i = 0; i + 3 <= sizeof bytes; i += 3)
		memcpy(bytes + i, "\xE2\x82\xAC", 3);
	output = results_output(bytes, 9000);
	ck_assert_ptr_null(strstr(json_string_value(output), "\uFFFD"));
	ck_assert_ptr_nonnull(strstr(json_string_value(output), "\n[4908 bytes left out]\n"));
	json_decref(output);
	memset(bytes, 0x80, sizeof bytes); /* nothing but continuations: it ends all the same */
	output = results_output(bytes, sizeof bytes);
	ck_assert_ptr_nonnull(output);
	json_decref(output);
}
END_TEST

START_TEST(footer_counts)
{
	struct results results;
	json_t *wanted, *footer;

	make_results(&results);
	make_ending(make_add(&results, make_case("area/three", "a-bare")), "pass", "fail", "");
	make_ending(make_add(&results, make_case("area/four", "a-bare")), "crash", "fail", "");
	footer = results_footer(&results);
	wanted = json_pack("{s:i, s:{s:i, s:i, s:i, s:i, s:i, s:i, s:i}, s:i}", "cases", 5,
			   "outcomes", "pass", 2, "fail", 1, "skip", 1, "broken", 0,
			   "unimplemented", 0, "crash", 1, "timeout", 0, "unexpected", 2);
	ck_assert(json_equal(footer, wanted));
	json_decref(footer);
	json_decref(wanted);
	results_free(&results);
}
END_TEST

START_TEST(fields)
{
	json_t *result = make_case("area/one", "a-bare");

	ck_assert_str_eq(result_text(result, "case"), "area/one");
	ck_assert_str_eq(result_text(result, "message"), "");
	ck_assert_str_eq(result_text(result, "status"), "");
	ck_assert_str_eq(result_text(result, "nothing of the kind"), "");
	ck_assert_str_eq(result_text(NULL, "case"), "");
	make_ending(result, "timeout", "fail", "");
	ck_assert_int_eq(result_outcome(result), OUTCOME_TIMEOUT);
	ck_assert_int_eq(result_expected(result), OUTCOME_FAIL);
	ck_assert(result_is_unexpected(result));
	json_decref(result);
}
END_TEST

START_TEST(green)
{
	struct results results;
	json_t *one;

	make_results(&results);
	one = json_array_get(results.cases, 0);
	ck_assert(results_are_green(&results));
	make_ending(one, "unimplemented", "pass", "");
	ck_assert(!results_are_green(&results));
	make_ending(one, "pass", "fail", "");
	ck_assert(!results_are_green(&results));
	make_ending(one, "pass", "pass", "");
	json_array_append_new(json_object_get(results.footer, "overdue"), json_object());
	ck_assert(results_are_green(&results));
	json_object_set_new(results.footer, "strict", json_true());
	ck_assert(!results_are_green(&results));
	json_object_set_new(results.footer, "strict", json_false());
	json_object_set_new(results.footer, "interrupted", json_true());
	ck_assert(!results_are_green(&results));
	json_object_set_new(results.footer, "interrupted", json_false());
	json_array_append_new(json_object_get(results.footer, "unmatched"), json_object());
	ck_assert(!results_are_green(&results));
	results_free(&results);
}
END_TEST

START_TEST(unwritable_path_is_refused)
{
	struct results_writer writer;
	struct error error;
	const char *path = scratch_folder("folder");

	ck_assert(!results_open(&writer, path, &error));
	ck_assert(strncmp(error.text, path, strlen(path)) == 0);
	results_write(&writer, NULL);
	ck_assert(results_close(&writer, &error));
}
END_TEST

START_TEST(no_path_writes_nothing)
{
	struct results_writer writer;
	struct error error;
	json_t *line = json_object();

	ck_assert(results_open(&writer, NULL, &error));
	results_write(&writer, line);
	ck_assert(results_close(&writer, &error));
	json_decref(line);
}
END_TEST

#ifdef __linux__
START_TEST(full_disk_is_reported)
{
	struct results_writer writer;
	struct error error;
	json_t *line = json_object();

	ck_assert(results_open(&writer, "/dev/full", &error));
	results_write(&writer, line);
	results_write(&writer, line);
	ck_assert(!results_close(&writer, &error));
	ck_assert_str_eq(error.text, "/dev/full: results are incomplete: No space left on device; "
				     "make room or name another file");
	json_decref(line);
}
END_TEST
#endif

/* Whoever looks at the file during a run sees whole lines. */
START_TEST(every_line_is_written_at_once)
{
	struct results_writer writer;
	struct error error;
	json_t *line = json_pack("{s:f, s:s}", "seconds", 0.004, "text", "a\nb\u00E4");
	const char *path = scratch_path("r");
	char *bytes;

	ck_assert(results_open(&writer, path, &error));
	results_write(&writer, line);
	bytes = make_contents(path);
	ck_assert_str_eq(bytes, "{\"seconds\":0.004,\"text\":\"a\\nb\u00E4\"}\n");
	ck_assert(results_close(&writer, &error));
	free(bytes);
	json_decref(line);
}
END_TEST

#define COUNT(table_) (sizeof(table_) / sizeof(*(table_)))

Suite *results_suite(void)
{
	Suite *suite = suite_create("results");
	TCase *tcase = tcase_create("results");

	tcase_add_checked_fixture(tcase, scratch_begin, scratch_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, what_is_written_is_read_back);
	tcase_add_test(tcase, without_footer_it_was_interrupted);
	tcase_add_test(tcase, whatever_was_in_it);
	tcase_add_loop_test(tcase, text_becomes_valid, 0, COUNT(texts));
	tcase_add_test(tcase, output_keeps_both_ends);
	tcase_add_test(tcase, output_cuts_no_character_in_two);
	tcase_add_test(tcase, footer_counts);
	tcase_add_test(tcase, fields);
	tcase_add_test(tcase, green);
	tcase_add_test(tcase, unwritable_path_is_refused);
	tcase_add_test(tcase, no_path_writes_nothing);
	tcase_add_test(tcase, every_line_is_written_at_once);
#ifdef __linux__
	tcase_add_test(tcase, full_disk_is_reported);
#endif
	suite_add_tcase(suite, tcase);
	return suite;
}
