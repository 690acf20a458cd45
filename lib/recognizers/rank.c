/* Ranks: an ordinal counts only where it orders things by size or merit, not "for the first time". */
#include "recognizers/amount.h"
#include "recognizers/noun.h"
#include "values/decimal.h"

static claimex_decimal ordinal_value(const struct reader *reader, uint32_t token)
{
    const struct lexicon_reading *reading = token_reading(reader->tokens, token, CLASS_ORDINAL);
    uint32_t number = reader->tokens->token.items[token].number;
    if (reading)
        return decimal_make(reading->number, 0);
    return number == NO_NUMBER ? (claimex_decimal){ 0, 0, 0 } : reader->tokens->numbers.items[number];
}

/* largest, busiest, most, best, worst */
static bool is_superlative(const struct reader *reader, uint32_t token)
{
    static const char *const no[] = { "west", "east", "test", "guest", "forest", "interest", "protest", "request", "arrest",
                                      "contest", "priest", "harvest", "invest", "suggest", "rest", "chest", "quest" };
    struct slice word = token_slice(reader->tokens, token);
    if (slice_is(word, "most") || slice_is(word, "least") || slice_is(word, "worst"))
        return true;
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (slice_is(word, no[i]))
            return false;
    return word.length > 4 && memcmp(word.bytes + word.length - 3, "est", 3) == 0;
}

static void set_unit(const struct reader *reader, uint32_t from, struct candidate *candidate)
{
    struct noun noun = noun_find(reader, from, true);
    if (noun.head != NO_NOUN)
        candidate->unit = token_slice(reader->tokens, noun.head);
}

bool rank_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range noun = match->field[FIELD_noun], amount = match->field[FIELD_amount];
    if (amount_given(noun) && !is_superlative(reader, noun.start))
        return false;
    candidate->value = amount_given(match->field[FIELD_code]) ? amount_value(reader, amount) : ordinal_value(reader, amount.start);
    if (amount_given(noun))
        set_unit(reader, match->whole.end, candidate);
    return decimal_present(candidate->value);
}
