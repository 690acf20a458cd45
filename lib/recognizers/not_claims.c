/* The veto: whatever is matched is no claim, but where a letter may be a unit. */
#include "recognizers/amount.h"

/* The B of "Figs. 3, 4A and 5B": is every word behind the first such a letter? Not of "PS3.4m". */
static bool are_letters(const struct reader *reader, struct match_range range)
{
    if (reader_is_glued(reader, range.start + 1))
        return false;
    for (uint32_t i = range.start + 1; i < range.end; i++)
        if (reader_is_word(reader, i) && !reader_has(reader, i, CLASS_AND) && !reader_has(reader, i, CLASS_OR)
            && !(reader_is_glued(reader, i) && token_slice(reader->tokens, i).length == 1))
            return false;
    return true;
}

bool not_claims_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    candidate->kind = KIND_NONE;
    return !amount_given(match->field[FIELD_unit]) || are_letters(reader, match->whole);
}
