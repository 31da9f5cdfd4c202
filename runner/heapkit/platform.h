/* SPDX-License-Identifier: MIT */
/* What differs between the systems a lane runs on. */
#ifndef HEAPKIT_PLATFORM_H
#define HEAPKIT_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/*
 * First of all: words of the command line and what is printed are UTF-8 on every system. On Windows
 * the words become copies that live as long as the process.
 */
void platform_begin(int *argc, char ***argv);

/* fopen() for a path in UTF-8; errno on failure. */
FILE *platform_open(const char *path, const char *mode);

/* The CPUs this process may use: their numbers into `cpus`, at most `room`. Returns how many, at
 * least 1. */
size_t platform_cpus(int *cpus, size_t room);

/* Keeps this process, and what it starts, on one CPU. Returns whether that worked. */
bool platform_pin(int cpu);

/* Starts what this process starts without address space randomisation. False where that is refused.
 */
bool platform_fix_addresses(void);

/* Of the runner: what its lanes leave behind when they are killed is this process's to end. */
void platform_guard_lanes(void);

/*
 * Of a lane: orphans of its descendants become its own children. On Windows all of them are in a
 * job, which ends with the lane.
 */
void platform_adopt_orphans(void);

/* What this process was started with, its pipes and any others, is not for what it starts. */
void platform_pass_nothing_on(void);

/*
 * Of a lane: what it runs cannot open the lane's pipes and files by /proc, as long as it is not
 * root. On Windows a program has the rights of its user, so this does nothing.
 */
void platform_hide(void);

/* The children of this process, adopted ones included. Returns how many of them `children` holds.
 */
size_t platform_children(int *children, size_t room);

/* Seconds of processor time of the children that were waited for, and of theirs. 0: not known. */
double platform_time_of_children(void);

/*
 * Kills every descendant except the processes in `kept` (and what those started), and reaps those
 * that this process adopted. `own` is the child that libuv will reap, or 0.
 */
void platform_kill_descendants(const int *kept, size_t kept_count, int own);

/* Ends what killed lanes left behind; `lanes` are those that live. */
void platform_kill_orphans(const int *lanes, size_t count);

/*
 * A new empty folder for this run, below XDG_RUNTIME_DIR, TMPDIR or /tmp; where much goes into it
 * (`large`), which might all be in memory, below TMPDIR, /var/tmp or /tmp. The caller frees it.
 * NULL: cannot.
 */
char *platform_make_folder(bool large);

/* Removes a folder and all that is in it; links are removed, not followed. */
void platform_remove_folder(const char *path);

/*
 * Whether the terminal that stream 1 or 2 is obeys escape sequences: colour and the progress line.
 * False where the stream is no terminal.
 */
bool platform_takes_escapes(int stream);

/*
 * Why a program did not start, for people: what libuv's `code`, just returned by uv_spawn, means
 * here. Windows tells more than libuv does. The caller frees it.
 */
char *platform_why_not_started(int code);

/* Whether that code speaks of this machine, which lacks something now, and not of the program. */
bool platform_is_shortage(int code);

/* How many files this process may have open at once; 0: nobody counts. */
unsigned platform_file_limit(void);

/* Whether programs of the kit can run by themselves here: on Windows, or in a Wine. */
bool platform_is_windows(void);

/* What ntdll's wine_get_version says, "8.0"; NULL: this is no Wine, or no Windows program. */
const char *platform_wine(void);

/*
 * "Linux 6.1.0 x86_64"; "Windows 10.0.26100.2314 x86_64", where the last number is that of the
 * update; "Windows Server ..."; "Wine 8.0 as Windows 10.0.19043 x86_64". The machine is the real
 * one. The caller frees it.
 */
char *platform_name(void);

/* The machine that this program is emulated as, "x86_64"; NULL: it runs on its own. */
const char *platform_emulated(void);

#endif
