/* SPDX-License-Identifier: MIT */
/* What a case starts and leaves behind. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fake.h"

enum { CHAIN = 30, DOUBLINGS = 7, RUNNERS = 3, GENERATIONS = 1000, ZOMBIES = 50 };

static pid_t start(void)
{
	const pid_t child = fork();

	if (child < 0)
		_exit(122);
	return child;
}

static void __attribute__((noreturn)) linger(void)
{
	note_process(getpid());
	for (;;)
		pause();
}

/* In a session of its own it lives on and holds the pipes. Returns when `act` is reached. */
static void leave(void (*act)(void))
{
	int ready[2];
	char byte;

	if (pipe(ready) != 0)
		_exit(122);
	if (start() == 0) {
		setsid();
		signal(SIGTERM, SIG_IGN);
		signal(SIGHUP, SIG_IGN);
		note_process(getpid());
		close(ready[0]);
		close(ready[1]);
		act();
	}
	close(ready[1]);
	if (read(ready[0], &byte, 1) != 0)
		_exit(123);
	close(ready[0]);
}

static void leave_children(void)
{
	for (int i = 0; i < 3; i++)
		leave(linger);
	pass();
}

static void leave_child_and_hang(void)
{
	leave(linger);
	hang();
}

/* It would speak, if it lived long enough. */
static void leave_silent_child(void)
{
	if (start() == 0) {
		note_process(getpid());
		sleep(1000);
		pass();
	}
	end(0);
}

static void stop(void)
{
	raise(SIGSTOP);
	linger();
}

static void leave_stopped_child(void)
{
	leave(stop);
	pass();
}

static void adopt(void)
{
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
	for (int i = 0; i < 3; i++)
		if (start() == 0) {
			if (start() > 0)
				_exit(0);
			setsid();
			linger();
		}
	linger();
}

static void leave_adopter(void)
{
	leave(adopt);
	pass();
}

static void become_daemon(void)
{
	char sleeper[] = "sleep", seconds[] = "1000";
	char *const words[] = {sleeper, seconds, NULL}, *const none[] = {NULL};

	for (int i = 0; i < 3; i++)
		close(i);
	if (start() > 0)
		_exit(0);
	note_process(getpid());
	execve("/bin/sleep", words, none);
	_exit(122);
}

static void leave_daemon(void)
{
	leave(become_daemon);
	pass();
}

static void leave_zombies(void)
{
	for (int i = 0; i < ZOMBIES; i++)
		if (start() == 0) {
			note_process(getpid());
			_exit(i);
		}
	pass();
}

static void wait_for_vfork(void)
{
	note_process(getpid());
	if (vfork() == 0)
		for (;;)
			pause();
	pass();
}

/* The last of them waits for ever, and so all do. */
static void fork_in_chain(void)
{
	for (int i = 0; i < CHAIN; i++)
		if (start() > 0) {
			if (i == 0)
				pass();
			note_process(getpid());
			wait(NULL);
			_exit(0);
		}
	linger();
}

static void explode(void)
{
	const pid_t first = getpid();

	for (int i = 0; i < DOUBLINGS; i++)
		start();
	if (getpid() != first)
		linger();
}

static void explode_and_pass(void)
{
	explode();
	pass();
}

static void explode_and_hang(void)
{
	explode();
	hang();
}

/* Whoever is about to be killed has a child already and is gone. */
static void run_away(void)
{
	for (int i = 0; i < RUNNERS; i++)
		if (start() == 0) {
			setsid();
			for (int k = 0; k < GENERATIONS; k++)
				if (start() > 0)
					_exit(0);
			linger();
		}
}

static void run_away_and_pass(void)
{
	run_away();
	pass();
}

static void run_away_and_hang(void)
{
	run_away();
	hang();
}

const struct behaviour child_behaviours[] = {
    {"leaves-children", leave_children},         {"leaves-child-and-hangs", leave_child_and_hang},
    {"leaves-silent-child", leave_silent_child}, {"leaves-stopped-child", leave_stopped_child},
    {"leaves-adopter", leave_adopter},           {"leaves-daemon", leave_daemon},
    {"leaves-zombies", leave_zombies},           {"waits-for-vfork", wait_for_vfork},
    {"forks-in-a-chain", fork_in_chain},         {"fork-bomb", explode_and_pass},
    {"fork-bomb-and-hangs", explode_and_hang},   {"runs-away", run_away_and_pass},
    {"runs-away-and-hangs", run_away_and_hang},  {NULL, NULL},
};
