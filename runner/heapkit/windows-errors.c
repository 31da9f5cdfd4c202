/* SPDX-License-Identifier: MIT */
#include "windows-errors.h"

#include <inttypes.h>
#include <stddef.h>

#include "error.h"

/* Those that a user meets. */
static const struct {
	unsigned code;
	const char *words;
} known[] = {
    {2, "it is not there; an antivirus may have taken it away"},
    {3, "its folder is not there"},
    {5, "access is denied, by the rights of the file or by an antivirus"},
    {8, "out of memory"},
    {193, "it is no program for this system"},
    {216, "it is a program for another processor"},
    {225, "it was taken for a virus"},
    {226, "it was taken for a virus and deleted"},
    {740, "it needs elevation"},
    {1260, "a policy of this system forbids it"},
    {4551, "a policy of this system forbids it"},
};

char *windows_start_error(uint64_t code)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].code == code)
			return xformat("%s (error %u)", known[i].words, known[i].code);
	return xformat("error %" PRIu64, code);
}
