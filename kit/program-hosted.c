/* SPDX-License-Identifier: MIT */
/*
 * Captures what the hosted program prints: descriptors 1 and 2 lead into pipes while it runs. They
 * are in text mode, as the program's own are. A full pipe drops what follows instead of blocking:
 * there is no thread that reads, since a thread would show in what cases look at.
 */
#include <fcntl.h>
#include <io.h>
#include <stdio.h>

#include "capture.h"
#include "heapkit.h"

struct redirection {
	FILE *stream;
	int descriptor;
	int saved;
	int pipe[2];
};

/* The descriptor that leads to the true standard output, once a run has redirected it. */
static int true_output = -1;

/* The kit writes its verdict here; the program, which has stdio, does not come this way. */
FAULT(HANDLE, GetStdHandle, (DWORD which))
{
	if (which == STD_OUTPUT_HANDLE && true_output >= 0)
		return (HANDLE)_get_osfhandle(true_output);
	return REAL(GetStdHandle)(which);
}

static void redirect(struct redirection *redirection)
{
	const unsigned size = 2 * sizeof captured_output.bytes;
	DWORD mode = PIPE_READMODE_BYTE | PIPE_NOWAIT;

	fflush(redirection->stream);
	redirection->descriptor = _fileno(redirection->stream);
	redirection->saved = _dup(redirection->descriptor);
	require(redirection->saved >= 0);
	require(_pipe(redirection->pipe, size, _O_TEXT | _O_NOINHERIT) == 0);
	_setmode(redirection->pipe[0], _O_BINARY);
	SetNamedPipeHandleState((HANDLE)_get_osfhandle(redirection->pipe[1]), &mode, NULL, NULL);
	if (redirection->stream == stdout)
		true_output = redirection->saved;
	require(_dup2(redirection->pipe[1], redirection->descriptor) == 0);
	_close(redirection->pipe[1]);
}

static void restore(struct redirection *redirection, struct capture *capture)
{
	static char bytes[4096];
	int size;

	fflush(redirection->stream);
	clearerr(redirection->stream);
	require(_dup2(redirection->saved, redirection->descriptor) == 0);
	if (redirection->stream == stdout)
		true_output = redirection->descriptor;
	_close(redirection->saved);
	while ((size = _read(redirection->pipe[0], bytes, sizeof bytes)) > 0)
		capture_add(capture, bytes, (size_t)size);
	_close(redirection->pipe[0]);
}

int run_program(void)
{
	struct redirection output = {.stream = stdout}, errors = {.stream = stderr};
	int status;

	redirect(&output);
	redirect(&errors);
	status = capture_program();
	restore(&errors, &captured_errors);
	restore(&output, &captured_output);
	return status;
}
