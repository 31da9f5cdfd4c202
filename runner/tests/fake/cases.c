/* SPDX-License-Identifier: MIT */
/* What a case says of itself, and how it ends. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fake.h"

static void give(const char *verdict, int status)
{
	say(verdict);
	end(status);
}

void pass(void)
{
	give("ok 1", 0);
}

static void fail_with_block(void)
{
	say("not ok 1");
	puts("  ---\n"
	     "  outcome: \"fail\"\n"
	     "  message: \"count == 3\"\n"
	     "  at: \"cases/area/first.c:7\"\n"
	     "  got: \"2\"\n"
	     "  want: \"3 \\\"heaps\\\"\"\n"
	     "  ...");
	end(1);
}

static void skip(void)
{
	printf("TAP version 14\n1..1\nok 1 - %s # SKIP needs a tail wind\n", title);
	end(77);
}

static void broken(void)
{
	say("not ok 1");
	puts("  ---\n  outcome: \"broken\"\n  message: \"no heap could be created\"\n  ...");
	end(99);
}

static void observe(void)
{
	puts("# observe: heaps = 3");
	pass();
}

static void say_half(void)
{
	printf("TAP version 14\n1..1\nok 1 - %.3s", title);
	die(SIGABRT);
}

static void say_without_line_end(void)
{
	printf("TAP version 14\n1..1\nok 1 - %s", title);
	end(0);
}

/* NULs, half characters, surrogates, what no character begins with. */
static void say_among_bytes(void)
{
	static const char bytes[] = "\0\xFF\xC3(\xED\xA0\x80\xF8\x88\0\n";

	fwrite(bytes, 1, sizeof bytes - 1, stdout);
	say("ok 1");
	fwrite(bytes, 1, sizeof bytes - 1, stdout);
	fputs("\xE2\x82", stdout);
	end(0);
}

static void say_byte_for_byte(void)
{
	char text[512];

	snprintf(text, sizeof text, "TAP version 14\r\n1..1\r\nok 1 - %s\r\n", title);
	for (const char *at = text; *at; at++) {
		putchar(*at);
		fflush(stdout);
		usleep(500);
	}
	end(0);
}

static void say_on_stderr(void)
{
	fprintf(stderr, "ok 1 - %s\n", title);
	end(0);
}

static void say_and_hang(void)
{
	say("ok 1");
	hang();
}

static void say_and_crash(void)
{
	say("ok 1");
	crash();
}

static void say_and_bail_out(void)
{
	say("ok 1");
	puts("Bail out! again");
	end(1);
}

static void skip_with_status_0(void)
{
	printf("TAP version 14\n1..1\nok 1 - %s # SKIP for nothing\n", title);
	end(0);
}

static void say_it_of_test_2(void)
{
	give("ok 2", 0);
}

static void say_ok_with_status_1(void)
{
	give("ok 1", 1);
}

static void say_not_ok_with_status_0(void)
{
	give("not ok 1", 0);
}

static void say_twice(void)
{
	say("ok 1");
	pass();
}

static void say_it_of_something_else(void)
{
	puts("TAP version 14\n1..1\nok 1 - something else");
	end(0);
}

static void bail_out(void)
{
	puts("TAP version 14\n1..1\nBail out!");
	end(1);
}

static void bail_out_of_a_stub(void)
{
	puts("TAP version 14\n1..1\nBail out! exception 0x80000100 unimplemented HeapSummary");
	end(0);
}

static void ignore_requests(void)
{
	signal(SIGTERM, SIG_IGN);
	signal(SIGINT, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	hang();
}

static void stop_the_lane(void)
{
	kill(getppid(), SIGSTOP);
	hang();
}

static void kill_the_lane(void)
{
	kill(getppid(), SIGKILL);
	hang();
}

static void wait_for_the_end_of_input(void)
{
	if (getchar() != EOF)
		give("not ok 1", 1);
	pass();
}

static void lack_writing(void)
{
	fputs("emulator: WriteFile is not there\n", stderr);
	die(SIGABRT);
}

static void die_once(void)
{
	if (is_first_time())
		end(1);
	pass();
}

/* Long enough for somebody to interfere. */
static void take_time(void)
{
	note_process(getpid());
	usleep(300000);
	pass();
}

const struct behaviour case_behaviours[] = {
    {"fails", fail_with_block},
    {"skips", skip},
    {"broken", broken},
    {"observes", observe},
    {"silent", silent},
    {"half-a-line", say_half},
    {"no-line-end", say_without_line_end},
    {"bytes", say_among_bytes},
    {"byte-for-byte", say_byte_for_byte},
    {"verdict-on-stderr", say_on_stderr},
    {"verdict-then-hangs", say_and_hang},
    {"verdict-then-crashes", say_and_crash},
    {"verdict-then-bails-out", say_and_bail_out},
    {"skip-with-status-0", skip_with_status_0},
    {"other-number", say_it_of_test_2},
    {"ok-with-status-1", say_ok_with_status_1},
    {"not-ok-with-status-0", say_not_ok_with_status_0},
    {"two-verdicts", say_twice},
    {"other-title", say_it_of_something_else},
    {"bails-out", bail_out},
    {"bails-out-of-a-stub", bail_out_of_a_stub},
    {"crashes", crash},
    {"hangs", hang},
    {"ignores-requests", ignore_requests},
    {"kills-the-lane", kill_the_lane},
    {"stops-the-lane", stop_the_lane},
    {"needs-input", wait_for_the_end_of_input},
    {"lacks-enumeration", lack_enumeration},
    {"lacks-writing", lack_writing},
    {"dies-once", die_once},
    {"takes-time", take_time},
    {NULL, NULL},
};
