/* SPDX-License-Identifier: MIT */
#include "results.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "platform.h"
#include "text.h"
#include "utf8.h"

enum { KEPT = 2048 /* bytes at either end of a long output */ };

static bool identify(const char *path, uint64_t *device, uint64_t *identity)
{
	uv_fs_t request;
	const bool there = uv_fs_stat(NULL, &request, path, NULL) == 0;

	*device = there ? request.statbuf.st_dev : 0;
	*identity = there ? request.statbuf.st_ino : 0;
	uv_fs_req_cleanup(&request);
	return there;
}

bool results_open(struct results_writer *writer, const char *path, struct error *error)
{
	*writer = (struct results_writer){.path = path};
	if (!path)
		return true;
	writer->file = platform_open(path, "wb");
	if (!writer->file)
		return error_set(
		    error,
		    "%s: results cannot be written: %s; name a file in a folder you may write to",
		    path, strerror(errno));
	/* a line reaches the file in one piece or not at all: whoever reads along sees whole lines
	 */
	setvbuf(writer->file, NULL, _IONBF, 0);
	identify(path, &writer->device, &writer->identity);
	return true;
}

/* Returns a negative error number of libuv, or 0. */
static int cut(const char *path, size_t size)
{
	uv_fs_t request;
	int file, result;

	file = uv_fs_open(NULL, &request, path, UV_FS_O_RDWR, 0, NULL);
	uv_fs_req_cleanup(&request);
	if (file < 0)
		return file;
	result = uv_fs_ftruncate(NULL, &request, file, (int64_t)size, NULL);
	uv_fs_req_cleanup(&request);
	uv_fs_close(NULL, &request, file, NULL);
	uv_fs_req_cleanup(&request);
	return result;
}

bool results_open_again(struct results_writer *writer, const char *path, size_t size,
			struct error *error)
{
	const int result = cut(path, size);

	*writer = (struct results_writer){.path = path};
	errno = 0;
	if (result == 0)
		writer->file = platform_open(path, "ab");
	if (!writer->file)
		return error_set(
		    error, "%s: results cannot be added: %s; it must be a file you may write to",
		    path, result < 0 ? uv_strerror(result) : strerror(errno));
	setvbuf(writer->file, NULL, _IONBF, 0);
	writer->size = size;
	identify(path, &writer->device, &writer->identity);
	return true;
}

static bool is_the_same_file(const struct results_writer *writer)
{
	uint64_t device, identity;

	return identify(writer->path, &device, &identity) && device == writer->device &&
	       identity == writer->identity;
}

static void fail(struct results_writer *writer, int error_number)
{
	if (writer->failed)
		return;
	writer->failed = true;
	writer->error_number = error_number;
}

void results_write(struct results_writer *writer, const json_t *line)
{
	struct text text = {0};
	char *json;

	if (!writer->file || writer->failed)
		return;
	json = json_dumps(line, JSON_COMPACT | JSON_REAL_PRECISION(9));
	if (!json) {
		fail(writer, EINVAL);
		return;
	}
	text_put(&text, json);
	text_put(&text, "\n");
	errno = 0;
	if (fwrite(text.bytes, 1, text.size, writer->file) != text.size ||
	    fflush(writer->file) != 0) {
		fail(writer, errno ? errno : EIO);
		cut(writer->path, writer->size);
	}
	writer->size += text.size;
	text_free(&text);
	free(json);
}

bool results_close(struct results_writer *writer, struct error *error)
{
	if (!writer->file)
		return true;
	errno = 0;
	if (fclose(writer->file) != 0)
		fail(writer, errno ? errno : EIO);
	writer->file = NULL;
	if (!is_the_same_file(writer))
		return error_set(error,
				 "%s: the results are lost: it was removed or replaced during the "
				 "run; run again",
				 writer->path);
	if (!writer->failed)
		return true;
	return error_set(error, "%s: results are incomplete: %s; make room or name another file",
			 writer->path, strerror(writer->error_number));
}

/* Of ASCII without NUL, which most texts are all of. */
static size_t plain_length(const unsigned char *bytes, size_t size)
{
	size_t length = 0;

	while (length < size && bytes[length] > 0 && bytes[length] < 0x80)
		length++;
	return length;
}

static void add_valid(struct text *text, const char *bytes, size_t size)
{
	for (size_t i = 0; i < size;) {
		size_t length = plain_length((const unsigned char *)bytes + i, size - i);

		text_add(text, bytes + i, length);
		i += length;
		if (i == size)
			return;
		length = utf8_length((const unsigned char *)bytes + i, size - i);
		if (length == 0)
			text_character(text, TEXT_REPLACEMENT);
		else if (bytes[i] == '\0')
			text_character(text, 0x2400);
		else
			text_add(text, bytes + i, length);
		i += length ? length : 1;
	}
}

static json_t *as_json(struct text *text)
{
	json_t *json = json_stringn(text_string(text), text->size);

	text_free(text);
	return json;
}

json_t *results_text(const char *bytes, size_t size)
{
	struct text text = {0};

	add_valid(&text, bytes, size);
	return as_json(&text);
}

static bool is_continuation(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

json_t *results_output(const char *bytes, size_t size)
{
	struct text text = {0};
	size_t head = KEPT, tail = size - KEPT;

	if (size <= (size_t)2 * KEPT)
		return results_text(bytes, size);
	/* no character is cut in two; three steps, since it may be anything but UTF-8 */
	for (int i = 0; i < 3 && is_continuation(bytes[head]); i++)
		head--;
	for (int i = 0; i < 3 && is_continuation(bytes[tail]); i++)
		tail++;
	add_valid(&text, bytes, head);
	text_printf(&text, "%s[%llu bytes left out]\n", bytes[head - 1] == '\n' ? "" : "\n",
		    (unsigned long long)(tail - head));
	add_valid(&text, bytes + tail, size - tail);
	return as_json(&text);
}
