/* Percentages: the number and one of %, pp, bp, ‰. */
#include "recognizers/amount.h"
#include "values/decimal.h"

bool percentage_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    candidate->unit = slice_of(token_text(reader->tokens, match->field[FIELD_unit].start, CLASS_PERCENT));
    if (amount_is_change(reader, match))
        return false;
    struct match_range code = match->field[FIELD_code];
    if (amount_given(code) && !slice_is(candidate->unit, token_text(reader->tokens, code.start, CLASS_PERCENT)))
        return false;
    bool one = amount_given(match->field[FIELD_article]);
    if (amount_is_restated(reader, match) || (one && !slice_is(candidate->unit, "pp"))) /* "a percent" */
        return false;
    bool stands = amount_read(reader, match, candidate);
    if (amount_given(match->field[FIELD_sign])) /* (3.1)%, as accounts have it */
        candidate->value = decimal_negate(candidate->value);
    return stands;
}
