/* The month or quarter that a text tells of. */
#ifndef RECOGNIZERS_DATE_TOLD_H
#define RECOGNIZERS_DATE_TOLD_H

#include "recognizers/date_point.h"

/* The token behind the "last year", "2016" or "of 2016" that goes on with "the June quarter" or "the third quarter" at
 * token `end`; `end` when nothing does. */
uint32_t date_told_end_of_year(const struct reader *reader, uint32_t end);

/* Is the word at token `end` the quarter of "the June quarter", "the March 2016 quarter", which ends with the month?
 * Not that of "the April/June quarter". */
bool date_told_is_quarter_of_month(const struct reader *reader, uint32_t end);

/* "The quarter", tokens first … end, is the one that was named last; false when none was. */
bool date_told_read_quarter(const struct reader *reader, uint32_t first, uint32_t end, struct date_point *point);

/* Where quarters or months are compared, "a year ago" was the same one; false where none is told of. */
bool date_told_read_year_ago(const struct reader *reader, uint32_t first, uint32_t end, struct date_point *point);

#endif
