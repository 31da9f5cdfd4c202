/* SPDX-License-Identifier: MIT */
/* Win32 errors, HRESULTs and NTSTATUS codes by name: those that the requirements speak of. */
#include "heapkit.h"
#include "text.h"

struct name {
	DWORD value;
	const char *name;
};

#define NAME(constant_)                                                                            \
	{                                                                                          \
		(DWORD)(constant_), #constant_                                                     \
	}

/* https://learn.microsoft.com/windows/win32/debug/system-error-codes */
static const struct name errors[] = {
    NAME(ERROR_SUCCESS),
    NAME(ERROR_INVALID_HANDLE),
    NAME(ERROR_NOT_ENOUGH_MEMORY),
    NAME(ERROR_INVALID_DATA),
    NAME(ERROR_NO_MORE_FILES),
    NAME(ERROR_BAD_LENGTH),
    NAME(ERROR_GEN_FAILURE),
    NAME(ERROR_INVALID_PARAMETER),
    NAME(ERROR_CALL_NOT_IMPLEMENTED),
    NAME(ERROR_INSUFFICIENT_BUFFER),
    NAME(ERROR_PROC_NOT_FOUND),
    NAME(ERROR_DISCARDED),
    NAME(ERROR_MORE_DATA),
    NAME(ERROR_NO_MORE_ITEMS),
    NAME(ERROR_PARTIAL_COPY),
    NAME(ERROR_ARITHMETIC_OVERFLOW),
    NAME(ERROR_NOACCESS),
};

static const struct name hresults[] = {
    NAME(S_OK),
    NAME(S_FALSE),
    NAME(E_INVALIDARG),
    NAME(E_OUTOFMEMORY),
    NAME(INTSAFE_E_ARITHMETIC_OVERFLOW),
};

/* https://learn.microsoft.com/openspecs/windows_protocols/ms-erref: the values of ntstatus.h */
static const struct name statuses[] = {
    {0x00000000, "STATUS_SUCCESS"},           {0x80000100, "EXCEPTION_WINE_STUB"},
    {0xC0000005, "STATUS_ACCESS_VIOLATION"},  {0xC0000008, "STATUS_INVALID_HANDLE"},
    {0xC000000D, "STATUS_INVALID_PARAMETER"}, {0xC0000017, "STATUS_NO_MEMORY"},
    {0xC00000FD, "STATUS_STACK_OVERFLOW"},    {0xC0000135, "STATUS_DLL_NOT_FOUND"},
    {0xC0000138, "STATUS_ORDINAL_NOT_FOUND"}, {0xC0000139, "STATUS_ENTRYPOINT_NOT_FOUND"},
    {0xC0000374, "STATUS_HEAP_CORRUPTION"},
};

static void add_name(struct text *text, DWORD value, const struct name *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (names[i].value == value) {
			text_add(text, " (");
			text_add(text, names[i].name);
			text_add(text, ")");
		}
}

void heapkit_failed_error(const struct heapkit_site *site, DWORD got, DWORD want)
{
	static struct text a, b;

	text_clear(&a);
	text_clear(&b);
	text_add_uint(&a, got);
	add_name(&a, got, errors, sizeof errors / sizeof errors[0]);
	text_add_uint(&b, want);
	add_name(&b, want, errors, sizeof errors / sizeof errors[0]);
	heapkit_failed(site, a.bytes, b.bytes);
}

static void __attribute__((noreturn))
failed_code(const struct heapkit_site *site, DWORD got, DWORD want, const struct name *names,
	    size_t count)
{
	static struct text a, b;

	text_clear(&a);
	text_clear(&b);
	text_add_hex(&a, got, 8);
	add_name(&a, got, names, count);
	text_add_hex(&b, want, 8);
	add_name(&b, want, names, count);
	heapkit_failed(site, a.bytes, b.bytes);
}

void heapkit_failed_hresult(const struct heapkit_site *site, HRESULT got, HRESULT want)
{
	failed_code(site, (DWORD)got, (DWORD)want, hresults, sizeof hresults / sizeof hresults[0]);
}

void heapkit_failed_ntstatus(const struct heapkit_site *site, DWORD got, DWORD want)
{
	failed_code(site, got, want, statuses, sizeof statuses / sizeof statuses[0]);
}
