/* The day that closes a period: "the year ended March 31, 2016", "the week to 11 May". */
#ifndef RECOGNIZERS_DATE_ENDED_H
#define RECOGNIZERS_DATE_ENDED_H

#include "recognizers/date_resolve.h"

/* The first token of the day that is named behind token `end` as the last one; 0 when there is none. */
uint32_t date_ended_at(const struct reader *reader, uint32_t end);

/* A year, quarter or week that ends on such a day need not begin where the calendar's does. */
void date_ended_apply(const struct reader *reader, uint32_t end, const struct date_point *point,
                      struct date_value *value);

#endif
