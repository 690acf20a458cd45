/* A stretch of time, half-open: it ends where the next one begins. */
#ifndef VALUES_INTERVAL_H
#define VALUES_INTERVAL_H

#include <stdbool.h>
#include <stdint.h>

#include "claimex/claim.h"
#include "values/calendar.h"

/* Meteorological, northern hemisphere: spring is March, April and May. */
enum interval_season { SEASON_SPRING = 1, SEASON_SUMMER, SEASON_FALL, SEASON_WINTER };

/* The parts of a day lie within that day: a night ends at midnight. */
enum interval_daypart {
    DAYPART_MORNING = 1, /* 00:00 to 12:00 */
    DAYPART_MIDDAY,      /* 12:00 to 14:00 */
    DAYPART_AFTERNOON,   /* 12:00 to 18:00 */
    DAYPART_EVENING,     /* 18:00 to 24:00 */
    DAYPART_NIGHT,       /* 18:00 to 24:00 */
    DAYPART_DAYTIME      /* 06:00 to 18:00 */
};

/* Both moments are present, or neither is and there is no interval. A part of a day and whatever is finer has times,
 * all else only days. */
struct interval {
    claimex_moment begins, ends;
    enum claimex_grain grain;
};

/* The unit of the calendar that holds the moment: its ISO week, its quarter, … A weekend is that of the ISO week,
 * Saturday and Sunday, also seen from a Tuesday. A winter counts to the year in which it begins. A decade or century
 * before our era is cut as the years are written: 44 BC lies in 49 BC … 40 BC. Absent for DAYPART. */
struct interval interval_of(enum claimex_grain grain, claimex_moment inside);

/* Absent when one of the two is: what reaches out of the calendar is no interval. */
struct interval interval_between(enum claimex_grain grain, claimex_moment begins, claimex_moment ends);

/* From the moment on, `n` units long: a year from 3 May ends on the next 3 May. */
struct interval interval_from(enum claimex_grain grain, claimex_moment begins, int64_t n);

struct interval interval_half(int32_t year, int half);       /* 1, 2 */
struct interval interval_quarter(int32_t year, int quarter); /* 1 … 4 */
struct interval interval_season(int32_t year, enum interval_season season);
struct interval interval_daypart(claimex_moment day, enum interval_daypart part);

/* A fiscal year bears the number of the calendar year in which it ends: with a start in October, 2021 runs from
 * 1 October 2020 to 30 September 2021; with a start in January it is the calendar year. Halves and quarters are
 * counted from its start. Absent when the start is 0, not known. */
struct interval interval_fiscal_year(int32_t year, int start_month);
struct interval interval_fiscal_part(int32_t year, enum claimex_grain grain, int part, int start_month);

/* From where `first` begins to where `last` ends, in the finer grain of the two; absent unless that is later. */
struct interval interval_join(struct interval first, struct interval last);

static inline bool interval_present(struct interval interval)
{
    return calendar_present(interval.begins);
}

#endif
