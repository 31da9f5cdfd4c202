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

#include "processes.h"

#define VARIABLE "HEAPKIT_TEST_MARK"

static char mark[80];

void marked_begin(void)
{
	static unsigned number;

	snprintf(mark, sizeof mark, VARIABLE "=%d.%u", (int)getpid(), ++number);
	setenv(VARIABLE, strchr(mark, '=') + 1, 1);
}

static bool is_marked(int process)
{
	static char variables[1 << 18];
	const size_t size = process_read(process, "environ", variables, sizeof variables);

	/* With the NUL: 12.1 is not 12.11. */
	return memmem(variables, size, mark, strlen(mark) + 1) != NULL;
}

static void add_name(int process, char *names, size_t size)
{
	const size_t used = strlen(names);
	char words[100];
	const size_t length = process_read(process, "cmdline", words, sizeof words - 1);

	for (size_t i = 0; i < length; i++)
		if (!isprint((unsigned char)words[i]))
			words[i] = ' ';
	words[length] = '\0';
	snprintf(names + used, size - used, "%s%d %s", used ? "; " : "", process, words);
}

size_t marked_alive(char *names, size_t size)
{
	DIR *processes = opendir("/proc");
	const struct dirent *entry;
	size_t count = 0;

	names[0] = '\0';
	while (processes && (entry = readdir(processes))) {
		const int process = atoi(entry->d_name); /* 0: something else lies there */

		if (process == 0 || process == getpid() || !is_marked(process))
			continue;
		count++;
		add_name(process, names, size);
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
