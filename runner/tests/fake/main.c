/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "error.h"
#include "fake.h"
#include "pe.h"

static const struct behaviour *const tables[] = {canary_behaviours, case_behaviours,
						 program_behaviours, start_behaviours};

static const struct behaviour *find(const struct behaviour *table, const char *name, size_t length)
{
	for (; table->name; table++)
		if (strlen(table->name) == length && memcmp(table->name, name, length) == 0)
			return table;
	return NULL;
}

/* Does what the first word found in the table says; then this does not return, or there is none. */
static void act(const struct behaviour *table, const char *words)
{
	while (*words) {
		const size_t length = strcspn(words, "+");
		const struct behaviour *behaviour = find(table, words, length);

		if (behaviour)
			behaviour->act();
		words += length + (words[length] == '+');
	}
}

static bool are_known(const char *words)
{
	while (*words) {
		const size_t length = strcspn(words, "+");
		bool known = length == strlen("passes") && memcmp(words, "passes", length) == 0;

		for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
			known |= find(tables[i], words, length) != NULL;
		if (!known)
			return false;
		words += length + (words[length] == '+');
	}
	return true;
}

static void behave(const char *words, const struct pe *pe)
{
	const char *kind = pe->has_section ? pe->section.kind : "program";

	act(start_behaviours, words);
	if (strcmp(kind, "canary") == 0) {
		act(canary_behaviours, words);
		answer_canary();
	} else if (strcmp(kind, "program") == 0) {
		act(program_behaviours, words);
		check_alone();
		list_heaps();
	} else if (strcmp(pe->section.source, "cases/area/first.c") == 0) {
		act(case_behaviours, words);
	} else {
		check_alone();
	}
	pass();
}

int main(int argc, char **argv)
{
	struct error error;
	struct pe pe;

	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		puts("fake 2.0 (built for tests)");
		return 0;
	}
	if (argc != 3 || !are_known(argv[1])) {
		fputs("usage: fake BEHAVIOUR[+BEHAVIOUR...] PROGRAM.exe\n", stderr);
		return 127;
	}
	if (!pe_read(argv[2], &pe, &error)) {
		fprintf(stderr, "fake: %s\n", error.text);
		return 127;
	}
	title = pe.has_section ? pe.section.title : "a program";
	behave(argv[1], &pe);
	return 127;
}
