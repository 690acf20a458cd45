/* Writing a date into its candidate. */
#ifndef RECOGNIZERS_DATE_H
#define RECOGNIZERS_DATE_H

#include "recognizers/date_resolve.h"

/* Value, grain, interval, and the relation that a "since" or "by" in front gives. */
void date_write(const struct reader *reader, const struct date_value *value, struct candidate *candidate);

/* Where a date begins that was matched from `first` on: with the article and the apostrophe that belong to it. */
uint32_t date_start(const struct reader *reader, uint32_t first, uint32_t end);
void date_begin(const struct reader *reader, uint32_t first, struct candidate *candidate);

/* "every Sunday", "the first Monday of each month": does the date of these tokens come round? */
bool date_is_every(const struct reader *reader, uint32_t first, uint32_t end);

#endif
