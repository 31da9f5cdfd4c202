/* SPDX-License-Identifier: MIT */
/* What has to run beside the cases of a lane: for Wine a prefix and its wineserver, in the
 * foreground. */
#ifndef HEAPKIT_SERVICE_H
#define HEAPKIT_SERVICE_H

#include <jansson.h>
#include <stdbool.h>
#include <uv.h>

#include "error.h"
#include "wine.h"

struct service;

/* Called once, when cases can start or cannot (`error` is then set). */
typedef void (*service_ready)(struct service *service, const struct error *error);

enum { SERVICE_ROOM = 32 };

struct service {
	service_ready ready;
	void *data;
	struct wine wine;
	char *prefix;
	char *leftover; /* what the server leaves outside the lane's folder; NULL: nothing */
	char **environment;
	uv_process_t server;
	bool server_runs;
	uv_timer_t timer;
	unsigned polls;
	uv_process_t starter; /* wineboot */
	bool starter_runs;
	int kept[SERVICE_ROOM];
	size_t kept_count;
};

/*
 * Makes the prefix in `folder` and starts the server; `ready` is called later. `environment` is
 * what cases and services get; it stays the caller's.
 */
void service_start(struct service *service, uv_loop_t *loop, const char *folder,
		   char **environment);

/*
 * The processes that a lane must not kill: the server, and what Wine started once for all programs.
 * Without them every launch would start them anew, which costs more than the launch.
 */
const int *service_processes(const struct service *service, size_t *count);

/* Ends the server at once and removes what it left outside the lane's folder. */
void service_stop(struct service *service);

#endif
