/* SPDX-License-Identifier: MIT */
/* `heapkit judge`: logs of the agent, whole, wrong and cut. */
#include "suites.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../heapkit/agent-log.h"
#include "../heapkit/suite.h"
#include "../heapkit/text.h"
#include "run-heapkit.h"
#include "scratch.h"

/* How the programs of the suite end where all is well. */
struct answer {
	const char *name; /* of the program's file */
	const char *ended, *output;
};
static const struct answer good[] = {
    {"status-42", "0x0000002a", ""},
    {"status-43", "0x0000002b", ""},
    {"text", "0x00000000", "quince\r\n"},
    {"first", "0x00000000", "TAP version 14\n1..1\nok 1 - the first title\n"},
    {"second", "0x00000000", "TAP version 14\r\n1..1\r\nok 1 - the second title\r\n"},
    {"third", "0x00000000", "TAP version 14\n1..1\nok 1 - the third title\n"},
    {"program", "0x00000000", "Process has 1 heaps.\r\nHeap 0 at address: 0x150000.\r\n"},
};

enum { GOOD = sizeof good / sizeof *good, FIRST = 3 };

static struct text text;
static struct suite suite;
static unsigned records;

static uint64_t digest_of(const char *name)
{
	char *path = xformat("/%s.exe", name);
	uint64_t digest = 0xBAD;

	for (size_t i = 0; i < suite.count; i++)
		if (strstr(suite.programs[i].path, path))
			digest = suite.programs[i].digest;
	free(path);
	return digest;
}

static void add_check(size_t begin)
{
	uint32_t check = 2166136261u;

	for (size_t i = begin; i < text.size; i++)
		check = (check ^ (unsigned char)text.bytes[i]) * 16777619u;
	text_printf(&text, "check: %08" PRIx32 "\n", check);
}

static void add_record(const char *name, uint64_t digest, const char *ended, const char *output)
{
	const size_t begin = text.size;

	text_printf(&text,
		    "program: %s\ndigest: %016" PRIx64 "\nlimit: 30000\nended: %s\nattempts: 2\n"
		    "milliseconds: 1500\noutput: %zu\n%s\nerrors: 0\n\n",
		    name, digest, ended, strlen(output), output);
	add_check(begin);
	records++;
}

static void add(const struct answer *answer)
{
	char *name = xformat("%s.exe", answer->name);

	add_record(name, digest_of(answer->name), answer->ended, answer->output);
	free(name);
}

static void begin_log(void)
{
	struct error error;

	suite_free(&suite);
	ck_assert_msg(suite_load(suite_path(), &suite, &error), "%s", error.text);
	records = 0;
	text_clear(&text);
	text_put(&text, "heapkit-agent 1\nsystem: NT 5.1.2600 Service Pack 3\n"
			"started: 2026-11-22T15:00:00Z\n");
}

static void end_log(void)
{
	text_printf(&text, "end: %u\n", records);
}

/* Programs from `from` on that end well, but for one that ends in its own way. */
static void add_all(size_t from, const struct answer *other)
{
	for (size_t i = from; i < GOOD; i++)
		add(other && strcmp(other->name, good[i].name) == 0 ? other : &good[i]);
}

static void make_log(const struct answer *other)
{
	begin_log();
	add_all(0, other);
	end_log();
}

static const char *log_path(void)
{
	return scratch_bytes("agent log", text.bytes, text.size);
}

static int judge_with(const char *option, const char *value)
{
	return HEAPKIT("judge", log_path(), "--cases", suite_path(), "--results", results_path(),
		       option, value);
}

static int judge_it(void)
{
	return judge_with(NULL, NULL);
}

static void begin(void)
{
	heapkit_begin();
	make_log(NULL);
}

static void end(void)
{
	suite_free(&suite);
	text_free(&text);
	heapkit_end();
}

START_TEST(good_log)
{
	const json_t *header, *result;

	ck_assert_int_eq(judge_it(), 0);
	ck_assert_str_eq(heapkit_errors, "");
	ck_assert_uint_eq(json_array_size(read_results()->cases), 4);
	header = read_results()->header;
	ck_assert_str_eq(result_text(json_object_get(header, "implementation"), "name"), "agent");
	ck_assert_str_eq(result_text(json_object_get(header, "implementation"), "version"),
			 "NT 5.1.2600 Service Pack 3");
	ck_assert_str_eq(result_text(json_object_get(header, "host"), "system"),
			 "NT 5.1.2600 Service Pack 3");
	ck_assert_str_eq(result_text(header, "started"), "2026-11-22T15:00:00Z");
	result = find_result("area/first");
	ck_assert_str_eq(result_text(result, "outcome"), "pass");
	ck_assert_int_eq(json_integer_value(json_object_get(result, "attempts")), 2);
	ck_assert(json_number_value(json_object_get(result, "seconds")) == 1.5);
	assert_contains(result_text(result, "command"), "heapkit judge '");
	assert_contains(result_text(result, "command"), "--case area/first --target x86_64-bare");
	ck_assert(json_number_value(json_object_get(read_results()->footer, "seconds")) >= 10.5);
}
END_TEST

static const struct {
	struct answer answer;
	const char *outcome, *message;
} ends[] = {
    {{"first", "timed-out", "ok 1 - the first title\n"}, "timeout", "did not end within 30.0 s"},
    {{"first", "flooded", "y"}, "crash", "printed more than a case may"},
    {{"first", "not-started 193", ""},
     "crash",
     "could not be started: it is no program for this system (error 193)"},
    {{"first", "not-started 4294967295", ""}, "crash", "could not be started: error 4294967295"},
    {{"first", "0xc0000005", ""}, "crash", "ended with status 0xC0000005 without a verdict"},
    {{"first", "0xc0000139", ""}, "unimplemented", "unimplemented: a function it calls"},
    {{"first", "0x80000100",
      "1..1\nBail out! exception 0x80000100 unimplemented GetProcessHeaps\n"},
     "unimplemented",
     "unimplemented: GetProcessHeaps"},
    {{"first", "0x00000001",
      "1..1\nnot ok 1 - the first title\n  ---\n  message: no heap\n  ...\n"},
     "fail",
     "no heap"},
    {{"first", "0x00000001", "1..1\nok 1 - the first title\n"},
     "crash",
     "said ok and then ended with status 1"},
    {{"first", "0x0000004d", "1..1\nok 1 - the first title # SKIP no wind\n"}, "skip", "no wind"},
};

START_TEST(ending)
{
	const json_t *result;
	const bool skips = strcmp(ends[_i].outcome, "skip") == 0;

	make_log(&ends[_i].answer);
	ck_assert_int_eq(judge_it(), skips ? 0 : 1);
	result = find_result("area/first");
	ck_assert_str_eq(result_text(result, "outcome"), ends[_i].outcome);
	ck_assert_str_eq(result_text(result, "message"), ends[_i].message);
	ck_assert_str_eq(result_text(find_result("area/second"), "outcome"), "pass");
}
END_TEST

START_TEST(all_bits_of_a_status)
{
	make_log(&ends[4].answer);
	judge_it();
	ck_assert_int_eq(json_integer_value(json_object_get(find_result("area/first"), "status")),
			 0xC0000005);
}
END_TEST

/* There is no other attempt to wait for. */
START_TEST(heap_of_somebody_else)
{
	static const struct answer answer = {
	    "program", "0x00000001",
	    "Another component created a heap between calls. Please try again.\n"};

	make_log(&answer);
	ck_assert_int_eq(judge_it(), 1);
	ck_assert_str_eq(result_text(find_result("reference/program"), "outcome"), "broken");
	ck_assert_str_eq(result_text(find_result("reference/program"), "message"),
			 "a heap of somebody else appeared while it ran");
}
END_TEST

START_TEST(targets_that_cannot_run)
{
	begin_log();
	for (size_t i = 0; i < GOOD; i++)
		add(&(struct answer){good[i].name, "not-started 193", ""});
	end_log();
	ck_assert_int_eq(judge_it(), 3);
	assert_contains(heapkit_errors, "agent cannot run any program of the kit");
	assert_contains(heapkit_errors, "x86_64-bare: its canaries could not be started: it is no "
					"program for this system (error 193)");
}
END_TEST

START_TEST(expectations)
{
	const char *known = scratch_text(
	    "known.yaml", "- case: area/first\n  expect: timeout\n  reason: \"it sleeps\"\n");

	make_log(&ends[0].answer);
	ck_assert_int_eq(judge_with("--expect", known), 0);
	ck_assert_int_eq(judge_with("--ignore-expectations", NULL), 1);
	ck_assert_int_eq(judge_with("--write-expectations", scratch_path("draft.yaml")), 1);
	ck_assert_int_eq(judge_with("--expect", scratch_path("draft.yaml")), 0);
	make_log(NULL);
	ck_assert_int_eq(judge_with("--expect", known), 1);
	assert_contains(heapkit_out, "FIXED  area/first");
}
END_TEST

START_TEST(name_and_version)
{
	const json_t *implementation;

	ck_assert_int_eq(HEAPKIT("judge", "--name", "reactos", "--version", "0.4.15", "--results",
				 results_path(), "--cases", suite_path(), log_path()),
			 0);
	implementation = json_object_get(read_results()->header, "implementation");
	ck_assert_str_eq(result_text(implementation, "name"), "reactos");
	ck_assert_str_eq(result_text(implementation, "version"), "0.4.15");
	assert_contains(result_text(find_result("area/first"), "command"),
			"--name reactos --version 0.4.15");
	assert_contains(heapkit_out, "reactos 0.4.15");
}
END_TEST

START_TEST(program_of_nobody)
{
	begin_log();
	add_all(0, NULL);
	add_record("old\\fourth.exe", 4, "0x00000000", "");
	end_log();
	ck_assert_int_eq(judge_it(), 0);
	assert_contains(heapkit_out, "1 program of the log is not in the suite, so it is not "
				     "judged: old/fourth.exe\n");
	ck_assert_uint_eq(json_array_size(read_results()->cases), 4);
}
END_TEST

START_TEST(program_without_record)
{
	begin_log();
	for (size_t i = 0; i < GOOD; i++)
		if (i != FIRST && i != FIRST + 1)
			add(&good[i]);
	end_log();
	ck_assert_int_eq(judge_it(), 0);
	assert_contains(heapkit_out, "2 programs of the suite are not in the log, so they are not "
				     "judged: ");
	ck_assert_uint_eq(json_array_size(read_results()->cases), 2);
	ck_assert_int_eq(judge_with("--case", "area/third"), 0);
	ck_assert_ptr_null(strstr(heapkit_out, "not judged"));
	ck_assert_int_eq(judge_with("--case", "area/first"), 2);
	assert_one_error("none of its programs is a case");
}
END_TEST

START_TEST(canary_without_record)
{
	begin_log();
	add_all(1, NULL);
	end_log();
	ck_assert_int_eq(judge_it(), 2);
	assert_one_error("lacks the canary ");
	assert_contains(heapkit_errors, "status-42.exe");
}
END_TEST

/* A file system may have changed the case of a name; a copy of another build is found all the same,
 * unless nobody asked for it. */
START_TEST(stale_copy)
{
	begin_log();
	add_all(0, &(struct answer){"second", "0x00000000", ""});
	add_record("FIRST.EXE", 1, "0x00000000", "");
	end_log();
	ck_assert_int_eq(judge_it(), 2);
	assert_one_error("record 8 (FIRST.EXE): its digest 0000000000000001 is not ");
	assert_contains(heapkit_errors, "suite/first.exe");
	ck_assert_int_eq(judge_with("--case", "area/third"), 0);
}
END_TEST

START_TEST(program_twice)
{
	begin_log();
	add_all(0, NULL);
	add(&good[FIRST]);
	end_log();
	ck_assert_int_eq(judge_it(), 2);
	assert_one_error("record 8 (first.exe): its program is in record 4 as well");
}
END_TEST

static bool reads(size_t size, struct error *error)
{
	const char *path = scratch_bytes("part", text.bytes, size);
	struct agent_log log;
	const bool read = agent_log_read(path, &log, error);

	agent_log_free(&log);
	if (!read)
		ck_assert_msg(strncmp(error->text, path, strlen(path)) == 0, "%s", error->text);
	return read;
}

static void make_small_log(void)
{
	begin_log();
	add(&good[0]);
	add(&good[FIRST]);
	end_log();
}

START_TEST(cut_at_every_byte)
{
	struct error error;
	char *where;

	make_small_log();
	ck_assert(reads(text.size, &error));
	for (size_t size = 0; size < text.size; size++) {
		ck_assert_msg(!reads(size, &error), "%zu bytes are a log", size);
		where = xformat(": byte %zu", size);
		assert_contains(error.text, where);
		assert_contains(error.text, size ? "the log ends here, it is cut" : "empty");
		free(where);
	}
}
END_TEST

/* What comes before the first record is a heading that nothing depends on. */
START_TEST(every_byte_changed)
{
	struct error error;

	make_small_log();
	for (size_t i = (size_t)(strstr(text.bytes, "program: ") - text.bytes); i < text.size;
	     i++) {
		for (unsigned char bit = 1; bit; bit = (unsigned char)(bit << 1)) {
			text.bytes[i] = (char)(text.bytes[i] ^ bit);
			ck_assert_msg(!reads(text.size, &error), "byte %zu of '%s'", i, text.bytes);
			assert_contains(error.text, ": byte ");
			text.bytes[i] = (char)(text.bytes[i] ^ bit);
		}
	}
}
END_TEST

START_TEST(bad_log_of_the_command)
{
	scratch_text("results.jsonl", "of another run\n");
	strstr(text.bytes, "ok 1 - the first")[0] = 'O';
	ck_assert_int_eq(judge_it(), 2);
	assert_one_error("record 4 (first.exe): the check sum is ");
	text.size -= 4;
	text.bytes[text.size] = '\0';
	strstr(text.bytes, "Ok 1 - the first")[0] = 'o';
	ck_assert_int_eq(judge_it(), 2);
	assert_one_error("the log ends here, it is cut");
	assert_file("results.jsonl", "of another run\n");
	ck_assert_str_eq(heapkit_out, "");
}
END_TEST

/* Texts of which one is replaced by another, and what the error says. */
static const struct {
	const char *from, *to, *error;
} changes[] = {
    {"heapkit-agent 1\n", "TAP version 14\n", ": byte 0: is no log of the agent"},
    {"heapkit-agent 1\n", "heapkit-agent 2\n", "is a log of format 2"},
    {"heapkit-agent 1\n", "heapkit-agent x\n", "is no number"},
    {"heapkit-agent 1\n", "heapkit-agent 1\r\n", "ends with CR LF"},
    {"heapkit-agent 1\n", "\xFF\xFEh", "is UTF-16"},
    {"system: NT", "system: \x1BNT", ": byte 16: the line is no text"},
    {"started: ", "begun: ", "there is no line \"started\""},
    {"end: 7\n", "end: 6\n", "the end speaks of 6 programs, not of 7"},
    {"end: 7\n", "end: 7\nend: 7\n", "something follows behind the end"},
    {"end: 7\n", "end: 99999999999\n", "is no number"},
    {"limit: 30000", "limit: 4294967296", "record 1 (status-42.exe): \"limit: 4294967296\""},
    {"ended: 0x0000002a", "ended: 0x2a", "\"ended: 0x2a\" is no end of a program"},
    {"output: 0\n", "output: 4\n", "there is no end of the 4 bytes of output"},
    {"output: 0\n", "output: 99999\n", "the log ends here, it is cut"},
    {"\ncheck: ", "\nsum: ", "there is no line \"check\""},
};

START_TEST(change)
{
	const char *place = strstr(text.bytes, changes[_i].from);
	struct text changed = {0};

	ck_assert_ptr_nonnull(place);
	text_add(&changed, text.bytes, (size_t)(place - text.bytes));
	text_put(&changed, changes[_i].to);
	text_put(&changed, place + strlen(changes[_i].from));
	text_free(&text);
	text = changed;
	ck_assert_int_eq(judge_it(), 2);
	assert_one_error(changes[_i].error);
}
END_TEST

/* An output of any bytes: lengths frame it, no line does. */
START_TEST(output_like_a_log)
{
	static const struct answer answer = {"first", "0x00000000",
					     "TAP version 14\n1..1\nend: 7\n\nprogram: x\n"
					     "ok 1 - the first title"
					     "\n\nerrors: 0\n\ncheck: 00000000\n"};

	make_log(&answer);
	judge_it();
	assert_contains(result_text(find_result("area/first"), "output"), "program: x\n");
	ck_assert_uint_eq(json_array_size(read_results()->cases), 4);
}
END_TEST

START_TEST(misuse)
{
	const char *path = log_path();

	ck_assert_int_eq(HEAPKIT("judge"), 2);
	assert_one_error("there is no LOG");
	ck_assert_int_eq(HEAPKIT("judge", path, path), 2);
	assert_one_error("is a second log");
	ck_assert_int_eq(HEAPKIT("judge", path, "--on", "wine"), 2);
	assert_one_error("there is no option --on");
	ck_assert_int_eq(HEAPKIT("judge", "-x", path), 2);
	assert_one_error("there is no option -x");
	ck_assert_int_eq(HEAPKIT("judge", path, "--name"), 2);
	assert_one_error("--name needs a value");
	ck_assert_int_eq(HEAPKIT("judge", path, "--name", ""), 2);
	assert_one_error("--name takes the name of a system");
	ck_assert_int_eq(HEAPKIT("judge", path, "--expect", "x", "--ignore-expectations"), 2);
	assert_one_error("exclude each other");
	ck_assert_int_eq(HEAPKIT("judge", "/nowhere/log"), 2);
	assert_one_error("/nowhere/log: cannot be read");
	ck_assert_int_eq(judge_with("--results", "/nowhere/results"), 2);
	assert_one_error("/nowhere/results");
	ck_assert_int_eq(HEAPKIT("judge", "--help"), 0);
	assert_contains(heapkit_out, "usage: heapkit judge LOG");
}
END_TEST

Suite *judge_log_suite(void)
{
	Suite *result = suite_create("judge-log");
	TCase *tcase = tcase_create("judge-log");

	tcase_add_checked_fixture(tcase, begin, end);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, good_log);
	tcase_add_loop_test(tcase, ending, 0, sizeof ends / sizeof *ends);
	tcase_add_test(tcase, all_bits_of_a_status);
	tcase_add_test(tcase, heap_of_somebody_else);
	tcase_add_test(tcase, targets_that_cannot_run);
	tcase_add_test(tcase, expectations);
	tcase_add_test(tcase, name_and_version);
	tcase_add_test(tcase, program_of_nobody);
	tcase_add_test(tcase, program_without_record);
	tcase_add_test(tcase, canary_without_record);
	tcase_add_test(tcase, stale_copy);
	tcase_add_test(tcase, program_twice);
	tcase_add_test(tcase, cut_at_every_byte);
	tcase_add_test(tcase, every_byte_changed);
	tcase_add_test(tcase, bad_log_of_the_command);
	tcase_add_loop_test(tcase, change, 0, sizeof changes / sizeof *changes);
	tcase_add_test(tcase, output_like_a_log);
	tcase_add_test(tcase, misuse);
	suite_add_tcase(result, tcase);
	return result;
}
