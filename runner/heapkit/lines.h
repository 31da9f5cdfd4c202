/* SPDX-License-Identifier: MIT */
/* Lines out of a stream of bytes, and JSON lines into one. */
#ifndef HEAPKIT_LINES_H
#define HEAPKIT_LINES_H

#include <jansson.h>
#include <stddef.h>
#include <uv.h>

/* Called for each complete line, without its end. */
typedef void (*line_found)(void *data, const char *line, size_t length);

struct line_splitter {
	line_found found;
	void *data;
	char *rest;
	size_t size, room;
};

void lines_feed(struct line_splitter *splitter, const char *bytes, size_t size);
void lines_free(struct line_splitter *splitter);

/* Writes the object and a newline to the stream. Errors show as the end of the other side. */
void lines_write_json(uv_stream_t *stream, const json_t *object);

/*
 * Bytes of any kind through JSON: each byte is the code point of its number. bytes_from_json()
 * returns a block with a NUL behind `*size` bytes, which the caller frees.
 */
json_t *bytes_to_json(const char *bytes, size_t size);
char *bytes_from_json(const json_t *string, size_t *size);

#endif
