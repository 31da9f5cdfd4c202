/* SPDX-License-Identifier: MIT */
#include "suite.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "file.h"
#include "rung.h"

enum { PROGRAM_LIMIT = 64 << 20 };

static bool ends_with(const char *text, const char *ending)
{
	const size_t length = strlen(text), tail = strlen(ending);

	return length >= tail && strcmp(text + length - tail, ending) == 0;
}

/* "cases/process-heaps/x.c" is the case process-heaps/x. */
static char *id_of(const char *source)
{
	static const char root[] = "cases/";
	const char *start =
	    strncmp(source, root, sizeof root - 1) == 0 ? source + sizeof root - 1 : source;
	const size_t length = strlen(start);

	return xformat("%.*s", (int)(ends_with(start, ".c") ? length - 2 : length), start);
}

static bool kind_of(const char *name, enum program_kind *kind)
{
	if (strcmp(name, "case") == 0 || strcmp(name, "program-case") == 0)
		*kind = KIND_CASE;
	else if (strcmp(name, "canary") == 0)
		*kind = KIND_CANARY;
	else if (strcmp(name, "program") == 0)
		*kind = KIND_PROGRAM;
	else
		return false;
	return true;
}

static bool describe(struct program *program, struct error *error)
{
	const struct heapkit_section *section = &program->pe.section;

	if (!program->pe.has_section)
		return error_set(
		    error,
		    "%s: has no %s section, so it is no program of the kit; take it out "
		    "of the folder",
		    program->path, HEAPKIT_SECTION_NAME);
	if (!kind_of(section->kind, &program->kind))
		return error_set(error,
				 "%s: its %s section names the unknown kind \"%s\"; build it with "
				 "this version of the kit",
				 program->path, HEAPKIT_SECTION_NAME, section->kind);
	program->id = id_of(section->source);
	program->rung = rung_of(&program->pe);
	return true;
}

static uint64_t add_word(uint64_t digest, uint64_t word)
{
	digest = (digest ^ word) * 1099511628211u;
	return digest ^ digest >> 32;
}

/* FNV-1a over words of eight bytes: it tells suites apart, it protects nothing. */
static uint64_t digest_of(const unsigned char *bytes, size_t size)
{
	uint64_t digest = add_word(14695981039346656037u, size), word = 0;

	for (; size >= sizeof word; bytes += sizeof word, size -= sizeof word) {
		memcpy(&word, bytes, sizeof word);
		digest = add_word(digest, word);
	}
	word = 0;
	memcpy(&word, bytes, size);
	return add_word(digest, word);
}

static bool add_program(struct suite *suite, const char *path, struct error *error)
{
	struct program *program;
	unsigned char *bytes;
	size_t size;
	bool read;

	suite->programs = xrealloc(suite->programs, (suite->count + 1) * sizeof *suite->programs);
	program = memset(&suite->programs[suite->count], 0, sizeof *program);
	if (!file_read(path, PROGRAM_LIMIT, &bytes, &size, error))
		return false;
	read = pe_parse(path, bytes, size, &program->pe, error);
	if (read) {
		program->path = xstrdup(path);
		suite->count++;
		/* The order of the folder must not matter, so the digests of the files are added.
		 */
		program->digest = digest_of(bytes, size);
	}
	free(bytes);
	return read && describe(program, error);
}

static bool add_folder(struct suite *suite, const char *folder, struct error *error);

/* What make builds beside the suite is no part of it: cases with mistakes, heapkit.exe, copies. */
static bool is_apart(const char *folder)
{
	static const char *const folders[] = {"mutants", "windows", "dist"};

	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		if (strcmp(folder, folders[i]) == 0)
			return true;
	return false;
}

static bool add_entry(struct suite *suite, const char *folder, const uv_dirent_t *entry,
		      struct error *error)
{
	char *path = xformat("%s/%s", folder, entry->name);
	bool good = true;

	if (entry->type == UV_DIRENT_DIR)
		good = is_apart(entry->name) || add_folder(suite, path, error);
	else if (ends_with(entry->name, ".exe"))
		good = add_program(suite, path, error);
	free(path);
	return good;
}

static bool add_folder(struct suite *suite, const char *folder, struct error *error)
{
	uv_fs_t request;
	uv_dirent_t entry;
	bool good = true;
	const int status = uv_fs_scandir(NULL, &request, folder, 0, NULL);

	if (status < 0)
		error_set(error, "%s: %s; name a folder of programs with --cases", folder,
			  uv_strerror(status));
	/* To the end, also after an error: libuv 1.44 frees the last entry only there. */
	while (status >= 0 && uv_fs_scandir_next(&request, &entry) == 0)
		good = good && add_entry(suite, folder, &entry, error);
	uv_fs_req_cleanup(&request);
	return status >= 0 && good;
}

static int compare(const void *a, const void *b)
{
	const struct program *x = a, *y = b;
	const int target = strcmp(x->pe.section.target, y->pe.section.target);

	if (target)
		return target;
	if (x->kind != y->kind)
		return x->kind == KIND_CANARY || (x->kind == KIND_PROGRAM && y->kind == KIND_CASE)
			   ? -1
			   : 1;
	if (x->rung != y->rung)
		return x->rung < y->rung ? -1 : 1;
	return strcmp(x->id, y->id);
}

static int compare_names(const void *a, const void *b)
{
	const struct program *x = *(const struct program *const *)a;
	const struct program *y = *(const struct program *const *)b;
	const int target = strcmp(x->pe.section.target, y->pe.section.target);
	const int id = target ? target : strcmp(x->id, y->id);

	return id ? id : strcmp(x->path, y->path);
}

/* Whatever the two import: an id and a target name one row of the results. */
static bool check_unique(const struct suite *suite, struct error *error)
{
	const struct program **names = xcalloc(suite->count, sizeof *names);
	bool unique = true;

	for (size_t i = 0; i < suite->count; i++)
		names[i] = &suite->programs[i];
	qsort(names, suite->count, sizeof *names, compare_names);
	for (size_t i = 1; i < suite->count && unique; i++) {
		const struct program *a = names[i - 1], *b = names[i];
		const char *target = b->pe.section.target;

		if (strcmp(a->id, b->id) == 0 && strcmp(a->pe.section.target, target) == 0)
			unique =
			    error_set(error, "%s: is %s for %s, and so is %s; take one of them out",
				      b->path, b->id, target, a->path);
	}
	free(names);
	return unique;
}

/* The implementation may look at a program from another folder. */
static char *absolute(const char *path)
{
	uv_fs_t request;
	char *real = xstrdup(uv_fs_realpath(NULL, &request, path, NULL) == 0 ? request.ptr : path);

	uv_fs_req_cleanup(&request);
	return real;
}

bool suite_load(const char *folder, struct suite *suite, struct error *error)
{
	uint64_t digest = 0;
	char *real = absolute(folder);
	bool read;

	memset(suite, 0, sizeof *suite);
	read = add_folder(suite, real, error);
	free(real);
	if (!read)
		return false;
	if (suite->count == 0)
		return error_set(error,
				 "%s: there are no programs (.exe); build them with `make cases`",
				 folder);
	qsort(suite->programs, suite->count, sizeof *suite->programs, compare);
	if (!check_unique(suite, error))
		return false;
	for (size_t i = 0; i < suite->count; i++)
		digest += suite->programs[i].digest;
	snprintf(suite->digest, sizeof suite->digest, "%016" PRIx64, digest);
	return true;
}

void suite_free_program(struct program *program)
{
	free(program->path);
	free(program->id);
	pe_free(&program->pe);
}

void suite_free(struct suite *suite)
{
	for (size_t i = 0; i < suite->count; i++)
		suite_free_program(&suite->programs[i]);
	free(suite->programs);
	memset(suite, 0, sizeof *suite);
}

bool suite_load_program(const char *path, struct program *program, struct error *error)
{
	memset(program, 0, sizeof *program);
	if (!pe_read(path, &program->pe, error))
		return false;
	program->path = absolute(path);
	program->kind = KIND_PROGRAM;
	program->id = xstrdup("reference/program");
	program->rung = rung_of(&program->pe);
	return true;
}
