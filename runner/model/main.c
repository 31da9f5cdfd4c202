/* SPDX-License-Identifier: MIT */
/* heapkit-model: our own small Win32, the documentation as running code. README.md tells of it. */
#include <stdio.h>
#include <string.h>

#include "../heapkit/error.h"
#include "alter.h"
#include "enumerate.h"
#include "faults.h"
#include "pe-map.h"
#include "teb.h"
#include "tls.h"

static const char usage[] =
    "usage: heapkit-model [--load] [--mutant NAME | --variant NAME] CASE.exe\n"
    "       heapkit-model --list-mutants | --list-variants | --version | --help\n"
    "\n"
    "Runs a PE program on a small Win32 that does what the documentation says.\n"
    "\n"
    "  --mutant NAME     with one deliberate mistake, which a case must catch\n"
    "  --variant NAME    with one legal difference, which no MUST case may mind\n"
    "  --variant watched  no difference, but stderr names at the end those that might have shown\n"
    "  --load            only map the program, do not run it\n"
    "  --list-mutants    name, requirement that it breaks, what is wrong; tabs between\n"
    "  --list-variants   name, requirement that leaves it free, what differs\n"
    "  NAME empty        no difference\n"
    "\n"
    "The exit status is the program's, cut to 8 bits; 2 is also that of a mistake on\n"
    "the command line or a program that cannot be loaded, which stderr then names.\n"
    "A function that the model lacks is named there when it is called: SIGABRT.\n";

/* Returns 0, which is no place of a program on the command line. */
static int misuse(const char *what, const char *word)
{
	fprintf(stderr, "heapkit-model: %s%s; see heapkit-model --help\n", what, word);
	return 0;
}

static bool only_load;

/* Returns the index of the first word that is no option, or 0 with an error reported. */
static int read_options(int argc, char **argv)
{
	int at = 1;

	if (argc > 1 && strcmp(argv[1], "--load") == 0) {
		only_load = true;
		at++;
	}
	for (; at < argc && strncmp(argv[at], "--", 2) == 0; at += 2) {
		const bool mutant = strcmp(argv[at], "--mutant") == 0;
		const char *name = argv[at + 1];

		if (!mutant && strcmp(argv[at], "--variant") != 0)
			return misuse("unknown option ", argv[at]);
		if (!name)
			return misuse("a name is missing after ", argv[at]);
		if (!*name)
			continue;
		if (alteration != NOT_ALTERED)
			return misuse("one difference at a time, and not also ", name);
		if (!(mutant ? choose_mutant(name) : choose_variant(name)))
			return misuse(mutant ? "there is no mutant " : "there is no variant ",
				      name);
	}
	if (at + 1 != argc)
		return misuse("name one program to run", "");
	return at;
}

/* A program's entry point gets the process environment block, and need not return. */
static void __attribute__((noreturn)) run(void)
{
	DWORD(WINAPI * entry)(struct peb *);
	const unsigned char *address = image.base + image.entry;

	memcpy(&entry, &address, sizeof entry);
	end_process(entry(&process_environment));
}

static int start(const char *path)
{
	struct error error;

	if (!pe_map(path, &error)) {
		fprintf(stderr, "heapkit-model: %s\n", error.text);
		return EXIT_MISUSE;
	}
	if (only_load)
		return 0;
	process_environment.image_base = image.base;
	if (!teb_begin() || !faults_begin() || !process_heap_make()) {
		fputs("heapkit-model: this host refuses memory or a segment register\n", stderr);
		return EXIT_CANNOT_RUN;
	}
	alter_start();
	if (!tls_begin()) {
		fputs("heapkit-model: this host refuses memory\n", stderr);
		return EXIT_CANNOT_RUN;
	}
	run();
}

int main(int argc, char **argv)
{
	const char *word = argc == 2 ? argv[1] : "";
	int at;

	if (strcmp(word, "--help") == 0)
		fputs(usage, stdout);
	else if (strcmp(word, "--version") == 0)
		puts("heapkit-model " HEAPKIT_VERSION);
	else if (strcmp(word, "--list-mutants") == 0)
		list_mutants(stdout);
	else if (strcmp(word, "--list-variants") == 0)
		list_variants(stdout);
	else
		return (at = read_options(argc, argv)) ? start(argv[at]) : EXIT_MISUSE;
	return 0;
}
