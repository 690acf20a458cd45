/* Words and numbers that are a date only in the right company: a bare 2016, "May", "Sat", "spring". */
#ifndef RECOGNIZERS_DATE_ALONE_H
#define RECOGNIZERS_DATE_ALONE_H

#include "recognizers/date_point.h"

/* Is the reading of the tokens first … end as this date sound, seen from the words around them? */
bool date_stands(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point);

#endif
