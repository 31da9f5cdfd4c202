/* SPDX-License-Identifier: MIT */
/* Says in the words of the file, not of the library, why libcyaml refuses it. */
#ifndef HEAPKIT_YAML_EXPLAIN_H
#define HEAPKIT_YAML_EXPLAIN_H

#include <cyaml/cyaml.h>
#include <stdarg.h>
#include <stdbool.h>

#include "error.h"
#include "yaml-scan.h"

enum { YAML_COMPLAINT_FIELDS = 8 };

/* What libcyaml logs on its way out: a message, then where it was, from the innermost place on. */
struct yaml_complaint {
	const char *path;
	const cyaml_schema_value_t *schema;
	const struct yaml_marks *marks;
	char message[256];
	char fields[YAML_COMPLAINT_FIELDS][65];
	unsigned field_count;
	unsigned line; /* 0: it did not say */
	bool in_entry; /* the innermost place is an entry of a sequence */
};

/* For cyaml_config_t: log_fn, with a struct yaml_complaint as log_ctx. */
void yaml_complaint_log(cyaml_log_t level, void *context, const char *format, va_list arguments);

/* Sets the error; returns false. */
bool yaml_explain(const struct yaml_complaint *complaint, cyaml_err_t code, struct error *error);

#endif
