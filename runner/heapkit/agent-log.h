/* SPDX-License-Identifier: MIT */
/*
 * What the agent wrote, as ../agent/README.md describes it: how each program of a folder ended on a
 * system where no runner can live.
 */
#ifndef HEAPKIT_AGENT_LOG_H
#define HEAPKIT_AGENT_LOG_H

#include "judge.h"

struct agent_log_record {
	char *name; /* of the program, below the folder, with slashes */
	uint64_t digest;
	unsigned attempts;
	struct ending ending; /* its texts lie in the log's bytes */
	size_t offset;        /* where the record begins in the file */
};

struct agent_log {
	char *system, *started; /* "NT 5.1.2600 Service Pack 3", "2026-11-22T15:00:00Z" */
	struct agent_log_record *records;
	size_t count;
	unsigned char *bytes; /* of the file */
};

/*
 * Reads a log and checks all of it. The error says where it is cut or corrupt: at which byte, in
 * which record, of which program. agent_log_free() afterwards, in any case.
 */
bool agent_log_read(const char *path, struct agent_log *log, struct error *error);

/* The same of the bytes of a file, which errors call `path`; behind them stands a NUL. They become
 * the log's, to be freed with free(). */
bool agent_log_parse(const char *path, unsigned char *bytes, size_t size, struct agent_log *log,
		     struct error *error);

/* The check sum of a record, of what stands before it: FNV-1a. */
uint32_t agent_log_check(const char *bytes, size_t size);

void agent_log_free(struct agent_log *log);

#endif
