/* SPDX-License-Identifier: MIT */
#include "launcher.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "paths.h"

/* A 64-bit program of Linux. */
static bool is_64_bit(const char *path)
{
	static const char elf64[] = "\177ELF\2";
	char bytes[sizeof elf64 - 1] = {0};
	FILE *file = fopen(path, "rb");
	const bool read = file && fread(bytes, 1, sizeof bytes, file) == sizeof bytes;

	if (file)
		fclose(file);
	return read && memcmp(bytes, elf64, sizeof bytes) == 0;
}

/* A build tree has one loader for both widths, or keeps its 32-bit one where nobody knows. */
static bool goes_through_start(const struct wine *wine)
{
	return !wine->build_tree && is_64_bit(wine->loader);
}

bool launcher_find(const char *word, const char *folder, const struct wine *wine, char **launcher,
		   struct error *error)
{
	const bool named = word && strchr(word, '/');
	char *path;

	*launcher = NULL;
	if (!word || !*word || !goes_through_start(wine))
		return true;
	path = named ? xstrdup(word) : xformat("%s/%s", folder, word);
	if (path_exists(path)) {
		*launcher = path;
		return true;
	}
	free(path);
	return !named || error_set(error,
				   "--set launcher=%s: is not there; name a launcher, or leave it "
				   "empty for Wine's own start.exe",
				   word);
}

/* What is one and the same name in any locale, and to Windows as to Linux. */
static bool is_plain(const char *path)
{
	for (const char *at = path; *at; at++) {
		const bool ends = at[1] == '/' || !at[1];

		if (*at < ' ' || *at > '~' || strchr("\"*:<>?\\|", *at))
			return false;
		if (ends && (*at == '.' || *at == ' ')) /* which Windows leaves out */
			return false;
	}
	return true;
}

static char *absolute(const char *path)
{
	char folder[4096];
	size_t size = sizeof folder;

	if (path[0] == '/')
		return xstrdup(path);
	return uv_cwd(folder, &size) == 0 ? xformat("%s/%s", folder, path) : NULL;
}

char *launcher_word(const char *path)
{
	char *whole = absolute(path), *word = NULL;

	if (whole && is_plain(whole))
		word = xformat("Z:%s", whole);
	for (char *at = word; at && *at; at++)
		if (*at == '/')
			*at = '\\';
	free(whole);
	return word;
}
