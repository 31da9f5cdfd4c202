/* SPDX-License-Identifier: MIT */
#include "find-program.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

enum { MAY_EXECUTE = 1 /* X_OK */ };

#ifdef _WIN32
#define BETWEEN_FOLDERS ";"
#define BETWEEN_NAMES "/\\"
static const char *const endings[] = {"", ".exe"};
#else
#define BETWEEN_FOLDERS ":"
#define BETWEEN_NAMES "/"
static const char *const endings[] = {""};
#endif

/* The real path of a file that can be executed; NULL and libuv's status where it is none. */
static char *real_program(const char *path, int *status)
{
	uv_fs_t request;
	char *real = NULL;
	bool is_file;

	*status = uv_fs_stat(NULL, &request, path, NULL);
	is_file = *status == 0 && (request.statbuf.st_mode & 0170000) == 0100000;
	uv_fs_req_cleanup(&request);
	if (*status == 0 && !is_file)
		*status = UV_EACCES;
	if (*status == 0) {
		*status = uv_fs_access(NULL, &request, path, MAY_EXECUTE, NULL);
		uv_fs_req_cleanup(&request);
	}
	if (*status == 0) {
		*status = uv_fs_realpath(NULL, &request, path, NULL);
		real = *status == 0 ? xstrdup(request.ptr) : NULL;
		uv_fs_req_cleanup(&request);
	}
	return real;
}

/* In UTF-8 on every system. The caller frees it. */
static char *path_variable(void)
{
	size_t size = 1;
	char *path = xcalloc(1, size);

	while (uv_os_getenv("PATH", path, &size) == UV_ENOBUFS)
		path = xrealloc(path, size);
	return path;
}

static char *find_on_path(const char *word)
{
	char *const folders = path_variable();
	const char *path = folders;
	char *real = NULL;

	while (*path && !real) {
		const size_t length = strcspn(path, BETWEEN_FOLDERS);

		for (size_t i = 0; i < sizeof endings / sizeof *endings && !real; i++) {
			char *candidate = xformat("%.*s/%s%s", (int)length, path, word, endings[i]);
			int status;

			real = real_program(candidate, &status);
			free(candidate);
		}
		path += length + (path[length] != 0);
	}
	free(folders);
	return real;
}

char *find_program(const char *word, struct error *error)
{
	const bool is_path = strpbrk(word, BETWEEN_NAMES) != NULL;
	int status = UV_ENOENT;
	char *real = is_path ? real_program(word, &status) : find_on_path(word);

	if (real)
		return real;
	if (!is_path)
		error_set(error,
			  "%s: there is no such command on the PATH; install it or name its "
			  "path",
			  word);
	else if (status == UV_EACCES)
		error_set(error, "%s: is no program that may be executed; name one, or chmod +x it",
			  word);
	else
		error_set(error, "%s: %s; name the program that runs PE files", word,
			  uv_strerror(status));
	return NULL;
}
