/* SPDX-License-Identifier: MIT */
/*
 * The agent: starts every program of a folder, one after another, and writes what each did. For
 * systems on which no runner can live: ReactOS, Windows XP, virtual machines, consoles. It has no C
 * runtime and calls only what Windows NT 5.1 has.
 */
#ifndef HEAPKIT_AGENT_H
#define HEAPKIT_AGENT_H

#include <windows.h>

#include <stdbool.h>
#include <stdint.h>

enum { OUTPUT_ROOM = 1 << 18 /* bytes; a case prints a few lines */ };

/* What a program wrote to one of its streams. */
struct output {
	DWORD size;
	char bytes[OUTPUT_ROOM];
};

/* How a program ended. */
struct ending {
	bool started, timed_out, flooded;
	DWORD error;  /* of CreateProcess, where it was not started */
	DWORD status; /* all 32 bits */
	DWORD milliseconds;
	struct output output, errors;
};

/*
 * Starts the program and waits for its end, at most `limit` milliseconds; then it and everything it
 * started is ended. `path` is absolute. The result is static.
 */
const struct ending *agent_run(const WCHAR *path, DWORD limit);

/* The log: opens it (NULL: standard output); false and the last error where that cannot be done. */
bool log_open(const WCHAR *path);

/* What system this is. */
void log_begin(void);

/* One program's record, framed and with a check sum. `name` is relative to the folder of cases. */
void log_program(const WCHAR *name, uint64_t digest, const struct ending *ending);

/* The end; without it a log is known to be cut. */
void log_end(void);

#endif
