/* A pattern says in which order the words of a date may stand; here they are read one after another, each for what it
 * means beside its neighbours: a 6 before a colon is an hour, behind a month it is a day. */
#include "recognizers/date_point.h"

#include "recognizers/date_walk.h"
#include "values/unit.h"

enum claimex_grain date_unit(const char *name)
{
    for (uint8_t grain = CLAIMEX_GRAIN_CENTURY; name && grain <= CLAIMEX_GRAIN_SECOND; grain++)
        if (strcmp(name, claimex_grain_name(grain)) == 0)
            return (enum claimex_grain)grain;
    return CLAIMEX_GRAIN_NONE;
}

enum claimex_grain date_smaller_unit(enum claimex_grain unit, int *n)
{
    static const uint8_t smaller[CLAIMEX_GRAIN_SECOND + 1] = {
        [CLAIMEX_GRAIN_CENTURY] = CLAIMEX_GRAIN_YEAR,  [CLAIMEX_GRAIN_DECADE] = CLAIMEX_GRAIN_YEAR,
        [CLAIMEX_GRAIN_YEAR] = CLAIMEX_GRAIN_MONTH,    [CLAIMEX_GRAIN_WEEK] = CLAIMEX_GRAIN_DAY,
        [CLAIMEX_GRAIN_DAY] = CLAIMEX_GRAIN_HOUR,      [CLAIMEX_GRAIN_HOUR] = CLAIMEX_GRAIN_MINUTE,
        [CLAIMEX_GRAIN_MINUTE] = CLAIMEX_GRAIN_SECOND,
    };
    enum claimex_grain there = (enum claimex_grain)smaller[unit];
    if (there)
        *n = (int)unit_count_in(slice_of(claimex_grain_name(unit)), slice_of(claimex_grain_name(there)));
    return there;
}

static void take_next_day(struct date_walk *walk)
{
    date_walk_push_out(walk);
    walk->point->has_next |= walk->has_next;
    if (walk->has_next)
        walk->point->next = walk->next;
    walk->has_next = false;
}

static void take_month(struct date_walk *walk, int month)
{
    take_next_day(walk);
    walk->point->partial.part = 0;
    walk->point->partial.month = (uint8_t)month;
    if (walk->point->partial.grain != CLAIMEX_GRAIN_DAY || !walk->point->partial.day)
        walk->point->partial.grain = walk->point->partial.day ? CLAIMEX_GRAIN_DAY : CLAIMEX_GRAIN_MONTH;
}

static void take_weekday(struct date_walk *walk, int weekday)
{
    take_next_day(walk);
    walk->point->partial.weekday = (uint8_t)weekday;
    walk->point->partial.grain = CLAIMEX_GRAIN_DAY;
    walk->point->every |= date_is(&walk->words, walk->i, CLASS_EVERY);
}

static void take_season(struct date_walk *walk, const char *name)
{
    static const char names[][3] = { "SP", "SU", "FA", "WI" };
    for (int i = 0; i < 4; i++)
        if (strcmp(name, names[i]) == 0)
            date_walk_set_part(walk, CLAIMEX_GRAIN_SEASON, i + 1);
    walk->point->same_year |= walk->point->same; /* "that summer" */
    walk->point->same = false;
    take_next_day(walk);
}

static bool take_holiday(struct date_walk *walk, const char *rule)
{
    take_next_day(walk);
    walk->point->kind = DATE_HOLIDAY;
    return holiday_parse(rule, strlen(rule), &walk->point->holiday);
}

static void take_daypart(struct date_walk *walk, int part)
{
    walk->daypart = part;
    if (walk->point->same) /* "that night" */
        walk->point->partial.grain = CLAIMEX_GRAIN_DAY;
    walk->point->every |= date_is(&walk->words, walk->i, CLASS_EVERY);
    if (walk->has_next && !date_walk_names_something(walk->point) && walk->point->kind == DATE_PARTIAL)
        date_walk_set_unit(walk, CLAIMEX_GRAIN_DAY, walk->next);
}

static void take_fiscal(struct date_walk *walk)
{
    walk->point->partial.fiscal = true;
    if (walk->has_next)
        (void)date_walk_next_unit(walk, CLAIMEX_GRAIN_YEAR);
    else if (walk->words.end - walk->words.first == 1)
        date_walk_set_unit(walk, CLAIMEX_GRAIN_YEAR, 0);
}

static void take_edge(struct date_walk *walk)
{
    int part = date_number_of(&walk->words, walk->i, CLASS_BOUNDARY);
    walk->point->edge = (enum date_edge)(part ? part : date_number_of(&walk->words, walk->i, CLASS_EDGE));
    walk->point->has_boundary |= part > 0;
}

static void take_dayshift(struct date_walk *walk, int days)
{
    date_walk_set_unit(walk, CLAIMEX_GRAIN_DAY, days);
    walk->daypart = date_number_of(&walk->words, walk->i, CLASS_DAYPART); /* tonight */
}

/* "the first half", "the last half of 1989" */
static bool take_half(struct date_walk *walk)
{
    if (walk->ordinal != 1 && walk->ordinal != 2 && !walk->has_next)
        return false;
    int half = walk->has_next ? (walk->next < 0 ? 2 : 1) : walk->ordinal;
    date_walk_set_part(walk, CLAIMEX_GRAIN_HALF, half);
    walk->point->slice = (uint8_t)half;
    walk->point->slices = 2;
    walk->has_next = false;
    return true;
}

/* "the week after next", "the Sunday before last": twice as far */
static bool take_next_but_one(struct date_walk *walk, int next)
{
    struct date_point *point = walk->point;
    if (!next || date_side_of(&walk->words, walk->i - 1) != (next > 0 ? 1 : -1))
        return false;
    if (point->partial.grain == CLAIMEX_GRAIN_WEEKEND) { /* "the weekend before last" */
        point->partial.grain = CLAIMEX_GRAIN_NONE;
        date_walk_set_unit(walk, CLAIMEX_GRAIN_WEEKEND, 0);
    }
    if (point->kind == DATE_UNIT)
        point->n = 2 * next;
    point->has_next = point->kind == DATE_PARTIAL;
    point->next = 2 * next;
    return true;
}

/* "the final week" is no last week, but the final week of something. */
static bool closes_nothing(const struct date_walk *walk)
{
    uint32_t unit = walk->i + 1 + date_is(&walk->words, walk->i + 1, CLASS_HYPHEN);
    return date_is(&walk->words, walk->i, CLASS_CLOSING) && unit + 1 >= walk->words.end;
}

#define MOST_TO_THIS 16u /* tokens: "this year and by a slower but still healthy 3%" */

/* "2% this year and 3% | next": the unit that has a "this" before it; NONE when none has. */
static enum claimex_grain grain_of_this(const struct date_walk *walk)
{
    struct date_words all = date_words_all(walk->words.reader);
    for (uint32_t i = walk->i; i > 1 && walk->i - i < MOST_TO_THIS; i--)
        if (date_is(&all, i - 1, CLASS_TIMEUNIT) && date_is(&all, i - 2, CLASS_NEXT)
            && date_number_of(&all, i - 2, CLASS_NEXT) == 0)
            return date_unit(date_text(&all, i - 1, CLASS_TIMEUNIT));
    return CLAIMEX_GRAIN_NONE;
}

static bool take_next(struct date_walk *walk, int next)
{
    if (closes_nothing(walk))
        return false;
    if (walk->i > walk->words.first && date_is(&walk->words, walk->i - 1, CLASS_LIMIT))
        return take_next_but_one(walk, next);
    bool alone = walk->words.end == walk->words.first + 1;
    if (alone && next == 1 && grain_of_this(walk) != CLAIMEX_GRAIN_NONE) {
        date_walk_set_unit(walk, grain_of_this(walk), 1);
        return true;
    }
    walk->point->near = date_is(&walk->words, walk->i, CLASS_NEAR);
    walk->point->past = slice_is(token_slice(walk->words.reader->tokens, walk->i), "past");
    walk->has_next = true;
    walk->next = next;
    return true;
}

/* Words of which the class alone says all. */
static bool take_name(struct date_walk *walk)
{
    static const struct {
        enum class class;
        void (*take)(struct date_walk *walk, int value);
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

/* A fortnight is two weeks, but "last fortnight" is not last week. */
static bool take_unit(struct date_walk *walk, const char *name)
{
    if (strcmp(name, "fortnight") != 0)
        return date_walk_unit(walk, date_unit(name));
    walk->count = walk->count ? walk->count * 2 : 2;
    return !walk->has_next && date_walk_unit(walk, CLAIMEX_GRAIN_WEEK);
}

/* "year-end" is the end of the year. */
static void take_end(struct date_walk *walk, const char *unit)
{
    if (strcmp(unit, "now") == 0) { /* "year to date" */
        date_walk_set_unit(walk, CLAIMEX_GRAIN_YEAR, 0);
        walk->point->to_date = true;
        return;
    }
    if (!walk->point->partial.has_year) /* "1986 year-end" */
        date_walk_set_unit(walk, date_unit(unit), walk->has_next ? walk->next : 0);
    walk->point->edge = DATE_END;
    walk->point->has_boundary = true;
}

/* "that same year" */
static void take_same(struct date_walk *walk, const char *unit)
{
    enum claimex_grain grain = date_unit(unit);
    walk->point->same_year = grain == CLAIMEX_GRAIN_YEAR && date_walk_names_something(walk->point);
    walk->point->same = !walk->point->same_year;
    if (walk->point->same)
        walk->point->partial.grain = (uint8_t)grain;
}

/* Words whose value is a text. */
static bool take_text(struct date_walk *walk, bool *fine)
{
    const char *text;
    if ((text = date_text(&walk->words, walk->i, CLASS_SAME)) != NULL)
        take_same(walk, text);
    else if ((text = date_text(&walk->words, walk->i, CLASS_HOLIDAY)) != NULL)
        *fine = take_holiday(walk, text);
    else if ((text = date_text(&walk->words, walk->i, CLASS_SEASON)) != NULL)
        take_season(walk, text);
    else if ((text = date_text(&walk->words, walk->i, CLASS_END)) != NULL)
        take_end(walk, text);
    else if ((text = date_text(&walk->words, walk->i, CLASS_TIMEUNIT)) != NULL)
        *fine = take_unit(walk, text);
    else if ((text = date_text(&walk->words, walk->i, CLASS_SET)) != NULL) {
        walk->point->kind = DATE_SET;
        walk->point->set = text;
    }
    return text != NULL;
}

/* The word of "that year", which a pattern cannot tell from "than". */
static bool is_that(const struct date_words *words, uint32_t i)
{
    return reader_has(words->reader, i, CLASS_THAT);
}

/* The half of "half an hour ago", the quarter of "a quarter century ago" */
static bool take_part(struct date_walk *walk)
{
    const struct date_words *words = &walk->words;
    int part = date_number_of(words, walk->i, CLASS_DENOMINATOR);
    uint32_t unit = walk->i + 1;
    while (date_is(words, unit, CLASS_A) || date_is(words, unit, CLASS_HYPHEN))
        unit++;
    if (!part || !date_is(words, unit, CLASS_TIMEUNIT) || unit + 2 != words->end
        || !date_is(words, unit + 1, CLASS_AGO))
        return false;
    walk->part = part;
    return true;
}

static bool take_word(struct date_walk *walk)
{
    const struct date_words *words = &walk->words;
    uint32_t i = walk->i;
    bool fine = true;
    if (take_part(walk))
        return true;
    if (date_is(words, i, CLASS_BOUNDARY) || date_is(words, i, CLASS_EDGE))
        take_edge(walk);
    if ((date_is(words, i, CLASS_HALF) || date_is(words, i, CLASS_TIMEUNIT)) && date_walk_minutes(walk))
        return true;
    if (date_is(words, i, CLASS_TO) && i > words->first && date_is(words, i - 1, CLASS_TIMEUNIT))
        return false; /* "the week to 11 May" */
    if (take_text(walk, &fine) || take_name(walk))
        return fine;
    if (date_is(words, i, CLASS_AMPM)) { /* "Monday pm" */
        take_daypart(walk, date_number_of(words, i, CLASS_AMPM) ? DAYPART_AFTERNOON : DAYPART_MORNING);
        return true;
    }
    if (date_is(words, i, CLASS_NEXT))
        return take_next(walk, date_number_of(words, i, CLASS_NEXT));
    if (date_is(words, i, CLASS_WEEKEND))
        return date_walk_unit(walk, CLAIMEX_GRAIN_WEEKEND);
    if (date_is(words, i, CLASS_HALF))
        return take_half(walk);
    if (date_is(words, i, CLASS_COMPARED))
        return walk->point->same = is_that(words, i);
    if (date_is(words, i, CLASS_NOW))
        date_walk_set_unit(walk, CLAIMEX_GRAIN_DAY, 0);
    else if (date_is(words, i, CLASS_QUARTER))
        date_walk_set_part(walk, CLAIMEX_GRAIN_QUARTER, date_number_of(words, i, CLASS_QUARTER));
    else if (date_is(words, i, CLASS_HALFYEAR))
        date_walk_set_part(walk, CLAIMEX_GRAIN_HALF, date_number_of(words, i, CLASS_HALFYEAR));
    else if (date_is(words, i, CLASS_FISCAL))
        take_fiscal(walk);
    else if (date_is(words, i, CLASS_DECADE))
        date_walk_decade(walk, date_number_of(words, i, CLASS_DECADE));
    return true;
}

/* The midnight "on Friday", "tonight", "tomorrow" is the one that ends the day. */
static bool is_last_midnight(const struct date_walk *walk)
{
    const struct date_point *point = walk->point;
    bool zero = point->time.hour == 0 && date_has(&walk->words, CLASS_CLOCK);
    bool day = point->partial.weekday && !point->partial.month;
    return point->time.grain >= CLAIMEX_GRAIN_HOUR
           && ((zero && (day || point->kind == DATE_UNIT))
               || (walk->daypart >= DAYPART_EVENING && point->time.hour % 12 == 0));
}

/* "two at night" */
static bool is_small_hour(int daypart, int hour)
{
    return daypart == DAYPART_NIGHT && hour > 0 && hour < 5;
}

/* "4 in the morning", "tonight at 8" */
static void finish_time(struct date_walk *walk)
{
    struct partial *time = &walk->point->time;
    if (is_last_midnight(walk) && time->minute == 0) {
        time->hour = 24;
        return;
    }
    if (!walk->daypart)
        return;
    if (time->grain == CLAIMEX_GRAIN_NONE) {
        time->grain = CLAIMEX_GRAIN_DAYPART;
        time->part = (uint8_t)walk->daypart;
    } else if (walk->daypart > DAYPART_MORNING && time->hour < 12 && !is_small_hour(walk->daypart, time->hour))
        time->hour = (uint8_t)(time->hour + 12);
}

static bool is_number(const struct date_words *words, uint32_t i)
{
    const struct token *token = &words->reader->tokens->token.items[i];
    return token->number != NO_NUMBER || token->shape == CLASS_CODE || date_is(words, i, CLASS_ORDINAL)
           || date_is(words, i, CLASS_CLOCK);
}

static bool is_complete(const struct date_walk *walk)
{
    const struct date_point *point = walk->point;
    return point->kind != DATE_PARTIAL || point->partial.grain != CLAIMEX_GRAIN_NONE
           || point->time.grain != CLAIMEX_GRAIN_NONE;
}

/* The 5 of "costs $5 today" is no hour. */
static bool is_price(const struct reader *reader, uint32_t first)
{
    struct date_words words = { reader, 0, first + 1 };
    return first > 0 && date_is(&words, first - 1, CLASS_SYMBOL) && is_number(&words, first);
}

/* "Thanksgiving in two years", "May a year hence": how far ahead it is looked for. False when that is not told. */
static bool take_ahead(struct date_walk *walk)
{
    const struct date_words *words = &walk->words;
    uint32_t first = words->first, amount = first + 1 + date_is(words, first + 1, CLASS_IN);
    struct date_point *point = walk->point;
    bool behind = amount == first + 1; /* "hence" */
    point->ahead = 1;
    if (!date_is(words, amount, CLASS_A) && !date_integer(words, amount, &point->ahead))
        return false;
    point->ahead_unit = date_unit(date_text(words, amount + 1, CLASS_TIMEUNIT));
    walk->words.end = first + 1;
    if (point->ahead < 1 || point->ahead > 1000)
        return false;
    struct date_words whole = { words->reader, first, first + 4 };
    if (behind && date_number_of(&whole, first + 3, CLASS_AGO) < 0)
        point->ahead = -point->ahead; /* "Christmas two years ago" */
    return point->ahead_unit != CLAIMEX_GRAIN_NONE;
}

static bool looks_ahead(const struct date_words *words)
{
    bool whole = words->first == 0 && words->end == 4 && words->reader->tokens->token.count == 4;
    return whole && (date_is(words, 0, CLASS_HOLIDAY) || date_is(words, 0, CLASS_MONTH))
           && ((date_is(words, 1, CLASS_IN) && date_is(words, 3, CLASS_TIMEUNIT) && !date_is(words, 2, CLASS_NEXT))
               || (date_is(words, 2, CLASS_TIMEUNIT) && date_is(words, 3, CLASS_AGO)));
}

bool date_point_read(const struct reader *reader, uint32_t first, uint32_t end, struct date_point *point)
{
    struct date_walk walk = { .words = { reader, first, end }, .point = point, .i = first };
    memset(point, 0, sizeof *point);
    if (is_price(reader, first) || (looks_ahead(&walk.words) && !take_ahead(&walk)))
        return false;
    for (; walk.i < walk.words.end; walk.i++) {
        bool fine = is_number(&walk.words, walk.i) ? date_walk_number(&walk) : take_word(&walk);
        if (!fine)
            return false;
    }
    finish_time(&walk);
    if (point->kind == DATE_HOLIDAY && walk.count)
        return false; /* "at Christmas two" */
    return is_complete(&walk)
           && (point->kind != DATE_PARTIAL || !point->partial.grain || partial_is_valid(&point->partial));
}
