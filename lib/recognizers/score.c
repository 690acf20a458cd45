/* Scores at cricket, which are written like no other: so many are out, for so many runs. */
#include "recognizers/score.h"

#include "recognizers/noun.h"
#include "values/decimal.h"

static bool is_for(const struct reader *reader, uint32_t i)
{
    return reader_has(reader, i, CLASS_LASTING) && slice_is(token_slice(reader->tokens, i), "for");
}

/* Does the number count or measure something? */
static bool has_unit(const struct reader *reader, uint32_t number)
{
    static const enum class units[] = { CLASS_UNIT,    CLASS_TIMEUNIT, CLASS_CURRENCY, CLASS_MINOR,
                                        CLASS_PERCENT, CLASS_SCALE,    CLASS_NONE };
    return reader_has_any(reader, number + 1, units) || noun_counted(reader, number + 1, false).head != NO_NOUN;
}

#define MOST_OUT 10 /* wickets */
#define FEWEST_RUNS 20

static bool is_number_within(const struct reader *reader, uint32_t i, int least, int most)
{
    claimex_decimal value = reader_number(reader, i);
    return decimal_present(value) && decimal_compare(value, decimal_make(least, 0)) >= 0
           && decimal_compare(value, decimal_make(most, 0)) <= 0;
}

#define FEWEST_RUNS_FIRST 100 /* "20 for 5" may be a price */

/* Each number of "they were 5 for 390", and of "were 390 for 5"; "3 for 4" says how many of how many, and "2 for 50
 * dollars" is a price. */
bool score_holds(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t first = candidate->first;
    uint32_t link = is_for(reader, first + 1) ? first + 1 : first - 1;
    if (!is_for(reader, link) || has_unit(reader, link + 1))
        return false;
    if (is_number_within(reader, link - 1, 0, MOST_OUT))
        return is_number_within(reader, link + 1, FEWEST_RUNS, 999);
    return is_number_within(reader, link - 1, FEWEST_RUNS_FIRST, 999)
           && is_number_within(reader, link + 1, 0, MOST_OUT);
}
