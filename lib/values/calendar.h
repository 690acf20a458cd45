/* The proleptic Gregorian calendar, in integers. Year 0 is 1 BC. It holds the years -9999 … 9999; whatever falls
 * outside of them, and every day that does not exist, is an absent moment, and absent in gives absent out. */
#ifndef VALUES_CALENDAR_H
#define VALUES_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "claimex/claim.h"

#define CALENDAR_YEAR_MIN (-9999)
#define CALENDAR_YEAR_MAX 9999

/* Weekdays are those of ISO 8601. */
enum calendar_weekday { MONDAY = 1, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

struct calendar_week {
    int32_t year; /* the week-year: 2 January 2021 is in week 53 of 2020 */
    int week;     /* 1 … 53; 0 when there is none */
};

bool calendar_is_leap(int32_t year);
int calendar_month_days(int32_t year, int month); /* 28 … 31; 0 of no month */
int calendar_year_weeks(int32_t year);            /* ISO weeks, 52 or 53 */

claimex_moment calendar_day(int32_t year, int month, int day);
claimex_moment calendar_at(claimex_moment day, int hour, int minute, int second);
claimex_moment calendar_date(claimex_moment moment); /* its day, without time and zone */

/* Present, and every field within its range. */
bool calendar_is_valid(claimex_moment moment);

/* Days since 1970-01-01, and back. */
int32_t calendar_days(claimex_moment moment);
claimex_moment calendar_from_days(int64_t days);

int calendar_weekday(claimex_moment moment); /* 1 Monday … 7 Sunday; 0 of an absent moment */
struct calendar_week calendar_week(claimex_moment moment);
claimex_moment calendar_week_monday(int32_t year, int week); /* absent when the year has no such week */

/* `n` units later, or earlier when n is negative. A month that is too short gives its last day: 31 January and one
 * month is 28 or 29 February. Shifting by hours, minutes or seconds takes a day as its midnight and gives a time. */
claimex_moment calendar_shift(claimex_moment moment, enum claimex_grain unit, int64_t n);

/* -1, 0, 1; a day is its midnight. Where both have a zone their instants are compared, else the local times. Both are
 * valid. */
int calendar_compare(claimex_moment a, claimex_moment b);

/* The n-th such weekday of the month, from its end when n is negative: -1 is the last one. */
claimex_moment calendar_nth_weekday(int32_t year, int month, int weekday, int n);

/* Easter Sunday of the western churches and of the orthodox ones, 1583 … 9999. */
claimex_moment calendar_easter(int32_t year);
claimex_moment calendar_orthodox_easter(int32_t year);

static inline bool calendar_present(claimex_moment moment)
{
    return (moment.flags & CLAIMEX_MOMENT_PRESENT) != 0;
}

/* Rounds down: -1 / 7 is -1, and what remains is never negative. */
static inline int64_t calendar_floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static inline int64_t calendar_floor_modulo(int64_t a, int64_t b)
{
    return a - b * calendar_floor_divide(a, b);
}

#endif
