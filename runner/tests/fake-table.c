/* SPDX-License-Identifier: MIT */
#include "fake-table.h"

#include <string.h>

enum { OFTEN = 10, SELDOM = 2 };

#define NO_VERDICT "without a verdict"
#define TOO_MUCH "printed more than a case may"
#define TOO_LONG "did not end within"

const struct fake_row fake_rows[] = {
    {"passes", OFTEN, "pass", NULL, 1},
    {"fails", OFTEN, "fail", "count == 3", 1},
    {"skips", OFTEN, "skip", "needs a tail wind", 1},
    {"broken", OFTEN, "broken", "no heap could be created", 1},
    {"observes", OFTEN, "pass", NULL, 1},
    {"silent", OFTEN, "crash", "ended with status 0 " NO_VERDICT, 2},
    {"half-a-line", OFTEN, "crash", "was ended by signal 6 " NO_VERDICT, 1},
    {"no-line-end", OFTEN, "crash", "ended with status 0 " NO_VERDICT, 1},
    {"bytes", OFTEN, "pass", NULL, 1},
    {"byte-for-byte", OFTEN, "pass", NULL, 1},
    {"verdict-on-stderr", OFTEN, "crash", "ended with status 0 " NO_VERDICT, 1},
    {"verdict-then-crashes", OFTEN, "crash", "said ok and then was ended by signal 11", 1},
    {"verdict-then-bails-out", OFTEN, "crash", "crashed: again", 1},
    {"ok-with-status-1", OFTEN, "crash", "said ok and then ended with status 1", 1},
    {"skip-with-status-0", OFTEN, "crash", "said ok and then ended with status 0", 1},
    {"not-ok-with-status-0", OFTEN, "fail", NULL, 1},
    {"two-verdicts", OFTEN, "crash", "gave 2 verdicts", 1},
    {"other-number", OFTEN, "crash", "ended with status 0 " NO_VERDICT, 1},
    {"other-title", OFTEN, "crash", "gave a verdict on something else", 1},
    {"bails-out", OFTEN, "crash", "crashed", 1},
    {"bails-out-of-a-stub", OFTEN, "unimplemented", "unimplemented: HeapSummary", 1},
    {"bails-out-at-length", OFTEN, "unimplemented", "unimplemented: HeapHeapHeap", 1},
    {"crashes", OFTEN, "crash", "was ended by signal 11 " NO_VERDICT, 2},
    {"needs-input", OFTEN, "pass", NULL, 1},
    {"lacks-enumeration", OFTEN, "unimplemented", "unimplemented: GetProcessHeaps", 1},
    {"dies-once", OFTEN, "pass", NULL, 2},
    {"takes-time", SELDOM, "pass", NULL, 1},
    {"hangs", SELDOM, "timeout", TOO_LONG, 1},
    {"ignores-requests", SELDOM, "timeout", TOO_LONG, 1},
    {"verdict-then-hangs", SELDOM, "timeout", TOO_LONG, 1},

    {"floods", OFTEN, "crash", TOO_MUCH, 1},
    {"floods-a-gigabyte", OFTEN, "crash", TOO_MUCH, 1},
    {"floods-stderr", OFTEN, "crash", TOO_MUCH, 1},
    {"floods-with-nuls", OFTEN, "crash", TOO_MUCH, 1},
    {"floods-from-a-child", OFTEN, "crash", TOO_MUCH, 1},
    {"prints-much", OFTEN, "pass", NULL, 1},
    {"prints-controls", OFTEN, "pass", NULL, 1},
    {"garbage", OFTEN, "crash", "ended with status 0 " NO_VERDICT, 1},
    {"splits-lines", OFTEN, "pass", NULL, 1},
    {"drips", SELDOM, "timeout", TOO_LONG, 1},
    {"talks-as-a-lane", OFTEN, "crash", "ended with status 3 " NO_VERDICT, 1},
    {"escapes", OFTEN, "fail", "\033]2;soak\a", 1},
    {"long-message", OFTEN, "fail", "more than 8192 bytes", 1},
    {"many-observations", OFTEN, "pass", NULL, 1},
    {"nested-block", OFTEN, "fail", NULL, 1},
    {"nested-too-deep", OFTEN, "fail", "more than 8192 bytes", 1},
    {"aliases-in-the-block", OFTEN, "fail", "count", 1},
    {"many-lines-in-the-block", OFTEN, "fail", "count", 1},

    {"closes-output", OFTEN, "pass", NULL, 1},
    {"closes-output-and-hangs", SELDOM, "timeout", TOO_LONG, 1},
    {"reopens-descriptors", OFTEN, "pass", NULL, 1},
    {"closes-all-descriptors", OFTEN, "pass", NULL, 1},
    {"hoards-descriptors", OFTEN, "pass", NULL, 1},
    {"writes-to-the-terminal", OFTEN, "pass", NULL, 1},
    {"loses-its-folder", OFTEN, "pass", NULL, 1},
    {"empties-the-folder", OFTEN, "pass", NULL, 1},
    {"deletes-itself", OFTEN, "pass", NULL, 1},
    {"deletes-the-program", OFTEN, "crash", "ended with status 127 " NO_VERDICT, 2},
    {"becomes-another", OFTEN, "pass", NULL, 1},
    {"becomes-another-and-hangs", SELDOM, "timeout", TOO_LONG, 1},
    {"stops-itself", SELDOM, "timeout", TOO_LONG, 1},
    {"stops-its-group", SELDOM, "timeout", TOO_LONG, 1},
    {"ends-its-group", OFTEN, "crash", "was ended by signal 15 " NO_VERDICT, 2},
    {"kills-its-group", OFTEN, "crash", "was ended by signal 9 " NO_VERDICT, 2},
    {"traces-itself", OFTEN, "crash", "ended with status 0 " NO_VERDICT, 2},
    {"overflows-its-stack", OFTEN, "crash", "was ended by signal 11 " NO_VERDICT, 2},
    {"speaks-in-a-thread", OFTEN, "pass", NULL, 1},
    {"hangs-in-a-thread", SELDOM, "timeout", TOO_LONG, 1},
    {"spins", SELDOM, "timeout", TOO_LONG, 1},

    {"leaves-children", OFTEN, "pass", NULL, 1},
    {"leaves-child-and-hangs", SELDOM, "timeout", TOO_LONG, 1},
    {"leaves-silent-child", OFTEN, "crash", "ended with status 0 " NO_VERDICT, 2},
    {"leaves-stopped-child", OFTEN, "pass", NULL, 1},
    {"leaves-adopter", OFTEN, "pass", NULL, 1},
    {"leaves-daemon", OFTEN, "pass", NULL, 1},
    {"leaves-zombies", OFTEN, "pass", NULL, 1},
    {"waits-for-vfork", SELDOM, "timeout", TOO_LONG, 1},
    {"forks-in-a-chain", OFTEN, "pass", NULL, 1},
    {"fork-bomb", OFTEN, "pass", NULL, 1},
    {"fork-bomb-and-hangs", SELDOM, "timeout", TOO_LONG, 1},
    {"runs-away", OFTEN, "pass", NULL, 1},
    {"runs-away-and-hangs", SELDOM, "timeout", TOO_LONG, 1},
};

const size_t fake_row_count = sizeof fake_rows / sizeof *fake_rows;

const struct fake_row *fake_find(const char *behaviour, size_t length)
{
	for (size_t i = 0; i < fake_row_count; i++)
		if (strlen(fake_rows[i].behaviour) == length &&
		    memcmp(fake_rows[i].behaviour, behaviour, length) == 0)
			return &fake_rows[i];
	return NULL;
}

/* FNV-1a, with the NUL that ends the text. */
static uint64_t stir(uint64_t number, const char *text)
{
	do
		number = (number ^ (unsigned char)*text) * 0x100000001B3;
	while (*text++);
	return number;
}

uint64_t fake_number(uint64_t seed, const char *text, const char *other)
{
	uint64_t number = stir(stir(seed ^ 0xCBF29CE484222325, text), other);

	number = (number ^ number >> 31) * 0xBF58476D1CE4E5B9;
	return number ^ number >> 29;
}

const struct fake_row *fake_choose(uint64_t seed, const char *source, const char *target)
{
	uint64_t total = 0, left;
	const struct fake_row *row = fake_rows;

	for (size_t i = 0; i < fake_row_count; i++)
		total += fake_rows[i].weight;
	for (left = fake_number(seed, source, target) % total; left >= row->weight; row++)
		left -= row->weight;
	return row;
}
