/* SPDX-License-Identifier: MIT */
#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "platform.h"

static const uint64_t pause_between = 50000000; /* ns */

void progress_show(size_t done, size_t total, size_t unexpected, const char *what)
{
	static uint64_t last;
	static int terminal = -1;
	const uint64_t now = uv_hrtime();

	if (terminal < 0)
		terminal = platform_takes_escapes(2);
	if (!terminal || (last && now - last < pause_between))
		return;
	last = now;
	fprintf(stderr, "\r\033[K%zu/%zu", done, total);
	if (unexpected)
		fprintf(stderr, ", %zu unexpected", unexpected);
	fprintf(stderr, "  %.48s", what);
	fflush(stderr);
}

void progress_clear(void)
{
	if (platform_takes_escapes(2))
		fputs("\r\033[K", stderr);
}

bool terminal_has_colour(int stream)
{
	const char *no_colour = getenv("NO_COLOR");

	return platform_takes_escapes(stream) && !(no_colour && *no_colour);
}
