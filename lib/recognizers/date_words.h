/* Asking the words of a date. Behind its last token nothing has a class. */
#ifndef RECOGNIZERS_DATE_WORDS_H
#define RECOGNIZERS_DATE_WORDS_H

#include "recognizers/recognizer.h"

struct date_words {
    const struct reader *reader;
    uint32_t first, end;
};

/* All the words of the sentence. */
static inline struct date_words date_words_all(const struct reader *reader)
{
    return (struct date_words){ reader, 0, (uint32_t)reader->tokens->token.count };
}

static inline bool date_is_within(const struct date_words *words, uint32_t i)
{
    return i - words->first < words->end - words->first; /* a place before the first is far behind the last */
}

static inline bool date_is(const struct date_words *words, uint32_t i, enum class class)
{
    return date_is_within(words, i) && reader_has(words->reader, i, class);
}

/* One of the classes up to CLASS_NONE. */
static inline bool date_is_any(const struct date_words *words, uint32_t i, const enum class *classes)
{
    return date_is_within(words, i) && reader_has_any(words->reader, i, classes);
}

bool date_has(const struct date_words *words, enum class class);
bool date_has_any(const struct date_words *words, const enum class *classes); /* up to CLASS_NONE */

/* The value of a class; 0 and NULL when the token has not the class. */
int date_number_of(const struct date_words *words, uint32_t i, enum class class);
int date_side_of(const struct date_words *words, uint32_t i); /* of a LIMIT: "before" is -1, "after" 1, "since" 0 */
int date_next_of(const struct date_words *words, uint32_t i); /* of "last" and "next", which point from now; else 0 */
const char *date_text(const struct date_words *words, uint32_t i, enum class class);

/* The number that the token is, also of an ordinal; false when it is none or not whole. */
bool date_integer(const struct date_words *words, uint32_t i, int64_t *n);
/* The same in units that go `n` times into it: "half an hour" is 30 minutes. False when they are not whole. */
bool date_integer_times(const struct date_words *words, uint32_t i, int n, int64_t *whole);

/* The unit of "last month" */
bool date_is_last(const struct date_words *words, uint32_t i, const char *unit);

/* "built": what was done at a time; "killed 1752" and "fell 1752" rather say how many. */
bool date_is_deed(const struct date_words *words, uint32_t i);

/* "weeks" */
bool date_is_plural(const struct date_words *words, uint32_t i);

int64_t date_floor(const struct date_words *words, uint32_t i);

#endif
