/* SPDX-License-Identifier: MIT */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fake.h"

const char *title;
bool statuses_are_lost;

void end(int status)
{
	fflush(stdout);
	_exit(statuses_are_lost ? 0 : status);
}

void die(int signal)
{
	fflush(stdout);
	raise(signal);
	_exit(120);
}

void hang(void)
{
	fflush(stdout);
	note_process(getpid());
	for (;;)
		pause();
}

void silent(void)
{
	end(0);
}

void crash(void)
{
	die(SIGSEGV);
}

void flood(void)
{
	say("ok 1");
	for (int i = 0; i < 10 * 1024; i++)
		printf("%1023d\n", i);
	end(0);
}

void lack_enumeration(void)
{
	fputs("wibo: call reached missing import GetProcessHeaps from kernel32\n", stderr);
	die(SIGABRT);
}

bool is_text_canary(void)
{
	return strncmp(title, "text ", 5) == 0;
}

void say(const char *verdict)
{
	printf("TAP version 14\n1..1\n%s - %s\n", verdict, title);
}

static FILE *open_state(const char *mode)
{
	const char *path = getenv("FAKE_STATE");
	FILE *file = path ? fopen(path, mode) : NULL;

	if (!file && *mode != 'r') {
		perror("fake: FAKE_STATE");
		_exit(121);
	}
	return file;
}

/* In one write, since several may do it at once. */
void note_process(int process)
{
	FILE *file = open_state("a");

	fprintf(file, "%d\n", process);
	fclose(file);
}

bool is_first_time(void)
{
	FILE *file = open_state("r");

	if (file)
		fclose(file);
	else
		note_process(getpid());
	return !file;
}

void check_alone(void)
{
	FILE *file = open_state("r");
	int process;

	while (file && fscanf(file, "%d", &process) == 1)
		if (process != getpid() && kill(process, 0) == 0) {
			say("not ok 1");
			printf("  ---\n  message: \"process %d still lives\"\n  ...\n", process);
			end(1);
		}
	if (file)
		fclose(file);
}
