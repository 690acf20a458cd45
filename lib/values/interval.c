/* What a year, a week, a weekend or a fiscal quarter is, as a begin and an end. Everything is built from two days and
 * their distance, so that the end of one unit is the begin of the next by construction. */
#include "values/interval.h"

static const struct interval absent;

struct interval interval_between(enum claimex_grain grain, claimex_moment begins, claimex_moment ends)
{
    if (!calendar_present(begins) || !calendar_present(ends)) {
        return absent;
    }
    return (struct interval){ begins, ends, grain };
}

struct interval interval_from(enum claimex_grain grain, claimex_moment begins, int64_t n)
{
    return interval_between(grain, begins, calendar_shift(begins, grain, n));
}

/* `unit` is 10 or 100 years. There is no year 0 in how years are written, so that the two units beside it have a
 * year less. */
static struct interval years_alike(enum claimex_grain grain, int32_t year, int32_t unit)
{
    int32_t first, next;
    if (year > 0) {
        first = year - year % unit;
        next = first + unit;
        first += first == 0;
    } else {
        int32_t before_christ = 1 - year;
        int32_t smallest = before_christ - before_christ % unit;
        first = 1 - (smallest + unit - 1);
        next = smallest == 0 ? 1 : 2 - smallest;
    }
    return interval_between(grain, calendar_day(first, 1, 1), calendar_day(next, 1, 1));
}

static struct interval months_from(enum claimex_grain grain, int32_t year, int month)
{
    return interval_from(grain, calendar_day(year, month, 1), 1);
}

static struct interval season_around(claimex_moment day)
{
    int months_in = day.month % 3;
    claimex_moment first = calendar_shift(day, CLAIMEX_GRAIN_MONTH, -months_in);
    first.day = 1;
    return interval_from(CLAIMEX_GRAIN_SEASON, first, 1);
}

static struct interval weekend_after(claimex_moment monday)
{
    return interval_between(CLAIMEX_GRAIN_WEEKEND, calendar_shift(monday, CLAIMEX_GRAIN_DAY, 5),
                            calendar_shift(monday, CLAIMEX_GRAIN_DAY, 7));
}

static struct interval time_around(enum claimex_grain grain, claimex_moment moment)
{
    int minute = grain >= CLAIMEX_GRAIN_MINUTE ? moment.minute : 0;
    int second = grain == CLAIMEX_GRAIN_SECOND ? moment.second : 0;
    return interval_from(grain, calendar_at(moment, moment.hour, minute, second), 1);
}

struct interval interval_of(enum claimex_grain grain, claimex_moment inside)
{
    claimex_moment day = calendar_date(inside);
    claimex_moment monday = calendar_shift(day, CLAIMEX_GRAIN_DAY, 1 - calendar_weekday(day));
    if (!calendar_present(day)) {
        return absent;
    }
    switch (grain) {
    case CLAIMEX_GRAIN_CENTURY:
        return years_alike(grain, day.year, 100);
    case CLAIMEX_GRAIN_DECADE:
        return years_alike(grain, day.year, 10);
    case CLAIMEX_GRAIN_YEAR:
        return months_from(grain, day.year, 1);
    case CLAIMEX_GRAIN_HALF:
        return months_from(grain, day.year, day.month <= 6 ? 1 : 7);
    case CLAIMEX_GRAIN_QUARTER:
        return months_from(grain, day.year, (day.month - 1) / 3 * 3 + 1);
    case CLAIMEX_GRAIN_SEASON:
        return season_around(day);
    case CLAIMEX_GRAIN_MONTH:
        return months_from(grain, day.year, day.month);
    case CLAIMEX_GRAIN_WEEK:
        return interval_from(grain, monday, 1);
    case CLAIMEX_GRAIN_WEEKEND:
        return weekend_after(monday);
    case CLAIMEX_GRAIN_DAY:
        return interval_from(grain, day, 1);
    case CLAIMEX_GRAIN_HOUR:
    case CLAIMEX_GRAIN_MINUTE:
    case CLAIMEX_GRAIN_SECOND:
        return time_around(grain, inside);
    default:
        return absent;
    }
}

struct interval interval_half(int32_t year, int half)
{
    return interval_fiscal_part(year, CLAIMEX_GRAIN_HALF, half, 1);
}

struct interval interval_quarter(int32_t year, int quarter)
{
    return interval_fiscal_part(year, CLAIMEX_GRAIN_QUARTER, quarter, 1);
}

struct interval interval_season(int32_t year, enum interval_season season)
{
    if (season < SEASON_SPRING || season > SEASON_WINTER) {
        return absent;
    }
    return months_from(CLAIMEX_GRAIN_SEASON, year, 3 * (int)season);
}

struct interval interval_daypart(claimex_moment day, enum interval_daypart part)
{
    static const struct {
        uint8_t first_hour, hours;
    } parts[] = {
        [DAYPART_MORNING] = { 0, 12 }, [DAYPART_MIDDAY] = { 12, 2 }, [DAYPART_AFTERNOON] = { 12, 6 },
        [DAYPART_EVENING] = { 18, 6 }, [DAYPART_NIGHT] = { 18, 6 },  [DAYPART_DAYTIME] = { 6, 12 },
    };
    if (part < DAYPART_MORNING || part > DAYPART_DAYTIME) {
        return absent;
    }
    claimex_moment begins = calendar_at(calendar_date(day), parts[part].first_hour, 0, 0);
    return interval_between(CLAIMEX_GRAIN_DAYPART, begins,
                            calendar_shift(begins, CLAIMEX_GRAIN_HOUR, parts[part].hours));
}

struct interval interval_fiscal_year(int32_t year, int start_month)
{
    claimex_moment start = calendar_day(year, start_month, 1);
    return interval_from(CLAIMEX_GRAIN_YEAR, calendar_shift(start, CLAIMEX_GRAIN_YEAR, start_month > 1 ? -1 : 0), 1);
}

struct interval interval_fiscal_part(int32_t year, enum claimex_grain grain, int part, int start_month)
{
    int parts = grain == CLAIMEX_GRAIN_HALF ? 2 : grain == CLAIMEX_GRAIN_QUARTER ? 4 : 0;
    if (part < 1 || part > parts) {
        return absent;
    }
    claimex_moment start = interval_fiscal_year(year, start_month).begins;
    return interval_from(grain, calendar_shift(start, grain, part - 1), 1);
}

struct interval interval_join(struct interval first, struct interval last)
{
    if (!interval_present(first) || !interval_present(last) || calendar_compare(first.begins, last.ends) >= 0) {
        return absent;
    }
    return interval_between(first.grain > last.grain ? first.grain : last.grain, first.begins, last.ends);
}
