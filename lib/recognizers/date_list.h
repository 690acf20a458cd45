/* What the dates of a list take from its last one. */
#ifndef RECOGNIZERS_DATE_LIST_H
#define RECOGNIZERS_DATE_LIST_H

#include "recognizers/date_point.h"

/* Completes the date of the tokens first … end: the year of "May and June 2019", the week of "Monday or Tuesday next
 * week", the century of "the 16th and 17th centuries", the year of "Easter Monday, 24 April 1916". */
void date_list_share(const struct reader *reader, uint32_t first, uint32_t end, struct date_point *point);

/* The bare 24 of "24 or 25 June" and the bare 25 of "June 24 or 25"; false for a number that is no such day. */
bool date_list_read_day(const struct reader *reader, uint32_t first, uint32_t end, struct date_point *point);

/* The '60s of "the 1850s and '60s" are those behind the other date. */
void date_list_share_century(const struct date_point *from, struct date_point *to);

/* The 16 of "the 16th" as the century, quarter or half that the other date is of. */
void date_list_share_unit(const struct date_point *from, struct date_point *to);

#endif
