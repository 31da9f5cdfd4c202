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

/* Which of them were asked about in this process; kept only by watch_alterations(). */
extern bool alterations_asked[ALTERATIONS];

#define altered(name_) (alterations_asked[ALTERED_##name_] = true, alteration == ALTERED_##name_)

/*
 * Nothing differs, but whatever would ask about a difference does: a difference that is not asked
 * about in such a run cannot show in any run of the same program.
 */
void watch_alterations(void);

/* After watch_alterations(): one line on stderr, `asked: NAME NAME …`; nothing otherwise. */
void report_alterations(void);

/*
 * Chooses by name, with dashes between its words; false where there is no such name. The variant
 * "watched" is watch_alterations().
 */
bool choose_mutant(const char *name);
bool choose_variant(const char *name);

/* One line for each: name, requirement, what differs, with tabs between them. */
void list_mutants(FILE *);
void list_variants(FILE *);

#endif
