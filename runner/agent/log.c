/* SPDX-License-Identifier: MIT */
#include "agent.h"

static HANDLE file;
static DWORD programs;
static uint32_t check; /* FNV-1a over what was written since the record began */

static DWORD size_of(const char *text)
{
	DWORD size = 0;

	while (text[size])
		size++;
	return size;
}

/* UTF-8, "" where the text cannot be read. The result is static. */
static const char *narrow(const WCHAR *text)
{
	static char bytes[4 * PATH_ROOM];

	if (!WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL))
		bytes[0] = 0;
	return bytes;
}

void say(const char *text, const WCHAR *path)
{
	const HANDLE errors = GetStdHandle(STD_ERROR_HANDLE);
	DWORD written;

	WriteFile(errors, text, size_of(text), &written, NULL);
	if (path) {
		const char *name = narrow(path);

		WriteFile(errors, ": ", 2, &written, NULL);
		WriteFile(errors, name, size_of(name), &written, NULL);
	}
	WriteFile(errors, "\r\n", 2, &written, NULL);
}

static void put_bytes(const char *bytes, DWORD size)
{
	while (size) {
		const DWORD piece = size < 4096 ? size : 4096; /* a serial line takes small ones */
		DWORD written = 0;

		if (!WriteFile(file, bytes, piece, &written, NULL) || !written) {
			say("agent: the log cannot be written to its end", NULL);
			ExitProcess(3);
		}
		for (DWORD i = 0; i < written; i++)
			check = (check ^ (unsigned char)bytes[i]) * 16777619u;
		bytes += written;
		size -= written;
	}
}

static void put(const char *text)
{
	put_bytes(text, size_of(text));
}

static void put_hex(uint64_t value, int digits)
{
	char text[17] = {0};

	for (int i = digits; i--; value >>= 4)
		text[i] = "0123456789abcdef"[value & 15];
	put(text);
}

static void put_digits(DWORD value, int digits)
{
	char text[11] = {0};
	int i = 10;

	do
		text[--i] = (char)('0' + value % 10);
	while ((value /= 10) || i > 10 - digits);
	put(text + i);
}

static void put_number(DWORD value)
{
	put_digits(value, 1);
}

/* A serial line as everybody expects it; its own default is 1200 baud with 7 bits. */
static void set_line(void)
{
	DCB line = {.DCBlength = sizeof line};

	if (!GetCommState(file, &line))
		return;
	line.BaudRate = CBR_115200;
	line.ByteSize = 8;
	line.Parity = NOPARITY;
	line.StopBits = ONESTOPBIT;
	line.fBinary = TRUE;
	line.fParity = line.fOutX = line.fInX = line.fNull = line.fAbortOnError = FALSE;
	line.fOutxCtsFlow = line.fOutxDsrFlow = FALSE;
	SetCommState(file, &line);
}

bool log_open(const WCHAR *path)
{
	static WCHAR full[PATH_ROOM];
	bool device;

	if (!path) {
		file = GetStdHandle(STD_OUTPUT_HANDLE);
		return file && file != INVALID_HANDLE_VALUE;
	}
	/* Also of COM1 it makes \\.\COM1. */
	if (GetFullPathNameW(path, PATH_ROOM, full, NULL) - 1 >= PATH_ROOM - 1)
		return false;
	device = full[0] == '\\' && full[1] == '\\' && full[2] == '.' && full[3] == '\\';
	file = CreateFileW(full, GENERIC_WRITE, device ? 0 : FILE_SHARE_READ, NULL,
			   device ? OPEN_EXISTING : CREATE_ALWAYS, 0, NULL);
	if (file == INVALID_HANDLE_VALUE)
		return false;
	if (device)
		set_line();
	return true;
}

typedef LONG WINAPI get_version_function(OSVERSIONINFOW *);
typedef const char *CDECL wine_version_function(void);
typedef void any_function(void);

/* A function of ntdll, NULL where it has none of that name. */
static any_function *find_function(const char *name)
{
	const HMODULE ntdll = GetModuleHandleW(L"ntdll");

	return ntdll ? (any_function *)GetProcAddress(ntdll, name) : NULL;
}

/* GetVersionEx calls everything newer Windows 8, for programs that do not say they know better. */
static void get_version(OSVERSIONINFOW *version)
{
	get_version_function *get = (get_version_function *)find_function("RtlGetVersion");

	*version = (OSVERSIONINFOW){.dwOSVersionInfoSize = sizeof *version};
	if (!get || get(version) != 0)
		GetVersionExW(version);
}

static void put_system(void)
{
	wine_version_function *wine = (wine_version_function *)find_function("wine_get_version");
	OSVERSIONINFOW version;

	get_version(&version);
	if (wine) {
		put("wine-");
		put(wine());
		put(" as ");
	}
	put("NT ");
	put_number(version.dwMajorVersion);
	put(".");
	put_number(version.dwMinorVersion);
	put(".");
	put_number(version.dwBuildNumber);
	if (version.szCSDVersion[0]) {
		put(" ");
		put(narrow(version.szCSDVersion));
	}
}

void log_begin(void)
{
	SYSTEMTIME now;

	put("heapkit-agent 1\nsystem: ");
	put_system();
	GetSystemTime(&now);
	put("\nstarted: ");
	put_digits(now.wYear, 4);
	put("-");
	put_digits(now.wMonth, 2);
	put("-");
	put_digits(now.wDay, 2);
	put("T");
	put_digits(now.wHour, 2);
	put(":");
	put_digits(now.wMinute, 2);
	put(":");
	put_digits(now.wSecond, 2);
	put("Z\n");
}

static void put_output(const char *name, const struct output *output)
{
	put(name);
	put_number(output->size);
	put("\n");
	put_bytes(output->bytes, output->size);
	put("\n");
}

void log_program(const WCHAR *name, uint64_t digest, DWORD limit)
{
	check = 2166136261u;
	put("program: ");
	put(narrow(name));
	put("\ndigest: ");
	put_hex(digest, 16);
	put("\nlimit: ");
	put_number(limit);
	put("\n");
	/* Onto the disk; where that means nothing it fails, and does no harm. */
	FlushFileBuffers(file);
}

void log_ending(const struct ending *ending, DWORD attempts)
{
	uint32_t sum;

	put("ended: ");
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
	put("\nattempts: ");
	put_number(attempts);
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
