/* Multiples, among them the verbs that are one: doubled is 2, halved 0.5. */
#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/noun.h"
#include "values/decimal.h"

/* "the drug halves heart attacks"; not "both halves", "the halves of". */
static bool is_halving(const struct reader *reader, uint32_t i, bool object)
{
    if (i == 0 || !reader->tokens->token.items[i - 1].capital || noun_is_closed(reader, i - 1)
        || noun_is_plural(reader, i - 1) || reader_has(reader, i - 1, CLASS_ORDINAL))
        return false;
    unsigned classes = token_word_classes(reader->tokens, i - 1);
    return (classes & WORD_NOUN) && !(classes & WORD_ADJECTIVE) && (object || noun_find(reader, i + 1, false).plural);
}

/* "likely to | double", "failed to | double" */
static bool opens_infinitive(const struct reader *reader, uint32_t i)
{
    static const enum class outlooks[] = { CLASS_EXPECT, CLASS_AIM, CLASS_FAIL, CLASS_NONE };
    return slice_ends(token_slice(reader->tokens, i), " to") && reader_has_any(reader, i, outlooks);
}

/* "is | due to | double by"; but "was due to double taxation" */
static bool is_due(const struct reader *reader, uint32_t i)
{
    return i > 0 && reader_has(reader, i - 1, CLASS_BE) && slice_is(token_slice(reader->tokens, i), "due to")
           && noun_find(reader, i + 2, true).head == NO_NOUN;
}

/* "will double output", "to triple capacity": a verb, but for "to double figures". */
static bool is_infinitive(const struct reader *reader, uint32_t i)
{
    if (i == 0 || reader_has(reader, i + 1, CLASS_HYPHEN))
        return false;
    uint32_t before = i - 1;
    if (reader_has(reader, before, CLASS_WILL) || reader_has(reader, before, CLASS_WOULD)
        || reader_has(reader, before, CLASS_CAN) || reader_has(reader, before, CLASS_MUST))
        return true;
    return (reader_has(reader, before, CLASS_TO) || opens_infinitive(reader, before) || is_due(reader, before))
           && !reader_has(reader, i + 1, CLASS_DIGITS);
}

/* "twice | this year", "twice | last week": when; or, what owns something, "twice | last year's profit" */
static bool is_period(const struct reader *reader, uint32_t i, bool owns)
{
    return reader_has(reader, i, CLASS_NEXT) && reader_has(reader, i + 1, CLASS_TIMEUNIT)
           && reader_has(reader, i + 2, CLASS_POSSESSIVE) == owns;
}

/* "double digits", "a double room", "twice a week": words that are no multiple. */
static bool is_multiple(const struct reader *reader, const struct match *match)
{
    uint32_t i = match->whole.start, next = match->whole.end;
    struct slice word = token_slice(reader->tokens, i);
    bool before_a = i > 0 && (reader_has(reader, i - 1, CLASS_A) || reader_has(reader, i - 1, CLASS_THE));
    bool verbal = slice_ends(word, "ed") || slice_ends(word, "ing");
    bool named = next + 1 < reader->tokens->token.count && slice_is(token_slice(reader->tokens, next), "as")
                 && (reader->tokens->token.items[next + 1].capital > CLASS_LOWER /* "scored twice as United won" */
                     || !reader_has(reader, i, CLASS_COUNTER));                  /* "rooms that double as offices" */
    bool compares = (reader_has(reader, next, CLASS_COMPARED) && !named) || noun_is_determiner(reader, next)
                    || is_period(reader, next, true);
    if (reader_has(reader, i, CLASS_DENOMINATOR)) /* halves */
        return is_halving(reader, i, compares && !reader_has(reader, next, CLASS_COMPARED));
    return (compares || verbal || is_infinitive(reader, i) || (i > 0 && reader_has(reader, i - 1, CLASS_BOUND)))
           && !(before_a && !compares);
}

/* "777X": nobody says how many times so exactly. */
static bool is_model(const struct reader *reader, const struct match *match, claimex_decimal value)
{
    uint32_t mark = match->whole.end - 1;
    return slice_is(token_slice(reader->tokens, mark), "X") && value.exponent == 0 && value.digits > 100;
}

/* "twice a week", "twice-daily", "3x a day", "twice this year": so many times, and not so many times as much of
 * something */
static bool is_so_many_times(const struct reader *reader, const struct match *match)
{
    uint32_t next = match->whole.end, adverb = next + reader_has(reader, next, CLASS_HYPHEN);
    bool rate = (reader_has(reader, next, CLASS_A) && reader_has(reader, next + 1, CLASS_TIMEUNIT))
                || (reader_has(reader, next, CLASS_PER) && reader_is_word(reader, next + 1))
                || reader_has(reader, adverb, CLASS_PER_UNIT) || is_period(reader, next, false);
    return rate
           && (reader_has(reader, match->whole.start, CLASS_COUNTER)
               || slice_is(token_slice(reader->tokens, next - 1), "x"));
}

static void make_count(struct candidate *candidate)
{
    candidate->kind = CLAIMEX_COUNT;
    candidate->unit = slice_of("times");
}

bool multiple_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range code = match->field[FIELD_code];
    if (amount_given(match->field[FIELD_low]))
        return !amount_is_change(reader, match) && amount_read(reader, match, candidate);
    if (!amount_given(code)) {
        candidate->value = amount_value(reader, match->field[FIELD_amount]);
        if (is_so_many_times(reader, match))
            make_count(candidate);
        return decimal_present(candidate->value) && !is_model(reader, match, candidate->value);
    }
    const struct lexicon_reading *fold = token_reading(reader->tokens, code.start, CLASS_FOLD);
    const struct lexicon_reading *word = token_reading(reader->tokens, code.start, CLASS_MULTIPLE);
    int32_t value = fold ? fold->number : word->number;
    if (!fold && is_so_many_times(reader, match))
        make_count(candidate);
    else if (!fold && !is_multiple(reader, match))
        return false;
    candidate->value = value < 0 ? decimal_divide(decimal_make(1, 0), decimal_make(-value, 0)) : decimal_make(value, 0);
    return true;
}
