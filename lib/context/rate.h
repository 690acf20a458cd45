/* The denominator of a rate: "a year", "per second", "per 100,000 people". */
#ifndef CONTEXT_RATE_H
#define CONTEXT_RATE_H

#include "recognizers/recognizer.h"

/* Sets per and per_amount of a candidate that a denominator follows; the token behind it, or candidate->end when there
 * is none. What stands before that token is no claim of its own. */
uint32_t rate_find(const struct reader *reader, struct candidate *candidate);

/* The same where a candidate is the base of a rate that the next figure gives: "Of every £10 spent, £3 goes on food"; 0
 * when it is none. */
uint32_t rate_fronted(const struct reader *reader, const struct candidate *base, struct candidate *rate);

#endif
