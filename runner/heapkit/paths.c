/* SPDX-License-Identifier: MIT */
#include "paths.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

bool path_exists(const char *path)
{
	uv_fs_t request;
	const int status = uv_fs_stat(NULL, &request, path, NULL);

	uv_fs_req_cleanup(&request);
	return status == 0;
}

char *path_folder(const char *path)
{
	size_t length = strlen(path);

	while (length && path[length - 1] != '/' && path[length - 1] != '\\')
		length--;
	return xformat("%.*s", (int)(length ? length - 1 : 0), path);
}

bool paths_find(struct paths *paths, struct error *error)
{
	char program[4096];
	size_t size = sizeof program;
	const int status = uv_exepath(program, &size);
	char *folder, *data;

	memset(paths, 0, sizeof *paths);
	if (status < 0)
		return error_set(error, "the program cannot find itself: %s", uv_strerror(status));
	folder = path_folder(program);
	data = xformat("%s/implementations", folder);
	if (path_exists(data)) {
		free(data);
		data = xstrdup(folder);
	} else {
		char *top = path_folder(folder);

		free(data);
		data = xformat("%s/share/heapkit", top);
		free(top);
	}
	paths->program = xstrdup(program);
	paths->implementations = xformat("%s/implementations", data);
	paths->expectations = xformat("%s/expectations", data);
	paths->requirements = xformat("%s/requirements", data);
	paths->windows = xformat("%s/windows", data);
	paths->cases = xformat("%s/cases", data);
	if (!path_exists(paths->cases)) {
		free(paths->cases);
		paths->cases = xstrdup(data);
	}
	free(folder);
	free(data);
	if (!path_exists(paths->implementations)) {
		error_set(error, "%s: its data is not there; unpack or install it with the program",
			  paths->implementations);
		paths_free(paths);
		return false;
	}
	return true;
}

void paths_free(struct paths *paths)
{
	free(paths->program);
	free(paths->implementations);
	free(paths->expectations);
	free(paths->requirements);
	free(paths->windows);
	free(paths->cases);
	memset(paths, 0, sizeof *paths);
}
