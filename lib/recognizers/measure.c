/* Measures: what a unit means; feet with inches; and the letters and marks that are a unit only at times. */
#include "lexicon/word.h"
#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/noun.h"
#include "values/decimal.h"

static const struct token *token_at(const struct reader *reader, uint32_t i)
{
    return &reader->tokens->token.items[i];
}

static struct slice unit_text(const struct reader *reader, uint32_t token)
{
    const char *text = token_text(reader->tokens, token, CLASS_UNIT);
    return text ? slice_of(text) : (struct slice){ NULL, 0 };
}

static struct slice readings_of(const struct reader *reader, struct match_range range)
{
    return amount_given(range) ? unit_text(reader, range.start) : (struct slice){ NULL, 0 };
}

static void set_unit(struct slice readings, struct candidate *candidate)
{
    candidate->unit = amount_first_reading(readings);
    candidate->readings = candidate->unit.length < readings.length ? readings : (struct slice){ NULL, 0 };
}

/* The ms of "5 km/ms", the h of "5 kg/hour". */
static struct slice below_slash(const struct reader *reader, uint32_t token)
{
    static const char *const codes[][2] = {
        { "second", "s" }, { "minute", "min" }, { "hour", "h" }, { "day", "d" }, { "week", "wk" }, { "month", "mo" }, { "year", "a" },
    };
    const char *time = token_text(reader->tokens, token, CLASS_TIMEUNIT);
    for (size_t i = 0; time && i < sizeof codes / sizeof *codes; i++)
        if (strcmp(time, codes[i][0]) == 0)
            return slice_of(codes[i][1]);
    return time ? slice_of(time) : amount_first_reading(unit_text(reader, token));
}

/* ----------------------------------------------------------- units together */

/* How many of the smaller unit make one of the larger; 0 when the two do not go together. */
static int smaller_units(struct slice unit, struct slice smaller)
{
    static const struct { const char *unit, *smaller; int n; } table[] = {
        { "[ft_i]", "[in_i]", 12 }, { "[yd_i]", "[ft_i]", 3 }, { "[yd_i]", "[in_i]", 36 }, { "[mi_i]", "[yd_i]", 1760 },
        { "[mi_i]", "[ft_i]", 5280 }, { "[lb_av]", "[oz_av]", 16 }, { "[stone_av]", "[lb_av]", 14 }, { "km", "m", 1000 },
        { "m", "cm", 100 }, { "m", "mm", 1000 }, { "cm", "mm", 10 }, { "t", "kg", 1000 }, { "kg", "g", 1000 }, { "g", "mg", 1000 },
        { "L", "mL", 1000 }, { "L", "cL", 100 }, { "[gal_us]", "[qt_us]", 4 }, { "[gal_us]", "[pt_us]", 8 },
        { "[qt_us]", "[pt_us]", 2 }, { "[pt_us]", "[foz_us]", 16 }, { "deg", "'", 60 }, { "'", "''", 60 },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (slice_is(unit, table[i].unit) && slice_is(smaller, table[i].smaller))
            return table[i].n;
    return 0;
}

static void end_at(const struct reader *reader, uint32_t end, struct candidate *candidate)
{
    candidate->end = end;
    candidate->at.end = token_at(reader, end - 1)->end;
}

static bool add_smaller(struct slice smaller, claimex_decimal value, struct candidate *candidate)
{
    int n = smaller_units(candidate->unit, smaller);
    if (!n)
        return false;
    candidate->value = decimal_add(decimal_multiply(candidate->value, decimal_make(n, 0)), value);
    set_unit(smaller, candidate);
    return true;
}

/* "6-foot-2", "5 ft 10 in": what follows feet without a unit is inches. */
static bool add_inches(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    claimex_decimal inches = amount_value(reader, match->field[FIELD_next_amount]);
    return slice_is(candidate->unit, "[ft_i]") && decimal_compare(inches, decimal_make(12, 0)) < 0
           && add_smaller(slice_of("[in_i]"), inches, candidate);
}

/* The 2 inches of "6 feet 2 inches", and what follows them, as long as each unit is smaller: all in the smallest. */
static bool add_next(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    claimex_decimal value = { 0, 0, 0 };
    uint32_t end = 0;
    for (uint32_t i = match->field[FIELD_next_amount].start; i < match->whole.end; i++) {
        struct slice smaller = amount_first_reading(unit_text(reader, i));
        if (token_at(reader, i)->number != NO_NUMBER)
            value = reader->tokens->numbers.items[token_at(reader, i)->number];
        if (!smaller.length || !decimal_present(value))
            continue;
        if (!add_smaller(smaller, value, candidate))
            break;
        end = i + 1;
        value = (claimex_decimal){ 0, 0, 0 };
    }
    bool bare = match->field[FIELD_next_amount].end == match->whole.end || amount_given(match->field[FIELD_next_unit]);
    if (!end)
        return bare && add_inches(reader, match, candidate);
    end_at(reader, end, candidate);
    return true;
}

/* "800 m to 1.2 km": a range in the smaller unit, whose ends can be compared only then. */
static bool share_unit(struct slice low, struct candidate *candidate)
{
    int n = slice_equal(low, candidate->unit) ? 1 : smaller_units(candidate->unit, low);
    if (n > 1) {
        candidate->high = decimal_multiply(candidate->high, decimal_make(n, 0));
        set_unit(low, candidate);
    }
    return n > 0 && decimal_present(candidate->low) && decimal_present(candidate->high)
           && decimal_compare(candidate->low, candidate->high) < 0;
}

/* -------------------------------------------------------- feet and inch marks */

#define QUOTE_WINDOW 500 /* bytes before a mark that are looked at for an open quotation */

static bool has_gap_before(const struct reader *reader, uint32_t i)
{
    return (token_at(reader, i)->flags & TOKEN_GAP_BEFORE) != 0;
}

/* Is a quotation open before `at`? A mark behind a digit is taken for one of inches where none is open. */
static bool is_quoted(const char *text, uint32_t at, char mark)
{
    uint32_t start = at > QUOTE_WINDOW ? at - QUOTE_WINDOW : 0;
    bool open = false;
    for (uint32_t i = start; i < at; i++) {
        if (text[i] != mark)
            continue;
        bool half = i > 1 && text[i - 2] == '\xC2' && text[i - 1] >= '\xBC' && text[i - 1] <= '\xBE'; /* ½ */
        bool after_digit = half || (i > 0 && word_is_digit((unsigned char)text[i - 1]));
        bool within_word = mark == '\'' && i > 0 && word_is_ascii_letter((unsigned char)text[i - 1])
                           && word_is_ascii_letter((unsigned char)text[i + 1]);
        if (!within_word && !(after_digit && !open))
            open = !open;
    }
    return open;
}

static bool is_mark(const struct reader *reader, uint32_t i, char mark)
{
    const struct token *token = token_at(reader, i);
    return token->end == token->start + 1 && reader->tokens->text[token->start] == mark
           && !is_quoted(reader->tokens->text, token->start, mark);
}

/* 8", 30' */
static bool read_mark(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    uint32_t sign = match->field[FIELD_sign].start;
    bool inches = is_mark(reader, sign, '"');
    bool lone = inches && reader_has(reader, sign + 1, CLASS_EXTENT); /* 10 " long */
    if ((has_gap_before(reader, sign) && !lone) || !(inches || is_mark(reader, sign, '\'')))
        return false;
    if (sign + 1 < reader->tokens->token.count && token_at(reader, sign + 1)->capital && !has_gap_before(reader, sign + 1))
        return false; /* "20'C" */
    end_at(reader, sign + 1, candidate);
    candidate->unit = slice_of(inches ? "[in_i]" : "[ft_i]");
    candidate->value = amount_value(reader, match->field[FIELD_amount]);
    return decimal_present(candidate->value) && token_at(reader, match->whole.start)->shape != CLASS_YEAR;
}

/* 5'10", 5'10, 6' 2" */
static bool read_marks(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range next = match->field[FIELD_next_amount], closing = match->field[FIELD_next_unit];
    if (!read_mark(reader, match, candidate))
        return false;
    if (!amount_given(next) || !slice_is(candidate->unit, "[ft_i]"))
        return true;
    bool closed = amount_given(closing) && !has_gap_before(reader, closing.start);
    if (!closed && has_gap_before(reader, next.start))
        return true;
    end_at(reader, closed ? closing.end : next.end, candidate);
    return add_inches(reader, match, candidate);
}

/* ------------------------------------------------------------- what is none */

/* "35m of its devices", "35m people": millions, not metres; but "5mm screws". */
static bool is_scale(const struct reader *reader, const struct match *match)
{
    struct match_range unit = match->field[FIELD_unit];
    return reader_has(reader, unit.start, CLASS_SCALE) && !slice_is(token_slice(reader->tokens, unit.start), "mm")
           && (token_at(reader, unit.start)->flags & TOKEN_GLUED)
           && unit.end == match->whole.end && noun_counted(reader, unit.end, false).head != NO_NOUN;
}

/* "SCP-173C", "Unit-5 m", "20 C Wing": a letter or two that stand in a code or a name. */
static bool is_letter_of_name(const struct reader *reader, const struct match *match)
{
    uint32_t unit = match->field[FIELD_unit].start, first = match->whole.start, n = (uint32_t)reader->tokens->token.count;
    struct slice letters = token_slice(reader->tokens, unit);
    if (letters.length > 2 || !word_is_ascii_letter((unsigned char)letters.bytes[0]))
        return false;
    bool tied = first > 1 && reader_has(reader, first - 1, CLASS_HYPHEN) && token_at(reader, first - 2)->capital;
    bool upper = letters.length == 1 && letters.bytes[0] < 'a' && unit + 1 < n;
    return tied || (upper && token_at(reader, unit + 1)->capital == CLASS_CAPITALISED);
}

/* --------------------------------------------------- one, and a part of one */

/* Behind "a mile": "a mile race" is a race. */
static bool goes_on_as_noun(const struct reader *reader, uint32_t end)
{
    return end < reader->tokens->token.count && token_at(reader, end)->capital && !reader_has(reader, end, CLASS_EXTENT)
           && noun_find(reader, end, true).head != NO_NOUN;
}

static bool read_single(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range part = match->field[FIELD_denominator];
    candidate->value = decimal_make(1, 0);
    if (amount_given(part))
        candidate->value = decimal_divide(candidate->value,
                                          decimal_make(token_reading(reader->tokens, part.start, CLASS_DENOMINATOR)->number, 0));
    return amount_given(part) || !goes_on_as_noun(reader, match->whole.end);
}

/* "it was - 20 degrees", "to convert - 20 degrees": where no dash can stand, it is a minus. */
static bool is_minus(const struct reader *reader, uint32_t dash)
{
    struct slice unit = amount_first_reading(unit_text(reader, dash + 2));
    if (token_at(reader, dash)->end > token_at(reader, dash)->start + 1
        || !(slice_is(unit, "deg") || slice_is(unit, "Cel") || slice_is(unit, "[degF]")))
        return false;
    if (dash == 0 || reader_has(reader, dash - 1, CLASS_PREPOSITION) || reader_has(reader, dash - 1, CLASS_BE)
        || reader_has(reader, dash - 1, CLASS_TO))
        return true;
    struct slice word = token_slice(reader->tokens, dash - 1);
    return dash > 1 && reader_has(reader, dash - 2, CLASS_TO) && (word_class_of(word.bytes, word.length) & WORD_VERB);
}

/* ---------------------------------------------------------------------- all */

static bool read_amount(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct slice code = readings_of(reader, match->field[FIELD_code]);
    if (amount_given(match->field[FIELD_sign]) && !is_minus(reader, match->whole.start))
        return false;
    if (amount_is_change(reader, match))
        return false;
    bool ordered = amount_read(reader, match, candidate);
    if (code.length ? !share_unit(amount_first_reading(code), candidate) : !ordered)
        return false;
    if (amount_given(match->field[FIELD_sign]) || amount_given(match->field[FIELD_minor]))
        candidate->value = decimal_negate(candidate->value);
    return true;
}

static bool read_measure(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range unit = match->field[FIELD_unit], per = match->field[FIELD_per];
    if (amount_given(match->field[FIELD_sign]) && !amount_given(unit))
        return read_marks(reader, match, candidate);
    if (amount_given(unit) && (is_scale(reader, match) || is_letter_of_name(reader, match)))
        return false;
    set_unit(amount_given(unit) ? readings_of(reader, unit) : slice_of("deg"), candidate);
    if (amount_given(match->field[FIELD_article]) || amount_given(match->field[FIELD_denominator]))
        return read_single(reader, match, candidate);
    if (!read_amount(reader, match, candidate))
        return false;
    if (amount_given(per))
        candidate->unit_below = below_slash(reader, per.start);
    return !amount_given(match->field[FIELD_next_amount]) || add_next(reader, match, candidate);
}

bool measure_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    bool stands = read_measure(reader, match, candidate);
    amount_leave_stop(reader, candidate);
    return stands;
}
