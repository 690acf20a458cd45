/* Ratios: a value and the denominator that it is of. */
#include "lexicon/word.h"
#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/noun.h"
#include "tokens/digits.h"
#include "values/decimal.h"

static bool is_worded_one(const struct reader *reader, struct match_range amount)
{
    return reader->tokens->token.items[amount.start].shape == CLASS_ONE;
}

/* Is the word behind the fraction one that "a third" as an ordinal would stand before ("a third man")? */
static bool goes_on_as_ordinal(const struct reader *reader, uint32_t end)
{
    uint32_t n = (uint32_t)reader->tokens->token.count;
    bool date = reader_has(reader, end, CLASS_NEXT) && reader_has(reader, end + 1, CLASS_TIMEUNIT); /* "last year" */
    if (end >= n || !reader->tokens->token.items[end].capital || date)
        return false;
    struct noun noun = noun_find(reader, end, true);
    return noun.head != NO_NOUN;
}

/* "a third fewer people", "a fifth less water"; but "a third larger ship" */
static bool is_less_or_more(const struct reader *reader, uint32_t end)
{
    bool less = end < reader->tokens->token.count && slice_is(token_slice(reader->tokens, end), "less");
    return less || (reader_has(reader, end, CLASS_COMPARED) && noun_find(reader, end + 1, false).plural);
}

#define MOST_OF_CHANGE 6u /* tokens from a word of change to the fraction that it changed by */

/* "joined by a sixth, Hana Ruiz", "a third, the old mill, fell", "a third, 45, was": one more of them; but "fell by a
 * sixth, Ruiz said". */
static bool is_one_more(const struct reader *reader, struct match_range fraction)
{
    uint32_t next = fraction.end + 1;
    bool named = reader_has(reader, fraction.end, CLASS_COMMA)
                 && (reader_has(reader, next, CLASS_THE)
                     || (reader_has(reader, next, CLASS_NUMBER) && reader_has(reader, next + 1, CLASS_COMMA))
                     || (reader_is_word(reader, next) && reader_token(reader, next)->capital > CLASS_LOWER));
    for (uint32_t back = 1; named && back <= MOST_OF_CHANGE && back <= fraction.start; back++)
        if (amount_is_change_word(reader, fraction.start - back))
            return false;
    return named && !(fraction.start > 0 && reader_has(reader, fraction.start - 1, CLASS_BOUND));
}

/* "one third", "three quarters", "a half", "half" */
static bool read_fraction(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    uint32_t denominator = match->field[FIELD_denominator].start, before = match->whole.start - 1;
    int32_t below = token_reading(reader->tokens, denominator, CLASS_DENOMINATOR)->number;
    struct match_range amount = match->field[FIELD_amount], tens = match->field[FIELD_code];
    candidate->of = decimal_make(below, 0);
    if (amount_given(tens)) {
        claimex_decimal value = amount_value(reader, tens);
        if (below >= 10 || value.exponent != 1
            || decimal_compare(value, decimal_make(10, 0)) <= 0) /* twenty … ninety, "-fifth" */
            return false;
        candidate->of = decimal_add(candidate->of, value);
    } else if (below < 2) { /* firsts, but of "twenty-firsts" */
        return false;
    }
    candidate->value = amount_given(amount) ? amount_value(reader, amount) : decimal_make(1, 0);
    if (match->whole.start > 0 && reader_has(reader, before, CLASS_HYPHEN)) /* "a fly-half" */
        return false;
    bool ordinal = match->whole.start > 0 && reader_has(reader, before, CLASS_ORDINAL); /* "the second half" */
    bool quarters = reader_has(reader, denominator, CLASS_TIMEUNIT) && !reader_has(reader, match->whole.end, CLASS_OF)
                    && (decimal_compare(candidate->value, decimal_make(4, 0)) >= 0
                        || (match->whole.start > 0 && reader_has(reader, before, CLASS_IN))); /* "in five quarters" */
    struct slice word = token_slice(reader->tokens, denominator);
    bool improper =
        word.bytes[word.length - 1] != 's' && decimal_compare(candidate->value, candidate->of) >= 0; /* "six fifths" */
    bool period = match->whole.start > 0 && reader_has(reader, before, CLASS_NEXT); /* "the past three quarters" */
    if (ordinal || period || improper || quarters || !decimal_present(candidate->value))
        return false;
    bool article = amount_given(match->field[FIELD_article]);
    bool of = reader_has(reader, match->whole.end, CLASS_OF);
    bool bound = match->whole.start > 0
                 && (reader_has(reader, before, CLASS_BOUND) || reader_has(reader, before, CLASS_BY)
                     || amount_is_end_of_change(reader, match->whole.start, match->whole.end));
    if (article && !of && is_one_more(reader, match->whole))
        return false;
    bool said = reader_has(reader, match->whole.end, CLASS_BE) /* "a quarter is ice", "a quarter (26%) said" */
                || (reader_has(reader, match->whole.end, CLASS_OPEN)
                    && reader_has(reader, match->whole.end + 2, CLASS_PERCENT));
    if (article && below != 2)
        return of || said || is_less_or_more(reader, match->whole.end)
               || (bound && !goes_on_as_ordinal(reader, match->whole.end))
               || (below != 4 && !goes_on_as_ordinal(reader, match->whole.end));
    return !(amount_given(amount) && is_worded_one(reader, amount) && !of
             && goes_on_as_ordinal(reader, match->whole.end) && below != 2
             && !reader_has(reader, amount.end, CLASS_HYPHEN));
}

static int integer_at(const char *digits, const char *end)
{
    int value = 0;
    for (; digits < end && word_is_digit((unsigned char)*digits); digits++)
        value = value * 10 + *digits - '0';
    return value;
}

/* "10/10 would come again", "I give it a 5/5", which elsewhere are dates */
static bool is_full_mark(const struct reader *reader, uint32_t first)
{
    static const enum class givers[] = { CLASS_A, CLASS_PRONOUN, CLASS_BE, CLASS_NONE };
    return first == 0 || reader_has_any(reader, first - 1, givers);
}

/* "4.5/5": out of a round number, and no more than it */
static bool is_rating(const struct candidate *candidate)
{
    bool round = decimal_compare(candidate->of, decimal_make(5, 0)) == 0
                 || decimal_compare(candidate->of, decimal_make(10, 0)) == 0;
    return round && decimal_compare(candidate->value, candidate->of) <= 0;
}

/* "2/3 agree", "2/3 are"; but "off 3/8.", "31/32 down on the day" */
static bool has_verb_behind(const struct reader *reader, uint32_t end)
{
    return reader_has(reader, end, CLASS_BE) || reader_has(reader, end, CLASS_HAVE)
           || (reader_is_word(reader, end) && reader_token(reader, end)->capital == CLASS_LOWER
               && !noun_is_closed(reader, end) && !amount_is_change_word(reader, end));
}

/* "7/10 agree", "4/5 stars"; "1/4 point" counts a part of one. */
static bool is_share_of_all(const struct reader *reader, uint32_t number)
{
    uint32_t end = number + 1;
    struct noun noun = noun_counted(reader, end, false);
    return !reader_is_glued(reader, number) && !(reader_is_glued(reader, end) && reader_is_word(reader, end))
           && (noun.head == NO_NOUN ? noun_find(reader, end, true).head == NO_NOUN : noun.plural);
}

/* The 3 and 4 of "3/4" and of "¾"; a fraction with an integer before it is so many out of one. */
static void split_fraction(struct slice text, struct candidate *candidate)
{
    const char *slash = memchr(text.bytes, '/', text.length), *end = text.bytes + text.length;
    const unsigned char *first = (const unsigned char *)text.bytes;
    int above = 0, below = 0;
    if (!slash) {
        if (digits_vulgar(first, first + text.length, &above, &below) != text.length)
            return;
    } else if (slash - text.bytes <= 2 && decimal_compare(candidate->value, decimal_make(1, 0)) < 0) {
        above = integer_at(text.bytes, slash);
        below = integer_at(slash + 1, end);
    } else {
        return;
    }
    candidate->value = decimal_make(above, 0);
    candidate->of = decimal_make(below, 0);
}

static bool read_slashed(const struct reader *reader, uint32_t number, struct candidate *candidate)
{
    struct slice text = token_slice(reader->tokens, number);
    const char *slash = memchr(text.bytes, '/', text.length);
    bool plain = slash && slash - text.bytes <= 2;
    candidate->of = decimal_make(1, 0);
    split_fraction(text, candidate);
    bool share =
        reader_has(reader, number + 1, CLASS_OF)
        || (plain && is_share_of_all(reader, number) && (is_rating(candidate) || has_verb_behind(reader, number + 1)));
    return decimal_present(candidate->value) && share;
}

static bool is_small_integer(claimex_decimal number)
{
    return decimal_present(number) && number.exponent >= 0 && decimal_compare(number, decimal_make(1000000000, 0)) <= 0;
}

/* "is one of two winners", "in one of three ways": one of them, and no share; but "one of five adults smokes". */
static bool is_one_of_them(const struct reader *reader, const struct match *match)
{
    static const enum class before[] = { CLASS_BE, CLASS_IN, CLASS_PREPOSITION, CLASS_OF, CLASS_TO, CLASS_NONE };
    uint32_t first = match->whole.start;
    return first > 0 && is_worded_one(reader, match->field[FIELD_amount]) && reader_has_any(reader, first - 1, before)
           && !reader_has(reader, first - 1, CLASS_BOUND);
}

/* "6 of 10"; not "April 2 of 780.00/783.90" */
static bool is_share(const struct reader *reader, const struct match *match, const struct candidate *candidate)
{
    uint8_t shape = reader->tokens->token.items[match->field[FIELD_of].start].shape;
    return decimal_compare(candidate->of, decimal_make(100, 0)) <= 0 && shape != CLASS_DECIMAL
           && shape != CLASS_FRACTION && !reader_has(reader, match->whole.end, CLASS_SLASH)
           && !(match->whole.start > 0 && reader_has(reader, match->whole.start - 1, CLASS_MONTH));
}

/* "3:1"; not "of the 2600: 1", nor the clock of "at 6:11" */
static bool is_tight(const struct reader *reader, const struct match *match, const struct candidate *candidate)
{
    uint32_t colon = match->field[FIELD_amount].end;
    if (!reader_has(reader, colon, CLASS_COLON) || amount_given(match->field[FIELD_at])
        || reader_has(reader, match->whole.end, CLASS_ODDS))
        return true;
    bool clock = decimal_compare(candidate->value, decimal_make(1, 0)) > 0
                 && decimal_compare(candidate->value, decimal_make(24, 0)) < 0
                 && decimal_compare(candidate->of, decimal_make(10, 0)) >= 0;
    return reader_is_glued(reader, colon + 1) && !clock;
}

/* "17.6:1": how many there are to one need not be whole. */
static bool is_to_one(const struct reader *reader, const struct match *match, const struct candidate *candidate)
{
    return reader_has(reader, match->field[FIELD_amount].end, CLASS_COLON) && candidate->of.exponent == 0
           && candidate->of.digits == 1;
}

/* So many, and of how many: integers, but for a mark such as "4.5/5", and "17.6:1". */
static bool read_both(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    uint32_t sign = match->field[FIELD_of].start - 1;
    bool counted = amount_given(match->field[FIELD_code]); /* "305/478 (63.8%)" */
    bool slash = reader_has(reader, sign, CLASS_SLASH), out_of = reader_has(reader, sign, CLASS_OUT_OF);
    candidate->of = amount_value(reader, match->field[FIELD_of]);
    bool rating = (slash || out_of) && decimal_present(candidate->value) && is_rating(candidate);
    bool date = slash && candidate->value.exponent >= 0 && !is_full_mark(reader, match->whole.start);
    if (counted)
        return is_small_integer(candidate->of) && is_small_integer(candidate->value)
               && decimal_compare(candidate->value, candidate->of) <= 0;
    if (date || (slash && !rating))
        return false;
    return is_small_integer(candidate->of)
           && (rating || is_small_integer(candidate->value) || is_to_one(reader, match, candidate))
           && candidate->of.digits != 0 && is_tight(reader, match, candidate);
}

/* "one child in six | lives | in poverty", "one woman in five | smokes"; but "one goal in four games", "one driver in
 * two | cars | was" */
static bool does_one_of_them(const struct reader *reader, const struct match *match)
{
    uint32_t verb = match->whole.end, behind = verb + 1;
    struct noun noun = noun_counted(reader, verb, false);
    return reader_has(reader, match->field[FIELD_noun].start, CLASS_KIN) && noun.head == verb
           && (token_word_classes(reader->tokens, verb) & WORD_VERB) && !reader_has(reader, behind, CLASS_BE)
           && !reader_has(reader, behind, CLASS_HAVE);
}

bool ratio_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range number = match->field[FIELD_of];
    if (amount_given(match->field[FIELD_denominator]))
        return read_fraction(reader, match, candidate);
    candidate->value = amount_value(reader, match->field[FIELD_amount]);
    if (!amount_given(number))
        return read_slashed(reader, match->field[FIELD_amount].start, candidate);
    bool year = reader->tokens->token.items[number.start].shape == CLASS_YEAR;
    if (!read_both(reader, match, candidate)
        || (amount_given(match->field[FIELD_noun]) /* "one goal in four games" */
            && (year
                || (noun_counted(reader, match->whole.end, false).head != NO_NOUN
                    && !does_one_of_them(reader, match)))))
        return false;
    bool in = false, of = reader_has(reader, match->field[FIELD_amount].end, CLASS_OF);
    if (of && !reader_has(reader, number.start - 1, CLASS_PER)
        && (!is_share(reader, match, candidate) || is_one_of_them(reader, match)))
        return false;
    if (reader_is_glued(reader, match->field[FIELD_amount].end) && reader_has(reader, number.start - 1, CLASS_IN)
        && !reader_has(reader, match->field[FIELD_amount].end, CLASS_HYPHEN)) /* "a 55in 4K screen" */
        return false;
    for (uint32_t i = match->field[FIELD_amount].end; i < number.start; i++)
        in |= reader_has(reader, i, CLASS_IN) || reader_has(reader, i, CLASS_OUT_OF) || reader_has(reader, i, CLASS_OF);
    int most = reader_has(reader, number.start - 1, CLASS_OUT_OF) ? 0 : -1; /* "10 out of 10" */
    return !in || (decimal_compare(candidate->value, candidate->of) <= most && (!year || candidate->of.exponent == 3));
}
