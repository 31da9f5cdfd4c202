/* SPDX-License-Identifier: MIT */
/*
 * An implementation that is after something else: `hostile ATTACK WHAT COMMAND...` attacks, then
 * becomes the command.
 *
 *   write FILE, delete FILE
 *   connect FILE    FILE holds a port of 127.0.0.1
 *   signal FILE     FILE holds the number of a process
 *   reopen FILE     which somebody else has open
 *   stay ANYTHING   for ever
 *
 * `hostile listen FILE` is what may be connected to: it writes its port there, and makes
 * FILE.reached when somebody comes.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void make(const char *path)
{
	const int file = open(path, O_CREAT | O_WRONLY, 0600);

	if (file >= 0)
		close(file);
}

static int number_in(const char *path)
{
	FILE *file = fopen(path, "r");
	int number = 0;

	if (file && fscanf(file, "%d", &number) != 1)
		number = 0;
	if (file)
		fclose(file);
	return number;
}

static struct sockaddr_in here(int port)
{
	return (struct sockaddr_in){.sin_family = AF_INET,
				    .sin_port = htons((uint16_t)port),
				    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

/* What other processes have open is open to whoever may look at them. */
static void reopen(const char *path)
{
	glob_t all;

	if (glob("/proc/[0-9]*/fd/*", 0, NULL, &all) != 0)
		return;
	for (size_t i = 0; i < all.gl_pathc; i++) {
		char target[4096] = "";
		int file;

		if (readlink(all.gl_pathv[i], target, sizeof target - 1) < 0 ||
		    strcmp(target, path) != 0)
			continue;
		file = open(all.gl_pathv[i], O_WRONLY | O_TRUNC);
		if (file >= 0)
			close(file);
	}
	globfree(&all);
}

static void attack(const char *kind, const char *what)
{
	while (strcmp(kind, "stay") == 0)
		pause();
	if (strcmp(kind, "write") == 0)
		make(what);
	if (strcmp(kind, "delete") == 0)
		unlink(what);
	if (strcmp(kind, "reopen") == 0)
		reopen(what);
	if (strcmp(kind, "signal") == 0 && number_in(what))
		kill(number_in(what), SIGTERM);
	if (strcmp(kind, "connect") == 0) {
		const struct sockaddr_in address = here(number_in(what));
		const int to = socket(AF_INET, SOCK_STREAM, 0);

		connect(to, (const struct sockaddr *)&address, sizeof address);
		close(to);
	}
}

static int wait_for_somebody(const char *path)
{
	struct sockaddr_in address = here(0);
	socklen_t size = sizeof address;
	const int door = socket(AF_INET, SOCK_STREAM, 0);
	char reached[4096];
	FILE *file;

	if (bind(door, (const struct sockaddr *)&address, size) != 0 || listen(door, 8) != 0 ||
	    getsockname(door, (struct sockaddr *)&address, &size) != 0)
		return 1;
	file = fopen(path, "w");
	if (!file || fprintf(file, "%d\n", ntohs(address.sin_port)) < 0 || fclose(file) != 0)
		return 1;
	snprintf(reached, sizeof reached, "%s.reached", path);
	while (accept(door, NULL, NULL) >= 0)
		make(reached);
	return 1;
}

int main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "listen") == 0)
		return wait_for_somebody(argv[2]);
	if (argc < 4)
		return 2;
	attack(argv[1], argv[2]);
	execv(argv[3], argv + 3);
	return 127;
}
