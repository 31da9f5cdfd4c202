/* SPDX-License-Identifier: MIT */
#include "crash.h"
#include "heapkit.h"
#include "text.h"
#include "verdict.h"

void (*heapkit_before_failure)(void);
void (*heapkit_before_blame)(void);

static struct text report;
static struct text context;

void heapkit_announce(void)
{
	text_add(&report, "TAP version 14\n1..1\n");
	text_write(&report);
	text_clear(&report);
}

static void __attribute__((noreturn)) end(const char *verdict, const char *directive, UINT status)
{
	struct text line = {0};

	text_add(&line, verdict);
	text_add(&line, " 1 - ");
	text_add(&line, heapkit_section_tail.title);
	text_add(&line, directive);
	text_add(&line, "\n");
	text_write(&line);
	if (report.length) {
		text_add(&report, "  ...\n");
		text_write(&report);
	}
	ExitProcess(status);
}

static void add_field(const char *name, const char *value)
{
	text_add(&report, "  ");
	text_add(&report, name);
	text_add(&report, ": ");
	text_add_quoted(&report, value);
	text_add(&report, "\n");
}

static void start_report(const char *outcome)
{
	void (*const conditions)(void) = heapkit_before_blame;

	/* What goes wrong while the conditions are looked at does not look at them again. */
	heapkit_before_blame = NULL;
	if (conditions)
		conditions();
	text_add(&report, "  ---\n");
	add_field("outcome", outcome);
}

static void add_site(const struct heapkit_site *site)
{
	struct text at = {0};

	if (context.length)
		add_field("where", context.bytes);
	add_field("message", site->text);
	text_add(&at, site->file);
	text_add(&at, ":");
	text_add_uint(&at, (uint64_t)site->line);
	add_field("at", at.bytes);
}

void heapkit_pass(void)
{
	end("ok", "", STATUS_PASS);
}

void skip(const char *why)
{
	struct text directive = {0};

	text_add(&directive, " # SKIP ");
	text_add(&directive, why);
	end("ok", directive.bytes, STATUS_SKIP);
}

void unimplemented(const char *what)
{
	struct text line = {0};

	text_add(&line, "Bail out! unimplemented ");
	text_add(&line, what);
	text_add(&line, "\n");
	text_write(&line);
	ExitProcess(WINE_STUB);
}

void heapkit_failed(const struct heapkit_site *site, const char *got, const char *want)
{
	struct text wanted = {0};

	if (heapkit_before_failure)
		heapkit_before_failure();
	text_add(&wanted, site->relation);
	text_add(&wanted, want);
	start_report("fail");
	add_site(site);
	add_field("got", got);
	add_field("want", wanted.bytes);
	end("not ok", "", STATUS_FAIL);
}

void heapkit_broken(const struct heapkit_site *site)
{
	start_report("broken");
	add_site(site);
	end("not ok", "", STATUS_BROKEN);
}

void heapkit_broken_because(const char *why)
{
	start_report("broken");
	add_field("message", why);
	end("not ok", "", STATUS_BROKEN);
}

static void observe_as(const char *name, const struct text *value)
{
	struct text line = {0};

	text_add(&line, "# observe: ");
	text_add(&line, name);
	text_add(&line, " = ");
	text_add(&line, value->bytes);
	text_add(&line, "\n");
	text_write(&line);
}

static void name_row(const char *name)
{
	text_clear(&context);
	text_add(&context, name);
	text_add(&context, " = ");
}

void heapkit_observe_text(const char *name, const char *value)
{
	struct text text = {0};

	text_add(&text, value);
	observe_as(name, &text);
}

void heapkit_observe_ptr(const char *name, const void *value)
{
	struct text text = {0};

	text_add_ptr(&text, (uintptr_t)value);
	observe_as(name, &text);
}

void heapkit_observe_int(const char *name, int64_t value)
{
	struct text text = {0};

	text_add_int(&text, value);
	observe_as(name, &text);
}

void heapkit_observe_uint(const char *name, uint64_t value)
{
	struct text text = {0};

	text_add_uint(&text, value);
	observe_as(name, &text);
}

void heapkit_where_text(const char *name, const char *value)
{
	name_row(name);
	text_add(&context, value);
}

void heapkit_where_ptr(const char *name, const void *value)
{
	name_row(name);
	text_add_ptr(&context, (uintptr_t)value);
}

void heapkit_where_int(const char *name, int64_t value)
{
	name_row(name);
	text_add_int(&context, value);
}

void heapkit_where_uint(const char *name, uint64_t value)
{
	name_row(name);
	text_add_uint(&context, value);
}
