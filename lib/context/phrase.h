/* The noun phrases of a clause, which are items, with what hangs on them. */
#ifndef CONTEXT_PHRASE_H
#define CONTEXT_PHRASE_H

#include "context/items.h"

struct item_range {
    uint32_t first, last; /* both included; first == NO_ITEM for none */
};

/* The noun phrase that ends at item `last`, taken as far to the left as "of" and prepositions join others to it. */
struct item_range phrase_ending(const struct clause *clause, uint32_t last);

/* The same with a list before it: "shops, | bars and | hotels in Oslo". */
struct item_range phrase_list_ending(const struct clause *clause, uint32_t last);

/* The noun phrase that begins at item `first`, with an "of" phrase behind it. */
struct item_range phrase_starting(const struct clause *clause, uint32_t first);

/* Can the item join two noun phrases: "of", "in", "and"? */
bool phrase_is_joined_at(const struct clause *clause, uint32_t i);

/* "as impressive | as | the gain", "are | convertible | into": no noun to hang on. */
bool phrase_is_adjective(const struct clause *clause, uint32_t i);

/* The barrel of "$5 a barrel and oil fell". */
bool phrase_is_rate(const struct clause *clause, uint32_t i);

/* "a rise", "the annual drop", "a year-on-year fall": a noun that says nothing but that something changed; but
 * "economic growth". */
bool phrase_is_turn(const struct clause *clause, uint32_t item);

/* "dogs", "people" */
bool phrase_is_plural(const struct clause *clause, uint32_t token);

#endif
