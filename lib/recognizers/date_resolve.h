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

/* On which side of now a date lies that does not say it: by the option, else by the tense of the words around the
 * tokens first … end. */
enum direction date_direction(const struct reader *reader, uint32_t first, uint32_t end,
                              const struct date_point *point);

/* Do the words around say that what they tell lies ahead, or behind? */
bool date_lies_behind(const struct reader *reader, uint32_t first, uint32_t end);
bool date_lies_ahead(const struct reader *reader, uint32_t first, uint32_t end);

#endif
