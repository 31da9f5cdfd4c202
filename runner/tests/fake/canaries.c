/* SPDX-License-Identifier: MIT */
/* What canaries do, and what happens to every program. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fake.h"

void answer_canary(void)
{
	if (strncmp(title, "status ", 7) == 0)
		end(atoi(title + 7));
	puts(title + strlen("text "));
	end(0);
}

static void lack_writing(void)
{
	if (!is_text_canary())
		answer_canary();
	fputs("emulator: WriteFile is not there\n", stderr);
	die(SIGABRT);
}

static void lack_everything(void)
{
	if (is_text_canary())
		fputs("emulator: WriteFile is not there\n", stderr);
	die(SIGABRT);
}

static void end_with_42(void)
{
	end(is_text_canary() ? 0 : 42);
}

static void complain(void)
{
	fputs("emulator: this is a development version\n", stderr);
	answer_canary();
}

static void die_once(void)
{
	if (is_first_time())
		end(1);
	answer_canary();
}

static void say_hello(void)
{
	puts("hello");
	end(1);
}

const struct behaviour canary_behaviours[] = {
    {"canaries-silent", silent},
    {"canaries-hello", say_hello},
    {"canaries-hang", hang},
    {"canaries-crash", crash},
    {"canaries-flood", flood},
    {"canaries-end-with-42", end_with_42},
    {"canaries-lack-writing", lack_writing},
    {"canaries-lack-everything", lack_everything},
    {"canaries-die-once", die_once},
    {"canaries-complain", complain},
    {NULL, NULL},
};

static void lose_statuses(void)
{
	statuses_are_lost = true;
}

static void lose_text(void)
{
	const int nowhere = open("/dev/null", O_WRONLY);

	dup2(nowhere, 1);
	dup2(nowhere, 2);
	close(nowhere);
}

const struct behaviour start_behaviours[] = {
    {"text-only", lose_statuses},
    {"status-only", lose_text},
    {NULL, NULL},
};
