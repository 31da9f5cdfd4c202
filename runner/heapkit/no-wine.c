/* SPDX-License-Identifier: MIT */
/* On Windows the programs run by themselves: no Wine is looked for, and nothing runs beside them.
 */
#include <stdlib.h>
#include <string.h>

#include "service.h"

bool wine_find(const char *word, const char *cache, bool full, struct wine *wine, char **note,
	       struct error *error)
{
	(void)cache;
	(void)full;
	*note = NULL;
	memset(wine, 0, sizeof *wine);
	return error_set(error,
			 "%s: a Wine is started from Linux only; on Windows, and in a Wine, "
			 "programs run by themselves: --on windows",
			 word);
}

void wine_free(struct wine *wine)
{
	memset(wine, 0, sizeof *wine);
}

json_t *wine_to_json(const struct wine *wine)
{
	(void)wine;
	return json_null();
}

void wine_from_json(const json_t *object, struct wine *wine)
{
	(void)object;
	memset(wine, 0, sizeof *wine);
}

void wine_remove_leftover(const char *prefix)
{
	(void)prefix;
}

char *wine_cache_folder(void)
{
	return NULL;
}

void service_start(struct service *service, uv_loop_t *loop, const char *folder, char **environment)
{
	(void)loop;
	(void)folder;
	(void)environment;
	service->ready(service, NULL);
}

const int *service_processes(const struct service *service, size_t *count)
{
	*count = 0;
	return service->kept;
}

void service_stop(struct service *service)
{
	(void)service;
}
