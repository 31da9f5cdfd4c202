/* SPDX-License-Identifier: MIT */
/* What a case prints: too much, in pieces, nonsense, what looks like something else. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fake.h"
#include "../fake-table.h"

enum { CHUNK = 65536, MUCH = 200 * 1024 /* bytes: nearly what a case may print */ };

/* A gigabyte, of which the reader takes what it likes. */
static void pour(int stream, int byte, int line_end)
{
	static char chunk[CHUNK];

	memset(chunk, byte, sizeof chunk);
	for (size_t i = 79; i < sizeof chunk; i += 80)
		chunk[i] = (char)line_end;
	for (int i = 0; i < 1 << 30; i += CHUNK)
		if (write(stream, chunk, sizeof chunk) < 0)
			_exit(125);
}

void flood(void)
{
	say("ok 1");
	for (int i = 0; i < 10 * 1024; i++)
		printf("%1023d\n", i);
	end(0);
}

static void flood_gigabyte(void)
{
	say("ok 1");
	fflush(stdout);
	pour(1, 'x', '\n');
	end(0);
}

static void flood_stderr(void)
{
	say("ok 1");
	fflush(stdout);
	pour(2, 'x', '\n');
	end(0);
}

static void flood_with_nuls(void)
{
	pour(1, 0, 0);
	pass();
}

static void flood_from_child(void)
{
	const pid_t child = fork();

	if (child == 0) {
		setsid();
		note_process(getpid());
		pour(1, 'x', '\n');
		_exit(0);
	}
	hang();
}

static void print_many(int byte)
{
	for (int i = 0; i < MUCH; i++)
		putchar(i % 80 == 79 ? '\n' : byte);
	pass();
}

static void print_much(void)
{
	print_many('x');
}

static void print_controls(void)
{
	print_many('\001');
}

/* Of every kind of byte; that it holds a verdict would take longer than the universe is old. */
static void print_garbage(void)
{
	uint64_t number = fake_number(0, title, "garbage");

	for (int i = 0; i < 1 << 16; i++) {
		number = number * 6364136223846793005 + 1442695040888963407;
		putc((int)(number >> 56), i % 3 ? stdout : stderr);
	}
	end(0);
}

static void split_lines(void)
{
	char text[512];
	const size_t length =
	    (size_t)snprintf(text, sizeof text, "TAP version 14\n1..1\nok 1 - %s\n", title);

	for (size_t i = 0; i < length; i += 7) {
		fwrite(text + i, 1, length - i < 7 ? length - i : 7, stdout);
		fflush(stdout);
		usleep(5000);
	}
	end(0);
}

static void drip(void)
{
	note_process(getpid());
	for (;;) {
		putchar('.');
		fflush(stdout);
		usleep(10000);
	}
}

static void talk_as_lane(void)
{
	puts("{\"ready\":true,\"pinned\":true,\"fixed_addresses\":true}\n"
	     "{\"job\":0,\"started\":true,\"error\":\"\",\"timed_out\":false,\"flooded\":false,"
	     "\"status\":0,\"signal\":0,\"seconds\":0,\"timeout\":1,\"out\":\"\",\"err\":\"\"}\n"
	     "{\"error\":\"no\"}");
	end(3);
}

static void fail_with(const char *message, int times)
{
	say("not ok 1");
	fputs("  ---\n  message: \"", stdout);
	while (times-- > 0)
		fputs(message, stdout);
	puts("\"\n  ...");
	end(1);
}

/* Titles of terminals, and what would end an attribute, a comment or a block. */
static void escape(void)
{
	fputs("\033]2;soak\a\033[2J\033[31m\r\b--></pre><script>x</script>]]>```\n", stdout);
	fail_with("\\x1b]2;soak\\x07 --></pre><script>x</script>]]>``` @everyone", 1);
}

static void fail_at_length(void)
{
	fail_with("heap ", MUCH / 5);
}

static void observe_much(void)
{
	for (int i = 0; i < MUCH / 25; i++)
		printf("# observe: name%d = value\n", i);
	pass();
}

static void nest_block(int depth)
{
	say("not ok 1");
	puts("  ---");
	fputs("  message: ", stdout);
	for (int i = 0; i < depth; i++)
		putchar('[');
	puts("\n  ...");
	end(1);
}

static void nest_deep(void)
{
	nest_block(8000);
}

static void nest_too_deep(void)
{
	nest_block(MUCH);
}

static void alias_in_block(void)
{
	say("not ok 1");
	puts("  ---\n  a0: &a0 [x, x, x, x, x, x, x, x]");
	for (int i = 1; i < 64; i++)
		printf("  a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n", i, i, i - 1, i - 1, i - 1, i - 1);
	puts("  message: count\n  ...");
	end(1);
}

static void fill_block(void)
{
	say("not ok 1");
	puts("  ---\n  message: count");
	for (int i = 0; i < MUCH / 14; i++)
		printf("  k%d: %d\n", i, i);
	puts("  ...");
	end(1);
}

static void bail_out_at_length(void)
{
	fputs("TAP version 14\n1..1\nBail out! exception 0x80000100 unimplemented ", stdout);
	for (int i = 0; i < MUCH / 4; i++)
		fputs("Heap", stdout);
	puts("");
	end(0);
}

const struct behaviour output_behaviours[] = {
    {"floods", flood},
    {"floods-a-gigabyte", flood_gigabyte},
    {"floods-stderr", flood_stderr},
    {"floods-with-nuls", flood_with_nuls},
    {"floods-from-a-child", flood_from_child},
    {"prints-much", print_much},
    {"prints-controls", print_controls},
    {"garbage", print_garbage},
    {"splits-lines", split_lines},
    {"drips", drip},
    {"talks-as-a-lane", talk_as_lane},
    {"escapes", escape},
    {"long-message", fail_at_length},
    {"many-observations", observe_much},
    {"nested-block", nest_deep},
    {"nested-too-deep", nest_too_deep},
    {"aliases-in-the-block", alias_in_block},
    {"many-lines-in-the-block", fill_block},
    {"bails-out-at-length", bail_out_at_length},
    {NULL, NULL},
};
