/* SPDX-License-Identifier: MIT */
#include "processes.h"

#include <stdio.h>
#include <string.h>

static FILE *open_of(int process, const char *name)
{
	char path[64];

	snprintf(path, sizeof path, "/proc/%d/%s", process, name);
	return fopen(path, "re");
}

size_t process_read(int process, const char *name, char *bytes, size_t room)
{
	FILE *file = open_of(process, name);
	size_t size = 0;

	if (file) {
		size = fread(bytes, 1, room, file);
		fclose(file);
	}
	return size;
}

size_t process_children(int process, int *children, size_t room)
{
	char name[32];
	FILE *file;
	size_t count = 0;

	snprintf(name, sizeof name, "task/%d/children", process);
	file = open_of(process, name);
	while (file && count < room && fscanf(file, "%d", &children[count]) == 1)
		count++;
	if (file)
		fclose(file);
	return count;
}

bool process_is_lane(int process)
{
	static const char end[] = "\0lane";
	char words[4096] = "";
	const size_t size = process_read(process, "cmdline", words, sizeof words);

	return size >= sizeof end && memcmp(words + size - sizeof end, end, sizeof end) == 0;
}
