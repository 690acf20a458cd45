/* The value of the tokens that a pattern took for an amount. */
#ifndef RECOGNIZERS_AMOUNT_H
#define RECOGNIZERS_AMOUNT_H

#include "recognizers/recognizer.h"

static inline bool amount_given(struct match_range range)
{
    return range.start < range.end;
}

/* The sign, the number and its scales: "-23.9 trillion". */
claimex_decimal amount_value(const struct reader *reader, struct match_range range);

/* Is the token a number below a thousandth? Nobody gives so little of a million. */
bool amount_is_tiny(const struct reader *reader, uint32_t token);

/* The power of ten that the scale words of these tokens make: 6 for "9 million". */
int amount_scale(const struct reader *reader, struct match_range range);

/* Sets low, high and relation of a range, and shares the scale of the high end with a low end that has none
 * ("10-15 million", but "900 to 1 million"). False when low is not below high. */
bool amount_range(const struct reader *reader, struct match_range low, struct match_range high,
                  struct candidate *candidate);

/* Is a range of the match a change in truth: "from 2 percent to 40 percent", "fell from 5 to 4 miles", "rose $2 to $9"?
 * Then it is two claims. */
bool amount_is_change(const struct reader *reader, const struct match *match);

/* "rose", "down", "went" */
bool amount_is_change_word(const struct reader *reader, uint32_t token);

/* A word of change before "from" or "by", with its object between: "cut its forecast from", "doubled debt in a year,
 * from", "raised the price of its new plan by". */
bool amount_follows_change(const struct reader *reader, uint32_t from);

/* "rose from | 5 to 10", "fell from about | 9 to 7"; not "ranges from | 5 to 10". */
bool amount_changes_from(const struct reader *reader, uint32_t start);

/* One of something that is no figure elsewhere: "rose from | an hour | to a day", "from a third to | a quarter |". */
bool amount_is_end_of_change(const struct reader *reader, uint32_t start, uint32_t end);

/* "cut by 350, or 9 percent": two figures behind "or" of which the second alone has the unit. */
bool amount_is_restated(const struct reader *reader, const struct match *match);

/* So many of the parts that the denominator at a token says: thirds, quarters. */
claimex_decimal amount_part(const struct reader *reader, uint32_t denominator, claimex_decimal above);

/* Sets value, or low and high, whichever the match has. */
bool amount_read(const struct reader *reader, const struct match *match, struct candidate *candidate);

/* "It took 48 hrs." at the end of a sentence: the stop is that of the sentence. */
void amount_leave_stop(const struct reader *reader, struct candidate *candidate);

/* The candidate ends before token `end`. */
void amount_end_at(const struct reader *reader, uint32_t end, struct candidate *candidate);

/* Shifts every number that the candidate has by a power of ten. */
void amount_shift(struct candidate *candidate, int exponent);

/* What the token's class says a figure beside it to be, "ge"; CLAIMEX_EQ when it has not the class or says nothing. */
uint8_t amount_relation(const struct reader *reader, uint32_t token, enum class class);

/* The same set, with the token as the modifier; false when nothing is said. */
bool amount_set_relation(const struct reader *reader, uint32_t token, enum class class, struct candidate *candidate);

/* The upper end of a range in a unit of which there are `n` in its own, 0 for none; false when it is no range then. */
bool amount_in_smaller(const struct reader *reader, struct candidate *candidate, int64_t n);

/* The value of a token's class as if a number stood beside it: the h of "km h−1", the s of "60 frames/s". */
struct slice amount_text_beside(const struct reader *reader, uint32_t i, enum class class);

/* "USD|AUD|CAD" → "USD": of an ambiguous currency or unit, the reading that is chosen. */
struct slice amount_first_reading(struct slice readings);

/* Is it one of "USD|AUD|CAD"? */
bool amount_has_reading(struct slice readings, struct slice code);

/* The unit is the first of its readings, which are kept when there are several. */
void amount_set_unit(struct slice readings, struct candidate *candidate);

/* The currency of one sign or name, by the default-currency option when that is one of its readings. */
void amount_set_currency(const struct reader *reader, struct slice readings, struct candidate *candidate);

/* "30s": a decade, those of that age, or seconds. */
bool amount_is_plural(const struct reader *reader, uint32_t i);

/* "fails after 30s", "every 30s": no decade. */
bool amount_is_seconds(const struct reader *reader, uint32_t i);

#define NO_TOKEN UINT32_MAX

/* The word of a class that names what "rose from" or "fell to" the number at `first`; NO_TOKEN when none does. */
uint32_t amount_what_changed(const struct reader *reader, uint32_t first, enum class thing);

/* Does token i say that what follows is a length of time? "took", "in", but not "for", behind which ages stand, too. */
bool amount_takes_time(const struct reader *reader, uint32_t i);

#endif
