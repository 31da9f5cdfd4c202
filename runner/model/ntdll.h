/* SPDX-License-Identifier: MIT */
/* What only ntdll has: structures of its own, and where its mutants come in. */
#ifndef HEAPKIT_MODEL_NTDLL_H
#define HEAPKIT_MODEL_NTDLL_H

#include <stdbool.h>

#include "win32.h"

struct listing;
struct walk_entry;

#define STATUS_SUCCESS 0
#define STATUS_NO_MORE_ENTRIES ((int32_t)0x8000001A)
#define STATUS_UNSUCCESSFUL ((int32_t)0xC0000001)
#define STATUS_NOT_IMPLEMENTED ((int32_t)0xC0000002)

/* What RtlWalkHeap fills; no page has it (NTD-04). */
struct ntdll_walk_entry {
	void *data;
	SIZE_T size;
	BYTE overhead;
	BYTE region_index;
	WORD flags;
	/* Of regions only. */
	_Alignas(void *) DWORD committed;
	DWORD uncommitted;
	void *first_block;
	void *last_block;
};

_Static_assert(offsetof(struct ntdll_walk_entry, overhead) == 2 * sizeof(void *), "NTD-04");
_Static_assert(offsetof(struct ntdll_walk_entry, committed) == 3 * sizeof(void *), "NTD-04");

/* ntdll-altered.c: what mutants and variants make of the functions that are ntdll's alone. */
DWORD alter_ntdll_list(struct listing *listing, DWORD count, HANDLE *array);
void alter_ntdll_walk(const struct walk_entry *walked, struct ntdll_walk_entry *entry);

/* ---- The version: the model is no Windows, so RtlGetVersion is there only in variants that are.
 */

struct version {
	DWORD size;
	DWORD major;
	DWORD minor;
	DWORD build;
	DWORD platform;
	WCHAR service_pack[128];
};

int32_t WINAPI RtlGetVersion(struct version *version);
bool has_version(void);

#endif
