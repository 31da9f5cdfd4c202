/* SPDX-License-Identifier: MIT */
#include "implementation.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

#ifdef _WIN32
#define SLASHES "/\\"
#else
#define SLASHES "/"
#endif

/* "./build/emulator.exe" is "emulator". */
static char *base_name(const char *path)
{
	const char *name = path;
	size_t length;
	char *copy;

	for (const char *at = path; *at; at++)
		if (strchr(SLASHES, *at) && at[1])
			name = at + 1;
	copy = xstrdup(name);
	length = strlen(copy);
	if (length > 4 && strcmp(copy + length - 4, ".exe") == 0)
		copy[length - 4] = 0;
	return copy;
}

void implementation_from_command(char **words, unsigned count,
				 struct implementation *implementation)
{
	*implementation = (struct implementation){.name = base_name(words[0])};
	implementation->command = xcalloc(count, sizeof *words);
	implementation->command_count = count;
	for (unsigned i = 0; i < count; i++)
		implementation->command[i] = xstrdup(words[i]);
}

static struct setting *find_setting(const struct implementation *implementation, const char *name,
				    size_t length)
{
	for (unsigned i = 0; i < implementation->settings_count; i++) {
		struct setting *setting = &implementation->settings[i];

		if (strlen(setting->name) == length && memcmp(setting->name, name, length) == 0)
			return setting;
	}
	return NULL;
}

const char *implementation_setting(const struct implementation *implementation, const char *name)
{
	const struct setting *setting = find_setting(implementation, name, strlen(name));

	return setting ? setting->value : NULL;
}

static bool unknown_setting(const struct implementation *implementation, const char *assignment,
			    struct error *error)
{
	struct text names = {0};

	for (unsigned i = 0; i < implementation->settings_count; i++)
		text_printf(&names, "%s%s", i ? ", " : "", implementation->settings[i].name);
	if (implementation->settings_count)
		error_set(error, "--set %s: %s has no such setting; there are: %s", assignment,
			  implementation->name, text_string(&names));
	else
		error_set(error, "--set %s: %s has no settings; leave it out", assignment,
			  implementation->name);
	text_free(&names);
	return false;
}

bool implementation_set(struct implementation *implementation, const char *assignment,
			struct error *error)
{
	const char *equals = strchr(assignment, '=');
	struct setting *setting;

	if (!equals || equals == assignment)
		return error_set(error, "--set %s: is no setting; write NAME=VALUE", assignment);
	setting = find_setting(implementation, assignment, (size_t)(equals - assignment));
	if (!setting)
		return unknown_setting(implementation, assignment, error);
	free(setting->value);
	setting->value = xstrdup(equals + 1);
	return true;
}

/*
 * Replaces what stands in braces where it is a setting; a value is not looked through again. The
 * caller frees the result.
 */
static char *fill(const struct implementation *implementation, const char *word)
{
	struct text text = {0};
	char *filled;

	for (const char *at = word; *at;) {
		const size_t length = *at == '{' ? strcspn(at + 1, "{}") : 0;
		const struct setting *setting = length && at[length + 1] == '}'
						    ? find_setting(implementation, at + 1, length)
						    : NULL;

		if (setting) {
			text_put(&text, setting->value);
			at += length + 2;
		} else {
			text_add(&text, at++, 1);
		}
	}
	filled = xstrdup(text_string(&text));
	text_free(&text);
	return filled;
}

static void expand(const struct implementation *implementation, char **word)
{
	char *filled = fill(implementation, *word);

	free(*word);
	*word = filled;
}

char *implementation_word(const char *word, const char *exe, unsigned bits)
{
	char *path = xstrdup(exe), *width = xstrdup(bits == 32 ? "32" : "");
	struct setting holes[] = {{(char[]){"exe"}, path}, {(char[]){"bits32"}, width}};
	const struct implementation names = {.settings = holes, .settings_count = 2};
	char *filled = fill(&names, word);

	free(path);
	free(width);
	return filled;
}

static void add_folder(struct implementation *implementation)
{
	const unsigned count = implementation->settings_count++;

	implementation->settings =
	    xrealloc(implementation->settings, (count + 1) * sizeof *implementation->settings);
	implementation->settings[count] =
	    (struct setting){xstrdup("folder"), xstrdup(implementation->folder)};
}

void implementation_expand(struct implementation *implementation)
{
	if (implementation->folder)
		add_folder(implementation);
	for (unsigned i = 0; i < implementation->command_count; i++)
		expand(implementation, &implementation->command[i]);
	for (unsigned i = 0; i < implementation->version_count; i++)
		expand(implementation, &implementation->version[i]);
	for (unsigned i = 0; i < implementation->environment_count; i++)
		expand(implementation, &implementation->environment[i].value);
}

static void free_words(char **words, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		free(words[i]);
	free(words);
}

static void free_settings(struct setting *settings, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		free(settings[i].name);
		free(settings[i].value);
	}
	free(settings);
}

void implementation_free(struct implementation *implementation)
{
	free(implementation->name);
	free(implementation->expectations);
	free(implementation->wine);
	free(implementation->folder);
	free(implementation->launcher);
	free_words(implementation->command, implementation->command_count);
	free_words(implementation->version, implementation->version_count);
	free_words(implementation->targets, implementation->targets_count);
	free_words(implementation->unimplemented, implementation->unimplemented_count);
	free_settings(implementation->settings, implementation->settings_count);
	free_settings(implementation->environment, implementation->environment_count);
	*implementation = (struct implementation){0};
}
