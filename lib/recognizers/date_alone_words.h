/* A date and the words on either side of it. */
#ifndef RECOGNIZERS_DATE_ALONE_WORDS_H
#define RECOGNIZERS_DATE_ALONE_WORDS_H

#include "recognizers/date_point.h"
#include "recognizers/date_words.h"

struct alone {
    struct date_words all; /* the whole sentence */
    uint32_t first, end;
    const struct date_point *point;
};

static inline bool alone_before_is(const struct alone *alone, enum class class)
{
    return date_is(&alone->all, alone->first - 1, class);
}

/* Ends with CLASS_NONE. */
static inline bool alone_before_any(const struct alone *alone, const enum class *classes)
{
    return date_is_any(&alone->all, alone->first - 1, classes);
}

static inline bool alone_behind_is(const struct alone *alone, enum class class)
{
    return date_is(&alone->all, alone->end, class);
}

static inline unsigned alone_capital(const struct alone *alone, uint32_t i)
{
    return i < alone->all.end ? alone->all.reader->tokens->token.items[i].capital : CLASS_NONE;
}

static inline struct slice alone_text(const struct alone *alone, uint32_t i)
{
    return token_slice(alone->all.reader->tokens, i);
}

/* Is the four-digit number a year? */
bool alone_year_stands(const struct alone *alone);

/* Is the decade one of years? Not in "his 30s". */
bool alone_decade_stands(const struct alone *alone);

#endif
