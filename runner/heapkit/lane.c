/* SPDX-License-Identifier: MIT */
#include "lane.h"

#include "command.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "child.h"
#include "lines.h"
#include "platform.h"
#include "profile.h"
#include "service.h"

struct lane {
	uv_loop_t loop;
	uv_pipe_t input, output;
	struct line_splitter lines;
	char *folder;
	char **environment;
	bool configured, ready, has_service, fixed_addresses, pinned;
	struct service service;
	json_t *queue; /* jobs that wait */
	struct child child;
	bool busy;
	json_int_t job;
};

static struct lane lane;

/*
 * Everything of this lane but its server ends with each case. A child that has ended libuv has
 * reaped, unless it was only stopped while it let itself be traced.
 */
static void sweep(struct child *child)
{
	size_t count = 0;
	const int *kept = lane.has_service ? service_processes(&lane.service, &count) : NULL;

	platform_kill_descendants(kept, count, child && !child->exited ? child->process.pid : 0);
}

static void __attribute__((noreturn)) end(int status)
{
	if (lane.has_service)
		service_stop(&lane.service);
	lane.has_service = false;
	sweep(NULL);
	if (lane.folder)
		platform_remove_folder(lane.folder);
	/* The run's own folder goes with its last lane, whether the runner still lives or not. */
	if (lane.folder && strrchr(lane.folder, '/')) {
		uv_fs_t request;

		*strrchr(lane.folder, '/') = '\0';
		uv_fs_rmdir(NULL, &request, lane.folder, NULL);
		uv_fs_req_cleanup(&request);
	}
	_Exit(status);
}

static void free_command(char **command)
{
	for (char **word = command; word && *word; word++)
		free(*word);
	free(command);
}

static void start_next(void);

/* Puts in what the lane and its programs took until now. */
static void add_times(json_t *answer)
{
	json_object_set_new(answer, "own", json_real(profile_own_time()));
	json_object_set_new(answer, "waited", json_real(platform_time_of_children()));
}

static void on_done(struct child *child)
{
	json_t *answer = json_pack(
	    "{s:I s:b s:s s:b s:b s:I s:i s:f s:f s:o s:o}", "job", lane.job, "started",
	    child->started, "error", child->started ? "" : child->start_reason, "timed_out",
	    child->timed_out, "flooded", child->flooded, "status", (json_int_t)child->status,
	    "signal", child->signal, "seconds", child->seconds, "timeout", child->timeout, "out",
	    bytes_to_json(child->output.data, child->output.size), "err",
	    bytes_to_json(child->errors.data, child->errors.size));

	if (!child->started && platform_is_shortage(child->start_error))
		json_object_set_new(answer, "refused", json_true());
	add_times(answer);
	lines_write_json((uv_stream_t *)&lane.output, answer);
	json_decref(answer);
	child_free(child);
	free_command(child->command);
	lane.busy = false;
	start_next();
}

static void start_next(void)
{
	struct child *child = &lane.child;
	json_t *job, *words, *word;
	size_t i;

	if (lane.busy || !lane.ready || json_array_size(lane.queue) == 0)
		return;
	job = json_array_get(lane.queue, 0);
	words = json_object_get(job, "command");
	memset(child, 0, sizeof *child);
	child->loop = &lane.loop;
	child->command = xcalloc(json_array_size(words) + 1, sizeof *child->command);
	json_array_foreach(words, i, word) child->command[i] = xstrdup(json_string_value(word));
	child->environment = lane.environment;
	child->timeout = json_number_value(json_object_get(job, "timeout"));
	child->output_limit = (size_t)json_integer_value(json_object_get(job, "limit"));
	child->done = on_done;
	child->sweep = sweep;
	lane.job = json_integer_value(json_object_get(job, "job"));
	lane.busy = true;
	json_array_remove(lane.queue, 0);
	child_start(child);
}

static void answer_ready(const struct error *error)
{
	json_t *answer = error ? json_pack("{s:s}", "error", error->text)
			       : json_pack("{s:b s:b s:b}", "ready", 1, "pinned", lane.pinned,
					   "fixed_addresses", lane.fixed_addresses);

	add_times(answer);
	lines_write_json((uv_stream_t *)&lane.output, answer);
	json_decref(answer);
	lane.ready = error == NULL;
	start_next();
}

static void on_service_ready(struct service *service, const struct error *error)
{
	(void)service;
	answer_ready(error);
}

/* Path and PATH are one variable of Windows. */
#ifdef _WIN32
#define compare_names _strnicmp
#else
#define compare_names strncmp
#endif

static bool is_named(const char *entry, const char *name)
{
	const size_t length = strlen(name);

	return compare_names(entry, name, length) == 0 && entry[length] == '=';
}

/* An empty value takes the variable out. */
static void set_variable(const char *name, const char *value)
{
	size_t count = 0, kept = 0;

	for (; lane.environment[count]; count++) {
		if (is_named(lane.environment[count], name))
			free(lane.environment[count]);
		else
			lane.environment[kept++] = lane.environment[count];
	}
	lane.environment = xrealloc(lane.environment, (kept + 2) * sizeof *lane.environment);
	if (*value)
		lane.environment[kept++] = xformat("%s=%s", name, value);
	lane.environment[kept] = NULL;
}

static void copy_environment(void)
{
	uv_env_item_t *items = NULL;
	int count = 0;

	uv_os_environ(&items, &count);
	lane.environment = xcalloc((size_t)count + 1, sizeof *lane.environment);
	for (int i = 0; i < count; i++)
		lane.environment[i] = xformat("%s=%s", items[i].name, items[i].value);
	uv_os_free_environ(items, count);
}

/* Where a service keeps what it makes; a lane without one needs no folder. */
static bool make_folder(const char *path)
{
	uv_fs_t request;
	struct error error;
	int status;

	if (!path)
		return true;
	lane.folder = xstrdup(path);
	status = uv_fs_mkdir(NULL, &request, path, 0700, NULL);
	uv_fs_req_cleanup(&request);
	if (status == 0)
		return true;
	error_set(&error, "%s: %s", path, uv_strerror(status));
	answer_ready(&error);
	return false;
}

static void start_wine(const json_t *wine)
{
	char *prefix = xformat("%s/prefix", lane.folder);

	lane.has_service = true;
	wine_from_json(wine, &lane.service.wine);
	lane.service.ready = on_service_ready;
	if (lane.service.wine.dll_path)
		set_variable("WINEDLLPATH", lane.service.wine.dll_path);
	set_variable("WINESERVER", lane.service.wine.server);
	set_variable("TMPDIR", ""); /* see wine_listens */
	set_variable("WINEPREFIX", prefix);
	free(prefix);
	service_start(&lane.service, &lane.loop, lane.folder, lane.environment);
}

static void configure(const json_t *config)
{
	json_t *variables = json_object_get(config, "environment");
	const json_t *wine = json_object_get(config, "wine");
	const int cpu = (int)json_integer_value(json_object_get(config, "cpu"));
	const char *name;
	json_t *value;

	lane.configured = true;
	if (!make_folder(json_string_value(json_object_get(config, "directory"))))
		return;
	platform_adopt_orphans();
	platform_hide();
	lane.pinned = cpu >= 0 && platform_pin(cpu);
	if (json_is_true(json_object_get(config, "fixed_addresses")))
		lane.fixed_addresses = platform_fix_addresses();
	copy_environment();
	json_object_foreach(variables, name, value) set_variable(name, json_string_value(value));
	if (json_is_object(wine))
		start_wine(wine);
	else
		answer_ready(NULL);
}

static void on_line(void *data, const char *line, size_t length)
{
	json_t *object = json_loadb(line, length, JSON_ALLOW_NUL, NULL);

	(void)data;
	if (!object)
		end(1);
	if (lane.configured)
		json_array_append(lane.queue, object);
	else
		configure(object);
	json_decref(object);
	start_next();
}

static void on_allocate(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
	static char bytes[65536];

	(void)handle;
	(void)suggested;
	*buffer = uv_buf_init(bytes, sizeof bytes);
}

static void on_input(uv_stream_t *stream, ssize_t size, const uv_buf_t *buffer)
{
	(void)stream;
	if (size < 0)
		end(0);
	lines_feed(&lane.lines, buffer->base, (size_t)size);
}

int command_lane(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	if (uv_guess_handle(0) == UV_TTY) {
		fputs("heapkit: `lane` is started by `heapkit run`, not by hand\n", stderr);
		return EXIT_MISUSE;
	}
	/* The lane's own pipes, and what the runner was started with, are not for what it starts.
	 */
	platform_pass_nothing_on();
#ifdef SIGPIPE
	/* An answer that nobody reads any more must not end what has to clean up. */
	signal(SIGPIPE, SIG_IGN);
#endif
	lane.queue = json_array();
	lane.lines.found = on_line;
	uv_loop_init(&lane.loop);
	uv_pipe_init(&lane.loop, &lane.input, 0);
	uv_pipe_init(&lane.loop, &lane.output, 0);
	uv_pipe_open(&lane.input, 0);
	uv_pipe_open(&lane.output, 1);
	uv_read_start((uv_stream_t *)&lane.input, on_allocate, on_input);
	uv_run(&lane.loop, UV_RUN_DEFAULT);
	end(1);
}
