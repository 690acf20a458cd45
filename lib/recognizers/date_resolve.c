/* What is left out is filled in from the reference date: the year of "June 20", the month of "last month". */
#include "recognizers/date_resolve.h"

#include "recognizers/date_words.h"

/* -------------------------------------------------------------------- tense */

#define TENSE_REACH 24 /* words before a date that are asked for a "will" */

/* "will be held in June", but not "he said on Friday he will": a comma or a verb of the past closes the view. */
static bool lies_ahead(const struct reader *reader, uint32_t first)
{
    struct date_words all = { reader, 0, (uint32_t)reader->tokens->token.count };
    for (uint32_t n = 0; n < TENSE_REACH && first > 0; n++) {
        first--;
        if (date_is(&all, first, CLASS_AHEAD))
            return true;
        if (date_is(&all, first, CLASS_SEMICOLON) || date_is(&all, first, CLASS_QUOTE) || date_is(&all, first, CLASS_BEHIND))
            return false;
    }
    return false;
}

/* "a January report", "June trade fair": the month only names, and no verb tells its side. */
static bool is_name_of_noun(const struct reader *reader, uint32_t end, const struct date_point *point)
{
    if (point->partial.grain != CLAIMEX_GRAIN_MONTH || end >= reader->tokens->token.count)
        return false;
    const struct token *next = &reader->tokens->token.items[end];
    return next->shape == CLASS_LOWER && (next->flags & TOKEN_GAP_BEFORE);
}

enum direction date_direction(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point)
{
    if (reader->options->weekday_policy == CLAIMEX_ALWAYS_PAST)
        return DIRECTION_PAST;
    if (reader->options->weekday_policy == CLAIMEX_ALWAYS_FUTURE)
        return DIRECTION_FUTURE;
    if (is_name_of_noun(reader, end, point))
        return DIRECTION_NEAREST;
    return lies_ahead(reader, first) ? DIRECTION_FUTURE : DIRECTION_PAST;
}

/* ----------------------------------------------------------------- partials */

static enum direction direction_of_next(int next)
{
    return next < 0 ? DIRECTION_BEFORE : next > 0 ? DIRECTION_AFTER : DIRECTION_SAME;
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
        claimex_moment day = calendar_shift(calendar_date(there), CLAIMEX_GRAIN_DAY, partial->weekday - calendar_weekday(there));
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
        struct partial year = partial->fiscal ? partial_fiscal_unit(CLAIMEX_GRAIN_YEAR, reference, point->outer, reader->options->fiscal_start)
                                              : partial_unit(CLAIMEX_GRAIN_YEAR, reference, point->outer);
        partial->year = year.year;
        partial->has_year = year.has_year;
    }
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
                                    point->has_next ? direction_of_next(point->next) : direction, reader->options->fiscal_start);
    if (known)
        value->interval = partial_interval(&value->partial, reader->options->fiscal_start);
    timex_write(known && point->has_next ? &value->partial : &said, value->timex);
    value->grain = (enum claimex_grain)said.grain;
    return true;
}

/* -------------------------------------------------------------------- shifts */

static bool resolve_unit(const struct reader *reader, const struct date_point *point, struct date_value *value)
{
    claimex_moment reference = reader->options->reference;
    bool fiscal = point->partial.fiscal;
    value->partial = !has_reference(reader) ? (struct partial){ 0 }
                     : fiscal ? partial_fiscal_unit(point->unit, reference, point->n, reader->options->fiscal_start)
                              : partial_unit(point->unit, reference, point->n);
    value->grain = point->time.grain ? (enum claimex_grain)point->time.grain : point->unit;
    if (value->partial.grain == CLAIMEX_GRAIN_NONE) {
        timex_write_shift(point->unit, point->n, value->timex);
        return true;
    }
    merge_time(&value->partial, &point->time);
    value->interval = partial_interval(&value->partial, reader->options->fiscal_start);
    return timex_write(&value->partial, value->timex) > 0;
}

static bool resolve_distance(const struct reader *reader, const struct date_point *point, struct date_value *value)
{
    value->grain = point->unit;
    if (has_reference(reader)
        && partial_shift(point->unit, reader->options->reference, point->n, &value->partial, &value->interval))
        timex_write(&value->partial, value->timex);
    else
        timex_write_shift(point->unit, point->n, value->timex);
    return value->timex[0] != 0;
}

/* ------------------------------------------------------------------ holidays */

static struct partial partial_of_day(claimex_moment day)
{
    return (struct partial){ .grain = CLAIMEX_GRAIN_DAY, .year = day.year, .has_year = true, .month = day.month, .day = day.day };
}

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
    bool year_said = point->partial.has_year || point->has_outer || point->has_next || !said.month;
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

bool date_resolve(const struct reader *reader, const struct date_point *point, enum direction direction,
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
