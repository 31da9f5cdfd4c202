/* SPDX-License-Identifier: MIT */
#include "requirements.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "yaml-file.h"

/* clang-format off */
static const cyaml_schema_value_t word = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, CYAML_UNLIMITED),
};

#define TEXT(name_, flags_) \
	CYAML_FIELD_STRING_PTR(#name_, flags_, struct requirement, name_, 1, CYAML_UNLIMITED)
#define OPTIONAL (CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL)

static const cyaml_schema_field_t fields[] = {
	TEXT(id, CYAML_FLAG_POINTER),
	TEXT(title, CYAML_FLAG_POINTER),
	TEXT(level, CYAML_FLAG_POINTER),
	TEXT(class, CYAML_FLAG_POINTER),
	TEXT(subject, CYAML_FLAG_POINTER),
	TEXT(condition, OPTIONAL),
	TEXT(page, OPTIONAL),
	TEXT(evidence, CYAML_FLAG_POINTER),
	TEXT(untestable, OPTIONAL),
	CYAML_FIELD_SEQUENCE("variants", OPTIONAL, struct requirement, variants, &word, 0,
	                     CYAML_UNLIMITED),
	CYAML_FIELD_END
};

static const cyaml_schema_value_t row = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct requirement, fields),
};

static const cyaml_schema_value_t schema = {
	CYAML_VALUE_SEQUENCE(CYAML_FLAG_POINTER, struct requirement, &row, 0, CYAML_UNLIMITED),
};
/* clang-format on */

struct loader {
	struct requirements *requirements;
	json_t *seen; /* id -> FILE:LINE of its row */
	struct error *error;
};

/* "GPH-05": cases name ids in a list with spaces between. */
static bool is_id(const char *id)
{
	const size_t letters = strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	const size_t digits = id[letters] == '-' ? strspn(id + letters + 1, "0123456789") : 0;

	return letters > 0 && digits > 0 && !id[letters + 1 + digits];
}

/* `words` holds the allowed ones with ", " between them. */
static bool check_word(const struct yaml_file *file, unsigned i, const char *key, const char *word_,
		       const char *words, struct error *error)
{
	const size_t length = strlen(word_);

	for (const char *at = words; at; at = strchr(at, ' ')) {
		at += *at == ' ';
		if (strcspn(at, ",") == length && strncmp(at, word_, length) == 0)
			return true;
	}
	return yaml_file_error(file, i, key, error, "'%s' cannot be '%s'; write one of %s", key,
			       word_, words);
}

static bool check_row(const struct yaml_file *file, unsigned i, struct requirement *requirement,
		      struct error *error)
{
	yaml_one_line(requirement->title);
	yaml_one_line(requirement->condition);
	yaml_one_line(requirement->evidence);
	yaml_one_line(requirement->untestable);
	if (!is_id(requirement->id))
		return yaml_file_error(file, i, "id", error, "'%s' is no id; write one like GPH-05",
				       requirement->id);
	if (!check_word(file, i, "level", requirement->level, "MUST, WINDOWS, VARIES", error) ||
	    !check_word(file, i, "class", requirement->class, "S, T, I, O, P, M, X, U", error) ||
	    !check_word(file, i, "subject", requirement->subject, "platform, program, sdk", error))
		return false;
	if (requirement->untestable && !requirement_is_judged(requirement))
		return yaml_file_error(file, i, "untestable", error,
				       "%s is not judged and needs no case; take 'untestable' out",
				       requirement->id);
	return true;
}

static bool check_once(const struct loader *loader, const struct yaml_file *file, unsigned i,
		       const char *id)
{
	const char *first = json_string_value(json_object_get(loader->seen, id));

	return !first ||
	       yaml_file_error(file, i, "id", loader->error,
			       "%s stands there twice, first in %s; take one out", id, first);
}

static void free_row(struct requirement *requirement)
{
	free(requirement->id);
	free(requirement->title);
	free(requirement->level);
	free(requirement->class);
	free(requirement->subject);
	free(requirement->condition);
	free(requirement->page);
	free(requirement->evidence);
	free(requirement->untestable);
	for (unsigned i = 0; i < requirement->variants_count; i++)
		free(requirement->variants[i]);
	free(requirement->variants);
}

/* Takes the row over. */
static void add_row(struct loader *loader, const struct requirement *requirement, const char *path,
		    unsigned line)
{
	struct requirements *all = loader->requirements;
	char *at = xformat("%s:%u", path, line);

	all->rows = xrealloc(all->rows, (all->count + 1) * sizeof *all->rows);
	all->rows[all->count++] = *requirement;
	/* The path may be in any encoding. */
	json_object_set_new(loader->seen, requirement->id, json_string_nocheck(at));
	free(at);
}

/* Ends the file. */
static bool take_rows(struct loader *loader, struct yaml_file *file)
{
	struct requirement *rows = file->data;
	bool good = true;

	for (unsigned i = 0; i < file->count; i++) {
		good = good && check_row(file, i, &rows[i], loader->error) &&
		       check_once(loader, file, i, rows[i].id);
		if (good)
			add_row(loader, &rows[i], file->path, yaml_file_line(file, i, "id"));
		else
			free_row(&rows[i]);
	}
	free(rows);
	yaml_file_end(file);
	return good;
}

static bool load_file(struct loader *loader, const char *path)
{
	struct yaml_file file;

	return yaml_file_load(path, &schema, &file, loader->error) && take_rows(loader, &file);
}

static int compare_rows(const void *a, const void *b)
{
	return strcmp(((const struct requirement *)a)->id, ((const struct requirement *)b)->id);
}

/* What was loaded is complete and sorted, or gone. */
static bool finish(struct loader *loader, bool good)
{
	struct requirements *requirements = loader->requirements;

	json_decref(loader->seen);
	if (!good)
		requirements_free(requirements);
	else if (requirements->count)
		qsort(requirements->rows, requirements->count, sizeof *requirements->rows,
		      compare_rows);
	return good;
}

bool requirements_parse(const char *path, const unsigned char *bytes, size_t size,
			struct requirements *requirements, struct error *error)
{
	struct loader loader = {
	    .requirements = requirements, .seen = json_object(), .error = error};
	struct yaml_file file;

	*requirements = (struct requirements){0};
	return finish(&loader, yaml_file_parse(path, bytes, size, &schema, &file, error) &&
				   take_rows(&loader, &file));
}

bool requirements_load(const char *folder, struct requirements *requirements, struct error *error)
{
	struct loader loader = {.requirements = requirements, .error = error};
	struct folder names;
	bool missing, good = true;

	*requirements = (struct requirements){0};
	if (!folder_read(folder, ".yaml", &names, &missing, error))
		return missing;
	loader.seen = json_object();
	for (size_t i = 0; i < names.count && good; i++) {
		char *path = xformat("%s/%s.yaml", folder, names.names[i]);

		good = load_file(&loader, path);
		free(path);
	}
	folder_free(&names);
	return finish(&loader, good);
}

void requirements_free(struct requirements *requirements)
{
	for (size_t i = 0; i < requirements->count; i++)
		free_row(&requirements->rows[i]);
	free(requirements->rows);
	*requirements = (struct requirements){0};
}

const struct requirement *requirements_find(const struct requirements *requirements, const char *id)
{
	const struct requirement key = {.id = (char *)id};

	if (!requirements->count)
		return NULL;
	return bsearch(&key, requirements->rows, requirements->count, sizeof *requirements->rows,
		       compare_rows);
}

bool requirement_is_judged(const struct requirement *requirement)
{
	return strcmp(requirement->level, "VARIES") != 0 && !strchr("XU", requirement->class[0]);
}
