/* SPDX-License-Identifier: MIT */
#include "lines.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"

/* Room for more than a case prints stays only while it is needed: there is one for each lane. */
enum { KEPT_ROOM = 1 << 16 };

static void keep(struct line_splitter *splitter, const char *bytes, size_t size)
{
	if (splitter->size + size > splitter->room) {
		splitter->room = (splitter->size + size) * 2;
		splitter->rest = xrealloc(splitter->rest, splitter->room);
	}
	memcpy(splitter->rest + splitter->size, bytes, size);
	splitter->size += size;
}

void lines_feed(struct line_splitter *splitter, const char *bytes, size_t size)
{
	const char *end;

	while (size && (end = memchr(bytes, '\n', size))) {
		const size_t length = (size_t)(end - bytes);

		if (splitter->size) {
			keep(splitter, bytes, length);
			splitter->found(splitter->data, splitter->rest, splitter->size);
			splitter->size = 0;
			if (splitter->room > KEPT_ROOM)
				lines_free(splitter);
		} else {
			splitter->found(splitter->data, bytes, length);
		}
		bytes += length + 1;
		size -= length + 1;
	}
	if (size)
		keep(splitter, bytes, size);
}

void lines_free(struct line_splitter *splitter)
{
	free(splitter->rest);
	splitter->rest = NULL;
	splitter->size = splitter->room = 0;
}

struct line_write {
	uv_write_t request;
	char *text;
};

static void on_written(uv_write_t *request, int status)
{
	struct line_write *write = (struct line_write *)request;

	(void)status;
	free(write->text);
	free(write);
}

void lines_write_json(uv_stream_t *stream, const json_t *object)
{
	struct line_write *write = xcalloc(1, sizeof *write);
	const size_t size = json_dumpb(object, NULL, 0, JSON_COMPACT);
	uv_buf_t buffer;

	write->text = xcalloc(1, size + 1);
	json_dumpb(object, write->text, size, JSON_COMPACT);
	write->text[size] = '\n';
	buffer = uv_buf_init(write->text, (unsigned)size + 1);
	if (uv_write(&write->request, stream, &buffer, 1, on_written) != 0)
		on_written(&write->request, 0);
}

json_t *bytes_to_json(const char *bytes, size_t size)
{
	char *text = xcalloc(1, size * 2 + 1);
	size_t length = 0;
	json_t *string;

	for (size_t i = 0; i < size; i++) {
		const unsigned char byte = (unsigned char)bytes[i];

		if (byte >= 0x80)
			text[length++] = (char)(0xC0 | byte >> 6);
		text[length++] = (char)(byte < 0x80 ? byte : 0x80 | (byte & 0x3F));
	}
	string = json_stringn(text, length);
	free(text);
	return string;
}

char *bytes_from_json(const json_t *string, size_t *size)
{
	const char *text = json_string_value(string);
	const size_t length = json_string_length(string);
	char *bytes = xcalloc(1, length + 1);

	*size = 0;
	for (size_t i = 0; i < length; i++) {
		const unsigned char byte = (unsigned char)text[i];

		if (byte < 0x80 || i + 1 == length)
			bytes[(*size)++] = (char)byte;
		else
			bytes[(*size)++] = (char)((byte & 0x03) << 6 | (text[++i] & 0x3F));
	}
	return bytes;
}
