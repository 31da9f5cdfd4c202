/* SPDX-License-Identifier: MIT */
#include "address.h"

#include <string.h>

enum { LONGEST = 1000 /* bytes */ };

bool address_is_plain(const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				    "0123456789-._~:/?#@!$'*+,;=%";
	const size_t length = strlen(text);

	return (strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0) &&
	       length <= LONGEST && strspn(text, plain) == length;
}
