/* Dates that are counted from the one that the text names before them. */
#ifndef RECOGNIZERS_DATE_ANCHOR_H
#define RECOGNIZERS_DATE_ANCHOR_H

#include "recognizers/date_resolve.h"

/* The date that a text has named last. */
struct named_date {
    claimex_moment begins; /* absent when there is none */
    uint32_t end;          /* of its words, a byte */
    uint8_t grain;
};

/* How the date of tokens first … end is counted from the one before it. True when it is that or nothing: "two days
 * later" in what is past does not count from now. */
bool date_anchor_find(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point,
                      struct date_anchor *anchor);

/* Resolves the "in May" of "In 1781 they lost the fort in May"; false when no year opens the sentence that it could be
 * of. */
bool date_anchor_resolve_within(const struct reader *reader, uint32_t first, uint32_t end,
                                const struct date_point *point, enum direction direction, struct date_value *value);

/* Counts the next date of the text, where the one before it is near and at least as fine, and keeps it as named. */
void date_anchor_resolve(struct named_date *named, struct candidate *candidate);

#endif
