/* SPDX-License-Identifier: MIT */
/*
 * `--sandbox`: bubblewrap around each lane. What runs there reads the file system and writes
 * nothing of it; /tmp is its own, in memory, and gone with the lane. No network, no processes but
 * the lane's, no sessions of the user: their sockets lie in /run and /tmp.
 */
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "find-program.h"
#include "run.h"

enum { TRY_LIMIT = 10 /* s */ };

/* clang-format off */
static const char *const walls[] = {
	"--unshare-all", "--cap-drop", "ALL", "--new-session",
	"--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "--tmpfs", "/run",
	"--setenv", "TMPDIR", "/tmp", "--unsetenv", "XDG_RUNTIME_DIR",
};
/* clang-format on */

static void add(struct words *words, const char *word)
{
	words_add(words, xstrdup(word));
}

static void add_path(struct words *words, const char *option, const char *path)
{
	add(words, option);
	add(words, path);
	add(words, path);
}

static bool is_hidden(const char *path)
{
	return strncmp(path, "/tmp/", 5) == 0 || strncmp(path, "/run/", 5) == 0;
}

/* What the run uses is there, to be read, where it lies in a folder that is hidden. */
static void show(struct words *words, const char *path)
{
	uv_fs_t request;

	if (!path)
		return;
	if (is_hidden(path))
		add_path(words, "--ro-bind-try", path);
	/* Where links lead. */
	if (uv_fs_realpath(NULL, &request, path, NULL) == 0 && strcmp(request.ptr, path) != 0 &&
	    is_hidden(request.ptr))
		add_path(words, "--ro-bind-try", request.ptr);
	uv_fs_req_cleanup(&request);
}

/* What a program needs is often beside it. */
static void show_folder_of(struct words *words, const char *path)
{
	char *folder = path ? path_folder(path) : NULL;

	show(words, folder);
	show(words, path);
	free(folder);
}

static void show_wine(struct words *words, const struct wine *wine)
{
	show_folder_of(words, wine->loader);
	show_folder_of(words, wine->server);
	show(words, wine->dlls);
	show(words, wine->dlls32);
	show(words, wine->build_tree);
	show(words, wine->dll_path);
}

static void show_what_is_used(const struct run *run, struct words *words)
{
	const struct implementation *implementation = &run->implementation;
	struct error ignored;
	char *first = implementation_word(implementation->command[0], "", 64);
	char *program = find_program(first, &ignored);
	char folder[4096];
	size_t size = sizeof folder;

	if (uv_cwd(folder, &size) == 0)
		show(words, folder);
	show_folder_of(words, run->paths.program);
	show_folder_of(words, program);
	for (unsigned i = 0; i < implementation->command_count; i++)
		show(words, implementation->command[i]);
	show(words, run->options.cases_folder ? run->options.cases_folder : run->paths.cases);
	show(words, run->options.program);
	show_wine(words, &run->wine);
	free(program);
	free(first);
}

/* A folder on a disk where there is one, since a full prefix is too large for memory. */
static void add_own_folder(const struct run *run, struct words *words)
{
	if (run->folder) {
		add_path(words, "--bind", run->folder);
	} else {
		add(words, "--dir");
		add(words, SANDBOX_FOLDER);
		add(words, "--die-with-parent");
	}
}

/* What is wrong with the sandbox: empty where a program runs in it. */
static void note_refusal(struct child *child)
{
	struct run *run = child->data;
	const char *why = child->errors.size ? child->errors.data : "it ended without a word";

	if (child->started && child->status == 0 && child->signal == 0)
		return;
	error_set(&run->error,
		  "--sandbox: %.*s; allow user namespaces here (in a container: run it "
		  "with --privileged), or leave --sandbox out",
		  (int)strcspn(why, "\n"), child->started ? why : child->start_reason);
}

/* Better one line now than one for each lane. */
static bool try_out(struct run *run)
{
	char version[] = "--version";
	struct child child = {.loop = &run->loop,
			      .command =
				  run_in_sandbox(run, (char *[]){run->paths.program, version}, 2),
			      .timeout = TRY_LIMIT,
			      .output_limit = 65536,
			      .done = note_refusal,
			      .data = run};

	child_start(&child);
	uv_run(&run->loop, UV_RUN_DEFAULT);
	free(child.command);
	child_free(&child);
	return !run->error.text[0];
}

char **run_in_sandbox(const struct run *run, char *const *command, unsigned count)
{
	const size_t before = run->sandbox.count;
	char **words = xcalloc(before + count + 1, sizeof *words);

	if (before)
		memcpy(words, run->sandbox.words, before * sizeof *words);
	memcpy(words + before, command, count * sizeof *words);
	return words;
}

bool run_open_sandbox(struct run *run)
{
	struct words *words = &run->sandbox;
	struct error unused;
	char *bwrap = find_program("bwrap", &unused);

	if (!bwrap)
		return error_set(&run->error,
				 "--sandbox: bwrap is not on the PATH; install bubblewrap (make "
				 "setup does), or leave --sandbox out");
	words_add(words, bwrap);
	for (size_t i = 0; i < sizeof walls / sizeof walls[0]; i++)
		add(words, walls[i]);
	show_what_is_used(run, words);
	add_own_folder(run, words);
	add(words, "--");
	return try_out(run);
}

void run_close_sandbox(struct run *run)
{
	for (size_t i = 0; i < run->sandbox.count; i++)
		free(run->sandbox.words[i]);
	free(run->sandbox.words);
}
