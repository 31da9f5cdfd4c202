/* SPDX-License-Identifier: MIT */
#include "child.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "platform.h"

enum {
	/* After the end of the process and of its descendants the pipes close at once; if not,
	 * nobody waits. */
	DRAIN_LIMIT = 2000, /* ms */
	TICK = 100          /* ms */
};

static void on_close(uv_handle_t *handle)
{
	struct child *child = handle->data;

	if (--child->open_handles == 0)
		child->done(child);
}

static void close_handle(uv_handle_t *handle)
{
	if (!uv_is_closing(handle))
		uv_close(handle, on_close);
}

static bool pipes_are_closing(const struct child *child)
{
	return uv_is_closing((const uv_handle_t *)&child->pipes[0]) &&
	       uv_is_closing((const uv_handle_t *)&child->pipes[1]);
}

static void close_all(struct child *child)
{
	close_handle((uv_handle_t *)&child->pipes[0]);
	close_handle((uv_handle_t *)&child->pipes[1]);
	close_handle((uv_handle_t *)&child->timer);
	close_handle((uv_handle_t *)&child->process);
}

static void finish_if_over(struct child *child)
{
	if (child->exited && pipes_are_closing(child))
		close_all(child);
}

static void end_process(struct child *child)
{
	if (!child->exited)
		uv_process_kill(&child->process, SIGKILL);
	if (child->sweep)
		child->sweep(child);
}

static void append(struct bytes *bytes, const char *data, size_t size)
{
	bytes->data = xrealloc(bytes->data, bytes->size + size + 1);
	memcpy(bytes->data + bytes->size, data, size);
	bytes->size += size;
	bytes->data[bytes->size] = '\0';
}

static void on_allocate(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
	/* One read at a time in this process, and its bytes are copied before the next. */
	static char bytes[65536];

	(void)handle;
	(void)suggested;
	*buffer = uv_buf_init(bytes, sizeof bytes);
}

static void on_read(uv_stream_t *stream, ssize_t size, const uv_buf_t *buffer)
{
	struct child *child = stream->data;
	struct bytes *bytes =
	    stream == (uv_stream_t *)&child->pipes[0] ? &child->output : &child->errors;

	if (size < 0) {
		close_handle((uv_handle_t *)stream);
		finish_if_over(child);
		return;
	}
	append(bytes, buffer->base, (size_t)size);
	if (bytes->size > child->output_limit && !child->flooded) {
		child->flooded = true;
		end_process(child);
	}
	/* What was in the pipe when the process ended is of no use to anybody. */
	if (child->flooded)
		close_handle((uv_handle_t *)stream);
}

/*
 * Time is counted in ticks: what stops this process (Ctrl-Z, a debugger, a container that is
 * paused) stops the child as well, and costs it two ticks at most.
 */
static void count_time(struct child *child)
{
	const uint64_t now = uv_hrtime();
	const double passed = (double)(now - child->last_time) / 1e9, most = 2 * TICK / 1e3;

	child->last_time = now;
	child->seconds += passed < most ? passed : most;
}

static void on_exit_of(uv_process_t *process, int64_t status, int signal)
{
	struct child *child = process->data;

	child->exited = true;
	child->status = status;
	child->signal = signal;
	count_time(child);
	if (child->sweep)
		child->sweep(child);
	finish_if_over(child);
}

static void on_drained(uv_timer_t *timer)
{
	struct child *child = timer->data;

	if (child->exited)
		close_all(child);
	else
		end_process(child);
}

static void on_tick(uv_timer_t *timer);

/* Until the next tick, or until its time is over; rounded up, since a timer of 0 ms does not wait.
 */
static void wait_for_tick(struct child *child)
{
	const double left = (child->timeout - child->seconds) * 1e3;

	uv_timer_start(&child->timer, on_tick, left < TICK ? (uint64_t)left + 1 : TICK, 0);
}

static void on_tick(uv_timer_t *timer)
{
	struct child *child = timer->data;

	if (!child->exited)
		count_time(child);
	if (!child->exited && child->seconds < child->timeout) {
		wait_for_tick(child);
		return;
	}
	if (!child->exited) {
		child->timed_out = true;
		end_process(child);
	}
	uv_timer_start(timer, on_drained, DRAIN_LIMIT, DRAIN_LIMIT);
}

static void init_handles(struct child *child)
{
	uv_pipe_init(child->loop, &child->pipes[0], 0);
	uv_pipe_init(child->loop, &child->pipes[1], 0);
	uv_timer_init(child->loop, &child->timer);
	child->pipes[0].data = child->pipes[1].data = child;
	child->timer.data = child->process.data = child;
	child->open_handles = 4;
}

static void arm(struct child *child)
{
	uv_read_start((uv_stream_t *)&child->pipes[0], on_allocate, on_read);
	uv_read_start((uv_stream_t *)&child->pipes[1], on_allocate, on_read);
	wait_for_tick(child);
}

/*
 * In a session of its own: what ends or stops its process group, as `kill 0` in a wrapper does,
 * ends the child and not this process. On Windows a detached process has no console, and each of
 * its programs would open one.
 */
#ifdef _WIN32
#define CHILD_FLAGS UV_PROCESS_WINDOWS_HIDE_GUI
#else
#define CHILD_FLAGS UV_PROCESS_DETACHED
#endif

void child_start(struct child *child)
{
	uv_stdio_container_t stdio[3] = {{.flags = UV_IGNORE}};
	uv_process_options_t options = {
	    .exit_cb = on_exit_of,
	    .file = child->command[0],
	    .args = child->command,
	    .env = child->environment,
	    .stdio = stdio,
	    .stdio_count = 3,
	    .flags = CHILD_FLAGS,
	};

	init_handles(child);
	for (int i = 0; i < 2; i++) {
		stdio[i + 1].flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE;
		stdio[i + 1].data.stream = (uv_stream_t *)&child->pipes[i];
	}
	child->last_time = uv_hrtime();
	child->start_error = uv_spawn(child->loop, &child->process, &options);
	child->started = child->start_error == 0;
	if (child->started) {
		arm(child);
		return;
	}
	child->start_reason = platform_why_not_started(child->start_error);
	child->exited = true;
	close_all(child);
}

void child_free(struct child *child)
{
	free(child->start_reason);
	free(child->output.data);
	free(child->errors.data);
	child->start_reason = NULL;
	child->output.data = child->errors.data = NULL;
}
