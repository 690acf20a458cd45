/* A pattern sees what is inside a date; whether "2016" counts people or "May" is a verb is told by its neighbours. */
#include "recognizers/date_alone.h"

#include "recognizers/date_words.h"

struct alone {
    struct date_words all; /* the whole sentence */
    uint32_t first, end;
    const struct date_point *point;
};

static bool before_is(const struct alone *alone, enum class class)
{
    return alone->first > 0 && date_is(&alone->all, alone->first - 1, class);
}

static bool behind_is(const struct alone *alone, enum class class)
{
    return date_is(&alone->all, alone->end, class);
}

static unsigned capital(const struct alone *alone, uint32_t i)
{
    return i < alone->all.end ? alone->all.reader->tokens->token.items[i].capital : CLASS_NONE;
}

static struct slice text_of(const struct alone *alone, uint32_t i)
{
    return token_slice(alone->all.reader->tokens, i);
}

static bool is_whole_sentence(const struct alone *alone)
{
    uint32_t end = alone->end + (alone->end + 1 == alone->all.end && behind_is(alone, CLASS_PERIOD));
    return alone->first <= 1 && end == alone->all.end && (alone->first == 0 || before_is(alone, CLASS_ON) || before_is(alone, CLASS_AT) || before_is(alone, CLASS_LIMIT));
}

/* A preposition or other word that opens a date. */
static bool is_opened(const struct alone *alone)
{
    static const enum class openers[] = { CLASS_IN, CLASS_ON, CLASS_LIMIT, CLASS_OF, CLASS_FROM, CLASS_UNTIL, CLASS_BETWEEN,
                                          CLASS_NEXT, CLASS_EDGE, CLASS_TO, CLASS_PER, CLASS_AND, CLASS_OR, CLASS_AT, CLASS_COMMA };
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (before_is(alone, openers[i]))
            return true;
    return false;
}

/* -------------------------------------------------------------------- years */

static bool ends_with(struct slice word, char c)
{
    return word.length > 2 && word.bytes[word.length - 1] == c && word.bytes[word.length - 2] != 's';
}

/* "2016 people", "1500 workers" */
static bool counts_what_follows(const struct alone *alone)
{
    static const char *const plurals[] = { "people", "men", "women", "children" };
    if (alone->end >= alone->all.end || capital(alone, alone->end) != CLASS_LOWER)
        return false;
    struct slice next = text_of(alone, alone->end);
    for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++)
        if (slice_is(next, plurals[i]))
            return true;
    return ends_with(next, 's') && !slice_is(next, "was") && !slice_is(next, "has") && !slice_is(next, "as")
           && !slice_is(next, "results") && !slice_is(next, "sales") && !slice_is(next, "earnings");
}

/* "Windows 2000", "Boeing 1011" */
static bool belongs_to_name(const struct alone *alone)
{
    if (alone->first == 0)
        return false;
    unsigned before = capital(alone, alone->first - 1);
    const struct token *token = &alone->all.reader->tokens->token.items[alone->first - 1];
    return token->shape && (before == CLASS_CAPITALISED || before == CLASS_UPPER || before == CLASS_MIXED) && alone->first > 1;
}

static bool year_stands(const struct alone *alone)
{
    int32_t year = alone->point->partial.year;
    if (before_is(alone, CLASS_CURRENCY) || before_is(alone, CLASS_HASH) || before_is(alone, CLASS_CODE) || before_is(alone, CLASS_MINUS)
        || before_is(alone, CLASS_PLUS) || before_is(alone, CLASS_SLASH) || before_is(alone, CLASS_HYPHEN) || before_is(alone, CLASS_NUMBER))
        return false;
    bool in = before_is(alone, CLASS_IN) || before_is(alone, CLASS_LIMIT);
    if (in)
        return year >= 1000 && !(year < 1700 && counts_what_follows(alone));
    if (before_is(alone, CLASS_THE) || before_is(alone, CLASS_POSSESSIVE))
        return year >= 1800 && year <= 2100;
    if (counts_what_follows(alone))
        return false;
    if (before_is(alone, CLASS_OF) || before_is(alone, CLASS_FROM) || before_is(alone, CLASS_TO) || before_is(alone, CLASS_OPEN))
        return year >= 1500 && year <= 2100;
    return year >= 1900 && year <= 2100 && !belongs_to_name(alone);
}

/* ------------------------------------------------------------------- months */

static bool is_upper(const struct alone *alone)
{
    for (uint32_t i = alone->first; i < alone->end; i++)
        if (date_is(&alone->all, i, CLASS_MONTH) || date_is(&alone->all, i, CLASS_WEEKDAY))
            return capital(alone, i) == CLASS_UPPER;
    return false;
}

/* A word that nothing but a date follows. */
static bool is_led(const struct alone *alone)
{
    return before_is(alone, CLASS_IN) || before_is(alone, CLASS_LIMIT) || before_is(alone, CLASS_NEXT) || before_is(alone, CLASS_EDGE)
           || before_is(alone, CLASS_UNTIL) || before_is(alone, CLASS_FROM) || before_is(alone, CLASS_OF) || before_is(alone, CLASS_PER);
}

/* "May" and "March" open sentences as verbs, "April", "June" and "Jan" are first names. */
static bool month_stands(const struct alone *alone)
{
    int month = alone->point->partial.month;
    bool other_word = month == 3 || month == 5;
    bool first_name = other_word || month == 4 || month == 6 || month == 8 || month == 1;
    if (month == 8 && capital(alone, alone->first) == CLASS_LOWER && !before_is(alone, CLASS_IN) && !is_whole_sentence(alone))
        return false; /* "an august house" */
    if (is_led(alone))
        return true;
    struct slice text = text_of(alone, alone->end - 1);
    if (text.length <= 4 && is_upper(alone) && alone->all.end > 1)
        return false; /* $DEC, OCT */
    if (first_name && capital(alone, alone->end) == CLASS_CAPITALISED && (alone->first == 0 || !is_opened(alone) || text.length == 3))
        return false;
    if (other_word && behind_is(alone, CLASS_PREPOSITION))
        return false; /* "the March for Life" */
    return !other_word || alone->first > 0 || is_whole_sentence(alone) || behind_is(alone, CLASS_COMMA) || behind_is(alone, CLASS_POSSESSIVE);
}

/* "Sat", "Sun", "Wed": short forms that are other words. */
static bool weekday_stands(const struct alone *alone)
{
    if (before_is(alone, CLASS_CODE))
        return false; /* "B2B Tuesday" */
    struct slice text = text_of(alone, alone->first);
    bool other_word = text.length == 3 && (alone->point->partial.weekday >= 6 || alone->point->partial.weekday == 3 || alone->point->partial.weekday == 1);
    return !other_word || is_whole_sentence(alone) || before_is(alone, CLASS_ON) || (is_led(alone) && !before_is(alone, CLASS_OF));
}

/* "spring", "fall": in a phrase that means the season. */
static bool season_stands(const struct alone *alone)
{
    bool article = date_is(&alone->all, alone->first, CLASS_THE);
    if (alone->end - alone->first > 1u + article)
        return true;
    return is_opened(alone) && !behind_is(alone, CLASS_OF) && !before_is(alone, CLASS_TO) && !(alone->end - alone->first == 1 && before_is(alone, CLASS_COMMA));
}

/* -------------------------------------------------------------------- times */

/* "6:56" without more may be a score or a ratio. */
static bool clock_stands(const struct alone *alone)
{
    for (uint32_t i = alone->first; i < alone->end; i++)
        if (date_is(&alone->all, i, CLASS_AMPM) || date_is(&alone->all, i, CLASS_OCLOCK) || date_is(&alone->all, i, CLASS_CLOCK)
            || date_is(&alone->all, i, CLASS_DAYPART) || date_is(&alone->all, i, CLASS_ZONE))
            return true;
    return before_is(alone, CLASS_AT) || before_is(alone, CLASS_LIMIT) || before_is(alone, CLASS_ON) || is_whole_sentence(alone);
}

/* "in his 30s" is an age. */
static bool decade_stands(const struct alone *alone)
{
    return !before_is(alone, CLASS_POSSESSOR) && !behind_is(alone, CLASS_UNIT);
}

/* "the daily newspaper", "20% annually": a set of times stands apart from nouns. */
static bool set_stands(const struct alone *alone)
{
    return alone->end == alone->all.end || alone->end - alone->first > 1 || !(capital(alone, alone->end) && !behind_is(alone, CLASS_PREPOSITION) && !behind_is(alone, CLASS_UNTIL) && !behind_is(alone, CLASS_IN));
}

/* "5/12" is a date behind a weekday or "on", else a fraction or a score. */
static bool short_day_stands(const struct alone *alone)
{
    return alone->point->partial.weekday || before_is(alone, CLASS_ON) || before_is(alone, CLASS_LIMIT) || before_is(alone, CLASS_NEXT)
           || before_is(alone, CLASS_FROM) || before_is(alone, CLASS_BETWEEN) || is_whole_sentence(alone);
}

static bool has_slash(const struct alone *alone)
{
    for (uint32_t i = alone->first; i < alone->end; i++)
        if (date_is(&alone->all, i, CLASS_SLASH))
            return !date_is(&alone->all, i - 1, CLASS_MONTH) && !date_is(&alone->all, i + 1, CLASS_MONTH);
    return false;
}

/* "on the 15th", but not "on the second" */
static bool has_digits(const struct alone *alone)
{
    for (uint32_t i = alone->first; i < alone->end; i++)
        if (alone->all.reader->tokens->token.items[i].number != NO_NUMBER)
            return true;
    return false;
}

bool date_stands(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point)
{
    struct alone alone = { { reader, 0, (uint32_t)reader->tokens->token.count }, first, end, point };
    if (point->kind == DATE_SET)
        return set_stands(&alone);
    if (point->kind != DATE_PARTIAL)
        return true;
    if (point->partial.grain == CLAIMEX_GRAIN_DECADE)
        return decade_stands(&alone);
    if (point->partial.grain == CLAIMEX_GRAIN_NONE)
        return clock_stands(&alone);
    if (point->partial.grain == CLAIMEX_GRAIN_DAY && !point->partial.month && !point->partial.weekday)
        return has_digits(&alone);
    if (point->partial.grain == CLAIMEX_GRAIN_DAY && !point->partial.has_year && has_slash(&alone) && !point->has_next)
        return short_day_stands(&alone);
    if (end - first == 1 && point->partial.grain == CLAIMEX_GRAIN_YEAR)
        return year_stands(&alone);
    if (end - first == 1 && point->partial.grain == CLAIMEX_GRAIN_MONTH)
        return month_stands(&alone);
    if (end - first == 1 && point->partial.weekday)
        return weekday_stands(&alone);
    if (point->partial.grain == CLAIMEX_GRAIN_SEASON && !point->partial.has_year && !point->has_outer && !point->has_next)
        return season_stands(&alone);
    return true;
}
