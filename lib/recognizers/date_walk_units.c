/* What a unit of the calendar says beside its neighbours: which one it is ("last month", "the third quarter"), or how
 * far away ("three years ago"). */
#include "recognizers/date_walk.h"

void date_walk_set_unit(struct date_walk *walk, enum claimex_grain unit, int64_t n)
{
    walk->point->kind = DATE_UNIT;
    walk->point->unit = unit;
    walk->point->n = n;
    walk->has_next = false;
}

/* "last year's third quarter": what was the date is only its year. */
void date_walk_push_out(struct date_walk *walk)
{
    struct date_point *point = walk->point;
    if (point->kind != DATE_UNIT || point->unit == CLAIMEX_GRAIN_DAY)
        return;
    point->kind = DATE_PARTIAL;
    point->has_outer = true;
    point->outer_unit = point->unit;
    point->outer = (int)point->n;
}

bool date_walk_names_something(const struct date_point *point)
{
    return point->kind == DATE_HOLIDAY || point->partial.grain != CLAIMEX_GRAIN_NONE;
}

void date_walk_set_part(struct date_walk *walk, enum claimex_grain grain, int part)
{
    date_walk_push_out(walk);
    walk->point->partial.grain = (uint8_t)grain;
    walk->point->partial.part = (uint8_t)part;
    walk->ordinal = 0;
}

/* The side of the "before" that ends "a year before"; 0 when nothing does. */
static int side_at_end(const struct date_walk *walk)
{
    return walk->i + 2 == walk->words.end ? date_side_of(&walk->words, walk->i + 1) : 0;
}

/* Behind the "and a half" of "a century and a half ago"; `i` itself when there is none. */
static uint32_t behind_half(const struct date_words *words, uint32_t i)
{
    static const enum class between[] = { CLASS_AND, CLASS_A, CLASS_HYPHEN, CLASS_NONE };
    uint32_t half = i;
    while (date_is_any(words, half, between))
        half++;
    return half > i && date_is(words, half, CLASS_HALF) ? half + 1 : i;
}

/* The side of "ago" behind a unit, which a hyphen may join ("year-ago"); 0 when there is none. */
static int ago_behind(const struct date_walk *walk)
{
    uint32_t at = behind_half(&walk->words, walk->i + 1);
    at += date_is(&walk->words, at, CLASS_HYPHEN);
    int side = date_number_of(&walk->words, at, CLASS_AGO);
    return side ? side : side_at_end(walk);
}

/* "ten years ago today", "a year ago this month" */
static enum claimex_grain unit_at_end(const struct date_walk *walk)
{
    uint32_t last = walk->words.end - 1;
    if (slice_is(token_slice(walk->words.reader->tokens, last), "from today"))
        return CLAIMEX_GRAIN_DAY;
    if (date_is(&walk->words, last, CLASS_DAYSHIFT))
        return date_number_of(&walk->words, last, CLASS_DAYSHIFT) == 0 ? CLAIMEX_GRAIN_DAY : CLAIMEX_GRAIN_NONE;
    bool this = last > walk->i + 1 && date_is(&walk->words, last - 1, CLASS_NEXT)
                && date_number_of(&walk->words, last - 1, CLASS_NEXT) == 0;
    return this ? date_unit(date_text(&walk->words, last, CLASS_TIMEUNIT)) : CLAIMEX_GRAIN_NONE;
}

/* "two and a half years", "half a century": so many of the next smaller unit; false when they are no whole number. A
 * month and a half is one of months. */
static bool in_smaller(const struct date_walk *walk, enum claimex_grain *unit, int64_t *count)
{
    bool half_more = walk->half_more || behind_half(&walk->words, walk->i + 1) > walk->i + 1;
    int n = 0;
    enum claimex_grain smaller = date_smaller_unit(*unit, &n);
    if (!half_more && !walk->part)
        return true;
    if (!n)
        return half_more;
    *unit = smaller;
    *count = half_more ? *count * n + n / 2 : n / walk->part;
    return half_more || n % walk->part == 0;
}

/* "three years ago", "year-ago" */
static bool take_distance(struct date_walk *walk, enum claimex_grain unit)
{
    int side = ago_behind(walk);
    if (!side)
        return false;
    int64_t count = walk->count ? walk->count : 1;
    if (!in_smaller(walk, &unit, &count))
        return false;
    walk->point->kind = DATE_DISTANCE;
    walk->point->unit = unit;
    walk->point->n = side * count;
    walk->point->at_unit = unit_at_end(walk);
    walk->point->partial.weekday = (uint8_t)date_number_of(&walk->words, walk->words.end - 1, CLASS_WEEKDAY);
    walk->i = walk->words.end; /* "the year-ago quarter" */
    return true;
}

/* "the last quarter of the 19th century" */
static void slice_quarter(struct date_point *point)
{
    bool last = point->kind == DATE_UNIT && point->unit == CLAIMEX_GRAIN_QUARTER;
    if (!last && point->partial.grain != CLAIMEX_GRAIN_QUARTER)
        return;
    point->slice = last ? (point->n < 0 ? 4 : 1) : point->partial.part;
    point->slices = 4;
    point->kind = DATE_PARTIAL;
}

/* "the first half of the month", "the second half of this decade": no half of a year */
static bool take_slice_of_unit(struct date_walk *walk, enum claimex_grain unit, int n)
{
    struct date_point *point = walk->point;
    if (point->partial.grain != CLAIMEX_GRAIN_HALF || unit == CLAIMEX_GRAIN_YEAR)
        return false;
    point->partial = (struct partial){ .grain = CLAIMEX_GRAIN_NONE };
    date_walk_set_unit(walk, unit, n);
    return true;
}

/* "the third quarter", "20th century" */
static bool take_ordinal_unit(struct date_walk *walk, enum claimex_grain unit)
{
    int n = walk->ordinal;
    if (unit == CLAIMEX_GRAIN_CENTURY)
        slice_quarter(walk->point);
    if (unit == CLAIMEX_GRAIN_QUARTER && n >= 1 && n <= 4)
        date_walk_set_part(walk, unit, n);
    else if (unit == CLAIMEX_GRAIN_CENTURY && n <= 99)
        walk->point->partial = partial_century(n, date_number_of(&walk->words, walk->i + 1, CLASS_ERA) < 0);
    else
        return false;
    walk->ordinal = 0;
    return true;
}

/* "last year"; of "June last year" only the year. "The coming weeks" are nobody knows how many. */
bool date_walk_next_unit(struct date_walk *walk, enum claimex_grain unit)
{
    if (date_is_plural(&walk->words, walk->i))
        return false;
    if (date_is(&walk->words, walk->i - 1, CLASS_HYPHEN)
        && walk->i + 1 < walk->words.end) { /* "the prior-year quarter" */
        walk->point->kind = DATE_DISTANCE;
        walk->point->unit = unit;
        walk->point->n = walk->next;
        walk->i = walk->words.end;
        return walk->next != 0;
    }
    if (take_slice_of_unit(walk, unit, walk->next))
        return true;
    if (!date_walk_names_something(walk->point)) {
        date_walk_set_unit(walk, unit, walk->next);
        return true;
    }
    uint8_t grain = walk->point->partial.grain;
    if (unit != CLAIMEX_GRAIN_YEAR && (grain == CLAIMEX_GRAIN_SEASON || grain == CLAIMEX_GRAIN_MONTH))
        return false; /* "a 1.2 pct fall the previous quarter" */
    walk->point->has_outer = true;
    walk->point->outer_unit = unit;
    walk->point->outer = walk->next;
    walk->point->then = unit == CLAIMEX_GRAIN_YEAR && date_number_of(&walk->words, walk->i - 1, CLASS_THEN) != 0;
    walk->has_next = false;
    return true;
}

static bool take_week_number(struct date_walk *walk, enum claimex_grain unit)
{
    int64_t n;
    if (unit != CLAIMEX_GRAIN_WEEK || !date_integer(&walk->words, walk->i + 1, &n) || n < 1 || n > 53)
        return false;
    walk->point->partial.grain = CLAIMEX_GRAIN_WEEK;
    walk->point->partial.week = (uint8_t)n;
    walk->i++;
    return true;
}

/* "day 5", "hour 30", "the year 3": no dates of the calendar; but "the year 800" */
static bool is_numbered(const struct date_walk *walk)
{
    int64_t n;
    return walk->i == walk->words.first && date_integer(&walk->words, walk->i + 1, &n)
           && !date_is(&walk->words, walk->i + 2, CLASS_ERA)
           && ((n < 1000 && !date_is(&walk->words, walk->i + 1, CLASS_WORDED)
                && !(n >= 60 && walk->i > 0 && reader_has(walk->words.reader, walk->i - 1, CLASS_THE)))
               || !date_is(&walk->words, walk->i, CLASS_YEAR_WORD));
}

static bool is_every_other(const struct date_walk *walk)
{
    return slice_is(token_slice(walk->words.reader->tokens, walk->words.first + 1), "other");
}

/* "the same year", also of a month that is named */
static bool take_same(struct date_walk *walk, enum claimex_grain unit)
{
    walk->point->same_year = unit == CLAIMEX_GRAIN_YEAR && date_walk_names_something(walk->point);
    walk->point->same = !walk->point->same_year;
    if (walk->point->same_year)
        return true;
    walk->point->partial.grain = (uint8_t)unit;
    return !date_is_plural(&walk->words, walk->i);
}

/* "every two weeks", "each other day"; but "per week" is a rate, and "each extra day" one of a thing. */
static bool take_set(struct date_walk *walk, enum claimex_grain unit)
{
    bool more = date_is(&walk->words, walk->words.first + 1, CLASS_OTHER) && !is_every_other(walk);
    if (slice_is(token_slice(walk->words.reader->tokens, walk->words.first), "per") || walk->half_more || walk->part
        || more)
        return false; /* "every 3.5 days" */
    walk->point->kind = DATE_SET;
    walk->point->unit = unit;
    walk->point->n = walk->count ? walk->count : walk->ordinal ? walk->ordinal : is_every_other(walk) ? 2 : 1;
    return walk->point->n > 0 && !(walk->ordinal && unit == CLAIMEX_GRAIN_QUARTER);
}

bool date_walk_unit(struct date_walk *walk, enum claimex_grain unit)
{
    if (unit == CLAIMEX_GRAIN_NONE)
        return false;
    if (walk->point->same)
        return take_same(walk, unit);
    if (walk->point->time.grain && date_is(&walk->words, walk->i - 1, CLASS_PER)) {
        walk->point->every = true; /* "9 a.m. every day" */
        return true;
    }
    if (date_is(&walk->words, walk->words.first, CLASS_PER))
        return take_set(walk, unit);
    if (take_distance(walk, unit))
        return true;
    if (walk->part)
        return false;                                                                         /* "half a month ago" */
    if (unit == CLAIMEX_GRAIN_QUARTER && walk->point->partial.grain == CLAIMEX_GRAIN_MONTH) { /* "the June quarter" */
        date_walk_set_part(walk, unit, walk->point->partial.month / 3);
        walk->point->partial.month = 0;
        return walk->point->partial.part != 0;
    }
    if (walk->ordinal)
        return take_ordinal_unit(walk, unit);
    if (walk->has_next)
        return date_walk_next_unit(walk, unit);
    uint32_t unit_at = walk->i;
    if (take_week_number(walk, unit))
        return !date_is_plural(&walk->words, unit_at); /* "at weeks 4, 8 and 12" of a trial */
    if (is_numbered(walk))
        return false;
    if (unit == CLAIMEX_GRAIN_WEEKEND) {
        walk->point->partial.grain = (uint8_t)unit;
        walk->point->every |= date_is(&walk->words, walk->i, CLASS_EVERY);
    } else if (take_slice_of_unit(walk, unit, 0))
        return true;
    else if (!date_walk_names_something(walk->point)) /* "the end of the year" */
        date_walk_set_unit(walk, unit, 0);
    return !walk->count;
}
