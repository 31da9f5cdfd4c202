/* SPDX-License-Identifier: MIT */
/*
 * Starts the program that its command line names, as a child with everything of its own, waits and
 * ends with the child's status. It does for a 32-bit program what Wine's start.exe does, without
 * the DLLs that start.exe needs for its other uses.
 */
#include <windows.h>

#include <stdbool.h>

enum {
	COMMAND_ROOM = 1 << 15, /* characters: no command line is longer */
	EXIT_NOT_STARTED = 127
};

/* Where the next word begins: behind this one and the blanks after it. */
static WCHAR *behind_word(WCHAR *at)
{
	bool quoted = false;

	for (; *at && (quoted || (*at != ' ' && *at != '\t')); at++)
		quoted ^= *at == '"';
	while (*at == ' ' || *at == '\t')
		at++;
	return at;
}

/* The first word there, without its quotes; CreateProcess would try where it might end. */
static const WCHAR *first_word(const WCHAR *at)
{
	static WCHAR word[COMMAND_ROOM];
	bool quoted = false;
	DWORD length = 0;

	for (; *at && (quoted || (*at != ' ' && *at != '\t')) && length < COMMAND_ROOM - 1; at++) {
		quoted ^= *at == '"';
		if (*at != '"')
			word[length++] = *at;
	}
	return word;
}

/* Names the error by its number, the rest of the text is the runner's. */
static void say_not_started(DWORD error)
{
	static const char begin[] = "launcher: CreateProcess failed with error ";
	char text[sizeof begin + 12];
	DWORD length = 0, digits = 1, written;

	while (begin[length]) {
		text[length] = begin[length];
		length++;
	}
	for (DWORD rest = error; rest >= 10; rest /= 10)
		digits++;
	for (DWORD i = digits; i-- > 0; error /= 10)
		text[length + i] = (char)('0' + error % 10);
	length += digits;
	text[length++] = '\n';
	WriteFile(GetStdHandle(STD_ERROR_HANDLE), text, length, &written, NULL);
}

void launcher(void) __attribute__((noreturn, force_align_arg_pointer));
void launcher(void)
{
	WCHAR *command = behind_word(GetCommandLineW());
	STARTUPINFOW startup = {.cb = sizeof startup};
	PROCESS_INFORMATION child;
	DWORD status = EXIT_NOT_STARTED;

	if (!CreateProcessW(first_word(command), command, NULL, NULL, TRUE, 0, NULL, NULL, &startup,
			    &child)) {
		say_not_started(GetLastError());
		ExitProcess(EXIT_NOT_STARTED);
	}
	WaitForSingleObject(child.hProcess, INFINITE);
	GetExitCodeProcess(child.hProcess, &status);
	ExitProcess(status);
}
