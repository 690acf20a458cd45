/* Dates that are written in numbers: 2017-04-25, 25/04/2017, 10.31.1974, 5/4/17. */
#ifndef RECOGNIZERS_DATE_NUMBERS_H
#define RECOGNIZERS_DATE_NUMBERS_H

#include "recognizers/date_point.h"
#include "recognizers/date_words.h"

/* Reads one at *i into the point, with its other reading where day and month can change places, and leaves *i at its
 * last token. False when there is none. */
bool date_numbers_take(const struct date_words *words, uint32_t *i, struct date_point *point);

#endif
