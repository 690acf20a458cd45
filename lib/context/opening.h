/* Figures that begin their clause. */
#ifndef CONTEXT_OPENING_H
#define CONTEXT_OPENING_H

#include "context/items.h"

/* Does the clause begin with the item, a figure or a noun that stands before one? */
bool opening_is_first(const struct clause *clause, uint32_t i);

/* The traits of the verb behind, for a figure that is its subject or stands in it; 0 for none. */
uint64_t opening_of_verb(const struct clause *clause, uint32_t i);

/* "Ford to cut 500 jobs", "Ford and the owner of Kia to cut 500 jobs": a headline's infinitive, without a verb before
 * it; but "The first to win six prizes *is*". */
bool opening_is_headline(const struct clause *clause, uint32_t i);

#endif
