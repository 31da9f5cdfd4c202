/* SPDX-License-Identifier: MIT */
#include "service.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "platform.h"

/* A cold wineserver listens after 10 ms; a loaded machine gets a thousand times that. */
enum { POLL = 1 /* ms */, POLLS = 10000, START_LIMIT = 30 /* s */, FILL_LIMIT = 180 /* s */ };

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

static void on_started(uv_process_t *starter, int64_t status, int signal)
{
	struct service *service = starter->data;

	service->starter_runs = false;
	service->kept_count = platform_children(service->kept, SERVICE_ROOM);
	if ((status == 0 && signal == 0) || !service->wine.full)
		be_ready(service);
	else
		fail(service, "`wineboot --init` did not fill the full prefix");
}

static void on_start_limit(uv_timer_t *timer)
{
	struct service *service = timer->data;

	if (service->starter_runs)
		uv_process_kill(&service->starter, SIGKILL);
}

/* What it starts keeps running and would keep pipes open, so nobody listens to it. */
static bool spawn(struct service *service, uv_process_t *process, char **command, uv_exit_cb exited)
{
	uv_stdio_container_t stdio[3] = {
	    {.flags = UV_IGNORE}, {.flags = UV_IGNORE}, {.flags = UV_IGNORE}};
	const uv_process_options_t options = {.exit_cb = exited,
					      .file = command[0],
					      .args = command,
					      .env = service->environment,
					      .stdio = stdio,
					      .stdio_count = 3};

	process->data = service;
	return uv_spawn(service->timer.loop, process, &options) == 0;
}

/*
 * Fills a full prefix. In a minimal one any first program starts, by itself and once, what every
 * program needs; this one then prints its help and ends, where --init would start it all again.
 */
static void start_wineboot(struct service *service)
{
	char path[] = "C:\\windows\\system32\\wineboot.exe", help[] = "--help";
	char name[] = "wineboot", init[] = "--init";
	char *minimal[] = {service->wine.loader, path, help, NULL};
	char *full[] = {service->wine.loader, name, init, NULL};
	const uint64_t limit = service->wine.full ? FILL_LIMIT : START_LIMIT;

	service->starter_runs =
	    spawn(service, &service->starter, service->wine.full ? full : minimal, on_started);
	if (service->starter_runs)
		uv_timer_start(&service->timer, on_start_limit, limit * 1000, 0);
	else
		fail(service, "the loader could not be started");
}

static void on_poll(uv_timer_t *timer)
{
	struct service *service = timer->data;

	free(service->leftover);
	if (wine_listens(service->prefix, &service->leftover)) {
		uv_timer_stop(timer);
		start_wineboot(service);
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
	char foreground[] = "-f", persist[] = "-p60";
	char *command[] = {service->wine.server, foreground, persist, NULL};
	struct error error;

	service->prefix = xformat("%s/prefix", folder);
	service->environment = environment;
	service->timer.data = service;
	uv_timer_init(loop, &service->timer);
	if (!wine_make_prefix(&service->wine, service->prefix, &error)) {
		service->ready(service, &error);
		return;
	}
	service->server_runs = spawn(service, &service->server, command, on_server_exit);
	uv_timer_start(&service->timer, on_poll, POLL, POLL);
}

const int *service_processes(const struct service *service, size_t *count)
{
	*count = service->kept_count;
	return service->kept;
}

void service_stop(struct service *service)
{
	if (service->server_runs)
		uv_process_kill(&service->server, SIGKILL);
	if (service->leftover)
		platform_remove_folder(service->leftover);
	else
		wine_remove_leftover(service->prefix);
	free(service->leftover);
	free(service->prefix);
	wine_free(&service->wine);
}
