/* What a verb of saying says, and whether the noun before it does. `cue` is the item of the verb. */
#ifndef CONTEXT_SAYING_H
#define CONTEXT_SAYING_H

#include "context/items.h"

/* "said that", "found 81%", "shows he needs": does what is stated begin at item i? */
bool saying_states(const struct clause *clause, uint32_t i);

/* "is saying"; but "entered the year predicting" says nothing of the year. */
bool saying_is_progressive(const struct clause *clause, uint32_t cue);

/* "was admitted", "a loss reported in": who does it is not named. The noun phrase before it begins at `source`. */
bool saying_is_passive(const struct clause *clause, uint32_t source, uint32_t cue);

/* "claimed second place", "claimed 14 lives"; but "claimed 14 people had left" */
bool saying_takes_thing(const struct clause *clause, uint32_t cue);

/* Only a survey or the like (`of_report`) finds and shows, unless "that", a figure or a quotation follows, or what is
 * expected. */
bool saying_shows(const struct clause *clause, uint32_t source, uint32_t cue, bool of_report);

#endif
