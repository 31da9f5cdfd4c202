/* SPDX-License-Identifier: MIT */
/*
 * After the vectored handlers only the frame of the entry point is looked at: programs of the kit
 * have no other handlers, and it is on the stack for as long as the main thread runs. So no
 * unwinder is needed.
 * Page: https://learn.microsoft.com/cpp/build/exception-handling-x64
 */
#include "faults.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include "alter.h"
#include "imports.h"
#include "pe-map.h"
#include "teb.h"
#include "vectored.h"

enum {
	SIGNAL_STACK = 0x20000,
	NONCONTINUABLE = 1,
	HAS_HANDLER = 1,      /* in the flags of unwind data */
	CONTEXT_BYTES = 1232, /* of x86-64, the larger one */
	CONTEXT_RSP = 0x98,
	CONTEXT_RIP = 0xF8,
	CONTEXT_EIP = 0xB8,
	CONTEXT_ESP = 0xC4,
};

static exception_filter unhandled_filter;
static _Thread_local void *signal_stack;

void end_process(DWORD status)
{
	const int kept = (int)(status & 0xFF);

	report_alterations();
	_exit(status != 0 && kept == 0 ? 1 : kept);
}

exception_filter set_unhandled_filter(exception_filter filter)
{
	const exception_filter before = unhandled_filter;

	unhandled_filter = filter;
	return before;
}

#ifdef __x86_64__
typedef int(WINAPI *language_handler)(struct exception_record *, void *frame, void *context,
				      void *dispatcher);

/* The handler of the function that holds the entry point; NULL where it has none. */
static language_handler entry_handler(void)
{
	uint32_t table, size;
	const unsigned char *unwind = NULL, *field;
	language_handler handler;
	uint32_t address;

	if (!image_directory(DIRECTORY_EXCEPTION, &table, &size))
		return NULL;
	for (; size >= 12; table += 12, size -= 12) {
		const unsigned char *function = image_at(table, 12);

		if (!function)
			return NULL;
		if (image.entry >= number32(function) && image.entry < number32(function + 4))
			unwind = image_at(number32(function + 8), 4);
	}
	if (!unwind || !(unwind[0] >> 3 & HAS_HANDLER))
		return NULL;
	field = unwind + 4 + ((unwind[2] + (size_t)1) & ~(size_t)1) * 2;
	if (!image_at((uint32_t)(field - image.base), 4))
		return NULL;
	address = number32(field);
	if (!image_at(address, 1))
		return NULL;
	field = image.base + address;
	memcpy(&handler, &field, sizeof handler);
	return handler;
}

static void ask_frames(struct exception_record *record, unsigned char *context)
{
	static unsigned char dispatcher[128];
	const language_handler handler = is_main_thread() ? entry_handler() : NULL;

	if (handler)
		handler(record, current_teb()->stack_base, context, dispatcher);
}
#else
/* i686 programs register handlers on their stack; those of the kit have none. */
static void ask_frames(struct exception_record *record, unsigned char *context)
{
	(void)record;
	(void)context;
}
#endif

/*
 * Returns where a handler wants to go on; otherwise ends the process. What a handler does wrong is
 * not offered to it again.
 */
static void dispatch(struct exception_record *record, uintptr_t instruction, uintptr_t stack)
{
	static _Thread_local bool dispatching;
	static _Thread_local unsigned char context[CONTEXT_BYTES] __attribute__((aligned(16)));
	struct exception_pointers pointers = {record, context};

	if (dispatching)
		end_process(record->code);
	dispatching = true;
	memcpy(context + (sizeof stack == 8 ? CONTEXT_RIP : CONTEXT_EIP), &instruction,
	       sizeof instruction);
	memcpy(context + (sizeof stack == 8 ? CONTEXT_RSP : CONTEXT_ESP), &stack, sizeof stack);
	if (ask_vectored_handlers(&pointers) != CONTINUE_EXECUTION) {
		ask_frames(record, context);
		if (unhandled_filter)
			unhandled_filter(&pointers);
		end_process(record->code);
	}
	if (record->flags & NONCONTINUABLE)
		end_process(STATUS_NONCONTINUABLE_EXCEPTION);
	dispatching = false;
}

void raise_exception(DWORD code)
{
	void *const here = __builtin_return_address(0);
	struct exception_record record = {.code = code, .flags = NONCONTINUABLE, .address = here};

	if (altered(exceptions_with_parameter)) {
		record.flags = 0;
		record.parameter_count = 1;
	}
	dispatch(&record, (uintptr_t)here, (uintptr_t)&record);
	end_process(code);
}

/* https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-raiseexception */
void WINAPI RaiseException(DWORD code, DWORD flags, DWORD count, const uintptr_t *parameters)
{
	void *const here = __builtin_return_address(0);
	struct exception_record record = {
	    .code = code & ~0x10000000u, .flags = flags & NONCONTINUABLE, .address = here};
	const DWORD most = sizeof record.parameters / sizeof *record.parameters;

	if (parameters)
		record.parameter_count = count < most ? count : most;
	for (DWORD i = 0; i < record.parameter_count; i++)
		record.parameters[i] = parameters[i];
	dispatch(&record, (uintptr_t)here, (uintptr_t)&record);
}

/* Next to the stack pointer there is nothing that can fault but the end of the stack. */
static bool is_stack_overflow(uintptr_t address, uintptr_t stack)
{
	const uintptr_t below = 0x10000, above = 0x1000;

	return address + below > stack && address < stack + above;
}

static DWORD code_of_fault(const siginfo_t *info, uintptr_t instruction, uintptr_t stack)
{
	const unsigned char *code = (const unsigned char *)instruction;
	const uintptr_t fault = (uintptr_t)info->si_addr;

	switch (info->si_signo) {
	case SIGILL:
		return STATUS_ILLEGAL_INSTRUCTION;
	case SIGFPE:
		return STATUS_INTEGER_DIVIDE_BY_ZERO;
	case SIGTRAP:
		return info->si_code == TRAP_TRACE ? STATUS_SINGLE_STEP : STATUS_BREAKPOINT;
	default:
		break;
	}
	if (info->si_code != SI_KERNEL && is_stack_overflow(fault, stack))
		return STATUS_STACK_OVERFLOW;
	/* SI_KERNEL: no page is missing, so the instruction itself is what is not allowed. */
	if (info->si_signo == SIGSEGV && info->si_code == SI_KERNEL) {
		if (code[0] == 0xCD && code[1] == 0x29)
			return STATUS_STACK_BUFFER_OVERRUN;
		if (code[0] == 0xF4 || code[0] == 0xFA || code[0] == 0xFB)
			return STATUS_PRIVILEGED_INSTRUCTION;
	}
	return STATUS_ACCESS_VIOLATION;
}

/* Whether the processor was about to write, and where, as the record of an access violation says.
 */
static void describe_access(struct exception_record *record, const siginfo_t *info,
			    const mcontext_t *machine)
{
	enum { WRITES = 2, FETCHES = 16 };
	const uintptr_t why = (uintptr_t)machine->gregs[REG_ERR];

	record->parameter_count = 2;
	record->parameters[0] = why & FETCHES ? 8 : (why & WRITES) != 0;
	record->parameters[1] =
	    info->si_code == SI_KERNEL ? ~(uintptr_t)0 : (uintptr_t)info->si_addr;
}

static void on_fault(int number, siginfo_t *info, void *host_context)
{
	const mcontext_t *machine = &((ucontext_t *)host_context)->uc_mcontext;
#ifdef __x86_64__
	const uintptr_t instruction = (uintptr_t)machine->gregs[REG_RIP];
	const uintptr_t stack = (uintptr_t)machine->gregs[REG_RSP];
#else
	const uintptr_t instruction = (uintptr_t)machine->gregs[REG_EIP];
	const uintptr_t stack = (uintptr_t)machine->gregs[REG_ESP];
#endif
	struct exception_record record = {0};

	(void)number;
	record.code = code_of_fault(info, instruction, stack);
	record.address = (void *)instruction;
	if (record.code == STATUS_ACCESS_VIOLATION)
		describe_access(&record, info, machine);
	if (altered(execution_is_illegal_instruction) && info->si_addr == record.address)
		record.code = STATUS_ILLEGAL_INSTRUCTION;
	dispatch(&record, instruction, stack);
	end_process(record.code); /* the instruction would only fault again */
}

bool faults_begin(void)
{
	static const int numbers[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};
	struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
	stack_t stack = {.ss_size = SIGNAL_STACK};

	signal_stack =
	    mmap(NULL, SIGNAL_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	stack.ss_sp = signal_stack;
	if (signal_stack == MAP_FAILED || sigaltstack(&stack, NULL) != 0)
		return false;
	if (!is_main_thread())
		return true;
	action.sa_sigaction = on_fault;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (sigaction(numbers[i], &action, NULL) != 0)
			return false;
	return true;
}

void faults_end(void)
{
	const stack_t none = {.ss_flags = SS_DISABLE};

	sigaltstack(&none, NULL);
	munmap(signal_stack, SIGNAL_STACK);
}
