/* From what the words say to a TIMEX3 value and, where the text or the reference date tells, an interval. */
#ifndef RECOGNIZERS_DATE_RESOLVE_H
#define RECOGNIZERS_DATE_RESOLVE_H

#include "recognizers/date_point.h"
#include "values/direction.h"
#include "values/timex.h"

struct date_value {
    char timex[TIMEX_TEXT_SIZE];
    struct partial partial; /* completed where that was possible */
    struct interval interval;
    enum claimex_grain grain;
};

/* False when the date does not exist. Without a reference nothing is guessed. */
bool date_resolve(const struct reader *reader, const struct date_point *point, enum direction direction,
                  struct date_value *value);

#endif
