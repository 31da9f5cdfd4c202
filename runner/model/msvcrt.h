/* SPDX-License-Identifier: MIT */
/*
 * As much of a C runtime as programs need that were linked to msvcrt.dll and print a few lines. Not
 * here is what they import and never call: such a function is named and ends the program.
 */
#ifndef HEAPKIT_MODEL_MSVCRT_H
#define HEAPKIT_MODEL_MSVCRT_H

#include "win32.h"

/* What msvcrt.dll exports under a name, a function or a variable; NULL where the model lacks it. */
void *msvcrt_find(const char *name);

/* A stream, as large as programs take it for: they compute the addresses of stdout and stderr. */
struct stream {
	char *position;
	int left;
	char *buffer;
	int flags;
	int descriptor;
	int character;
	int size;
	char *name;
};

extern struct stream streams[20];

/* msvcrt-files.c */
size_t CDECL msvcrt_fwrite(const void *bytes, size_t size, size_t count, struct stream *stream);
int CDECL msvcrt_fputs(const char *text, struct stream *stream);
int CDECL msvcrt_fputws(const WCHAR *text, struct stream *stream);
int CDECL msvcrt_fflush(struct stream *stream);
void CDECL msvcrt_clearerr(struct stream *stream);
int CDECL msvcrt_fileno(struct stream *stream);
int CDECL msvcrt_dup(int descriptor);
int CDECL msvcrt_dup2(int from, int to);
int CDECL msvcrt_close(int descriptor);
int CDECL msvcrt_pipe(int *ends, unsigned size, int mode);
int CDECL msvcrt_read(int descriptor, void *bytes, unsigned size);
int CDECL msvcrt_setmode(int descriptor, int mode);
intptr_t CDECL msvcrt_get_osfhandle(int descriptor);

#endif
