/* SPDX-License-Identifier: MIT */
#include "make-results.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "../heapkit/file.h"
#include "scratch.h"

static void add_requirement(json_t *requirements, const char *id, const char *level,
			    const char *subject)
{
	json_object_set_new(requirements, id,
			    json_pack("{s:s, s:s, s:s+, s:s+}", "level", level, "subject", subject,
				      "title", "statement of ", id, "page", "https://page.test/",
				      id));
}

json_t *make_header(void)
{
	json_t *requirements = json_object();

	add_requirement(requirements, "P-01", "MUST", "platform");
	add_requirement(requirements, "P-02", "WINDOWS", "platform");
	add_requirement(requirements, "R-01", "MUST", "program");
	add_requirement(requirements, "S-01", "MUST", "sdk");
	return json_pack(
	    "{s:s, s:i, s:s, s:{s:s, s:s, s:[s]}, s:{s:s, s:i, s:b}, s:s, s:n, s:[], s:o}",
	    "heapkit", "0.1.0", "format", 1, "suite", "0123456789abcdef", "implementation", "name",
	    "wine", "version", "wine-8.0 (Debian)", "command", "wine", "host", "system", "Linux",
	    "cpus", 2, "address_randomisation", 0, "started", "2026-11-22T15:00:00Z", "shard",
	    "notes", "requirements", requirements);
}

json_t *make_case(const char *id, const char *target)
{
	return json_pack("{s:s, s:s, s:s, s:[s], s:s, s:s, s:i, s:n, s:f, s:i, s:n, s:n, s:n, s:n, "
			 "s:{}, s:s, s:s++, s:n}",
			 "case", id, "target", target, "title", "a title", "requirements", "P-01",
			 "outcome", "pass", "expected", "pass", "status", 0, "signal", "seconds",
			 0.25, "attempts", 1, "message", "got", "want", "at", "observations",
			 "output", "", "command", "heapkit run --case ", id, "", "expectation");
}

void make_text(json_t *object, const char *key, const char *text)
{
	ck_assert_int_eq(json_object_set_new(object, key, results_text(text, strlen(text))), 0);
}

void make_ending(json_t *result, const char *outcome, const char *expected, const char *message)
{
	make_text(result, "outcome", outcome);
	make_text(result, "expected", expected);
	make_text(result, "message", message);
	if (strcmp(expected, "pass") != 0)
		json_object_set_new(result, "expectation",
				    json_pack("{s:s, s:s, s:n, s:s}", "reason", "a reason", "url",
					      "https://bug.test/1", "until", "at", "w.yaml:3"));
}

json_t *make_add(struct results *results, json_t *result)
{
	json_array_append_new(results->cases, result);
	return result;
}

json_t *make_footer(const struct results *results)
{
	json_t *footer = results_footer(results);
	json_t *targets = json_object(), *result;
	size_t i;

	json_array_foreach(results->cases, i, result)
	    json_object_set_new(targets, result_text(result, "target"),
				json_pack("{s:b, s:b, s:b, s:n}", "runs", 1, "status_believed", 1,
					  "text_believed", 1, "message"));
	json_object_update_new(footer,
			       json_pack("{s:[], s:[], s:o, s:f, s:b}", "unmatched", "overdue",
					 "targets", targets, "seconds", 1.5, "interrupted", 0));
	return footer;
}

const char *make_file(const struct results *results, const char *name)
{
	const char *path = scratch_path(name);
	struct results_writer writer;
	struct error error;
	const json_t *result;
	size_t i;

	ck_assert_msg(results_open(&writer, path, &error), "%s", error.text);
	results_write(&writer, results->header);
	json_array_foreach(results->cases, i, result) results_write(&writer, result);
	if (results->footer)
		results_write(&writer, results->footer);
	ck_assert_msg(results_close(&writer, &error), "%s", error.text);
	return path;
}

void make_results(struct results *results)
{
	results_begin(results, make_header());
	make_add(results, make_case("area/one", "a-bare"));
	make_ending(make_add(results, make_case("area/one", "b-bare")), "fail", "fail", "why");
	make_ending(make_add(results, make_case("area/two", "a-bare")), "skip", "fail", "not here");
	results->footer = make_footer(results);
}

char *make_contents(const char *path)
{
	struct error error;
	unsigned char *bytes;
	size_t size;

	ck_assert_msg(file_read(path, 1 << 28, &bytes, &size, &error), "%s", error.text);
	return (char *)bytes;
}

char *make_report(const struct results *results, void (*print)(FILE *, const struct results *))
{
	const char *path = scratch_path("report");
	FILE *file = fopen(path, "wb");

	ck_assert_ptr_nonnull(file);
	print(file, results);
	ck_assert_int_eq(fclose(file), 0);
	return make_contents(path);
}

void make_mixture(struct results *results)
{
	json_t *result;

	results_begin(results, make_header());
	json_array_append_new(json_object_get(results->header, "notes"),
			      json_string("a full prefix"));
	make_add(results, make_case("walk/good", "a-bare"));
	make_add(results, make_case("walk/good", "b-bare"));
	for (int i = 0; i < 2; i++) {
		result = make_add(results, make_case("walk/known", i == 0 ? "b-bare" : "a-bare"));
		make_ending(result, "fail", "fail", "stored none");
	}
	for (int i = 0; i < 2; i++) {
		result = make_add(results, make_case("list/bad", i == 0 ? "a-bare" : "b-bare"));
		make_ending(result, "fail", "pass", "one is missing");
		make_text(result, "got", "2");
		make_text(result, "want", "3\nor 4");
		make_text(result, "at", "cases/list/bad.c:14");
	}
	result = make_add(results, make_case("list/fixed", "a-bare"));
	make_ending(result, "pass", "fail", "");
	result = make_add(results, make_case("list/skipped", "a-bare"));
	make_ending(result, "skip", "pass", "no NT heap");
	result = make_add(results, make_case("list/flaky", "b-bare"));
	json_object_set_new(result, "attempts", json_integer(2));
	json_object_set_new(result, "observations", json_pack("{s:s}", "order", "newest first"));
	results->footer = make_footer(results);
	json_array_append_new(
	    json_object_get(results->footer, "unmatched"),
	    json_pack("{s:s, s:s, s:s}", "case", "x/*", "target", "*", "at", "w.yaml:9"));
	json_array_append_new(json_object_get(results->footer, "overdue"),
			      json_pack("{s:s, s:s, s:s}", "case", "walk/known", "until",
					"2026-01-01", "at", "w.yaml:3"));
	json_object_set_new(json_object_get(results->footer, "targets"), "c-bare",
			    json_pack("{s:b, s:b, s:b, s:s}", "runs", 0, "status_believed", 0,
				      "text_believed", 0, "message", "Bad EXE format"));
}

void assert_text(const char *got, const char *want)
{
	size_t same = 0, line = 0;

	while (got[same] && got[same] == want[same]) {
		same++;
		if (got[same - 1] == '\n')
			line = same;
	}
	ck_assert_msg(strcmp(got, want) == 0, "got:  %.*s\nwant: %.*s",
		      (int)strcspn(got + line, "\n"), got + line, (int)strcspn(want + line, "\n"),
		      want + line);
}

void assert_report(const struct results *results, void (*print)(FILE *, const struct results *),
		   const char *want)
{
	char *got = make_report(results, print);

	assert_text(got, want);
	free(got);
}
