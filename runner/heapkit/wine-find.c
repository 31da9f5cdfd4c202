/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "find-program.h"
#include "wine.h"

static bool exists(const char *path)
{
	return access(path, R_OK) == 0;
}

/* A program, not a script: the first bytes of an ELF file. */
static bool is_program(const char *path)
{
	char magic[4] = {0};
	FILE *file = fopen(path, "rb");
	const bool read = file && fread(magic, 1, sizeof magic, file) == sizeof magic;

	if (file)
		fclose(file);
	return read && memcmp(magic, "\177ELF", 4) == 0;
}

static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash != path ? xformat("%.*s", (int)(slash - path), path) : xstrdup("/");
}

/* The first of the places below `top` that is what is looked for; NULL at the end of the places. */
static char *first_of(const char *top, const char *const *places, bool (*is_it)(const char *))
{
	for (; *places; places++) {
		char *path = xformat("%s/%s", top, *places);

		if (is_it(path))
			return path;
		free(path);
	}
	return NULL;
}

/* Debian, upstream and WineHQ, Fedora, Arch: 64-bit loaders first. */
static const char *const loaders[] = {"lib/wine/wine64",
				      "lib/wine/x86_64-unix/wine",
				      "lib64/wine/x86_64-unix/wine",
				      "bin/wine64",
				      "lib/wine/wine",
				      "bin/wine",
				      NULL};
static const char *const servers[] = {"lib/wine/wineserver64", "lib/wine/wineserver",
				      "bin/wineserver64", "bin/wineserver", NULL};
static const char *const dll_folders[] = {"lib/x86_64-linux-gnu/wine/x86_64-windows",
					  "lib64/wine/x86_64-windows", "lib/wine/x86_64-windows",
					  NULL};
static const char *const tree_loaders[] = {"loader/wine64", "loader/wine", NULL};
static const char *const tree_servers[] = {"server/wineserver", NULL};

static void find_installed(const char *program, struct wine *wine)
{
	char *folder = folder_of(program);
	char *top = folder_of(folder);

	/* Debian keeps its loader in lib/wine, two levels below the top. */
	if (strstr(folder, "/lib/wine") || strstr(folder, "/lib64/wine")) {
		free(top);
		top = xformat("%.*s", (int)(strstr(folder, "/lib") - folder), folder);
	}
	wine->loader = first_of(top, loaders, is_program);
	if (!wine->loader && is_program(program))
		wine->loader = xstrdup(program);
	wine->server = first_of(top, servers, is_program);
	wine->dlls = first_of(top, dll_folders, exists);
	free(folder);
	free(top);
}

static bool find_in_build_tree(const char *program, struct wine *wine)
{
	char *top = folder_of(program);
	char *above = folder_of(top);
	const char *const tops[] = {top, above};

	for (int i = 0; i < 2 && !wine->build_tree; i++) {
		wine->server = first_of(tops[i], tree_servers, is_program);
		if (!wine->server)
			continue;
		wine->loader = first_of(tops[i], tree_loaders, is_program);
		wine->build_tree = xstrdup(tops[i]);
	}
	free(top);
	free(above);
	return wine->build_tree != NULL;
}

/* The line that `--version` prints. NULL: none. */
static char *ask_version(const char *loader)
{
	char *command = xformat("WINEDEBUG=-all exec '%s' --version 2>/dev/null", loader);
	char line[256] = "";
	FILE *output = popen(command, "r");

	free(command);
	if (!output)
		return NULL;
	if (!fgets(line, sizeof line, output))
		line[0] = '\0';
	pclose(output);
	return line[0] ? xformat("%.*s", (int)strcspn(line, "\r\n"), line) : NULL;
}

/* What make setup keyed its folder with: 8.0~repack-4 of "wine-8.0 (Debian 8.0~repack-4)". */
static char *debian_version(const char *line)
{
	const char *start = line ? strstr(line, "(Debian ") : NULL;
	const char *end = start ? strchr(start, ')') : NULL;

	return end ? xformat("%.*s", (int)(end - start - 8), start + 8) : NULL;
}

/* 32-bit DLLs beside the 64-bit ones, or those of make setup. */
static void find_dlls32(const char *cache, struct wine *wine)
{
	char *folder = folder_of(wine->dlls);
	char *beside = xformat("%s/i386-windows", folder);
	char *ntdll = xformat("%s/ntdll.dll", beside);
	char *version;

	free(folder);
	if (exists(ntdll))
		wine->dlls32 = beside;
	else
		free(beside);
	free(ntdll);
	if (wine->dlls32)
		return;
	wine->version = ask_version(wine->loader);
	version = debian_version(wine->version);
	if (!version)
		return;
	wine->dll_path = xformat("%s/wine-i386/%s", cache, version);
	wine->dlls32 = xformat("%s/i386-windows", wine->dll_path);
	if (!exists(wine->dlls32)) {
		free(wine->dlls32);
		free(wine->dll_path);
		wine->dlls32 = wine->dll_path = NULL;
	}
	free(version);
}

char *wine_cache_folder(void)
{
	const char *cache = getenv("HEAPKIT_CACHE"), *base = getenv("XDG_CACHE_HOME");
	const char *home = getenv("HOME");

	if (cache && *cache)
		return xstrdup(cache);
	if (base && *base)
		return xformat("%s/heapkit", base);
	return xformat("%s/.cache/heapkit", home && *home ? home : "");
}

bool wine_find(const char *word, const char *cache, bool full, struct wine *wine, char **note,
	       struct error *error)
{
	char *program = find_program(word, error);

	*note = NULL;
	memset(wine, 0, sizeof *wine);
	if (!program && !strchr(word, '/'))
		error_set(error,
			  "%s: is not on the PATH; install Wine (make setup), or name one with "
			  "--set wine=PATH",
			  word);
	if (!program)
		return false;
	if (!strstr(strrchr(program, '/'), "wine")) {
		error_set(error,
			  "%s: is no Wine; name the `wine` of an installed one or of a build tree",
			  word);
		free(program);
		return false;
	}
	if (!find_in_build_tree(program, wine))
		find_installed(program, wine);
	if (!wine->loader || !wine->server) {
		error_set(error,
			  "%s: no %s belongs to %s; name the `wine` of a build tree or of an "
			  "installed Wine",
			  word, wine->loader ? "wineserver" : "loader", program);
		free(program);
		wine_free(wine);
		return false;
	}
	free(program);
	if (wine->dlls)
		find_dlls32(cache, wine);
	wine->full = full || (!wine->dlls && !wine->build_tree);
	if (wine->full && !full)
		*note = xstrdup("a full prefix: no folder of PE DLLs was found for a minimal one");
	return true;
}
