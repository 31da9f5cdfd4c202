/* SPDX-License-Identifier: MIT */
/*
 * https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-exitprocess
 * https://learn.microsoft.com/windows/console/getstdhandle
 * https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-writefile
 */
#include <errno.h>
#include <unistd.h>

#include "faults.h"
#include "imports.h"
#include "teb.h"

enum { MOST_FILES = 0x1000 / 4 - 1 };

void WINAPI ExitProcess(DWORD status)
{
	end_process(status);
}

/* Handles of files are multiples of 4, one for each of the host's descriptors. */
HANDLE WINAPI GetStdHandle(DWORD which)
{
	if (which >= STD_ERROR_HANDLE && which <= STD_INPUT_HANDLE)
		return (HANDLE)(uintptr_t)(4 * (STD_INPUT_HANDLE - which + 1));
	set_last_error(ERROR_INVALID_HANDLE);
	return (HANDLE) ~(uintptr_t)0;
}

/* Files only: nothing that the model has can be written asynchronously. */
BOOL WINAPI WriteFile(HANDLE file, const void *bytes, DWORD size, DWORD *written, void *overlapped)
{
	const uintptr_t number = (uintptr_t)file / 4 - 1;
	DWORD done = 0;

	(void)overlapped;
	if ((uintptr_t)file % 4 || number >= MOST_FILES) {
		set_last_error(ERROR_INVALID_HANDLE);
		return FALSE;
	}
	while (done < size) {
		const ssize_t count = write((int)number, (const char *)bytes + done, size - done);

		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0 && errno == EAGAIN)
			break; /* a full pipe that its owner does not want to wait for */
		if (count < 0) {
			set_last_error(errno == EFAULT ? ERROR_NOACCESS : ERROR_INVALID_HANDLE);
			return FALSE;
		}
		done += (DWORD)count;
	}
	if (written)
		*written = done;
	return TRUE;
}
