/* What is left out is filled in from the reference date: the year of "June 20", the month of "last month". */
#include "recognizers/date_resolve.h"

/* ----------------------------------------------------------------- partials */

static enum direction direction_of_next(int next)
{
    return next < 0 ? DIRECTION_BEFORE : next > 0 ? DIRECTION_AFTER : DIRECTION_SAME;
}

/* The next of "next Friday, May 12" is said of the Friday. */
static enum direction side_of_next(const struct date_point *point)
{
    bool day = point->partial.weekday && point->partial.month && point->partial.day;
    return !day ? direction_of_next(point->next) : point->next < 0 ? DIRECTION_PAST : DIRECTION_FUTURE;
}

static void merge_time(struct partial *partial, const struct partial *time)
{
    if (time->grain == CLAIMEX_GRAIN_NONE)
        return;
    partial->grain = time->grain;
    partial->part = time->part;
    partial->hour = time->hour;
    partial->minute = time->minute;
    partial->second = time->second;
    partial->has_zone = time->has_zone;
    partial->zone_minutes = time->zone_minutes;
    partial->daylight = time->daylight;
}

static struct partial partial_of_day(claimex_moment day)
{
    return (struct partial){
        .grain = CLAIMEX_GRAIN_DAY, .year = day.year, .has_year = true, .month = day.month, .day = day.day
    };
}

static bool has_reference(const struct reader *reader)
{
    return calendar_present(reader->options->reference);
}

/* "June last year", "Monday of next week": the outer unit gives what the inner one lacks. */
static void apply_outer(const struct reader *reader, const struct date_point *point, struct partial *partial)
{
    claimex_moment reference = reader->options->reference;
    if (!point->has_outer || !has_reference(reader))
        return;
    if (point->outer_unit == CLAIMEX_GRAIN_WEEK && partial->weekday) {
        claimex_moment there = calendar_shift(reference, CLAIMEX_GRAIN_WEEK, point->outer);
        claimex_moment day =
            calendar_shift(calendar_date(there), CLAIMEX_GRAIN_DAY, partial->weekday - calendar_weekday(there));
        partial->year = day.year;
        partial->month = day.month;
        partial->day = day.day;
        partial->has_year = true;
    } else if (point->outer_unit == CLAIMEX_GRAIN_MONTH && partial->day) {
        claimex_moment there = calendar_shift(reference, CLAIMEX_GRAIN_MONTH, point->outer);
        partial->year = there.year;
        partial->month = there.month;
        partial->has_year = true;
    } else if (point->outer_unit == CLAIMEX_GRAIN_YEAR) {
        struct partial year = partial->fiscal ? partial_fiscal_unit(CLAIMEX_GRAIN_YEAR, reference, point->outer,
                                                                    reader->options->fiscal_start)
                                              : partial_unit(CLAIMEX_GRAIN_YEAR, reference, point->outer);
        partial->year = year.year;
        partial->has_year = year.has_year;
    }
}

/* Said on a Tuesday, "next Friday" is that of the next week, since the nearer one is "this Friday"; "last Monday" is
 * eight days ago, since the nearer one is "yesterday". "The Friday after next" is a week further. */
static void turn_week(const struct reader *reader, int next, struct partial *found)
{
    claimex_moment now = calendar_date(reader->options->reference), day = partial_day(found);
    int64_t days = (int64_t)calendar_days(day) - calendar_days(now);
    bool same_week = calendar_week(now).week == calendar_week(day).week && calendar_weekday(now) < SATURDAY;
    int64_t weeks = next > 0 ? next - 1 : next < 0 ? next + 1 : 0;
    weeks += next == 1 && same_week;
    weeks -= next == -1 && same_week && days >= -2;
    if (!weeks)
        return;
    struct partial turned = partial_of_day(calendar_shift(day, CLAIMEX_GRAIN_DAY, weeks * 7));
    found->year = turned.year;
    found->month = turned.month;
    found->day = turned.day;
    found->week = 0;
}

static bool resolve_partial(const struct reader *reader, const struct date_point *point, enum direction direction,
                            struct date_value *value)
{
    struct partial said = point->partial;
    apply_outer(reader, point, &said);
    merge_time(&said, &point->time);
    if (!partial_is_valid(&said))
        return false;
    value->partial = said;
    bool known = !point->every && (said.has_year || has_reference(reader))
                 && partial_resolve(&value->partial, reader->options->reference,
                                    point->has_next ? side_of_next(point) : direction, reader->options->fiscal_start);
    if (known && point->has_next && !point->near && said.weekday && !said.month && !said.day)
        turn_week(reader, point->next, &value->partial);
    if (known)
        value->interval = partial_interval(&value->partial, reader->options->fiscal_start);
    bool told = point->ahead || point->has_next
                || said.grain == CLAIMEX_GRAIN_WEEKEND /* "the weekend" is one, as "the week" is */
                || (said.grain == CLAIMEX_GRAIN_SEASON && point->definite);
    if (point->every && said.grain == CLAIMEX_GRAIN_WEEKEND) /* "at weekends" is "every weekend" */
        timex_write_shift(CLAIMEX_GRAIN_WEEKEND, 1, value->timex);
    else
        timex_write(known && told ? &value->partial : &said, value->timex);
    value->grain = (enum claimex_grain)said.grain;
    return true;
}

/* -------------------------------------------------------------------- shifts */

/* "the past decade", "over the next decade": ten years up to now or from now, not those of a calendar. */
static bool resolve_running(const struct reader *reader, const struct date_point *point, struct date_value *value)
{
    claimex_moment now = calendar_date(reader->options->reference);
    int years = point->unit == CLAIMEX_GRAIN_CENTURY ? 100 : 10;
    claimex_moment there = calendar_shift(now, CLAIMEX_GRAIN_YEAR, point->n < 0 ? -years : years);
    value->grain = point->unit;
    value->interval =
        point->n < 0 ? interval_between(point->unit, there, now) : interval_between(point->unit, now, there);
    return timex_write_shift(CLAIMEX_GRAIN_YEAR, years, value->timex) > 0;
}

/* "this coming weekend", said on a weekday */
static bool is_this_weekend(const struct reader *reader, const struct date_point *point)
{
    return point->unit == CLAIMEX_GRAIN_WEEKEND && point->near && point->n == 1 && has_reference(reader)
           && calendar_weekday(reader->options->reference) < SATURDAY;
}

static bool resolve_unit(const struct reader *reader, const struct date_point *point, struct date_value *value)
{
    claimex_moment reference = reader->options->reference;
    if (point->past && point->unit <= CLAIMEX_GRAIN_DECADE)
        return resolve_running(reader, point, value);
    bool fiscal = point->partial.fiscal;
    int64_t n = point->n - is_this_weekend(reader, point);
    value->partial = !has_reference(reader) ? (struct partial){ 0 }
                     : fiscal ? partial_fiscal_unit(point->unit, reference, n, reader->options->fiscal_start)
                              : partial_unit(point->unit, reference, n);
    value->grain = point->time.grain ? (enum claimex_grain)point->time.grain : point->unit;
    if (value->partial.grain == CLAIMEX_GRAIN_NONE) {
        timex_write_shift(point->unit, point->n, value->timex);
        return true;
    }
    merge_time(&value->partial, &point->time);
    value->interval = partial_interval(&value->partial, reader->options->fiscal_start);
    return timex_write(&value->partial, value->timex) > 0;
}

/* "in three days at 5pm" */
static void add_time(const struct date_point *point, struct date_value *value)
{
    if (point->time.grain && value->partial.grain == CLAIMEX_GRAIN_DAY) {
        merge_time(&value->partial, &point->time);
        value->interval = partial_interval(&value->partial, 0);
        value->grain = (enum claimex_grain)value->partial.grain;
    }
    timex_write(&value->partial, value->timex);
}

/* "a week ago Tuesday": counted from the Tuesday before now */
static claimex_moment start_of_distance(const struct reader *reader, const struct date_point *point)
{
    claimex_moment now = calendar_date(reader->options->reference);
    int weekday = point->partial.weekday;
    return weekday ? calendar_shift(now, CLAIMEX_GRAIN_DAY, -((calendar_weekday(now) - weekday + 7) % 7)) : now;
}

static bool resolve_distance(const struct reader *reader, const struct date_point *point, struct date_value *value)
{
    enum claimex_grain unit = point->unit;
    bool several = unit == CLAIMEX_GRAIN_WEEK || unit == CLAIMEX_GRAIN_DECADE || unit == CLAIMEX_GRAIN_CENTURY;
    int in_one = 1;
    if (several) /* "two weeks ago" was a day */
        unit = date_smaller_unit(unit, &in_one);
    int64_t n = point->n * in_one;
    enum claimex_grain at_unit = point->partial.weekday ? CLAIMEX_GRAIN_DAY : point->at_unit;
    value->grain = at_unit ? at_unit : unit;
    if (has_reference(reader) && at_unit) {
        value->partial = partial_unit(at_unit, calendar_shift(start_of_distance(reader, point), unit, n), 0);
        value->interval = partial_interval(&value->partial, 0);
        return timex_write(&value->partial, value->timex) > 0;
    }
    if (has_reference(reader) && partial_shift(unit, reader->options->reference, n, &value->partial, &value->interval))
        add_time(point, value);
    else
        timex_write_shift(point->unit, point->n, value->timex);
    return value->timex[0] != 0;
}

/* ------------------------------------------------------------------ holidays */

static bool find_holiday(const struct reader *reader, const struct date_point *point, enum direction direction,
                         struct interval *found)
{
    struct interval of_year[2];
    struct partial year = point->partial;
    apply_outer(reader, point, &year);
    if (year.has_year) {
        bool known = holiday_in_year(&point->holiday, year.year, of_year) > 0;
        if (known)
            *found = of_year[0];
        return known;
    }
    return has_reference(reader)
           && holiday_resolve(&point->holiday, reader->options->reference,
                              point->has_next ? direction_of_next(point->next) : direction, found);
}

static bool resolve_holiday(const struct reader *reader, const struct date_point *point, enum direction direction,
                            struct date_value *value)
{
    struct partial said = holiday_partial(&point->holiday);
    bool known = find_holiday(reader, point, direction, &value->interval);
    value->partial = known ? partial_of_day(value->interval.begins) : said;
    bool year_said = point->ahead || point->partial.has_year || point->has_outer || point->has_next || !said.month;
    merge_time(&said, &point->time);
    merge_time(&value->partial, &point->time);
    if (known && point->time.grain)
        value->interval = partial_interval(&value->partial, 0);
    value->grain = (enum claimex_grain)said.grain;
    return timex_write(known && year_said ? &value->partial : &said, value->timex) > 0;
}

/* ---------------------------------------------------------------------- all */

static bool resolve_set(const struct date_point *point, struct date_value *value)
{
    value->grain = CLAIMEX_GRAIN_NONE;
    if (point->set)
        memcpy(value->timex, point->set, strlen(point->set) + 1);
    else
        timex_write_shift(point->unit, point->n, value->timex);
    return value->timex[0] != 0;
}

static bool resolve(const struct reader *reader, const struct date_point *point, enum direction direction,
                    struct date_value *value)
{
    memset(value, 0, sizeof *value);
    switch (point->kind) {
    case DATE_UNIT:
        return resolve_unit(reader, point, value);
    case DATE_DISTANCE:
        return resolve_distance(reader, point, value);
    case DATE_HOLIDAY:
        return resolve_holiday(reader, point, direction, value);
    case DATE_SET:
        return resolve_set(point, value);
    default:
        return resolve_partial(reader, point, direction, value);
    }
}

/* The first or last third, in whole months of a year and days of a month or week. "Late" and
 * "early" do not say where they end. */
static void take_edge(const struct date_point *point, struct date_value *value)
{
    static const struct {
        uint8_t grain, unit, first, last;
    } thirds[] = {
        { CLAIMEX_GRAIN_YEAR, CLAIMEX_GRAIN_MONTH, 3, 8 },
        { CLAIMEX_GRAIN_MONTH, CLAIMEX_GRAIN_DAY, 10, 20 },
        { CLAIMEX_GRAIN_WEEK, CLAIMEX_GRAIN_DAY, 3, 4 },
    };
    struct interval *interval = &value->interval;
    bool known = interval_present(*interval) && point->edge && point->has_boundary;
    for (size_t i = 0; i < sizeof thirds / sizeof *thirds && known; i++) {
        if (thirds[i].grain != value->grain)
            continue;
        enum claimex_grain unit = (enum claimex_grain)thirds[i].unit;
        claimex_moment first = calendar_shift(interval->begins, unit, thirds[i].first);
        claimex_moment last = calendar_shift(interval->begins, unit, thirds[i].last);
        if (point->edge != DATE_START)
            interval->begins = point->edge == DATE_END ? last : first;
        if (point->edge != DATE_END)
            interval->ends = point->edge == DATE_START ? first : last;
    }
}

/* "the second half of the 19th century", "the first half of June" */
static void take_slice(const struct date_point *point, struct date_value *value)
{
    struct interval *interval = &value->interval;
    int years = value->grain == CLAIMEX_GRAIN_CENTURY ? 100 : value->grain == CLAIMEX_GRAIN_DECADE ? 10 : 0;
    bool month = value->grain == CLAIMEX_GRAIN_MONTH && point->slices == 2;
    if (!point->slices || !interval_present(*interval) || !(years || month))
        return;
    enum claimex_grain unit = years ? CLAIMEX_GRAIN_MONTH : CLAIMEX_GRAIN_DAY;
    int n = years ? years * 12 / point->slices : 15;
    claimex_moment begins = calendar_shift(interval->begins, unit, n * (point->slice - 1));
    if (point->slice < point->slices)
        interval->ends = calendar_shift(begins, unit, n);
    interval->begins = begins;
}

/* "Year to date" ends with today; but of another year, "year-to-date 2030", nobody knows the day. */
static void end_today(claimex_moment reference, struct interval *interval)
{
    claimex_moment ends = calendar_shift(calendar_date(reference), CLAIMEX_GRAIN_DAY, 1);
    if (calendar_present(ends) && calendar_compare(interval->begins, ends) < 0
        && calendar_compare(ends, interval->ends) < 0)
        interval->ends = ends;
}

bool date_resolve(const struct reader *reader, const struct date_point *point, enum direction direction,
                  struct date_value *value)
{
    if (!resolve(reader, point, direction, value))
        return false;
    take_edge(point, value);
    take_slice(point, value);
    if (point->to_date && interval_present(value->interval))
        end_today(reader->options->reference, &value->interval);
    return true;
}
