/* SPDX-License-Identifier: MIT */
/* Reading the requirements takes longest of what a run has to read: it goes on beside the rest. */
#include "run.h"

static void read_them(void *data)
{
	struct run *run = data;
	struct reading *reading = &run->reading;

	reading->good =
	    requirements_load(run->paths.requirements, &run->requirements, &reading->error);
}

void run_read_requirements(struct run *run)
{
	run->reading.begun = true;
	run->reading.beside = uv_thread_create(&run->reading.thread, read_them, run) == 0;
	if (!run->reading.beside)
		read_them(run);
}

bool run_have_requirements(struct run *run, struct error *error)
{
	struct reading *reading = &run->reading;

	if (!reading->begun)
		return true;
	reading->begun = false;
	if (reading->beside)
		uv_thread_join(&reading->thread);
	return reading->good || error_set(error, "%s", reading->error.text);
}
