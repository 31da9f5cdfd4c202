/* SPDX-License-Identifier: MIT */
/* What the process of a case does to itself: descriptors, folder, file, group, threads. */
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fake.h"

static void close_output(void)
{
	say("ok 1");
	fflush(stdout);
	close(1);
	close(2);
}

static void close_output_and_go_on(void)
{
	close_output();
	usleep(50000);
	_exit(0);
}

static void close_output_and_hang(void)
{
	close_output();
	hang();
}

static void reopen_descriptors(void)
{
	const int output = dup(1), errors = dup(2);

	for (int i = 0; i < 3; i++)
		close(i);
	for (int i = 0; i < 3; i++)
		open("/dev/null", O_RDWR);
	say("ok 1");
	fflush(stdout);
	usleep(5000);
	if (dup2(output, 1) != 1 || dup2(errors, 2) != 2)
		_exit(126);
	pass();
}

static void close_all_descriptors(void)
{
	say("ok 1");
	fflush(stdout);
	for (int i = 0; i < 1024; i++)
		close(i);
	_exit(0);
}

static void hoard_descriptors(void)
{
	for (int i = 0; i < 5000 && dup(1) >= 0; i++)
		continue;
	pass();
}

/* It has none, whatever the runner was started on. */
static void write_to_terminal(void)
{
	const int terminal = open("/dev/tty", O_RDWR);

	if (terminal >= 0) {
		dprintf(terminal, "\033]2;soak\a");
		say("not ok 1");
		end(1);
	}
	pass();
}

/* Beside the state: what is in the folder of the run, another case may delete. */
static const char *path_beside_state(const char *ending)
{
	static char path[4096];

	snprintf(path, sizeof path, "%s.%s", getenv("FAKE_STATE"), ending);
	return path;
}

static void lose_folder(void)
{
	const char *path = path_beside_state("folder");

	if (mkdir(path, 0700) != 0 || chdir(path) != 0 || rmdir(path) != 0)
		_exit(126);
	pass();
}

/* The folder of the whole run lies there, too. */
static void empty_the_folder(void)
{
	const char *folder = getenv("TMPDIR");

	if (!folder || chdir(folder) != 0 || system("rm -rf ./*") != 0)
		_exit(124);
	pass();
}

#define SAY_BY_SHELL "printf 'TAP version 14\\n1..1\\nok 1 - %s\\n' \"$1\""

static void delete_itself(void)
{
	const char *path = path_beside_state("copy");

	if (setenv("COPY", path, 1) != 0 || system("cp -L /bin/sh \"$COPY\"") != 0)
		_exit(126);
	execl(path, path, "-c", "rm \"$0\" && " SAY_BY_SHELL, path, title, (char *)NULL);
	_exit(126);
}

static void delete_program(void)
{
	if (remove(program) != 0)
		_exit(126);
	crash();
}

static void become_another(void)
{
	execlp("sh", "sh", "-c", SAY_BY_SHELL, "sh", title, (char *)NULL);
	_exit(126);
}

static void become_another_and_hang(void)
{
	note_process(getpid());
	execlp("sleep", "sleep", "1000", (char *)NULL);
	_exit(126);
}

static void stop_itself(void)
{
	note_process(getpid());
	raise(SIGSTOP);
	hang();
}

static void stop_group(void)
{
	note_process(getpid());
	kill(0, SIGSTOP);
	hang();
}

static void end_group(void)
{
	kill(0, SIGTERM);
	hang();
}

static void kill_group(void)
{
	kill(0, SIGKILL);
	hang();
}

/* To whom waits for it a process that is traced seems to have ended when a signal reaches it. */
static void trace_itself(void)
{
	note_process(getpid());
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
		end(0);
	raise(SIGSEGV);
	hang();
}

/* Every call keeps its room until the one below it is back, and that never is. */
static int dive(volatile int depth)
{
	volatile char room[4096];

	room[depth % 4096] = 1;
	return depth == 0 ? 0 : dive(depth + 1) + room[depth % 4096];
}

static void overflow_stack(void)
{
	end(dive(1));
}

static void *speak(void *nothing)
{
	(void)nothing;
	usleep(10000);
	pass();
	return NULL;
}

static void *wait_for_ever(void *nothing)
{
	(void)nothing;
	hang();
}

/* The thread that the process began with ends; the process does not. */
static void leave_it_to_thread(void *(*act)(void *))
{
	pthread_t thread;

	if (pthread_create(&thread, NULL, act, NULL) != 0)
		_exit(126);
	pthread_exit(NULL);
}

static void speak_in_thread(void)
{
	leave_it_to_thread(speak);
}

static void hang_in_thread(void)
{
	leave_it_to_thread(wait_for_ever);
}

static void spin(void)
{
	volatile unsigned turns = 0;

	note_process(getpid());
	for (;;)
		turns++;
}

const struct behaviour process_behaviours[] = {
    {"closes-output", close_output_and_go_on},
    {"closes-output-and-hangs", close_output_and_hang},
    {"reopens-descriptors", reopen_descriptors},
    {"closes-all-descriptors", close_all_descriptors},
    {"hoards-descriptors", hoard_descriptors},
    {"writes-to-the-terminal", write_to_terminal},
    {"loses-its-folder", lose_folder},
    {"empties-the-folder", empty_the_folder},
    {"deletes-itself", delete_itself},
    {"deletes-the-program", delete_program},
    {"becomes-another", become_another},
    {"becomes-another-and-hangs", become_another_and_hang},
    {"stops-itself", stop_itself},
    {"stops-its-group", stop_group},
    {"ends-its-group", end_group},
    {"kills-its-group", kill_group},
    {"traces-itself", trace_itself},
    {"overflows-its-stack", overflow_stack},
    {"speaks-in-a-thread", speak_in_thread},
    {"hangs-in-a-thread", hang_in_thread},
    {"spins", spin},
    {NULL, NULL},
};
