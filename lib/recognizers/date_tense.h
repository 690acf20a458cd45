/* On which side of now a date lies. */
#ifndef RECOGNIZERS_DATE_TENSE_H
#define RECOGNIZERS_DATE_TENSE_H

#include "recognizers/date_point.h"
#include "values/direction.h"

/* On which side of now a date lies that does not say it: by the option, else by the tense of the words around the
 * tokens first … end. */
enum direction date_direction(const struct reader *reader, uint32_t first, uint32_t end,
                              const struct date_point *point);

/* Do the words around say that what they tell lies ahead, or behind? */
bool date_lies_behind(const struct reader *reader, uint32_t first, uint32_t end);
bool date_lies_ahead(const struct reader *reader, uint32_t first, uint32_t end);

/* "2.4% in April, down from 2.6% | in March": the date of what a change began with, or is compared with. */
bool date_is_of_start(const struct reader *reader, uint32_t first);

#endif
