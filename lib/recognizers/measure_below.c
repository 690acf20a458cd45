/* What stands below the line of a unit: "km/h", "km s−1", "1013 cm−3", "W/(m·K)". */
#include "recognizers/measure_below.h"

#include "recognizers/amount.h"
#include "recognizers/noun.h"

/* "hour": h */
static struct slice time_code(const char *time)
{
    static const char *const codes[][2] = {
        { "second", "s" }, { "minute", "min" }, { "hour", "h" }, { "day", "d" },
        { "week", "wk" },  { "month", "mo" },   { "year", "a" },
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(time, codes[i][0]) == 0)
            return slice_of(codes[i][1]);
    return slice_of(time);
}

/* The ms of "5 km/ms", the h of "5 kg/hour". */
struct slice measure_below_slash(const struct reader *reader, uint32_t token)
{
    const char *time = token_text(reader->tokens, token, CLASS_TIMEUNIT);
    return time ? time_code(time) : amount_first_reading(slice_of(token_text(reader->tokens, token, CLASS_UNIT)));
}

/* The code of a unit that stands behind another, where no number is beside it: "h" of "km h−1". */
static struct slice code_behind(const struct reader *reader, uint32_t i)
{
    struct slice time = amount_text_beside(reader, i, CLASS_TIMEUNIT);
    return time.length ? time_code(time.bytes) : amount_first_reading(amount_text_beside(reader, i, CLASS_UNIT));
}

static bool is_power_mark(const struct reader *reader, uint32_t i)
{
    return reader_has(reader, i, CLASS_HYPHEN) || reader_has(reader, i, CLASS_MINUS)
           || reader_has(reader, i, CLASS_DASH);
}

/* The 2 of "m−2", "m-2", "m −2" and "m− 2"; 0 when it is none: "5 m - 2 m", "5 m -2 boxes". */
static int power_at(const struct reader *reader, uint32_t minus)
{
    int64_t power = 0;
    uint32_t number = minus + 1;
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
    decimal_to_integer(reader->tokens->numbers.items[reader_token(reader, number)->number], &power);
    return power <= 3 ? (int)power : 0;
}

/* "cm" and 3: cm3. No code when there is none. */
static struct slice powered(struct slice code, int power)
{
    static const struct {
        const char *code;
        int power;
        const char *text;
    } table[] = {
        { "m", 2, "m2" },   { "m", 3, "m3" },   { "cm", 2, "cm2" }, { "cm", 3, "cm3" },
        { "mm", 2, "mm2" }, { "mm", 3, "mm3" }, { "km", 2, "km2" }, { "km", 3, "km3" },
        { "s", 2, "s2" },   { "s", 3, "s3" },   { "d", 2, "d2" },
    };
    for (size_t i = 0; power > 1 && i < sizeof table / sizeof *table; i++)
        if (power == table[i].power && slice_is(code, table[i].code))
            return slice_of(table[i].text);
    return power == 1 ? code : (struct slice){ NULL, 0 };
}

/* The 3 of "2.7 g/cm 3", which stood above the line; not of "5 g/m 3 times". */
void measure_add_power_below(const struct reader *reader, struct candidate *candidate)
{
    int64_t power = 0;
    uint32_t number = candidate->end;
    if (number >= reader->tokens->token.count || reader_token(reader, number)->shape != CLASS_TWELVE
        || reader_is_word(reader, number + 1)
        || !decimal_to_integer(reader->tokens->numbers.items[reader_token(reader, number)->number], &power))
        return;
    struct slice below = powered(candidate->unit_below, power > 1 && power < 4 ? (int)power : 0);
    if (!below.length)
        return;
    candidate->unit_below = below;
    amount_end_at(reader, number + 1, candidate);
}

/* The units below the line of "200 µmol m−2 s−1", where both are usual together. No code when they are not. */
static struct slice both_below(struct slice first, struct slice second)
{
    static const char *const table[][3] = {
        { "m", "Cel", "m/Cel" },   { "kg", "Cel", "kg/Cel" }, { "g", "Cel", "g/Cel" },
        { "m2", "s", "m2/s" },     { "m2", "d", "m2/d" },     { "m2", "h", "m2/h" },
        { "m2", "a", "m2/a" },     { "m2", "K", "m2/K" },     { "m", "K", "m/K" },
        { "kg", "K", "kg/K" },     { "kg", "d", "kg/d" },     { "kg", "h", "kg/h" },
        { "kg", "min", "kg/min" }, { "kg", "s", "kg/s" },     { "g", "h", "g/h" },
        { "g", "K", "g/K" },       { "mol", "K", "mol/K" },   { "cm2", "s", "cm2/s" },
        { "har", "a", "har/a" },   { "mg", "min", "mg/min" }, { "[lb_av]", "[degF]", "[lb_av]/[degF]" },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (slice_is(first, table[i][0]) && slice_is(second, table[i][1]))
            return slice_of(table[i][2]);
    return (struct slice){ NULL, 0 };
}

/* The units below the line of "0.6 W/(m·K)", "840 J/(kg K)". */
static void add_product_below(const struct reader *reader, uint32_t slash, struct candidate *candidate)
{
    uint32_t first = slash + 2, second = first + 1;
    if (!reader_has(reader, slash + 1, CLASS_OPEN) || !reader_is_glued(reader, slash + 1))
        return;
    second += reader_has(reader, second, CLASS_MARK) || reader_has(reader, second, CLASS_HYPHEN)
              || reader_has(reader, second, CLASS_PERIOD);
    struct slice both = both_below(code_behind(reader, first), code_behind(reader, second));
    if (!both.length || !reader_has(reader, second + 1, CLASS_CLOSE))
        return;
    candidate->unit_below = both;
    amount_end_at(reader, second + 2, candidate);
}

/* A unit with a negative power behind the unit: km/s. The unit's own: 1/cm3. */
void measure_add_powers(const struct reader *reader, struct candidate *candidate)
{
    uint32_t i = candidate->end;
    if (reader_has(reader, i, CLASS_SLASH) && reader_is_glued(reader, i)) {
        add_product_below(reader, i, candidate);
        return;
    }
    bool tight = reader_has(reader, i, CLASS_HYPHEN)
                 || (reader_is_glued(reader, i) && slice_is(token_slice(reader->tokens, i), "\u2212")); /* "cm− 1" */
    struct slice own = powered(candidate->unit, tight ? power_at(reader, i) : 0);
    if (own.length && noun_find(reader, i + 2, true).head == NO_NOUN) { /* not "10 m-2 boxes" */
        candidate->unit_below = own;
        candidate->unit = slice_of("1");
        amount_end_at(reader, i + 2, candidate);
        return;
    }
    i += reader_has(reader, i, CLASS_MARK)
         || (reader_has(reader, i, CLASS_PERIOD) && i + 1 < reader->tokens->token.count
             && reader_is_glued(reader, i + 1)); /* "km · h−1", "km.h-1" */
    struct slice below = powered(code_behind(reader, i), power_at(reader, i + 1));
    if (!below.length)
        return;
    candidate->unit_below = below;
    amount_end_at(reader, i + 3, candidate);
    struct slice both = both_below(below, powered(code_behind(reader, i + 3), power_at(reader, i + 4)));
    if (!both.length)
        return;
    candidate->unit_below = both;
    amount_end_at(reader, i + 6, candidate);
}
