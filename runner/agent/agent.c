/* SPDX-License-Identifier: MIT */
#include "agent.h"

static const char usage[] =
    "usage: agent [FOLDER [LOG [SECONDS]]]\r\n"
    "\r\n"
    "Starts every program of the kit in the folder (default: cases, beside the agent), one "
    "after\r\n"
    "another, and writes what each did to the log: a file, or a device such as COM1 (default:\r\n"
    "standard output). A program has so many seconds; default: 30, or more if it asks for more.\r\n"
    "`heapkit judge LOG` then turns the log into results.\r\n"
    "\r\n"
    "Exit status: 0 the log is complete, 1 it lacks what standard error names, 2 misuse, 3 the "
    "log\r\n"
    "could not be written.";

enum { DEFAULT_LIMIT = 30 /* s */, LONGEST_LIMIT = 86400 };

enum { EXIT_COMPLETE, EXIT_LACKING, EXIT_MISUSE, EXIT_NO_LOG };

static WCHAR path[PATH_ROOM]; /* of what is looked at; grows and shrinks with the folders */
static DWORD root;            /* where names begin that the log shows */
static DWORD limit;           /* s; 0: what the program asks for */
static bool lacking, any;

static DWORD length_of(const WCHAR *text)
{
	DWORD length = 0;

	while (text[length])
		length++;
	return length;
}

/* Appends to the path; false where it does not fit. */
static bool add(const WCHAR *text)
{
	const DWORD length = length_of(path), more = length_of(text);

	if (length + more + 1 > PATH_ROOM)
		return false;
	for (DWORD i = 0; i <= more; i++)
		path[length + i] = text[i];
	return true;
}

static void leave_out(const char *why, const WCHAR *what)
{
	say(why, what);
	lacking = true;
}

static bool is_program(const WCHAR *name)
{
	const DWORD length = length_of(name);

	return length > 4 && name[length - 4] == '.' && (name[length - 3] | 32) == 'e' &&
	       (name[length - 2] | 32) == 'x' && (name[length - 1] | 32) == 'e';
}

/* One that ended without a word is started once more, as `heapkit run` does. */
static bool is_silent(const struct ending *ending)
{
	return ending->started && !ending->timed_out && !ending->flooded && !ending->output.size &&
	       !ending->errors.size;
}

static void run_program(void)
{
	struct program program;
	const enum program_kind kind = program_read(path, &program);
	const struct ending *ending;
	DWORD seconds = limit, attempts = 1;

	if (kind == PROGRAM_UNREADABLE)
		leave_out("agent: cannot be read, is left out", path);
	if (kind != PROGRAM_OF_THE_KIT)
		return;
	if (!seconds)
		seconds = program.limit > DEFAULT_LIMIT ? program.limit : DEFAULT_LIMIT;
	if (seconds > LONGEST_LIMIT)
		seconds = LONGEST_LIMIT;
	log_program(path + root, program.digest, seconds * 1000);
	ending = agent_run(path, seconds * 1000);
	if (is_silent(ending)) {
		ending = agent_run(path, seconds * 1000);
		attempts++;
	}
	log_ending(ending, attempts);
	any = true;
}

static bool is_same(const WCHAR *a, const WCHAR *b)
{
	while (*a && *a == *b)
		a++, b++;
	return *a == *b;
}

/* The folder itself, its parent, and what the kit builds beside the suite. */
static bool is_apart(const WCHAR *folder)
{
	static const WCHAR *const names[] = {L".", L"..", L"mutants", L"windows", L"dist"};

	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		if (is_same(folder, names[i]))
			return true;
	return false;
}

static void visit_folder(void);

static void visit(const WIN32_FIND_DATAW *found)
{
	const bool folder = found->dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY;
	const DWORD length = length_of(path);

	if (folder ? is_apart(found->cFileName) : !is_program(found->cFileName))
		return;
	if (!add(found->cFileName))
		leave_out("agent: its path is too long, is left out", found->cFileName);
	else if (folder)
		visit_folder();
	else
		run_program();
	path[length] = 0;
}

static void visit_folder(void)
{
	const DWORD length = length_of(path);
	WIN32_FIND_DATAW found;
	HANDLE search = INVALID_HANDLE_VALUE;

	if (add(L"\\*"))
		search = FindFirstFileW(path, &found);
	path[length] = 0;
	if (search == INVALID_HANDLE_VALUE) {
		leave_out("agent: cannot be looked into, is left out", path);
		return;
	}
	add(L"\\");
	do
		visit(&found);
	while (FindNextFileW(search, &found));
	FindClose(search);
}

/* The next word of the command line, ended in place, without quotes; NULL: there is none. */
static WCHAR *next_word(WCHAR **rest)
{
	WCHAR *in = *rest, *word, *out;
	bool quoted = false;

	while (*in == ' ' || *in == '\t')
		in++;
	if (!*in)
		return NULL;
	word = out = in;
	for (; *in && (quoted || (*in != ' ' && *in != '\t')); in++) {
		if (*in == '"')
			quoted = !quoted;
		else
			*out++ = *in;
	}
	*rest = *in ? in + 1 : in; /* before the end of the word may fall on it */
	*out = 0;
	return word;
}

/* A number of seconds; 0: it is none. */
static DWORD seconds_of(const WCHAR *word)
{
	DWORD number = 0;

	for (; *word >= '0' && *word <= '9' && number <= LONGEST_LIMIT; word++)
		number = number * 10 + (DWORD)(*word - '0');
	return *word || number > LONGEST_LIMIT ? 0 : number;
}

/* The folder `cases` beside this program. */
static bool default_folder(void)
{
	DWORD length = GetModuleFileNameW(NULL, path, PATH_ROOM);

	if (length >= PATH_ROOM)
		return false;
	while (length && path[length - 1] != '\\')
		length--;
	path[length] = 0;
	return length && add(L"cases");
}

static bool given_folder(const WCHAR *folder)
{
	const DWORD length = GetFullPathNameW(folder, PATH_ROOM, path, NULL);

	return length && length < PATH_ROOM;
}

/* Of the folder in `path`; the backslash behind it goes. */
static bool is_folder(void)
{
	const DWORD attributes = GetFileAttributesW(path);
	DWORD length = length_of(path);

	while (length && path[length - 1] == '\\')
		path[--length] = 0;
	root = length + 1;
	return attributes != INVALID_FILE_ATTRIBUTES && attributes & FILE_ATTRIBUTE_DIRECTORY;
}

static void __attribute__((noreturn)) refuse(const char *text, const WCHAR *what)
{
	say(text, what);
	ExitProcess(EXIT_MISUSE);
}

static void read_words(const WCHAR **log)
{
	WCHAR *rest = GetCommandLineW(), *folder, *seconds;

	next_word(&rest);
	folder = next_word(&rest);
	*log = next_word(&rest);
	seconds = next_word(&rest);
	if (seconds)
		limit = seconds_of(seconds);
	if ((folder && (folder[0] == '-' || folder[0] == '/')) || (seconds && !limit) ||
	    next_word(&rest))
		refuse(usage, NULL);
	if (folder ? !given_folder(folder) : !default_folder())
		refuse("agent: the path of the folder is too long", folder);
	if (!is_folder())
		refuse("agent: there is no such folder; give the folder of the cases", path);
}

void agent(void) __attribute__((noreturn, force_align_arg_pointer));
void agent(void)
{
	const WCHAR *log;

	read_words(&log);
	/* A program that cannot be started must not open a dialog; children inherit this. */
	SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
	if (!log_open(log)) {
		say("agent: the log cannot be written; give a file or a device", log);
		ExitProcess(EXIT_NO_LOG);
	}
	log_begin();
	visit_folder();
	log_end();
	if (!any)
		leave_out("agent: there is no program of the kit in the folder", path);
	ExitProcess(lacking ? EXIT_LACKING : EXIT_COMPLETE);
}
