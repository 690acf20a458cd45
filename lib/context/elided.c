/* Only a whole number takes the noun of another one: an index at 16,369.03 does not count the shares before it. */
#include "context/elided.h"

void elided_unit(struct candidate *candidate, const struct candidate *before)
{
    bool whole = candidate->value.exponent >= 0 && candidate->low.exponent >= 0;
    if (before && candidate->kind == CLAIMEX_COUNT && before->kind == CLAIMEX_COUNT && !candidate->unit.length && whole)
        candidate->unit = before->unit;
}
