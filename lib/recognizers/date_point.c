/* A pattern says in which order the words of a date may stand; here they are read one after another, each for what it
 * means beside its neighbours: a 6 before a colon is an hour, behind a month it is a day. */
#include "recognizers/date_point.h"

#include "recognizers/date_clock.h"
#include "recognizers/date_numbers.h"
#include "recognizers/date_words.h"
#include "values/decimal.h"

struct walk {
    struct date_words words;
    struct date_point *point;
    uint32_t i;
    bool has_next; /* a "last" that waits for its noun */
    int next;
    int ordinal;    /* "third", waiting for its quarter */
    int64_t count;  /* "three", waiting for its years */
    bool half_more; /* "two and a half" */
    int daypart;
    int to_hour; /* the side of the hour in "ten past nine" */
};

enum claimex_grain date_unit(const char *name)
{
    for (uint8_t grain = CLAIMEX_GRAIN_CENTURY; name && grain <= CLAIMEX_GRAIN_SECOND; grain++)
        if (strcmp(name, claimex_grain_name(grain)) == 0)
            return (enum claimex_grain)grain;
    return CLAIMEX_GRAIN_NONE;
}

/* ------------------------------------------------------------------- units */

static void set_unit(struct walk *walk, enum claimex_grain unit, int64_t n)
{
    walk->point->kind = DATE_UNIT;
    walk->point->unit = unit;
    walk->point->n = n;
    walk->has_next = false;
}

/* "last year's third quarter": what was the date is only its year. */
static void push_out(struct walk *walk)
{
    struct date_point *point = walk->point;
    if (point->kind != DATE_UNIT || point->unit == CLAIMEX_GRAIN_DAY)
        return;
    point->kind = DATE_PARTIAL;
    point->has_outer = true;
    point->outer_unit = point->unit;
    point->outer = (int)point->n;
}

static bool names_something(const struct date_point *point)
{
    return point->kind == DATE_HOLIDAY || point->partial.grain != CLAIMEX_GRAIN_NONE;
}

static void set_part(struct walk *walk, enum claimex_grain grain, int part)
{
    push_out(walk);
    walk->point->partial.grain = (uint8_t)grain;
    walk->point->partial.part = (uint8_t)part;
    walk->ordinal = 0;
}

/* The side of "ago" behind a unit, which a hyphen may join ("year-ago"); 0 when there is none. */
static int ago_behind(const struct walk *walk, uint32_t *at)
{
    *at = walk->i + 1 + date_is(&walk->words, walk->i + 1, CLASS_HYPHEN);
    return date_number_of(&walk->words, *at, CLASS_AGO);
}

/* "three years ago", "year-ago" */
static bool take_distance(struct walk *walk, enum claimex_grain unit)
{
    uint32_t at;
    int side = ago_behind(walk, &at);
    if (!side)
        return false;
    int64_t count = walk->count ? walk->count : 1;
    if (walk->half_more && unit == CLAIMEX_GRAIN_YEAR) {
        count = count * 12 + 6;
        unit = CLAIMEX_GRAIN_MONTH;
    }
    walk->point->kind = DATE_DISTANCE;
    walk->point->unit = unit;
    walk->point->n = side * count;
    walk->i = walk->words.end; /* "the year-ago quarter" */
    return true;
}

/* "the third quarter", "20th century" */
static bool take_ordinal_unit(struct walk *walk, enum claimex_grain unit)
{
    int n = walk->ordinal;
    if (unit == CLAIMEX_GRAIN_QUARTER && n >= 1 && n <= 4)
        set_part(walk, unit, n);
    else if (unit == CLAIMEX_GRAIN_CENTURY && n <= 99)
        walk->point->partial = partial_century(n, date_number_of(&walk->words, walk->i + 1, CLASS_ERA) < 0);
    else
        return false;
    walk->ordinal = 0;
    return true;
}

/* "last year"; of "June last year" only the year */
static void take_next_unit(struct walk *walk, enum claimex_grain unit)
{
    if (!names_something(walk->point)) {
        set_unit(walk, unit, walk->next);
        return;
    }
    walk->point->has_outer = true;
    walk->point->outer_unit = unit;
    walk->point->outer = walk->next;
    walk->has_next = false;
}

static bool take_week_number(struct walk *walk, enum claimex_grain unit)
{
    int64_t n;
    if (unit != CLAIMEX_GRAIN_WEEK || !date_integer(&walk->words, walk->i + 1, &n) || n < 1 || n > 53)
        return false;
    walk->point->partial.grain = CLAIMEX_GRAIN_WEEK;
    walk->point->partial.week = (uint8_t)n;
    walk->i++;
    return true;
}

static bool take_unit(struct walk *walk, enum claimex_grain unit)
{
    if (unit == CLAIMEX_GRAIN_NONE)
        return false;
    if (date_is(&walk->words, walk->words.first, CLASS_PER)) {
        if (slice_is(token_slice(walk->words.reader->tokens, walk->words.first), "per"))
            return false;
        walk->point->kind = DATE_SET;
        walk->point->unit = unit;
        walk->point->n = walk->count ? walk->count : 1;
        return true;
    }
    if (take_distance(walk, unit))
        return true;
    if (walk->ordinal)
        return take_ordinal_unit(walk, unit);
    if (walk->has_next) {
        take_next_unit(walk, unit);
        return true;
    }
    if (take_week_number(walk, unit))
        return true;
    if (unit == CLAIMEX_GRAIN_WEEKEND)
        walk->point->partial.grain = (uint8_t)unit;
    else if (!names_something(walk->point)) /* "the end of the year" */
        set_unit(walk, unit, 0);
    return !walk->count;
}

/* ------------------------------------------------------------------- words */

static void take_next_day(struct walk *walk)
{
    push_out(walk);
    walk->point->has_next |= walk->has_next;
    if (walk->has_next)
        walk->point->next = walk->next;
    walk->has_next = false;
}

static void take_month(struct walk *walk, int month)
{
    take_next_day(walk);
    walk->point->partial.month = (uint8_t)month;
    if (walk->point->partial.grain != CLAIMEX_GRAIN_DAY || !walk->point->partial.day)
        walk->point->partial.grain = walk->point->partial.day ? CLAIMEX_GRAIN_DAY : CLAIMEX_GRAIN_MONTH;
}

static void take_weekday(struct walk *walk, int weekday)
{
    take_next_day(walk);
    walk->point->partial.weekday = (uint8_t)weekday;
    walk->point->partial.grain = CLAIMEX_GRAIN_DAY;
    walk->point->every |= date_is(&walk->words, walk->i, CLASS_EVERY);
}

static void take_season(struct walk *walk, const char *name)
{
    static const char names[][3] = { "SP", "SU", "FA", "WI" };
    for (int i = 0; i < 4; i++)
        if (strcmp(name, names[i]) == 0)
            set_part(walk, CLAIMEX_GRAIN_SEASON, i + 1);
    take_next_day(walk);
}

static bool take_holiday(struct walk *walk, const char *rule)
{
    take_next_day(walk);
    walk->point->kind = DATE_HOLIDAY;
    return holiday_parse(rule, strlen(rule), &walk->point->holiday);
}

static void take_daypart(struct walk *walk, int part)
{
    walk->daypart = part;
    walk->point->every |= date_is(&walk->words, walk->i, CLASS_EVERY);
    if (walk->has_next && !names_something(walk->point) && walk->point->kind == DATE_PARTIAL)
        set_unit(walk, CLAIMEX_GRAIN_DAY, walk->next);
}

static void take_fiscal(struct walk *walk)
{
    walk->point->partial.fiscal = true;
    if (walk->has_next)
        take_next_unit(walk, CLAIMEX_GRAIN_YEAR);
}

static void take_decade(struct walk *walk, int64_t year)
{
    struct partial *partial = &walk->point->partial;
    partial->grain = CLAIMEX_GRAIN_DECADE;
    partial->year = (int32_t)(year < 100 ? 1900 + year : year);
    partial->has_year = true;
}

static bool take_minutes(struct walk *walk);

static void take_edge(struct walk *walk)
{
    int part = date_number_of(&walk->words, walk->i, CLASS_BOUNDARY);
    walk->point->edge = (enum date_edge)(part ? part : date_number_of(&walk->words, walk->i, CLASS_EDGE));
    walk->point->has_boundary |= part > 0;
}

static void take_dayshift(struct walk *walk, int days)
{
    set_unit(walk, CLAIMEX_GRAIN_DAY, days);
    walk->daypart = date_number_of(&walk->words, walk->i, CLASS_DAYPART); /* tonight */
}

/* "the first half", "the last half of 1989" */
static bool take_half(struct walk *walk)
{
    if (walk->ordinal != 1 && walk->ordinal != 2 && !walk->has_next)
        return false;
    set_part(walk, CLAIMEX_GRAIN_HALF, walk->has_next ? (walk->next < 0 ? 2 : 1) : walk->ordinal);
    walk->has_next = false;
    return true;
}

static bool take_next(struct walk *walk, int next)
{
    walk->has_next = true;
    walk->next = next;
    return true;
}

/* Words of which the class alone says all. */
static bool take_name(struct walk *walk)
{
    static const struct {
        enum class class;
        void (*take)(struct walk *walk, int value);
    } takes[] = {
        { CLASS_MONTH, take_month },
        { CLASS_WEEKDAY, take_weekday },
        { CLASS_DAYSHIFT, take_dayshift },
        { CLASS_DAYPART, take_daypart },
    };
    for (size_t i = 0; i < sizeof takes / sizeof *takes; i++) {
        if (!date_is(&walk->words, walk->i, takes[i].class))
            continue;
        takes[i].take(walk, date_number_of(&walk->words, walk->i, takes[i].class));
        return true;
    }
    return false;
}

/* Words whose value is a text. */
static bool take_text(struct walk *walk, bool *fine)
{
    const char *text;
    if ((text = date_text(&walk->words, walk->i, CLASS_HOLIDAY)) != NULL)
        *fine = take_holiday(walk, text);
    else if ((text = date_text(&walk->words, walk->i, CLASS_SEASON)) != NULL)
        take_season(walk, text);
    else if ((text = date_text(&walk->words, walk->i, CLASS_END)) != NULL)
        set_unit(walk, date_unit(text), 0);
    else if ((text = date_text(&walk->words, walk->i, CLASS_TIMEUNIT)) != NULL)
        *fine = take_unit(walk, date_unit(text));
    else if ((text = date_text(&walk->words, walk->i, CLASS_SET)) != NULL) {
        walk->point->kind = DATE_SET;
        walk->point->set = text;
    }
    return text != NULL;
}

static bool take_word(struct walk *walk)
{
    const struct date_words *words = &walk->words;
    uint32_t i = walk->i;
    bool fine = true;
    if (date_is(words, i, CLASS_BOUNDARY) || date_is(words, i, CLASS_EDGE))
        take_edge(walk);
    if ((date_is(words, i, CLASS_HALF) || date_is(words, i, CLASS_TIMEUNIT)) && take_minutes(walk))
        return true;
    if (take_text(walk, &fine) || take_name(walk))
        return fine;
    if (date_is(words, i, CLASS_NEXT))
        return take_next(walk, date_number_of(words, i, CLASS_NEXT));
    if (date_is(words, i, CLASS_WEEKEND))
        return take_unit(walk, CLAIMEX_GRAIN_WEEKEND);
    if (date_is(words, i, CLASS_HALF))
        return take_half(walk);
    if (date_is(words, i, CLASS_NOW))
        set_unit(walk, CLAIMEX_GRAIN_DAY, 0);
    else if (date_is(words, i, CLASS_QUARTER))
        set_part(walk, CLAIMEX_GRAIN_QUARTER, date_number_of(words, i, CLASS_QUARTER));
    else if (date_is(words, i, CLASS_HALFYEAR))
        set_part(walk, CLAIMEX_GRAIN_HALF, date_number_of(words, i, CLASS_HALFYEAR));
    else if (date_is(words, i, CLASS_FISCAL))
        take_fiscal(walk);
    else if (date_is(words, i, CLASS_DECADE))
        take_decade(walk, date_number_of(words, i, CLASS_DECADE));
    return true;
}

/* ----------------------------------------------------------------- numbers */

static bool set_year(struct walk *walk, int64_t year)
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

static bool set_day(struct walk *walk, int64_t day)
{
    struct partial *partial = &walk->point->partial;
    if (partial->day || day < 1 || day > 31)
        return false;
    partial->day = (uint8_t)day;
    partial->grain = CLAIMEX_GRAIN_DAY;
    return true;
}

/* The year of "44 BC" and "AD 79". */
static bool take_era(struct walk *walk, int64_t n)
{
    int behind = date_number_of(&walk->words, walk->i + 1, CLASS_ERA);
    int era = behind ? behind : walk->i > walk->words.first ? date_number_of(&walk->words, walk->i - 1, CLASS_ERA) : 0;
    return era && n > 0 && set_year(walk, era < 0 ? 1 - n : n);
}

static bool is_unit_behind(const struct date_words *words, uint32_t i)
{
    uint32_t next = i + 1 + date_is(words, i + 1, CLASS_HYPHEN);
    next += date_is(words, next, CLASS_FISCAL) ? 1 + date_is(words, next + 1, CLASS_HYPHEN) : 0;
    return date_is(words, next, CLASS_TIMEUNIT) || date_is(words, next, CLASS_HALF)
           || date_is(words, next, CLASS_WEEKEND);
}

/* The count or ordinal that a unit follows; it may be the years of "nineteen ninety-four" too. */
static bool take_number_word(struct walk *walk, int64_t n)
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
        n += date_number_of(words, walk->i, CLASS_ORDINAL);
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
    walk->count = n;
    return true;
}

static bool take_ordinal(struct walk *walk, int64_t n)
{
    if (is_unit_behind(&walk->words, walk->i)) {
        walk->ordinal = (int)n;
        return true;
    }
    return set_day(walk, n);
}

static bool is_hour(const struct walk *walk)
{
    const struct date_words *words = &walk->words;
    bool after_at =
        walk->i > words->first && (date_is(words, walk->i - 1, CLASS_AT) || date_is(words, walk->i - 1, CLASS_BOUND));
    return after_at || (walk->i == words->first && !date_has(words, CLASS_MONTH));
}

static bool take_digits(struct walk *walk, int64_t n)
{
    const struct date_words *words = &walk->words;
    if (take_era(walk, n))
        return true;
    if (date_is(words, walk->i + 1, CLASS_COLON)) /* "1:1" */
        return false;
    if (is_unit_behind(words, walk->i)) {
        walk->count = n;
        return true;
    }
    if (date_is(words, walk->i + 1, CLASS_QUARTER_AFTER) || date_is(words, walk->i + 1, CLASS_HALF_AFTER)) {
        bool quarter = date_is(words, walk->i + 1, CLASS_QUARTER_AFTER);
        set_part(walk, quarter ? CLAIMEX_GRAIN_QUARTER : CLAIMEX_GRAIN_HALF, (int)n);
        return n >= 1 && n <= (quarter ? 4 : 2);
    }
    if (date_is(words, walk->i, CLASS_YEAR))
        return set_year(walk, n);
    bool cut = walk->i > words->first
               && (date_is(words, walk->i - 1, CLASS_APOSTROPHE) || date_is(words, walk->i - 1, CLASS_QUOTE));
    if (cut || (walk->point->partial.day && walk->point->partial.month))
        return set_year(walk, n + (n < 50 ? 2000 : 1900));
    if (is_hour(walk) && n <= 24)
        return date_clock_set(&walk->point->time, n % 24, -1, -1);
    return set_day(walk, n);
}

/* "half past three", "15 minutes to noon": the number before is one of minutes. */
static bool take_minutes(struct walk *walk)
{
    const struct date_words *words = &walk->words;
    uint32_t side = walk->i + 1 + date_is(words, walk->i + 1, CLASS_TIMEUNIT);
    bool half = date_is(words, walk->i, CLASS_HALF), quarter = date_is(words, walk->i, CLASS_TIMEUNIT);
    int to_hour = date_number_of(words, side, CLASS_HOUR_SIDE);
    int64_t minutes = half ? 30 : 15;
    if (!to_hour || (!half && !quarter && (!date_integer(words, walk->i, &minutes) || minutes > 59)))
        return false;
    walk->to_hour = to_hour;
    walk->count = minutes;
    walk->i = side;
    return true;
}

static bool take_number(struct walk *walk)
{
    int64_t n;
    if (take_minutes(walk))
        return true;
    if (date_clock_take(&walk->words, &walk->i, &walk->point->time)) {
        if (walk->to_hour)
            date_clock_move(&walk->point->time, walk->to_hour * (int)(walk->count ? walk->count : 15));
        walk->count = 0;
        return true;
    }
    if (date_numbers_take(&walk->words, &walk->i, walk->point))
        return true;
    if (date_is(&walk->words, walk->i + 1, CLASS_SLASH) && walk->i + 2 < walk->words.end)
        return false; /* 2/29/2019: no such day */
    if (date_is(&walk->words, walk->i, CLASS_DECIMAL))
        return is_hour(walk) && date_clock_decimal(&walk->words, walk->i, &walk->point->time);
    if (date_is(&walk->words, walk->i, CLASS_FRACTION)) {
        walk->half_more = true;
        walk->count = date_floor(&walk->words, walk->i);
        return walk->count > 0;
    }
    if (!date_integer(&walk->words, walk->i, &n))
        return false;
    if (walk->to_hour && n <= 12) {
        int minutes = walk->to_hour * (int)walk->count;
        walk->count = 0;
        return date_clock_set(&walk->point->time, n, 0, -1) && date_clock_move(&walk->point->time, minutes);
    }
    if (date_is(&walk->words, walk->i, CLASS_DECADE)) {
        take_decade(walk, n);
        return true;
    }
    if (date_is(&walk->words, walk->i, CLASS_ORDINAL))
        return take_ordinal(walk, n);
    if (date_is(&walk->words, walk->i, CLASS_WORDED) || date_is(&walk->words, walk->i, CLASS_ONE)
        || date_is(&walk->words, walk->i, CLASS_AN))
        return is_hour(walk) && !is_unit_behind(&walk->words, walk->i) && n <= 12
                       && !date_is(&walk->words, walk->i + 1, CLASS_ORDINAL)
                   ? date_clock_set(&walk->point->time, n, -1, -1)
                   : take_number_word(walk, n);
    return take_digits(walk, n);
}

/* -------------------------------------------------------------------- all */

/* "4 in the morning", "tonight at 8" */
static void finish_time(struct walk *walk)
{
    struct partial *time = &walk->point->time;
    if (!walk->daypart)
        return;
    if (time->grain == CLAIMEX_GRAIN_NONE) {
        time->grain = CLAIMEX_GRAIN_DAYPART;
        time->part = (uint8_t)walk->daypart;
    } else if (walk->daypart > DAYPART_MORNING && time->hour < 12)
        time->hour = (uint8_t)(time->hour + 12);
}

static bool is_number(const struct date_words *words, uint32_t i)
{
    const struct token *token = &words->reader->tokens->token.items[i];
    return token->number != NO_NUMBER || token->shape == CLASS_CODE || date_is(words, i, CLASS_ORDINAL)
           || date_is(words, i, CLASS_CLOCK);
}

static bool is_complete(const struct walk *walk)
{
    const struct date_point *point = walk->point;
    return point->kind != DATE_PARTIAL || point->partial.grain != CLAIMEX_GRAIN_NONE
           || point->time.grain != CLAIMEX_GRAIN_NONE;
}

bool date_point_read(const struct reader *reader, uint32_t first, uint32_t end, struct date_point *point)
{
    struct walk walk = { .words = { reader, first, end }, .point = point, .i = first };
    memset(point, 0, sizeof *point);
    for (; walk.i < end; walk.i++) {
        bool fine = is_number(&walk.words, walk.i) ? take_number(&walk) : take_word(&walk);
        if (!fine)
            return false;
    }
    finish_time(&walk);
    return is_complete(&walk)
           && (point->kind != DATE_PARTIAL || !point->partial.grain || partial_is_valid(&point->partial));
}
