/* SPDX-License-Identifier: MIT */
/* How a program with a C runtime starts and ends, its memory and its strings. */
#include "msvcrt.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "faults.h"
#include "imports.h"

_Static_assert(sizeof(struct stream) == (sizeof(void *) == 8 ? 48 : 32), "stdout is &_iob[1]");

typedef void(CDECL *procedure)(void);

enum { MOST_AT_EXIT = 64, ABORTED = 3, RUNTIME_ERROR = 255 };

static char program[] = "program.exe";
static WCHAR wide_program[] = {'p', 'r', 'o', 'g', 'r', 'a', 'm', '.', 'e', 'x', 'e', 0};
static char *arguments[] = {program, NULL};
static WCHAR *wide_arguments[] = {wide_program, NULL};
static char *environment[] = {NULL};
static WCHAR *wide_environment[] = {NULL};

/* Variables that programs import. */
static char *command_line = program;
static WCHAR *wide_command_line = wide_program;
static char **initial_environment = environment;
static WCHAR **initial_wide_environment = wide_environment;
static int commit_mode, file_mode;

static procedure at_exit[MOST_AT_EXIT];
static unsigned at_exit_count;

static int CDECL get_main_arguments(int *count, char ***words, char ***variables, int expand,
				    void *start)
{
	(void)expand;
	(void)start;
	*count = 1;
	*words = arguments;
	*variables = environment;
	return 0;
}

static int CDECL get_wide_arguments(int *count, WCHAR ***words, WCHAR ***variables, int expand,
				    void *start)
{
	(void)expand;
	(void)start;
	*count = 1;
	*words = wide_arguments;
	*variables = wide_environment;
	return 0;
}

static void CDECL call_all(const procedure *first, const procedure *behind)
{
	for (; first < behind; first++)
		if (*first)
			(*first)();
}

static procedure CDECL register_at_exit(procedure function)
{
	if (at_exit_count == MOST_AT_EXIT)
		return NULL;
	return at_exit[at_exit_count++] = function;
}

static void CDECL run_at_exit(void)
{
	while (at_exit_count)
		at_exit[--at_exit_count]();
}

static void CDECL end(int status)
{
	run_at_exit();
	ExitProcess((DWORD)status);
}

static void CDECL end_with_message(int number)
{
	(void)number;
	ExitProcess(RUNTIME_ERROR);
}

static void CDECL end_at_once(void)
{
	end_process(ABORTED);
}

/* No signal is ever raised: exceptions are what a program sees of faults. */
static void *CDECL set_signal(int number, void *handler)
{
	(void)number;
	(void)handler;
	return NULL;
}

static void CDECL ignore_type(int type)
{
	(void)type;
}

static void CDECL ignore_handler(void *handler)
{
	(void)handler;
}

static char **CDECL address_of_command_line(void)
{
	return &command_line;
}

static WCHAR **CDECL address_of_wide_command_line(void)
{
	return &wide_command_line;
}

static int *CDECL address_of_commit_mode(void)
{
	return &commit_mode;
}

static int *CDECL address_of_file_mode(void)
{
	return &file_mode;
}

static struct stream *CDECL address_of_streams(void)
{
	return streams;
}

static void *CDECL allocate(size_t size)
{
	return malloc(size ? size : 1);
}

static void *CDECL allocate_zeroed(size_t count, size_t size)
{
	return calloc(count ? count : 1, size ? size : 1);
}

static void CDECL release(void *memory)
{
	free(memory);
}

static void *CDECL copy(void *to, const void *from, size_t size)
{
	return memcpy(to, from, size);
}

static void *CDECL fill(void *to, int byte, size_t size)
{
	return memset(to, byte, size);
}

static size_t CDECL length(const char *text)
{
	return strlen(text);
}

static int CDECL compare(const char *a, const char *b, size_t most)
{
	return strncmp(a, b, most);
}

/* Handlers of scopes: none of those that a runtime has is asked. */
static int WINAPI continue_search(void *record, void *frame, void *context, void *dispatcher)
{
	(void)record;
	(void)frame;
	(void)context;
	(void)dispatcher;
	return 1;
}

#define FUNCTION(name_, function_)                                                                 \
	{                                                                                          \
		name_, (void *)(uintptr_t)(function_)                                              \
	}

static const struct {
	const char *name;
	void *address;
} exports[] = {
    {"_acmdln", &command_line},
    {"_wcmdln", &wide_command_line},
    {"__initenv", &initial_environment},
    {"__winitenv", &initial_wide_environment},
    {"_commode", &commit_mode},
    {"_fmode", &file_mode},
    {"_iob", streams},
    FUNCTION("__C_specific_handler", continue_search),
    FUNCTION("__getmainargs", get_main_arguments),
    FUNCTION("__iob_func", address_of_streams),
    FUNCTION("__p__acmdln", address_of_command_line),
    FUNCTION("__p__commode", address_of_commit_mode),
    FUNCTION("__p__fmode", address_of_file_mode),
    FUNCTION("__p__wcmdln", address_of_wide_command_line),
    FUNCTION("__set_app_type", ignore_type),
    FUNCTION("__setusermatherr", ignore_handler),
    FUNCTION("__wgetmainargs", get_wide_arguments),
    FUNCTION("_amsg_exit", end_with_message),
    FUNCTION("_cexit", run_at_exit),
    FUNCTION("_close", msvcrt_close),
    FUNCTION("_dup", msvcrt_dup),
    FUNCTION("_dup2", msvcrt_dup2),
    FUNCTION("_fileno", msvcrt_fileno),
    FUNCTION("_get_osfhandle", msvcrt_get_osfhandle),
    FUNCTION("_initterm", call_all),
    FUNCTION("_onexit", register_at_exit),
    FUNCTION("_pipe", msvcrt_pipe),
    FUNCTION("_read", msvcrt_read),
    FUNCTION("_setmode", msvcrt_setmode),
    FUNCTION("abort", end_at_once),
    FUNCTION("calloc", allocate_zeroed),
    FUNCTION("clearerr", msvcrt_clearerr),
    FUNCTION("exit", end),
    FUNCTION("fflush", msvcrt_fflush),
    FUNCTION("fputs", msvcrt_fputs),
    FUNCTION("fputws", msvcrt_fputws),
    FUNCTION("free", release),
    FUNCTION("fwrite", msvcrt_fwrite),
    FUNCTION("malloc", allocate),
    FUNCTION("memcpy", copy),
    FUNCTION("memset", fill),
    FUNCTION("signal", set_signal),
    FUNCTION("strlen", length),
    FUNCTION("strncmp", compare),
};

void *msvcrt_find(const char *name)
{
	for (size_t i = 0; i < sizeof exports / sizeof *exports; i++)
		if (strcmp(exports[i].name, name) == 0)
			return exports[i].address;
	return NULL;
}
