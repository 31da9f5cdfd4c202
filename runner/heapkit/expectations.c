/* SPDX-License-Identifier: MIT */
#include "expectations.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "glob.h"
#include "version.h"
#include "yaml-file.h"

/* clang-format off */
static const cyaml_strval_t outcomes[] = {
	{"fail", OUTCOME_FAIL},
	{"broken", OUTCOME_BROKEN},
	{"unimplemented", OUTCOME_UNIMPLEMENTED},
	{"crash", OUTCOME_CRASH},
	{"timeout", OUTCOME_TIMEOUT},
};

#define TEXT(key_, flags_, member_) \
	CYAML_FIELD_STRING_PTR(key_, flags_, struct expectation, member_, 1, CYAML_UNLIMITED)
#define OPTIONAL (CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL)

static const cyaml_schema_field_t fields[] = {
	TEXT("case", CYAML_FLAG_POINTER, case_glob),
	TEXT("target", OPTIONAL, target_glob),
	TEXT("version", OPTIONAL, version),
	CYAML_FIELD_ENUM("expect", CYAML_FLAG_STRICT, struct expectation, expect, outcomes,
	                 sizeof outcomes / sizeof *outcomes),
	TEXT("reason", CYAML_FLAG_POINTER, reason),
	TEXT("url", OPTIONAL, url),
	TEXT("until", OPTIONAL, until),
	CYAML_FIELD_END
};

static const cyaml_schema_value_t entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct expectation, fields),
};

static const cyaml_schema_value_t schema = {
	CYAML_VALUE_SEQUENCE(CYAML_FLAG_POINTER, struct expectation, &entry, 0, CYAML_UNLIMITED),
};
/* clang-format on */

/* The number that two digits make, or -1. */
static int two_digits(const char *text)
{
	static const char digits[] = "0123456789";

	return strspn(text, digits) >= 2 ? (text[0] - '0') * 10 + text[1] - '0' : -1;
}

/* A year and more behind a dash: meant as a date, be it a good one or not. */
static bool looks_like_date(const char *text)
{
	return two_digits(text) >= 0 && two_digits(text + 2) >= 0 && strspn(text + 4, "-/") == 1;
}

static bool is_date(const char *text)
{
	static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int year, month, day;

	if (strlen(text) != strlen("2027-01-31") || text[4] != '-' || text[7] != '-' ||
	    !looks_like_date(text))
		return false;
	year = two_digits(text) * 100 + two_digits(text + 2);
	month = two_digits(text + 5);
	day = two_digits(text + 8);
	if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
		return false;
	return month != 2 || day < 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

static bool check_until(const struct yaml_file *file, unsigned i, const char *until,
			struct error *error)
{
	struct error ignored;

	if (!until || is_date(until))
		return true;
	if (looks_like_date(until))
		return yaml_file_error(file, i, "until", error,
				       "'%s' is no date; write one like 2027-01-31", until);
	if (strpbrk(until, "<>= \t\n") || !version_check_range(until, &ignored))
		return yaml_file_error(file, i, "until", error,
				       "'%s' is neither a version nor a date; write \"12.0\" or "
				       "2027-01-31",
				       until);
	return true;
}

static bool check_entry(const struct yaml_file *file, unsigned i,
			const struct expectation *expectation, struct error *error)
{
	struct error range;

	if (!version_check_range(expectation->version, &range))
		return yaml_file_error(file, i, "version", error, "%s", range.text);
	if (expectation->url && strncmp(expectation->url, "https://", 8) != 0 &&
	    strncmp(expectation->url, "http://", 7) != 0)
		return yaml_file_error(file, i, "url", error, "'%s' is no address; write https://…",
				       expectation->url);
	return check_until(file, i, expectation->until, error);
}

/* `seen` maps what an entry is about to its line. */
static bool check_once(const struct yaml_file *file, unsigned i,
		       const struct expectation *expectation, json_t *seen, struct error *error)
{
	/* The file has no control characters. */
	char *about = xformat("%s\1%s\1%s", expectation->case_glob, expectation->target_glob,
			      expectation->version);
	const json_t *line = json_object_get(seen, about);

	if (!line)
		json_object_set_new(seen, about, json_integer((json_int_t)expectation->line));
	free(about);
	return !line ||
	       yaml_file_error(file, i, "case", error,
			       "'%s' stands there twice for the same target and version, first in "
			       "line %u; take one out",
			       expectation->case_glob, (unsigned)json_integer_value(line));
}

/* Fills in what is absent and checks what a schema cannot. */
static bool finish(const struct yaml_file *file, struct expectations *expectations, json_t *seen,
		   struct error *error)
{
	for (unsigned i = 0; i < expectations->count; i++) {
		struct expectation *expectation = &expectations->entries[i];

		if (!expectation->target_glob)
			expectation->target_glob = xstrdup("*");
		if (!expectation->version)
			expectation->version = xstrdup("");
		yaml_one_line(expectation->reason);
		expectation->line = yaml_file_line(file, i, NULL);
		if (!check_entry(file, i, expectation, error) ||
		    !check_once(file, i, expectation, seen, error))
			return false;
	}
	return true;
}

/* Ends the file. */
static bool take(struct yaml_file *file, struct expectations *expectations, struct error *error)
{
	json_t *seen = json_object();
	bool good;

	expectations->path = xstrdup(file->path);
	expectations->entries = file->data;
	expectations->count = file->count;
	good = finish(file, expectations, seen, error);
	json_decref(seen);
	yaml_file_end(file);
	if (!good)
		expectations_free(expectations);
	return good;
}

bool expectations_load(const char *path, struct expectations *expectations, struct error *error)
{
	struct yaml_file file;

	*expectations = (struct expectations){0};
	return yaml_file_load(path, &schema, &file, error) && take(&file, expectations, error);
}

bool expectations_parse(const char *path, const unsigned char *bytes, size_t size,
			struct expectations *expectations, struct error *error)
{
	struct yaml_file file;

	*expectations = (struct expectations){0};
	return yaml_file_parse(path, bytes, size, &schema, &file, error) &&
	       take(&file, expectations, error);
}

void expectations_free(struct expectations *expectations)
{
	for (size_t i = 0; i < expectations->count; i++) {
		struct expectation *expectation = &expectations->entries[i];

		free(expectation->case_glob);
		free(expectation->target_glob);
		free(expectation->version);
		free(expectation->reason);
		free(expectation->url);
		free(expectation->until);
	}
	free(expectations->entries);
	free(expectations->path);
	*expectations = (struct expectations){0};
}

const struct expectation *expectations_find(const struct expectations *expectations,
					    const char *case_id, const char *target,
					    const char *version)
{
	for (size_t i = 0; i < expectations->count; i++) {
		const struct expectation *expectation = &expectations->entries[i];

		if (glob_match(expectation->case_glob, case_id) &&
		    glob_match(expectation->target_glob, target) &&
		    expectation_applies(expectation, version))
			return expectation;
	}
	return NULL;
}

bool expectation_applies(const struct expectation *expectation, const char *version)
{
	if (!version_matches(expectation->version, version))
		return false;
	return !expectation->until || is_date(expectation->until) ||
	       version_compare(version, expectation->until) < 0;
}

bool expectation_is_overdue(const struct expectation *expectation, const char *today)
{
	return expectation->until && is_date(expectation->until) &&
	       strcmp(expectation->until, today) < 0;
}
