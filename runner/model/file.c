/* SPDX-License-Identifier: MIT */
/* The runner's file_read() without libuv: a launch must cost next to nothing, on both widths. */
#define _FILE_OFFSET_BITS 64
#include "../heapkit/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_all(const char *path, int descriptor, unsigned char *bytes, size_t size,
		     struct error *error)
{
	for (size_t done = 0; done < size;) {
		const ssize_t count = read(descriptor, bytes + done, size - done);

		if (count < 0)
			return error_set(error, "%s: cannot be read: %s", path, strerror(errno));
		if (count == 0)
			return error_set(error, "%s: became shorter while it was read", path);
		done += (size_t)count;
	}
	return true;
}

bool file_read(const char *path, size_t limit, unsigned char **bytes, size_t *size,
	       struct error *error)
{
	const int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat facts;
	bool good = false;

	if (descriptor < 0)
		return error_set(error, "%s: cannot be opened: %s", path, strerror(errno));
	if (fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) {
		error_set(error, "%s: is no regular file; name a PE program", path);
	} else if ((uint64_t)facts.st_size > limit) {
		error_set(error, "%s: is larger than %lu MB; name a PE program", path,
			  (unsigned long)(limit >> 20));
	} else {
		*size = (size_t)facts.st_size;
		*bytes = xcalloc(1, *size + 1);
		good = read_all(path, descriptor, *bytes, *size, error);
	}
	close(descriptor);
	return good;
}
