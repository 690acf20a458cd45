/* A date as a text gives it, with what it leaves out left out, and how a reference moment completes it.
 *
 * Zero fields are unknown, so that { .grain = CLAIMEX_GRAIN_MONTH, .month = 6 } is a bare "June". The grain says which
 * fields count:
 *
 *     CENTURY DECADE YEAR    year (any year of the decade or century)
 *     HALF QUARTER SEASON    year, part
 *     MONTH                  year, month
 *     WEEK WEEKEND           year, week
 *     DAY                    year, month, day; or weekday; or year, week, weekday; or day alone ("the 20th").
 *                            A weekday beside month and day only helps to find the year.
 *     DAYPART                those of DAY, part
 *     HOUR MINUTE SECOND     those of DAY, hour, minute, second; 24:00 is the midnight that ends the day */
#ifndef VALUES_PARTIAL_H
#define VALUES_PARTIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "claimex/claim.h"
#include "values/direction.h"
#include "values/interval.h"

struct partial {
    int32_t year; /* 0 is 1 BC; counts only with has_year */
    int16_t zone_minutes;
    uint8_t grain;   /* enum claimex_grain */
    uint8_t part;    /* half 1 … 2, quarter 1 … 4, enum interval_season, enum interval_daypart */
    uint8_t month;   /* 1 … 12 */
    uint8_t day;     /* 1 … 31 */
    uint8_t week;    /* 1 … 53, ISO; the year is then the week-year */
    uint8_t weekday; /* 1 Monday … 7 */
    uint8_t hour, minute, second;
    bool has_year;
    bool has_zone;
    bool daylight; /* an hour ahead in summer, by the rules of the United States */
    bool fiscal; /* YEAR, HALF and QUARTER: of a fiscal year */
};

/* No field out of its range, and the day exists in the month as far as that is known. */
bool partial_is_valid(const struct partial *partial);

/* Fills in what the date leaves out, so that partial_interval works; a complete date stays as it is. `fiscal_start` is
 * the month in which fiscal years start, 0 not known. False, and the date as it was, when nothing can be said: no
 * reference, a date that does not come round (a month that is not named), or a fiscal one and no start.
 * "Tuesday, June 20" is a 20 June that is a Tuesday, also against the direction; if neither is, the weekday does not
 * count. */
bool partial_resolve(struct partial *partial, claimex_moment reference, enum direction direction, int fiscal_start);

/* The day of a complete date of grain DAY or finer; absent when it is not complete or does not exist. */
claimex_moment partial_day(const struct partial *partial);

/* The interval of a complete date; absent when the date is not complete or does not exist. */
struct interval partial_interval(const struct partial *partial, int fiscal_start);

/* The unit of the calendar that lies `n` units away from the one of the reference: "last month" is MONTH and -1, "this
 * week" WEEK and 0, "tomorrow" DAY and 1. Grain NONE when there is none (an hour needs a reference with a time;
 * DAYPART has no such unit). */
struct partial partial_unit(enum claimex_grain unit, claimex_moment reference, int64_t n);

/* The same in fiscal years: YEAR, HALF and QUARTER. */
struct partial partial_fiscal_unit(enum claimex_grain unit, claimex_moment reference, int64_t n, int fiscal_start);

/* "three years ago" (YEAR, -3), "in two weeks" (WEEK, 2): *interval begins on the day that lies so far away and is one
 * unit long; *partial is the unit of the calendar in which it begins, for TIMEX: said on 25 April 2017, the interval
 * from 25 April 2014 to 25 April 2015, and the year 2014. A weekend is that weekend, hours give that minute,
 * minutes that second. False when the reference lacks what it takes. */
bool partial_shift(enum claimex_grain unit, claimex_moment reference, int64_t n, struct partial *partial,
                   struct interval *interval);

/* The n-th century, 1 the first, of our era or before it. */
struct partial partial_century(int n, bool before_christ);

#endif
