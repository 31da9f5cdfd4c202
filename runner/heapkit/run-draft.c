/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "platform.h"
#include "run.h"

/* A double-quoted YAML scalar; JSON's escapes are YAML's. */
static void print_quoted(FILE *file, const char *text)
{
	json_t *string = json_string(text);

	json_dumpf(string, file, JSON_ENCODE_ANY);
	json_decref(string);
}

static bool is_deviation(const json_t *result)
{
	const enum outcome outcome = result_outcome(result);

	return outcome != OUTCOME_PASS && outcome != OUTCOME_SKIP;
}

/* Whether the case ended the same way wherever it ran. */
static bool same_everywhere(const struct results *results, const json_t *result)
{
	const char *id = result_text(result, "case");
	size_t i;
	json_t *other;

	json_array_foreach(results->cases, i,
			   other) if (strcmp(result_text(other, "case"), id) == 0 &&
				      result_outcome(other) != result_outcome(result)) return false;
	return true;
}

static bool is_first(const struct results *results, const json_t *result)
{
	size_t i;
	json_t *other;

	json_array_foreach(results->cases, i, other)
	{
		if (other == result)
			return true;
		if (strcmp(result_text(other, "case"), result_text(result, "case")) == 0)
			return false;
	}
	return true;
}

static void print_entry(FILE *file, const json_t *result, bool everywhere)
{
	fprintf(file, "- case: %s\n", result_text(result, "case"));
	if (!everywhere)
		fprintf(file, "  target: %s\n", result_text(result, "target"));
	fprintf(file, "  expect: %s\n  reason: ", outcome_name(result_outcome(result)));
	print_quoted(file, *result_text(result, "message") ? result_text(result, "message")
							   : "say what it does instead");
	fputc('\n', file);
}

static void remove_regular(const char *path)
{
	uv_fs_t request;
	const bool is_regular = uv_fs_lstat(NULL, &request, path, NULL) == 0 &&
				(request.statbuf.st_mode & 0170000) == 0100000;

	uv_fs_req_cleanup(&request);
	if (!is_regular)
		return;
	uv_fs_unlink(NULL, &request, path, NULL);
	uv_fs_req_cleanup(&request);
}

bool draft_expectations(const struct results *results, const char *path, const char *name,
			struct error *error)
{
	FILE *file = platform_open(path, "wb");
	bool empty = true;
	size_t i;
	json_t *result;

	if (!file)
		return error_set(error, "%s: %s; name a file that can be written", path,
				 strerror(errno));
	fprintf(file,
		"# What %s is known to get wrong, drafted from a run. Write a reason a reader can\n"
		"# check, and a url, for each: a deviation nobody looked into is not known.\n",
		name);
	json_array_foreach(results->cases, i, result)
	{
		const bool everywhere = same_everywhere(results, result);

		if (!is_deviation(result) || (everywhere && !is_first(results, result)))
			continue;
		print_entry(file, result, everywhere);
		empty = false;
	}
	if (empty)
		fputs("[]\n", file);
	errno = 0;
	if (ferror(file) | fclose(file)) {
		/* Half of it would be read as all of it. */
		error_set(error, "%s: could not be written: %s; make room", path,
			  strerror(errno ? errno : EIO));
		remove_regular(path);
		return false;
	}
	return true;
}
