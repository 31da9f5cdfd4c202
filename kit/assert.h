/* SPDX-License-Identifier: MIT */
/*
 * Assertions, set-up, skips and observations of a case. The assertions have the names that Check
 * gives them (https://libcheck.github.io/check/), so cases and the tests of the runner read alike.
 *
 * A failure prints both expressions, what was got, what was wanted, file and line, and ends the
 * process with status 1. Inside attempt() it is decided only once the closing list of heaps is
 * known. Assertions belong into the case's main thread.
 */
#ifndef HEAPKIT_ASSERT_H
#define HEAPKIT_ASSERT_H

#include <stdbool.h>
#include <stdint.h>

/* Where an assertion stands and how it was written; the kit makes these, a case never does. */
struct heapkit_site {
	const char *file;
	const char *text;
	const char *relation; /* "", "not ", "less than "… : put before what was wanted */
	int line;
};

/* clang-format off */
#define HEAPKIT_SITE(text_, relation_)                                                             \
	static const struct heapkit_site heapkit_here = {__FILE__, text_, relation_, __LINE__}

#define HEAPKIT_COMPARE(text_, type_, x_, op_, y_, relation_, failed_)                             \
	do {                                                                                       \
		HEAPKIT_SITE(text_, relation_);                                                    \
		const type_ heapkit_got = (type_)(x_);                                             \
		const type_ heapkit_want = (type_)(y_);                                            \
		if (!(heapkit_got op_ heapkit_want))                                               \
			failed_(&heapkit_here, heapkit_got, heapkit_want);                         \
	} while (0)

#define HEAPKIT_INT(text_, x_, op_, y_, relation_) \
	HEAPKIT_COMPARE(text_, int64_t, x_, op_, y_, relation_, heapkit_failed_int)
#define HEAPKIT_UINT(text_, x_, op_, y_, relation_) \
	HEAPKIT_COMPARE(text_, uint64_t, x_, op_, y_, relation_, heapkit_failed_uint)
#define HEAPKIT_PTR(text_, x_, op_, y_, relation_) \
	HEAPKIT_COMPARE(text_, uintptr_t, x_, op_, y_, relation_, heapkit_failed_ptr)

/*
 * Each assertion makes its own text: passed on to another macro, its arguments would arrive
 * expanded, and a failure would speak of ((void *)0) instead of NULL.
 */

/* A condition. ck_assert_msg adds a sentence that says what was expected. */
#define ck_assert(expression_) \
	HEAPKIT_CONDITION("ck_assert(" #expression_ ")", expression_, "true")
#define ck_assert_msg(expression_, message_) \
	HEAPKIT_CONDITION("ck_assert(" #expression_ ")", expression_, message_)
#define HEAPKIT_CONDITION(text_, expression_, message_)                                            \
	do {                                                                                       \
		HEAPKIT_SITE(text_, "");                                                           \
		if (!(expression_))                                                                \
			heapkit_failed(&heapkit_here, "false", message_);                          \
	} while (0)
#define ck_abort_msg(message_)                                                                     \
	do {                                                                                       \
		HEAPKIT_SITE("ck_abort_msg", "");                                                  \
		heapkit_failed(&heapkit_here, message_, "not to come here");                       \
	} while (0)

/* Signed numbers, compared with all 64 bits. */
#define ck_assert_int_eq(x_, y_) \
	HEAPKIT_INT("ck_assert_int_eq(" #x_ ", " #y_ ")", x_, ==, y_, "")
#define ck_assert_int_ne(x_, y_) \
	HEAPKIT_INT("ck_assert_int_ne(" #x_ ", " #y_ ")", x_, !=, y_, "not ")
#define ck_assert_int_lt(x_, y_) \
	HEAPKIT_INT("ck_assert_int_lt(" #x_ ", " #y_ ")", x_, <, y_, "less than ")
#define ck_assert_int_le(x_, y_) \
	HEAPKIT_INT("ck_assert_int_le(" #x_ ", " #y_ ")", x_, <=, y_, "at most ")
#define ck_assert_int_gt(x_, y_) \
	HEAPKIT_INT("ck_assert_int_gt(" #x_ ", " #y_ ")", x_, >, y_, "more than ")
#define ck_assert_int_ge(x_, y_) \
	HEAPKIT_INT("ck_assert_int_ge(" #x_ ", " #y_ ")", x_, >=, y_, "at least ")

/* Unsigned numbers: DWORD, SIZE_T, ULONGLONG. */
#define ck_assert_uint_eq(x_, y_) \
	HEAPKIT_UINT("ck_assert_uint_eq(" #x_ ", " #y_ ")", x_, ==, y_, "")
#define ck_assert_uint_ne(x_, y_) \
	HEAPKIT_UINT("ck_assert_uint_ne(" #x_ ", " #y_ ")", x_, !=, y_, "not ")
#define ck_assert_uint_lt(x_, y_) \
	HEAPKIT_UINT("ck_assert_uint_lt(" #x_ ", " #y_ ")", x_, <, y_, "less than ")
#define ck_assert_uint_le(x_, y_) \
	HEAPKIT_UINT("ck_assert_uint_le(" #x_ ", " #y_ ")", x_, <=, y_, "at most ")
#define ck_assert_uint_gt(x_, y_) \
	HEAPKIT_UINT("ck_assert_uint_gt(" #x_ ", " #y_ ")", x_, >, y_, "more than ")
#define ck_assert_uint_ge(x_, y_) \
	HEAPKIT_UINT("ck_assert_uint_ge(" #x_ ", " #y_ ")", x_, >=, y_, "at least ")

/* Pointers and handles, printed with the full width of the target. */
#define ck_assert_ptr_eq(x_, y_) \
	HEAPKIT_PTR("ck_assert_ptr_eq(" #x_ ", " #y_ ")", x_, ==, y_, "")
#define ck_assert_ptr_ne(x_, y_) \
	HEAPKIT_PTR("ck_assert_ptr_ne(" #x_ ", " #y_ ")", x_, !=, y_, "not ")
#define ck_assert_ptr_null(x_) \
	HEAPKIT_PTR("ck_assert_ptr_null(" #x_ ")", x_, ==, NULL, "")
#define ck_assert_ptr_nonnull(x_) \
	HEAPKIT_PTR("ck_assert_ptr_nonnull(" #x_ ")", x_, !=, NULL, "not ")

/* Win32 errors, HRESULTs and NTSTATUS codes, printed by name where the kit knows it. */
#define ck_assert_error_eq(x_, y_)                                                                 \
	HEAPKIT_COMPARE("ck_assert_error_eq(" #x_ ", " #y_ ")", DWORD, x_, ==, y_, "",             \
			heapkit_failed_error)
#define ck_assert_hresult_eq(x_, y_)                                                               \
	HEAPKIT_COMPARE("ck_assert_hresult_eq(" #x_ ", " #y_ ")", HRESULT, x_, ==, y_, "",         \
			heapkit_failed_hresult)
#define ck_assert_ntstatus_eq(x_, y_)                                                              \
	HEAPKIT_COMPARE("ck_assert_ntstatus_eq(" #x_ ", " #y_ ")", DWORD, x_, ==, y_, "",          \
			heapkit_failed_ntstatus)

/* `size_` bytes; a failure names the first byte that differs. */
#define ck_assert_mem_eq(x_, y_, size_)                                                            \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_mem_eq(" #x_ ", " #y_ ", " #size_ ")", "");                \
		heapkit_check_mem(&heapkit_here, x_, y_, size_);                                   \
	} while (0)

/* Texts that end with a NUL. */
#define ck_assert_str_eq(x_, y_)                                                                   \
	do {                                                                                       \
		HEAPKIT_SITE("ck_assert_str_eq(" #x_ ", " #y_ ")", "");                            \
		heapkit_check_str(&heapkit_here, x_, y_);                                          \
	} while (0)

/* Set-up: where it is not true the case is broken, which says nothing about the clause. */
#define require(expression_)                                                                       \
	do {                                                                                       \
		HEAPKIT_SITE("require(" #expression_ ")", "");                                     \
		if (!(expression_))                                                                \
			heapkit_broken(&heapkit_here);                                             \
	} while (0)

/* Ends the case: the clause does not apply here. `why` is a sentence without a full stop. */
void skip(const char *why) __attribute__((noreturn));

/*
 * Ends the case: the implementation has no such function. `what` is its name, or says what of it is
 * missing.
 */
void unimplemented(const char *what) __attribute__((noreturn));

/*
 * observe(name, value) prints what an implementation is free to do; it never judges. The value is a
 * text, a pointer or a whole number. A name is observed once in a case.
 * where(name, value) names the row of a table or the round of a loop that a failure would speak of.
 */
#define observe(name_, value_) HEAPKIT_BY_TYPE(heapkit_observe, name_, value_)
#define where(name_, value_) HEAPKIT_BY_TYPE(heapkit_where, name_, value_)

#define HEAPKIT_BY_TYPE(function_, name_, value_)                                                  \
	_Generic((value_),                                                                         \
		char *: function_##_text, const char *: function_##_text,                          \
		void *: function_##_ptr, const void *: function_##_ptr,                            \
		int: function_##_int, long: function_##_int, long long: function_##_int,           \
		default: function_##_uint)(name_, value_)
/* clang-format on */

void heapkit_observe_text(const char *name, const char *value);
void heapkit_observe_ptr(const char *name, const void *value);
void heapkit_observe_int(const char *name, int64_t value);
void heapkit_observe_uint(const char *name, uint64_t value);
void heapkit_where_text(const char *name, const char *value);
void heapkit_where_ptr(const char *name, const void *value);
void heapkit_where_int(const char *name, int64_t value);
void heapkit_where_uint(const char *name, uint64_t value);

/* How the macros above end a case; out of a void attempt they jump back to its start. */
void heapkit_failed(const struct heapkit_site *, const char *got, const char *want)
    __attribute__((noreturn));
void heapkit_failed_int(const struct heapkit_site *, int64_t, int64_t) __attribute__((noreturn));
void heapkit_failed_uint(const struct heapkit_site *, uint64_t, uint64_t) __attribute__((noreturn));
void heapkit_failed_ptr(const struct heapkit_site *, uintptr_t, uintptr_t)
    __attribute__((noreturn));
void heapkit_failed_error(const struct heapkit_site *, DWORD, DWORD) __attribute__((noreturn));
void heapkit_failed_hresult(const struct heapkit_site *, HRESULT, HRESULT)
    __attribute__((noreturn));
void heapkit_failed_ntstatus(const struct heapkit_site *, DWORD, DWORD) __attribute__((noreturn));
void heapkit_check_mem(const struct heapkit_site *, const void *, const void *, size_t);
void heapkit_check_str(const struct heapkit_site *, const char *, const char *);
void heapkit_broken(const struct heapkit_site *) __attribute__((noreturn));
void heapkit_broken_because(const char *why) __attribute__((noreturn));

#endif
