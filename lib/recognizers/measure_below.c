/* What stands below the line of a unit: "km/h", "km s−1", "1013 cm−3", "W/(m·K)". */
#include "recognizers/measure_below.h"

#include "recognizers/amount.h"
#include "recognizers/noun.h"
#include "tokens/digits.h"
#include "values/unit.h"

/* One more unit, or one and its power, below the line. False when there is no such unit. */
static bool put_below(struct slice code, int power, struct candidate *candidate)
{
    char *end = candidate->unit_below + strlen(candidate->unit_below);
    size_t room = sizeof candidate->unit_below - (size_t)(end - candidate->unit_below);
    if (!code.length || power < 1 || (power > 1 && !unit_has_powers(code)) || code.length + sizeof "/2" > room)
        return false;
    if (end > candidate->unit_below)
        *end++ = '/';
    memcpy(end, code.bytes, code.length);
    end += code.length;
    if (power > 1)
        *end++ = (char)('0' + power);
    *end = '\0';
    return true;
}

/* The ms of "5 km/ms", the h of "5 kg/hour". */
void measure_add_below_slash(const struct reader *reader, uint32_t token, struct candidate *candidate)
{
    const char *time = token_text(reader->tokens, token, CLASS_TIMEUNIT);
    struct slice unit = amount_first_reading(slice_of(time ? time : token_text(reader->tokens, token, CLASS_UNIT)));
    put_below(unit_code(unit), 1, candidate);
}

/* The code of a unit that stands behind another, where no number is beside it: "h" of "km h−1". */
static struct slice code_behind(const struct reader *reader, uint32_t i)
{
    struct slice time = amount_text_beside(reader, i, CLASS_TIMEUNIT);
    return time.length ? unit_code(time) : amount_first_reading(amount_text_beside(reader, i, CLASS_UNIT));
}

/* The min of "5 mmole/min" and "5 microgram/kg/min" */
bool measure_add_short_below(const struct reader *reader, uint32_t slash, struct candidate *candidate)
{
    return reader_has(reader, slash, CLASS_SLASH) && reader_is_glued(reader, slash)
           && reader_is_glued(reader, slash + 1) && put_below(code_behind(reader, slash + 1), 1, candidate);
}

static bool is_power_mark(const struct reader *reader, uint32_t i)
{
    return reader_has(reader, i, CLASS_HYPHEN) || reader_has(reader, i, CLASS_MINUS)
           || reader_has(reader, i, CLASS_DASH);
}

/* The 2 of "m⁻²"; 0 when it is none. */
static int raised_power_at(const struct reader *reader, uint32_t minus)
{
    int power = 0;
    if (minus + 1 >= reader->tokens->token.count || !slice_is(token_slice(reader->tokens, minus), "\u207B"))
        return 0;
    struct slice digit = token_slice(reader->tokens, minus + 1);
    const unsigned char *bytes = (const unsigned char *)digit.bytes;
    bool raised = digits_raised(bytes, bytes + digit.length, &power) == digit.length;
    return raised && power <= 3 ? power : 0;
}

/* The 2 of "m−2", "m-2", "m⁻²", "m −2" and "m− 2"; 0 when it is none: "5 m - 2 m", "5 m -2 boxes". */
static int power_at(const struct reader *reader, uint32_t minus)
{
    int64_t power = raised_power_at(reader, minus);
    uint32_t number = minus + 1;
    if (power)
        return (int)power;
    if (number >= reader->tokens->token.count || reader_token(reader, number)->shape != CLASS_TWELVE
        || !is_power_mark(reader, minus)
        || ((reader_token(reader, minus)->flags & TOKEN_GAP_BEFORE)
            && (reader_token(reader, number)->flags & TOKEN_GAP_BEFORE)))
        return 0;
    uint32_t next = number + 1;
    bool unit = reader_has(reader, next, CLASS_UNIT) || reader_has(reader, next, CLASS_TIMEUNIT);
    bool goes_on = unit && is_power_mark(reader, next + 1) && reader_has(reader, next + 2, CLASS_TWELVE);
    if ((unit && !goes_on) || reader_has(reader, next, CLASS_PERCENT) || reader_has(reader, next, CLASS_SCALE)
        || reader_has(reader, next, CLASS_CURRENCY) || reader_has(reader, next, CLASS_HYPHEN))
        return 0;
    decimal_to_integer(reader_number(reader, number), &power);
    return power <= 3 ? (int)power : 0;
}

/* The 3 of "2.7 g/cm 3", which stood above the line; not of "5 g/m 3 times". */
void measure_add_power_below(const struct reader *reader, struct candidate *candidate)
{
    int64_t power = 0;
    uint32_t number = candidate->end;
    if (number >= reader->tokens->token.count || reader_token(reader, number)->shape != CLASS_TWELVE
        || reader_is_word(reader, number + 1) || !decimal_to_integer(reader_number(reader, number), &power))
        return;
    struct slice below = slice_of(candidate->unit_below);
    if (power < 2 || power > 3 || !unit_has_powers(below) || below.length + sizeof "3" > sizeof candidate->unit_below)
        return;
    memcpy(candidate->unit_below + below.length, power == 2 ? "2" : "3", sizeof "3");
    amount_end_at(reader, number + 1, candidate);
}

/* The units below the line of "0.6 W/(m·K)", "840 J/(kg K)". */
static void add_product_below(const struct reader *reader, uint32_t slash, struct candidate *candidate)
{
    uint32_t first = slash + 2, second = first + 1;
    if (!reader_has(reader, slash + 1, CLASS_OPEN) || !reader_is_glued(reader, slash + 1))
        return;
    second += reader_has(reader, second, CLASS_MARK) || reader_has(reader, second, CLASS_HYPHEN)
              || reader_has(reader, second, CLASS_PERIOD);
    if (!reader_has(reader, second + 1, CLASS_CLOSE))
        return;
    if (put_below(code_behind(reader, first), 1, candidate) && put_below(code_behind(reader, second), 1, candidate))
        amount_end_at(reader, second + 2, candidate);
    else
        candidate->unit_below[0] = '\0';
}

#define MOST_POWERS 2u /* units with negative powers behind a unit: "µmol m−2 s−1" */

/* Behind the mark of "km · h−1", "km.h-1", or i when none stands there. */
static uint32_t behind_product_mark(const struct reader *reader, uint32_t i)
{
    return i
           + (reader_has(reader, i, CLASS_MARK)
              || (reader_has(reader, i, CLASS_PERIOD) && reader_is_glued(reader, i + 1)));
}

/* A unit with a negative power behind the unit: km/s. The unit's own: 1/cm3. */
void measure_add_powers(const struct reader *reader, struct candidate *candidate)
{
    uint32_t i = candidate->end;
    if (reader_has(reader, i, CLASS_SLASH) && reader_is_glued(reader, i)) {
        add_product_below(reader, i, candidate);
        return;
    }
    bool tight = reader_has(reader, i, CLASS_HYPHEN) || raised_power_at(reader, i)
                 || (reader_is_glued(reader, i) && slice_is(token_slice(reader->tokens, i), "\u2212")); /* "cm− 1" */
    if (tight && noun_find(reader, i + 2, true).head == NO_NOUN /* not "10 m-2 boxes" */
        && put_below(candidate->unit, power_at(reader, i), candidate)) {
        candidate->unit = slice_of("1");
        amount_end_at(reader, i + 2, candidate);
        return;
    }
    for (unsigned units = 0; units < MOST_POWERS; units++) {
        i = behind_product_mark(reader, candidate->end);
        if (!put_below(code_behind(reader, i), power_at(reader, i + 1), candidate))
            return;
        amount_end_at(reader, i + 3, candidate);
    }
}
