/* All kinds read their numbers here, so that "half a million" and "€3-4m" mean the same whatever they count. */
#include "recognizers/amount.h"

#include "values/decimal.h"

static int scale_of(const struct reader *reader, struct match_range range)
{
    int scale = 0;
    for (uint32_t i = range.start; i < range.end; i++) {
        const struct lexicon_reading *reading = token_reading(reader->tokens, i, CLASS_SCALE);
        scale += reading ? reading->number : 0;
    }
    return scale;
}

static bool is_negative(const struct reader *reader, struct match_range range)
{
    struct class_set set = token_classes(reader->tokens, range.start);
    return class_set_has(&set, CLASS_MINUS);
}

static claimex_decimal unscaled(const struct reader *reader, struct match_range range)
{
    claimex_decimal value = { 0, 0, 0 };
    for (uint32_t i = range.start; i < range.end && !decimal_present(value); i++) {
        uint32_t number = reader->tokens->token.items[i].number;
        if (number != NO_NUMBER)
            value = reader->tokens->numbers.items[number];
    }
    return is_negative(reader, range) ? decimal_negate(value) : value;
}

claimex_decimal amount_value(const struct reader *reader, struct match_range range)
{
    return decimal_shift(unscaled(reader, range), scale_of(reader, range));
}

bool amount_range(const struct reader *reader, struct match_range low, struct match_range high,
                  struct candidate *candidate)
{
    int low_scale = scale_of(reader, low), high_scale = scale_of(reader, high);
    claimex_decimal below = unscaled(reader, low);
    candidate->high = amount_value(reader, high);
    candidate->low = decimal_shift(below, low_scale ? low_scale : high_scale);
    candidate->relation = CLAIMEX_RANGE;
    if (!decimal_present(candidate->low) || !decimal_present(candidate->high))
        return false;
    if (decimal_compare(candidate->low, candidate->high) >= 0)
        candidate->low = decimal_shift(below, low_scale);
    return decimal_compare(candidate->low, candidate->high) < 0;
}

bool amount_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    if (amount_given(match->field[FIELD_low]))
        return amount_range(reader, match->field[FIELD_low], match->field[FIELD_high], candidate);
    candidate->value = amount_given(match->field[FIELD_article]) ? decimal_make(1, 0)
                                                                 : amount_value(reader, match->field[FIELD_amount]);
    return decimal_present(candidate->value);
}

void amount_shift(struct candidate *candidate, int exponent)
{
    candidate->value = decimal_shift(candidate->value, exponent);
    candidate->low = decimal_shift(candidate->low, exponent);
    candidate->high = decimal_shift(candidate->high, exponent);
}
