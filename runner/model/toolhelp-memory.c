/* SPDX-License-Identifier: MIT */
/*
 * https://learn.microsoft.com/windows/win32/api/tlhelp32/nf-tlhelp32-toolhelp32readprocessmemory
 * Whether memory may be read is the host's to say: it is asked to write it into a pipe, which no
 * fault comes of.
 */
#include <unistd.h>

#include "alter.h"
#include "imports.h"
#include "teb.h"
#include "toolhelp.h"

enum { CHUNK = 0x1000 /* what an empty pipe takes for sure */ };

/* Returns how many bytes could be read and stored; `to` NULL: could be read. */
static SIZE_T copy(char *to, const void *from, SIZE_T size)
{
	static _Thread_local char page[CHUNK];
	int ends[2];
	SIZE_T done = 0;

	if (pipe(ends) != 0)
		return 0;
	while (done < size) {
		const char *const at = (const char *)from + done;
		const SIZE_T in_page = CHUNK - (uintptr_t)at % CHUNK;
		const SIZE_T wanted = size - done < in_page ? size - done : in_page;

		if (write(ends[1], at, wanted) != (ssize_t)wanted ||
		    read(ends[0], to ? to + done : page, wanted) != (ssize_t)wanted)
			break;
		done += wanted;
	}
	close(ends[0]);
	close(ends[1]);
	return done;
}

static BOOL failed(SIZE_T done, SIZE_T *count)
{
	if (count && !altered(failed_read_leaves_count))
		*count = done;
	return refused(altered(failed_read_is_no_access) ? ERROR_NOACCESS : ERROR_PARTIAL_COPY);
}

/* Where a mutant stores the count that nobody wants: where there is no page. */
static SIZE_T *misplaced_count(void)
{
	const volatile uintptr_t address = sizeof(SIZE_T);

	return (SIZE_T *)address;
}

/* TLH-14, TLH-15, TLH-23: all of it or nothing; the count may be missing. */
BOOL WINAPI Toolhelp32ReadProcessMemory(DWORD process_id, const void *address, void *buffer,
					SIZE_T size, SIZE_T *count)
{
	SIZE_T done;

	if ((process_id && process_id != GetCurrentProcessId()) ||
	    (altered(read_of_pid_0_refused) && !process_id) ||
	    (altered(read_needs_a_count) && !count))
		return refused(ERROR_INVALID_PARAMETER);
	if (altered(failed_read_copies_nothing)) {
		done = copy(NULL, address, size);
		if (done < size)
			return failed(0, count);
	}
	done = altered(read_copies_nothing) ? size : copy(buffer, address, size);
	if (altered(unreadable_part_reads_as_success) && done)
		done = size;
	if (done < size && !(altered(read_of_a_part_is_success) && done))
		return failed(done, count);
	if (!count && altered(read_stores_count_at_null))
		count = misplaced_count();
	if (count && !altered(read_count_not_stored))
		*(SIZE_T volatile *)count = altered(read_count_lacks_one) ? done - 1 : done;
	return succeeded();
}
