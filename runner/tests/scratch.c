/* SPDX-License-Identifier: MIT */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "scratch.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

static char folder[512];
static char *paths[256];
static size_t path_count;

void scratch_begin(void)
{
	char parent[400];
	size_t size = sizeof parent;
	uv_fs_t request;

	ck_assert_int_eq(uv_os_tmpdir(parent, &size), 0);
	snprintf(folder, sizeof folder, "%s/heapkit-test-XXXXXX", parent);
	ck_assert_int_eq(uv_fs_mkdtemp(NULL, &request, folder, NULL), 0);
	snprintf(folder, sizeof folder, "%s", request.path);
	uv_fs_req_cleanup(&request);
}

static void remove_tree(const char *path)
{
	uv_fs_t listing, request;
	uv_dirent_t entry;

	if (uv_fs_scandir(NULL, &listing, path, 0, NULL) >= 0)
		while (uv_fs_scandir_next(&listing, &entry) != UV_EOF) {
			char below[1024];

			snprintf(below, sizeof below, "%s/%s", path, entry.name);
			if (entry.type == UV_DIRENT_DIR) {
				remove_tree(below);
				continue;
			}
			uv_fs_unlink(NULL, &request, below, NULL);
			uv_fs_req_cleanup(&request);
		}
	uv_fs_req_cleanup(&listing);
	uv_fs_rmdir(NULL, &request, path, NULL);
	uv_fs_req_cleanup(&request);
}

void scratch_end(void)
{
	remove_tree(folder);
	while (path_count > 0)
		free(paths[--path_count]);
}

const char *scratch_path(const char *name)
{
	const size_t size = strlen(folder) + 1 + strlen(name) + 1;
	char *path;

	for (size_t i = 0; i < path_count; i++)
		if (strcmp(paths[i] + strlen(folder) + 1, name) == 0)
			return paths[i];
	ck_assert_uint_lt(path_count, sizeof paths / sizeof *paths);
	path = malloc(size);
	ck_assert_ptr_nonnull(path);
	snprintf(path, size, "%s/%s", folder, name);
	return paths[path_count++] = path;
}

const char *scratch_bytes(const char *name, const void *bytes, size_t size)
{
	const char *path = scratch_path(name);
	FILE *file = fopen(path, "wb");

	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(bytes, 1, size, file), size);
	ck_assert_int_eq(fclose(file), 0);
	return path;
}

const char *scratch_text(const char *name, const char *text)
{
	return scratch_bytes(name, text, strlen(text));
}

const char *scratch_folder(const char *name)
{
	const char *path = scratch_path(name);
	uv_fs_t request;

	ck_assert_int_eq(uv_fs_mkdir(NULL, &request, path, 0700, NULL), 0);
	uv_fs_req_cleanup(&request);
	return path;
}
