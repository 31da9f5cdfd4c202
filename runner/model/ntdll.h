/* SPDX-License-Identifier: MIT */
/* The version: the model is no Windows, so RtlGetVersion is there only in variants that are. */
#ifndef HEAPKIT_MODEL_NTDLL_H
#define HEAPKIT_MODEL_NTDLL_H

#include <stdbool.h>

#include "win32.h"

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
