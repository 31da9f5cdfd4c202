/* SPDX-License-Identifier: MIT */
/*
 * The agent: starts every program of a folder, one after another, and writes what each did. For
 * systems on which no runner can live: ReactOS, Windows XP, virtual machines, consoles. It has no C
 * runtime and calls only what Windows NT 5.1 has. README.md describes the log.
 */
#ifndef HEAPKIT_AGENT_H
#define HEAPKIT_AGENT_H

#include <windows.h>

#include <stdbool.h>
#include <stdint.h>

enum {
	PATH_ROOM = MAX_PATH,  /* CreateProcess of NT 5.1 takes no more */
	OUTPUT_ROOM = 1 << 18, /* bytes; a case prints a few lines */
};

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

/* What there is to know of a program before it is started. */
struct program {
	uint64_t digest; /* of its bytes, as heapkit knows its programs */
	DWORD limit;     /* seconds it asks for; 0: it does not */
};

enum program_kind { PROGRAM_OF_THE_KIT, PROGRAM_OF_OTHERS, PROGRAM_UNREADABLE };

/* Only programs with a .heapkit section are of the kit: no other is ever started. */
enum program_kind program_read(const WCHAR *path, struct program *program);

/*
 * Starts the program and waits for its end, at most `limit` milliseconds; then it and everything it
 * started is ended. `path` is absolute. The result is static.
 */
const struct ending *agent_run(const WCHAR *path, DWORD limit);

/* The log: opens it (NULL: standard output); false where that cannot be done. */
bool log_open(const WCHAR *path);

/* What system this is, and when. */
void log_begin(void);

/*
 * One program's record, framed and with a check sum, in two steps: a system that the program takes
 * down with it leaves its name. `name` is relative to the folder of cases.
 */
void log_program(const WCHAR *name, uint64_t digest, DWORD limit);
void log_ending(const struct ending *ending, DWORD attempts);

/* The end; without it a log is known to be cut. */
void log_end(void);

/* Writes to standard error; both may be NULL. */
void say(const char *text, const WCHAR *path);

#endif
