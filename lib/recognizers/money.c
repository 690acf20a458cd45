/* Money: what a currency sign, code or name means, and how hundredths add up. */
#include "recognizers/amount.h"
#include "recognizers/noun.h"
#include "values/decimal.h"

static bool share_a_reading(struct slice some, struct slice others)
{
    for (;;) {
        struct slice first = amount_first_reading(some);
        if (amount_has_reading(others, first))
            return true;
        if (first.length == some.length)
            return false;
        some = (struct slice){ some.bytes + first.length + 1, some.length - first.length - 1 };
    }
}

static struct slice readings_of(const struct reader *reader, struct match_range range, enum class class)
{
    const char *text = amount_given(range) ? token_text(reader->tokens, range.start, class) : NULL;
    return text ? slice_of(text) : (struct slice){ NULL, 0 };
}

/* "$5 million USD": two currencies say the same when one is a reading of the other; the narrower one counts. */
static bool reconcile(struct slice *readings, struct slice other)
{
    if (!other.length)
        return true;
    if (amount_has_reading(*readings, amount_first_reading(other)) && other.length <= readings->length)
        *readings = other;
    else if (!amount_has_reading(other, amount_first_reading(*readings)))
        return false;
    return true;
}

/* "USD|EUR:2" → "USD|EUR", 2 */
static struct slice minor_readings(struct slice text, int *digits)
{
    const char *colon = text.length ? memchr(text.bytes, ':', text.length) : NULL;
    *digits = colon ? colon[1] - '0' : 2;
    return colon ? (struct slice){ text.bytes, (size_t)(colon - text.bytes) } : text;
}

/* The 5p of "miR-192-5p", the DM1 of "T-DM1": what a hyphen ties to a name or a number. */
static bool is_part_of_code(const struct reader *reader, uint32_t first)
{
    if (first < 2 || !reader_has(reader, first - 1, CLASS_HYPHEN))
        return false;
    return reader_has(reader, first - 2, CLASS_NUMBER) || reader_token(reader, first - 2)->capital > CLASS_LOWER;
}

#define MOST_BEFORE_GEM 3u /* tokens: "18 ct white gold" */

/* "a 2 ct diamond", "18 ct gold"; but "50 ct a share" */
static bool is_carat(const struct reader *reader, const struct match *match)
{
    if (!reader_has(reader, match->field[FIELD_minor].start, CLASS_UNIT))
        return false;
    for (uint32_t i = match->whole.end; i < match->whole.end + MOST_BEFORE_GEM; i++)
        if (reader_has(reader, i, CLASS_GEM))
            return true;
    return false;
}

/* "50 cents", "5 cents to 9 cents" */
static bool read_minor(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    int digits, low_digits = 0;
    uint32_t amount = match->field[FIELD_amount].start;
    if (amount_given(match->field[FIELD_amount]) && reader_has(reader, amount, CLASS_YEAR)
        && reader_is_glued(reader, amount + 1))
        return false; /* "2009c" in a list of writings */
    if (is_part_of_code(reader, match->whole.start) || is_carat(reader, match))
        return false;
    struct slice readings = minor_readings(readings_of(reader, match->field[FIELD_minor], CLASS_MINOR), &digits);
    struct slice low = minor_readings(readings_of(reader, match->field[FIELD_code], CLASS_MINOR), &low_digits);
    amount_set_currency(reader, readings, candidate);
    if ((low.length && (low_digits != digits || !share_a_reading(low, readings)))
        || !amount_read(reader, match, candidate))
        return false;
    amount_shift(candidate, -digits);
    return true;
}

/* The 50 cents of "5 dollars and 50 cents", or of "5 dollars 50". */
static bool add_minor(const struct reader *reader, const struct match *match, struct slice readings,
                      struct candidate *candidate)
{
    int digits = 2;
    if (!amount_given(match->field[FIELD_minor_amount]))
        return true;
    claimex_decimal more = amount_value(reader, match->field[FIELD_minor_amount]);
    if (amount_given(match->field[FIELD_minor])) {
        struct slice minor = minor_readings(readings_of(reader, match->field[FIELD_minor], CLASS_MINOR), &digits);
        bool cents = amount_has_reading(minor, slice_of("USD"))
                     && amount_has_reading(minor, slice_of("EUR")); /* of more than are listed */
        if (!cents && !share_a_reading(minor, readings))
            return false;
    } else if (decimal_compare(more, decimal_make(10, 0)) < 0 || decimal_compare(more, decimal_make(100, 0)) >= 0) {
        return false;
    }
    more = decimal_shift(more, -digits);
    candidate->value = decimal_add(candidate->value, more);
    return true;
}

/* The scale that stands in the currency: "120 MEUR". */
static void apply_scale(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range currency = match->field[FIELD_currency];
    const struct lexicon_reading *within = token_reading(reader->tokens, currency.start, CLASS_SCALED);
    amount_shift(candidate, within ? within->number : 0);
}

/* Pounds weigh, crowns are worn, and 5 R behind the number may be roentgens. */
static bool is_also_a_thing(const struct reader *reader, uint32_t currency)
{
    bool unit = reader_has(reader, currency, CLASS_AFTER_AMOUNT) && reader_has(reader, currency, CLASS_UNIT);
    return unit || reader_has(reader, currency, CLASS_THING);
}

#define PAYING_WINDOW 10u /* tokens before a number that may say that it is paid */

/* Is something paid for close before token i? */
static bool is_paid(const struct reader *reader, uint32_t i)
{
    for (uint32_t back = 1; back <= PAYING_WINDOW && back <= i; back++)
        if (token_reading(reader->tokens, i - back, CLASS_PAYING))
            return true;
    return false;
}

/* "3 million pounds of | raw copper"; but "of debt", "of aid" */
static bool is_of_stuff(const struct reader *reader, uint32_t of)
{
    uint32_t head = reader_has(reader, of, CLASS_OF) ? noun_find(reader, of + 1, true).head : NO_NOUN;
    return head != NO_NOUN && reader_has(reader, head, CLASS_WEIGHED);
}

/* "208 pounds", "two pounds of meat": without a scale a pound weighs, unless something is paid for close before. */
static bool is_weight(const struct reader *reader, const struct match *match)
{
    struct match_range currency = match->field[FIELD_currency], amount = match->field[FIELD_amount];
    if (!amount_given(currency) || currency.start < amount.start || !is_also_a_thing(reader, currency.start))
        return false;
    if (is_of_stuff(reader, match->whole.end))
        return true;
    bool cheap = amount_given(match->field[FIELD_minor_amount]) || amount_given(match->field[FIELD_scale]);
    for (uint32_t i = amount.start; i < amount.end; i++)
        cheap |= token_reading(reader->tokens, i, CLASS_SCALE) != NULL;
    return !cheap && !is_paid(reader, match->whole.start);
}

/* The USD of "GBP/USD 1.2650": a rate of exchange. */
static bool is_pair(const struct reader *reader, uint32_t currency)
{
    return currency > 1 && reader_has(reader, currency - 1, CLASS_SLASH) && !reader_has(reader, currency, CLASS_SYMBOL)
           && reader->tokens->token.items[currency - 2].capital == CLASS_UPPER;
}

/* The N of "N27.5 trillion", "N1,530" and "N610 a litre" is naira, as a P is pesos; that of "N16", "N 14.5" and "5 N"
 * is something else. */
static bool is_other_letter(const struct reader *reader, const struct match *match)
{
    struct match_range amount = match->field[FIELD_amount];
    uint32_t currency = match->field[FIELD_currency].start;
    struct slice letter = token_slice(reader->tokens, currency);
    if (letter.length != 1 || !reader_is_word(reader, currency) || reader_has(reader, currency, CLASS_THING))
        return false;
    static const enum class rates[] = { CLASS_A, CLASS_PER, CLASS_SLASH, CLASS_NONE };
    bool rate = reader_is_glued(reader, currency + 1) && reader_has_any(reader, match->whole.end, rates);
    return currency >= amount.start
           || !(rate || reader_has(reader, amount.start, CLASS_GROUPED)
                || reader_has(reader, amount.end - 1, CLASS_SCALE));
}

/* "R0", "R44 helicopters", "both R17 and": a letter to which a small number is glued is an amount only where something
 * is paid or comes at a rate. */
static bool is_code(const struct reader *reader, const struct match *match)
{
    uint32_t currency = match->field[FIELD_currency].start, behind = match->whole.end;
    claimex_decimal amount = amount_value(reader, match->field[FIELD_amount]);
    if (!decimal_present(amount) || amount.exponent < 0 || decimal_compare(amount, decimal_make(100, 0)) >= 0)
        return false;
    bool rate = reader_has(reader, behind, CLASS_A) || reader_has(reader, behind, CLASS_PER);
    return decimal_compare(amount, decimal_make(10, 0)) < 0
           || (currency > 0
               && (reader_has(reader, currency - 1, CLASS_THE) || reader_has(reader, currency - 1, CLASS_A)))
           || (reader_is_glued(reader, currency + 1) && !rate && !is_paid(reader, currency))
           || noun_find(reader, behind, true).head != NO_NOUN;
}

/* "won 3 million votes", "the euro 1.1": a name before an amount is its currency only where it can be nothing else. And
 * behind it PS is horsepower. */
static bool is_other_word(const struct reader *reader, const struct match *match)
{
    uint32_t currency = match->field[FIELD_currency].start, before = currency - 1;
    if (!amount_given(match->field[FIELD_currency]))
        return false;
    bool letter = token_slice(reader->tokens, currency).length == 1 && reader_is_word(reader, currency);
    bool word = reader_is_word(reader, currency) && currency == match->whole.start;
    if (is_other_letter(reader, match) || (word && is_part_of_code(reader, currency)))
        return true;
    bool slang = reader_has(reader, currency, CLASS_SCALED) && reader_has(reader, currency, CLASS_AFTER_AMOUNT);
    if (currency >= match->field[FIELD_amount].start && slang)
        return noun_find(reader, match->whole.end, true).head != NO_NOUN; /* "three grand pianos" */
    if (currency >= match->field[FIELD_amount].start)
        return reader_has(reader, currency, CLASS_NUMBERED);
    if (letter && is_code(reader, match))
        return true;
    if (is_pair(reader, currency)
        || (letter && match->whole.end < reader->tokens->token.count
            && reader_byte(reader, match->whole.end) == '=')) /* "R 2 = 0.19" */
        return true;
    if (!token_reading(reader->tokens, currency, CLASS_AFTER_AMOUNT))
        return false;
    if (reader_is_glued(reader, currency + 1)) /* "Leu17" */
        return true;
    bool bound = currency > 0
                 && (reader_has(reader, before, CLASS_THE) || reader_has(reader, before, CLASS_NUMBER)
                     || reader_has(reader, before, CLASS_SCALE) || reader_has(reader, before, CLASS_A)
                     || reader_has(reader, before, CLASS_PER));
    return bound || reader_has(reader, currency, CLASS_BEHIND);
}

static bool is_below(const struct candidate *candidate, int64_t limit)
{
    claimex_decimal most = decimal_present(candidate->high) ? candidate->high : candidate->value;
    return decimal_compare(most, decimal_make(limit, 0)) < 0;
}

/* "1.4Rp", "8Rs": so few rupees or rupiahs behind which no gap stands are radii, of a planet or star. */
static bool is_radius(const struct reader *reader, const struct match *match, const struct candidate *candidate)
{
    uint32_t currency = match->field[FIELD_currency].start;
    struct slice text = token_slice(reader->tokens, currency);
    return currency > match->whole.start && text.length == 2 && text.bytes[0] == 'R'
           && reader_is_glued(reader, currency) && is_below(candidate, 10);
}

/* "8 won 52% of it", "all 12 won": nothing costs so few won, and no object follows a price. */
static bool is_verb(const struct reader *reader, const struct match *match, const struct candidate *candidate)
{
    static const enum class objects[] = { CLASS_NUMBER,    CLASS_CURRENCY, CLASS_THE,
                                          CLASS_POSSESSOR, CLASS_PRONOUN,  CLASS_NONE };
    uint32_t currency = match->field[FIELD_currency].start, first = match->whole.start;
    bool they = first > 0 && (noun_is_determiner(reader, first - 1) || reader_has(reader, first - 1, CLASS_ALL));
    return amount_given(match->field[FIELD_currency]) && currency > first && reader_has(reader, currency, CLASS_BEHIND)
           && is_below(candidate, 100) && (reader_has_any(reader, match->whole.end, objects) || they);
}

/* "$100 Canadian", "$3.5 million Australian, he said": whose dollars they are; not "$100 Canadian bonds" */
static void take_country(const struct reader *reader, struct candidate *candidate)
{
    uint32_t i = candidate->end;
    const char *code = i < reader->tokens->token.count ? token_text(reader->tokens, i, CLASS_NATIONAL) : NULL;
    if (!code || !amount_has_reading(candidate->readings, slice_of(code))
        || noun_find(reader, i + 1, true).head != NO_NOUN)
        return;
    amount_set_unit(slice_of(code), candidate);
    amount_end_at(reader, i + 1, candidate);
}

bool money_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    if (amount_is_change(reader, match) || is_weight(reader, match) || is_other_word(reader, match))
        return false;
    struct slice readings = readings_of(reader, match->field[FIELD_currency], CLASS_CURRENCY);
    if (!readings.length)
        return read_minor(reader, match, candidate);
    if (!reconcile(&readings, readings_of(reader, match->field[FIELD_code], CLASS_CURRENCY))
        || !reconcile(&readings, readings_of(reader, match->field[FIELD_unit], CLASS_CURRENCY)))
        return false;
    amount_set_currency(reader, readings, candidate);
    if (!amount_read(reader, match, candidate) || is_verb(reader, match, candidate))
        return false;
    if (is_radius(reader, match, candidate)) {
        candidate->kind = CLAIMEX_MEASURE;
        candidate->unit = token_slice(reader->tokens, match->field[FIELD_currency].start);
        candidate->readings = (struct slice){ NULL, 0 };
        return true;
    }
    if (!add_minor(reader, match, readings, candidate))
        return false;
    apply_scale(reader, match, candidate);
    if (amount_given(match->field[FIELD_sign]))
        candidate->value = decimal_negate(candidate->value);
    take_country(reader, candidate);
    amount_leave_stop(reader, candidate);
    return true;
}
