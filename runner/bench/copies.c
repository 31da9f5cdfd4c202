/* SPDX-License-Identifier: MIT */
/*
 * A suite of any size, from programs of the kit: canaries and the reference program as they are,
 * then case after case, again and again under another name, each a program of its own. Cases that
 * ask for a time limit of their own, since they wait or take long, are left out unless --slow comes
 * first.
 *
 *   copies [--slow] FOLDER COUNT PROGRAM...      prints the path of each
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../../kit/section.h"
#include "error.h"
#include "file.h"

enum { ROOM = 1 << 24 /* bytes of a program */ };

struct specimen {
	unsigned char *bytes;
	size_t size;
	size_t at;       /* of the section in them */
	char source[96]; /* without its ending, as it was built */
	bool is_case, is_slow;
};

static struct heapkit_section *section_of(const struct specimen *specimen, size_t at)
{
	return (struct heapkit_section *)(void *)(specimen->bytes + at);
}

/* The text alone may stand in a program twice. */
static bool find_section(struct specimen *specimen)
{
	static const char magic[8] = HEAPKIT_SECTION_MAGIC;

	for (size_t i = 0; i + sizeof(struct heapkit_section) <= specimen->size; i += 4) {
		const struct heapkit_section *section = section_of(specimen, i);

		specimen->at = i;
		if (memcmp(section->magic, magic, sizeof magic) == 0 &&
		    section->version == HEAPKIT_SECTION_VERSION && section->size == sizeof *section)
			return true;
	}
	return false;
}

static bool read_specimen(const char *path, struct specimen *specimen, struct error *error)
{
	const struct heapkit_section *section;
	char *ending;

	if (!file_read(path, ROOM, &specimen->bytes, &specimen->size, error))
		return false;
	if (!find_section(specimen))
		return error_set(error, "%s: is no program of the kit", path);
	section = section_of(specimen, specimen->at);
	memcpy(specimen->source, section->source, sizeof specimen->source);
	ending = strrchr(specimen->source, '.');
	if (ending)
		*ending = '\0';
	specimen->is_case = strstr(section->kind, "case") != NULL;
	specimen->is_slow = section->time_limit != 0;
	return true;
}

static bool write_copy(const char *folder, unsigned number, const struct specimen *specimen,
		       struct error *error)
{
	struct heapkit_section *section = section_of(specimen, specimen->at);
	char *name = specimen->is_case ? xformat("%.80s-%u.c", specimen->source, number) : NULL;
	char *path = xformat("%s/%05u.exe", folder, number);
	FILE *file = fopen(path, "wb");
	bool written;

	if (name) {
		memset(section->source, 0, sizeof section->source);
		snprintf(section->source, sizeof section->source, "%s", name);
	}
	written = file && fwrite(specimen->bytes, specimen->size, 1, file) == 1;
	written = file && fclose(file) == 0 && written && chmod(path, 0755) == 0;
	if (written)
		puts(path);
	else
		error_set(error, "%s: cannot be written", path);
	free(path);
	free(name);
	return written;
}

static bool write_all(const char *folder, unsigned count, const struct specimen *specimens,
		      int kinds, struct error *error)
{
	unsigned written = 0;

	for (int i = 0; i < kinds && written < count; i++)
		if (!specimens[i].is_case && !write_copy(folder, written++, &specimens[i], error))
			return false;
	while (written < count) {
		const unsigned before = written;

		for (int i = 0; i < kinds && written < count; i++)
			if (specimens[i].is_case &&
			    !write_copy(folder, written++, &specimens[i], error))
				return false;
		if (written == before)
			return error_set(error, "there is no case among the programs");
	}
	return true;
}

int main(int argc, char **argv)
{
	const bool slow = argc > 1 && strcmp(argv[1], "--slow") == 0;
	char **words = argv + 1 + slow;
	const int given = argc - 3 - slow;
	struct specimen *specimens;
	struct error error;
	int kinds = 0;

	if (given < 1)
		return EXIT_MISUSE;
	specimens = xcalloc((size_t)given, sizeof *specimens);
	for (int i = 0; i < given; i++) {
		if (!read_specimen(words[i + 2], &specimens[kinds], &error))
			return error_report(&error, EXIT_MISUSE);
		if (slow || !specimens[kinds].is_slow)
			kinds++;
		else
			free(specimens[kinds].bytes);
	}
	if (!write_all(words[0], (unsigned)atoi(words[1]), specimens, kinds, &error))
		return error_report(&error, EXIT_MISUSE);
	for (int i = 0; i < kinds; i++)
		free(specimens[i].bytes);
	free(specimens);
	return 0;
}
