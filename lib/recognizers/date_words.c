/* The readers of dates ask for the class of a token hundreds of times; this keeps them within the date. */
#include "recognizers/date_words.h"

#include "values/decimal.h"

bool date_has(const struct date_words *words, enum class class)
{
    for (uint32_t i = words->first; i < words->end; i++)
        if (date_is(words, i, class))
            return true;
    return false;
}

bool date_has_any(const struct date_words *words, const enum class *classes)
{
    for (uint32_t i = words->first; i < words->end; i++)
        if (date_is_any(words, i, classes))
            return true;
    return false;
}

int date_number_of(const struct date_words *words, uint32_t i, enum class class)
{
    if (i < words->first || i >= words->end)
        return 0;
    const struct lexicon_reading *reading = token_reading(words->reader->tokens, i, class);
    return reading ? reading->number : 0;
}

int date_side_of(const struct date_words *words, uint32_t i)
{
    const char *limit = date_text(words, i, CLASS_LIMIT);
    return !limit ? 0 : strcmp(limit, "lt") == 0 ? -1 : strcmp(limit, "gt") == 0;
}

const char *date_text(const struct date_words *words, uint32_t i, enum class class)
{
    return i >= words->first && i < words->end ? token_text(words->reader->tokens, i, class) : NULL;
}

bool date_is_plural(const struct date_words *words, uint32_t i)
{
    struct slice word = token_slice(words->reader->tokens, i);
    return word.length > 1 && word.bytes[word.length - 1] == 's';
}

static claimex_decimal number_at(const struct date_words *words, uint32_t i)
{
    const struct tokens *tokens = words->reader->tokens;
    uint32_t number = tokens->token.items[i].number;
    if (number != NO_NUMBER)
        return tokens->numbers.items[number];
    const struct lexicon_reading *ordinal = token_reading(tokens, i, CLASS_ORDINAL);
    return ordinal ? decimal_make(ordinal->number, 0) : (claimex_decimal){ 0, 0, 0 };
}

bool date_integer(const struct date_words *words, uint32_t i, int64_t *n)
{
    return i >= words->first && i < words->end && decimal_to_integer(number_at(words, i), n) && *n >= 0
           && *n <= INT32_MAX;
}

bool date_integer_times(const struct date_words *words, uint32_t i, int n, int64_t *whole)
{
    return i >= words->first && i < words->end
           && decimal_to_integer(decimal_multiply(number_at(words, i), decimal_make(n, 0)), whole) && *whole > 0
           && *whole <= INT32_MAX;
}

int64_t date_floor(const struct date_words *words, uint32_t i)
{
    claimex_decimal value = number_at(words, i);
    int64_t n = value.digits;
    for (int32_t e = value.exponent; e < 0; e++)
        n /= 10;
    return value.exponent > 0 ? 0 : n;
}
