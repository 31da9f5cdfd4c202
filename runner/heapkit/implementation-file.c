/* SPDX-License-Identifier: MIT */
/* Reads implementations/NAME.yaml and checks what a schema cannot say. */
#include "implementation.h"

#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "text.h"
#include "yaml-file.h"

/* More than anybody needs; each is compared with all others. */
enum { MOST_SETTINGS = 256 };

/* clang-format off */
static const cyaml_schema_value_t word = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, CYAML_UNLIMITED),
};

static const cyaml_schema_field_t setting_fields[] = {
	CYAML_FIELD_STRING_PTR("name", CYAML_FLAG_POINTER, struct setting, name, 1, CYAML_UNLIMITED),
	CYAML_FIELD_STRING_PTR("value", CYAML_FLAG_POINTER, struct setting, value, 0, CYAML_UNLIMITED),
	CYAML_FIELD_END
};

static const cyaml_schema_value_t setting = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct setting, setting_fields),
};

/* libcyaml's own booleans take every word but a few for true. */
static const cyaml_strval_t booleans[] = {{"true", 1}, {"false", 0}};

#define OPTIONAL (CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL)
#define TEXT(name_, flags_) \
	CYAML_FIELD_STRING_PTR(#name_, flags_, struct implementation, name_, 1, CYAML_UNLIMITED)
#define LIST(name_, flags_, entry_, most_) \
	CYAML_FIELD_SEQUENCE(#name_, flags_, struct implementation, name_, entry_, 1, most_)

static const cyaml_schema_field_t fields[] = {
	TEXT(name, CYAML_FLAG_POINTER),
	LIST(command, CYAML_FLAG_POINTER, &word, CYAML_UNLIMITED),
	LIST(version, OPTIONAL, &word, CYAML_UNLIMITED),
	LIST(targets, OPTIONAL, &word, CYAML_UNLIMITED),
	LIST(settings, OPTIONAL, &setting, MOST_SETTINGS),
	LIST(environment, OPTIONAL, &setting, MOST_SETTINGS),
	LIST(unimplemented, OPTIONAL, &word, CYAML_UNLIMITED),
	TEXT(expectations, OPTIONAL),
	TEXT(wine, OPTIONAL),
	CYAML_FIELD_ENUM("fixed_addresses", CYAML_FLAG_OPTIONAL | CYAML_FLAG_STRICT,
	                 struct implementation, fixed_addresses, booleans, 2),
	CYAML_FIELD_UINT("jobs", CYAML_FLAG_OPTIONAL, struct implementation, jobs),
	CYAML_FIELD_END
};

static const cyaml_schema_value_t schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct implementation, fields),
};
/* clang-format on */

static const char name_characters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789-_.";

/* Names become names of files and {NAME}. */
static bool check_name(const struct yaml_file *file, const char *key, const char *name,
		       struct error *error)
{
	if (name && (name[strspn(name, name_characters)] || name[0] == '.'))
		return yaml_file_error(file, 0, key, error,
				       "'%s' is no name; write letters, digits, - and _", name);
	return true;
}

/* What stands in braces without being a setting. */
static bool is_given(const char *name)
{
	return strcmp(name, "exe") == 0 || strcmp(name, "folder") == 0 ||
	       strcmp(name, "bits32") == 0;
}

static bool check_settings(const struct yaml_file *file, const struct implementation *loaded,
			   struct error *error)
{
	for (unsigned i = 0; i < loaded->settings_count; i++) {
		const char *name = loaded->settings[i].name;

		if (!check_name(file, "settings", name, error))
			return false;
		if (strcmp(name, "exe") == 0)
			return yaml_file_error(file, 0, "settings", error,
					       "{exe} is the program to run; choose another name");
		if (is_given(name))
			return yaml_file_error(file, 0, "settings", error,
					       "{%s} has a meaning of its own; choose another name",
					       name);
		for (unsigned k = 0; k < i; k++)
			if (strcmp(loaded->settings[k].name, name) == 0)
				return yaml_file_error(file, 0, "settings", error,
						       "the setting '%s' stands there twice; take "
						       "one out",
						       name);
	}
	return true;
}

static bool check_environment(const struct yaml_file *file, const struct implementation *loaded,
			      struct error *error)
{
	for (unsigned i = 0; i < loaded->environment_count; i++) {
		const char *name = loaded->environment[i].name;

		if (strchr(name, '='))
			return yaml_file_error(file, 0, "environment", error,
					       "'%s' is no name of a variable; write the part "
					       "behind = as value",
					       name);
		for (unsigned k = 0; k < i; k++)
			if (strcmp(loaded->environment[k].name, name) == 0)
				return yaml_file_error(file, 0, "environment", error,
						       "the variable '%s' stands there twice; take "
						       "one out",
						       name);
	}
	return true;
}

/* Every {NAME} in a command is {exe} or a setting; a misspelt one would be run as it stands. */
static bool check_words(const struct yaml_file *file, const struct implementation *loaded,
			const char *key, char *const *words, unsigned count, struct error *error)
{
	for (unsigned i = 0; i < count; i++)
		for (const char *at = strchr(words[i], '{'); at; at = strchr(at + 1, '{')) {
			const size_t length = strspn(at + 1, name_characters);
			char name[64];

			if (length == 0 || length >= sizeof name || at[length + 1] != '}')
				continue;
			memcpy(name, at + 1, length);
			name[length] = 0;
			if (is_given(name) || implementation_setting(loaded, name))
				continue;
			return yaml_file_error(file, 0, key, error,
					       "{%s} is neither {exe} nor a setting; add it to "
					       "settings or correct it",
					       name);
		}
	return true;
}

static bool check_values(const struct yaml_file *file, const struct implementation *loaded,
			 struct error *error)
{
	if (loaded->wine && strcmp(loaded->wine, "minimal") != 0 &&
	    strcmp(loaded->wine, "full") != 0)
		return yaml_file_error(file, 0, "wine", error,
				       "'wine' cannot be '%s'; write minimal or full",
				       loaded->wine);
	if (loaded->jobs == 0 && yaml_file_has(file, 0, "jobs"))
		return yaml_file_error(file, 0, "jobs", error,
				       "'jobs' cannot be 0; write a larger number or take it out");
	for (unsigned i = 0; i < loaded->unimplemented_count; i++) {
		const char *name = strstr(loaded->unimplemented[i], "{name}");

		if (!name || strstr(name + 1, "{name}"))
			return yaml_file_error(file, 0, "unimplemented", error,
					       "'%s' does not hold {name} once; write it where the "
					       "function's name stands",
					       loaded->unimplemented[i]);
	}
	return true;
}

static bool check(const struct yaml_file *file, const struct implementation *loaded,
		  struct error *error)
{
	return check_name(file, "name", loaded->name, error) &&
	       check_name(file, "expectations", loaded->expectations, error) &&
	       check_settings(file, loaded, error) && check_environment(file, loaded, error) &&
	       check_words(file, loaded, "command", loaded->command, loaded->command_count,
			   error) &&
	       check_words(file, loaded, "version", loaded->version, loaded->version_count,
			   error) &&
	       check_values(file, loaded, error);
}

/* Ends the file. */
static bool take(struct yaml_file *file, struct implementation *implementation, struct error *error)
{
	bool good;

	*implementation = *(struct implementation *)file->data;
	free(file->data);
	good = check(file, implementation, error);
	yaml_file_end(file);
	if (!good)
		implementation_free(implementation);
	return good;
}

bool implementation_parse(const char *path, const unsigned char *bytes, size_t size,
			  struct implementation *implementation, struct error *error)
{
	struct yaml_file file;

	*implementation = (struct implementation){0};
	return yaml_file_parse(path, bytes, size, &schema, &file, error) &&
	       take(&file, implementation, error);
}

static bool load(const char *path, struct implementation *implementation, struct error *error)
{
	struct yaml_file file;

	return yaml_file_load(path, &schema, &file, error) && take(&file, implementation, error);
}

static bool unknown_name(const char *folder, const char *name, const struct folder *names,
			 struct error *error)
{
	struct text text = {0};

	for (size_t i = 0; i < names->count; i++)
		text_printf(&text, "%s%s", i ? ", " : "", names->names[i]);
	if (names->count)
		error_set(error,
			  "--on %s: there is no such implementation; there are: %s, or a "
			  "path that ends with .yaml",
			  name, text_string(&text));
	else
		error_set(error,
			  "--on %s: there are no implementations in %s; install heapkit "
			  "again, or give a path that ends with .yaml",
			  name, folder);
	text_free(&text);
	return false;
}

static bool is_path(const char *name)
{
	const size_t length = strlen(name);

	return length > 5 && strcmp(name + length - 5, ".yaml") == 0;
}

bool implementation_load(const char *folder, const char *name,
			 struct implementation *implementation, struct error *error)
{
	struct folder names;
	bool missing, found = false;
	char *path;

	*implementation = (struct implementation){0};
	if (is_path(name))
		return load(name, implementation, error);
	if (!folder_read(folder, ".yaml", &names, &missing, error) && !missing)
		return false;
	for (size_t i = 0; i < names.count; i++)
		found |= strcmp(names.names[i], name) == 0;
	if (!found) {
		unknown_name(folder, name, &names, error);
	} else {
		path = xformat("%s/%s.yaml", folder, name);
		found = load(path, implementation, error);
		free(path);
	}
	folder_free(&names);
	return found;
}
