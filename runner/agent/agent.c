/* SPDX-License-Identifier: MIT */
#include "agent.h"

static const char usage[] =
    "usage: agent [FOLDER [LOG [SECONDS]]]\n"
    "\n"
    "Starts every program of the folder (default: cases, beside the agent), each for at most so "
    "many\n"
    "seconds (default: 30), and writes what it did to the log: a file, or a device such as "
    "\\\\.\\COM1\n"
    "(default: standard output). `heapkit judge LOG` then turns the log into results.\n"
    "\n"
    "Exit status: 0 all programs were started, 2 misuse, 3 the log could not be written.\n";

enum { DEFAULT_LIMIT = 30, ROOM = MAX_PATH };

static WCHAR path[ROOM]; /* of what is looked at; grows and shrinks with the folders */
static DWORD root;       /* where names begin that the log shows */
static DWORD limit = DEFAULT_LIMIT * 1000;

static DWORD length_of(const WCHAR *text)
{
	DWORD length = 0;

	while (text[length])
		length++;
	return length;
}

static void say(const char *text)
{
	DWORD size = 0, written;

	while (text[size])
		size++;
	WriteFile(GetStdHandle(STD_ERROR_HANDLE), text, size, &written, NULL);
}

/* Appends to the path; false where it does not fit. */
static bool add(const WCHAR *text)
{
	const DWORD length = length_of(path), more = length_of(text);

	if (length + more + 1 > ROOM)
		return false;
	for (DWORD i = 0; i <= more; i++)
		path[length + i] = text[i];
	return true;
}

/* FNV-1a over words of eight bytes, as heapkit knows its programs. */
static uint64_t add_word(uint64_t digest, uint64_t word)
{
	digest = (digest ^ word) * 1099511628211u;
	return digest ^ digest >> 32;
}

static uint64_t digest_of(void)
{
	static union {
		char bytes[1 << 20];
		uint64_t words[(1 << 20) / 8];
	} content;
	const HANDLE program =
	    CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
	DWORD size = 0, got = 0;
	uint64_t digest;

	if (program == INVALID_HANDLE_VALUE)
		return 0;
	while (size < sizeof content &&
	       ReadFile(program, content.bytes + size, sizeof content - size, &got, NULL) && got)
		size += got;
	CloseHandle(program);
	digest = add_word(14695981039346656037u, size);
	for (DWORD i = size; i % 8; i++)
		content.bytes[i] = 0;
	for (DWORD i = 0; i < size / 8; i++)
		digest = add_word(digest, content.words[i]);
	return add_word(digest, size % 8 ? content.words[size / 8] : 0);
}

static bool is_program(const WCHAR *name)
{
	const DWORD length = length_of(name);

	return length > 4 && name[length - 4] == '.' && (name[length - 3] | 32) == 'e' &&
	       (name[length - 2] | 32) == 'x' && (name[length - 1] | 32) == 'e';
}

static void visit_folder(void);

static void visit(const WIN32_FIND_DATAW *found)
{
	const DWORD length = length_of(path);

	if (found->cFileName[0] == '.' || !add(found->cFileName))
		return;
	if (found->dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) {
		visit_folder();
	} else if (is_program(found->cFileName)) {
		const uint64_t digest = digest_of();

		log_program(path + root, digest, agent_run(path, limit));
	}
	path[length] = 0;
}

static void visit_folder(void)
{
	const DWORD length = length_of(path);
	WIN32_FIND_DATAW found;
	HANDLE search;

	if (!add(L"\\*"))
		return;
	search = FindFirstFileW(path, &found);
	path[length + 1] = 0;
	if (search == INVALID_HANDLE_VALUE)
		return;
	do
		visit(&found);
	while (FindNextFileW(search, &found));
	FindClose(search);
}

/* The next word of the command line, ended in place; NULL: there is none. */
static WCHAR *next_word(WCHAR **rest)
{
	WCHAR *word = *rest, end = ' ';

	while (*word == ' ' || *word == '\t')
		word++;
	if (!*word)
		return NULL;
	if (*word == '"') {
		end = '"';
		word++;
	}
	*rest = word;
	while (**rest && **rest != end)
		++*rest;
	if (**rest)
		*(*rest)++ = 0;
	return word;
}

static DWORD number_of(const WCHAR *word)
{
	DWORD number = 0;

	for (; *word >= '0' && *word <= '9' && number < 100000; word++)
		number = number * 10 + (DWORD)(*word - '0');
	return *word ? 0 : number;
}

/* The folder `cases` beside this program. */
static bool default_folder(void)
{
	DWORD length = GetModuleFileNameW(NULL, path, ROOM);

	while (length && path[length - 1] != '\\')
		length--;
	path[length] = 0;
	return length && add(L"cases");
}

static void __attribute__((noreturn)) end(const char *text)
{
	say(text);
	ExitProcess(2);
}

void agent(void) __attribute__((noreturn, force_align_arg_pointer));
void agent(void)
{
	WCHAR *rest = GetCommandLineW(), *folder, *log, *seconds;

	next_word(&rest);
	folder = next_word(&rest);
	log = next_word(&rest);
	seconds = next_word(&rest);
	if (folder && folder[0] == '-')
		end(usage);
	if (seconds)
		limit = number_of(seconds) * 1000;
	if (!limit || next_word(&rest))
		end(usage);
	if (folder ? !GetFullPathNameW(folder, ROOM, path, NULL) : !default_folder())
		end("agent: the path of the folder is too long\n");
	if (!(GetFileAttributesW(path) & FILE_ATTRIBUTE_DIRECTORY) ||
	    GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES)
		end("agent: there is no such folder; give the folder of the cases\n");
	root = length_of(path) + 1;
	/* A program that cannot be started must not open a dialog; children inherit this. */
	SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
	if (!log_open(log))
		end("agent: the log cannot be written; give a file or a device\n");
	log_begin();
	visit_folder();
	log_end();
	ExitProcess(0);
}
