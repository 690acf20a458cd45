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

/* The 18 minutes of "two hours 18 minutes", and what follows them: all in the smallest unit. */
static bool add_next(const struct reader *reader, const struct match *match, const char *unit, struct candidate *candidate)
{
    for (uint32_t i = match->field[FIELD_unit].end; i < match->whole.end; i++) {
        const char *smaller = token_text(reader->tokens, i, CLASS_TIMEUNIT);
        uint32_t number = i;
        while (smaller && number > match->field[FIELD_unit].end && reader->tokens->token.items[number].number == NO_NUMBER)
            number--;
        if (!smaller)
            continue;
        int n = smaller_units(unit, smaller);
        struct match_range amount = { number, i };
        candidate->value = decimal_add(decimal_multiply(candidate->value, decimal_make(n, 0)), amount_value(reader, amount));
        candidate->unit = slice_of(unit = smaller);
        if (!n)
            return false;
    }
    return true;
}

/* "the 1988 quarter": a year and what part of it. */
static bool is_year(const struct reader *reader, const struct match *match, struct match_range unit)
{
    struct slice word = token_slice(reader->tokens, unit.start);
    uint8_t shape = reader->tokens->token.items[match->whole.start].shape;
    return shape == CLASS_YEAR && unit.start == match->whole.start + 1 && word.bytes[word.length - 1] != 's';
}

bool duration_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    const char *unit = unit_of(reader, match->field[FIELD_unit]), *code = unit_of(reader, match->field[FIELD_code]);
    if ((code && strcmp(code, unit) != 0) || is_year(reader, match, match->field[FIELD_unit]))
        return false;
    candidate->unit = slice_of(unit);
    if (amount_is_change(reader, match))
        return false;
    bool compound = amount_given(match->field[FIELD_next_amount]);
    if (!amount_read(reader, match, candidate) || (compound && !add_next(reader, match, unit, candidate)))
        return false;
    if (amount_given(match->field[FIELD_fraction]))
        candidate->value = decimal_add(candidate->value, decimal_make(5, -1));
    return true;
}

bool age_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    const char *unit = unit_of(reader, match->field[FIELD_unit]);
    candidate->unit = slice_of(unit ? unit : "year");
    return amount_read(reader, match, candidate);
}
