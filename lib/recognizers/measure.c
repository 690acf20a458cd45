/* Measures: what a unit means; feet with inches; and the letters and marks that are a unit only at times. */
#include "lexicon/word.h"
#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/measure_below.h"
#include "recognizers/noun.h"
#include "values/decimal.h"
#include "values/unit.h"

static struct slice unit_text(const struct reader *reader, uint32_t token)
{
    const char *text = token_text(reader->tokens, token, CLASS_UNIT);
    return text ? slice_of(text) : (struct slice){ NULL, 0 };
}

static struct slice readings_of(const struct reader *reader, struct match_range range)
{
    return amount_given(range) ? unit_text(reader, range.start) : (struct slice){ NULL, 0 };
}

/* ----------------------------------------------------------- units together */

static bool add_smaller(struct slice smaller, claimex_decimal value, struct candidate *candidate)
{
    int64_t n = unit_count_in(candidate->unit, smaller);
    if (!n)
        return false;
    candidate->value = decimal_add(decimal_multiply(candidate->value, decimal_make(n, 0)), value);
    amount_set_unit(smaller, candidate);
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
        if (decimal_present(reader_number(reader, i)))
            value = reader_number(reader, i);
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
    amount_end_at(reader, end, candidate);
    return true;
}

/* The minutes and seconds of "57°44'8.5"": all in the smallest unit. */
static void add_arc(const struct reader *reader, struct candidate *candidate)
{
    static const struct {
        const char *unit;
        const char *marks[4];
    } parts[] = {
        { "'", { "'", "\u2019", "\u2032", NULL } },
        { "''", { "\"", "\u201d", "\u2033", NULL } },
    };
    if (!slice_is(candidate->unit, "deg") || !decimal_present(candidate->value) || candidate->value.digits < 0)
        return;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        uint32_t mark = candidate->end + 1;
        claimex_decimal value = reader_number(reader, mark - 1);
        if (!reader_is_glued(reader, mark) || !decimal_present(value)
            || !slice_is_any(token_slice(reader->tokens, mark), parts[i].marks))
            return;
        add_smaller(slice_of(parts[i].unit), value, candidate);
        amount_end_at(reader, mark + 1, candidate);
    }
}

/* "800 m to 1.2 km": a range in the smaller unit, whose ends can be compared only then. */
static bool share_unit(const struct reader *reader, struct slice low, struct candidate *candidate)
{
    int64_t n = slice_equal(low, candidate->unit) ? 1 : unit_count_in(candidate->unit, low);
    if (n > 1)
        amount_set_unit(low, candidate);
    return amount_in_smaller(reader, candidate, n);
}

/* -------------------------------------------------------- feet and inch marks */

#define QUOTE_WINDOW 500 /* bytes before a mark that are looked at for an open quotation */

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
    const struct token *token = reader_token(reader, i);
    return token->end == token->start + 1 && reader->tokens->text[token->start] == mark
           && !is_quoted(reader->tokens->text, token->start, mark);
}

/* The ” of "a 27” screen"; but not where “ opened a quotation. */
static bool is_curly_inches(const struct reader *reader, uint32_t i)
{
    const struct token *token = reader_token(reader, i);
    const char *text = reader->tokens->text;
    uint32_t first = token->start > QUOTE_WINDOW ? token->start - QUOTE_WINDOW : 0;
    if (!slice_is(token_slice(reader->tokens, i), "\u201d"))
        return false;
    for (uint32_t at = token->start; at > first + 2; at--) {
        bool curly = text[at - 3] == '\xE2' && text[at - 2] == '\x80';
        if (curly && (text[at - 1] == '\x9C' || text[at - 1] == '\x9D'))
            return text[at - 1] == '\x9D';
    }
    return true;
}

/* 8", 30' */
static bool read_mark(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    uint32_t sign = match->field[FIELD_sign].start;
    bool inches = is_mark(reader, sign, '"') || is_curly_inches(reader, sign);
    bool lone = inches && reader_has(reader, sign + 1, CLASS_EXTENT); /* 10 " long */
    if ((!reader_is_glued(reader, sign) && !lone) || !(inches || is_mark(reader, sign, '\'')))
        return false;
    uint32_t word = sign + 1 + reader_has(reader, sign + 1, CLASS_HYPHEN);
    if (reader_is_word(reader, word) && reader_is_glued(reader, word)
        && (word == sign + 1 || (!inches && !reader_has(reader, word, CLASS_EXTENT))))
        return false; /* "20'C", "5'-phosphate" */
    amount_end_at(reader, sign + 1, candidate);
    candidate->unit = slice_of(inches ? "[in_i]" : "[ft_i]");
    if (reader_token(reader, match->whole.start)->shape == CLASS_YEAR)
        return false;
    if (amount_given(match->field[FIELD_low])) /* 6-10" */
        return !amount_is_change(reader, match)
               && amount_range(reader, match->field[FIELD_low], match->field[FIELD_amount], candidate);
    candidate->value = amount_value(reader, match->field[FIELD_amount]);
    return decimal_present(candidate->value);
}

/* 5’10”, 5′10″: the feet in curly marks and primes, which are other things where no inches follow */
static bool read_typeset(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    static const char *const feet[] = { "\u2019", "\u2032", NULL };
    static const char *const inches[] = { "\u201d", "\u2033", "\"", "''", NULL };
    uint32_t sign = match->field[FIELD_sign].start, closing = match->field[FIELD_next_unit].start;
    if (!amount_given(match->field[FIELD_next_unit]) || amount_given(match->field[FIELD_low])
        || !reader_is_glued(reader, sign) || !reader_is_glued(reader, closing)
        || !slice_is_any(token_slice(reader->tokens, sign), feet)
        || !slice_is_any(token_slice(reader->tokens, closing), inches))
        return false;
    candidate->unit = slice_of("[ft_i]");
    candidate->value = amount_value(reader, match->field[FIELD_amount]);
    return decimal_present(candidate->value) && add_inches(reader, match, candidate);
}

/* 5'10", 5'10, 6' 2" */
static bool read_marks(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range next = match->field[FIELD_next_amount], closing = match->field[FIELD_next_unit];
    if (read_typeset(reader, match, candidate))
        return true;
    if (!read_mark(reader, match, candidate))
        return false;
    if (!amount_given(next) || !slice_is(candidate->unit, "[ft_i]") || amount_given(match->field[FIELD_low]))
        return true;
    bool closed = amount_given(closing) && reader_is_glued(reader, closing.start);
    if (!closed && !reader_is_glued(reader, next.start))
        return true;
    amount_end_at(reader, closed ? closing.end : next.end, candidate);
    return add_inches(reader, match, candidate);
}

/* ------------------------------------------------------------- what is none */

/* "35m people", "25 to 35m people", "35m of its devices", but "a 100m tower stands". */
static bool is_counted(const struct reader *reader, const struct match *match)
{
    uint32_t before = match->whole.start - 1, end = match->field[FIELD_unit].end;
    struct noun noun = noun_counted(reader, end, false);
    if (noun.head == NO_NOUN || match->whole.start == 0 || noun.head == end)
        return noun.head != NO_NOUN;
    bool one = reader_has(reader, before, CLASS_A) || reader_has(reader, before, CLASS_THE)
               || reader_has(reader, before, CLASS_POSSESSIVE);
    return !one || !(token_word_classes(reader->tokens, noun.head) & WORD_VERB);
}

#define SUM_WINDOW 12u /* tokens before a number that may say what it is in */

/* Does something before say that m stands for millions? "£5m", "3m people, up from 2.8m", "losses grew to 4m"; but "a
 * 35m rope" */
static bool is_sum(const struct reader *reader, uint32_t scale)
{
    bool crossed = reader_has(reader, scale + 1, CLASS_BY) && reader_has(reader, scale + 2, CLASS_NUMBER)
                   && !reader_has(reader, scale + 2, CLASS_YEAR); /* "50m by 25m" */
    if (noun_find(reader, scale + 1, true).head != NO_NOUN || crossed)
        return false;
    for (uint32_t back = 2; back <= SUM_WINDOW && back <= scale; back++) {
        uint32_t i = scale - back;
        if (reader_has(reader, i, CLASS_VALUED) || reader_has(reader, i, CLASS_SEMICOLON))
            return reader_has(reader, i, CLASS_VALUED);
        if (i < 1 || !reader_has(reader, i, CLASS_SCALE) || !reader_has(reader, i - 1, CLASS_NUMBER))
            continue;
        if (!reader_has(reader, i, CLASS_UNIT) || (i > 1 && reader_has(reader, i - 2, CLASS_CURRENCY))
            || reader_has(reader, i + 1, CLASS_TIMEUNIT) || noun_counted(reader, i + 1, false).head != NO_NOUN)
            return true;
    }
    return false;
}

/* The M of "2 M views"; "0.2 M HEPES" is a solution. */
static bool is_million(const struct reader *reader, const struct match *match)
{
    uint32_t unit = match->field[FIELD_unit].start;
    return slice_is(token_slice(reader->tokens, unit), "M")
           && (reader_is_glued(reader, unit) || unit != match->whole.start + 1
               || noun_find(reader, unit + 1, false).plural
               || decimal_compare(amount_value(reader, (struct match_range){ unit - 1, unit }), decimal_make(1, 0))
                      >= 0);
}

/* The K of "worth 40K"; "(25 °C, 298K)" is in kelvins. */
static bool is_thousand(const struct reader *reader, const struct match *match)
{
    uint32_t unit = match->field[FIELD_unit].start;
    if (!slice_is(token_slice(reader->tokens, unit), "K") || !reader_is_glued(reader, unit)
        || reader_has(reader, unit - 1, CLASS_HYPHEN))
        return false;
    for (uint32_t back = 1; back <= SUM_WINDOW && back <= match->whole.start; back++) {
        struct slice code = amount_first_reading(unit_text(reader, match->whole.start - back));
        if (slice_is(code, "Cel") || slice_is(code, "[degF]") || slice_is(code, "deg"))
            return false;
    }
    return true;
}

/* Millions, not metres, or thousands, not kelvins; but "5mm screws". */
static bool is_scale(const struct reader *reader, const struct match *match)
{
    struct match_range unit = match->field[FIELD_unit];
    uint8_t shape = reader_token(reader, match->whole.start)->shape;
    if ((shape == CLASS_FOUR || shape == CLASS_YEAR) && slice_is(amount_first_reading(readings_of(reader, unit)), "m")
        && !noun_find(reader, unit.end, false).plural)
        return false; /* "at 3160m" */
    if (slice_is(token_slice(reader->tokens, unit.start), "M")
        && (reader_has(reader, unit.start + 1, CLASS_SOLUTE) || amount_is_tiny(reader, unit.start - 1)))
        return false; /* "2M urea", "10(-9)M" */
    if (is_thousand(reader, match) || is_million(reader, match))
        return true;
    return reader_has(reader, unit.start, CLASS_SCALE) && !reader_has(reader, unit.end, CLASS_EXTENT)
           && !slice_is(token_slice(reader->tokens, unit.start), "mm")
           && (reader_token(reader, unit.start)->flags & TOKEN_GLUED) && !reader_has(reader, unit.end, CLASS_SLASH)
           && (is_counted(reader, match) || is_sum(reader, unit.start));
}

/* The 13 of "13C/12C", "[11C]", "14C dating". */
static bool is_isotope(const struct reader *reader, uint32_t number)
{
    struct slice digits = token_slice(reader->tokens, number);
    if (digits.length != 2 || digits.bytes[0] != '1' || digits.bytes[1] < '1' || digits.bytes[1] > '4')
        return false;
    bool bracket =
        number > 0 && (reader_byte(reader, number - 1) == '[' || reader_has(reader, number - 1, CLASS_SLASH));
    return bracket || reader_has(reader, number + 2, CLASS_SLASH)
           || (reader_is_word(reader, number + 2) && (token_word_classes(reader->tokens, number + 2) & WORD_GERUND))
           || noun_find(reader, number + 2, true).head != NO_NOUN;
}

static bool is_letter(const struct reader *reader, uint32_t i, char letter)
{
    return i < reader->tokens->token.count && slice_is(token_slice(reader->tokens, i), (char[]){ letter, '\0' });
}

/* "45 N, 12 W": degrees of a place. */
static bool is_of_place(const struct reader *reader, uint32_t first, uint32_t unit)
{
    uint32_t behind = unit + 1 + reader_has(reader, unit + 1, CLASS_COMMA);
    uint32_t before = first - (first > 0 && reader_has(reader, first - 1, CLASS_COMMA));
    bool north = reader_has(reader, behind, CLASS_NUMBER)
                 && (is_letter(reader, behind + 1, 'W') || is_letter(reader, behind + 1, 'E'));
    bool west = before > 1 && reader_has(reader, before - 2, CLASS_NUMBER)
                && (is_letter(reader, before - 1, 'N') || is_letter(reader, before - 1, 'S'));
    return north || west;
}

/* "12 F-16s", "two K-band aerials", "P2216-N16", "C 0 N i", "g.4627C", "20 C Wing", "3 N.S.W." */
static bool is_capital_of_name(const struct reader *reader, uint32_t first, uint32_t unit)
{
    uint32_t n = (uint32_t)reader->tokens->token.count;
    bool model = reader_has(reader, unit + 1, CLASS_HYPHEN)
                 || (reader_is_glued(reader, unit + 1) && reader_has(reader, unit + 1, CLASS_NUMBER));
    bool formula = first > 1 && reader_token(reader, first - 1)->capital > CLASS_LOWER
                   && token_slice(reader->tokens, first - 1).length == 1;
    bool gene = first > 1 && reader_has(reader, first - 1, CLASS_PERIOD) && reader_is_glued(reader, first)
                && reader_is_glued(reader, first - 1) && reader_is_word(reader, first - 2);
    bool wing = unit + 1 < n && reader_token(reader, unit + 1)->capital == CLASS_CAPITALISED;
    bool initials = unit + 2 < n && reader_has(reader, unit + 1, CLASS_PERIOD) && reader_is_glued(reader, unit + 2)
                    && reader_token(reader, unit + 2)->capital;
    bool road = first > 0 && reader_has(reader, first - 1, CLASS_NUMBERED); /* "exit 12 N" */
    return model || formula || gene || wing || initials || road || is_of_place(reader, first, unit);
}

/* "SCP-173C", "Unit-5 m": a letter or two that stand in a code or a name. A 13F is filed by those who invest. */
static bool is_letter_of_name(const struct reader *reader, const struct match *match)
{
    uint32_t unit = match->field[FIELD_unit].start, first = match->whole.start;
    struct slice letters = token_slice(reader->tokens, unit);
    if (letters.length > 2 || !word_is_ascii_letter((unsigned char)letters.bytes[0]))
        return false;
    bool glued = (reader_token(reader, unit)->flags & TOKEN_GLUED) && unit == first + 1;
    bool filed = letters.bytes[0] == 'F' && glued && slice_is(token_slice(reader->tokens, first), "13");
    bool capital = letters.length == 1 && letters.bytes[0] < 'a';
    bool carbon = capital && letters.bytes[0] == 'C' && glued && is_isotope(reader, first);
    bool tied = first > 1 && reader_has(reader, first - 1, CLASS_HYPHEN) && reader_token(reader, first - 2)->capital;
    return filed || carbon || tied || (capital && is_capital_of_name(reader, first, unit));
}

/* "the 800m", "the women's 100 metres": a race. */
static bool is_race(const struct reader *reader, const struct candidate *candidate)
{
    static const int lengths[] = { 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000 };
    uint32_t before = candidate->first - 1;
    if (candidate->first == 0 || !slice_is(candidate->unit, "m") || !decimal_present(candidate->value)
        || !(reader_has(reader, before, CLASS_THE) || reader_has(reader, before, CLASS_POSSESSIVE))
        || noun_find(reader, candidate->end, true).head != NO_NOUN || reader_has(reader, candidate->end, CLASS_EXTENT))
        return false;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        if (decimal_compare(candidate->value, decimal_make(lengths[i], 0)) == 0)
            return true;
    return false;
}

/* The 4 of "4 x 250 ml": so many of them, no millilitres. */
static bool is_multiplied(const struct reader *reader, const struct match *match)
{
    static const char *const lengths[] = { "m",      "cm",     "mm", "km", "[ft_i]", "[in_i]",
                                           "[yd_i]", "[mi_i]", "um", "nm", "pixel",  NULL };
    uint32_t by = match->whole.end + reader_has(reader, match->whole.end, CLASS_HYPHEN);
    struct slice unit = amount_first_reading(readings_of(reader, match->field[FIELD_unit]));
    return match->field[FIELD_unit].start >= match->whole.end && reader_has(reader, by, CLASS_BY)
           && !slice_is_any(unit, lengths);
}

/* --------------------------------------------------- one, and a part of one */

/* Behind "a mile": "a mile race" is a race. */
static bool goes_on_as_noun(const struct reader *reader, uint32_t end)
{
    return reader_is_word(reader, end) && !reader_has(reader, end, CLASS_EXTENT)
           && noun_find(reader, end, true).head != NO_NOUN;
}

/* Behind "a ton": "of songs", "of free time" is much, and nothing that anybody weighs. */
static bool is_vague(const struct reader *reader, uint32_t end)
{
    if (!reader_has(reader, end - 1, CLASS_VAGUE) || !reader_has(reader, end, CLASS_OF))
        return false;
    struct noun noun = noun_find(reader, end + 1, true);
    return noun_find(reader, end + 1, false).plural || reader_has(reader, noun.head, CLASS_WEIGHTLESS);
}

static bool read_single(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range part = match->field[FIELD_denominator];
    candidate->value = decimal_make(1, 0);
    if (amount_given(part))
        candidate->value = amount_part(reader, part.start, candidate->value);
    if (amount_given(match->field[FIELD_fraction]))
        candidate->value = decimal_make(15, -1); /* "a litre and a half" */
    uint32_t end = match->field[FIELD_unit].end;
    bool vague = !amount_given(part) && is_vague(reader, end);
    bool money = !amount_given(part) && reader_has(reader, end - 1, CLASS_CURRENCY)
                 && !reader_has(reader, end, CLASS_OF) && !reader_has(reader, end, CLASS_A)
                 && !reader_has(reader, end, CLASS_PER); /* "up a pound" */
    return amount_given(part) || (!money && !vague && !goes_on_as_noun(reader, end));
}

/* "it was - 20 degrees", "to convert - 20 degrees": where no dash can stand, it is a minus. */
static bool is_minus(const struct reader *reader, uint32_t dash)
{
    struct slice unit = amount_first_reading(unit_text(reader, dash + 2));
    if (reader_token(reader, dash)->end > reader_token(reader, dash)->start + 1
        || !(slice_is(unit, "deg") || slice_is(unit, "Cel") || slice_is(unit, "[degF]")))
        return false;
    if (dash == 0 || reader_has(reader, dash - 1, CLASS_PREPOSITION) || reader_has(reader, dash - 1, CLASS_BE)
        || reader_has(reader, dash - 1, CLASS_TO))
        return true;
    return dash > 1 && reader_has(reader, dash - 2, CLASS_TO)
           && (token_word_classes(reader->tokens, dash - 1) & WORD_VERB);
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
    if (code.length ? !share_unit(reader, amount_first_reading(code), candidate) : !ordered)
        return false;
    if (amount_given(match->field[FIELD_sign]) || amount_given(match->field[FIELD_minor]))
        candidate->value = decimal_negate(candidate->value);
    return true;
}

/* "16 in of rain", "2 in per year": inches, where no preposition can stand; but "1 in every 5". */
static bool read_inches(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    candidate->unit = slice_of("[in_i]");
    uint32_t end = match->whole.end;
    bool each = reader_has(reader, end, CLASS_PER) && !slice_is(token_slice(reader->tokens, end), "per");
    return !each && slice_is(token_slice(reader->tokens, end - 1), "in") && read_amount(reader, match, candidate);
}

/* "km/h", "g/cm 3", "mmole/min", "microgram/kg/min"; of the 10 in "10 and 20 km/h", too. */
static void read_below(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range unit = match->field[FIELD_unit], per = match->field[FIELD_per];
    uint32_t end = amount_given(per) ? per.end : unit.end;
    bool own = end == match->whole.end;
    if (amount_given(per))
        measure_add_below_slash(reader, per.start, candidate);
    if (amount_given(per) && own)
        measure_add_power_below(reader, candidate);
    if (measure_add_short_below(reader, own ? candidate->end : end, candidate) && own)
        amount_end_at(reader, candidate->end + 2, candidate);
}

static bool read_measure(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range unit = match->field[FIELD_unit], per = match->field[FIELD_per];
    if (amount_given(match->field[FIELD_sign]) && !amount_given(unit))
        return read_marks(reader, match, candidate);
    if (amount_given(match->field[FIELD_next_unit]) && !amount_given(unit))
        return read_inches(reader, match, candidate);
    if (amount_given(match->field[FIELD_low]) && match->whole.start > 0
        && reader_has(reader, match->whole.start - 1, CLASS_SYMBOL)) /* "$2 to 63 million pounds" */
        return false;
    if (amount_given(unit)
        && (is_scale(reader, match) || is_letter_of_name(reader, match) || is_multiplied(reader, match)))
        return false;
    amount_set_unit(amount_given(unit) ? readings_of(reader, unit) : slice_of("deg"), candidate);
    if (amount_given(unit) && reader_has(reader, unit.start, CLASS_PER_UNIT)) /* rebounds a game */
        candidate->kind = CLAIMEX_COUNT;
    if (amount_given(match->field[FIELD_article]) || amount_given(match->field[FIELD_denominator]))
        return read_single(reader, match, candidate);
    if (!read_amount(reader, match, candidate))
        return false;
    if (amount_given(unit))
        read_below(reader, match, candidate);
    if (amount_given(match->field[FIELD_next_amount]))
        return add_next(reader, match, candidate);
    if (!amount_given(per) && amount_given(unit) && unit.end == match->whole.end) {
        measure_add_powers(reader, candidate);
        add_arc(reader, candidate);
    }
    return true;
}

/* "10-K", which companies file */
static bool is_form(const struct reader *reader, const struct match *match)
{
    struct match_range unit = match->field[FIELD_unit];
    return amount_given(unit) && slice_is(token_slice(reader->tokens, unit.start), "K") && unit.start > 0
           && reader_has(reader, unit.start - 1, CLASS_HYPHEN);
}

/* "on Ninety Mile Beach", "at Three Mile Island": a singular, and capitals within a sentence */
static bool is_place(const struct reader *reader, const struct match *match)
{
    uint32_t first = match->field[FIELD_amount].start, unit = match->field[FIELD_unit].start;
    return amount_given(match->field[FIELD_amount]) && unit == first + 1
           && reader_token(reader, first)->shape == CLASS_WORDED
           && reader_token(reader, first)->capital == CLASS_CAPITALISED
           && !(reader_token(reader, first)->flags & TOKEN_FIRST)
           && reader_token(reader, unit)->capital == CLASS_CAPITALISED && !noun_is_plural(reader, unit);
}

bool measure_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    bool stands = read_measure(reader, match, candidate);
    amount_leave_stop(reader, candidate);
    if (stands && (is_race(reader, candidate) || is_form(reader, match) || is_place(reader, match)))
        candidate->kind = KIND_NONE; /* a veto */
    return stands;
}
