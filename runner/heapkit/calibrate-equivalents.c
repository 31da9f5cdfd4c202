/* SPDX-License-Identifier: MIT */
/* equivalent.yaml: mutants that no case can tell apart, each with the reason why. */
#include "calibrate.h"

#include <stdlib.h>
#include <string.h>

#include "yaml-file.h"

/* clang-format off */
struct equivalent {
	char *mutant;
	char *reason;
};

static const cyaml_schema_field_t fields[] = {
	CYAML_FIELD_STRING_PTR("mutant", CYAML_FLAG_POINTER, struct equivalent, mutant, 1, CYAML_UNLIMITED),
	CYAML_FIELD_STRING_PTR("reason", CYAML_FLAG_POINTER, struct equivalent, reason, 1, CYAML_UNLIMITED),
	CYAML_FIELD_END
};

static const cyaml_schema_value_t entry = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct equivalent, fields),
};

static const cyaml_schema_value_t schema = {
	CYAML_VALUE_SEQUENCE(CYAML_FLAG_POINTER, struct equivalent, &entry, 0, CYAML_UNLIMITED),
};
/* clang-format on */

static bool mark_equivalent(struct calibration *calibration, const struct equivalent *equivalent)
{
	bool found = false;

	for (size_t i = 0; i < calibration->specimen_count; i++) {
		struct specimen *specimen = &calibration->specimens[i];

		if (!specimen_is_mutant(specimen) ||
		    strcmp(specimen->name, equivalent->mutant) != 0)
			continue;
		free(specimen->why_equivalent);
		specimen->why_equivalent = xstrdup(equivalent->reason);
		found = true;
	}
	return found;
}

bool equivalents_load(struct calibration *calibration)
{
	char *path = xformat("%s/equivalent.yaml", calibration->options.mutants_folder);
	struct yaml_file file;
	struct equivalent *entries;
	bool good = true;

	if (!path_exists(path) || !yaml_file_load(path, &schema, &file, &calibration->error)) {
		free(path);
		return calibration->error.text[0] == '\0';
	}
	entries = file.data;
	for (unsigned i = 0; i < file.count; i++) {
		yaml_one_line(entries[i].reason);
		if (good && !mark_equivalent(calibration, &entries[i]))
			good = yaml_file_error(&file, i, "mutant", &calibration->error,
					       "there is no mutant '%s'; take the entry out",
					       entries[i].mutant);
		free(entries[i].mutant);
		free(entries[i].reason);
	}
	free(entries);
	yaml_file_end(&file);
	free(path);
	return good;
}
