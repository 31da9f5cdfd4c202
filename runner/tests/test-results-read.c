/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/results.h"
#include "make-results.h"
#include "scratch.h"

/* Each changes one thing in good results; the error says what and where. */
enum line { HEADER, CASE, FOOTER };

static const struct {
	enum line line;
	const char *object; /* within it; NULL: the line itself */
	const char *key;
	const char *value; /* JSON; NULL: the key is removed */
	const char *error; /* behind the path */
} bad_keys[] = {
    {HEADER, NULL, "format", "2",
     ":1: written by another version (heapkit 0.1.0), not in format 1; use"},
    {HEADER, NULL, "format", NULL,
     ":1: written by another version (heapkit 0.1.0), not in format 1; use"},
    {HEADER, NULL, "format", "\"1\"", ":1: written by another version"},
    {HEADER, NULL, "heapkit", NULL, ":1: the first line is no header"},
    {HEADER, NULL, "suite", NULL, ":1: header lacks the key \"suite\"; it was edited"},
    {HEADER, NULL, "shard", "3", ":1: header: \"shard\" is not a text or null; "},
    {HEADER, NULL, "notes", "[1]", ":1: header: \"notes\" is not an array of texts; "},
    {HEADER, NULL, "implementation", "[]", ":1: header: \"implementation\" is not an object; "},
    {HEADER, "implementation", "command", "\"wine\"",
     ":1: implementation: \"command\" is not an array"},
    {HEADER, "implementation", "version", NULL, ":1: implementation lacks the key \"version\""},
    {HEADER, "host", "cpus", "[]", ":1: host: \"cpus\" has a value of the wrong type; "},
    {HEADER, "requirements", "P-01", "1", ":1: P-01 is not an object"},
    {HEADER, "requirements", "P-01", "{}", ":1: P-01 lacks the key \"level\""},
    {HEADER, "requirements", "P-01",
     "{\"level\":\"must\",\"subject\":\"sdk\",\"title\":\"\",\"page\":null}",
     ":1: P-01: unknown level \"must\"; "},
    {HEADER, "requirements", "P-01",
     "{\"level\":\"MUST\",\"subject\":\"\\u001b\\n\",\"title\":\"\",\"page\":null}",
     ":1: P-01: unknown subject \"\u241B \"; "},
    {CASE, NULL, "case", "null", ":2: case: \"case\" is not a text; "},
    {CASE, NULL, "case", NULL, ":2: neither header nor case nor footer"},
    {CASE, NULL, "target", "\"b-bare\"",
     ":3: area/one for b-bare stands there twice, first in line 2; "},
    {CASE, NULL, "outcome", "\"passed\"", ":2: outcome: unknown outcome \"passed\"; "},
    {CASE, NULL, "expected", "\"\"", ":2: expected: unknown outcome \"\"; "},
    {CASE, NULL, "requirements", "{}", ":2: case: \"requirements\" is not an array of texts"},
    {CASE, NULL, "status", "1.5", ":2: case: \"status\" is not an integer or null; "},
    {CASE, NULL, "signal", NULL, ":2: case lacks the key \"signal\""},
    {CASE, NULL, "seconds", "null", ":2: case: \"seconds\" is not a number; "},
    {CASE, NULL, "attempts", "\"1\"", ":2: case: \"attempts\" is not an integer; "},
    {CASE, NULL, "observations", "{\"a\": 1}",
     ":2: observations: \"a\" has a value of the wrong type"},
    {CASE, NULL, "output", "null", ":2: case: \"output\" is not a text; "},
    {CASE, NULL, "expectation", "\"x\"", ":2: case: \"expectation\" is not an object or null"},
    {CASE, NULL, "expectation", "{}", ":2: expectation lacks the key \"reason\""},
    {FOOTER, NULL, "cases", "4", ":5: the footer does not agree with the 3 cases above it; "},
    {FOOTER, NULL, "unexpected", "1", ":5: the footer does not agree"},
    {FOOTER, "outcomes", "pass", "2", ":5: the footer does not agree"},
    {FOOTER, "outcomes", "timeout", NULL, ":5: the footer does not agree"},
    {FOOTER, NULL, "unmatched", NULL, ":5: footer lacks the key \"unmatched\""},
    {FOOTER, NULL, "unmatched", "[{\"case\":\"a\",\"target\":\"*\"}]",
     ":5: unmatched lacks the key \"at\""},
    {FOOTER, NULL, "overdue", "[1]", ":5: overdue is not an object"},
    {FOOTER, NULL, "interrupted", "0", ":5: footer: \"interrupted\" is not true or false; "},
    {FOOTER, "targets", "a-bare", "true", ":5: a-bare is not an object"},
};

static json_t *line_of(const struct results *results, enum line line)
{
	return line == HEADER ? results->header
	       : line == CASE ? json_array_get(results->cases, 0)
			      : results->footer;
}

static void assert_refused(const char *path, const char *wanted)
{
	struct results read;
	struct error error = {""};

	ck_assert(!results_read(path, &read, &error));
	ck_assert_msg(strncmp(error.text, path, strlen(path)) == 0 &&
			  strncmp(error.text + strlen(path), wanted, strlen(wanted)) == 0,
		      "'%s' instead of '%s'", error.text, wanted);
	ck_assert_ptr_null(strchr(error.text, '\n'));
}

START_TEST(bad_key_is_refused)
{
	struct results results;
	json_t *object;

	make_results(&results);
	object = line_of(&results, bad_keys[_i].line);
	if (bad_keys[_i].object)
		object = json_object_get(object, bad_keys[_i].object);
	if (bad_keys[_i].value)
		json_object_set_new(object, bad_keys[_i].key,
				    json_loads(bad_keys[_i].value, JSON_DECODE_ANY, NULL));
	else
		json_object_del(object, bad_keys[_i].key);
	assert_refused(make_file(&results, "r"), bad_keys[_i].error);
	results_free(&results);
}
END_TEST

/* A key of a later version is no reason to refuse. */
START_TEST(further_keys_are_accepted)
{
	struct results written, read;
	struct error error;

	make_results(&written);
	for (int line = HEADER; line <= FOOTER; line++)
		json_object_set_new(line_of(&written, (enum line)line), "new", json_true());
	json_object_set_new(json_object_get(written.header, "implementation"), "version",
			    json_null());
	ck_assert_msg(results_read(make_file(&written, "r"), &read, &error), "%s", error.text);
	results_free(&written);
	results_free(&read);
}
END_TEST

static const struct {
	const char *bytes;
	const char *error;
} bad_files[] = {
    {"", ": empty; "},
    {"\n", ":1: not JSON: "},
    {"hello\n", ":1: not JSON: "},
    {"hello", ":1: not JSON: "},
    {"[]\n", ":1: not an object; "},
    {"{\"heapkit\": \"0.", ":1: cut: the last line has no end; "},
    {"{\"a\":\"\x1b\n", ":1: not JSON: "},
    {"{\"a\":1,\"a\":2}\n", ":1: not JSON: "},
    {"{}\n", ":1: the first line is no header; "},
    {"{\"case\":\"a/b\"}\n", ":1: the first line is no header; "},
};

START_TEST(bad_file_is_refused)
{
	assert_refused(scratch_text("r", bad_files[_i].bytes), bad_files[_i].error);
}
END_TEST

START_TEST(cut_and_mixed_files_are_refused)
{
	struct results results;
	char *bytes, *twice;
	size_t size;

	make_results(&results);
	bytes = make_contents(make_file(&results, "r"));
	size = strlen(bytes);
	twice = calloc(2, size + 1);
	strcat(strcat(twice, bytes), bytes);
	assert_refused(scratch_text("r", twice), ":6: a line behind the footer; ");
	*strrchr(bytes, '\n') = '\0';
	assert_refused(scratch_text("r", bytes), ":5: cut: ");
	strrchr(bytes, '\n')[1] = '\0'; /* without the footer, and with all of it once more */
	memmove(twice + strlen(bytes), twice + size, size + 1);
	assert_refused(scratch_text("r", twice), ":5: a second header; ");
	free(bytes);
	free(twice);
	results_free(&results);
}
END_TEST

START_TEST(unreadable_paths_are_refused)
{
	assert_refused(scratch_path("missing"), ": cannot be read: ");
	assert_refused(scratch_folder("folder"), ": is a folder");
}
END_TEST

#define COUNT(table_) (sizeof(table_) / sizeof(*(table_)))

Suite *results_read_suite(void)
{
	Suite *suite = suite_create("results-read");
	TCase *tcase = tcase_create("results-read");

	tcase_add_checked_fixture(tcase, scratch_begin, scratch_end);
	tcase_add_loop_test(tcase, bad_key_is_refused, 0, COUNT(bad_keys));
	tcase_add_test(tcase, further_keys_are_accepted);
	tcase_add_loop_test(tcase, bad_file_is_refused, 0, COUNT(bad_files));
	tcase_add_test(tcase, cut_and_mixed_files_are_refused);
	tcase_add_test(tcase, unreadable_paths_are_refused);
	suite_add_tcase(suite, tcase);
	return suite;
}
