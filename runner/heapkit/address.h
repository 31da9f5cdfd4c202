/* SPDX-License-Identifier: MIT */
#ifndef HEAPKIT_ADDRESS_H
#define HEAPKIT_ADDRESS_H

#include <stdbool.h>

/* Whether the text is an address of http or https, of the usual characters and length: what may
 * become a link. */
bool address_is_plain(const char *text);

#endif
