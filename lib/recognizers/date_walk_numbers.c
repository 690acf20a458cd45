/* What a number says beside its neighbours: an hour, a day, a year, minutes before the hour, the count of a unit. */
#include "recognizers/date_walk.h"

#include "recognizers/date_clock.h"
#include "recognizers/date_numbers.h"
#include "values/decimal.h"

void date_walk_decade(struct date_walk *walk, int64_t year)
{
    struct partial *partial = &walk->point->partial;
    if (year >= 100 && year < 2000 && year % 100 == 0) { /* "the 1800s" */
        *partial = partial_century((int)year / 100 + 1, false);
        return;
    }
    walk->point->cut = year < 100 && !date_has(&walk->words, CLASS_ERA); /* "the 90s AD" */
    partial->part = 0;
    partial->grain = CLAIMEX_GRAIN_DECADE;
    partial->year = (int32_t)(walk->point->cut ? 1900 + year : year);
    partial->has_year = true;
}

static bool set_year(struct date_walk *walk, int64_t year)
{
    struct date_point *point = walk->point;
    bool last_part =
        point->kind == DATE_UNIT && (point->unit == CLAIMEX_GRAIN_QUARTER || point->unit == CLAIMEX_GRAIN_HALF);
    if (last_part) { /* "the last quarter of 1997" */
        int last = point->unit == CLAIMEX_GRAIN_QUARTER ? 4 : 2;
        point->partial.grain = (uint8_t)point->unit;
        point->partial.part = (uint8_t)(point->n < 0 ? last : 1);
        point->kind = DATE_PARTIAL;
    } else if (point->kind == DATE_UNIT)
        point->kind = DATE_PARTIAL; /* "year-end 2019" */
    point->partial.year = (int32_t)year;
    point->partial.has_year = true;
    if (point->partial.grain == CLAIMEX_GRAIN_NONE)
        point->partial.grain = CLAIMEX_GRAIN_YEAR;
    return year >= CALENDAR_YEAR_MIN && year <= CALENDAR_YEAR_MAX;
}

static bool set_day(struct date_walk *walk, int64_t day)
{
    struct partial *partial = &walk->point->partial;
    if (partial->day || day < 1 || day > 31)
        return false;
    partial->day = (uint8_t)day;
    partial->grain = CLAIMEX_GRAIN_DAY;
    return true;
}

#define MOST_OF_ERA 9999 /* what the calendar holds */

/* The year of "44 BC" and "AD 79". */
static bool take_era(struct date_walk *walk, int64_t n)
{
    int behind = date_number_of(&walk->words, walk->i + 1, CLASS_ERA);
    int era = behind ? behind : walk->i > walk->words.first ? date_number_of(&walk->words, walk->i - 1, CLASS_ERA) : 0;
    return era && n > 0 && n <= MOST_OF_ERA && set_year(walk, era < 0 ? 1 - n : n);
}

static bool is_unit_behind(const struct date_words *words, uint32_t i)
{
    uint32_t next = i + 1 + date_is(words, i + 1, CLASS_HYPHEN);
    next += date_is(words, next, CLASS_FISCAL) ? 1 + date_is(words, next + 1, CLASS_HYPHEN) : 0;
    return date_is(words, next, CLASS_TIMEUNIT) || date_is(words, next, CLASS_HALF)
           || date_is(words, next, CLASS_WEEKEND);
}

/* Behind "eighteen" and a hyphen, if there is one: the decade of "eighteen-nineties". */
static uint32_t decade_behind(const struct date_words *words, uint32_t i)
{
    uint32_t decade = i + 1 + date_is(words, i + 1, CLASS_HYPHEN);
    return date_is(words, decade, CLASS_DECADE) ? decade : i;
}

static bool take_worded_decade(struct date_walk *walk, uint32_t decade, int64_t n)
{
    int64_t years = date_number_of(&walk->words, decade, CLASS_DECADE);
    walk->i = decade;
    date_walk_decade(walk, n * 100 + years);
    return years && n >= 10 && n <= 20; /* not "three 1960s mills" */
}

/* The count or ordinal that a unit follows; it may be the years of "nineteen ninety-four" too. */
static bool take_number_word(struct date_walk *walk, int64_t n)
{
    int64_t more;
    const struct date_words *words = &walk->words;
    if (date_is(words, walk->i + 1, CLASS_WORDED) && date_integer(words, walk->i + 1, &more) && n >= 10 && n <= 21
        && more >= 10) {
        walk->i++;
        return set_year(walk, n * 100 + more);
    }
    if (date_is(words, walk->i + 1, CLASS_ORDINAL)
        || (date_is(words, walk->i + 1, CLASS_HYPHEN) && date_is(words, walk->i + 2, CLASS_ORDINAL))) {
        walk->i += 1 + date_is(words, walk->i + 1, CLASS_HYPHEN);
        int ones = date_number_of(words, walk->i, CLASS_ORDINAL);
        if (n % 10 || ones > 9)
            return false; /* "six 18th-century chairs" */
        n += ones;
        if (!is_unit_behind(words, walk->i))
            return set_day(walk, n);
        walk->ordinal = (int)n;
        return true;
    }
    if (n < 3 && date_number_of(words, walk->i + 1, CLASS_SCALE) == 3) { /* "two thousand" */
        walk->i++;
        n *= 1000;
    }
    if (n >= 1000 && n < 2200)
        return set_year(walk, n);
    if (walk->i > words->first && date_is(words, walk->i - 1, CLASS_MONTH) && !is_unit_behind(words, walk->i))
        return set_day(walk, n); /* "July One" */
    walk->count = n;
    return true;
}

static bool take_ordinal(struct date_walk *walk, int64_t n)
{
    if (is_unit_behind(&walk->words, walk->i)) {
        walk->ordinal = (int)n;
        return true;
    }
    return set_day(walk, n);
}

static bool is_hour(const struct date_walk *walk)
{
    const struct date_words *words = &walk->words;
    bool after_at = walk->i > words->first
                    && (date_is(words, walk->i - 1, CLASS_AT) || date_is(words, walk->i - 1, CLASS_BOUND)
                        || date_is(words, walk->i - 1, CLASS_LIMIT));
    return after_at
           || (walk->i == words->first && (!date_has(words, CLASS_MONTH) || date_is(words, walk->i + 1, CLASS_ON)));
}

/* Of a year cut to two digits: seen from 1987, '29 is 1929. */
static int century_of(const struct reader *reader, int64_t n)
{
    claimex_moment now = reader->options->reference;
    int latest = calendar_present(now) ? now.year + 15 : 2049;
    return n + 2000 <= latest ? 2000 : 1900;
}

/* The mark of '"10 to 15 days"'; those of "'10" and "‘10" cut a year short. */
static bool is_double_quote(const struct date_words *words, uint32_t i)
{
    struct slice mark = token_slice(words->reader->tokens, i);
    char last = mark.bytes[mark.length - 1];
    return date_is(words, i, CLASS_QUOTE) && (last == '"' || last == '\x9C' || last == '\x9D');
}

static bool take_digits(struct date_walk *walk, int64_t n)
{
    const struct date_words *words = &walk->words;
    if (take_era(walk, n))
        return true;
    if (walk->i > 0 && is_double_quote(words, walk->i - 1))
        return false;
    if (date_is(words, walk->i + 1, CLASS_COLON) || date_is(words, walk->i + 1, CLASS_AMPM)) /* "1:1", "19p" */
        return false;
    bool year = date_is(words, walk->i, CLASS_YEAR)
                && (walk->point->partial.month || date_is(words, walk->i + 1, CLASS_YEAR_WORD));
    if (is_unit_behind(words, walk->i) && !year) {
        walk->count = n;
        return true;
    }
    if (date_is(words, walk->i + 1, CLASS_QUARTER_AFTER) || date_is(words, walk->i + 1, CLASS_HALF_AFTER)) {
        bool quarter = date_is(words, walk->i + 1, CLASS_QUARTER_AFTER);
        date_walk_set_part(walk, quarter ? CLAIMEX_GRAIN_QUARTER : CLAIMEX_GRAIN_HALF, (int)n);
        return n >= 1 && n <= (quarter ? 4 : 2);
    }
    if (date_is(words, walk->i, CLASS_YEAR)
        || (n > 31 && n < 1000 && walk->i > 0 && date_is(words, walk->i - 1, CLASS_YEAR_WORD))) /* "the year 800" */
        return set_year(walk, n);
    static const enum class heads[] = { CLASS_APOSTROPHE,        CLASS_QUOTE,
                                        CLASS_FISCAL /* FY24 */, CLASS_QUARTER_AFTER /* 1Q24 */,
                                        CLASS_HALF_AFTER,        CLASS_NONE };
    bool cut = date_is_any(words, walk->i - 1, heads)
               || (n > 31 && walk->point->partial.month && date_is(words, walk->i - 1, CLASS_OF)); /* "April of 87" */
    if (cut || (walk->point->partial.day && walk->point->partial.month))
        return set_year(walk, n + century_of(words->reader, n));
    if (is_hour(walk) && n <= 24) {
        uint32_t next = walk->i + 1;
        bool fine = date_clock_set(&walk->point->time, n % 24, -1, -1);
        date_clock_take_zone(words, &next, &walk->point->time);
        walk->i = next - 1;
        return fine;
    }
    return set_day(walk, n);
}

static bool is_quarter(const struct date_words *words, uint32_t i)
{
    const char *unit = date_text(words, i, CLASS_TIMEUNIT);
    return unit && strcmp(unit, "quarter") == 0;
}

/* "half past three", "15 minutes to noon": the number before is one of minutes. */
bool date_walk_minutes(struct date_walk *walk)
{
    const struct date_words *words = &walk->words;
    uint32_t side =
        walk->i + 1 + (date_is(words, walk->i + 1, CLASS_TIMEUNIT) || date_is(words, walk->i + 1, CLASS_HYPHEN));
    bool half = date_is(words, walk->i, CLASS_HALF), quarter = is_quarter(words, walk->i);
    int to_hour = date_number_of(words, side, CLASS_HOUR_SIDE);
    if (!to_hour && ((quarter && date_is(words, side + 1, CLASS_NUMBER)) || date_is(words, side + 2, CLASS_AMPM)))
        to_hour = date_side_of(words, side); /* "twenty after 3pm", "a quarter after three" */
    int64_t minutes = half ? 30 : 15;
    if (!to_hour || (!half && !quarter && (!date_integer(words, walk->i, &minutes) || minutes > 59)))
        return false;
    walk->to_hour = to_hour;
    walk->count = minutes;
    walk->i = side;
    return true;
}

/* "seven", "seven twenty-seven", "seven-thirty" */
static bool take_worded_clock(struct date_walk *walk, int64_t hour)
{
    int64_t minute = -1;
    uint32_t at = walk->i + 1 + date_is(&walk->words, walk->i + 1, CLASS_HYPHEN);
    if (date_is(&walk->words, at, CLASS_WORDED) && date_integer(&walk->words, at, &minute)) {
        walk->i = at;
        return minute >= 10 && date_clock_set(&walk->point->time, hour, minute, -1);
    }
    return hour > 0 && date_clock_set(&walk->point->time, hour, -1, -1); /* "up from zero today" */
}

/* "20 to nine", "quarter past three": what was counted before the hour moves it. */
static bool take_clock(struct date_walk *walk)
{
    if (!date_clock_take(&walk->words, &walk->i, &walk->point->time))
        return false;
    if (walk->to_hour)
        date_clock_move(&walk->point->time, walk->to_hour * (int)(walk->count ? walk->count : 15));
    walk->count = 0;
    return true;
}

static bool take_hour_moved(struct date_walk *walk, int64_t hour)
{
    int minutes = walk->to_hour * (int)walk->count;
    walk->count = 0;
    return date_clock_set(&walk->point->time, hour, 0, -1) && date_clock_move(&walk->point->time, minutes);
}

/* "two and a half weeks ago", "half a century ago" */
static bool take_fraction(struct date_walk *walk)
{
    int64_t halves;
    walk->count = date_floor(&walk->words, walk->i);
    walk->half_more = walk->count > 0;
    walk->part = walk->half_more ? 0 : 2;
    return date_integer_times(&walk->words, walk->i, 2, &halves) && halves % 2;
}

/* "2.5 million years ago" */
static bool take_scaled(struct date_walk *walk)
{
    const struct date_words *words = &walk->words;
    uint32_t scale = walk->i + 1 + date_is(words, walk->i + 1, CLASS_HYPHEN);
    int power = date_number_of(words, scale, CLASS_SCALE), times = 1;
    if (power < 1 || power > 9 || !is_unit_behind(words, scale))
        return false;
    while (power-- > 0)
        times *= 10;
    if (!date_integer_times(words, walk->i, times, &walk->count))
        return false;
    walk->i = scale;
    return true;
}

/* In words: "at three", "three weeks ago". */
static bool take_worded(struct date_walk *walk, int64_t n)
{
    uint32_t decade = decade_behind(&walk->words, walk->i);
    if (decade > walk->i)
        return take_worded_decade(walk, decade, n);
    bool clock = is_hour(walk) && !is_unit_behind(&walk->words, walk->i) && n <= 12
                 && !date_is(&walk->words, walk->i + 1, CLASS_ORDINAL);
    return clock ? take_worded_clock(walk, n) : take_number_word(walk, n);
}

/* "the 640s", which might be so many seconds elsewhere */
static bool take_old_decade(struct date_walk *walk)
{
    const struct date_words *words = &walk->words;
    int64_t year;
    if (!date_is(words, walk->i, CLASS_HUNDREDS) || !date_is(words, walk->i + 1, CLASS_TIMEUNIT)
        || !reader_is_glued(words->reader, walk->i + 1)
        || !slice_is(token_slice(words->reader->tokens, walk->i + 1), "s") || !date_integer(words, walk->i, &year)
        || year % 10)
        return false;
    date_walk_decade(walk, year);
    walk->i++;
    return true;
}

bool date_walk_number(struct date_walk *walk)
{
    static const enum class worded[] = { CLASS_WORDED, CLASS_ONE, CLASS_AN, CLASS_NONE };
    int64_t n;
    if (take_old_decade(walk) || date_walk_minutes(walk) || take_scaled(walk) || take_clock(walk)
        || date_numbers_take(&walk->words, &walk->i, walk->point))
        return true;
    if (date_is(&walk->words, walk->i + 1, CLASS_SLASH) && walk->i + 2 < walk->words.end)
        return false; /* 2/29/2019: no such day */
    bool broken = date_is(&walk->words, walk->i, CLASS_FRACTION) || is_unit_behind(&walk->words, walk->i);
    if (date_is(&walk->words, walk->i, CLASS_DECIMAL) && !broken)
        return is_hour(walk) && date_clock_decimal(&walk->words, walk->i, &walk->point->time);
    if (date_is(&walk->words, walk->i, CLASS_DECIMAL) || date_is(&walk->words, walk->i, CLASS_FRACTION))
        return take_fraction(walk);
    if (!date_integer(&walk->words, walk->i, &n))
        return false;
    if (walk->to_hour && n <= 12)
        return take_hour_moved(walk, n);
    if (date_is(&walk->words, walk->i, CLASS_DECADE)) {
        if (is_unit_behind(&walk->words, walk->i + 1)) /* "2020's first half" */
            return set_year(walk, n);
        date_walk_decade(walk, n);
        return true;
    }
    if (date_is(&walk->words, walk->i, CLASS_ORDINAL))
        return take_ordinal(walk, n);
    return date_is_any(&walk->words, walk->i, worded) ? take_worded(walk, n) : take_digits(walk, n);
}
