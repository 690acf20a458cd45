/* What a figure leaves out because one before it says it: "320 flats by auction and 95 by lot", "from 208 pounds to
 * 193". */
#ifndef CONTEXT_ELIDED_H
#define CONTEXT_ELIDED_H

#include "recognizers/recognizer.h"

/* In each, `before` precedes the figure in its sentence; NULL when there is none. Dates are none. */

/* Gives a bare number the unit of the other end of its change, and with it the kind; false when there is none. */
bool elided_unit(const struct reader *reader, struct candidate *candidate, const struct candidate *before);

/* Gives a bare number the unit of the length before: "over ten years, and in the past 3". False when there is none. */
bool elided_length(const struct reader *reader, struct candidate *candidate, const struct candidate *length);

/* Gives the first end of a change the scale of the other: the 9 of "from 9 to 11 million". */
void elided_scale(const struct reader *reader, const struct candidate *candidate, struct candidate *before);

/* Gives the one of them that has no rate that of the other, when they are the two ends of one change: "from $81 a
 * barrel to $69", "from 2 to 3 euros a litre". */
void elided_rate(const struct reader *reader, struct candidate *candidate, struct candidate *before);

/* Gives the averages that are listed before the figure its rate: "24.3 points, 7 rebounds and 6.8 assists per game".
 * `order` names the n candidates before it. */
void elided_list_rate(const struct reader *reader, const struct candidate *candidate, struct candidate *candidates,
                      const uint32_t *order, size_t n);

/* Gives the level of an index the unit of the change behind it: "at 7,961.11, down 20.4 points". */
void elided_level(const struct reader *reader, const struct candidate *candidate, struct candidate *before);

/* Gives cents the currency of the sum beside them: "€2.15, up five cents", "rose 5 cents to €2.15". */
void elided_currency(const struct reader *reader, struct candidate *candidate, struct candidate *before);

/* "employs 2,300 people | across 14 sites": does a preposition stand before the figure? */
bool elided_is_governed(const struct reader *reader, const struct candidate *candidate);

/* "2,300 people across 14 sites, | 400 | fewer than in 2019", "infected 90 people in 15 towns and killed | 4": does it
 * count what the last figure does that no preposition governs? */
bool elided_is_of_ruling(const struct reader *reader, const struct candidate *candidate);

/* "56 people, including | 17 children |": a part that is only mentioned. */
bool elided_is_part(const struct reader *reader, const struct candidate *candidate);

/* Gives a bare count the noun of the count before. */
void elided_noun(const struct reader *reader, struct candidate *candidate, const struct candidate *before);

#endif
