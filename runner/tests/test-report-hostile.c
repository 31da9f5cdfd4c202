/* SPDX-License-Identifier: MIT */
#include "suites.h"
Suite *report_hostile_suite(void)
{
	return suite_create("report-hostile");
}
