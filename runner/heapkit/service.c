/* SPDX-License-Identifier: MIT */
#include "service.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "platform.h"

/* A cold wineserver listens after 10 ms; a loaded machine gets a thousand times that. */
enum { POLL = 1 /* ms */, POLLS = 10000, FILL_LIMIT = 180 /* s */ };

static void be_ready(struct service *service)
{
	uv_timer_stop(&service->timer);
	service->ready(service, NULL);
}

static void fail(struct service *service, const char *why)
{
	struct error error;

	uv_timer_stop(&service->timer);
	error_set(&error, "%s: %s", service->wine.server, why);
	service->ready(service, &error);
}

static void on_filled(struct child *filler)
{
	struct service *service = filler->data;
	const bool filled = filler->started && filler->status == 0 && !filler->timed_out;

	child_free(filler);
	free(filler->command);
	free(filler);
	service->filler = NULL;
	if (filled)
		be_ready(service);
	else
		fail(service, "`wineboot --init` did not fill the full prefix");
}

static void fill(struct service *service)
{
	struct child *filler = xcalloc(1, sizeof *filler);

	filler->loop = service->timer.loop;
	filler->command = xcalloc(4, sizeof *filler->command);
	filler->command[0] = service->wine.loader;
	filler->command[1] = (char *)(size_t) "wineboot";
	filler->command[2] = (char *)(size_t) "--init";
	filler->environment = service->environment;
	filler->timeout = FILL_LIMIT;
	filler->output_limit = 1 << 20;
	filler->done = on_filled;
	filler->data = service;
	service->filler = filler;
	child_start(filler);
}

static void on_poll(uv_timer_t *timer)
{
	struct service *service = timer->data;
	char *socket;

	free(service->leftover);
	socket = wine_socket(service->prefix, service->temporary, &service->leftover);
	if (socket) {
		free(socket);
		uv_timer_stop(timer);
		if (service->wine.full)
			fill(service);
		else
			be_ready(service);
	} else if (!service->server_runs) {
		fail(service, "it ended before the first case");
	} else if (++service->polls == POLLS) {
		fail(service, "it did not listen within 10 s");
	}
}

static void on_server_exit(uv_process_t *process, int64_t status, int signal)
{
	struct service *service = process->data;

	(void)status;
	(void)signal;
	service->server_runs = false;
}

void service_start(struct service *service, uv_loop_t *loop, const char *folder, char **environment)
{
	char *command[] = {service->wine.server, (char *)(size_t) "-f", (char *)(size_t) "-p60",
			   NULL};
	uv_stdio_container_t stdio[3] = {
	    {.flags = UV_IGNORE}, {.flags = UV_IGNORE}, {.flags = UV_IGNORE}};
	uv_process_options_t options = {.exit_cb = on_server_exit,
					.file = command[0],
					.args = command,
					.env = environment,
					.stdio = stdio,
					.stdio_count = 3};
	struct error error;

	service->temporary = xstrdup(folder);
	service->prefix = xformat("%s/prefix", folder);
	service->environment = environment;
	service->server.data = service->timer.data = service;
	uv_timer_init(loop, &service->timer);
	if (!wine_make_prefix(&service->wine, service->prefix, &error)) {
		service->ready(service, &error);
		return;
	}
	service->server_runs = uv_spawn(loop, &service->server, &options) == 0;
	uv_timer_start(&service->timer, on_poll, POLL, POLL);
}

int service_process(const struct service *service)
{
	return service->server_runs ? service->server.pid : 0;
}

void service_stop(struct service *service)
{
	if (service->server_runs)
		uv_process_kill(&service->server, SIGKILL);
	if (service->leftover)
		platform_remove_folder(service->leftover);
	free(service->leftover);
	free(service->temporary);
	free(service->prefix);
	wine_free(&service->wine);
}
