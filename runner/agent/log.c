/* SPDX-License-Identifier: MIT */
#include "agent.h"

static HANDLE file;
static DWORD programs;
static uint32_t check; /* FNV-1a over what was written since the record began */

static void put_bytes(const char *bytes, DWORD size)
{
	while (size) {
		const DWORD piece = size < 4096 ? size : 4096; /* a serial line takes small ones */
		DWORD written = 0;

		if (!WriteFile(file, bytes, piece, &written, NULL) || !written)
			ExitProcess(3);
		for (DWORD i = 0; i < written; i++)
			check = (check ^ (unsigned char)bytes[i]) * 16777619u;
		bytes += written;
		size -= written;
	}
}

static void put(const char *text)
{
	DWORD size = 0;

	while (text[size])
		size++;
	put_bytes(text, size);
}

static void put_hex(uint64_t value, int digits)
{
	char text[17] = {0};

	for (int i = digits; i--; value >>= 4)
		text[i] = "0123456789abcdef"[value & 15];
	put(text);
}

static void put_number(DWORD value)
{
	char text[11] = {0};
	int i = 10;

	do
		text[--i] = (char)('0' + value % 10);
	while (value /= 10);
	put(text + i);
}

static void put_wide(const WCHAR *text)
{
	static char bytes[4 * MAX_PATH];
	const int size =
	    WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes - 1, NULL, NULL);

	put(size ? bytes : "?");
}

bool log_open(const WCHAR *path)
{
	file = path ? CreateFileW(path, GENERIC_WRITE, FILE_SHARE_READ, NULL,
				  path[0] == '\\' ? OPEN_EXISTING : CREATE_ALWAYS, 0, NULL)
		    : GetStdHandle(STD_OUTPUT_HANDLE);
	return file && file != INVALID_HANDLE_VALUE;
}

void log_begin(void)
{
	OSVERSIONINFOW version = {.dwOSVersionInfoSize = sizeof version};

	put("heapkit-agent 1\nsystem: ");
	if (GetVersionExW(&version)) {
		put_number(version.dwMajorVersion);
		put(".");
		put_number(version.dwMinorVersion);
		put(".");
		put_number(version.dwBuildNumber);
		put(" ");
		put_wide(version.szCSDVersion);
	}
	put("\n");
}

static void put_output(const char *name, const struct output *output)
{
	put(name);
	put_number(output->size);
	put("\n");
	put_bytes(output->bytes, output->size);
	put("\n");
}

void log_program(const WCHAR *name, uint64_t digest, const struct ending *ending)
{
	uint32_t sum;

	check = 2166136261u;
	put("program: ");
	put_wide(name);
	put("\ndigest: ");
	put_hex(digest, 16);
	put("\nended: ");
	if (!ending->started) {
		put("not-started ");
		put_number(ending->error);
	} else if (ending->timed_out) {
		put("timed-out");
	} else if (ending->flooded) {
		put("flooded");
	} else {
		put("0x");
		put_hex(ending->status, 8);
	}
	put("\nmilliseconds: ");
	put_number(ending->milliseconds);
	put("\n");
	put_output("output: ", &ending->output);
	put_output("errors: ", &ending->errors);
	sum = check;
	put("check: ");
	put_hex(sum, 8);
	put("\n");
	programs++;
}

void log_end(void)
{
	put("end: ");
	put_number(programs);
	put("\n");
	FlushFileBuffers(file);
}
