/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform.h"
#include "wine.h"

static const struct {
	const char *key;
	size_t offset;
} texts[] = {
    {"loader", offsetof(struct wine, loader)},
    {"server", offsetof(struct wine, server)},
    {"dlls", offsetof(struct wine, dlls)},
    {"dlls32", offsetof(struct wine, dlls32)},
    {"dll_path", offsetof(struct wine, dll_path)},
    {"build_tree", offsetof(struct wine, build_tree)},
    {"version", offsetof(struct wine, version)},
};

enum { TEXTS = sizeof texts / sizeof texts[0] };

static char **text_of(struct wine *wine, size_t i)
{
	return (char **)((char *)wine + texts[i].offset);
}

void wine_free(struct wine *wine)
{
	for (size_t i = 0; i < TEXTS; i++)
		free(*text_of(wine, i));
	memset(wine, 0, sizeof *wine);
}

json_t *wine_to_json(const struct wine *wine)
{
	json_t *object = json_object();

	for (size_t i = 0; i < TEXTS; i++) {
		const char *text = *(char *const *)((const char *)wine + texts[i].offset);

		if (text)
			json_object_set_new(object, texts[i].key, json_string(text));
	}
	json_object_set_new(object, "full", json_boolean(wine->full));
	return object;
}

void wine_from_json(const json_t *object, struct wine *wine)
{
	memset(wine, 0, sizeof *wine);
	for (size_t i = 0; i < TEXTS; i++) {
		const char *text = json_string_value(json_object_get(object, texts[i].key));

		*text_of(wine, i) = text ? xstrdup(text) : NULL;
	}
	wine->full = json_is_true(json_object_get(object, "full"));
}

static bool make_folder(const char *prefix, const char *name)
{
	char *path = xformat("%s%s", prefix, name);
	const bool made = mkdir(path, 0777) == 0 || errno == EEXIST;

	free(path);
	return made;
}

static bool make_link(const char *target, const char *prefix, const char *name)
{
	char *path = xformat("%s%s", prefix, name);
	const bool made = symlink(target, path) == 0;

	free(path);
	return made;
}

static bool write_file(const char *prefix, const char *name, const char *text)
{
	char *path = xformat("%s%s", prefix, name);
	FILE *file = fopen(path, "w");
	const bool written = file && fputs(text, file) >= 0;

	free(path);
	return file && fclose(file) == 0 && written;
}

/* Links every PE file of `folder` into the prefix. */
static void link_files(const char *folder, const char *prefix, const char *system)
{
	DIR *files = opendir(folder);
	struct dirent *file;

	while (files && (file = readdir(files))) {
		char *target, *name;

		if (file->d_name[0] == '.')
			continue;
		target = xformat("%s/%s", folder, file->d_name);
		name = xformat("%s/%s", system, file->d_name);
		make_link(target, prefix, name);
		free(target);
		free(name);
	}
	if (files)
		closedir(files);
}

/* In a build tree each DLL has a folder of its own. */
static void link_tree(const char *tree, const char *part, const char *kind, const char *prefix,
		      const char *system)
{
	char *top = xformat("%s/%s", tree, part);
	DIR *modules = opendir(top);
	struct dirent *module;

	while (modules && (module = readdir(modules))) {
		char *folder = xformat("%s/%s/%s", top, module->d_name, kind);

		link_files(folder, prefix, system);
		free(folder);
	}
	if (modules)
		closedir(modules);
	free(top);
}

static bool fill_from_tree(const struct wine *wine, const char *prefix)
{
	static const char system64[] = "/drive_c/windows/system32";
	static const char system32[] = "/drive_c/windows/syswow64";

	if (!make_folder(prefix, system64) || !make_folder(prefix, system32))
		return false;
	link_tree(wine->build_tree, "dlls", "x86_64-windows", prefix, system64);
	link_tree(wine->build_tree, "programs", "x86_64-windows", prefix, system64);
	link_tree(wine->build_tree, "dlls", "i386-windows", prefix, system32);
	link_tree(wine->build_tree, "programs", "i386-windows", prefix, system32);
	return true;
}

/* The folders themselves are links: nothing is made for each of 650 DLLs. */
static bool fill_installed(const struct wine *wine, const char *prefix)
{
	return make_link(wine->dlls, prefix, "/drive_c/windows/system32") &&
	       (!wine->dlls32 || make_link(wine->dlls32, prefix, "/drive_c/windows/syswow64"));
}

bool wine_make_prefix(const struct wine *wine, const char *prefix, struct error *error)
{
	bool made = make_folder(prefix, "");

	if (!wine->full)
		made = made && make_folder(prefix, "/dosdevices") &&
		       make_folder(prefix, "/drive_c") && make_folder(prefix, "/drive_c/windows") &&
		       make_link("../drive_c", prefix, "/dosdevices/c:") &&
		       make_link("/", prefix, "/dosdevices/z:") &&
		       write_file(prefix, "/.update-timestamp", "disable") &&
		       (wine->build_tree ? fill_from_tree(wine, prefix)
					 : fill_installed(wine, prefix));
	return made || error_set(error, "%s: the Wine prefix could not be made: %s", prefix,
				 strerror(errno));
}

/* Debian's wineserver may take a folder of its own and write the name of that into the prefix. */
static char *own_folder(const char *prefix)
{
	char *path = xformat("%s/wineserver", prefix);
	char name[64] = "";
	FILE *file = fopen(path, "r");

	free(path);
	if (!file)
		return NULL;
	if (!fgets(name, sizeof name, file))
		name[0] = '\0';
	fclose(file);
	/* What a case wrote there must not become the removal of another folder. */
	return name[0] && name[0] != '.' && !strchr(name, '/') ? xformat("/tmp/%s", name) : NULL;
}

/* The folder of the prefix's server in `base`, when its socket is there; else NULL. */
static char *listening_in(const char *base, const struct stat *prefix)
{
	char *folder = xformat("%s/server-%llx-%llx", base, (unsigned long long)prefix->st_dev,
			       (unsigned long long)prefix->st_ino);
	char *socket = xformat("%s/socket", folder);
	const bool listens = access(socket, F_OK) == 0;

	free(socket);
	if (listens)
		return folder;
	free(folder);
	return NULL;
}

bool wine_listens(const char *prefix, char **leftover)
{
	const unsigned long user = getuid();
	/* Debian where the user's session has a folder, and every other Wine */
	char *shared[] = {xformat("/run/user/%lu/wine", user), xformat("/tmp/.wine-%lu", user)};
	char *own = own_folder(prefix), *folder = NULL;
	struct stat about;
	bool listens;

	if (stat(prefix, &about) == 0) {
		if (own)
			folder = listening_in(own, &about);
		for (size_t i = 0; i < 2 && !own && !folder; i++)
			folder = listening_in(shared[i], &about);
	}
	free(shared[0]);
	free(shared[1]);
	listens = folder != NULL;
	*leftover = folder;
	if (own) {
		free(folder);
		*leftover = own;
	}
	return listens;
}

void wine_remove_leftover(const char *prefix)
{
	char *leftover;

	wine_listens(prefix, &leftover);
	if (leftover)
		platform_remove_folder(leftover);
	free(leftover);
}
