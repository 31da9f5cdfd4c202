/* SPDX-License-Identifier: MIT */
#include "alter.h"

#include <string.h>

enum alteration alteration;
bool alterations_asked[ALTERATIONS];

struct line {
	enum alteration number;
	const char *name;
	const char *requirement;
	const char *words;
};

#define LINE(name_, requirement_, words_) {ALTERED_##name_, #name_, requirement_, words_},
static const struct line mutants[] = {MUTANTS(LINE)};
static const struct line variants[] = {VARIANTS(LINE)};

enum { MUTANT_COUNT = sizeof mutants / sizeof *mutants };
enum { VARIANT_COUNT = sizeof variants / sizeof *variants };

/* The names of the tables are C words, with underscores for dashes. */
static char spoken(char letter)
{
	if (letter == '_')
		return '-';
	return letter;
}

static bool is_name(const char *name, const char *word)
{
	while (*word && spoken(*word) == *name)
		word++, name++;
	return !*word && !*name;
}

static bool choose(const struct line *lines, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (is_name(name, lines[i].name)) {
			alteration = lines[i].number;
			return true;
		}
	return false;
}

bool choose_mutant(const char *name)
{
	return choose(mutants, MUTANT_COUNT, name);
}

void watch_alterations(void)
{
	alteration = ALTERATIONS;
}

bool choose_variant(const char *name)
{
	if (strcmp(name, "watched") == 0) {
		watch_alterations();
		return true;
	}
	return choose(variants, VARIANT_COUNT, name);
}

static void report(const struct line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!alterations_asked[lines[i].number])
			continue;
		putc(' ', stderr);
		for (const char *letter = lines[i].name; *letter; letter++)
			putc(spoken(*letter), stderr);
	}
}

void report_alterations(void)
{
	static char bytes[1 << 16];

	if (alteration != ALTERATIONS)
		return;
	setvbuf(stderr, bytes, _IOFBF, sizeof bytes);
	fputs("asked:", stderr);
	report(variants, VARIANT_COUNT);
	report(mutants, MUTANT_COUNT);
	putc('\n', stderr);
	fflush(stderr);
}

static void list(FILE *file, const struct line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		for (const char *letter = lines[i].name; *letter; letter++)
			putc(spoken(*letter), file);
		fprintf(file, "\t%s\t%s\n", lines[i].requirement, lines[i].words);
	}
}

void list_mutants(FILE *file)
{
	list(file, mutants, MUTANT_COUNT);
}

void list_variants(FILE *file)
{
	list(file, variants, VARIANT_COUNT);
}
