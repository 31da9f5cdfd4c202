/* SPDX-License-Identifier: MIT */
/*
 * The keys of a line of results and their types, as README.md describes them. Other keys may be
 * there, too: a later version adds some without another format.
 */
#include "results-check.h"

#include <stdarg.h>
#include <string.h>

#include "outcome.h"
#include "results.h"
#include "text.h"

enum { FORMAT = 1 };
#define EDITED "it was edited or comes from another version"

enum kind {
	TEXT = 1,
	NONE = 2, /* null */
	INTEGER = 4,
	NUMBER = 8, /* an integer, too */
	BOOLEAN = 16,
	OBJECT = 32,
	ARRAY = 64,
	TEXTS = 128,   /* an array of texts */
	OPTIONAL = 256 /* a file of an earlier version lacks it */
};

struct field {
	const char *name;
	unsigned kinds;
};

static const struct field header_fields[] = {
    {"heapkit", TEXT},          {"suite", TEXT},
    {"implementation", OBJECT}, {"host", OBJECT},
    {"started", TEXT},          {"shard", TEXT | NONE},
    {"notes", TEXTS},           {"options", OBJECT | OPTIONAL},
    {"requirements", OBJECT},   {NULL, 0},
};
static const struct field implementation_fields[] = {
    {"name", TEXT},
    {"version", TEXT | NONE},
    {"command", TEXTS},
    {NULL, 0},
};
static const struct field requirement_fields[] = {
    {"level", TEXT}, {"subject", TEXT}, {"title", TEXT}, {"page", TEXT | NONE}, {NULL, 0},
};
static const struct field case_fields[] = {
    {"case", TEXT},
    {"target", TEXT},
    {"title", TEXT},
    {"requirements", TEXTS},
    {"outcome", TEXT},
    {"expected", TEXT},
    {"status", INTEGER | NONE},
    {"signal", INTEGER | NONE},
    {"seconds", NUMBER},
    {"attempts", INTEGER},
    {"message", TEXT | NONE},
    {"got", TEXT | NONE},
    {"want", TEXT | NONE},
    {"at", TEXT | NONE},
    {"observations", OBJECT},
    {"output", TEXT},
    {"command", TEXT},
    {"expectation", OBJECT | NONE},
    {"imports", TEXTS | OPTIONAL},
    {NULL, 0},
};
static const struct field expectation_fields[] = {
    {"reason", TEXT}, {"url", TEXT | NONE}, {"until", TEXT | NONE}, {"at", TEXT}, {NULL, 0},
};
static const struct field footer_fields[] = {
    {"cases", INTEGER},   {"outcomes", OBJECT},     {"unexpected", INTEGER},
    {"unmatched", ARRAY}, {"overdue", ARRAY},       {"targets", OBJECT},
    {"seconds", NUMBER},  {"interrupted", BOOLEAN}, {NULL, 0},
};
static const struct field unmatched_fields[] = {
    {"case", TEXT},
    {"target", TEXT},
    {"at", TEXT},
    {NULL, 0},
};
static const struct field overdue_fields[] = {
    {"case", TEXT},
    {"at", TEXT},
    {"until", TEXT},
    {NULL, 0},
};
static const struct field target_fields[] = {
    {"runs", BOOLEAN},        {"status_believed", BOOLEAN},        {"text_believed", BOOLEAN},
    {"message", TEXT | NONE}, {"missing", TEXT | NONE | OPTIONAL}, {NULL, 0},
};

/* What is quoted from the file may hold anything; the error stays one line. */
PRINTF_LIKE(2, 3) static bool bad(struct error *error, const char *format, ...)
{
	struct error raw;
	struct text text = {0};
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(raw.text, sizeof raw.text, format, arguments);
	va_end(arguments);
	text_visible(&text, raw.text, text_write_line);
	error_set(error, "%s", text_string(&text));
	text_free(&text);
	return false;
}

static bool is_texts(const json_t *value)
{
	const json_t *element;
	size_t i;

	if (!json_is_array(value))
		return false;
	json_array_foreach(value, i, element)
	{
		if (!json_is_string(element))
			return false;
	}
	return true;
}

static bool has_kind(const json_t *value, unsigned kinds)
{
	return ((kinds & TEXT) && json_is_string(value)) ||
	       ((kinds & NONE) && json_is_null(value)) ||
	       ((kinds & INTEGER) && json_is_integer(value)) ||
	       ((kinds & NUMBER) && json_is_number(value)) ||
	       ((kinds & BOOLEAN) && json_is_boolean(value)) ||
	       ((kinds & OBJECT) && json_is_object(value)) ||
	       ((kinds & ARRAY) && json_is_array(value)) || ((kinds & TEXTS) && is_texts(value));
}

static const char *kinds_in_words(unsigned kinds)
{
	switch (kinds) {
	case TEXT:
		return "a text";
	case TEXT | NONE:
		return "a text or null";
	case INTEGER:
		return "an integer";
	case INTEGER | NONE:
		return "an integer or null";
	case NUMBER:
		return "a number";
	case BOOLEAN:
		return "true or false";
	case OBJECT:
		return "an object";
	case OBJECT | NONE:
		return "an object or null";
	case ARRAY:
		return "an array";
	default:
		return "an array of texts";
	}
}

static bool check(const json_t *object, const char *where, const struct field *fields,
		  struct error *error)
{
	if (!json_is_object(object))
		return bad(error, "%s is not an object; it was not written by heapkit", where);
	for (const struct field *field = fields; field->name; field++) {
		const json_t *value = json_object_get(object, field->name);

		if (!value && (field->kinds & OPTIONAL))
			continue;
		if (!value)
			return bad(error, "%s lacks the key \"%s\"; " EDITED, where, field->name);
		if (!has_kind(value, field->kinds))
			return bad(error, "%s: \"%s\" is not %s; " EDITED, where, field->name,
				   kinds_in_words(field->kinds & ~(unsigned)OPTIONAL));
	}
	return true;
}

static bool check_elements(const json_t *array, const char *where, const struct field *fields,
			   struct error *error)
{
	const json_t *element;
	size_t i;

	json_array_foreach(array, i, element)
	{
		if (!check(element, where, fields, error))
			return false;
	}
	return true;
}

/* The values of an object are simple ones: `kinds`. */
static bool check_values(const json_t *object, const char *where, unsigned kinds,
			 struct error *error)
{
	const char *key;
	json_t *value;

	json_object_foreach((json_t *)object, key, value)
	{
		if (!has_kind(value, kinds))
			return bad(error, "%s: \"%s\" has a value of the wrong type; " EDITED,
				   where, key);
	}
	return true;
}

static bool is_one_of(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (strcmp(text, *words) == 0)
			return true;
	return false;
}

static bool check_requirements(const json_t *requirements, struct error *error)
{
	static const char *const levels[] = {"MUST", "WINDOWS", "VARIES", NULL};
	static const char *const subjects[] = {"platform", "program", "sdk", NULL};
	const char *id;
	json_t *requirement;

	json_object_foreach((json_t *)requirements, id, requirement)
	{
		const char *level = result_text(requirement, "level");
		const char *subject = result_text(requirement, "subject");

		if (!check(requirement, id, requirement_fields, error))
			return false;
		if (!is_one_of(level, levels))
			return bad(error, "%s: unknown level \"%s\"; " EDITED, id, level);
		if (!is_one_of(subject, subjects))
			return bad(error, "%s: unknown subject \"%s\"; " EDITED, id, subject);
	}
	return true;
}

bool results_check_header(const json_t *line, struct error *error)
{
	const json_t *format = json_object_get(line, "format");

	if (!json_is_integer(format) || json_integer_value(format) != FORMAT)
		return bad(error,
			   "written by another version (heapkit %s), not in format %d; use the "
			   "heapkit that "
			   "wrote it",
			   result_text(line, "heapkit"), FORMAT);
	return check(line, "header", header_fields, error) &&
	       check(json_object_get(line, "implementation"), "implementation",
		     implementation_fields, error) &&
	       check_values(json_object_get(line, "host"), "host", TEXT | NUMBER | BOOLEAN | NONE,
			    error) &&
	       check_requirements(json_object_get(line, "requirements"), error);
}

static bool check_outcome(const json_t *line, const char *key, struct error *error)
{
	enum outcome outcome;

	return outcome_parse(result_text(line, key), &outcome) ||
	       bad(error, "%s: unknown outcome \"%s\"; " EDITED, key, result_text(line, key));
}

bool results_check_case(const json_t *line, struct error *error)
{
	const json_t *expectation = json_object_get(line, "expectation");

	return check(line, "case", case_fields, error) && check_outcome(line, "outcome", error) &&
	       check_outcome(line, "expected", error) &&
	       check_values(json_object_get(line, "observations"), "observations", TEXT, error) &&
	       (json_is_null(expectation) ||
		check(expectation, "expectation", expectation_fields, error));
}

/* A footer that says something else than the lines above it: some were lost or added. */
static bool check_counts(const json_t *footer, const struct results *results, struct error *error)
{
	json_t *counted = results_footer(results);
	const json_t *outcomes = json_object_get(footer, "outcomes");
	bool agrees =
	    json_equal(json_object_get(counted, "cases"), json_object_get(footer, "cases")) &&
	    json_equal(json_object_get(counted, "unexpected"),
		       json_object_get(footer, "unexpected"));
	const char *name;
	json_t *count;

	json_object_foreach(json_object_get(counted, "outcomes"), name, count) agrees =
	    agrees && json_equal(count, json_object_get(outcomes, name));
	json_decref(counted);
	return agrees ||
	       bad(error,
		   "the footer does not agree with the %lu cases above it; lines were lost or "
		   "edited: run again",
		   (unsigned long)json_array_size(results->cases));
}

bool results_check_footer(const json_t *line, const struct results *results, struct error *error)
{
	const char *name;
	json_t *target;

	if (!check(line, "footer", footer_fields, error) ||
	    !check_elements(json_object_get(line, "unmatched"), "unmatched", unmatched_fields,
			    error) ||
	    !check_elements(json_object_get(line, "overdue"), "overdue", overdue_fields, error) ||
	    !check_counts(line, results, error))
		return false;
	json_object_foreach(json_object_get(line, "targets"), name, target)
	{
		if (!check(target, name, target_fields, error))
			return false;
	}
	return true;
}
