/* SPDX-License-Identifier: MIT */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "marked.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

#define VARIABLE "HEAPKIT_TEST_MARK"

static char mark[80];

void marked_begin(void)
{
	static unsigned number;

	snprintf(mark, sizeof mark, VARIABLE "=%d.%u", (int)getpid(), ++number);
	setenv(VARIABLE, strchr(mark, '=') + 1, 1);
}

/* A file of /proc; its NULs stay. Returns its size, 0 where the process is gone. */
static size_t read_of(const char *process, const char *name, char *bytes, size_t room)
{
	char path[300];
	FILE *file;
	size_t size = 0;

	snprintf(path, sizeof path, "/proc/%s/%s", process, name);
	file = fopen(path, "re");
	if (file) {
		size = fread(bytes, 1, room, file);
		fclose(file);
	}
	return size;
}

static bool is_marked(const char *process)
{
	static char variables[1 << 18];
	const size_t size = read_of(process, "environ", variables, sizeof variables);

	/* With the NUL: 12.1 is not 12.11. */
	return memmem(variables, size, mark, strlen(mark) + 1) != NULL;
}

static void add_name(const char *process, char *names, size_t size)
{
	const size_t used = strlen(names);
	char words[100];
	const size_t length = read_of(process, "cmdline", words, sizeof words - 1);

	for (size_t i = 0; i < length; i++)
		if (!isprint((unsigned char)words[i]))
			words[i] = ' ';
	words[length] = '\0';
	snprintf(names + used, size - used, "%s%s %s", used ? "; " : "", process, words);
}

size_t marked_alive(char *names, size_t size)
{
	DIR *processes = opendir("/proc");
	struct dirent *process;
	size_t count = 0;

	names[0] = '\0';
	while (processes && (process = readdir(processes))) {
		if (!isdigit((unsigned char)process->d_name[0]) ||
		    atoi(process->d_name) == getpid() || !is_marked(process->d_name))
			continue;
		count++;
		add_name(process->d_name, names, size);
	}
	if (processes)
		closedir(processes);
	return count;
}

double marked_wait(unsigned milliseconds)
{
	const uint64_t start = uv_hrtime();
	char names[64];

	for (;;) {
		double passed;

		while (waitpid(-1, NULL, WNOHANG) > 0)
			continue;
		passed = (double)(uv_hrtime() - start) / 1e6;
		if (marked_alive(names, sizeof names) == 0)
			return passed;
		if (passed > milliseconds)
			return -passed;
		usleep(5000);
	}
}
