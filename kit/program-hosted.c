/* SPDX-License-Identifier: MIT */
/*
 * Captures what the hosted program prints: descriptors 1 and 2 lead into pipes while it runs. The
 * pipes hold more than the program prints for the few heaps that a case lets it see.
 */
#include <fcntl.h>
#include <io.h>
#include <stdio.h>

#include "capture.h"
#include "heapkit.h"

enum { PIPE_SIZE = 65536 };

struct redirection {
	FILE *stream;
	int descriptor;
	int saved;
	int pipe[2];
};

static void redirect(struct redirection *redirection)
{
	fflush(redirection->stream);
	redirection->descriptor = _fileno(redirection->stream);
	redirection->saved = _dup(redirection->descriptor);
	require(redirection->saved >= 0);
	require(_pipe(redirection->pipe, PIPE_SIZE, _O_BINARY) == 0);
	require(_dup2(redirection->pipe[1], redirection->descriptor) == 0);
	_close(redirection->pipe[1]);
}

static void restore(struct redirection *redirection, struct capture *capture)
{
	static char bytes[PIPE_SIZE];
	int size;

	fflush(redirection->stream);
	_dup2(redirection->saved, redirection->descriptor);
	_close(redirection->saved);
	while ((size = _read(redirection->pipe[0], bytes, sizeof bytes)) > 0)
		capture_add(capture, bytes, (size_t)size);
	_close(redirection->pipe[0]);
}

int run_program(void)
{
	struct redirection output = {.stream = stdout}, errors = {.stream = stderr};
	int status;

	capture_clear();
	redirect(&output);
	redirect(&errors);
	status = program_main();
	restore(&errors, &captured_errors);
	restore(&output, &captured_output);
	return status;
}
