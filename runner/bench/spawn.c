/* SPDX-License-Identifier: MIT */
/*
 * What libuv takes to start a command with two pipes, read both to their end and wait, one command
 * after another: prints milliseconds of this process's own time for each.
 *
 *   spawn COUNT COMMAND...
 */
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

#include "error.h"
#include "profile.h"

struct launch {
	uv_loop_t loop;
	uv_process_t process;
	uv_pipe_t pipes[2];
};

static void on_allocate(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
	static char bytes[65536];

	(void)handle;
	(void)suggested;
	*buffer = uv_buf_init(bytes, sizeof bytes);
}

static void on_read(uv_stream_t *stream, ssize_t size, const uv_buf_t *buffer)
{
	(void)buffer;
	if (size < 0)
		uv_close((uv_handle_t *)stream, NULL);
}

static void on_exit_of(uv_process_t *process, int64_t status, int signal)
{
	(void)status;
	(void)signal;
	uv_close((uv_handle_t *)process, NULL);
}

static void run(struct launch *launch, char **command)
{
	uv_stdio_container_t stdio[3] = {{.flags = UV_IGNORE}};
	const uv_process_options_t options = {.exit_cb = on_exit_of,
					      .file = command[0],
					      .args = command,
					      .stdio = stdio,
					      .stdio_count = 3};

	for (int i = 0; i < 2; i++) {
		uv_pipe_init(&launch->loop, &launch->pipes[i], 0);
		stdio[i + 1].flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE;
		stdio[i + 1].data.stream = (uv_stream_t *)&launch->pipes[i];
	}
	if (uv_spawn(&launch->loop, &launch->process, &options) != 0)
		exit(EXIT_CANNOT_RUN);
	for (int i = 0; i < 2; i++)
		uv_read_start((uv_stream_t *)&launch->pipes[i], on_allocate, on_read);
	uv_run(&launch->loop, UV_RUN_DEFAULT);
}

int main(int argc, char **argv)
{
	const int count = argc > 2 ? atoi(argv[1]) : 0;
	struct launch launch;

	if (count < 1)
		return EXIT_MISUSE;
	uv_loop_init(&launch.loop);
	for (int i = 0; i < count; i++)
		run(&launch, argv + 2);
	uv_loop_close(&launch.loop);
	printf("%.4f\n", profile_own_time() * 1e3 / count);
	return 0;
}
