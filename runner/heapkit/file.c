/* SPDX-License-Identifier: MIT */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* uv.h needs more of the system's headers than C11 shows */
#endif
#include "file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <uv.h>

/* Every call of libuv here is synchronous: without a loop, its result in the request. */
static int finish(uv_fs_t *request)
{
	const int result = (int)request->result;

	uv_fs_req_cleanup(request);
	return result;
}

static bool cannot_read(struct error *error, const char *path, int code)
{
	return error_set(error, "%s: cannot be read: %s; give a file that can", path,
			 uv_strerror(code));
}

static bool is_regular(const char *path, struct error *error)
{
	uv_fs_t request;
	uint64_t kind;
	int code;

	uv_fs_stat(NULL, &request, path, NULL);
	kind = request.statbuf.st_mode & S_IFMT;
	code = finish(&request);
	if (code < 0)
		return cannot_read(error, path, code);
	if (kind == S_IFDIR)
		return error_set(error, "%s: is a folder; give a file", path);
	if (kind != S_IFREG)
		return error_set(error, "%s: is no regular file; give one", path);
	return true;
}

/* Until the end of the file, whatever its size was said to be. Returns a code of libuv. */
static int read_all(uv_file file, size_t limit, unsigned char **bytes, size_t *size)
{
	size_t room = 0;

	*bytes = NULL;
	*size = 0;
	for (;;) {
		uv_fs_t request;
		uv_buf_t buffer;
		int got;

		if (*size + 1 >= room) {
			room = room ? room * 2 : 65536;
			*bytes = xrealloc(*bytes, room);
		}
		buffer = uv_buf_init((char *)*bytes + *size, (unsigned)(room - *size - 1));
		uv_fs_read(NULL, &request, file, &buffer, 1, -1, NULL);
		got = finish(&request);
		if (got <= 0) {
			(*bytes)[*size] = 0;
			return got;
		}
		*size += (size_t)got;
		if (*size > limit)
			return UV_EFBIG;
	}
}

bool file_read(const char *path, size_t limit, unsigned char **bytes, size_t *size,
	       struct error *error)
{
	uv_fs_t request;
	int file, code;

	if (!is_regular(path, error))
		return false;
	uv_fs_open(NULL, &request, path, UV_FS_O_RDONLY, 0, NULL);
	file = finish(&request);
	if (file < 0)
		return cannot_read(error, path, file);
	code = read_all(file, limit, bytes, size);
	uv_fs_close(NULL, &request, file, NULL);
	finish(&request);
	if (code == 0)
		return true;
	free(*bytes);
	*bytes = NULL;
	if (code == UV_EFBIG)
		return error_set(error, "%s: is larger than %u KB; give another file", path,
				 (unsigned)(limit / 1024));
	return cannot_read(error, path, code);
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_name(struct folder *folder, const char *name, const char *ending)
{
	const size_t length = strlen(name), tail = strlen(ending);
	char *copy;

	if (length <= tail || strcmp(name + length - tail, ending) != 0)
		return;
	copy = xstrdup(name);
	copy[length - tail] = 0;
	folder->names = xrealloc(folder->names, (folder->count + 1) * sizeof *folder->names);
	folder->names[folder->count++] = copy;
}

bool folder_read(const char *path, const char *ending, struct folder *folder, bool *missing,
		 struct error *error)
{
	uv_fs_t request;
	uv_dirent_t entry;
	const int code = uv_fs_scandir(NULL, &request, path, 0, NULL);

	*folder = (struct folder){0};
	*missing = code == UV_ENOENT;
	if (code >= 0)
		while (uv_fs_scandir_next(&request, &entry) != UV_EOF)
			add_name(folder, entry.name, ending);
	uv_fs_req_cleanup(&request);
	if (code < 0)
		return error_set(error, "%s: cannot be read: %s; give a folder that can", path,
				 uv_strerror(code));
	if (folder->count > 1)
		qsort(folder->names, folder->count, sizeof *folder->names, compare_names);
	return true;
}

void folder_free(struct folder *folder)
{
	for (size_t i = 0; i < folder->count; i++)
		free(folder->names[i]);
	free(folder->names);
	*folder = (struct folder){0};
}
