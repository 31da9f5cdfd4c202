/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/tap.h"
#include "../heapkit/text.h"

#define PLAN "TAP version 14\n1..1\n"

static const struct {
	const char *text;
	enum tap_verdict verdict;
	unsigned verdicts;
	const char *title, *reason, *bail; /* NULL: none */
} outputs[] = {
    {"", TAP_NONE, 0, NULL, NULL, NULL},
    {PLAN, TAP_NONE, 0, NULL, NULL, NULL},
    {PLAN "ok 1 - a title\n", TAP_OK, 1, "a title", NULL, NULL},
    {"ok 1 - a title\n", TAP_OK, 1, "a title", NULL, NULL},
    {"ok 1 - a title\r\n", TAP_OK, 1, "a title", NULL, NULL},
    {"ok 1 - a title\r\r\n", TAP_OK, 1, "a title", NULL, NULL},
    {"ok 1\n", TAP_OK, 1, NULL, NULL, NULL},
    {"ok 1 a title\n", TAP_OK, 1, NULL, NULL, NULL},
    {"not ok 1 - a title\n", TAP_NOT_OK, 1, "a title", NULL, NULL},
    {"ok 1 - a title # SKIP no wind\n", TAP_SKIP, 1, "a title", "no wind", NULL},
    {"ok 1 - a title # SKIP\n", TAP_SKIP, 1, "a title", "", NULL},
    {"ok 1 # SKIP no wind\n", TAP_SKIP, 1, NULL, "no wind", NULL},
    {"not ok 1 - a title # SKIP no wind\n", TAP_NOT_OK, 1, "a title", "no wind", NULL},
    {"ok 1 - a title # 5\n", TAP_OK, 1, "a title # 5", NULL, NULL},
    {"ok 1 - \xC3\xA4\xFF\n", TAP_OK, 1, "\xC3\xA4\xFF", NULL, NULL},
    /* no verdicts */
    {"ok 1 - a title", TAP_NONE, 0, NULL, NULL, NULL},
    {"ok 10 - a title\n", TAP_NONE, 0, NULL, NULL, NULL},
    {"ok 2 - a title\n", TAP_NONE, 0, NULL, NULL, NULL},
    {"ok - a title\n", TAP_NONE, 0, NULL, NULL, NULL},
    {" ok 1 - a title\n", TAP_NONE, 0, NULL, NULL, NULL},
    {"OK 1 - a title\n", TAP_NONE, 0, NULL, NULL, NULL},
    {"# ok 1 - a title\n", TAP_NONE, 0, NULL, NULL, NULL},
    {"it is ok 1 - a title\n", TAP_NONE, 0, NULL, NULL, NULL},
    {"\rok 1 - a title\n", TAP_NONE, 0, NULL, NULL, NULL},
    /* several: the first one counts, and so does their number */
    {"ok 1 - a\nnot ok 1 - b\n", TAP_OK, 2, "a", NULL, NULL},
    {"not ok 1 - a\nok 1 - b # SKIP c\n", TAP_NOT_OK, 2, "a", NULL, NULL},
    {"noise\nok 1 - a\nmore noise\nok 1 - a\nok 1", TAP_OK, 2, "a", NULL, NULL},
    {"Bail out!\n", TAP_NONE, 0, NULL, NULL, ""},
    {"Bail out! exception 0xC0000005 at 0x10\n", TAP_NONE, 0, NULL, NULL,
     " exception 0xC0000005 at 0x10"},
    {"Bail out! a\nBail out! b\n", TAP_NONE, 0, NULL, NULL, " a"},
    {"ok 1 - a\nBail out! b\n", TAP_OK, 1, "a", NULL, " b"},
    {"Bail out! cut", TAP_NONE, 0, NULL, NULL, NULL},
    /* what stands in the block of a failure is no verdict */
    {"not ok 1 - a\n  ---\nok 1 - b\nBail out!\n  ...\n", TAP_NOT_OK, 1, "a", NULL, NULL},
    {"not ok 1 - a\n  ---\n  x: y\n  ...\nok 1 - b\n", TAP_NOT_OK, 2, "a", NULL, NULL},
    {"  ---\nok 1 - a\n", TAP_OK, 1, "a", NULL, NULL},
};

static void compare(const char *got, const char *want, const char *text)
{
	ck_assert_msg((!got && !want) || (got && want && strcmp(got, want) == 0),
		      "'%s' instead of '%s' in '%s'", got ? got : "nothing",
		      want ? want : "nothing", text);
}

START_TEST(reads)
{
	struct tap tap;

	tap_read(outputs[_i].text, strlen(outputs[_i].text), &tap);
	ck_assert_msg(tap.verdict == outputs[_i].verdict, "verdict of '%s'", outputs[_i].text);
	ck_assert_uint_eq(tap.verdicts, outputs[_i].verdicts);
	compare(tap.title, outputs[_i].title, outputs[_i].text);
	compare(tap.reason, outputs[_i].reason, outputs[_i].text);
	compare(tap.bail, outputs[_i].bail, outputs[_i].text);
	tap_free(&tap);
}
END_TEST

static const struct {
	const char *block; /* behind the verdict */
	const char *name;
	const char *value; /* NULL: none */
} fields[] = {
    {"", "got", NULL},
    {"  ---\n  ...\n", "got", NULL},
    {"  ---\n  got: \"1\"\n  ...\n", "got", "1"},
    {"  ---\r\n  got: \"1\"\r\n  ...\r\n", "got", "1"},
    {"  ---\n  got: \"1\"\n  ...\n", "want", NULL},
    {"  ---\n  got: \"a \\\"b\\\" \\\\ \\x01\\t\"\n  ...\n", "got", "a \"b\" \\ \x01\t"},
    {"  ---\n  got: \"\"\n  ...\n", "got", ""},
    {"  ---\n  got: \"1\"\n  got: \"2\"\n  ...\n", "got", "1"},
    {"  ---\n  got: [1, 2]\n  ...\n", "got", NULL},
    {"  ---\n  got: {a: 1}\n  want: 2\n  ...\n", "want", "2"},
    /* cut, or what only looks like a block */
    {"  ---\n  got: \"1\"\n", "got", "1"},
    {"  ---\n  got: \"1", "got", NULL},
    {"  ---\n  got: \"1\n  ...\n", "got", NULL},
    {"  ---\n  - 1\n  ...\n", "got", NULL},
    {"  ---\n  text\n  ...\n", "got", NULL},
    {"  ---\n  got: &a [*a]\n  ...\n", "got", NULL},
    {"  ---\n  got: *nobody\n  ...\n", "got", NULL},
    {"  ---\n  \xFF: 1\n  got: 1\n  ...\n", "got", NULL},
    {"noise\n  ---\n  got: 1\n  ...\n", "got", "1"},
    {"  ---\n  got: 1\n  ...\n  ---\n  got: 2\n  want: 3\n  ...\n", "want", NULL},
};

START_TEST(reads_fields)
{
	char text[256];
	struct tap tap;
	char *value;
	const int size = snprintf(text, sizeof text, "not ok 1 - a\n%s", fields[_i].block);

	tap_read(text, (size_t)size, &tap);
	value = tap_field(&tap, fields[_i].name);
	compare(value, fields[_i].value, text);
	free(value);
	tap_free(&tap);
}
END_TEST

START_TEST(reads_observations)
{
	static const char text[] = "# observe: heaps = 3\n# observe: order = a = b\r\n"
				   "# observe: heaps = 4\n# observe: nothing\n# observe: x = \n"
				   "# observe: bytes = \xFF\n# observe: cut = 1";
	struct tap tap;

	tap_read(text, sizeof text - 1, &tap);
	ck_assert_uint_eq(json_object_size(tap.observations), 4);
	ck_assert_str_eq(json_string_value(json_object_get(tap.observations, "heaps")), "4");
	ck_assert_str_eq(json_string_value(json_object_get(tap.observations, "order")), "a = b");
	ck_assert_str_eq(json_string_value(json_object_get(tap.observations, "x")), "");
	ck_assert_str_eq(json_string_value(json_object_get(tap.observations, "bytes")),
			 "\xEF\xBF\xBD");
	tap_free(&tap);
}
END_TEST

/* NULs stand in any place: before the verdict, in the block, at the end. */
START_TEST(nuls_are_bytes_like_others)
{
	static const char text[] = "\0\nnot ok 1 - a\n  ---\n  b\0d: 1\n  got: 1\n  ...\n\0";
	struct tap tap;
	char *got;

	tap_read(text, sizeof text - 1, &tap);
	ck_assert_int_eq(tap.verdict, TAP_NOT_OK);
	ck_assert_str_eq(tap.title, "a");
	got = tap_field(&tap, "got");
	ck_assert_ptr_nonnull(got);
	ck_assert_str_eq(got, "1");
	free(got);
	tap_free(&tap);
}
END_TEST

/* Any beginning of an output can be the whole, since processes die where they like. */
START_TEST(any_beginning_can_be_read)
{
	static const char text[] = PLAN "# observe: a = b\nnot ok 1 - title # SKIP x\n"
					"  ---\n  got: \"1\"\n  ...\nBail out! y\n";

	for (size_t size = 0; size < sizeof text; size++) {
		char *copy = malloc(size ? size : 1);
		struct tap tap;

		ck_assert_ptr_nonnull(copy);
		memcpy(copy, text, size);
		tap_read(copy, size, &tap);
		free(tap_field(&tap, "got"));
		tap_free(&tap);
		free(copy);
	}
}
END_TEST

/* `start`, `filler` as often as asked for, `end`. */
static void read_long(struct tap *tap, const char *start, const char *filler, int times,
		      const char *end)
{
	struct text text = {0};

	text_put(&text, start);
	while (times-- > 0)
		text_put(&text, filler);
	text_put(&text, end);
	tap_read(text.bytes, text.size, tap);
	text_free(&text);
}

START_TEST(keeps_a_part_of_what_is_long)
{
	struct tap tap;

	read_long(&tap, "ok 1 - a # SKIP ", "b", 100000, "\n");
	ck_assert_uint_eq(strlen(tap.reason), TAP_TEXT);
	tap_free(&tap);
	read_long(&tap, "Bail out!", " b", 100000, "\n");
	ck_assert_uint_eq(strlen(tap.bail), TAP_TEXT);
	tap_free(&tap);
	read_long(&tap, "# observe: a = ", "b", TAP_OBSERVED, "\n# observe: c = d\n");
	ck_assert_uint_eq(json_object_size(tap.observations), 1);
	ck_assert_str_eq(json_string_value(json_object_get(tap.observations, "c")), "d");
	tap_free(&tap);
	read_long(&tap, "", "# observe: a = 45678\n", 100000, "# observe: c = d\n");
	ck_assert_uint_le(tap.observed, TAP_OBSERVED);
	ck_assert_ptr_null(json_object_get(tap.observations, "c"));
	tap_free(&tap);
}
END_TEST

/* Whole lines, in their order, so that what is kept is still a block. */
START_TEST(keeps_the_start_of_a_long_block)
{
	struct tap tap;
	char *value;

	read_long(&tap, "not ok 1 - a\n  ---\n  got: 1\n  message: \"", "b", 100000,
		  "\"\n  want: 2\n  ...\nnot ok 1 - b\n");
	ck_assert(tap.block_is_cut);
	value = tap_field(&tap, "got");
	ck_assert_str_eq(value, "1");
	free(value);
	ck_assert_ptr_null(tap_field(&tap, "want"));
	ck_assert_uint_eq(tap.verdicts, 2);
	tap_free(&tap);
	read_long(&tap, "not ok 1 - a\n  ---\n", "  - 4567\n", 100000, "  ...\n");
	ck_assert(tap.block_is_cut);
	ck_assert_uint_le(tap.fields.size, TAP_BLOCK);
	ck_assert_uint_gt(tap.fields.size, TAP_BLOCK - 10);
	tap_free(&tap);
}
END_TEST

static const struct {
	const char *line;
	bool own;
} lines[] = {
    {"TAP version 14", true},
    {"1..1", true},
    {"ok 1 - a", true},
    {"not ok 1 - a", true},
    {"  got: 1", true},
    {"# observe: a = b", true},
    {"Bail out! a", true},
    {"wibo: call reached missing import GetProcessHeaps from kernel32", false},
    {"# another comment", false},
    {"", false},
};

START_TEST(knows_the_lines_of_the_kit)
{
	ck_assert_msg(tap_is_own_line(lines[_i].line, strlen(lines[_i].line)) == lines[_i].own,
		      "'%s'", lines[_i].line);
}
END_TEST

Suite *tap_suite(void)
{
	Suite *suite = suite_create("tap");
	TCase *tcase = tcase_create("tap");

	tcase_add_loop_test(tcase, reads, 0, sizeof outputs / sizeof *outputs);
	tcase_add_loop_test(tcase, reads_fields, 0, sizeof fields / sizeof *fields);
	tcase_add_test(tcase, reads_observations);
	tcase_add_test(tcase, nuls_are_bytes_like_others);
	tcase_add_test(tcase, any_beginning_can_be_read);
	tcase_add_test(tcase, keeps_a_part_of_what_is_long);
	tcase_add_test(tcase, keeps_the_start_of_a_long_block);
	tcase_add_loop_test(tcase, knows_the_lines_of_the_kit, 0, sizeof lines / sizeof *lines);
	suite_add_tcase(suite, tcase);
	return suite;
}
