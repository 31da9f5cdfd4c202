/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "glob.h"
#include "platform.h"
#include "run.h"
#include "text.h"

/* Of the results' lines; results.c reads no other. */
enum { FORMAT = 1 };

static json_t *text_or_null(const char *text)
{
	return text ? results_text(text, strlen(text)) : json_null();
}

static json_t *requirement_facts(const struct requirement *row)
{
	return json_pack("{s:o s:o s:o s:o s:o}", "level", text_or_null(row->level), "subject",
			 text_or_null(row->subject), "title", text_or_null(row->title), "page",
			 text_or_null(row->page), "evidence", text_or_null(row->evidence));
}

static json_t *ids_of(const struct program *program)
{
	const char *rest = program->pe.section.requirements;
	json_t *ids = json_array();

	while (*rest) {
		const size_t length = strcspn(rest, " ");

		if (length)
			json_array_append_new(ids, results_text(rest, length));
		rest += length + (rest[length] == ' ');
	}
	return ids;
}

static json_t *imports_of(const struct program *program)
{
	json_t *imports = json_array();

	for (size_t i = 0; i < program->pe.import_count; i++)
		json_array_append_new(imports, text_or_null(program->pe.imports[i]));
	return imports;
}

/* The texts of all requirements that the suite cites, so that a report needs nothing else. */
static json_t *cited_requirements(const struct run *run)
{
	json_t *texts = json_object();

	for (size_t i = 0; i < run->suite.count; i++) {
		json_t *ids = ids_of(&run->suite.programs[i]), *id;
		size_t k;

		json_array_foreach(ids, k, id)
		{
			const char *name = json_string_value(id);
			const struct requirement *row = requirements_find(&run->requirements, name);

			if (row && !json_object_get(texts, name))
				json_object_set_new(texts, name, requirement_facts(row));
		}
		json_decref(ids);
	}
	return texts;
}

static json_t *host_facts(const struct run *run)
{
	int cpus[1024];
	char *name;
	json_t *host;

	/* Of the machine that ran the programs nothing else is known. */
	if (run->log)
		return json_pack("{s:s}", "system", run->log->system);
	name = platform_name();
	host =
	    json_pack("{s:s s:I s:I}", "system", name, "cpus",
		      (json_int_t)platform_cpus(cpus, 1024), "lanes", (json_int_t)run->pool.count);
	if (platform_emulated())
		json_object_set_new(host, "heapkit_emulated_as", json_string(platform_emulated()));
	free(name);
	return host;
}

static void now(char *text, size_t size)
{
	const time_t seconds = time(NULL);
	const struct tm *utc = gmtime(&seconds);

	strftime(text, size, "%Y-%m-%dT%H:%M:%SZ", utc);
}

static json_t *command_words(const struct implementation *implementation)
{
	json_t *words = json_array();

	for (unsigned i = 0; i < implementation->command_count; i++)
		json_array_append_new(words, text_or_null(implementation->command[i]));
	return words;
}

static json_t *shard_name(const struct run *run)
{
	char name[32];

	if (!run->options.shards)
		return json_null();
	snprintf(name, sizeof name, "%u/%u", run->options.shard, run->options.shards);
	return json_string(name);
}

json_t *record_header(const struct run *run)
{
	char started[32];

	now(started, sizeof started);
	return json_pack(
	    "{s:s s:i s:s s:{s:o s:o s:o} s:o s:s s:o s:o s:O s:o}", "heapkit", HEAPKIT_VERSION,
	    "format", FORMAT, "suite", run->suite.digest, "implementation", "name",
	    text_or_null(run->implementation.name), "version", text_or_null(run->version),
	    "command", command_words(&run->implementation), "host", host_facts(run), "started",
	    run->log ? run->log->started : started, "shard", shard_name(run), "options",
	    record_options(run), "notes", run->notes, "requirements", cited_requirements(run));
}

static bool is_plain(const char *word)
{
	const char *plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
			    "0123456789_-./=:,+@{}\\%";
	const size_t length = strspn(word, plain);

	/* The one is the shell's on Linux, the other cmd's. */
	return *word && !word[length] && !strchr(word, platform_is_windows() ? '%' : '\\');
}

/* The word as a shell takes it, or cmd, behind a space. */
static void add_word(char **command, const char *word)
{
	const bool windows = platform_is_windows();
	struct text text = {0};

	text_printf(&text, "%s ", *command);
	if (is_plain(word)) {
		text_put(&text, word);
	} else {
		text_put(&text, windows ? "\"" : "'");
		for (; *word; word++)
			if (*word == (windows ? '"' : '\''))
				text_put(&text, windows ? "\\\"" : "'\\''");
			else
				text_add(&text, word, 1);
		text_put(&text, windows ? "\"" : "'");
	}
	free(*command);
	*command = xstrdup(text_string(&text));
	text_free(&text);
}

static void add_option(char **command, const char *option, const char *value)
{
	add_word(command, option);
	add_word(command, value);
}

static void add_program(char **command, const struct run *run, const struct program *program)
{
	const struct run_options *options = &run->options;

	if (options->cases_folder)
		add_option(command, "--cases", options->cases_folder);
	if (options->program) {
		add_option(command, "--program", options->program);
	} else {
		add_option(command, "--case", program->id);
		add_option(command, "--target", program->pe.section.target);
	}
}

/* Who has a log has no program that could run again. */
static char *judge_command(const struct run *run, const struct program *program)
{
	const struct run_options *options = &run->options;
	char *command = xstrdup("heapkit judge");

	add_word(&command, options->log);
	if (options->name)
		add_option(&command, "--name", options->name);
	if (options->version)
		add_option(&command, "--version", options->version);
	add_program(&command, run, program);
	return command;
}

char *record_command(const struct run *run, const struct program *program)
{
	const struct run_options *options = &run->options;
	char *command;

	if (run->log)
		return judge_command(run, program);
	command = xstrdup("heapkit run");
	if (!options->command)
		add_option(&command, "--on", run->implementation.name);
	for (size_t i = 0; i < options->settings.count; i++)
		add_option(&command, "--set", options->settings.words[i]);
	add_program(&command, run, program);
	if (options->sandbox)
		add_word(&command, "--sandbox");
	if (!options->command)
		return command;
	add_word(&command, "--");
	for (unsigned i = 0; i < options->command_count; i++)
		add_word(&command, options->command[i]);
	return command;
}

static json_t *expectation_facts(const struct run *run, const struct expectation *expectation)
{
	char *at;
	json_t *facts;

	if (!expectation)
		return json_null();
	at = xformat("%s:%u", run->expectations.path, expectation->line);
	facts = json_pack("{s:o s:o s:o s:o}", "reason", text_or_null(expectation->reason), "url",
			  text_or_null(expectation->url), "until", text_or_null(expectation->until),
			  "at", text_or_null(at));
	free(at);
	return facts;
}

/* What it printed on both streams; errors last, since that is where the reason of an end stands. */
static json_t *output_of(const struct ending *ending)
{
	char *both;
	json_t *output;

	if (!ending)
		return json_string("");
	both = xcalloc(ending->output_size + ending->errors_size + 1, 1);
	memcpy(both, ending->output, ending->output_size);
	memcpy(both + ending->output_size, ending->errors, ending->errors_size);
	output = results_output(both, ending->output_size + ending->errors_size);
	free(both);
	return output;
}

json_t *record_case(const struct run *run, const struct job *job, const struct ending *ending,
		    const struct judgement *judgement)
{
	const struct program *program = job->program;
	const struct heapkit_section *section = &program->pe.section;
	const struct expectation *expectation =
	    expectations_find(&run->expectations, program->id, section->target, run->version);
	const enum outcome expected = expectation ? expectation->expect : OUTCOME_PASS;
	const bool by_status = ending && ending->started && !ending->lane_ended && !ending->signal;
	char *command = record_command(run, program);
	json_t *line = json_pack(
	    "{s:o s:o s:o s:o s:s s:s s:o s:o s:f s:I s:o s:o s:o s:o s:O s:o s:o s:o}", "case",
	    text_or_null(program->id), "target", text_or_null(section->target), "title",
	    text_or_null(section->title), "requirements", ids_of(program), "outcome",
	    outcome_name(judgement->outcome), "expected", outcome_name(expected), "status",
	    by_status ? json_integer(ending->status) : json_null(), "signal",
	    ending && ending->signal ? json_integer(ending->signal) : json_null(), "seconds",
	    ending ? ending->seconds : 0.0, "attempts", (json_int_t)job->attempts, "message",
	    text_or_null(judgement->message), "got", text_or_null(judgement->got), "want",
	    text_or_null(judgement->want), "at", text_or_null(judgement->at), "observations",
	    judgement->observations, "output", output_of(ending), "command", text_or_null(command),
	    "expectation", expectation_facts(run, expectation));

	json_object_set_new(line, "imports", imports_of(program));
	free(command);
	return line;
}

static bool matches_a_program(const struct run *run, const struct expectation *expectation)
{
	struct words case_glob = {&(char *){expectation->case_glob}, 1};
	struct words target_glob = {&(char *){expectation->target_glob}, 1};

	for (size_t i = 0; i < run->suite.count; i++) {
		const struct program *program = &run->suite.programs[i];

		if (program->kind != KIND_CANARY && words_match(&case_glob, program->id) &&
		    words_match(&target_glob, program->pe.section.target))
			return true;
	}
	return false;
}

/* A suite need not have been built for every target; one that nobody knows is a mistake. */
static bool is_for_absent_target(const struct run *run, const struct expectation *expectation)
{
	static const char *const known[] = {"x86_64-bare", "i686-bare",   "x86_64-msvcrt",
					    "i686-msvcrt", "x86_64-ucrt", "aarch64-bare"};
	bool is_known = false;

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		is_known |= glob_match(expectation->target_glob, known[i]);
	for (size_t i = 0; i < run->suite.count; i++)
		if (glob_match(expectation->target_glob, run->suite.programs[i].pe.section.target))
			return false;
	return is_known;
}

static json_t *unmatched_entries(const struct run *run)
{
	json_t *unmatched = json_array();

	for (size_t i = 0; i < run->expectations.count && !run->options.program; i++) {
		const struct expectation *entry = &run->expectations.entries[i];
		char *at;

		if (matches_a_program(run, entry) || is_for_absent_target(run, entry))
			continue;
		at = xformat("%s:%u", run->expectations.path, entry->line);
		json_array_append_new(unmatched,
				      json_pack("{s:s s:s s:s}", "case", entry->case_glob, "target",
						entry->target_glob, "at", at));
		free(at);
	}
	return unmatched;
}

static json_t *overdue_entries(const struct run *run)
{
	json_t *overdue = json_array();
	char today[32];

	now(today, sizeof today);
	today[strlen("2026-11-22")] = '\0';
	for (size_t i = 0; i < run->expectations.count; i++) {
		const struct expectation *entry = &run->expectations.entries[i];
		char *at;

		if (!expectation_is_overdue(entry, today))
			continue;
		at = xformat("%s:%u", run->expectations.path, entry->line);
		json_array_append_new(overdue, json_pack("{s:s s:s s:s}", "case", entry->case_glob,
							 "at", at, "until", entry->until));
		free(at);
	}
	return overdue;
}

static json_t *target_facts(const struct run *run)
{
	json_t *targets = json_object();

	for (size_t i = 0; i < run->plan.target_count; i++) {
		const struct plan_target *target = &run->plan.targets[i];

		json_object_set_new(targets, target->name,
				    json_pack("{s:b s:b s:b s:o s:o}", "runs", target->runs,
					      "status_believed", target->belief.status,
					      "text_believed", target->belief.text, "message",
					      text_or_null(target->message), "missing",
					      text_or_null(target->missing)));
	}
	return targets;
}

json_t *record_footer(const struct run *run)
{
	json_t *footer = results_footer(&run->results);

	json_object_set_new(footer, "unmatched", unmatched_entries(run));
	json_object_set_new(footer, "overdue", overdue_entries(run));
	json_object_set_new(footer, "targets", target_facts(run));
	json_object_set_new(footer, "seconds",
			    json_real((double)(uv_hrtime() - run->start_time) / 1e9));
	json_object_set_new(footer, "interrupted", json_false());
	if (run->options.strict)
		json_object_set_new(footer, "strict", json_true());
	return footer;
}
