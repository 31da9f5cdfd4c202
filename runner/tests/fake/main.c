/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "fake.h"
#include "pe.h"
#include "../fake-table.h"

static const struct behaviour *const tables[] = {
    canary_behaviours, case_behaviours,    output_behaviours, process_behaviours,
    child_behaviours,  program_behaviours, start_behaviours};

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

static void act_as_case(const char *words)
{
	act(case_behaviours, words);
	act(output_behaviours, words);
	act(process_behaviours, words);
	act(child_behaviours, words);
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
		check_surroundings();
		list_heaps();
	} else if (strcmp(pe->section.source, "cases/area/first.c") == 0) {
		act_as_case(words);
	} else {
		check_surroundings();
	}
	pass();
}

/* Cases of other areas are calm: who watches the run counts descriptors during these. */
static void behave_at_random(const char *seed, const struct pe *pe)
{
	const char *source = pe->section.source, *target = pe->section.target;

	if (strcmp(pe->section.kind, "canary") == 0)
		answer_canary();
	share_state(source, target);
	check_surroundings();
	remove(getenv("FAKE_STATE"));
	if (strncmp(source, "cases/soak/", strlen("cases/soak/")) == 0)
		act_as_case(fake_choose(strtoull(seed, NULL, 10), source, target)->behaviour);
	else
		act_as_case("takes-time");
	pass();
}

static int print_table(void)
{
	printf("%-28s%-7s%-15s%-9s%s\n", "behaviour", "weight", "outcome", "attempts",
	       "the message, or a part of it");
	for (size_t i = 0; i < fake_row_count; i++) {
		const struct fake_row *row = &fake_rows[i];

		printf("%-28s%-7u%-15s%-9u", row->behaviour, row->weight, row->outcome,
		       row->attempts);
		for (const char *at = row->message ? row->message : ""; *at; at++)
			putchar(*at < ' ' ? '?' : *at);
		putchar('\n');
	}
	return 0;
}

int main(int argc, char **argv)
{
	static const char random[] = "random:";
	struct error error;
	struct pe pe;

	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		puts("fake 2.0 (built for tests)");
		return 0;
	}
	if (argc == 2 && strcmp(argv[1], "--table") == 0)
		return print_table();
	if (argc != 3 || (strncmp(argv[1], random, strlen(random)) != 0 && !are_known(argv[1]))) {
		fputs("usage: fake BEHAVIOUR[+BEHAVIOUR...] PROGRAM.exe\n"
		      "       fake random:SEED PROGRAM.exe\n"
		      "       fake --table\n",
		      stderr);
		return 127;
	}
	if (!pe_read(argv[2], &pe, &error)) {
		fprintf(stderr, "fake: %s\n", error.text);
		return 127;
	}
	program = argv[2];
	title = pe.has_section ? pe.section.title : "a program";
	if (strncmp(argv[1], random, strlen(random)) == 0)
		behave_at_random(argv[1] + strlen(random), &pe);
	else
		behave(argv[1], &pe);
	return 127;
}
