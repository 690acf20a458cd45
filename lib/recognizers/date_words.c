/* The readers of dates ask for the class of a token hundreds of times; this keeps them within the date. */
#include "recognizers/date_words.h"

#include "base/ascii.h"
#include "lexicon/word_class.h"
#include "recognizers/amount.h"
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
    return date_is_within(words, i) ? token_number_of(words->reader->tokens, i, class) : 0;
}

int date_side_of(const struct date_words *words, uint32_t i)
{
    uint8_t limit = date_is_within(words, i) ? amount_relation(words->reader, i, CLASS_LIMIT) : CLAIMEX_EQ;
    return limit == CLAIMEX_LT ? -1 : limit == CLAIMEX_GT;
}

int date_next_of(const struct date_words *words, uint32_t i)
{
    static const enum class others[] = { CLASS_NEAR, CLASS_THEN, CLASS_NONE }; /* "this past", "following" */
    return date_is_any(words, i, others) ? 0 : date_number_of(words, i, CLASS_NEXT);
}

const char *date_text(const struct date_words *words, uint32_t i, enum class class)
{
    return i >= words->first && i < words->end ? token_text(words->reader->tokens, i, class) : NULL;
}

bool date_is_plural(const struct date_words *words, uint32_t i)
{
    struct slice word = token_slice(words->reader->tokens, i);
    return word.length > 1 && ascii_lower(word.bytes[word.length - 1]) == 's';
}

static claimex_decimal number_at(const struct date_words *words, uint32_t i)
{
    const struct lexicon_reading *ordinal = token_reading(words->reader->tokens, i, CLASS_ORDINAL);
    claimex_decimal number = reader_number(words->reader, i);
    return ordinal && !decimal_present(number) ? decimal_make(ordinal->number, 0) : number;
}

bool date_integer(const struct date_words *words, uint32_t i, int64_t *n)
{
    return i >= words->first && i < words->end && decimal_to_integer(number_at(words, i), n) && *n >= 0
           && *n <= INT32_MAX;
}

#define MOST_TIMES INT64_C(1000000000000)

bool date_integer_times(const struct date_words *words, uint32_t i, int n, int64_t *whole)
{
    return i >= words->first && i < words->end
           && decimal_to_integer(decimal_multiply(number_at(words, i), decimal_make(n, 0)), whole) && *whole > 0
           && *whole <= MOST_TIMES;
}

bool date_is_last(const struct date_words *words, uint32_t i, const char *unit)
{
    const char *own = date_text(words, i, CLASS_TIMEUNIT);
    return own && strcmp(own, unit) == 0 && date_number_of(words, i - 1, CLASS_NEXT) == -1;
}

bool date_is_deed(const struct date_words *words, uint32_t i)
{
    static const enum class amounts[] = { CLASS_PAYING, CLASS_HARMING, CLASS_UP, CLASS_DOWN, CLASS_SHIFT, CLASS_NONE };
    return date_is_within(words, i) && (token_word_classes(words->reader->tokens, i) & WORD_PAST)
           && !date_is_any(words, i, amounts);
}

int64_t date_floor(const struct date_words *words, uint32_t i)
{
    claimex_decimal value = number_at(words, i);
    int64_t n = value.digits;
    for (int32_t e = value.exponent; e < 0; e++)
        n /= 10;
    return value.exponent > 0 ? 0 : n;
}
