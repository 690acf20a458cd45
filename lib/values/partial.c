/* Completing a date: each kind of partial date comes round in a year, a month, a week or a day, so all are resolved
 * by one walk over those rounds, outwards from the reference, that asks each candidate's interval where it lies. */
#include "values/partial.h"

#include "values/daylight.h"

/* 29 February may be away for eight years (1896 to 1904), the 53rd week for seven, a Friday the 13th for 14 months. */
#define MAX_ROUNDS 14

static bool has_day(enum claimex_grain grain)
{
    return grain >= CLAIMEX_GRAIN_DAY;
}

static bool has_time(enum claimex_grain grain)
{
    return grain >= CLAIMEX_GRAIN_HOUR;
}

static int parts_of(enum claimex_grain grain)
{
    switch (grain) {
    case CLAIMEX_GRAIN_HALF:
        return 2;
    case CLAIMEX_GRAIN_QUARTER:
    case CLAIMEX_GRAIN_SEASON:
        return 4;
    case CLAIMEX_GRAIN_DAYPART:
        return DAYPART_DAYTIME;
    default:
        return UINT8_MAX;
    }
}

static int longest_month(const struct partial *partial)
{
    int32_t year = partial->has_year ? partial->year : 2000;
    return partial->month != 0 ? calendar_month_days(year, partial->month) : 31;
}

/* 24:00 */
static bool is_end_of_day(const struct partial *partial)
{
    return partial->hour == 24 && partial->minute == 0 && partial->second == 0;
}

bool partial_is_valid(const struct partial *partial)
{
    return partial->grain >= CLAIMEX_GRAIN_CENTURY && partial->grain <= CLAIMEX_GRAIN_SECOND
           && partial->year >= CALENDAR_YEAR_MIN && partial->year <= CALENDAR_YEAR_MAX
           && partial->part <= parts_of((enum claimex_grain)partial->grain) && partial->month <= 12
           && partial->day <= longest_month(partial) && partial->week <= 53 && partial->weekday <= SUNDAY
           && partial->hour < 24 + is_end_of_day(partial) && partial->minute < 60 && partial->second < 60
           && partial->zone_minutes > -24 * 60 && partial->zone_minutes < 24 * 60;
}

claimex_moment partial_day(const struct partial *partial)
{
    if (!partial->has_year) {
        return (claimex_moment){ 0 };
    }
    if (partial->week != 0 && partial->weekday != 0) {
        claimex_moment monday = calendar_week_monday(partial->year, partial->week);
        return calendar_shift(monday, CLAIMEX_GRAIN_DAY, partial->weekday - MONDAY);
    }
    return calendar_day(partial->year, partial->month, partial->day);
}

static claimex_moment time_of(const struct partial *partial)
{
    bool midnight = partial->hour == 24; /* of the day that ends */
    claimex_moment day = calendar_shift(partial_day(partial), CLAIMEX_GRAIN_DAY, midnight);
    claimex_moment time = calendar_at(day, midnight ? 0 : partial->hour, partial->minute, partial->second);
    if (calendar_present(time) && partial->has_zone) {
        time.zone_minutes = (int16_t)(partial->zone_minutes + (partial->daylight && daylight_us(time) ? 60 : 0));
        time.flags |= CLAIMEX_MOMENT_ZONE;
    }
    return time;
}

static struct interval fiscal_interval(const struct partial *partial, int fiscal_start)
{
    return partial->grain == CLAIMEX_GRAIN_YEAR
               ? interval_fiscal_year(partial->year, fiscal_start)
               : interval_fiscal_part(partial->year, (enum claimex_grain)partial->grain, partial->part, fiscal_start);
}

struct interval partial_interval(const struct partial *partial, int fiscal_start)
{
    enum claimex_grain grain = (enum claimex_grain)partial->grain;
    if (!partial->has_year || !partial_is_valid(partial)) {
        return (struct interval){ .grain = CLAIMEX_GRAIN_NONE };
    }
    if (partial->fiscal) {
        return fiscal_interval(partial, fiscal_start);
    }
    switch (grain) {
    case CLAIMEX_GRAIN_HALF:
        return interval_half(partial->year, partial->part);
    case CLAIMEX_GRAIN_QUARTER:
        return interval_quarter(partial->year, partial->part);
    case CLAIMEX_GRAIN_SEASON:
        return interval_season(partial->year, (enum interval_season)partial->part);
    case CLAIMEX_GRAIN_MONTH:
        return interval_of(grain, calendar_day(partial->year, partial->month, 1));
    case CLAIMEX_GRAIN_WEEK:
    case CLAIMEX_GRAIN_WEEKEND:
        return interval_of(grain, calendar_week_monday(partial->year, partial->week));
    case CLAIMEX_GRAIN_DAY:
        return interval_of(grain, partial_day(partial));
    case CLAIMEX_GRAIN_DAYPART:
        return interval_daypart(partial_day(partial), (enum interval_daypart)partial->part);
    case CLAIMEX_GRAIN_HOUR:
    case CLAIMEX_GRAIN_MINUTE:
    case CLAIMEX_GRAIN_SECOND:
        return interval_of(grain, time_of(partial));
    default:
        return interval_of(grain, calendar_day(partial->year, 1, 1));
    }
}

/* After how long a date without a year comes round again; NONE when it does not tell. */
static enum claimex_grain round_of(const struct partial *partial)
{
    switch (partial->grain) {
    case CLAIMEX_GRAIN_HALF:
    case CLAIMEX_GRAIN_QUARTER:
    case CLAIMEX_GRAIN_SEASON:
        return partial->part != 0 ? CLAIMEX_GRAIN_YEAR : CLAIMEX_GRAIN_NONE;
    case CLAIMEX_GRAIN_MONTH:
        return partial->month != 0 ? CLAIMEX_GRAIN_YEAR : CLAIMEX_GRAIN_NONE;
    case CLAIMEX_GRAIN_WEEK:
        return partial->week != 0 ? CLAIMEX_GRAIN_YEAR : CLAIMEX_GRAIN_NONE;
    case CLAIMEX_GRAIN_WEEKEND:
        return partial->week != 0 ? CLAIMEX_GRAIN_YEAR : CLAIMEX_GRAIN_WEEK;
    default:
        break;
    }
    if (!has_day((enum claimex_grain)partial->grain)) {
        return CLAIMEX_GRAIN_NONE;
    }
    if (partial->month != 0) {
        return partial->day != 0 ? CLAIMEX_GRAIN_YEAR : CLAIMEX_GRAIN_NONE;
    }
    if (partial->day != 0) {
        return CLAIMEX_GRAIN_MONTH;
    }
    if (partial->weekday != 0) {
        return partial->week != 0 ? CLAIMEX_GRAIN_YEAR : CLAIMEX_GRAIN_WEEK;
    }
    return partial->grain == CLAIMEX_GRAIN_DAY ? CLAIMEX_GRAIN_NONE : CLAIMEX_GRAIN_DAY;
}

static void set_day(struct partial *partial, claimex_moment day)
{
    partial->year = day.year;
    partial->month = day.month;
    partial->day = day.day;
    partial->week = 0;
}

/* The year of the reference, or its fiscal year. */
static int32_t year_around(const struct partial *partial, claimex_moment reference, int fiscal_start)
{
    return reference.year + (partial->fiscal && fiscal_start > 1 && reference.month >= fiscal_start);
}

/* The date as it stands `n` rounds away from the reference; false when it does not exist there. */
static bool complete(const struct partial *partial, claimex_moment reference, int n, int fiscal_start,
                     struct partial *out)
{
    enum claimex_grain round = round_of(partial);
    claimex_moment there = calendar_shift(calendar_date(reference), round, n);
    if (!calendar_present(there)) {
        return false;
    }
    *out = *partial;
    out->has_year = true;
    if (round == CLAIMEX_GRAIN_YEAR) {
        out->year = year_around(partial, reference, fiscal_start) + n;
    } else if (round == CLAIMEX_GRAIN_MONTH) {
        out->year = there.year;
        out->month = there.month;
    } else if (round == CLAIMEX_GRAIN_DAY) {
        set_day(out, there);
    } else if (partial->grain == CLAIMEX_GRAIN_WEEKEND) {
        out->year = calendar_week(there).year;
        out->week = (uint8_t)calendar_week(there).week;
    } else {
        claimex_moment day = calendar_shift(there, CLAIMEX_GRAIN_DAY, partial->weekday - calendar_weekday(there));
        set_day(out, day);
    }
    return interval_present(partial_interval(out, fiscal_start));
}

static bool weekday_is_right(const struct partial *found)
{
    return found->weekday == 0 || calendar_weekday(partial_day(found)) == found->weekday;
}

/* "Tuesday the 13th" comes round only in some months. */
static bool is_right_month(const struct partial *said, const struct partial *found)
{
    return said->month != 0 || said->day == 0 || weekday_is_right(found);
}

/* The first that fits, going away from the reference. The walk starts one round behind it, where a winter that began
 * last year may still last. */
static bool walk(const struct partial *partial, claimex_moment reference, enum direction direction, int fiscal_start,
                 struct partial *out)
{
    struct interval present = direction_present(reference);
    int step = direction_is_back(direction) ? -1 : 1;
    for (int i = -1; i <= MAX_ROUNDS; i++) {
        if (complete(partial, reference, i * step, fiscal_start, out) && is_right_month(partial, out)
            && direction_fits(direction, partial_interval(out, fiscal_start), present)) {
            return true;
        }
    }
    return false;
}

static bool find_same(const struct partial *partial, claimex_moment reference, int fiscal_start, struct partial *out)
{
    return walk(partial, reference, DIRECTION_SAME, fiscal_start, out)
           || complete(partial, reference, 0, fiscal_start, out);
}

static bool find_nearest(const struct partial *partial, claimex_moment reference, int fiscal_start, struct partial *out)
{
    struct partial past, future;
    bool has_past = walk(partial, reference, DIRECTION_PAST, fiscal_start, &past);
    bool has_future = walk(partial, reference, DIRECTION_FUTURE, fiscal_start, &future);
    if (!has_past || !has_future) {
        *out = has_past ? past : future;
        return has_past || has_future;
    }
    bool prefers_past = direction_prefers_past(partial_interval(&past, fiscal_start),
                                               partial_interval(&future, fiscal_start), direction_present(reference));
    *out = prefers_past ? past : future;
    return true;
}

static bool find(const struct partial *partial, claimex_moment reference, enum direction direction, int fiscal_start,
                 struct partial *out)
{
    switch (direction) {
    case DIRECTION_NEAREST:
        return find_nearest(partial, reference, fiscal_start, out);
    case DIRECTION_SAME:
        return find_same(partial, reference, fiscal_start, out);
    default:
        return walk(partial, reference, direction, fiscal_start, out);
    }
}

/* "Tuesday, June 20": the weekday tells on which side of the reference the day lies. */
static void heed_weekday(const struct partial *partial, claimex_moment reference, int fiscal_start,
                         struct partial *found)
{
    static const enum direction sides[] = { DIRECTION_PAST, DIRECTION_FUTURE };
    for (int i = 0; i < 2 && !weekday_is_right(found); i++) {
        struct partial other;
        if (walk(partial, reference, sides[i], fiscal_start, &other) && weekday_is_right(&other)) {
            *found = other;
        }
    }
}

bool partial_resolve(struct partial *partial, claimex_moment reference, enum direction direction, int fiscal_start)
{
    if (partial->has_year) {
        return interval_present(partial_interval(partial, fiscal_start));
    }
    struct partial found;
    if (!partial_is_valid(partial) || !calendar_is_valid(reference)
        || !find(partial, reference, direction, fiscal_start, &found)) {
        return false;
    }
    if (partial->month != 0 && partial->day != 0) {
        heed_weekday(partial, reference, fiscal_start, &found);
    }
    *partial = found;
    return true;
}

static int part_around(enum claimex_grain grain, claimex_moment begins)
{
    switch (grain) {
    case CLAIMEX_GRAIN_HALF:
        return begins.month / 6 + 1;
    case CLAIMEX_GRAIN_QUARTER:
    case CLAIMEX_GRAIN_SEASON:
        return (begins.month + 2) / 3;
    default:
        return 0;
    }
}

static void set_week(struct partial *partial, claimex_moment day)
{
    struct calendar_week week = calendar_week(day);
    partial->year = week.year;
    partial->week = (uint8_t)week.week;
}

static void set_time(struct partial *partial, claimex_moment moment)
{
    enum claimex_grain grain = (enum claimex_grain)partial->grain;
    partial->hour = moment.hour;
    partial->minute = grain >= CLAIMEX_GRAIN_MINUTE ? moment.minute : 0;
    partial->second = grain == CLAIMEX_GRAIN_SECOND ? moment.second : 0;
    partial->has_zone = (moment.flags & CLAIMEX_MOMENT_ZONE) != 0;
    partial->daylight = false;
    partial->zone_minutes = moment.zone_minutes;
}

/* The unit of the calendar that holds the moment. */
static struct partial unit_around(enum claimex_grain grain, claimex_moment moment)
{
    struct interval unit = interval_of(grain, moment);
    struct partial partial = { .grain = CLAIMEX_GRAIN_NONE };
    if (!interval_present(unit)) {
        return partial;
    }
    partial.grain = (uint8_t)grain;
    partial.has_year = true;
    partial.year = unit.begins.year;
    partial.part = (uint8_t)part_around(grain, unit.begins);
    if (grain == CLAIMEX_GRAIN_WEEK || grain == CLAIMEX_GRAIN_WEEKEND) {
        set_week(&partial, unit.begins);
    } else if (grain == CLAIMEX_GRAIN_MONTH) {
        partial.month = unit.begins.month;
    } else if (has_day(grain)) {
        set_day(&partial, unit.begins);
    }
    if (has_time(grain)) {
        set_time(&partial, unit.begins);
    }
    return partial;
}

static bool can_shift(enum claimex_grain unit, claimex_moment reference)
{
    return calendar_is_valid(reference) && (!has_time(unit) || (reference.flags & CLAIMEX_MOMENT_TIME) != 0);
}

struct partial partial_unit(enum claimex_grain unit, claimex_moment reference, int64_t n)
{
    if (!can_shift(unit, reference)) {
        return (struct partial){ .grain = CLAIMEX_GRAIN_NONE };
    }
    return unit_around(unit, calendar_shift(reference, unit, n));
}

struct partial partial_fiscal_unit(enum claimex_grain unit, claimex_moment reference, int64_t n, int fiscal_start)
{
    struct partial none = { .grain = CLAIMEX_GRAIN_NONE };
    if (fiscal_start < 1 || fiscal_start > 12 || !calendar_is_valid(reference)
        || (unit != CLAIMEX_GRAIN_YEAR && unit != CLAIMEX_GRAIN_HALF && unit != CLAIMEX_GRAIN_QUARTER)) {
        return none;
    }
    /* Moves the fiscal year onto the calendar year that bears its number. */
    claimex_moment there = calendar_shift(calendar_date(reference), unit, n);
    struct partial partial = unit_around(unit, calendar_shift(there, CLAIMEX_GRAIN_MONTH, (13 - fiscal_start) % 12));
    partial.fiscal = partial.has_year;
    return partial;
}

bool partial_shift(enum claimex_grain unit, claimex_moment reference, int64_t n, struct partial *partial,
                   struct interval *interval)
{
    claimex_moment there = can_shift(unit, reference) ? calendar_shift(reference, unit, n) : (claimex_moment){ 0 };
    enum claimex_grain grain = unit == CLAIMEX_GRAIN_HOUR     ? CLAIMEX_GRAIN_MINUTE
                               : unit == CLAIMEX_GRAIN_MINUTE ? CLAIMEX_GRAIN_SECOND
                                                              : unit;
    bool is_whole = has_time(unit) || unit == CLAIMEX_GRAIN_WEEKEND;
    *partial = unit_around(grain, there);
    *interval = is_whole ? interval_of(grain, there) : interval_from(unit, calendar_date(there), 1);
    return interval_present(*interval) && partial->grain != CLAIMEX_GRAIN_NONE;
}

struct partial partial_century(int n, bool before_christ)
{
    struct partial partial = { .grain = CLAIMEX_GRAIN_CENTURY };
    if (n >= 1 && n <= 99) {
        int first = n == 1 ? 1 : (n - 1) * 100;
        partial.year = before_christ ? 1 - first : first;
        partial.has_year = true;
    }
    return partial;
}
