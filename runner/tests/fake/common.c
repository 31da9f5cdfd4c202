/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fake.h"

const char *title, *program;
bool statuses_are_lost;

void end(int status)
{
	fflush(stdout);
	_exit(statuses_are_lost ? 0 : status);
}

void die(int signal)
{
	fflush(stdout);
	raise(signal);
	_exit(120);
}

void hang(void)
{
	fflush(stdout);
	note_process(getpid());
	for (;;)
		pause();
}

void silent(void)
{
	end(0);
}

void crash(void)
{
	die(SIGSEGV);
}

void lack_enumeration(void)
{
	fputs("wibo: call reached missing import GetProcessHeaps from kernel32\n", stderr);
	die(SIGABRT);
}

bool is_text_canary(void)
{
	return strncmp(title, "text ", 5) == 0;
}

void say(const char *verdict)
{
	printf("TAP version 14\n1..1\n%s - %s\n", verdict, title);
}

static FILE *open_state(const char *path, const char *mode)
{
	FILE *file = path ? fopen(path, mode) : NULL;

	if (!file && *mode != 'r') {
		perror("fake: FAKE_STATE");
		_exit(121);
	}
	return file;
}

static FILE *open_processes(const char *mode)
{
	return open_state(getenv("FAKE_STATE"), mode);
}

/* In one write, since several may do it at once. */
void note_process(int process)
{
	FILE *file = open_processes("a");

	fprintf(file, "%d\n", process);
	fclose(file);
}

bool is_first_time(void)
{
	const char *own = getenv("FAKE_ATTEMPTS"), *path = own ? own : getenv("FAKE_STATE");
	FILE *file = open_state(path, "r");
	const bool first = !file;

	if (first)
		file = open_state(path, "w");
	fclose(file);
	return first;
}

void share_state(const char *source, const char *target)
{
	char path[4096];

	snprintf(path, sizeof path, "%s/%s.%s", getenv("FAKE_STATE"), strrchr(source, '/') + 1,
		 target);
	setenv("FAKE_ATTEMPTS", path, 1);
	snprintf(path, sizeof path, "%s/lane-%d", getenv("FAKE_STATE"), (int)getppid());
	setenv("FAKE_STATE", path, 1);
}

static void __attribute__((noreturn)) complain(const char *what, int number)
{
	say("not ok 1");
	printf("  ---\n  message: \"%s %d\"\n  ...\n", what, number);
	end(1);
}

static void check_descriptors(void)
{
	DIR *folder = opendir("/proc/self/fd");
	const struct dirent *entry;

	while (folder && (entry = readdir(folder)))
		if (atoi(entry->d_name) > 2 && atoi(entry->d_name) != dirfd(folder))
			complain("there is descriptor", atoi(entry->d_name));
	if (folder)
		closedir(folder);
}

void check_surroundings(void)
{
	FILE *file = open_processes("r");
	int process;

	while (file && fscanf(file, "%d", &process) == 1)
		if (process != getpid() && kill(process, 0) == 0)
			complain("there still lives process", process);
	if (file)
		fclose(file);
	check_descriptors();
}
