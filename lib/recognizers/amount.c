/* All kinds read their numbers here, so that "half a million" and "€3-4m" mean the same whatever they count. */
#include "recognizers/amount.h"

#include "lexicon/word.h"
#include "recognizers/noun.h"
#include "tokens/digits.h"
#include "values/decimal.h"

int amount_scale(const struct reader *reader, struct match_range range)
{
    int scale = 0;
    for (uint32_t i = range.start; i < range.end; i++) {
        const struct lexicon_reading *reading = token_reading(reader->tokens, i, CLASS_SCALE);
        scale += reading ? reading->number : 0;
    }
    return scale;
}

bool amount_is_tiny(const struct reader *reader, uint32_t token)
{
    uint32_t number = reader_token(reader, token)->number;
    return number != NO_NUMBER && reader->tokens->numbers.items[number].digits > 0
           && decimal_compare(reader->tokens->numbers.items[number], decimal_make(1, -3)) < 0;
}

static bool is_negative(const struct reader *reader, struct match_range range)
{
    return reader_has(reader, range.start, CLASS_MINUS);
}

static claimex_decimal unscaled(const struct reader *reader, struct match_range range)
{
    claimex_decimal value = { 0, 0, 0 };
    for (uint32_t i = range.start; i < range.end && !decimal_present(value); i++)
        value = reader_number(reader, i);
    return is_negative(reader, range) ? decimal_negate(value) : value;
}

claimex_decimal amount_value(const struct reader *reader, struct match_range range)
{
    return decimal_shift(unscaled(reader, range), amount_scale(reader, range));
}

/* "two to three hundred": a hundred in words is part of its number, and is shared all the same. 2, or 0 when not. */
static int shared_hundred(const struct reader *reader, struct match_range first, struct match_range last)
{
    claimex_decimal few = unscaled(reader, first), hundreds = unscaled(reader, last);
    unsigned shape = reader->tokens->token.items[first.start].shape;
    bool words =
        (shape == CLASS_ONE || shape == CLASS_WORDED) && reader->tokens->token.items[last.start].shape == CLASS_WORDED;
    bool fewer = few.exponent == 0 && few.digits > 0 && few.digits < hundreds.digits && hundreds.digits < 10;
    return words && fewer && hundreds.exponent == 2 ? 2 : 0;
}

/* The scale of an amount that has none of its own, by the last one of its range or list. */
static int shared_scale(const struct reader *reader, struct match_range first, struct match_range last,
                        struct match_range last_scale)
{
    int own = amount_scale(reader, first);
    return own ? own : amount_scale(reader, last_scale) + shared_hundred(reader, first, last);
}

static bool is_recent_year(const struct reader *reader, struct match_range number, claimex_decimal value)
{
    return number.end == number.start + 1 && reader->tokens->token.items[number.start].shape == CLASS_YEAR
           && decimal_compare(value, decimal_make(1900, 0)) >= 0;
}

/* "50 ± 2": from 48 to 52. */
static void spread(struct candidate *candidate)
{
    claimex_decimal middle = candidate->low, around = candidate->high;
    candidate->low = decimal_add(middle, decimal_negate(around));
    candidate->high = decimal_add(middle, around);
}

/* "10-20,000": ten to twenty thousand. 3, or 0 when not. */
static int shared_thousand(const struct reader *reader, struct match_range low, struct match_range high)
{
    claimex_decimal few = unscaled(reader, low), many = unscaled(reader, high);
    bool round = reader->tokens->token.items[high.end - 1].shape == CLASS_GROUPED && many.exponent >= 3;
    bool tied = high.start == low.end + 1 && reader_has(reader, low.end, CLASS_HYPHEN) && low.end == low.start + 1;
    return tied && round && few.exponent >= 0 && decimal_compare(decimal_shift(few, 3), many) < 0 ? 3 : 0;
}

/* The power of ten that a number is written with: 6 for "3.5 × 10^6"; 0 when it is not. */
static int written_power(const struct reader *reader, struct match_range number)
{
    struct slice text = token_slice(reader->tokens, number.end - 1);
    const unsigned char *start = (const unsigned char *)reader->tokens->text, *p = (const unsigned char *)text.bytes;
    return word_is_digit(*p) ? digits_read(start, p, p + text.length).exponent : 0;
}

/* "3–5 × 10^6": the power serves both; but "500 to 2 × 10^3". */
static int shared_power(const struct reader *reader, struct match_range low, struct match_range high)
{
    int power = written_power(reader, high);
    bool both = decimal_compare(decimal_shift(unscaled(reader, low), power), unscaled(reader, high)) < 0;
    return power && both && !written_power(reader, low) ? power : 0;
}

/* The 2 of "fell on April 2 to $4 million"; but "in May 2 to 3 percent left". */
static bool is_day_of_month(const struct reader *reader, struct match_range low, struct match_range high)
{
    uint32_t month = low.start - 1;
    uint8_t shape = reader_token(reader, low.start)->shape;
    return low.start > 0 && reader_has(reader, month, CLASS_MONTH) && low.end == low.start + 1
           && (shape == CLASS_TWELVE || shape == CLASS_DAY) && reader_has(reader, high.start - 1, CLASS_TO)
           && !(month > 0 && reader_has(reader, month - 1, CLASS_IN));
}

/* Puts the ends of a range in their order: "between 12 and 9 m", "-20 to -45 °C" run down and are ranges all the same.
 */
static bool order_ends(const struct reader *reader, struct candidate *candidate)
{
    claimex_decimal first = candidate->low, last = candidate->high;
    bool opened = reader_has(reader, candidate->first, CLASS_BETWEEN);
    if (decimal_compare(first, last) > 0 && (opened || (first.digits < 0 && last.digits < 0))) {
        candidate->low = last;
        candidate->high = first;
    }
    return decimal_compare(candidate->low, candidate->high) < 0;
}

/* The m of "between 800 m and 1.2 km": only in one unit can the ends be compared. */
static bool has_own_unit(const struct reader *reader, struct match_range low)
{
    uint32_t unit = low.end + reader_has(reader, low.end, CLASS_HYPHEN);
    return reader_has(reader, unit, CLASS_UNIT) || reader_has(reader, unit, CLASS_TIMEUNIT);
}

bool amount_range(const struct reader *reader, struct match_range low, struct match_range high,
                  struct candidate *candidate)
{
    bool spreads = reader_has(reader, high.start - 1, CLASS_PLUS_MINUS);
    bool sum = candidate->kind != CLAIMEX_PERCENTAGE || amount_scale(reader, low)
               || (low.start > 0 && reader_has(reader, low.start - 1, CLASS_CURRENCY));
    bool of_itself = spreads && sum && reader_has(reader, high.end, CLASS_PERCENT);
    if (is_day_of_month(reader, low, high) || of_itself) /* "$3 million plus or minus | 2% |": no sum of money */
        return false;
    claimex_decimal below = unscaled(reader, low);
    candidate->high = amount_value(reader, high);
    candidate->low = decimal_shift(below, shared_scale(reader, low, high, high) + shared_thousand(reader, low, high)
                                              + shared_power(reader, low, high));
    candidate->relation = CLAIMEX_RANGE;
    if (!decimal_present(candidate->low) || !decimal_present(candidate->high))
        return false;
    if (spreads)
        spread(candidate);
    if (decimal_compare(candidate->low, candidate->high) >= 0) {
        candidate->low = amount_value(reader, low);
        if (is_recent_year(reader, low, candidate->low)) /* "tripled in 1986 to 47 billion" */
            return false;
    }
    return has_own_unit(reader, low) ? decimal_compare(candidate->low, candidate->high) < 0
                                     : order_ends(reader, candidate);
}

/* The 20 of "20 and 30 million dollars"; `high` and `scale` are the last amount's. Other amounts have neither. */
static claimex_decimal one_value(const struct reader *reader, const struct match *match)
{
    struct match_range amount = match->field[FIELD_amount], last = match->field[FIELD_high];
    if (!amount_given(last))
        last = amount;
    return decimal_shift(unscaled(reader, amount), shared_scale(reader, amount, last, match->field[FIELD_scale]));
}

bool amount_is_change_word(const struct reader *reader, uint32_t token)
{
    return reader_has(reader, token, CLASS_UP) || reader_has(reader, token, CLASS_DOWN)
           || reader_has(reader, token, CLASS_SHIFT);
}

/* Does "rose from 5 to 10 in Oslo | and from 6", "…, in Rome | from 6" go on with another pair? */
static bool joins_pair(const struct reader *reader, uint32_t from)
{
    uint32_t joint = from > 2 && reader_has(reader, from - 2, CLASS_IN) ? from - 3 : from - 1;
    return from > 0 && reader_has(reader, from, CLASS_FROM)
           && (reader_has(reader, joint, CLASS_COMMA) || reader_has(reader, joint, CLASS_AND));
}

#define MOST_OF_OBJECT 9u /* tokens */

/* Can it stand in the object between "raise" and "from", "the number of its shops"? */
static bool is_of_object(const struct reader *reader, uint32_t i)
{
    return reader_is_word(reader, i) && (reader_has(reader, i, CLASS_OF) || !reader_has(reader, i, CLASS_PREPOSITION));
}

bool amount_follows_change(const struct reader *reader, uint32_t from)
{
    bool far = reader_has(reader, from, CLASS_BY) || (from > 0 && reader_has(reader, from - 1, CLASS_COMMA));
    bool pair = joins_pair(reader, from), led = true;
    bool object = reader_has(reader, from, CLASS_FROM);
    uint32_t most = pair ? 24 : far ? 14 : 5;
    for (uint32_t back = 1; (back <= most || (object && back <= MOST_OF_OBJECT)) && back <= from; back++) {
        uint32_t i = from - back;
        object &= is_of_object(reader, i);
        if (amount_is_change_word(reader, i))
            return led;
        bool end = reader_has(reader, i, CLASS_TO)
                   && (reader_has(reader, i + 1, CLASS_NUMBER) || reader_has(reader, i + 1, CLASS_CURRENCY));
        if (end && !pair)
            return false; /* "fell to 3% from 7% to 8%" */
        led = reader_has(reader, i, CLASS_FROM) || (led && !end);
    }
    return false;
}

/* The "or" of "rose 6%, or 16 pence, to 293p", which says a change in other words. */
static bool is_or_of_change(const struct reader *reader, uint32_t i)
{
    uint32_t before = i - (i > 0 && reader_has(reader, i - 1, CLASS_COMMA));
    return reader_has(reader, i, CLASS_OR) && before > 0 && reader_has(reader, before - 1, CLASS_PERCENT)
           && amount_follows_change(reader, before);
}

static bool is_range_mark(const struct reader *reader, uint32_t i)
{
    return reader_has(reader, i, CLASS_TO) || reader_has(reader, i, CLASS_HYPHEN) || reader_has(reader, i, CLASS_DASH);
}

/* Past a number with its sign, scale and unit. */
static uint32_t behind_figure(const struct reader *reader, uint32_t i)
{
    i += reader_has(reader, i, CLASS_BOUND);
    i += reader_has(reader, i, CLASS_CURRENCY);
    if (!reader_has(reader, i, CLASS_NUMBER))
        return 0;
    for (i++; reader_has(reader, i, CLASS_SCALE) || reader_has(reader, i, CLASS_PERCENT)
              || reader_has(reader, i, CLASS_UNIT) || reader_has(reader, i, CLASS_CURRENCY);)
        i++;
    return i;
}

/* The 5 to 7 of "from 5 to 7 percent to 3 to 5 percent", the 14-18 of "from 14-18 mpg to 24": one between ranges. */
static bool is_range_of_change(const struct reader *reader, const struct match *match)
{
    uint32_t low_end = match->field[FIELD_low].end, end = match->whole.end;
    if (!reader_has(reader, end, CLASS_TO))
        return false;
    if (reader_has(reader, low_end, CLASS_HYPHEN) && !reader_has(reader, low_end + 1, CLASS_TO))
        return true;
    uint32_t next = behind_figure(reader, end + 1);
    return next && is_range_mark(reader, next) && behind_figure(reader, next + 1);
}

/* No range that somebody would give: "rose 3-1/8 to 63-3/4", "by 2.08 million to 1.4 billion", "by 5,000 to 1.2
 * million". */
static bool is_far_apart(const struct reader *reader, const struct match *match)
{
    struct match_range low = match->field[FIELD_low], high = match->field[FIELD_high];
    claimex_decimal least = amount_value(reader, low), most = amount_value(reader, high);
    bool own = amount_scale(reader, low) == amount_scale(reader, high) || amount_scale(reader, low) > 0
               || decimal_compare(least, decimal_make(1000, 0)) >= 0;
    return own && reader_has(reader, low.end, CLASS_TO) && decimal_compare(decimal_shift(least, 1), most) < 0;
}

/* "by 400m euros to 2.5bn euros", "by 20 million to 165 million euros": either has its unit or scale, and one is more
 * than three or five times the other. */
static bool is_sum_and_total(const struct reader *reader, const struct match *match)
{
    claimex_decimal low = amount_value(reader, match->field[FIELD_low]),
                    high = amount_value(reader, match->field[FIELD_high]);
    int64_t most = amount_given(match->field[FIELD_currency]) ? 3 : 5; /* "by $2bn to $7bn", but "by 2% to 7%" */
    bool units = amount_given(match->field[FIELD_code]) || amount_scale(reader, match->field[FIELD_low]) > 2;
    if (units && (low.exponent < 0) != (high.exponent < 0)) /* "cut by $20 to $59.99" */
        return true;
    return units && low.digits > 0 && low.digits < INT64_MAX / most
           && decimal_compare(decimal_make(low.digits * most, low.exponent), high) < 0;
}

/* "rose by 12 to 40": by how many of what is not said, but for a range; not "rose by 10 to 15 jobs", "by 5 to 10 a
 * year". */
static bool is_of_nothing(const struct reader *reader, const struct match *match)
{
    uint32_t end = match->whole.end;
    return reader_has(reader, match->field[FIELD_low].end, CLASS_TO) && !reader_has(reader, end, CLASS_A)
           && !reader_has(reader, end, CLASS_PER) && !reader_has(reader, end, CLASS_HYPHEN)
           && noun_counted(reader, end, false).head == NO_NOUN;
}

/* Without a word of origin the size of a change may stand before its end: "fell 5 cents to 9 cents", "rose 1/8 to 63",
 * "by 2 million to 1.4 billion"; but "rose 5 to 9 cents" is by so many. */
static bool is_size_and_end(const struct reader *reader, const struct match *match, uint32_t before)
{
    bool bare = !amount_given(match->field[FIELD_unit]) && !amount_given(match->field[FIELD_currency])
                && !amount_given(match->field[FIELD_minor]);
    if (reader_has(reader, before, CLASS_BY))
        return amount_follows_change(reader, before)
               && (is_far_apart(reader, match) || is_sum_and_total(reader, match)
                   || (bare && is_of_nothing(reader, match)));
    bool quoted = reader_has(reader, match->field[FIELD_low].start, CLASS_FRACTION) /* "jumped 1-1/8 to 10-3/8" */
                  && reader_has(reader, match->field[FIELD_high].start, CLASS_FRACTION);
    return (amount_is_change_word(reader, before) || is_or_of_change(reader, before))
           && (amount_given(match->field[FIELD_code]) || (bare && (quoted || is_far_apart(reader, match))));
}

/* The "from" before a figure and its "about" */
static uint32_t from_before(const struct reader *reader, uint32_t start)
{
    uint32_t from = start - 1;
    return from - (from > 0 && reader_has(reader, from, CLASS_BOUND) && reader_has(reader, from - 1, CLASS_FROM));
}

/* "by anything from 5 to 10 percent", "takes from 5 to 10 minutes", "cut for children aged from 5 to 10"; but "raised
 * the voting age from 16 to 18" */
static bool is_ranging(const struct reader *reader, uint32_t word)
{
    bool aged = reader_has(reader, word, CLASS_AGED) && !slice_is(token_slice(reader->tokens, word), "age");
    return aged || reader_has(reader, word, CLASS_RANGING)
           || (reader_has(reader, word, CLASS_SHIFT) && reader_has(reader, word, CLASS_LASTING));
}

/* "went | up from | 5 to 10", "was | down from | 6 to 5"; but "sales of $20, up from 5 to 10 a year ago" */
static bool is_turned_from(const struct reader *reader, uint32_t from)
{
    return from > 0 && reader_has(reader, from, CLASS_COMPARING)
           && (reader_has(reader, from, CLASS_UP) || reader_has(reader, from, CLASS_DOWN))
           && (reader_has(reader, from - 1, CLASS_SHIFT) || reader_has(reader, from - 1, CLASS_BE));
}

bool amount_changes_from(const struct reader *reader, uint32_t start)
{
    uint32_t from = from_before(reader, start);
    if (start > 0 && is_turned_from(reader, from))
        return true;
    return start > 0 && reader_has(reader, from, CLASS_FROM) && !(from > 0 && is_ranging(reader, from - 1))
           && amount_follows_change(reader, from);
}

#define MOST_OF_BEGIN 6u /* tokens of what a change begins with: "from about three and a half hours" */

/* "from a third to | a quarter" */
static bool ends_change(const struct reader *reader, uint32_t start)
{
    if (start == 0 || !reader_has(reader, start - 1, CLASS_TO))
        return false;
    uint32_t from = start - 1;
    for (uint32_t back = 0; back <= MOST_OF_BEGIN && from > 0; back++)
        if (reader_has(reader, --from, CLASS_FROM))
            return amount_changes_from(reader, from + 1);
    return false;
}

bool amount_is_end_of_change(const struct reader *reader, uint32_t start, uint32_t end)
{
    return (reader_has(reader, end, CLASS_TO) && amount_changes_from(reader, start)) || ends_change(reader, start);
}

bool amount_is_change(const struct reader *reader, const struct match *match)
{
    struct match_range low = match->field[FIELD_low], high = match->field[FIELD_high];
    uint32_t start = match->whole.start, from = from_before(reader, start);
    if (!amount_given(low) || start == 0 || reader_has(reader, start, CLASS_BETWEEN))
        return false;
    if (is_turned_from(reader, from))
        return true;
    if (!reader_has(reader, from, CLASS_FROM))
        return is_size_and_end(reader, match, start - 1);
    if ((from > 0 && is_ranging(reader, from - 1)) || is_range_of_change(reader, match))
        return false;
    bool falls = decimal_compare(amount_value(reader, low), amount_value(reader, high)) > 0
                 && amount_scale(reader, low) == amount_scale(reader, high);
    return falls || amount_changes_from(reader, start);
}

claimex_decimal amount_part(const struct reader *reader, uint32_t denominator, claimex_decimal above)
{
    return decimal_divide(above,
                          decimal_make(token_reading(reader->tokens, denominator, CLASS_DENOMINATOR)->number, 0));
}

bool amount_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    if (amount_given(match->field[FIELD_low]))
        return amount_range(reader, match->field[FIELD_low], match->field[FIELD_high], candidate);
    struct match_range amount = match->field[FIELD_amount];
    if (amount_given(match->field[FIELD_high]) && !amount_given(match->field[FIELD_scale])
        && reader_has(reader, amount.end - 1, CLASS_UNIT))
        return false; /* "5 mm and 28 days" */
    candidate->value = amount_given(match->field[FIELD_article]) ? decimal_make(1, 0) : one_value(reader, match);
    return decimal_present(candidate->value);
}

void amount_leave_stop(const struct reader *reader, struct candidate *candidate)
{
    bool last = candidate->end == reader->tokens->token.count;
    if (last && candidate->at.end > candidate->at.start + 1 && reader->tokens->text[candidate->at.end - 1] == '.')
        candidate->at.end--;
}

void amount_end_at(const struct reader *reader, uint32_t end, struct candidate *candidate)
{
    candidate->end = end;
    candidate->at.end = reader_token(reader, end - 1)->end;
}

void amount_shift(struct candidate *candidate, int exponent)
{
    candidate->value = decimal_shift(candidate->value, exponent);
    candidate->low = decimal_shift(candidate->low, exponent);
    candidate->high = decimal_shift(candidate->high, exponent);
}

struct slice amount_first_reading(struct slice readings)
{
    const char *bar = readings.length ? memchr(readings.bytes, '|', readings.length) : NULL;
    return bar ? (struct slice){ readings.bytes, (size_t)(bar - readings.bytes) } : readings;
}

bool amount_has_reading(struct slice readings, struct slice code)
{
    for (size_t i = 0; i + code.length <= readings.length; i++)
        if ((i == 0 || readings.bytes[i - 1] == '|') && memcmp(readings.bytes + i, code.bytes, code.length) == 0)
            return true;
    return false;
}

void amount_set_unit(struct slice readings, struct candidate *candidate)
{
    candidate->unit = amount_first_reading(readings);
    candidate->readings = candidate->unit.length < readings.length ? readings : (struct slice){ NULL, 0 };
}

void amount_set_currency(const struct reader *reader, struct slice readings, struct candidate *candidate)
{
    struct slice preferred = slice_of(reader->options->default_currency);
    amount_set_unit(readings, candidate);
    if (preferred.length && candidate->readings.length && amount_has_reading(readings, preferred))
        candidate->unit = preferred;
}

bool amount_in_smaller(const struct reader *reader, struct candidate *candidate, int64_t n)
{
    candidate->high = decimal_multiply(candidate->high, decimal_make(n, 0));
    return n > 0 && decimal_present(candidate->low) && decimal_present(candidate->high)
           && order_ends(reader, candidate);
}

uint8_t amount_relation(const struct reader *reader, uint32_t token, enum class class)
{
    const char *text = token < reader->tokens->token.count ? token_text(reader->tokens, token, class) : NULL;
    for (uint8_t relation = CLAIMEX_APPROX; text && relation < CLAIMEX_RANGE; relation++)
        if (strcmp(text, claimex_relation_name(relation)) == 0)
            return relation;
    return CLAIMEX_EQ;
}

bool amount_set_relation(const struct reader *reader, uint32_t token, enum class class, struct candidate *candidate)
{
    uint8_t relation = amount_relation(reader, token, class);
    if (relation == CLAIMEX_EQ)
        return false;
    const struct token *found = reader_token(reader, token);
    candidate->relation = relation;
    candidate->modifier = (claimex_span){ found->start, found->end };
    return true;
}

bool amount_is_restated(const struct reader *reader, const struct match *match)
{
    uint32_t end = match->whole.end, first = match->whole.start;
    return amount_given(match->field[FIELD_high]) && amount_given(match->field[FIELD_amount])
           && reader_has(reader, end, CLASS_COMMA) && reader_has(reader, end + 1, CLASS_OR)
           && !(first > 0 && reader_has(reader, first - 1, CLASS_COMMA));
}

struct slice amount_text_beside(const struct reader *reader, uint32_t i, enum class class)
{
    struct slice none = { NULL, 0 };
    if (i >= reader->tokens->token.count)
        return none;
    const struct token *token = reader_token(reader, i);
    const struct lexicon *lexicon = reader->tokens->lexicon;
    const struct lexicon_reading *reading =
        lexicon_reading_of(lexicon, token->form, token->place | LEXICON_PLACE_BESIDE, class);
    return reading ? slice_of(lexicon_text(lexicon, token->form, reading->text)) : none;
}

bool amount_takes_time(const struct reader *reader, uint32_t i)
{
    return reader_has(reader, i, CLASS_IN)
           || (reader_has(reader, i, CLASS_LASTING) && !reader_has(reader, i, CLASS_PREPOSITION));
}

bool amount_is_plural(const struct reader *reader, uint32_t i)
{
    struct slice word = token_slice(reader->tokens, i);
    return reader_has(reader, i, CLASS_DECADE) && word.length == 3 && word.bytes[2] == 's'
           && word_is_digit((unsigned char)word.bytes[0]);
}

bool amount_is_seconds(const struct reader *reader, uint32_t i)
{
    static const enum class lasting[] = { CLASS_LASTING, CLASS_PER, CLASS_NONE };
    bool style = reader_is_word(reader, i + 1) && !noun_is_closed(reader, i + 1); /* "for 60s music" */
    return i > 0 && !style && reader_has_any(reader, i - 1, lasting) && amount_is_plural(reader, i);
}

#define MOST_OF_CHANGE 12u /* tokens between a thing and where it went */

uint32_t amount_what_changed(const struct reader *reader, uint32_t first, enum class thing)
{
    bool changed = false;
    uint32_t i = first - 1;
    if (first < 2 || !(reader_has(reader, i, CLASS_TO) || reader_has(reader, i, CLASS_FROM)))
        return NO_TOKEN;
    while (i-- > 0 && first - i <= MOST_OF_CHANGE) {
        if (reader_has(reader, i, thing))
            return changed ? i : NO_TOKEN;
        if (reader_has(reader, i, CLASS_AND) || reader_has(reader, i, CLASS_COMMA))
            return NO_TOKEN;
        changed |= amount_is_change_word(reader, i);
    }
    return NO_TOKEN;
}
