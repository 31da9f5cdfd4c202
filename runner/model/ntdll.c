/* SPDX-License-Identifier: MIT */
/* https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-rtlgetversion */
#include "alter.h"
#include "ntdll.h"

int32_t WINAPI RtlGetVersion(struct version *version)
{
	version->major = 10;
	version->minor = 0;
	version->build = altered(build_26100_reported) ? 26100 : 19045;
	version->platform = 2;
	return 0;
}

bool has_version(void)
{
	return altered(build_26100_reported) || altered(build_19045_reported);
}
