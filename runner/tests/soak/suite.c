/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../make-pe.h"
#include "soak.h"

static const char *const targets[] = {"x86_64-bare", "x86_64-msvcrt", "i686-bare", "i686-msvcrt"};
enum { TARGETS = sizeof targets / sizeof *targets };

static void make_program(const struct soak *soak, const char *name, const char *kind,
			 const char *source, const char *target, const char *title,
			 const char *import)
{
	const char *const requirements = strcmp(kind, "case") == 0 ? "GPH-01" : "";
	const struct heapkit_section section =
	    make_section(kind, source, target, requirements, title);
	const char *const imports[] = {"ExitProcess", "WriteFile", import, NULL};
	char path[4096];

	snprintf(path, sizeof path, "%s/%s.%s.exe", soak->suite, name, target);
	make_pe(path, &section, target[0] == 'x' ? 64 : 32, imports);
}

static void make_canaries(const struct soak *soak, const char *target)
{
	make_program(soak, "status-42", "canary", "kit/canaries/status-42.c", target, "status 42",
		     NULL);
	make_program(soak, "status-43", "canary", "kit/canaries/status-43.c", target, "status 43",
		     NULL);
	make_program(soak, "text", "canary", "kit/canaries/text.c", target, "text quince", NULL);
}

/* Number `i` of an area. The rung of what it imports says when it runs. */
static void make_case(const struct soak *soak, const char *area, unsigned i, const char *import)
{
	char name[64], source[96], title[96];

	snprintf(name, sizeof name, "%s-%05u", area, i / TARGETS);
	snprintf(source, sizeof source, "cases/%s/%05u.c", area, i / TARGETS);
	snprintf(title, sizeof title, "number %u of %s", i, area);
	make_program(soak, name, "case", source, targets[i % TARGETS], title, import);
}

void suite_make(struct soak *soak)
{
	const unsigned calm = soak->jobs * CALM_PER_LANE;

	mkdir(soak->suite, 0700);
	for (size_t i = 0; i < TARGETS; i++)
		make_canaries(soak, targets[i]);
	for (unsigned i = 0; i < calm; i++) {
		make_case(soak, "calm-first", i, NULL);
		make_case(soak, "calm-last", i, "HeapWalk");
	}
	for (unsigned i = 0; i < soak->count; i++)
		make_case(soak, "soak", i, "GetProcessHeaps");
	soak->total = soak->count + 2 * calm;
}
