/* A pattern sees what is inside a range; whether its ends are years, hours or two amounts is told by its neighbours. */
#include "recognizers/date_range_alone.h"

#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/date_tense.h"
#include "recognizers/date_words.h"
#include "recognizers/noun.h"

bool date_range_names_era(const struct reader *reader, const struct match *match)
{
    struct date_words words = { reader, match->whole.start, match->whole.end };
    return date_has(&words, CLASS_ERA) && !date_has(&words, CLASS_ORDINAL);
}

/* "was | built | between 1283 and 1289 at": what was done then. */
static bool is_when_done(const struct reader *reader, const struct match *match)
{
    struct date_words all = date_words_all(reader);
    uint32_t first = match->whole.start, end = match->whole.end;
    return first > 1 && date_is(&all, first - 2, CLASS_BE) && date_is_deed(&all, first - 1)
           && (!reader_is_word(reader, end) || noun_is_closed(reader, end));
}

/* "1152-54": no range of amounts falls. */
static bool is_shortened(const struct reader *reader, const struct match *match)
{
    return token_slice(reader->tokens, match->field[FIELD_low].start).length == 4
           && token_slice(reader->tokens, match->field[FIELD_high].start).length == 2;
}

/* "the war of | 1152-1154" */
static bool is_of_war(const struct reader *reader, uint32_t first)
{
    return first > 1 && reader_has(reader, first - 1, CLASS_OF) && reader_has(reader, first - 2, CLASS_CONTEST);
}

/* "ruled from 1368 to 1644", "(1215-1250)", "in 1079-1080"; but "fell from 1368 to 1644 points" */
static bool are_old_years(const struct reader *reader, const struct match *match)
{
    static const enum class turns[] = { CLASS_UP, CLASS_DOWN, CLASS_SHIFT, CLASS_RANGING, CLASS_NONE };
    static const enum class ends[] = {
        CLASS_PERIOD, CLASS_COMMA, CLASS_SEMICOLON, CLASS_CLOSE, CLASS_MARK, CLASS_NONE
    };
    static const enum class before[] = { CLASS_OPEN, CLASS_IN, CLASS_NONE };
    uint32_t first = match->whole.start, end = match->whole.end;
    bool closed =
        reader_has(reader, first + 1, CLASS_HYPHEN) && reader_has(reader, end, CLASS_CLOSE); /* "Hohl, 1493-1541)" */
    bool opened = closed || reader_has(reader, first, CLASS_FROM) || reader_has(reader, first, CLASS_BETWEEN)
                  || (first > 0 && reader_has_any(reader, first - 1, before));
    if (is_shortened(reader, match) || is_of_war(reader, first))
        return !reader_is_word(reader, end) || noun_is_closed(reader, end);
    if (opened && is_when_done(reader, match))
        return true;
    return opened && !(first > 0 && reader_has_any(reader, first - 1, turns))
           && (end == reader->tokens->token.count || reader_has_any(reader, end, ends));
}

static bool years_stand(const struct reader *reader, const struct match *match, const struct date_range_ends *ends)
{
    int32_t low = ends->low.partial.year, high = ends->high.partial.year;
    return low < high && high <= 2150
           && (date_range_names_era(reader, match) || low >= 1500 || (low >= 1000 && are_old_years(reader, match)));
}

/* "Monday 3-8", "Friday 9-5", "6-8 next Monday"; but "lost on Friday 9-5" is a score. */
static bool hours_stand(const struct reader *reader, const struct match *match, const struct date_range_ends *ends)
{
    struct match_range day = match->field[FIELD_day];
    struct date_words words = { reader, day.start, day.end };
    bool upwards = ends->low.time.hour < ends->high.time.hour % 12;
    bool behind = date_lies_behind(reader, match->whole.start, match->whole.end);
    return day.start < match->field[FIELD_low].start ? upwards || !behind
                                                     : upwards && !behind && date_has(&words, CLASS_NEXT);
}

static bool is_two_words(struct match_range range, const struct reader *reader)
{
    return range.end - range.start == 2 && reader->tokens->token.items[range.start].shape == CLASS_WORDED;
}

/* "at ten to six": minutes before the hour */
static bool is_before_hour(const struct reader *reader, const struct match *match)
{
    struct match_range low = match->field[FIELD_low];
    struct date_words all = date_words_all(reader);
    int64_t minutes;
    return match->whole.start == low.start && date_is(&all, low.start - 1, CLASS_AT) && low.end - low.start == 1
           && date_is(&all, low.end, CLASS_TO) && date_integer(&all, low.start, &minutes) && minutes % 5 == 0;
}

#define MOST_TO_OPEN 6u /* tokens */

/* "is open | from 9 to 5", "works Monday to Friday, | 9 to 5": hours of which the last is after noon. */
static bool are_kept(const struct reader *reader, uint32_t first, const struct date_range_ends *ends)
{
    static const char *const words[] = { "open", "opens", "opened", "work", "works", "worked", "hours", NULL };
    static const enum class between[] = { CLASS_WEEKDAY, CLASS_SET, CLASS_TO,    CLASS_HYPHEN,
                                          CLASS_COMMA,   CLASS_ON,  CLASS_COLON, CLASS_NONE };
    uint32_t i = first;
    while (i > 0 && first - i < MOST_TO_OPEN && reader_has_any(reader, i - 1, between))
        i--;
    return i > 0 && slice_is_any(token_slice(reader->tokens, i - 1), words)
           && ends->low.time.grain == CLAIMEX_GRAIN_HOUR && ends->high.time.hour > 12;
}

/* "8:15 - 10:45" may be a score; "5 to 7" is two amounts, and so is "9.30 to 10.15". */
static bool times_stand(const struct reader *reader, const struct match *match, const struct date_range_ends *ends)
{
    static const enum class marks[] = { CLASS_AMPM, CLASS_OCLOCK, CLASS_CLOCK, CLASS_DAYPART, CLASS_NONE };
    static const enum class colons[] = { CLASS_COLON, CLASS_TIMEUNIT, CLASS_NONE }; /* 8:15, 8h15 */
    static const enum class openers[] = { CLASS_FROM, CLASS_BETWEEN, CLASS_NONE };
    struct date_words words = { reader, match->whole.start, match->whole.end };
    struct date_words times = { reader, match->field[FIELD_low].start, match->field[FIELD_high].end };
    bool opened = date_has_any(&words, openers), marked = date_has_any(&words, marks);
    bool colon = date_has_any(&times, colons) || is_two_words(match->field[FIELD_low], reader);
    if ((!marked && date_has(&times, CLASS_DECIMAL)) || is_before_hour(reader, match))
        return false;
    if (amount_given(match->field[FIELD_day]))
        return marked || colon || opened || hours_stand(reader, match, ends);
    return marked || (colon && (opened || words.end == reader->tokens->token.count))
           || are_kept(reader, match->whole.start, ends);
}

/* "5/1-5/7" may be two fractions. */
static bool is_short_day(const struct reader *reader, struct match_range range, const struct partial *day)
{
    struct date_words words = { reader, range.start, range.end };
    return !day->has_year && day->grain == CLAIMEX_GRAIN_DAY && date_has(&words, CLASS_SLASH);
}

static bool short_days_stand(const struct reader *reader, const struct match *match)
{
    struct date_words words = { reader, match->whole.start, match->whole.end };
    return date_has(&words, CLASS_FROM) || date_has(&words, CLASS_BETWEEN)
           || (match->whole.start == 0 && match->whole.end == reader->tokens->token.count);
}

/* The -05:00 of "2021-05-03T14:00:00-05:00" is no time. */
static bool is_offset(const struct reader *reader, const struct match *match, const struct date_range_ends *ends)
{
    struct match_range low = match->field[FIELD_low], high = match->field[FIELD_high];
    struct date_words words = { reader, low.start, low.end };
    return reader_has(reader, low.end, CLASS_HYPHEN) && high.end - high.start == 3
           && (ends->low.time.grain == CLAIMEX_GRAIN_SECOND || date_has(&words, CLASS_TIME_MARK))
           && reader_has(reader, high.start + 1, CLASS_COLON);
}

bool date_range_stands(const struct reader *reader, const struct match *match, const struct date_range_ends *ends)
{
    const struct partial *low = &ends->low.partial, *high = &ends->high.partial;
    uint32_t link = match->field[FIELD_low].end;
    if (is_offset(reader, match, ends))
        return false;
    bool tight = reader_has(reader, link, CLASS_HYPHEN) || reader_has(reader, link, CLASS_SLASH);
    bool of_year = (low->grain == CLAIMEX_GRAIN_QUARTER && high->grain == CLAIMEX_GRAIN_YEAR)
                   || (low->grain == CLAIMEX_GRAIN_YEAR && high->grain == CLAIMEX_GRAIN_QUARTER);
    if (tight && ((of_year && low->year == high->year) || (low->month && high->grain == CLAIMEX_GRAIN_YEAR)))
        return false; /* "Q3-2016", "2016-Q3", "3-May-2016" */
    if (low->grain == CLAIMEX_GRAIN_YEAR && high->grain == CLAIMEX_GRAIN_YEAR && !years_stand(reader, match, ends))
        return false;
    if ((is_short_day(reader, match->field[FIELD_low], low) || is_short_day(reader, match->field[FIELD_high], high))
        && !short_days_stand(reader, match))
        return false;
    bool high_time = date_range_is_bare_time(&ends->high);
    bool low_time = date_range_is_bare_time(&ends->low)
                    || (high_time && reader_has(reader, match->field[FIELD_low].start, CLASS_NOW));
    bool part = ends->high.time.grain == CLAIMEX_GRAIN_DAYPART;
    if (high_time && part != (ends->low.time.grain == CLAIMEX_GRAIN_DAYPART))
        return false; /* "seven-thirty p.m." */
    bool on_day = amount_given(match->field[FIELD_day]);
    return on_day || (low_time && high_time) ? times_stand(reader, match, ends) : !low_time && !high_time;
}
