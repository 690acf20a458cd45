/* A number of four digits without a comma may be a year or count something: 2016 sales, 2016 people. What stands before
 * it and behind tells, or the list that it is of. */
#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/date_alone_words.h"
#include "recognizers/noun.h"

#define MOST_YEARS 8 /* of a list */

static bool ends_with(struct slice word, char c)
{
    return word.length > 2 && word.bytes[word.length - 1] == c && word.bytes[word.length - 2] != 's';
}

/* "1905 onwards": not the noun that an s makes a plural of. */
static bool is_no_noun(const struct alone *alone, uint32_t i)
{
    unsigned classes = token_word_classes(alone->all.reader->tokens, i);
    return date_is(&alone->all, i, CLASS_BOUND_AFTER) || (classes && !(classes & WORD_NOUN));
}

/* "2016 people", "1500 workers"; but what a count would have a comma in is a year: "1990 levels". */
static bool counts_what_follows(const struct alone *alone)
{
    if (alone->end >= alone->all.end || alone_capital(alone, alone->end) != CLASS_LOWER)
        return false;
    struct slice next = alone_text(alone, alone->end);
    int32_t year = alone->point->partial.year;
    bool recent = year >= 1950 && year <= 2050 && year != 2000;
    return alone_behind_is(alone, CLASS_PLURAL)
           || (ends_with(next, 's') && !recent && !alone_behind_is(alone, CLASS_SINGULAR)
               && !is_no_noun(alone, alone->end));
}

/* "Windows 2000", "Boeing 1011" */
static bool belongs_to_name(const struct alone *alone)
{
    if (alone->first < 2)
        return false;
    unsigned before = alone_capital(alone, alone->first - 1);
    bool named = before == CLASS_CAPITALISED || before == CLASS_UPPER || before == CLASS_MIXED;
    return named && alone->all.reader->tokens->token.items[alone->first - 1].shape;
}

/* "(Weller 1988, p. 4)", "(Weller and Marsh 1988)": what is cited appeared in that year. */
static bool is_cited(const struct alone *alone)
{
    static const enum class ends[] = { CLASS_CLOSE, CLASS_COMMA, CLASS_COLON, CLASS_SEMICOLON, CLASS_NONE };
    uint32_t name = alone->first - 1;
    if (!belongs_to_name(alone) || !date_is_any(&alone->all, alone->end, ends))
        return false;
    name -= name > 1 && date_is(&alone->all, name - 1, CLASS_AND) ? 2 : 0;
    return name > 0 && date_is(&alone->all, name - 1, CLASS_OPEN);
}

#define MOST_TO_BRACKET 8u /* tokens */

/* The 1752 of "(built 1752)", the 1891 of "(built 1752?; restored 1891)"; but "(killed 1752)" counts them. */
static bool is_when_done(const struct alone *alone)
{
    static const enum class ends[] = { CLASS_CLOSE, CLASS_COMMA, CLASS_SEMICOLON, CLASS_MARK, CLASS_NONE };
    static const enum class parts[] = { CLASS_COMMA, CLASS_SEMICOLON, CLASS_NONE };
    uint32_t verb = alone->first - 1, i = verb;
    if (alone->first < 2 || alone_capital(alone, verb) != CLASS_LOWER || !date_is_any(&alone->all, alone->end, ends)
        || !date_is_deed(&alone->all, verb))
        return false;
    while (i > 0 && verb - i < MOST_TO_BRACKET && !date_is(&alone->all, i - 1, CLASS_CLOSE)
           && !date_is(&alone->all, i - 1, CLASS_OPEN))
        i--;
    return i > 0 && date_is(&alone->all, i - 1, CLASS_OPEN) && (i == verb || date_is_any(&alone->all, verb - 1, parts));
}

/* "dates from | 1220", "dated back to | 1220" */
static bool is_dating(const struct alone *alone, uint32_t i)
{
    static const char *const verbs[] = { "date", "dates", "dated", "dating", NULL };
    if (i < 1 || !(date_is(&alone->all, i, CLASS_FROM) || date_is(&alone->all, i, CLASS_TO)))
        return false;
    uint32_t verb = i - 1 - (i > 1 && slice_is(alone_text(alone, i - 1), "back"));
    return slice_is_any(alone_text(alone, verb), verbs);
}

/* "was built | about 1120", ", built | about 1120,", "died | about 1290": what was done then. */
static bool is_deed(const struct alone *alone, uint32_t verb)
{
    static const enum class openers[] = { CLASS_BE, CLASS_COMMA, CLASS_NONE };
    if (date_number_of(&alone->all, verb, CLASS_REACHING) == 1)
        return true;
    return verb > 0 && date_is_any(&alone->all, verb - 1, openers) && date_is_deed(&alone->all, verb);
}

/* "Around 1200, | the town", "About 1200 | it" */
static bool opens_clause(const struct alone *alone)
{
    static const enum class subjects[] = { CLASS_THE, CLASS_POSSESSOR, CLASS_PRONOUN, CLASS_NONE };
    return alone->first == 1 && date_is_any(&alone->all, alone->end + alone_behind_is(alone, CLASS_COMMA), subjects);
}

/* "was built about 1120", "in about 1120", "dates from 1120": a year, where nothing follows that is counted. */
static bool is_old(const struct alone *alone)
{
    uint32_t opener = alone->first - 1;
    if (alone_behind_is(alone, CLASS_OF)) /* "in about 1200 of them" */
        return false;
    if (alone_capital(alone, alone->end) && !noun_is_closed(alone->all.reader, alone->end))
        return false;
    if (amount_relation(alone->all.reader, opener, CLASS_BOUND) != CLAIMEX_APPROX)
        return is_dating(alone, opener);
    return opens_clause(alone)
           || (opener > 0
               && (date_is(&alone->all, opener - 1, CLASS_IN) || is_dating(alone, opener - 1)
                   || is_deed(alone, opener - 1)));
}

#define MOST_OF_PLACE 6u /* tokens */

/* "(New York, | 1770 – Vienna, | 1827)" */
static bool is_of_place(const struct alone *alone)
{
    uint32_t comma = alone->first - 1, i = comma;
    bool closes = alone_behind_is(alone, CLASS_CLOSE);
    if (!alone_before_is(alone, CLASS_COMMA) || !(closes || alone_behind_is(alone, CLASS_DASH)))
        return false;
    while (i > 1 && comma - i < MOST_OF_PLACE && alone_capital(alone, i - 1) == CLASS_CAPITALISED)
        i--;
    return i > 0 && i < comma
           && (date_is(&alone->all, i - 1, CLASS_OPEN) || (closes && date_is(&alone->all, i - 1, CLASS_DASH)));
}

/* The 1987 of "paid over 1987, 1988 and 1989": years that follow each other. */
static bool opens_years(const struct alone *alone)
{
    int64_t next;
    uint32_t i = alone->end + (alone_behind_is(alone, CLASS_COMMA) || alone_behind_is(alone, CLASS_AND));
    return i > alone->end && date_is(&alone->all, i, CLASS_YEAR) && date_integer(&alone->all, i, &next)
           && next == alone->point->partial.year + 1;
}

/* "over 2100 stayed": a number of them */
static bool is_bounded(const struct alone *alone)
{
    if (opens_years(alone))
        return false;
    uint8_t bound = amount_relation(alone->all.reader, alone->first - 1, CLASS_BOUND);
    return bound == CLAIMEX_GT || bound == CLAIMEX_LT;
}

/* "ISO 9001:2015" */
static bool belongs_to_code(const struct alone *alone)
{
    const struct token *year = &alone->all.reader->tokens->token.items[alone->first];
    return alone->first > 1 && alone_before_is(alone, CLASS_COLON) && year[-2].number != NO_NUMBER
           && year[-2].end + 1 == year->start;
}

/* "an average of 1500" */
static bool is_level(const struct alone *alone)
{
    uint32_t of = alone->first - 1;
    return alone->first > 2 && date_is(&alone->all, of, CLASS_OF) && date_is(&alone->all, of - 1, CLASS_LEVEL)
           && date_is(&alone->all, of - 2, CLASS_A);
}

static bool is_round(const struct alone *alone)
{
    return alone->point->partial.year % 50 == 0;
}

/* "killing about 1640 on Sunday": another date says when. */
static bool has_date_behind(const struct alone *alone)
{
    static const enum class dates[] = { CLASS_WEEKDAY, CLASS_MONTH, CLASS_YEAR, CLASS_NEXT, CLASS_NONE };
    return (alone_behind_is(alone, CLASS_ON) || alone_behind_is(alone, CLASS_IN))
           && date_is_any(&alone->all, alone->end + 1, dates);
}

/* "about 1875 by a monk": nothing that could be so many follows. "In about 1875 he" */
static bool is_about(const struct alone *alone)
{
    if (alone->first > 1 && date_is(&alone->all, alone->first - 2, CLASS_IN))
        return alone_before_is(alone, CLASS_BOUND) && !alone_behind_is(alone, CLASS_OF);
    bool counted =
        alone_capital(alone, alone->end)
        && (alone_behind_is(alone, CLASS_OF) || !alone_behind_is(alone, CLASS_PREPOSITION) || is_round(alone));
    return alone_before_is(alone, CLASS_BOUND) && !counted && !has_date_behind(alone);
}

/* "his 1781 essay", "an 1842 law": nobody counts so many of one thing. */
static bool names_what_follows(const struct alone *alone)
{
    static const enum class determiners[] = { CLASS_POSSESSOR, CLASS_POSSESSIVE, CLASS_THE,
                                              CLASS_A,         CLASS_NEXT,       CLASS_NONE };
    return alone_before_any(alone, determiners) && alone_capital(alone, alone->end) && !is_round(alone)
           && !counts_what_follows(alone);
}

/* A year, and what stands before it or before the list that it is of. */
static bool year_is_led(const struct alone *alone)
{
    static const enum class determiners[] = { CLASS_THE, CLASS_POSSESSIVE, CLASS_NONE };
    static const enum class openers[] = { CLASS_OF, CLASS_FROM, CLASS_TO, CLASS_OPEN, CLASS_NONE };
    int32_t year = alone->point->partial.year;
    if (alone_behind_is(alone, CLASS_PACE)) /* "40% below 1990 levels" */
        return year >= 1900 && year <= 2100;
    if (alone_before_is(alone, CLASS_IN) || alone_before_is(alone, CLASS_LIMIT))
        return year >= 1000 && !((year < 1700 || alone_before_is(alone, CLASS_BOUND)) && counts_what_follows(alone));
    if (alone_before_any(alone, determiners) && year >= 1800)
        return year <= 2100;
    if (names_what_follows(alone))
        return year >= 1500 && year <= 2100;
    if (counts_what_follows(alone))
        return false;
    if (alone_before_is(alone, CLASS_FROM)
        && (alone_behind_is(alone, CLASS_UNTIL) || alone_behind_is(alone, CLASS_BOUND_AFTER)))
        return year >= 1000;
    if (is_when_done(alone) || is_old(alone) || is_of_place(alone))
        return year >= 1000;
    if (is_bounded(alone))
        return false;
    if (is_about(alone) || alone_before_any(alone, openers))
        return year >= 1500 && year <= 2100;
    return (year >= 1900 && year <= 2100 && !belongs_to_name(alone)) || (year >= 1500 && is_cited(alone));
}

static bool is_year_at(const struct alone *alone, uint32_t i, int64_t *year)
{
    return date_is(&alone->all, i, CLASS_YEAR) && date_integer(&alone->all, i, year);
}

/* The first year of "1654-57, 1665 and 1691", "1402 or 1403", which rise; the year itself where no list goes before it.
 */
static uint32_t head_of_years(const struct alone *alone)
{
    static const enum class links[] = { CLASS_AND, CLASS_OR, CLASS_NONE };
    uint32_t head = alone->first;
    int64_t year = alone->point->partial.year, earlier = 0;
    for (int n = 0; n < MOST_YEARS && head > 1; n++) {
        uint32_t last = head - 1 - date_is_any(&alone->all, head - 1, links);
        last -= last < head - 1 && last > 0 && date_is(&alone->all, last, CLASS_COMMA);
        if (last == head - 1 && (!date_is(&alone->all, last--, CLASS_COMMA)))
            break;
        uint32_t first = last > 1 && date_is(&alone->all, last - 1, CLASS_HYPHEN) ? last - 2 : last;
        if (!is_year_at(alone, first, &earlier) || earlier >= year)
            break;
        year = earlier;
        head = first;
    }
    return head;
}

/* The 1780 of "in 1779 and 1780"; but "in 1779, 1780 settlers" counts them. */
static bool is_listed(const struct alone *alone)
{
    struct alone list = *alone;
    list.first = head_of_years(alone);
    static const enum class links[] = { CLASS_AND, CLASS_OR, CLASS_NONE };
    bool counts = alone_capital(alone, alone->end) && alone_before_is(alone, CLASS_COMMA)
                  && !date_is_any(&alone->all, alone->end, links);
    return list.first < alone->first && !counts && !counts_what_follows(alone) && year_is_led(&list);
}

/* The 2022 of "Revenue 2023 2022 2021": a heading of columns. */
static bool heads_column(const struct alone *alone)
{
    int32_t year = alone->point->partial.year;
    int64_t before = 0;
    return year >= 1900 && year <= 2100 && alone->first > 0 && is_year_at(alone, alone->first - 1, &before)
           && (before == year - 1 || before == year + 1) && !counts_what_follows(alone);
}

bool alone_year_stands(const struct alone *alone)
{
    static const enum class figures[] = { CLASS_CURRENCY, CLASS_HASH,   CLASS_CODE,   CLASS_MINUS, CLASS_PLUS,
                                          CLASS_SLASH,    CLASS_HYPHEN, CLASS_NUMBER, CLASS_CROSS, CLASS_NONE };
    if (alone_before_is(alone, CLASS_HYPHEN) && date_is(&alone->all, alone->first - 2, CLASS_DATE_PREFIX))
        return true; /* "pre-1914 borders" */
    if (heads_column(alone))
        return true;
    if (alone_before_any(alone, figures) || belongs_to_code(alone) || is_level(alone))
        return false;
    return year_is_led(alone) || is_listed(alone);
}
