/* Writing a date into its candidate. */
#ifndef RECOGNIZERS_DATE_H
#define RECOGNIZERS_DATE_H

#include "recognizers/date_resolve.h"

/* Value, grain, interval, and the relation that a "since" or "by" in front gives. */
void date_write(const struct reader *reader, const struct date_value *value, struct candidate *candidate);

#endif
