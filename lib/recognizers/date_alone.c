/* A pattern sees what is inside a date; whether "2016" counts people or "May" is a verb is told by its neighbours. */
#include "recognizers/date_alone.h"

#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/date_alone_words.h"
#include "recognizers/date_ended.h"
#include "recognizers/date_words.h"
#include "recognizers/noun.h"

/* "the last half of the match", "the fourth quarter of a game", "the second half of this story" */
static bool is_part_of_thing(const struct alone *alone)
{
    static const enum class times[] = { CLASS_YEAR, CLASS_FISCAL, CLASS_TIMEUNIT, CLASS_YEAR_WORD, CLASS_NONE };
    static const enum class determiners[] = { CLASS_THE,        CLASS_THAT,      CLASS_A,   CLASS_PRONOUN,
                                              CLASS_DETERMINER, CLASS_POSSESSOR, CLASS_NONE };
    if (!alone_behind_is(alone, CLASS_OF) || !date_is_any(&alone->all, alone->end + 1, determiners))
        return false;
    for (uint32_t i = alone->end + 2; i < alone->end + 6; i++)
        if (date_is_any(&alone->all, i, times))
            return false;
    return true;
}

/* Nothing else in the sentence, but for a preposition and a full stop. */
static bool is_whole_sentence(const struct alone *alone)
{
    static const enum class openers[] = { CLASS_ON, CLASS_AT, CLASS_LIMIT, CLASS_BOUND, CLASS_NONE };
    uint32_t end = alone->end + (alone->end + 1 == alone->all.end && alone_behind_is(alone, CLASS_PERIOD));
    return end == alone->all.end && (alone->first == 0 || (alone->first == 1 && alone_before_any(alone, openers)));
}

/* A word that nothing but a date follows. */
static bool is_led(const struct alone *alone)
{
    static const enum class openers[] = { CLASS_IN,   CLASS_LIMIT, CLASS_NEXT, CLASS_EDGE, CLASS_UNTIL,
                                          CLASS_FROM, CLASS_OF,    CLASS_PER,  CLASS_NONE };
    return alone_before_any(alone, openers);
}

/* The same, or one that often opens a date. */
static bool is_opened(const struct alone *alone)
{
    static const enum class openers[] = { CLASS_ON, CLASS_BETWEEN, CLASS_TO,    CLASS_AND,
                                          CLASS_OR, CLASS_AT,      CLASS_COMMA, CLASS_NONE };
    return is_led(alone) || alone_before_any(alone, openers);
}

/* "USA Today", "Times Daily", the "Today" show: a capital within a sentence, behind another or alone in quotes. */
static bool is_title(const struct alone *alone)
{
    unsigned here = alone_capital(alone, alone->first),
             before = alone->first ? alone_capital(alone, alone->first - 1) : CLASS_NONE;
    bool quoted = alone->first > 1 && alone_before_is(alone, CLASS_QUOTE) && alone_behind_is(alone, CLASS_QUOTE);
    return alone->end - alone->first == 1 && here == CLASS_CAPITALISED
           && (before == CLASS_CAPITALISED || before == CLASS_UPPER || quoted) && !is_led(alone);
}

/* ------------------------------------------------------------------- months */

static bool is_upper(const struct alone *alone)
{
    for (uint32_t i = alone->first; i < alone->end; i++)
        if (date_is(&alone->all, i, CLASS_MONTH) || date_is(&alone->all, i, CLASS_WEEKDAY))
            return alone_capital(alone, i) == CLASS_UPPER;
    return false;
}

/* April, June and Jan are first names too. */
static bool is_first_name(const struct alone *alone, int month)
{
    bool name = month == 1 || month == 3 || month == 4 || month == 5 || month == 6 || month == 8;
    bool short_form = alone->all.reader->tokens->token.items[alone->end - 1].end
                          - alone->all.reader->tokens->token.items[alone->first].start
                      == 3;
    return name && alone_capital(alone, alone->end) == CLASS_CAPITALISED
           && (short_form || !is_opened(alone) || alone_before_is(alone, CLASS_COMMA));
}

/* "the march first took place": in small letters it is a month only where something leads to a date. */
static bool is_walk(const struct alone *alone)
{
    return alone->point->partial.month == 3 && date_is(&alone->all, alone->first, CLASS_MONTH)
           && alone_capital(alone, alone->first) == CLASS_LOWER && !is_led(alone) && !is_whole_sentence(alone);
}

/* "Brian May said", but "China May exports" */
static bool is_surname(const struct alone *alone, int month)
{
    static const enum class figures[] = {
        CLASS_NUMBER, CLASS_PADDED, CLASS_MONTH, CLASS_HYPHEN, CLASS_SLASH, CLASS_NONE
    };
    const struct token *name = reader_token(alone->all.reader, alone->first) - (alone->first > 0);
    return (month == 3 || month == 5 || month == 6 || month == 8) && alone->first > 0
           && alone_capital(alone, alone->first) == CLASS_CAPITALISED && name->capital == CLASS_CAPITALISED
           && name->shape && !date_is_any(&alone->all, alone->end, figures)
           && noun_find(alone->all.reader, alone->end, true).head == NO_NOUN;
}

/* "OCT1", "NoV": a name in capitals, or with a number glued to it. */
static bool is_gene(const struct alone *alone, uint32_t month)
{
    unsigned capital = alone_capital(alone, month);
    return date_is(&alone->all, month, CLASS_MONTH)
           && (capital == CLASS_MIXED
               || (capital == CLASS_UPPER && date_is(&alone->all, month + 1, CLASS_NUMBER)
                   && reader_is_glued(alone->all.reader, month + 1)));
}

/* "Jan-Willem", "Hyeon-jun": a short form that a hyphen joins to a name. */
static bool is_joined(const struct alone *alone)
{
    bool front = alone->first > 1 && alone_before_is(alone, CLASS_HYPHEN)
                 && reader_is_word(alone->all.reader, alone->first - 2)
                 && !date_is(&alone->all, alone->first - 2, CLASS_MONTH)
                 && !date_is(&alone->all, alone->first - 2, CLASS_DATE_PREFIX);
    bool back = alone_behind_is(alone, CLASS_HYPHEN) && reader_is_word(alone->all.reader, alone->end + 1)
                && !date_is(&alone->all, alone->end + 1, CLASS_MONTH);
    return alone_text(alone, alone->first).length == 3 && (front || back);
}

/* "the hottest May since", "its best March" */
static bool is_ranked(const struct alone *alone)
{
    const struct tokens *tokens = alone->all.reader->tokens;
    return alone->first > 0 && alone_capital(alone, alone->first) == CLASS_CAPITALISED
           && word_class_is_superlative(token_slice(tokens, alone->first - 1));
}

/* "May" and "March" open sentences as verbs; DEC and OCT are listed shares. */
static bool month_stands(const struct alone *alone)
{
    int month = alone->point->partial.month;
    bool other_word = month == 3 || month == 5, alone_here = is_whole_sentence(alone);
    if (month == 8 && alone_capital(alone, alone->first) == CLASS_LOWER && !alone_before_is(alone, CLASS_IN)
        && !alone_here)
        return false; /* "an august house" */
    if (is_walk(alone) || is_joined(alone) || is_surname(alone, month) || is_gene(alone, alone->first))
        return false;
    uint32_t title = alone->first - alone_before_is(alone, CLASS_PERIOD);
    if (title > 0 && date_is(&alone->all, title - 1, CLASS_ABBREVIATION))
        return false; /* "Mr. March" */
    bool period = alone->first > 1 && alone_before_is(alone, CLASS_TO)
                  && date_is(&alone->all, alone->first - 2, CLASS_TIMEUNIT); /* "the year to May from" */
    if (is_led(alone) || is_ranked(alone) || period)
        return true;
    if ((alone_text(alone, alone->end - 1).length <= 4 && is_upper(alone) && !alone_here)
        || is_first_name(alone, month))
        return false;
    if (other_word
        && (alone_behind_is(alone, CLASS_PREPOSITION) || alone_behind_is(alone, CLASS_PRONOUN)
            || alone_behind_is(alone, CLASS_TO)))
        return false; /* "the March for Life", "May we", "We March to Remember" */
    return !other_word || alone->first > 0 || alone_here || alone_behind_is(alone, CLASS_COMMA)
           || alone_behind_is(alone, CLASS_POSSESSIVE);
}

/* "Sat", "Sun", "Wed": short forms that are other words; "B2B Tuesday". */
static bool weekday_stands(const struct alone *alone)
{
    int weekday = alone->point->partial.weekday;
    struct slice word = alone_text(alone, alone->first);
    size_t letters = word.length - (word.length > 0 && word.bytes[word.length - 1] == '.');
    bool other_word = letters == 3 && (weekday >= 6 || weekday == 3 || weekday == 1);
    unsigned next = alone_capital(alone, alone->end);
    if (alone_before_is(alone, CLASS_CODE) || (other_word && (next == CLASS_CAPITALISED || next == CLASS_UPPER)))
        return false; /* "B2B Tuesday", "Sun Oil" */
    if (alone_before_is(alone, CLASS_NEXT) && is_part_of_thing(alone))
        return false; /* "the last Sunday of the feast" */
    return !other_word || is_whole_sentence(alone) || alone_before_is(alone, CLASS_ON)
           || (is_led(alone) && !alone_before_is(alone, CLASS_OF));
}

/* "is expected to fall this year", "prices fall in 2025" */
static bool is_verb_of_season(const struct alone *alone)
{
    return date_is(&alone->all, alone->first, CLASS_DOWN) && alone_capital(alone, alone->first) == CLASS_LOWER
           && (date_is(&alone->all, alone->first + 1, CLASS_NEXT) || date_is(&alone->all, alone->first + 1, CLASS_IN))
           && !is_led(alone);
}

/* "average 3% this year and fall below it", but "this summer and fall" */
static bool is_second_verb(const struct alone *alone)
{
    return date_is(&alone->all, alone->first, CLASS_DOWN) && alone->first > 1 && alone_before_is(alone, CLASS_AND)
           && !date_is(&alone->all, alone->first - 2, CLASS_SEASON);
}

/* "leaves that fall at dusk", "prices that spring from": a verb, as the word before "that" falls; but "the games that
 * fall, in Rome". */
static bool is_verb_of_clause(const struct alone *alone)
{
    return date_is(&alone->all, alone->first, CLASS_THAT) && date_is(&alone->all, alone->end - 1, CLASS_SEASON)
           && alone->first > 0 && noun_is_plural(alone->all.reader, alone->first - 1)
           && alone_behind_is(alone, CLASS_PREPOSITION);
}

/* "spring", "fall": in a phrase that means the season. */
static bool season_stands(const struct alone *alone)
{
    bool article = date_is(&alone->all, alone->first, CLASS_THE), bare = alone->end - alone->first == 1;
    if (alone->end - alone->first > 1u + article)
        return true;
    if (alone_capital(alone, alone->end - 1) == CLASS_CAPITALISED
        && alone_capital(alone, alone->end) == CLASS_CAPITALISED)
        return false; /* "Fall River", "the Winter Games" */
    if (alone_behind_is(alone, CLASS_HYPHEN) && !date_is(&alone->all, alone->end + 1, CLASS_SEASON))
        return false; /* "spring-cleaning" */
    bool lasted =
        article
        && (alone_before_is(alone, CLASS_OVER) || alone_before_is(alone, CLASS_LASTING)); /* "over the summer" */
    bool verb =
        bare
        && (alone_behind_is(alone, CLASS_TO) || alone_behind_is(alone, CLASS_FROM) || alone_behind_is(alone, CLASS_BY));
    verb |= bare && is_second_verb(alone);
    return (lasted || is_opened(alone)) && !verb && !alone_behind_is(alone, CLASS_OF)
           && !alone_before_is(alone, CLASS_TO) && !(bare && alone_before_is(alone, CLASS_COMMA));
}

/* -------------------------------------------------------------------- times */

static bool has_any(const struct alone *alone, const enum class *classes)
{
    struct date_words words = { alone->all.reader, alone->first, alone->end };
    return date_has_any(&words, classes);
}

/* The 12:00 of "at 08:00, 12:00 and 16:00" */
static bool is_of_list(const struct alone *alone)
{
    uint32_t i = alone->first;
    for (int n = 0; n < 6 && i > 4; n++) {
        if (!date_is(&alone->all, i - 1, CLASS_COMMA) && !date_is(&alone->all, i - 1, CLASS_AND))
            break;
        i -= 1 + (date_is(&alone->all, i - 1, CLASS_AND) && date_is(&alone->all, i - 2, CLASS_COMMA));
        if (!date_is(&alone->all, i - 2, CLASS_COLON))
            return false;
        i -= 3;
    }
    return i < alone->first && i > 0 && date_is(&alone->all, i - 1, CLASS_AT);
}

/* "at about 9:30", "around 09:30" */
static bool is_about_time(const struct alone *alone)
{
    return alone->first > 0 && amount_relation(alone->all.reader, alone->first - 1, CLASS_BOUND) == CLAIMEX_APPROX
           && (date_is(&alone->all, alone->first, CLASS_PADDED)
               || (alone->first > 1 && date_is(&alone->all, alone->first - 2, CLASS_AT)));
}

/* "6:56" without more may be a score or a ratio. */
static bool clock_stands(const struct alone *alone)
{
    static const enum class marks[] = { CLASS_AMPM, CLASS_OCLOCK,    CLASS_CLOCK, CLASS_DAYPART,
                                        CLASS_ZONE, CLASS_HOUR_SIDE, CLASS_NONE };
    static const enum class openers[] = { CLASS_AT, CLASS_LIMIT, CLASS_ON, CLASS_NONE };
    bool period =
        date_is(&alone->all, alone->first, CLASS_THE) && date_is(&alone->all, alone->first + 1, CLASS_TIMEUNIT);
    bool code = alone->first > 0 && date_is(&alone->all, alone->end - 1, CLASS_AMPM)
                && alone_text(alone, alone->end - 1).length == 1 && !alone_before_any(alone, openers); /* "W-4A" */
    bool train =
        alone_before_is(alone, CLASS_THE) && alone_text(alone, alone->first).length == 2; /* "the 08:15 to Leeds" */
    return !period && !code
           && (train || has_any(alone, marks) || alone_before_any(alone, openers) || is_whole_sentence(alone)
               || is_about_time(alone) || is_of_list(alone));
}

/* "20th Century Pictures" */
static bool century_stands(const struct alone *alone)
{
    return alone_capital(alone, alone->end - 1) != CLASS_CAPITALISED
           || alone_capital(alone, alone->end) != CLASS_CAPITALISED;
}

/* "the daily newspaper", "20% annually": a set of times stands apart from nouns. */
static bool set_stands(const struct alone *alone)
{
    static const enum class links[] = { CLASS_PREPOSITION, CLASS_UNTIL, CLASS_IN, CLASS_TO, CLASS_NONE };
    if (is_title(alone))
        return false;
    if (alone->end == alone->all.end || alone->end - alone->first > 1 || !alone_capital(alone, alone->end))
        return true;
    return date_is_any(&alone->all, alone->end, links);
}

/* "5/12" is a date behind a weekday or "on", else a fraction or a score. */
static bool short_day_stands(const struct alone *alone)
{
    static const enum class openers[] = { CLASS_ON, CLASS_LIMIT, CLASS_NEXT, CLASS_FROM, CLASS_BETWEEN, CLASS_NONE };
    return alone->point->partial.weekday || alone_before_any(alone, openers) || is_whole_sentence(alone);
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

/* "at two on Tuesday", "seven in the evening on Friday"; but "a bomb killed two on Tuesday" */
static bool bare_hour_stands(const struct alone *alone)
{
    static const enum class openers[] = { CLASS_AT, CLASS_LIMIT, CLASS_FROM, CLASS_UNTIL, CLASS_NONE };
    static const enum class clocks[] = { CLASS_AMPM, CLASS_OCLOCK, CLASS_AT, CLASS_NONE };
    static const enum class marks[] = { CLASS_COLON, CLASS_HOUR_SIDE, CLASS_IN, CLASS_NONE };
    uint32_t first = alone->first;
    if (alone->point->time.grain != CLAIMEX_GRAIN_HOUR || has_any(alone, clocks)
        || alone->all.reader->tokens->token.items[first].number == NO_NUMBER)
        return true;
    bool minutes = date_is(&alone->all, first + 1, CLASS_NUMBER) || date_is(&alone->all, first + 1, CLASS_TIMEUNIT);
    if (date_is_any(&alone->all, first + 1, marks) || (minutes && date_is_any(&alone->all, first + 2, marks)))
        return true; /* but "another one Monday in Oslo" */
    return alone_before_any(alone, openers) || is_whole_sentence(alone);
}

/* The 1266-5 of "miR-1266-5p" */
static bool is_of_code(const struct alone *alone)
{
    return alone->first > 1 && alone->end - alone->first > 1 && alone_before_is(alone, CLASS_HYPHEN)
           && date_is(&alone->all, alone->first, CLASS_NUMBER)
           && alone_capital(alone, alone->first - 2) > CLASS_CAPITALISED;
}

/* "won three today", "fell 12 today", "rose two to three today": how many, not when. */
static bool is_object_of_past(const struct alone *alone)
{
    uint32_t verb = alone->first - 1;
    if (alone->first > 2 && date_is(&alone->all, verb, CLASS_TO) && date_is(&alone->all, verb - 1, CLASS_NUMBER))
        verb -= 2;
    return alone->first > 0 && !bare_hour_stands(alone) && alone_capital(alone, verb)
           && (token_word_classes(alone->all.reader->tokens, verb) & WORD_PAST);
}

/* "version 2024.1.3" */
static bool is_version(const struct alone *alone)
{
    return alone_before_is(alone, CLASS_NUMBERED) && date_is(&alone->all, alone->first, CLASS_CODE);
}

static bool day_stands(const struct alone *alone)
{
    const struct partial *day = &alone->point->partial;
    bool ordinal = date_is(&alone->all, alone->first + 1, CLASS_ORDINAL) && !has_digits(alone);
    if (!bare_hour_stands(alone) || is_of_code(alone) || is_version(alone)
        || (alone->end > 1 && is_gene(alone, alone->end - 2))
        || (ordinal && is_walk(alone) && !alone_before_is(alone, CLASS_ON)))
        return false; /* "the march first …", but "on march first" */
    if (!day->month && !day->weekday)
        return has_digits(alone) && !day->has_year; /* not "1204-5p" */
    if (alone->point->has_next && !day->month && date_is(&alone->all, alone->first, CLASS_THE)
        && is_part_of_thing(alone))
        return false; /* "the last Sunday of the feast" */
    if (!day->has_year && !alone->point->has_next && !alone->point->time.grain && has_slash(alone))
        return short_day_stands(alone);
    return alone->end - alone->first > 1 || !day->weekday || weekday_stands(alone);
}

/* Behind "the year": nothing, or what tells when it ended ("the year ended March 31"). */
static bool unit_is_closed(const struct alone *alone)
{
    unsigned next = alone_capital(alone, alone->end);
    if (amount_relation(alone->all.reader, alone->first - 1, CLASS_LIMIT) == CLAIMEX_LE)
        return date_ended_at(alone->all.reader, alone->end); /* "cheaper by the year" */
    if (!next || alone_behind_is(alone, CLASS_POSSESSIVE) || date_ended_at(alone->all.reader, alone->end))
        return true;
    return alone->point->unit == CLAIMEX_GRAIN_QUARTER && next == CLASS_LOWER && !alone_behind_is(alone, CLASS_AGO)
           && noun_find(alone->all.reader, alone->end, true).head == NO_NOUN; /* "in the quarter, compared with" */
}

/* "a last-minute attempt", "the last day of May", the today of "day-to-day" */
static bool is_idiom(const struct alone *alone)
{
    struct date_words words = { alone->all.reader, alone->first, alone->end };
    bool last = false;
    for (uint32_t i = alone->first; i < alone->end; i++)
        last |= date_next_of(&words, i) < 0;
    return (alone->point->unit >= CLAIMEX_GRAIN_DAY && date_has(&words, CLASS_NEXT) && date_has(&words, CLASS_HYPHEN))
           || ((alone->point->unit == CLAIMEX_GRAIN_DAY || alone->point->unit >= CLAIMEX_GRAIN_MINUTE) && last
               && date_has(&words, CLASS_TIMEUNIT))
           || (alone_before_is(alone, CLASS_HYPHEN) && date_has(&words, CLASS_DAYSHIFT));
}

static bool has_next(const struct alone *alone)
{
    struct date_words words = { alone->all.reader, alone->first, alone->end };
    return date_has(&words, CLASS_NEXT);
}

/* "the last week of school", "his last year": of something that is no calendar */
static bool is_of_thing(const struct alone *alone)
{
    uint32_t next = alone->first + date_is(&alone->all, alone->first, CLASS_THE);
    enum claimex_grain unit = alone->point->unit;
    if (date_next_of(&alone->all, next) >= 0 || alone->point->n >= 0
        || date_is(&alone->all, alone->end - 1, CLASS_FISCAL) || unit == CLAIMEX_GRAIN_QUARTER)
        return false;
    bool owned = alone_before_is(alone, CLASS_POSSESSOR) || alone_before_is(alone, CLASS_POSSESSIVE);
    return owned || (next > alone->first && alone_behind_is(alone, CLASS_OF));
}

/* "in the quarter", but not "in the day"; "its fiscal year" only where it ended on a day */
static bool unit_stands(const struct alone *alone)
{
    uint32_t last = alone->end - 1;
    if (is_title(alone) || is_idiom(alone) || is_of_thing(alone))
        return false;
    if (date_is(&alone->all, last, CLASS_FISCAL) && !has_next(alone))
        return date_ended_at(alone->all.reader, alone->end);
    bool bare = last - alone->first == 1 && date_is(&alone->all, last, CLASS_TIMEUNIT)
                && date_is(&alone->all, alone->first, CLASS_THE);
    enum claimex_grain unit = alone->point->unit;
    return !bare
           || (unit >= CLAIMEX_GRAIN_YEAR && unit <= CLAIMEX_GRAIN_WEEK && !date_is_plural(&alone->all, last)
               && unit_is_closed(alone));
}

/* "He moved that year", but not "the same day care centres", "the same month of 2016", "the same year that he came" */
static bool same_stands(const struct alone *alone)
{
    static const enum class links[] = { CLASS_HYPHEN, CLASS_SLASH, CLASS_NUMBER,   CLASS_OF,
                                        CLASS_AGO,    CLASS_THAT,  CLASS_COMPARED, CLASS_NONE };
    if (date_is_any(&alone->all, alone->end, links))
        return false;
    bool of_year = (alone_behind_is(alone, CLASS_IN) || alone_behind_is(alone, CLASS_LASTING))
                   && date_is(&alone->all, alone->end + 1, CLASS_YEAR);
    return !of_year
           && (!alone_capital(alone, alone->end) || noun_find(alone->all.reader, alone->end, true).head == NO_NOUN);
}

/* "fell to 130,000 week ago": the number counts something else. */
static bool distance_stands(const struct alone *alone)
{
    uint32_t unit = alone->first + date_is(&alone->all, alone->first, CLASS_THE);
    if (date_is(&alone->all, unit, CLASS_TIMEUNIT) && date_is_plural(&alone->all, unit))
        return false; /* "the days before" */
    return !date_is(&alone->all, alone->first, CLASS_GROUPED) || date_is_plural(&alone->all, alone->first + 1);
}

static bool is_counted(const struct alone *alone)
{
    return alone->first > 0 && reader_token(alone->all.reader, alone->first - 1)->number != NO_NUMBER;
}

/* "a weekend", "three weekends": none in particular */
static bool weekend_stands(const struct alone *alone)
{
    static const enum class counts[] = { CLASS_A, CLASS_OTHER, CLASS_HOLIDAY, CLASS_NONE }; /* "Thanksgiving weekend" */
    return !alone_before_any(alone, counts) && !is_counted(alone);
}

/* "at week 12" of a trial; but "in the week 12", "week 12 of 2019" */
static bool week_stands(const struct alone *alone)
{
    const struct partial *week = &alone->point->partial;
    return !week->week || week->has_year || alone->first == 0 || date_is(&alone->all, alone->first, CLASS_THE)
           || alone_before_is(alone, CLASS_THE) || date_is(&alone->all, alone->first, CLASS_NEXT);
}

static bool season_is_said(const struct date_point *point)
{
    return point->partial.has_year || point->has_outer || point->has_next || point->same_year;
}

#define MOST_OF_PLAY 32u /* tokens on either side */

/* "He scored twice in the second half." */
static bool is_played(const struct alone *alone)
{
    uint32_t first = alone->first > MOST_OF_PLAY ? alone->first - MOST_OF_PLAY : 0;
    if (!date_is(&alone->all, alone->end - 1, CLASS_TIMEUNIT) && !date_is(&alone->all, alone->end - 1, CLASS_HALF))
        return false; /* no match has a Q3 */
    for (uint32_t i = first; i < alone->end + MOST_OF_PLAY; i++)
        if (date_is(&alone->all, i, CLASS_PLAYED))
            return !alone->point->partial.has_year && !alone->point->partial.fiscal;
    return false;
}

/* "H2 receptors", "1H NMR": a half of a year is led by a word or an owner, or has its year or what is earned behind it.
 */
static bool is_hydrogen(const struct alone *alone)
{
    static const enum class openers[] = { CLASS_IN,         CLASS_LIMIT,  CLASS_NEXT,    CLASS_EDGE, CLASS_UNTIL,
                                          CLASS_FROM,       CLASS_TO,     CLASS_LASTING, CLASS_AND,  CLASS_POSSESSOR,
                                          CLASS_POSSESSIVE, CLASS_FISCAL, CLASS_BOUND,   CLASS_NONE };
    bool short_form =
        date_is(&alone->all, alone->end - 1, CLASS_HALFYEAR) || date_is(&alone->all, alone->end - 1, CLASS_HALF_AFTER);
    return short_form && !alone->point->partial.has_year && !alone->point->partial.fiscal && !is_whole_sentence(alone)
           && !alone_behind_is(alone, CLASS_VALUED)
           && ((alone->first > 0 && !alone_before_any(alone, openers)) || alone_capital(alone, alone->end) > CLASS_LOWER
               || alone_behind_is(alone, CLASS_HYPHEN));
}

/* The Q4 of "RDW-Q4" */
static bool is_tied(const struct alone *alone)
{
    return alone->end - alone->first == 1 && alone->first > 1 && alone_before_is(alone, CLASS_HYPHEN)
           && !date_is(&alone->all, alone->first - 2, CLASS_DATE_PREFIX)
           && !date_is(&alone->all, alone->first - 2, CLASS_EDGE);
}

/* "Q1: who?" is the first question. */
static bool quarter_stands(const struct alone *alone)
{
    if (is_part_of_thing(alone) || is_played(alone) || is_hydrogen(alone) || is_tied(alone))
        return false;
    return alone->first || !alone_behind_is(alone, CLASS_COLON)
           || !date_is(&alone->all, alone->all.end - 1, CLASS_MARK);
}

bool date_stands(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point)
{
    struct alone alone = { date_words_all(reader), first, end, point };
    bool one_word = end - first == 1;
    if (point->same)
        return same_stands(&alone);
    if (point->kind == DATE_UNIT)
        return unit_stands(&alone) && !is_object_of_past(&alone);
    if (point->kind == DATE_DISTANCE)
        return distance_stands(&alone);
    if (point->kind != DATE_PARTIAL) /* not "5 Christmas trees" */
        return bare_hour_stands(&alone) && (point->kind != DATE_SET || set_stands(&alone));
    switch (point->partial.grain) {
    case CLAIMEX_GRAIN_NONE:
        return clock_stands(&alone);
    case CLAIMEX_GRAIN_DECADE:
        return alone_decade_stands(&alone);
    case CLAIMEX_GRAIN_CENTURY:
        return century_stands(&alone);
    case CLAIMEX_GRAIN_YEAR:
        return !one_word || alone_year_stands(&alone);
    case CLAIMEX_GRAIN_QUARTER:
    case CLAIMEX_GRAIN_HALF:
        return quarter_stands(&alone);
    case CLAIMEX_GRAIN_SEASON:
        return !is_verb_of_season(&alone) && !is_verb_of_clause(&alone)
               && (season_is_said(point) || season_stands(&alone));
    case CLAIMEX_GRAIN_MONTH:
        return !one_word || month_stands(&alone);
    case CLAIMEX_GRAIN_WEEK:
        return week_stands(&alone);
    case CLAIMEX_GRAIN_WEEKEND:
        return weekend_stands(&alone);
    case CLAIMEX_GRAIN_DAY:
        return day_stands(&alone);
    default:
        return true;
    }
}
