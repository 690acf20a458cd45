/* The veto: whatever is matched is no claim, but where a letter may be a unit or a word. */
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

/* The last bracket of "[2,3-d]oxazine" */
static bool is_within_word(const struct reader *reader, uint32_t bracket)
{
    return reader_is_glued(reader, bracket + 1) && reader_is_word(reader, bracket + 1);
}

bool not_claims_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    candidate->kind = KIND_NONE;
    if (amount_given(match->field[FIELD_code]))
        return is_within_word(reader, match->field[FIELD_code].start);
    return !amount_given(match->field[FIELD_unit]) || are_letters(reader, match->whole);
}
