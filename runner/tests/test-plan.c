/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../heapkit/glob.h"
#include "../heapkit/plan.h"
#include "make-pe.h"

enum { ROOM = 16 };

static struct program programs[ROOM];
static struct suite suite = {.programs = programs};
static struct plan plan;
static const struct implementation implementation;

static void add(enum program_kind kind, const char *target, const char *id, unsigned rung,
		const char *title)
{
	struct program *program = &programs[suite.count++];

	*program = (struct program){.kind = kind, .id = (char *)id, .rung = rung};
	program->pe.section = make_section("", id, target, "", title);
}

static void add_canaries(const char *target)
{
	add(KIND_CANARY, target, "status-42", 1, "status 42");
	add(KIND_CANARY, target, "status-43", 1, "status 43");
	add(KIND_CANARY, target, "text", 2, "text quince");
}

static bool is_wanted(const struct program *program, const void *data)
{
	return glob_match(data, program->id);
}

static void end(void)
{
	plan_free(&plan);
	suite.count = 0;
}

static void assert_next(const char *target, const char *id)
{
	const struct job *job = plan_next(&plan);

	ck_assert_msg(job != NULL, "nothing instead of %s for %s", id, target);
	ck_assert_str_eq(job->program->id, id);
	ck_assert_str_eq(job->program->pe.section.target, target);
}

/* Takes the next canary and lets it end so. */
static void end_canary(int64_t status, const char *output, const char *errors)
{
	struct job *job = plan_next(&plan);
	const struct ending ending = {.started = true,
				      .status = status,
				      .output = (char *)output,
				      .output_size = strlen(output),
				      .errors = (char *)errors,
				      .errors_size = strlen(errors),
				      .seconds = 0.25};

	ck_assert_ptr_nonnull(job);
	ck_assert_int_eq(job->program->kind, KIND_CANARY);
	plan_canary(job, &ending, &implementation);
}

START_TEST(canaries_then_rungs)
{
	add(KIND_CASE, "a", "x/blocks", 6, "");
	add(KIND_CASE, "a", "x/zero", 3, "");
	add(KIND_PROGRAM, "a", "reference/program", 4, "");
	add(KIND_CASE, "a", "x/list", 4, "");
	add_canaries("a");
	plan_make(&plan, &suite, is_wanted, "*");
	ck_assert_uint_eq(plan.case_count, 4);
	ck_assert_uint_eq(plan.job_count, 7);
	end_canary(42, "", "");
	end_canary(43, "", "");
	/* the third canary is out, and no case may start before it is back */
	{
		struct job *canary = plan_next(&plan);
		const struct ending ending = {.started = true,
					      .output = (char *)"quince",
					      .output_size = 6,
					      .errors = (char *)""};

		ck_assert_ptr_null(plan_next(&plan));
		ck_assert_uint_eq(plan.waiting_count, 4);
		plan_canary(canary, &ending, &implementation);
	}
	assert_next("a", "x/zero");
	assert_next("a", "reference/program");
	assert_next("a", "x/list");
	assert_next("a", "x/blocks");
	ck_assert_ptr_null(plan_next(&plan));
	ck_assert_uint_eq(plan.waiting_count, 0);
}
END_TEST

/* A target whose canaries are back does not wait for another one. */
START_TEST(targets_are_decided_one_by_one)
{
	add_canaries("b");
	add_canaries("a");
	add(KIND_CASE, "a", "x/y", 3, "");
	add(KIND_CASE, "b", "x/y", 3, "");
	plan_make(&plan, &suite, is_wanted, "*");
	ck_assert_uint_eq(plan.target_count, 2);
	for (int i = 0; i < 2; i++) {
		end_canary(42, "", "");
		end_canary(42, "", "");
	}
	/* both text canaries stand on a higher rung: a, then b */
	end_canary(0, "quince", "");
	assert_next("b", "text");
	assert_next("a", "x/y");
	ck_assert_ptr_null(plan_next(&plan));
}
END_TEST

START_TEST(only_what_is_wanted)
{
	add_canaries("a");
	add_canaries("b");
	add(KIND_CASE, "a", "x/y", 3, "");
	add(KIND_CASE, "a", "x/z", 3, "");
	add(KIND_CASE, "b", "x/z", 3, "");
	plan_make(&plan, &suite, is_wanted, "x/y");
	ck_assert_uint_eq(plan.case_count, 1);
	ck_assert_uint_eq(plan.target_count, 1);
	ck_assert_uint_eq(plan.job_count, 4);
	end();
	add_canaries("a");
	plan_make(&plan, &suite, is_wanted, "*");
	ck_assert_uint_eq(plan.case_count, 0);
	ck_assert_uint_eq(plan.job_count, 0);
	ck_assert_ptr_null(plan_next(&plan));
}
END_TEST

START_TEST(job_comes_back_before_all_others)
{
	struct job *first;

	add(KIND_CASE, "a", "x/a", 3, "");
	add(KIND_CASE, "a", "x/b", 3, "");
	plan_make(&plan, &suite, is_wanted, "*");
	first = plan_next(&plan);
	assert_next("a", "x/b");
	plan_again(&plan, first);
	ck_assert_ptr_eq(plan_next(&plan), first);
	ck_assert_ptr_null(plan_next(&plan));
}
END_TEST

/* Somebody's own folder: text may be a verdict, nothing shows that a status is. */
START_TEST(target_without_canaries)
{
	add(KIND_CASE, "a", "x/a", 3, "");
	plan_make(&plan, &suite, is_wanted, "*");
	ck_assert(plan.targets[0].decided && plan.targets[0].runs);
	ck_assert(plan.targets[0].belief.text && !plan.targets[0].belief.status);
	assert_next("a", "x/a");
}
END_TEST

static const struct {
	int64_t first, second; /* statuses */
	const char *output;
	bool status, text;
	const char *message; /* NULL: it runs */
} beliefs[] = {
    {42, 43, "quince\n", true, true, NULL},
    {0, 0, "quince\n", false, true, NULL},
    {42, 43, "", true, false, NULL},
    {42, 42, "quince\n", false, true, NULL},
    {43, 42, "quince\n", false, true, NULL},
    {42, 42, "", false, false, "a canary (status 43) ended with status 42 and no text"},
    {0, 0, "apple\n", false, false, "a canary (status 42) ended with status 0 and no text"},
};

START_TEST(what_canaries_show)
{
	const struct plan_target *target;

	add_canaries("a");
	add(KIND_CASE, "a", "x/a", 3, "");
	plan_make(&plan, &suite, is_wanted, "*");
	target = &plan.targets[0];
	end_canary(beliefs[_i].first, "", "");
	end_canary(beliefs[_i].second, "", "");
	ck_assert(!target->decided);
	end_canary(0, beliefs[_i].output, "");
	ck_assert(target->decided);
	ck_assert_int_eq(target->belief.status, beliefs[_i].status);
	ck_assert_int_eq(target->belief.text, beliefs[_i].text);
	ck_assert_int_eq(target->runs, beliefs[_i].message == NULL);
	ck_assert_double_eq(target->canary_seconds, 0.25);
	ck_assert(!target->belief.noisy);
	if (beliefs[_i].message)
		ck_assert_str_eq(target->message, beliefs[_i].message);
	else
		ck_assert_ptr_null(target->message);
	/* its case comes, so that it can be said why it did not run */
	assert_next("a", "x/a");
}
END_TEST

START_TEST(noise_and_missing_functions)
{
	char *imports[] = {(char *)"ExitProcess", (char *)"WriteFile"};

	add_canaries("a");
	add(KIND_CASE, "a", "x/a", 3, "");
	for (int i = 0; i < 3; i++) {
		programs[i].pe.imports = imports;
		programs[i].pe.import_count = 2;
	}
	plan_make(&plan, &suite, is_wanted, "*");
	end_canary(42, "", "");
	end_canary(43, "", "");
	end_canary(3, "", "no WriteFile\n");
	ck_assert(plan.targets[0].belief.noisy);
	ck_assert_str_eq(plan.targets[0].missing, "WriteFile");
	ck_assert(plan.targets[0].runs);
}
END_TEST

Suite *plan_suite(void)
{
	Suite *checks = suite_create("plan");
	TCase *tcase = tcase_create("plan");

	tcase_add_checked_fixture(tcase, NULL, end);
	tcase_add_test(tcase, canaries_then_rungs);
	tcase_add_test(tcase, targets_are_decided_one_by_one);
	tcase_add_test(tcase, only_what_is_wanted);
	tcase_add_test(tcase, job_comes_back_before_all_others);
	tcase_add_test(tcase, target_without_canaries);
	tcase_add_loop_test(tcase, what_canaries_show, 0, sizeof beliefs / sizeof *beliefs);
	tcase_add_test(tcase, noise_and_missing_functions);
	suite_add_tcase(checks, tcase);
	return checks;
}
