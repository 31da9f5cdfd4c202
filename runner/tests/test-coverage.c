/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include "run-heapkit.h"
#include "scratch.h"

#define ROW(id_, level_, class_, more_)                                                            \
	"- id: " id_ "\n  title: a title\n  level: " level_ "\n  class: " class_                   \
	"\n  subject: platform\n  evidence: documentation only\n" more_

/* The suite of the tests cites GPH-01, GPH-02, GPH-05, GPD-01, REF-01 and REF-02. */
#define CITED                                                                                      \
	ROW("GPH-01", "MUST", "S", "")                                                             \
	ROW("GPH-02", "MUST", "S", "")                                                             \
	ROW("GPH-05", "VARIES", "S", "")                                                           \
	ROW("GPD-01", "WINDOWS", "I", "")                                                          \
	ROW("REF-01", "MUST", "S", "") ROW("REF-02", "MUST", "S", "")

static int coverage(const char *catalogue, const char *word)
{
	scratch_folder("catalogue");
	scratch_text("catalogue/area.yaml", catalogue);
	return HEAPKIT("coverage", "--cases", suite_path(), "--requirements",
		       scratch_path("catalogue"), word);
}

START_TEST(nothing_missing)
{
	ck_assert_int_eq(coverage(CITED ROW("GPH-03", "MUST", "U", "") ROW(
				      "GPH-04", "MUST", "S", "  untestable: nobody can see it\n"),
				  NULL),
			 0);
	ck_assert_str_eq(
	    heapkit_out,
	    "GPD-01  WINDOWS  I  area/second\n"
	    "GPH-01  MUST     S  area/first\n"
	    "GPH-02  MUST     S  area/third\n"
	    "GPH-03  MUST     U  not judged\n"
	    "GPH-04  MUST     S  untestable: nobody can see it\n"
	    "GPH-05  VARIES   S  area/first\n"
	    "REF-01  MUST     S  reference/program\n"
	    "REF-02  MUST     S  reference/program\n"
	    "\n"
	    "6 judged requirements: 5 checked, 1 untestable; 1 others observed; 0 missing or "
	    "wrong\n");
}
END_TEST

static const struct {
	const char *catalogue, *said;
} gaps[] = {
    {CITED ROW("GPH-03", "MUST", "S", ""),
     "GPH-03  MUST     S  NO CASE, and no `untestable` that says why\n"},
    {ROW("GPH-01", "MUST", "X", ""), "GPH-01  MUST     X  area/first: must not be tested\n"},
    {ROW("GPH-01", "MUST", "S", "  untestable: hidden\n"),
     "GPH-01  MUST     S  area/first: is checked, although it says why it cannot be\n"},
    {ROW("GPH-01", "MUST", "S", ""), "GPD-01  is no requirement, but cited by area/second\n"},
};

START_TEST(gaps_are_named)
{
	ck_assert_int_eq(coverage(gaps[_i].catalogue, "--gaps"), 1);
	assert_contains(heapkit_out, gaps[_i].said);
}
END_TEST

START_TEST(for_programs)
{
	ck_assert_int_eq(coverage(CITED, "--json"), 0);
	assert_contains(heapkit_out,
			"{\"id\":\"GPH-05\",\"level\":\"VARIES\",\"class\":\"S\",\"subject\":"
			"\"platform\",\"judged\":false,\"cases\":[\"area/first\"]}\n");
}
END_TEST

START_TEST(only_some)
{
	ck_assert_int_eq(coverage(CITED, "GPD-*"), 0);
	ck_assert_str_eq(heapkit_out, "GPD-01  WINDOWS  I  area/second\n"
				      "\n1 judged requirements: 1 checked, 0 untestable; "
				      "0 others observed; 0 missing or wrong\n");
}
END_TEST

static const struct {
	const char *word, *error;
} mistakes[] = {
    {"HWK-*", "no requirement that cases could check matches \"HWK-*\""},
    {"--all", "there is no option --all; see `heapkit coverage --help`"},
    {"--cases", "--cases needs a value; see `heapkit coverage --help`"},
};

START_TEST(mistakes_are_named)
{
	ck_assert_int_eq(coverage(CITED, mistakes[_i].word), 2);
	assert_one_error(mistakes[_i].error);
}
END_TEST

START_TEST(help)
{
	ck_assert_int_eq(HEAPKIT("coverage", "--help"), 0);
	assert_contains(heapkit_out, "usage: heapkit coverage");
}
END_TEST

Suite *coverage_suite(void)
{
	Suite *suite = suite_create("coverage");
	TCase *tcase = tcase_create("coverage");

	tcase_add_checked_fixture(tcase, heapkit_begin, heapkit_end);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, nothing_missing);
	tcase_add_loop_test(tcase, gaps_are_named, 0, sizeof gaps / sizeof *gaps);
	tcase_add_test(tcase, for_programs);
	tcase_add_test(tcase, only_some);
	tcase_add_loop_test(tcase, mistakes_are_named, 0, sizeof mistakes / sizeof *mistakes);
	tcase_add_test(tcase, help);
	suite_add_tcase(suite, tcase);
	return suite;
}
