/* The denominator of a rate: "a year", "per second", "per 100,000 people". */
#ifndef CONTEXT_RATE_H
#define CONTEXT_RATE_H

#include "recognizers/recognizer.h"

/* Sets per and per_amount of a candidate that a denominator follows; the token behind it, or candidate->end when there
 * is none. What stands before that token is no claim of its own. */
uint32_t rate_find(const struct reader *reader, struct candidate *candidate);

/* The same where the figure before is the base, which is then no claim of its own: "Of every £10 spent, £3 goes on
 * food". False when it is none. */
bool rate_take_fronted(const struct reader *reader, const struct candidate *base, struct candidate *candidate);

#endif
