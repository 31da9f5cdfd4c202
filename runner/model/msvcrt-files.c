/* SPDX-License-Identifier: MIT */
/*
 * Descriptors are those of the host, streams have no buffer. A descriptor in text mode gets CR LF
 * for LF, as programs for Windows expect of their standard output.
 */
#include "msvcrt.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

enum { MOST_DESCRIPTORS = 256, BINARY = 0x8000, TEXT = 0x4000 };

struct stream streams[20] = {{.descriptor = 0}, {.descriptor = 1}, {.descriptor = 2}};

static bool is_binary[MOST_DESCRIPTORS];

static bool is_descriptor(int descriptor)
{
	return descriptor >= 0 && descriptor < MOST_DESCRIPTORS;
}

/* What a full pipe does not take is lost: nobody would read it while the program runs. */
static void write_bytes(int descriptor, const char *bytes, size_t size)
{
	while (size) {
		const ssize_t count = write(descriptor, bytes, size);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return;
		bytes += count;
		size -= (size_t)count;
	}
}

static void write_text(int descriptor, const char *bytes, size_t size)
{
	while (size) {
		const char *end = memchr(bytes, '\n', size);
		const size_t line = end ? (size_t)(end - bytes) : size;

		write_bytes(descriptor, bytes, line);
		if (!end)
			return;
		write_bytes(descriptor, "\r\n", 2);
		bytes += line + 1;
		size -= line + 1;
	}
}

size_t CDECL msvcrt_fwrite(const void *bytes, size_t size, size_t count, struct stream *stream)
{
	const int descriptor = stream->descriptor;

	if (!is_descriptor(descriptor))
		return 0;
	(is_binary[descriptor] ? write_bytes : write_text)(descriptor, bytes, size * count);
	return count;
}

int CDECL msvcrt_fputs(const char *text, struct stream *stream)
{
	msvcrt_fwrite(text, 1, strlen(text), stream);
	return 0;
}

/* The program's own texts are ASCII; what is not becomes a question mark, as in the C locale. */
int CDECL msvcrt_fputws(const WCHAR *text, struct stream *stream)
{
	for (; *text; text++) {
		char narrow = '?';

		if (*text < 128)
			narrow = (char)*text;
		msvcrt_fwrite(&narrow, 1, 1, stream);
	}
	return 0;
}

int CDECL msvcrt_fflush(struct stream *stream)
{
	(void)stream;
	return 0;
}

void CDECL msvcrt_clearerr(struct stream *stream)
{
	(void)stream;
}

int CDECL msvcrt_fileno(struct stream *stream)
{
	return stream->descriptor;
}

int CDECL msvcrt_dup(int descriptor)
{
	const int copy = dup(descriptor);

	if (is_descriptor(copy) && is_descriptor(descriptor))
		is_binary[copy] = is_binary[descriptor];
	return copy;
}

int CDECL msvcrt_dup2(int from, int to)
{
	if (dup2(from, to) < 0)
		return -1;
	if (is_descriptor(from) && is_descriptor(to))
		is_binary[to] = is_binary[from];
	return 0;
}

int CDECL msvcrt_close(int descriptor)
{
	return close(descriptor);
}

int CDECL msvcrt_pipe(int *ends, unsigned size, int mode)
{
	if (pipe(ends) != 0)
		return -1;
	fcntl(ends[1], F_SETPIPE_SZ, size);
	for (int i = 0; i < 2; i++)
		if (is_descriptor(ends[i]))
			is_binary[ends[i]] = mode & BINARY;
	return 0;
}

int CDECL msvcrt_read(int descriptor, void *bytes, unsigned size)
{
	return (int)read(descriptor, bytes, size);
}

int CDECL msvcrt_setmode(int descriptor, int mode)
{
	int before;

	if (!is_descriptor(descriptor))
		return -1;
	before = is_binary[descriptor] ? BINARY : TEXT;
	is_binary[descriptor] = mode == BINARY;
	return before;
}

/* As GetStdHandle numbers them. */
intptr_t CDECL msvcrt_get_osfhandle(int descriptor)
{
	return is_descriptor(descriptor) ? 4 * (descriptor + 1) : -1;
}
