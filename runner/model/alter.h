/* SPDX-License-Identifier: MIT */
/*
 * The model with one deliberate difference: a mutant is a mistake that a case must catch, a variant
 * is what the documentation leaves free, which no MUST case may mind. mutants.h and variants.h list
 * them; where the code is to differ it asks altered(name). At most one is chosen at launch.
 */
#ifndef HEAPKIT_MODEL_ALTER_H
#define HEAPKIT_MODEL_ALTER_H

#include <stdbool.h>
#include <stdio.h>

#include "mutants.h"
#include "variants.h"

#define ALTERATION_NUMBER(name_, requirement_, words_) ALTERED_##name_,
enum alteration { NOT_ALTERED, MUTANTS(ALTERATION_NUMBER) VARIANTS(ALTERATION_NUMBER) ALTERATIONS };

extern enum alteration alteration;

#define altered(name_) (alteration == ALTERED_##name_)

/* Chooses by name, with dashes between its words; false where there is no such name. */
bool choose_mutant(const char *name);
bool choose_variant(const char *name);

/* One line for each: name, requirement, what differs, with tabs between them. */
void list_mutants(FILE *);
void list_variants(FILE *);

#endif
