/* SPDX-License-Identifier: MIT */
/* Bad files of every kind: each is refused with one line that names file, line, mistake and remedy.
 */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../heapkit/yaml-file.h"
#include "scratch.h"

struct pair {
	char *name;
	char *value;
};

struct thing {
	char *name;
	char **words;
	unsigned words_count;
	struct pair *pairs;
	unsigned pairs_count;
	unsigned number;
};

/* clang-format off */
static const cyaml_schema_value_t word = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, CYAML_UNLIMITED),
};
static const cyaml_schema_field_t pair_fields[] = {
	CYAML_FIELD_STRING_PTR("name", CYAML_FLAG_POINTER, struct pair, name, 1, CYAML_UNLIMITED),
	CYAML_FIELD_STRING_PTR("value", CYAML_FLAG_POINTER, struct pair, value, 0, CYAML_UNLIMITED),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t pair = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct pair, pair_fields),
};
static const cyaml_schema_field_t fields[] = {
	CYAML_FIELD_STRING_PTR("name", CYAML_FLAG_POINTER, struct thing, name, 1, CYAML_UNLIMITED),
	CYAML_FIELD_SEQUENCE("words", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct thing, words,
	                     &word, 1, CYAML_UNLIMITED),
	CYAML_FIELD_SEQUENCE("pairs", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct thing, pairs,
	                     &pair, 1, CYAML_UNLIMITED),
	CYAML_FIELD_UINT("number", CYAML_FLAG_OPTIONAL, struct thing, number),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t one = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct thing, fields),
};
static const cyaml_schema_value_t entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct thing, fields),
};
static const cyaml_schema_value_t many = {
	CYAML_VALUE_SEQUENCE(CYAML_FLAG_POINTER, struct thing, &entry, 0, CYAML_UNLIMITED),
};
/* clang-format on */

static void free_things(struct thing *things, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		free(things[i].name);
		for (unsigned k = 0; k < things[i].words_count; k++)
			free(things[i].words[k]);
		free(things[i].words);
		for (unsigned k = 0; k < things[i].pairs_count; k++) {
			free(things[i].pairs[k].name);
			free(things[i].pairs[k].value);
		}
		free(things[i].pairs);
	}
	free(things);
}

static void assert_refused(const char *path, const cyaml_schema_value_t *schema, const char *want)
{
	struct yaml_file file;
	struct error error;
	const char *name;

	ck_assert_msg(!yaml_file_load(path, schema, &file, &error), "accepted, wanted: %s", want);
	name = strstr(error.text, "a.yaml");
	ck_assert_msg(name == error.text + strlen(path) - strlen("a.yaml"), "%s", error.text);
	ck_assert_msg(strncmp(name, want, strlen(want)) == 0, "got:  %s\nwant: %s", name, want);
	ck_assert_msg(strstr(name, "; ") && !strchr(name, '\n'), "%s", name);
}

static const struct {
	const char *text, *want;
} bad_ones[] = {
    {"", "a.yaml:1: there is nothing in it; write its keys"},
    {"# only a comment\n", "a.yaml:1: there is nothing in it"},
    {"---\n", "a.yaml:1: there is nothing in it"},
    {"---\n...\n", "a.yaml:1: there is nothing in it"},
    {"text", "a.yaml:1: the file is a text; write keys and values: {key: value}"},
    {"- name: a\n", "a.yaml:1: the file is a list; write keys and values"},
    {"number: 3\n", "a.yaml:1: the key 'name' is missing; add it"},
    {"{}", "a.yaml:1: the key 'name' is missing; add it"},
    {"name: a\nbogus: 3\n",
     "a.yaml:2: the key 'bogus' is unknown; there are: name, words, pairs, number"},
    {"name: a\nName: b\n", "a.yaml:2: the key 'Name' is unknown"},
    {"name: a\npairs:\n  - name: a\n    value: b\n    velue: c\n",
     "a.yaml:5: the key 'velue' is unknown; there are: name, value"},
    {"name: a\npairs: [{name: a, value: b}]\nvalue: b\n", "a.yaml:3: the key 'value' is unknown"},
    {"name: a\nnumber: 1\nname: b\n",
     "a.yaml:3: the key 'name' stands there twice, first in line 1; take one out"},
    {"name: a\npairs:\n  - name: a\n    value: b\n  - name: b\n    value: c\n    name: d\n",
     "a.yaml:7: the key 'name' stands there twice, first in line 5"},
    {"bogus: 1\nbogus: 1\n", "a.yaml:2: the key 'bogus' stands there twice"},
    {"name: a\nwords: b\n", "a.yaml:2: 'words' is a text; write a list: [a, b]"},
    {"name: a\nwords:\n", "a.yaml:2: 'words' is a text; write a list: [a, b]"},
    {"name: a\nwords: {b: c}\n", "a.yaml:2: 'words' is keys and values; write a list: [a, b]"},
    {"name: a\nwords: []\n", "a.yaml:2: 'words' is empty; write something or take it out"},
    {"name: a\nwords: [a, [b]]\n", "a.yaml:2: an entry of 'words' is a list; write a text"},
    {"name: a\nwords:\n  - a\n  - ''\n", "a.yaml:4: 'words' is empty; write something"},
    {"name: a\npairs: [a]\n",
     "a.yaml:2: an entry of 'pairs' is a text; write keys and values: {key: value}"},
    {"name: a\npairs:\n  - name: b\n", "a.yaml:3: the key 'value' is missing; add it"},
    {"name: [a]\n", "a.yaml:1: 'name' is a list; write a text"},
    {"name: ''\n", "a.yaml:1: 'name' is empty; write something or take it out"},
    {"name:\nnumber: 1\n", "a.yaml:1: 'name' is empty"},
    {"name: a\nnumber: many\n", "a.yaml:2: 'number' cannot be 'many'; write a whole number"},
    {"name: a\nnumber: -1\n", "a.yaml:2: 'number' cannot be '-1'; write a whole number"},
    {"name: a\nnumber: 99999999999999999999\n", "a.yaml:2: 'number' cannot be '9999"},
    {"name: a\nnumber: [1]\n", "a.yaml:2: 'number' is a list; write a whole number"},
    {"name: &a b\nwords: [*a]\n", "a.yaml:2: aliases are not understood here; write the value"},
    {"name: a\n<<: {number: 3}\n", "a.yaml:2: the key '<<' is unknown"},
    {"name: a\n---\nname: b\n", "a.yaml:2: a second document begins; put it into"},
    {"? [a]\n: b\n", "a.yaml:1: a key must be a text; write it as key: value"},
    {"name: \"a\\0b\"\n", "a.yaml:1: the text contains a control character; take it out"},
    {"name: a\nwords: [\"\\e[31m\"]\n", "a.yaml:2: the text contains a control character"},
    {"name: \"a\\x9Bb\"\n", "a.yaml:1: the text contains a control character"},
    {"name: a\nwords: [[[[[[[[[[[a]]]]]]]]]]]\n", "a.yaml:2: this is nested too deep; correct it"},
    {"name: a\n\tnumber: 1\n", "a.yaml:2: this is no YAML: "},
    {"name: a\nwords: [a, b\nnumber: 1\n", "a.yaml:3: this is no YAML: "},
    {"name: 'a\nnumber: 1\n\n",
     "a.yaml:4: this is no YAML: found unexpected end of stream, while scanning a quoted scalar "
     "that began in line 1; correct it"},
    {"name: a: b\n", "a.yaml:1: this is no YAML: mapping values are not allowed in this context"},
    {"name: a\nwords: [\x01]\n", "a.yaml:2: this is no YAML: control characters are not allowed"},
    {"name: a\n\xFF\xFE\n", "a.yaml:2: this is no YAML: "},
    {"\x7F"
     "ELF\x02\x01\x01",
     "a.yaml:1: this is no YAML: "},
    {"a01234567890123456789012345678901234567890123456789012345678901234567890: b\n",
     "a.yaml:1: the key is longer than any that there is"},
};

START_TEST(bad_mapping)
{
	assert_refused(scratch_text("a.yaml", bad_ones[_i].text), &one, bad_ones[_i].want);
}
END_TEST

static const struct {
	const char *text, *want;
} bad_lists[] = {
    {"", "a.yaml:1: there is nothing in it; write [] where there is nothing to list"},
    {"name: a\n", "a.yaml:1: the file is keys and values; write a list: [a, b]"},
    {"text\n", "a.yaml:1: the file is a text; write a list: [a, b]"},
    {"- name: a\n- b\n", "a.yaml:2: an entry is a text; write keys and values: {key: value}"},
    {"- name: a\n-\n- name: c\n", "a.yaml:2: an entry is a text"},
    {"- name: a\n- [a]\n", "a.yaml:2: an entry is a list; write keys and values"},
    {"- name: a\n- number: 1\n  words: [a]\n", "a.yaml:2: the key 'name' is missing; add it"},
    {"- name: a\n- name: b\n  nam: c\n", "a.yaml:3: the key 'nam' is unknown"},
    {"- name: a\n- name: b\n  number: 1\n  name: c\n",
     "a.yaml:4: the key 'name' stands there twice, first in line 2"},
    {"- name: a\n- name: b\n  words: c\n", "a.yaml:3: 'words' is a text; write a list: [a, b]"},
};

START_TEST(bad_list)
{
	assert_refused(scratch_text("a.yaml", bad_lists[_i].text), &many, bad_lists[_i].want);
}
END_TEST

START_TEST(good_mapping)
{
	struct yaml_file file;
	struct error error;
	const struct thing *thing;

	ck_assert_msg(yaml_file_load(scratch_text("a.yaml", "\xEF\xBB\xBF# comment\r\n"
							    "pairs:\r\n"
							    "  - {name: x, value: ''}\r\n"
							    "name: >\r\n"
							    "  a\r\n"
							    "  b\r\n"
							    "words: ['- #', \"{exe}\"]\r\n"),
				     &one, &file, &error),
		      "%s", error.text);
	thing = file.data;
	yaml_one_line(thing->name);
	ck_assert_str_eq(thing->name, "a b");
	ck_assert_uint_eq(thing->words_count, 2);
	ck_assert_str_eq(thing->words[0], "- #");
	ck_assert_str_eq(thing->pairs[0].value, "");
	ck_assert_uint_eq(yaml_file_line(&file, 0, "name"), 4);
	ck_assert_uint_eq(yaml_file_line(&file, 0, "words"), 7);
	ck_assert_uint_eq(yaml_file_line(&file, 0, "number"), 1);
	ck_assert(yaml_file_has(&file, 0, "pairs"));
	ck_assert(!yaml_file_has(&file, 0, "value"));
	ck_assert(!yaml_file_error(&file, 0, "pairs", &error, "the %s; do", "mistake"));
	ck_assert_ptr_nonnull(strstr(error.text, "a.yaml:2: the mistake; do"));
	free_things(file.data, 1);
	yaml_file_end(&file);
}
END_TEST

START_TEST(good_list)
{
	struct yaml_file file;
	struct error error;

	ck_assert_msg(yaml_file_load(scratch_text("a.yaml", "\n- name: a\n  words:\n    - x\n"
							    "\n-\n  number: 1\n  name: b\n"
							    "- {name: c, number: 0x10}\n"
							    "- pairs:\n"
							    "    - {name: x, value: y}\n"
							    "  name: d\n"),
				     &many, &file, &error),
		      "%s", error.text);
	ck_assert_uint_eq(file.count, 4);
	ck_assert_uint_eq(((struct thing *)file.data)[2].number, 16);
	ck_assert_uint_eq(yaml_file_line(&file, 0, NULL), 2);
	ck_assert_uint_eq(yaml_file_line(&file, 0, "words"), 3);
	ck_assert_uint_eq(yaml_file_line(&file, 1, "name"), 8);
	ck_assert_uint_eq(yaml_file_line(&file, 2, "number"), 9);
	ck_assert_uint_eq(yaml_file_line(&file, 2, "words"), 9);
	ck_assert_uint_eq(yaml_file_line(&file, 3, "name"), 12);
	free_things(file.data, file.count);
	yaml_file_end(&file);

	ck_assert_msg(yaml_file_load(scratch_text("b.yaml", "[]"), &many, &file, &error), "%s",
		      error.text);
	ck_assert_uint_eq(file.count, 0);
	free(file.data);
	yaml_file_end(&file);
}
END_TEST

static const char *const lines[][2] = {
    {"", ""}, {"a", "a"}, {" a\n", "a"}, {"a\n\n  b\tc \n", "a b c"}, {"\n", ""},
};

START_TEST(one_line)
{
	char text[32];

	strcpy(text, lines[_i][0]);
	yaml_one_line(text);
	ck_assert_str_eq(text, lines[_i][1]);
	yaml_one_line(NULL);
}
END_TEST

START_TEST(no_files)
{
	struct yaml_file file;
	struct error error;

	ck_assert(!yaml_file_load(scratch_path("a.yaml"), &one, &file, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "a.yaml: cannot be read: no such file or"));
	ck_assert(!yaml_file_load(scratch_folder("b.yaml"), &one, &file, &error));
	ck_assert_ptr_nonnull(strstr(error.text, "b.yaml: is a folder; give a file"));
}
END_TEST

/* Each would take very long, or very much memory, were it not bounded. */
START_TEST(bombs)
{
	const size_t size = 1000000;
	char *text = malloc(2 * size);
	int at = 0;

	memset(text, '[', size);
	assert_refused(scratch_bytes("a.yaml", text, size), &many, "a.yaml:1: this is nested");
	memset(text, '\n', size);
	assert_refused(scratch_bytes("a.yaml", text, size), &many, "a.yaml:1: there is nothing");
	memset(text, 'a', 2 * size);
	assert_refused(scratch_bytes("a.yaml", text, 2 * size), &many,
		       "a.yaml: is larger than 1024 KB; give");
	text[0] = '-';
	text[1] = ' ';
	assert_refused(scratch_bytes("a.yaml", text, size), &many, "a.yaml:1: an entry is a text");
	for (int i = 0; i < 80000; i++)
		at += sprintf(text + at, "k%07d: v\n", i);
	assert_refused(scratch_text("a.yaml", text), &one, "a.yaml:65: there are too many");
	/* libcyaml grows a list entry by entry, which the sanitizer makes slow */
	at = 0;
	for (int i = 0; i < 5000; i++)
		at += sprintf(text + at, "- {name: a}\n");
	sprintf(text + at, "- b\n");
	assert_refused(scratch_text("a.yaml", text), &many, "a.yaml:5001: an entry is");
	free(text);
}
END_TEST

/* Whatever it is, it is accepted or refused: nothing is leaked, nothing read that is not there. */
START_TEST(damaged)
{
	static const char good[] = "- name: \"a\\x41\"\n  words: [a, 'b', c]\n  number: 7\n"
				   "- {name: b, pairs: [{name: x, value: y}]}\n";
	static const char with[] = "\"'[]{}:,-#&*!|>%@`\n\t \\?~\xC3\x01";
	char text[sizeof good];
	uint32_t random = 7;

	for (int round = 0; round < 2000; round++) {
		struct yaml_file file;
		struct error error = {""};

		memcpy(text, good, sizeof good);
		for (int i = 0; i < 1 + round % 3; i++) {
			random = random * 1664525 + 1013904223;
			text[(random >> 8) % (sizeof good - 1)] =
			    with[(random >> 20) % (sizeof with - 1)];
		}
		if (yaml_file_load(scratch_text("a.yaml", text), &many, &file, &error)) {
			free_things(file.data, file.count);
			yaml_file_end(&file);
		} else if (!strstr(error.text, "a.yaml:") || !strstr(error.text, "; ")) {
			ck_abort_msg("%s", error.text);
		}
	}
}
END_TEST

Suite *yaml_file_suite(void)
{
	Suite *suite = suite_create("yaml-file");
	TCase *tcase = tcase_create("yaml-file");

	tcase_add_checked_fixture(tcase, scratch_begin, scratch_end);
	tcase_add_loop_test(tcase, bad_mapping, 0, sizeof bad_ones / sizeof *bad_ones);
	tcase_add_loop_test(tcase, bad_list, 0, sizeof bad_lists / sizeof *bad_lists);
	tcase_add_loop_test(tcase, one_line, 0, sizeof lines / sizeof *lines);
	tcase_add_test(tcase, good_mapping);
	tcase_add_test(tcase, good_list);
	tcase_add_test(tcase, no_files);
	tcase_add_test(tcase, bombs);
	tcase_add_test(tcase, damaged);
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	return suite;
}
