/* Dates that are counted from others: the n-th Monday of a month, three days after Easter, in two weeks. Without the
 * date they are counted from they say nothing, and are none. */
#include "recognizers/date.h"

#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/date_alone.h"
#include "recognizers/date_anchor.h"
#include "recognizers/date_tense.h"
#include "recognizers/date_words.h"

struct counted {
    const struct reader *reader;
    const struct match *match;
    int64_t count;
    int sign; /* of "last", "after", "ago"; 0 when there is none */
    enum claimex_grain unit;
    int weekday;
    struct date_value base;
};

static struct date_words words_of(const struct counted *counted, enum field field)
{
    struct match_range range = counted->match->field[field];
    return (struct date_words){ counted->reader, range.start, range.end };
}

/* "three days after", "the Sunday following", "a week on"; 0 for what counts nothing, as the last of "two years last
 * May". */
static int sign_of(const struct date_words *words)
{
    if (date_is(words, words->first, CLASS_ON))
        return 1;
    if (date_is(words, words->first, CLASS_LIMIT))
        return date_side_of(words, words->first);
    if (date_is(words, words->first, CLASS_FROM))
        return 1;
    return date_number_of(words, words->first, CLASS_NEXT) + date_number_of(words, words->first, CLASS_AGO);
}

/* "half an hour", "one and a half years": so many of the next smaller unit. */
static bool read_broken(struct counted *counted, const struct date_words *amount)
{
    int n = 0;
    counted->unit = date_smaller_unit(counted->unit, &n);
    return n && date_integer_times(amount, amount->end - 1, n, &counted->count);
}

/* A unit that the calendar counts; a fortnight is two weeks. */
static void read_unit(struct counted *counted, const struct date_words *unit)
{
    const char *name = date_text(unit, unit->first, CLASS_TIMEUNIT);
    bool fortnight = name && strcmp(name, "fortnight") == 0;
    counted->unit =
        date_is(unit, unit->first, CLASS_WEEKEND) ? CLAIMEX_GRAIN_WEEKEND : date_unit(fortnight ? "week" : name);
    counted->count *= fortnight ? 2 : 1;
}

/* Not the article of "a year". */
static bool is_number(const struct date_words *amount)
{
    return amount->reader->tokens->token.items[amount->end - 1].number != NO_NUMBER
           || date_is(amount, amount->end - 1, CLASS_ORDINAL);
}

static bool read_parts(struct counted *counted)
{
    struct date_words amount = words_of(counted, FIELD_amount), unit = words_of(counted, FIELD_unit);
    struct date_words sign = words_of(counted, FIELD_sign);
    int64_t tens = 0;
    counted->count = 1;
    bool whole = !amount_given(counted->match->field[FIELD_amount]) || !is_number(&amount)
                 || date_integer(&amount, amount.end - 1, &counted->count);
    if (amount.end - amount.first > 1 && date_integer(&amount, amount.first, &tens))
        counted->count += tens;
    counted->sign = amount_given(counted->match->field[FIELD_sign]) ? sign_of(&sign) : 0;
    counted->weekday = date_number_of(&unit, unit.first, CLASS_WEEKDAY);
    if (!amount_given(counted->match->field[FIELD_unit]) || counted->weekday)
        counted->unit = CLAIMEX_GRAIN_DAY;
    else
        read_unit(counted, &unit);
    return (whole || read_broken(counted, &amount)) && counted->count > 0 && counted->count < 10000
           && counted->unit != CLAIMEX_GRAIN_NONE;
}

/* The date that is counted from; false when its place in time is not known. */
static bool read_base(struct counted *counted)
{
    struct match_range of = counted->match->field[FIELD_of], whole = counted->match->whole;
    struct date_point point;
    if (!date_point_read(counted->reader, of.start, of.end, &point) || point.same || point.same_year)
        return false; /* "the last Thursday in November of that year" */
    struct date_words sign = words_of(counted, FIELD_sign);
    bool from = date_is(&sign, sign.first, CLASS_FROM) || date_is(&sign, sign.first, CLASS_ON);
    enum direction direction = from && point.partial.weekday
                                   ? DIRECTION_FUTURE /* "a week from Friday" */
                                   : date_direction(counted->reader, whole.start, whole.end, &point);
    bool found = date_anchor_resolve_within(counted->reader, whole.start, whole.end, &point, direction, &counted->base)
                 || date_resolve(counted->reader, &point, direction, &counted->base);
    return found && interval_present(counted->base.interval);
}

static bool write(const struct counted *counted, claimex_moment begins, enum claimex_grain grain,
                  struct candidate *candidate)
{
    struct date_value value;
    memset(&value, 0, sizeof value);
    value.partial = partial_unit(grain, begins, 0);
    value.interval = partial_interval(&value.partial, 0);
    value.grain = grain;
    if (!interval_present(value.interval) || !timex_write(&value.partial, value.timex))
        return false;
    date_write(counted->reader, &value, candidate);
    return true;
}

/* The n-th such weekday between two days, from the end when n is negative. */
static claimex_moment nth_weekday(struct interval within, int weekday, int64_t n)
{
    claimex_moment edge = n > 0 ? within.begins : calendar_shift(within.ends, CLAIMEX_GRAIN_DAY, -1);
    int away = (weekday - calendar_weekday(edge) + 7) % 7;
    int64_t days = n > 0 ? away + 7 * (n - 1) : (away ? away - 7 : 0) + 7 * (n + 1);
    return calendar_shift(edge, CLAIMEX_GRAIN_DAY, days);
}

static bool is_inside(struct interval within, claimex_moment day)
{
    return calendar_present(day) && calendar_compare(within.begins, day) <= 0 && calendar_compare(day, within.ends) < 0;
}

/* "the last Monday of May": a week belongs to where its Thursday lies. */
static bool count_within(const struct counted *counted, struct candidate *candidate)
{
    struct interval within = counted->base.interval;
    bool in =
        reader_has(counted->reader, counted->match->field[FIELD_of].start - 1, CLASS_IN); /* "came 1st in March" */
    if (!amount_given(counted->match->field[FIELD_unit]) && (in || counted->base.grain != CLAIMEX_GRAIN_MONTH))
        return false; /* "a third of 1987" */
    if (counted->unit == CLAIMEX_GRAIN_QUARTER && counted->base.grain < CLAIMEX_GRAIN_YEAR)
        return false; /* "the last quarter of the 19th century" */
    int64_t n = counted->sign < 0 ? -counted->count : counted->count;
    claimex_moment day;
    if (counted->weekday)
        day = nth_weekday(within, counted->weekday, n);
    else if (counted->unit == CLAIMEX_GRAIN_WEEK)
        day = nth_weekday(within, THURSDAY, n);
    else if (counted->unit == CLAIMEX_GRAIN_WEEKEND)
        day = nth_weekday(within, SATURDAY, n);
    else
        day = calendar_shift(n > 0 ? within.begins : within.ends, counted->unit, n > 0 ? n - 1 : n);
    return is_inside(within, day) && counted->unit > counted->base.grain
           && write(counted, day, counted->unit, candidate);
}

/* "the week of June 5", "the weekend of Halloween" */
static bool hold(const struct counted *counted, struct candidate *candidate)
{
    bool weekend = counted->unit == CLAIMEX_GRAIN_WEEKEND;
    claimex_moment day = counted->base.interval.begins;
    if (weekend && calendar_weekday(day) < THURSDAY) /* the weekend before is nearer */
        day = calendar_shift(day, CLAIMEX_GRAIN_DAY, -3);
    return (weekend || counted->unit == CLAIMEX_GRAIN_WEEK) && counted->base.grain == CLAIMEX_GRAIN_DAY
           && write(counted, day, counted->unit, candidate);
}

/* "for ten days from June 5" lasts so long. */
static bool lasts(const struct counted *counted)
{
    struct date_words sign = words_of(counted, FIELD_sign);
    uint32_t first = counted->match->whole.start;
    return first > 0 && date_is(&sign, sign.first, CLASS_FROM) && reader_has(counted->reader, first - 1, CLASS_LASTING);
}

/* "the week before Christmas": the seven days up to it */
static bool write_beside(const struct counted *counted, claimex_moment begins, struct candidate *candidate)
{
    struct date_value value;
    memset(&value, 0, sizeof value);
    value.partial = partial_unit(counted->unit, begins, 0);
    value.interval = interval_from(counted->unit, begins, 1);
    value.grain = counted->unit;
    if (!interval_present(value.interval) || !timex_write(&value.partial, value.timex))
        return false;
    date_write(counted->reader, &value, candidate);
    return true;
}

/* "the week beginning June 5": that of the calendar, also where a holiday took its Monday; one that begins with the
 * weekend runs from there. "One week beginning June 5" lasts so long. */
static bool begin(const struct counted *counted, struct candidate *candidate)
{
    static const enum class before[] = { CLASS_THE, CLASS_IN, CLASS_NONE };
    struct match_range code = counted->match->field[FIELD_code];
    uint32_t first = counted->match->whole.start;
    claimex_moment day = counted->base.interval.begins;
    if ((first > 0 && !reader_has_any(counted->reader, first - 1, before)) || counted->unit != CLAIMEX_GRAIN_WEEK
        || counted->base.grain != CLAIMEX_GRAIN_DAY
        || amount_relation(counted->reader, code.start, CLASS_LIMIT) != CLAIMEX_GE)
        return false;
    return calendar_weekday(day) < SATURDAY ? hold(counted, candidate) : write_beside(counted, day, candidate);
}

/* The last of "two years last May", but not the following of "the Sunday following Easter". */
static bool is_next_of_day(const struct date_words *sign)
{
    return date_is(sign, sign->first, CLASS_NEXT) && date_number_of(sign, sign->first, CLASS_THEN) <= 0;
}

/* "will meet a week on Tuesday"; but "was jailed for two weeks on Tuesday" */
static bool is_week_on(const struct counted *counted)
{
    struct match_range whole = counted->match->whole;
    return counted->unit == CLAIMEX_GRAIN_WEEK && counted->base.partial.weekday
           && !(whole.start > 0 && reader_has(counted->reader, whole.start - 1, CLASS_LASTING))
           && date_lies_ahead(counted->reader, whole.start, whole.end);
}

static bool count_away(const struct counted *counted, struct candidate *candidate)
{
    int64_t n = counted->sign * counted->count;
    claimex_moment from = counted->base.interval.begins;
    if (lasts(counted))
        return false;
    bool weekend = counted->unit == CLAIMEX_GRAIN_WEEKEND;
    if (counted->weekday || weekend) {
        claimex_moment edge = counted->sign > 0 ? counted->base.interval.ends : from;
        int weekday = weekend ? SATURDAY : counted->weekday;
        return write(counted, nth_weekday((struct interval){ edge, edge, 0 }, weekday, n), counted->unit, candidate);
    }
    claimex_moment there = calendar_shift(from, counted->unit, n);
    if (!amount_given(counted->match->field[FIELD_amount])) {
        struct date_words unit = words_of(counted, FIELD_unit);
        if (date_is_plural(&unit, unit.first))
            return false; /* "in the days after Christmas" */
        if (counted->unit < CLAIMEX_GRAIN_DAY)
            return write_beside(counted, n > 0 ? counted->base.interval.ends : there, candidate);
    }
    bool years = counted->base.grain == CLAIMEX_GRAIN_YEAR && counted->unit <= CLAIMEX_GRAIN_YEAR;
    enum claimex_grain grain = years                               ? CLAIMEX_GRAIN_YEAR
                               : counted->unit > CLAIMEX_GRAIN_DAY ? counted->unit
                                                                   : CLAIMEX_GRAIN_DAY;
    return n && write(counted, there, grain, candidate);
}

/* "the worst storm in 12 years", "the first time in a month": they are over. */
static bool is_record(const struct reader *reader, uint32_t in)
{
    static const enum class verbs[] = { CLASS_BE, CLASS_AHEAD, CLASS_NONE }; /* "the second ferry arrives in" */
    for (uint32_t i = in; i-- > 0 && in - i < 4 && !reader_has_any(reader, i, verbs);)
        if (reader_has(reader, i, CLASS_ORDINAL) || word_class_is_superlative(token_slice(reader->tokens, i)))
            return true;
    return false;
}

/* "in two weeks" is a date only where something lies ahead; a sale "in two weeks" took so long. */
static bool count_ahead(struct counted *counted, struct candidate *candidate)
{
    struct date_point point = { .kind = DATE_DISTANCE, .unit = counted->unit, .n = counted->count }, at;
    struct match_range clock = counted->match->field[FIELD_clock];
    if (amount_given(clock) && date_point_read(counted->reader, clock.start, clock.end, &at))
        point.time = at.time;
    uint32_t first = counted->match->whole.start, end = counted->match->whole.end;
    bool bound = reader_has(counted->reader, first - 1, CLASS_BOUND);
    bool about = amount_relation(counted->reader, first - 1, CLASS_BOUND) == CLAIMEX_APPROX;
    uint32_t in = first - 1 - (bound && first > 1);
    if ((bound && !about) /* "in less than 20 minutes" lasts no longer */
        || reader_has(counted->reader, in, CLASS_LASTING) || is_record(counted->reader, in)
        || !(amount_given(counted->match->field[FIELD_code]) || date_lies_ahead(counted->reader, first, end))
        || !date_resolve(counted->reader, &point, DIRECTION_FUTURE, &counted->base))
        return false;
    date_write(counted->reader, &counted->base, candidate);
    return true;
}

/* "every third Friday of the month" is none in particular. */
static bool write_every(const struct counted *counted, struct candidate *candidate)
{
    struct date_value value = { .grain = CLAIMEX_GRAIN_DAY };
    value.partial.grain = CLAIMEX_GRAIN_DAY;
    value.partial.weekday = (uint8_t)counted->weekday;
    if (!counted->weekday || !timex_write(&value.partial, value.timex))
        return false;
    date_write(counted->reader, &value, candidate);
    return true;
}

bool date_relative_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct counted counted = { .reader = reader, .match = match };
    if (!read_parts(&counted))
        return false;
    if (!amount_given(match->field[FIELD_of])) {
        if (!amount_given(match->field[FIELD_sign]))
            return count_ahead(&counted, candidate);
        claimex_moment reference = reader->options->reference;
        counted.base.interval = interval_of(CLAIMEX_GRAIN_DAY, reference);
        return interval_present(counted.base.interval) && count_away(&counted, candidate);
    }
    struct date_words of = words_of(&counted, FIELD_of);
    if (!amount_given(match->field[FIELD_unit]) && date_is(&of, of.first, CLASS_MONTH))
        return false; /* "the 6th of April" is a plain day */
    if (match->whole.start > 0 && reader_has(reader, match->whole.start - 1, CLASS_PER))
        return write_every(&counted, candidate);
    if (!read_base(&counted))
        return false;
    struct date_words sign = words_of(&counted, FIELD_sign);
    date_begin(reader, date_start(reader, match->whole.start, match->whole.end), candidate);
    if (amount_given(match->field[FIELD_code]))
        return begin(&counted, candidate);
    if (!amount_given(match->field[FIELD_sign]) && !amount_given(match->field[FIELD_amount]))
        return hold(&counted, candidate);
    bool within = !amount_given(match->field[FIELD_sign]) || sign.first < match->field[FIELD_unit].start
                  || !amount_given(match->field[FIELD_unit]);
    if (!within && (is_next_of_day(&sign) || (date_is(&sign, sign.first, CLASS_ON) && !is_week_on(&counted))))
        return false;
    return within ? count_within(&counted, candidate) : counted.sign != 0 && count_away(&counted, candidate);
}
