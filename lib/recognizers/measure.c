/* Measures: what a unit means, and feet with inches. */
#include "recognizers/amount.h"
#include "recognizers/noun.h"
#include "values/decimal.h"

static struct slice readings_of(const struct reader *reader, struct match_range range)
{
    const char *text = amount_given(range) ? token_text(reader->tokens, range.start, CLASS_UNIT) : NULL;
    return text ? slice_of(text) : (struct slice){ NULL, 0 };
}

static struct slice first_of(struct slice readings)
{
    const char *bar = readings.length ? memchr(readings.bytes, '|', readings.length) : NULL;
    return bar ? (struct slice){ readings.bytes, (size_t)(bar - readings.bytes) } : readings;
}

/* How many of the smaller unit make one of the larger; 0 when the two do not go together. */
static int smaller_units(struct slice unit, struct slice smaller)
{
    static const struct { const char *unit, *smaller; int n; } table[] = {
        { "[ft_i]", "[in_i]", 12 }, { "[yd_i]", "[ft_i]", 3 }, { "[mi_i]", "[yd_i]", 1760 }, { "[lb_av]", "[oz_av]", 16 },
        { "[stone_av]", "[lb_av]", 14 }, { "km", "m", 1000 }, { "m", "cm", 100 }, { "cm", "mm", 10 }, { "kg", "g", 1000 },
        { "L", "mL", 1000 }, { "[mi_i]", "[ft_i]", 5280 }, { "[gal_us]", "[pt_us]", 8 },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (slice_is(unit, table[i].unit) && slice_is(smaller, table[i].smaller))
            return table[i].n;
    return 0;
}

/* "35m of its devices", "35m people": millions, not metres. */
static bool is_scale(const struct reader *reader, const struct match *match)
{
    struct match_range unit = match->field[FIELD_unit];
    const struct token *token = &reader->tokens->token.items[unit.start];
    return noun_has_class(reader, unit.start, CLASS_SCALE) && (token->flags & TOKEN_GLUED) && unit.end == match->whole.end
           && noun_counted(reader, unit.end, false).head != NO_NOUN;
}

bool measure_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct slice readings = readings_of(reader, match->field[FIELD_unit]);
    struct slice code = readings_of(reader, match->field[FIELD_code]);
    struct slice smaller = readings_of(reader, match->field[FIELD_next_unit]);
    if (amount_is_change(reader, match) || is_scale(reader, match))
        return false;
    if ((code.length && !slice_equal(first_of(code), first_of(readings))) || !amount_read(reader, match, candidate))
        return false;
    candidate->unit = first_of(readings);
    candidate->readings = candidate->unit.length < readings.length ? readings : (struct slice){ NULL, 0 };
    struct match_range per = match->field[FIELD_per];
    if (amount_given(per))
        candidate->unit_below = readings_of(reader, per).length ? first_of(readings_of(reader, per)) : token_slice(reader->tokens, per.start);
    if (!smaller.length)
        return true;
    int n = smaller_units(candidate->unit, first_of(smaller));
    candidate->value = decimal_add(decimal_multiply(candidate->value, decimal_make(n, 0)),
                                   amount_value(reader, match->field[FIELD_next_amount]));
    candidate->unit = first_of(smaller);
    candidate->readings = (struct slice){ NULL, 0 };
    return n > 0;
}
