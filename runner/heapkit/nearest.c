/* SPDX-License-Identifier: MIT */
#include "nearest.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"

static bool is_same(char a, char b)
{
	return tolower((unsigned char)a) == tolower((unsigned char)b);
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * How many characters have to be put in, taken out or changed to make b of a or, with `anywhere`,
 * any part of b.
 */
static size_t distance_of(const char *a, const char *b, bool anywhere)
{
	const size_t length = strlen(b);
	size_t *row = xcalloc(length + 1, sizeof *row), distance;

	for (size_t k = 0; k <= length; k++)
		row[k] = anywhere ? 0 : k;
	for (size_t i = 0; a[i]; i++) {
		size_t corner = row[0];

		row[0] = i + 1;
		for (size_t k = 0; k < length; k++) {
			const size_t changed = corner + !is_same(a[i], b[k]);

			corner = row[k + 1];
			row[k + 1] = least(changed, least(row[k], row[k + 1]) + 1);
		}
	}
	distance = row[length];
	for (size_t k = 0; anywhere && k < length; k++)
		distance = least(distance, row[k]);
	free(row);
	return distance;
}

/* Of a case, whose name is long, a part may have been meant: "small-buffer". */
static size_t farness(const char *wanted, const char *name)
{
	const size_t whole = distance_of(wanted, name, false);

	return strchr(name, '/') ? least(whole, distance_of(wanted, name, true) + 1) : whole;
}

void nearest_offer(struct nearest *nearest, const char *name)
{
	const size_t distance = farness(nearest->wanted, name);
	size_t place = NEAREST_COUNT;

	/* what has little in common with it helps nobody */
	if (distance > (strlen(nearest->wanted) + 2) / 3 + 1)
		return;
	for (size_t i = 0; i < NEAREST_COUNT && nearest->names[i]; i++)
		if (strcmp(nearest->names[i], name) == 0)
			return;
	while (place > 0 &&
	       (!nearest->names[place - 1] || nearest->distances[place - 1] > distance))
		place--;
	if (place == NEAREST_COUNT)
		return;
	for (size_t i = NEAREST_COUNT - 1; i > place; i--) {
		nearest->names[i] = nearest->names[i - 1];
		nearest->distances[i] = nearest->distances[i - 1];
	}
	nearest->names[place] = name;
	nearest->distances[place] = distance;
}
