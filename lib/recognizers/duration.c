/* Durations, and ages, which are durations that somebody has lived. */
#include "recognizers/amount.h"
#include "values/decimal.h"

static const char *unit_of(const struct reader *reader, struct match_range range)
{
    return amount_given(range) ? token_text(reader->tokens, range.start, CLASS_TIMEUNIT) : NULL;
}

/* A unit in terms of a smaller one with which it has a fixed proportion: 0 when it has none. */
static int smaller_units(const char *unit, const char *smaller)
{
    static const struct { const char *unit, *smaller; int n; } table[] = {
        { "minute", "second", 60 }, { "hour", "minute", 60 }, { "hour", "second", 3600 }, { "day", "hour", 24 },
        { "day", "minute", 1440 }, { "week", "day", 7 }, { "week", "hour", 168 }, { "year", "month", 12 },
        { "year", "quarter", 4 }, { "quarter", "month", 3 }, { "decade", "year", 10 }, { "century", "year", 100 },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(unit, table[i].unit) == 0 && strcmp(smaller, table[i].smaller) == 0)
            return table[i].n;
    return 0;
}

/* The 18 minutes of "two hours 18 minutes": both in minutes. */
static bool add_next(const struct reader *reader, const struct match *match, const char *unit, struct candidate *candidate)
{
    const char *smaller = unit_of(reader, match->field[FIELD_next_unit]);
    int n = smaller ? smaller_units(unit, smaller) : 0;
    if (!smaller)
        return true;
    candidate->value = decimal_add(decimal_multiply(candidate->value, decimal_make(n, 0)),
                                   amount_value(reader, match->field[FIELD_next_amount]));
    candidate->unit = slice_of(smaller);
    return n > 0;
}

bool duration_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    const char *unit = unit_of(reader, match->field[FIELD_unit]), *code = unit_of(reader, match->field[FIELD_code]);
    if (code && strcmp(code, unit) != 0)
        return false;
    candidate->unit = slice_of(unit);
    if (!amount_read(reader, match, candidate) || !add_next(reader, match, unit, candidate))
        return false;
    if (amount_given(match->field[FIELD_fraction]))
        candidate->value = decimal_add(candidate->value, decimal_make(5, -1));
    return true;
}

bool age_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    const char *unit = unit_of(reader, match->field[FIELD_unit]);
    candidate->unit = slice_of(unit ? unit : "year");
    if (!amount_read(reader, match, candidate))
        return false;
    struct match_range at = match->field[FIELD_at]; /* "aged 29": only the number is the claim */
    if (amount_given(at)) {
        candidate->first = at.start;
        candidate->end = at.end;
        candidate->at = (claimex_span){ reader->tokens->token.items[at.start].start, reader->tokens->token.items[at.end - 1].end };
    }
    return true;
}
