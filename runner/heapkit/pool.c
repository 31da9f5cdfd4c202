/* SPDX-License-Identifier: MIT */
#include "pool.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "launcher.h"
#include "platform.h"

/* A lane that cannot be kept alive is no use, however often it is started. */
enum { DEATHS = 3, PATIENCE = 3000 /* ms for lanes to clean up */, SILENCE = 5 /* s */ };

static void start_lane(struct lane_link *lane);

static void on_closed(uv_handle_t *handle)
{
	struct lane_link *lane = handle->data;

	if (++lane->closed == 3 && !lane->pool->stopping && lane->deaths < DEATHS)
		start_lane(lane);
}

static void close_lane(struct lane_link *lane)
{
	uv_handle_t *const handles[] = {(uv_handle_t *)&lane->input, (uv_handle_t *)&lane->output,
					(uv_handle_t *)&lane->process};

	for (int i = 0; i < 3; i++)
		if (!uv_is_closing(handles[i]))
			uv_close(handles[i], on_closed);
}

/* What a lane that was killed leaves behind became this process's own children. */
static void kill_orphans(const struct pool *pool)
{
	int *kept = xcalloc(pool->count, sizeof *kept);
	size_t count = 0;

	for (unsigned i = 0; i < pool->count; i++)
		if (pool->lanes[i].alive)
			kept[count++] = pool->lanes[i].process.pid;
	platform_kill_orphans(kept, count);
	free(kept);
}

static char *lane_folder(const struct lane_link *lane)
{
	return xformat("%s/lane-%u.%u", lane->pool->folder, lane->number, lane->generation);
}

/* A lane that was killed could not do it itself. */
static void remove_remains(const struct lane_link *lane)
{
	char *folder, *prefix;

	if (!lane->pool->folder)
		return;
	folder = lane_folder(lane);
	prefix = xformat("%s/prefix", folder);
	wine_remove_leftover(prefix);
	platform_remove_folder(folder);
	free(prefix);
	free(folder);
}

static void on_lane_exit(uv_process_t *process, int64_t status, int signal)
{
	struct lane_link *lane = process->data;
	struct pool *pool = lane->pool;

	(void)status;
	(void)signal;
	lane->alive = lane->ready = false;
	lane->jobs = 0;
	close_lane(lane);
	kill_orphans(pool);
	remove_remains(lane);
	if (pool->stopping)
		return;
	lane->generation++;
	if (!pool->lost(pool->data, lane->number) && ++lane->deaths == DEATHS)
		pool->failed(pool->data, lane->number, "it ended three times by itself");
}

static void on_line(void *data, const char *line, size_t length)
{
	struct lane_link *lane = data;
	struct pool *pool = lane->pool;
	json_t *answer = json_loadb(line, length, JSON_ALLOW_NUL, NULL);
	const char *error = json_string_value(json_object_get(answer, "error"));

	if (json_object_get(answer, "job")) {
		lane->deaths = 0;
		lane->silence = 0;
		lane->jobs--;
		pool->answered(pool->data, lane->number, answer);
	} else if (json_is_true(json_object_get(answer, "ready"))) {
		lane->ready = true;
		pool->ready(pool->data, lane->number, answer);
	} else {
		pool->failed(pool->data, lane->number, error ? error : "it answered nonsense");
	}
	json_decref(answer);
}

static void on_allocate(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
	static char bytes[65536];

	(void)handle;
	(void)suggested;
	*buffer = uv_buf_init(bytes, sizeof bytes);
}

static void on_output(uv_stream_t *stream, ssize_t size, const uv_buf_t *buffer)
{
	struct lane_link *lane = stream->data;

	if (size > 0 && !lane->pool->stopping)
		lines_feed(&lane->lines, buffer->base, (size_t)size);
	else if (size < 0 && !uv_is_closing((uv_handle_t *)stream))
		uv_close((uv_handle_t *)stream, on_closed);
}

int pool_cpu(const struct pool *pool, unsigned lane)
{
	int cpus[1024];
	const size_t count = platform_cpus(cpus, 1024);

	return pool->count <= count ? cpus[lane] : -1;
}

static void configure(struct lane_link *lane)
{
	const struct pool *pool = lane->pool;
	char *folder = pool->folder ? lane_folder(lane) : NULL;
	json_t *config = json_pack("{s:s? s:i s:b s:O s:o}", "directory", folder, "cpu",
				   pool_cpu(pool, lane->number), "fixed_addresses",
				   pool->fixed_addresses, "environment", pool->environment, "wine",
				   pool->wine ? wine_to_json(pool->wine) : json_null());

	lines_write_json((uv_stream_t *)&lane->input, config);
	json_decref(config);
	free(folder);
}

/*
 * In a session of its own: Ctrl-C and Ctrl-Z are for the runner, which ends its lanes itself. On
 * Windows a detached process has no console, and each of its programs would open one.
 */
#ifdef _WIN32
#define LANE_FLAGS UV_PROCESS_WINDOWS_HIDE
#else
#define LANE_FLAGS UV_PROCESS_DETACHED
#endif

static void start_lane(struct lane_link *lane)
{
	struct pool *pool = lane->pool;
	char word[] = "lane", *alone[] = {pool->program, word, NULL};
	char **command = pool->command ? pool->command : alone;
	uv_stdio_container_t stdio[3] = {{.flags = UV_CREATE_PIPE | UV_READABLE_PIPE,
					  .data.stream = (uv_stream_t *)&lane->input},
					 {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE,
					  .data.stream = (uv_stream_t *)&lane->output},
					 {.flags = UV_INHERIT_FD, .data.fd = 2}};
	uv_process_options_t options = {.exit_cb = on_lane_exit,
					.file = command[0],
					.args = command,
					.flags = LANE_FLAGS,
					.stdio = stdio,
					.stdio_count = 3};
	int status;

	/* Who is in a sandbox has no business with the terminal either. */
	if (pool->command)
		stdio[2] = (uv_stdio_container_t){.flags = UV_IGNORE};
	lane->closed = 0;
	uv_pipe_init(pool->loop, &lane->input, 0);
	uv_pipe_init(pool->loop, &lane->output, 0);
	lane->input.data = lane->output.data = lane->process.data = lane;
	lines_free(&lane->lines);
	lane->lines.found = on_line;
	lane->lines.data = lane;
	status = uv_spawn(pool->loop, &lane->process, &options);
	lane->alive = status == 0;
	if (status < 0) {
		char *why = platform_why_not_started(status);

		pool->failed(pool->data, lane->number, why);
		free(why);
		return;
	}
	uv_read_start((uv_stream_t *)&lane->output, on_allocate, on_output);
	configure(lane);
}

static void start_lanes(struct pool *pool)
{
	pool->lanes = xcalloc(pool->count, sizeof *pool->lanes);
	/* A lane that cannot be started stops the pool before it has all of its lanes. */
	for (unsigned i = 0; i < pool->count && !pool->stopping; i++) {
		pool->lanes[i].pool = pool;
		pool->lanes[i].number = i;
		start_lane(&pool->lanes[i]);
	}
}

static void on_impatient(uv_timer_t *timer)
{
	const struct pool *pool = timer->data;

	for (unsigned i = 0; i < pool->count; i++)
		if (pool->lanes[i].alive)
			uv_process_kill(&pool->lanes[i].process, SIGKILL);
}

/*
 * A case can stop its lane, which then neither answers nor ends. Ticks are counted, not time: it
 * may be this process that was stopped.
 */
static void on_watch(uv_timer_t *timer)
{
	const struct pool *pool = timer->data;

	for (unsigned i = 0; i < pool->count; i++) {
		struct lane_link *lane = &pool->lanes[i];

		if (lane->alive && lane->jobs && ++lane->silence > lane->longest + SILENCE)
			uv_process_kill(&lane->process, SIGKILL);
	}
}

static void on_signal(uv_signal_t *handle, int signal)
{
	struct pool *pool = handle->data;

	pool->interrupted = signal;
	pool_stop(pool);
}

static void watch_signals(struct pool *pool)
{
#ifdef _WIN32
	static const int signals[] = {SIGINT, SIGBREAK, SIGHUP};
#else
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
#endif

	for (int i = 0; i < 3; i++) {
		uv_signal_init(pool->loop, &pool->signals[i]);
		pool->signals[i].data = pool;
		uv_signal_start(&pool->signals[i], on_signal, signals[i]);
	}
#ifdef SIGPIPE
	signal(SIGPIPE, SIG_IGN);
#endif
	uv_timer_init(pool->loop, &pool->patience);
	pool->patience.data = pool;
	uv_timer_init(pool->loop, &pool->watch);
	pool->watch.data = pool;
}

void pool_run(struct pool *pool)
{
	platform_guard_lanes();
	watch_signals(pool);
	start_lanes(pool);
	uv_timer_start(&pool->watch, on_watch, 1000, 1000);
	/* It must not keep the loop alive when all lanes are gone. */
	uv_unref((uv_handle_t *)&pool->watch);
	uv_run(pool->loop, UV_RUN_DEFAULT);
	uv_close((uv_handle_t *)&pool->patience, NULL);
	uv_close((uv_handle_t *)&pool->watch, NULL);
	uv_run(pool->loop, UV_RUN_DEFAULT);
}

/* Puts the launcher before a program that Wine would start through its start.exe. */
static bool add_launched(json_t *words, const struct implementation *implementation,
			 const struct program *program)
{
	char *word = implementation->launcher && program->pe.bits == 32
			 ? launcher_word(program->path)
			 : NULL;

	if (!word)
		return false;
	json_array_append_new(words, json_string(implementation->launcher));
	json_array_append_new(words, json_string(word));
	free(word);
	return true;
}

json_t *pool_command(const struct implementation *implementation, const struct program *program)
{
	json_t *words = json_array();
	bool placed = false;

	for (unsigned i = 0; i < implementation->command_count; i++) {
		const char *word = implementation->command[i];
		char *filled;

		placed |= strstr(word, "{exe}") != NULL;
		if (strcmp(word, "{exe}") == 0 && add_launched(words, implementation, program))
			continue;
		filled = implementation_word(word, program->path, program->pe.bits);
		json_array_append_new(words, json_string(filled));
		free(filled);
	}
	if (!placed)
		json_array_append_new(words, json_string(program->path));
	return words;
}

void pool_submit(struct pool *pool, unsigned lane, const json_t *job)
{
	struct lane_link *link = &pool->lanes[lane];
	const double limit = json_number_value(json_object_get(job, "timeout"));

	if (link->jobs++ == 0)
		link->silence = link->longest = 0;
	if (limit > link->longest)
		link->longest = limit;
	lines_write_json((uv_stream_t *)&link->input, job);
}

void pool_stop(struct pool *pool)
{
	if (pool->stopping)
		return;
	pool->stopping = true;
	for (int i = 0; i < 3; i++)
		uv_close((uv_handle_t *)&pool->signals[i], NULL);
	for (unsigned i = 0; i < pool->count; i++)
		if (pool->lanes[i].alive && !uv_is_closing((uv_handle_t *)&pool->lanes[i].input))
			uv_close((uv_handle_t *)&pool->lanes[i].input, on_closed);
	uv_timer_start(&pool->patience, on_impatient, PATIENCE, 0);
	uv_unref((uv_handle_t *)&pool->patience);
}

void pool_free(struct pool *pool)
{
	for (unsigned i = 0; i < pool->count && pool->lanes; i++)
		lines_free(&pool->lanes[i].lines);
	free(pool->lanes);
	pool->lanes = NULL;
}
