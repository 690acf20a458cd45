/* Durations. */
#include "recognizers/age.h"
#include "recognizers/amount.h"
#include "recognizers/date_tense.h"
#include "recognizers/measure_below.h"
#include "recognizers/noun.h"
#include "values/decimal.h"
#include "values/unit.h"

static const char *unit_of(const struct reader *reader, struct match_range range)
{
    return amount_given(range) ? token_text(reader->tokens, range.start, CLASS_TIMEUNIT) : NULL;
}

/* A fortnight is two weeks: the unit of a claim is one that all know. */
static void set_unit(const char *unit, struct candidate *candidate)
{
    bool fortnight = strcmp(unit, "fortnight") == 0;
    candidate->unit = slice_of(fortnight ? "week" : unit);
    if (!fortnight)
        return;
    candidate->value = decimal_multiply(candidate->value, decimal_make(2, 0));
    candidate->low = decimal_multiply(candidate->low, decimal_make(2, 0));
    candidate->high = decimal_multiply(candidate->high, decimal_make(2, 0));
}

/* ----------------------------------------------------------- units together */

static claimex_decimal in_smaller(claimex_decimal value, int64_t n, claimex_decimal more)
{
    return decimal_add(decimal_multiply(value, decimal_make(n, 0)), more);
}

/* The 18 minutes of "two hours 18 minutes", and what follows them: all in the smallest unit. What is as large stands
 * for itself: "two hours 18 minutes, ten minutes less". */
static bool add_next(const struct reader *reader, const struct match *match, const char *unit,
                     struct candidate *candidate)
{
    uint32_t end = match->field[FIELD_unit].end;
    for (uint32_t i = end; i < match->whole.end; i++) {
        const char *smaller = token_text(reader->tokens, i, CLASS_TIMEUNIT);
        uint32_t number = i;
        while (smaller && number > match->field[FIELD_unit].end
               && reader->tokens->token.items[number].number == NO_NUMBER)
            number--;
        if (!smaller)
            continue;
        int64_t n = unit_count_in(slice_of(unit), slice_of(smaller));
        if (!n && (strcmp(unit, smaller) == 0 || unit_count_in(slice_of(smaller), slice_of(unit))))
            break;
        if (!n)
            return false;
        candidate->value = in_smaller(candidate->value, n, amount_value(reader, (struct match_range){ number, i }));
        candidate->unit = slice_of(unit = smaller);
        end = i + 1;
    }
    amount_end_at(reader, end, candidate);
    return end > match->field[FIELD_unit].end;
}

/* "two hours ten", "1 hour and fifteen", "1h 30m" */
static bool add_minutes(const struct reader *reader, const struct match *match, const char *unit,
                        struct candidate *candidate)
{
    claimex_decimal minutes = amount_value(reader, match->field[FIELD_minor]);
    struct match_range mark = match->field[FIELD_next_unit];
    if (amount_given(mark) && !slice_is(token_slice(reader->tokens, mark.start), "m"))
        return false;
    if (strcmp(unit, "hour") != 0 || !decimal_present(minutes) || decimal_compare(minutes, decimal_make(60, 0)) >= 0)
        return false;
    candidate->value = in_smaller(candidate->value, 60, minutes);
    candidate->unit = slice_of("minute");
    return true;
}

/* The 11 days of "5 months, 11 days and 6 hours", which is no one length in hours: each stands for itself. */
static bool goes_before(const struct reader *reader, uint32_t first)
{
    return first > 2 && (reader_has(reader, first - 1, CLASS_COMMA) || reader_has(reader, first - 1, CLASS_AND))
           && reader_has(reader, first - 2, CLASS_TIMEUNIT) && reader_has(reader, first - 3, CLASS_NUMBER);
}

static bool read_compound(const struct reader *reader, const struct match *match, const char *unit,
                          struct candidate *candidate)
{
    if (!amount_read(reader, match, candidate) || goes_before(reader, match->whole.start))
        return false;
    if (amount_given(match->field[FIELD_next_amount]))
        return add_next(reader, match, unit, candidate);
    if (amount_given(match->field[FIELD_minor]))
        return add_minutes(reader, match, unit, candidate);
    claimex_decimal half = decimal_make(5, -1); /* "a year and a half", "one and three-quarters of a year" */
    struct match_range fraction = match->field[FIELD_fraction];
    claimex_decimal part = amount_given(fraction) && reader_has(reader, fraction.start, CLASS_DENOMINATOR)
                                   && !reader_has(reader, fraction.start, CLASS_HALF)
                               ? amount_part(reader, fraction.start, decimal_make(1, 0))
                               : amount_value(reader, fraction);
    candidate->value = decimal_add(candidate->value, decimal_present(part) ? part : half);
    set_unit(unit, candidate);
    return !decimal_present(part) || decimal_compare(part, decimal_make(1, 0)) < 0;
}

/* "45 minutes to 1 hour": a range in the smaller unit, whose ends can be compared only then. */
static bool share_unit(const struct reader *reader, const char *low, const char *high, struct candidate *candidate)
{
    int64_t n = !low || strcmp(low, high) == 0 ? 1 : unit_count_in(slice_of(high), slice_of(low));
    set_unit(n > 1 ? low : high, candidate);
    return amount_in_smaller(reader, candidate, n);
}

/* --------------------------------------------------- one, and a part of one */

/* "30 minutes to an hour", but not of "rose from 30 minutes to an hour" */
static bool read_up_to_one(const struct reader *reader, const struct match *match, const char *low, const char *unit,
                           struct candidate *candidate)
{
    candidate->low = amount_value(reader, match->field[FIELD_low]);
    candidate->high = decimal_make(1, 0);
    candidate->relation = CLAIMEX_RANGE;
    return low && !amount_changes_from(reader, match->whole.start) && share_unit(reader, low, unit, candidate);
}

/* 3/4 of "two and three quarters of a year", 1/2 of "half hour" */
static claimex_decimal part_of(const struct reader *reader, const struct match *match)
{
    uint32_t denominator = match->field[FIELD_denominator].start;
    struct match_range above = match->field[FIELD_next_amount];
    return amount_part(reader, denominator, amount_given(above) ? amount_value(reader, above) : decimal_make(1, 0));
}

/* Behind "a day": "a day trip" is a trip, "a year-end" no year. */
static bool goes_on(const struct reader *reader, uint32_t end)
{
    if (reader_has(reader, end, CLASS_HYPHEN))
        return !reader_has(reader, end + 1, CLASS_EXTENT);
    return reader_has(reader, end, CLASS_POSSESSIVE)
           || (reader_is_word(reader, end) && !reader_has(reader, end, CLASS_EXTENT)
               && noun_find(reader, end, true).head != NO_NOUN);
}

/* "a year" is a length of time only where something says so: more than a year, for a year, a year long. */
static bool is_length(const struct reader *reader, uint32_t article, uint32_t end)
{
    if (goes_on(reader, end))
        return false;
    if (reader_has(reader, end + reader_has(reader, end, CLASS_HYPHEN), CLASS_EXTENT))
        return true;
    uint8_t limit = amount_relation(reader, end, CLASS_LIMIT);
    if (limit == CLAIMEX_GT || limit == CLAIMEX_LT)
        return true; /* "a month after the flood" */
    if (reader_has(reader, end, CLASS_BOUND_AFTER)
        || (reader_has(reader, end, CLASS_OR) && reader_has(reader, end + 1, CLASS_NUMBER)))
        return true; /* "a week or so", "a year or two" */
    uint32_t before = article - 1;
    return article > 0
           && (reader_has(reader, before, CLASS_BOUND) || reader_has(reader, before, CLASS_LASTING)
               || reader_has(reader, before, CLASS_IN) || reader_has(reader, before, CLASS_BY)
               || amount_is_end_of_change(reader, article, end));
}

/* "all day", "another hour"; not "full-year results", "on another day", "all-year-round", "All Day" of a name. */
static bool is_whole(const struct reader *reader, const struct match *match, const char *unit)
{
    uint32_t word = match->field[FIELD_code].start, start = match->whole.start;
    bool hyphen = match->field[FIELD_unit].start > word + 1, year = strcmp(unit, "year") == 0;
    bool full = slice_is(token_slice(reader->tokens, word), "full"), article = start < word;
    if (goes_on(reader, match->whole.end) || (full && year && (hyphen || !article))
        || reader->tokens->token.items[match->field[FIELD_unit].start].capital != CLASS_LOWER)
        return false;
    bool another = reader_number_of(reader, word, CLASS_WHOLE) == 1;
    return !another || (!reader_has(reader, start - 1, CLASS_ON) && !reader_has(reader, start - 1, CLASS_AT));
}

static bool read_single(const struct reader *reader, const struct match *match, const char *unit,
                        struct candidate *candidate)
{
    bool stands = amount_given(match->field[FIELD_code]) ? is_whole(reader, match, unit)
                                                         : is_length(reader, match->whole.start, match->whole.end);
    candidate->value = decimal_make(1, 0);
    set_unit(unit, candidate);
    return stands;
}

/* "half hour", "quarter-century"; not the "half year" of a company. */
static bool read_part(const struct reader *reader, const struct match *match, const char *unit,
                      struct candidate *candidate)
{
    bool second = match->whole.start > 0 && reader_has(reader, match->whole.start - 1, CLASS_ORDINAL);
    candidate->value = part_of(reader, match);
    if (amount_given(match->field[FIELD_amount]))
        candidate->value = decimal_add(candidate->value, amount_value(reader, match->field[FIELD_amount]));
    set_unit(unit, candidate);
    return decimal_present(candidate->value) && !second
           && (amount_given(match->field[FIELD_amount]) || strcmp(unit, "year") != 0);
}

/* ---------------------------------------------------------------------- all */

/* "25-34s": as those who ask people group them. */
static bool is_of_survey(const struct reader *reader, const struct match *match)
{
    int64_t low = 0, high = 0;
    return amount_given(match->field[FIELD_unit])
           && slice_is(token_slice(reader->tokens, match->field[FIELD_unit].start), "s")
           && amount_given(match->field[FIELD_low])
           && decimal_to_integer(amount_value(reader, match->field[FIELD_low]), &low)
           && decimal_to_integer(amount_value(reader, match->field[FIELD_high]), &high) && low >= 10 && high - low >= 4
           && high - low <= 9 && high % 5 == 4;
}

/* "the under 18s", "over-65s": people, not seconds; but "took under 5s". */
static bool is_age_group(const struct reader *reader, const struct match *match)
{
    uint32_t unit = match->field[FIELD_unit].start, before = match->whole.start - 1;
    if (!match->whole.start || !slice_is(token_slice(reader->tokens, unit), "s"))
        return false;
    before -= before > 0 && reader_has(reader, before, CLASS_HYPHEN);
    return reader_has(reader, before, CLASS_AGE_SIDE) && !(before > 0 && amount_takes_time(reader, before - 1));
}

/* "two next week": the week is one, and a date; "two coming weeks" last so long. "The 1988 quarter" and "the 2025
 * calendar year" are dates, too. */
static bool is_date(const struct reader *reader, const struct match *match)
{
    uint32_t unit = match->field[FIELD_unit].start;
    struct slice word = token_slice(reader->tokens, unit);
    if (unit == 0)
        return false;
    return (reader_has(reader, unit - 1, CLASS_NEXT) && word.bytes[word.length - 1] != 's')
           || (reader->tokens->token.items[unit - 1].shape == CLASS_YEAR
               && (slice_is(word, "calendar year")
                   || strcmp(token_text(reader->tokens, unit, CLASS_TIMEUNIT), "quarter") == 0));
}

static bool is_year(const struct reader *reader, uint32_t i)
{
    struct slice digits = token_slice(reader->tokens, i);
    return reader_token(reader, i)->shape == CLASS_YEAR && digits.length == 4
           && (memcmp(digits.bytes, "19", 2) == 0 || memcmp(digits.bytes, "20", 2) == 0);
}

/* "1.9 m s": metres and seconds, no million seconds; "m −2 s": a power; "380s BC": a decade. */
static bool is_physics(const struct reader *reader, uint32_t unit)
{
    struct slice word = token_slice(reader->tokens, unit);
    if (word.length == 1 && reader_has(reader, unit + 1, CLASS_ERA))
        return true;
    if (word.length == 1 && unit > 2 && reader_has(reader, unit - 2, CLASS_MINUS) && reader_is_word(reader, unit - 3))
        return true;
    return word.length == 1 && unit > 1 && reader_has(reader, unit - 1, CLASS_SCALE)
           && reader_has(reader, unit - 1, CLASS_UNIT);
}

/* "two Galaxy 8s": a name, a number and its plural */
static bool is_plural_of_name(const struct reader *reader, const struct match *match)
{
    uint32_t first = match->whole.start;
    return first > 1 && match->whole.end == first + 2 && slice_is(token_slice(reader->tokens, first + 1), "s")
           && reader_is_glued(reader, first + 1) && reader_token(reader, first)->shape != CLASS_DECIMAL
           && reader_token(reader, first - 1)->shape == CLASS_CAPITALISED
           && (reader_token(reader, first)->flags & TOKEN_GAP_BEFORE);
}

/* "B-52s", "MiG-29s" */
static bool is_model(const struct reader *reader, const struct match *match)
{
    uint32_t first = match->whole.start;
    if (first > 0 && slice_is(token_slice(reader->tokens, match->whole.end - 1), "d")) /* "a BMW 320d" */
        return reader_is_word(reader, first - 1) && reader_token(reader, first - 1)->capital > CLASS_LOWER;
    return first > 1 && slice_is(token_slice(reader->tokens, match->whole.end - 1), "s")
           && reader_has(reader, first - 1, CLASS_HYPHEN) && !(reader_token(reader, first)->flags & TOKEN_GAP_BEFORE)
           && reader_token(reader, first - 2)->capital > CLASS_LOWER;
}

/* "1/250 second" */
static bool read_part_of_one(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    bool one = candidate->value.digits == 1 && candidate->value.exponent == 0;
    candidate->value = decimal_divide(candidate->value, amount_value(reader, match->field[FIELD_of]));
    return one && decimal_present(candidate->value);
}

/* "100s of photos": hundreds, and no seconds */
static bool is_vague_plural(const struct reader *reader, const struct match *match)
{
    int64_t value = 0;
    return reader_has(reader, match->whole.end, CLASS_OF) && match->whole.end == match->whole.start + 2
           && slice_is(token_slice(reader->tokens, match->whole.start + 1), "s")
           && reader_is_glued(reader, match->whole.start + 1)
           && decimal_to_integer(amount_value(reader, match->field[FIELD_amount]), &value) && value % 100 == 0;
}

/* "see you 2day"; but "a 2day trip" */
static bool is_today(const struct reader *reader, const struct match *match)
{
    uint32_t first = match->whole.start, unit = match->field[FIELD_unit].start;
    bool article = first > 0 && (reader_has(reader, first - 1, CLASS_A) || reader_has(reader, first - 1, CLASS_THE));
    return unit == first + 1 && reader_is_glued(reader, unit) && slice_is(token_slice(reader->tokens, first), "2")
           && slice_is(token_slice(reader->tokens, unit), "day") && !article
           && noun_find(reader, unit + 1, true).head == NO_NOUN;
}

/* "a three-quarter point rise" */
static bool is_part_of_point(const struct reader *reader, const struct match *match)
{
    uint32_t end = match->whole.end + reader_has(reader, match->whole.end, CLASS_HYPHEN);
    return reader_has(reader, match->whole.end - 1, CLASS_DENOMINATOR) && reader_has(reader, end, CLASS_POINT);
}

/* "one day they will meet": some day; "it took one day", "one day later", "a one-day strike" count it. */
static bool is_some_day(const struct reader *reader, const struct match *match)
{
    static const enum class counting[] = { CLASS_LASTING, CLASS_BOUND, CLASS_LIMIT, CLASS_IN,  CLASS_THE,
                                           CLASS_FROM,    CLASS_NEXT,  CLASS_OTHER, CLASS_NONE };
    static const enum class links[] = { CLASS_LIMIT, CLASS_AGO, CLASS_BOUND_AFTER, CLASS_OF, CLASS_PER, CLASS_A,
                                        CLASS_AND,   CLASS_OR,  CLASS_FROM,        CLASS_TO, CLASS_NONE };
    struct match_range whole = match->whole;
    if (whole.end - whole.start != 2 || !reader_has(reader, whole.start, CLASS_ONE)
        || !slice_is(token_slice(reader->tokens, whole.end - 1), "day") || reader_has_any(reader, whole.end, links))
        return false;
    return whole.start == 0
           || (!reader_has_any(reader, whole.start - 1, counting)
               && (reader_is_word(reader, whole.end) || date_lies_ahead(reader, whole.start, whole.end)));
}

/* "the Six Day War", "the Seven Years' War": a unit with a capital before one is part of a name, but in no headline. */
static bool is_title(const struct reader *reader, const struct match *match)
{
    uint32_t unit = match->field[FIELD_unit].start, end = match->whole.end;
    end += reader_has(reader, end, CLASS_APOSTROPHE) || reader_has(reader, end, CLASS_POSSESSIVE)
           || reader_has(reader, end, CLASS_OF);
    return amount_given(match->field[FIELD_unit]) && reader_token(reader, unit)->capital == CLASS_CAPITALISED
           && reader_is_word(reader, end) && reader_token(reader, end)->capital == CLASS_CAPITALISED
           && match->whole.start > 0 && reader_has(reader, match->whole.start - 1, CLASS_THE);
}

/* "four second-place finishes", "six hour-long walks": the unit belongs to what is counted; but "a six hour-long walk",
 * "a 10 second-long clip". */
static bool is_of_compound(const struct reader *reader, const struct match *match)
{
    uint32_t unit = match->field[FIELD_unit].start, first = match->whole.start;
    if (unit != first + 1 || unit + 1 != match->whole.end || !reader_has(reader, unit + 1, CLASS_HYPHEN)
        || !reader_is_word(reader, unit + 2) || reader_is_glued(reader, unit))
        return false;
    if (reader_has(reader, unit, CLASS_ORDINAL) && !reader_has(reader, unit + 2, CLASS_EXTENT))
        return true;
    struct slice word = token_slice(reader->tokens, unit);
    return reader_token(reader, first)->shape == CLASS_WORDED && word.bytes[word.length - 1] != 's'
           && !(first > 0 && reader_has(reader, first - 1, CLASS_A));
}

/* "fails after 30s" */
static bool read_seconds(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    candidate->value = amount_value(reader, match->field[FIELD_minor_amount]);
    candidate->unit = slice_of("second");
    return amount_is_seconds(reader, match->field[FIELD_minor_amount].start);
}

/* "the same | 1986 month |", "a | 2019 day | of protest": the month of a year */
static bool is_of_year(const struct reader *reader, const struct match *match)
{
    struct match_range amount = match->field[FIELD_amount];
    uint32_t unit = match->field[FIELD_unit].start;
    return amount_given(amount) && reader_has(reader, amount.start, CLASS_YEAR) && unit == amount.start + 1
           && !reader_is_glued(reader, unit) && reader_has(reader, unit, CLASS_SINGLE);
}

static bool read_duration(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    const char *unit = unit_of(reader, match->field[FIELD_unit]), *low = unit_of(reader, match->field[FIELD_code]);
    bool amount = amount_given(match->field[FIELD_amount]), next = amount_given(match->field[FIELD_next_amount]);
    if (amount_given(match->field[FIELD_minor_amount]))
        return read_seconds(reader, match, candidate);
    candidate->unit = slice_of(unit);
    if (amount_given(match->field[FIELD_denominator]))
        return read_part(reader, match, unit, candidate);
    if (next && is_year(reader, match->whole.start))
        return false; /* "the 1987 quarter and nine months" */
    if (next || amount_given(match->field[FIELD_minor]) || amount_given(match->field[FIELD_fraction]))
        return read_compound(reader, match, unit, candidate);
    if (!amount && !amount_given(match->field[FIELD_low]))
        return read_single(reader, match, unit, candidate);
    if (!amount && amount_given(match->field[FIELD_article]))
        return read_up_to_one(reader, match, low, unit, candidate);
    if (amount_is_change(reader, match) || is_age_group(reader, match) || is_date(reader, match)
        || is_physics(reader, match->field[FIELD_unit].start) || is_part_of_point(reader, match)
        || is_model(reader, match) || is_plural_of_name(reader, match) || is_vague_plural(reader, match)
        || is_today(reader, match) || is_of_compound(reader, match) || is_of_year(reader, match))
        return false;
    bool ordered = amount_read(reader, match, candidate);
    if (amount_given(match->field[FIELD_low]))
        return share_unit(reader, low, unit, candidate);
    if (amount_given(match->field[FIELD_of]))
        ordered &= read_part_of_one(reader, match, candidate);
    set_unit(unit, candidate);
    return ordered;
}

/* "0.5 s⁻¹", "20 h−1": so much in each of them. */
static bool is_rate(const struct reader *reader, struct candidate *candidate)
{
    struct candidate rate = *candidate;
    rate.unit = unit_code(candidate->unit);
    measure_add_powers(reader, &rate);
    if (!slice_is(rate.unit, "1"))
        return false;
    *candidate = rate;
    candidate->kind = CLAIMEX_MEASURE;
    return true;
}

/* "5 min read", and nothing else: how long a page is. */
static bool is_of_page(const struct reader *reader, const struct candidate *candidate)
{
    return candidate->first == 0 && candidate->end + 1 == reader->tokens->token.count
           && slice_is(token_slice(reader->tokens, candidate->end), "read");
}

bool duration_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    bool stands = read_duration(reader, match, candidate);
    if (stands && is_rate(reader, candidate))
        return true;
    if (stands
        && (is_of_survey(reader, match) || is_some_day(reader, match) || is_title(reader, match)
            || is_of_page(reader, candidate)))
        candidate->kind = KIND_NONE; /* a veto */
    else if (stands
             && (age_is_said(reader, candidate->first) || age_bounds_people(reader, candidate->first)
                 || age_is_of_group(reader, candidate)))
        candidate->kind = CLAIMEX_AGE;
    amount_leave_stop(reader, candidate);
    return stands;
}
