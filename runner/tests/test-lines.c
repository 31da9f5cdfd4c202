/* SPDX-License-Identifier: MIT */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "../heapkit/error.h"
#include "../heapkit/lines.h"

/* What was found, with a | behind each line. */
static char found[4096];

static void note(void *data, const char *line, size_t length)
{
	const size_t size = strlen(found);

	ck_assert_ptr_eq(data, found);
	ck_assert_uint_lt(size + length + 2, sizeof found);
	memcpy(found + size, line, length);
	memcpy(found + size + length, "|", 2);
}

static const struct {
	const char *bytes, *lines;
} streams[] = {
    {"", ""},
    {"a", ""},
    {"a\n", "a|"},
    {"\n", "|"},
    {"a\nb\nc", "a|b|"},
    {"\n\na\n\n", "||a||"},
    {"one line\nanother, longer line\nx\n", "one line|another, longer line|x|"},
    {"a\r\n", "a\r|"},
};

/* However the bytes are cut on their way, the lines are the same. */
START_TEST(any_cut_gives_the_same_lines)
{
	const char *bytes = streams[_i].bytes;
	const size_t size = strlen(bytes);

	for (size_t first = 0; first <= size; first++)
		for (size_t second = first; second <= size; second++) {
			struct line_splitter splitter = {.found = note, .data = found};

			found[0] = '\0';
			lines_feed(&splitter, bytes, first);
			lines_feed(&splitter, bytes + first, second - first);
			lines_feed(&splitter, bytes + second, size - second);
			ck_assert_str_eq(found, streams[_i].lines);
			lines_free(&splitter);
		}
}
END_TEST

START_TEST(byte_for_byte)
{
	static const char bytes[] = "{\"a\":1}\n{\"b\":2}\n\nx";
	struct line_splitter splitter = {.found = note, .data = found};

	found[0] = '\0';
	for (size_t i = 0; i < sizeof bytes - 1; i++)
		lines_feed(&splitter, bytes + i, 1);
	ck_assert_str_eq(found, "{\"a\":1}|{\"b\":2}||");
	lines_free(&splitter);
	/* what was left is forgotten */
	lines_feed(&splitter, "y\n", 2);
	ck_assert_str_eq(found, "{\"a\":1}|{\"b\":2}||y|");
	lines_free(&splitter);
}
END_TEST

static void add_length(void *data, const char *line, size_t length)
{
	(void)line;
	*(size_t *)data += length;
}

/* There is a splitter for each lane, and any case may flood. */
START_TEST(room_for_a_flood_is_given_back)
{
	enum { PIECE = 4096, PIECES = 1000 };
	char *piece = xcalloc(1, PIECE);
	size_t length = 0;
	struct line_splitter splitter = {.found = add_length, .data = &length};

	memset(piece, 'x', PIECE);
	for (int i = 0; i < PIECES; i++)
		lines_feed(&splitter, piece, PIECE);
	lines_feed(&splitter, "\ny", 2);
	ck_assert_uint_eq(length, (size_t)PIECE * PIECES);
	ck_assert_uint_lt(splitter.room, PIECE);
	lines_feed(&splitter, "z\n", 2);
	ck_assert_uint_eq(length, (size_t)PIECE * PIECES + 2);
	lines_free(&splitter);
	free(piece);
}
END_TEST

/* Every pair of bytes, through JSON as it travels between the lane and the runner. */
START_TEST(any_bytes_survive_json)
{
	enum { SIZE = 2 * 256 * 256 };
	char *bytes = xcalloc(SIZE, 1), *json, *back;
	json_t *string, *parsed;
	size_t size;

	for (size_t i = 0; i < SIZE / 2; i++) {
		bytes[2 * i] = (char)(i >> 8);
		bytes[2 * i + 1] = (char)i;
	}
	string = bytes_to_json(bytes, SIZE);
	ck_assert_ptr_nonnull(string);
	json = json_dumps(string, JSON_ENCODE_ANY);
	parsed = json_loads(json, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	ck_assert_ptr_nonnull(parsed);
	back = bytes_from_json(parsed, &size);
	ck_assert_uint_eq(size, SIZE);
	ck_assert_mem_eq(back, bytes, SIZE);
	ck_assert_int_eq(back[SIZE], 0);
	free(bytes);
	free(json);
	free(back);
	json_decref(string);
	json_decref(parsed);
}
END_TEST

START_TEST(nothing_is_an_empty_text)
{
	json_t *string = bytes_to_json(NULL, 0);
	size_t size = 1;
	char *back = bytes_from_json(string, &size);

	ck_assert_uint_eq(size, 0);
	ck_assert_str_eq(back, "");
	free(back);
	json_decref(string);
	back = bytes_from_json(NULL, &size);
	ck_assert_uint_eq(size, 0);
	ck_assert_str_eq(back, "");
	free(back);
}
END_TEST

static void on_allocate(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
	static char bytes[65536];

	(void)handle;
	(void)suggested;
	*buffer = uv_buf_init(bytes, sizeof bytes);
}

static unsigned count;

static void count_line(void *data, const char *line, size_t length)
{
	json_t *object = json_loadb(line, length, 0, NULL);

	ck_assert_ptr_nonnull(object);
	ck_assert_int_eq(json_integer_value(json_object_get(object, "number")), count);
	json_decref(object);
	if (++count == 100)
		uv_close(data, NULL);
}

static void on_read(uv_stream_t *stream, ssize_t size, const uv_buf_t *buffer)
{
	if (size > 0)
		lines_feed(stream->data, buffer->base, (size_t)size);
}

/* Far more than a pipe holds at a time. */
START_TEST(objects_travel_through_a_pipe)
{
	struct line_splitter splitter = {.found = count_line};
	uv_file files[2];
	uv_pipe_t input, output;
	uv_loop_t loop;
	char text[10001] = "";

	memset(text, 'x', sizeof text - 1);
	ck_assert_int_eq(uv_loop_init(&loop), 0);
	ck_assert_int_eq(uv_pipe(files, UV_NONBLOCK_PIPE, UV_NONBLOCK_PIPE), 0);
	uv_pipe_init(&loop, &input, 0);
	uv_pipe_init(&loop, &output, 0);
	uv_pipe_open(&input, files[0]);
	uv_pipe_open(&output, files[1]);
	input.data = &splitter;
	splitter.data = &input;
	uv_read_start((uv_stream_t *)&input, on_allocate, on_read);
	for (int i = 0; i < 100; i++) {
		json_t *object = json_pack("{s:i s:s}", "number", i, "text", text);

		lines_write_json((uv_stream_t *)&output, object);
		json_decref(object);
	}
	uv_run(&loop, UV_RUN_DEFAULT);
	ck_assert_uint_eq(count, 100);
	uv_close((uv_handle_t *)&output, NULL);
	uv_run(&loop, UV_RUN_DEFAULT);
	ck_assert_int_eq(uv_loop_close(&loop), 0);
	lines_free(&splitter);
}
END_TEST

Suite *lines_suite(void)
{
	Suite *suite = suite_create("lines");
	TCase *tcase = tcase_create("lines");

	tcase_add_loop_test(tcase, any_cut_gives_the_same_lines, 0,
			    sizeof streams / sizeof *streams);
	tcase_add_test(tcase, byte_for_byte);
	tcase_add_test(tcase, room_for_a_flood_is_given_back);
	tcase_add_test(tcase, any_bytes_survive_json);
	tcase_add_test(tcase, nothing_is_an_empty_text);
	tcase_add_test(tcase, objects_travel_through_a_pipe);
	suite_add_tcase(suite, tcase);
	return suite;
}
