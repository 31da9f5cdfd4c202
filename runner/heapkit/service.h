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

struct service {
	service_ready ready;
	void *data;
	struct wine wine;
	char *prefix;
	char *temporary;
	char *leftover; /* what the server leaves outside the lane's folder; NULL: nothing */
	char **environment;
	uv_process_t server;
	bool server_runs;
	uv_timer_t timer;
	unsigned polls;
	struct child *filler; /* wineboot, in a full prefix */
};

/*
 * Makes the prefix in `folder` and starts the server; `ready` is called later. `environment` is
 * what cases and services get; it stays the caller's.
 */
void service_start(struct service *service, uv_loop_t *loop, const char *folder,
		   char **environment);

/* The process that a lane must not kill; 0: none. */
int service_process(const struct service *service);

/* Ends the server at once and removes what it left outside the lane's folder. */
void service_stop(struct service *service);

#endif
