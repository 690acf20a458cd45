/* One point in time: the words are read, held against their neighbours, resolved, and written into the candidate. */
#include "recognizers/date.h"

#include "recognizers/amount.h"
#include "recognizers/date_alone.h"
#include "recognizers/date_anchor.h"
#include "recognizers/date_clock.h"
#include "recognizers/date_ended.h"
#include "recognizers/date_list.h"
#include "recognizers/date_tense.h"
#include "recognizers/date_told.h"
#include "recognizers/date_words.h"
#include "recognizers/noun.h"

/* The date of "first-quarter sales": a part of what is named. */
static bool is_attribute(const struct reader *reader, uint32_t end)
{
    return end > 2 && reader_has(reader, end - 1, CLASS_TIMEUNIT) && reader_has(reader, end - 2, CLASS_HYPHEN)
           && reader_is_word(reader, end) && !noun_is_closed(reader, end);
}

/* "are starting spring work" is a verb; of "after Monday's close", "ahead of first-quarter results" and "hit by
 * Friday's storm" the limit is no date. */
static bool governs_other(const struct reader *reader, uint32_t limit, uint32_t end)
{
    uint8_t relation = amount_relation(reader, limit, CLASS_LIMIT);
    if (relation == CLAIMEX_GE)
        return limit > 0 && reader_has(reader, limit - 1, CLASS_BE);
    if (is_attribute(reader, end))
        return true;
    return (relation == CLAIMEX_GT || slice_is(token_slice(reader->tokens, limit), "by"))
           && reader_has(reader, end, CLASS_POSSESSIVE);
}

/* "on show through May", "settled through 2030"; but "in the year through May" closes it, and "through the 1990s" is
 * all of them. */
static bool is_lasting_until(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t before = candidate->first - 1;
    return reader_has(reader, before, CLASS_UNTIL) && !(before > 0 && reader_has(reader, before - 1, CLASS_TIMEUNIT))
           && !reader_has(reader, candidate->first, CLASS_THE) && !reader_has(reader, candidate->first, CLASS_DECADE);
}

static void set_until(const struct reader *reader, struct candidate *candidate)
{
    const struct token *until = reader_token(reader, candidate->first - 1);
    candidate->relation = CLAIMEX_LE;
    candidate->modifier = (claimex_span){ until->start, until->end };
}

/* "since 2018": the word in front gives the relation. */
void date_write(const struct reader *reader, const struct date_value *value, struct candidate *candidate)
{
    memcpy(candidate->timex, value->timex, sizeof candidate->timex);
    candidate->begins = value->interval.begins;
    candidate->ends = value->interval.ends;
    candidate->grain = (uint8_t)value->grain;
    uint32_t before = candidate->first;
    if (!before || governs_other(reader, before - 1, candidate->end)
        || amount_set_relation(reader, before - 1, CLASS_LIMIT, candidate))
        return;
    if (is_lasting_until(reader, candidate))
        set_until(reader, candidate);
    else if (before > 1 && reader_has(reader, before - 1, CLASS_HYPHEN)) /* "pre-1914" */
        amount_set_relation(reader, before - 2, CLASS_DATE_PREFIX, candidate);
    else if (before > 1 && reader_has(reader, before - 1, CLASS_IN) && !governs_other(reader, before - 2, before)
             && amount_relation(reader, before - 2, CLASS_LIMIT) == CLAIMEX_GE) /* "starting in 2028" */
        amount_set_relation(reader, before - 2, CLASS_LIMIT, candidate);
}

/* "2017-05-04|2017-04-05" */
static void write_readings(const struct date_point *point, const struct date_value *value, struct candidate *candidate)
{
    char other[TIMEX_TEXT_SIZE];
    if (point->other_reading.grain == CLAIMEX_GRAIN_NONE)
        return;
    struct partial partial = point->other_reading;
    size_t n = strlen(value->timex), m = timex_write(&partial, other);
    if (!m || n + m + 2 > sizeof candidate->other_dates)
        return;
    memcpy(candidate->other_dates, value->timex, n);
    candidate->other_dates[n] = '|';
    memcpy(candidate->other_dates + n + 1, other, m + 1);
}

/* The first of "Tuesdays and", "every Tuesday and Thursday", "every second Thursday" but "other", "second". */
static uint32_t head_of_list(const struct date_words *all, uint32_t first)
{
    for (int n = 0; n < 6 && first > 1 && date_is(all, first - 2, CLASS_WEEKDAY); n++)
        first -= date_is(all, first - 1, CLASS_AND) || date_is(all, first - 1, CLASS_COMMA) ? 2 : 0;
    return first - (first > 1 && (date_is(all, first - 1, CLASS_OTHER) || date_is(all, first - 1, CLASS_ORDINAL)));
}

/* "a Friday", too, which is none in particular */
bool date_is_every(const struct reader *reader, uint32_t first, uint32_t end)
{
    struct date_words all = date_words_all(reader);
    uint32_t head = head_of_list(&all, first);
    bool of = date_is(&all, end, CLASS_OF) || date_is(&all, end, CLASS_IN);
    bool of_every = date_is(&all, end, CLASS_OUT_OF) || (of && date_is(&all, end + 1, CLASS_PER));
    bool one = first > 0 && end - first == 1 && date_is(&all, first - 1, CLASS_A) && date_is(&all, first, CLASS_WEEKDAY)
               && noun_find(reader, end, true).head == NO_NOUN;
    return (head > 0 && date_is(&all, head - 1, CLASS_PER)) || of_every || one;
}

static bool is_bare_unit(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point)
{
    struct date_words words = { reader, first, end };
    return end - first == 1 && point->kind == DATE_UNIT && date_is(&words, first, CLASS_TIMEUNIT);
}

/* "the twenty-first of May", "the 2020 fourth quarter", "the nineteen-nineties": a number that is part of a name */
static bool is_number_of_name(const struct date_words *words)
{
    static const enum class numbers[] = { CLASS_WORDED, CLASS_YEAR, CLASS_HUNDREDS, CLASS_ERA, CLASS_NONE };
    static const enum class names[] = { CLASS_ORDINAL, CLASS_TIMEUNIT, CLASS_HALF,
                                        CLASS_FISCAL,  CLASS_DECADE,   CLASS_NONE };
    return date_is_any(words, words->first, numbers) && date_has_any(words, names);
}

/* "the Sunday after Easter", "the Tuesday of last week" */
static bool is_placed_weekday(const struct date_words *words)
{
    static const enum class places[] = { CLASS_OF, CLASS_LIMIT, CLASS_NEXT, CLASS_NONE };
    return date_is(words, words->first, CLASS_WEEKDAY) && date_is_any(words, words->first + 1, places);
}

/* "the third quarter", "the 1990s", "the year's end", but "the third-quarter loss" and "the July report" */
static bool takes_article(const struct date_words *words)
{
    static const enum class heads[] = { CLASS_BOUNDARY,  CLASS_SEASON,  CLASS_ORDINAL, CLASS_FISCAL,
                                        CLASS_TIMEUNIT,  CLASS_WEEKEND, CLASS_DECADE,  CLASS_NEXT,
                                        CLASS_YEAR_WORD, CLASS_CLOCK,   CLASS_DAYPART, CLASS_NONE };
    if (date_is(words, words->first, CLASS_EDGE))
        return date_has(words, CLASS_DECADE) || date_has(words, CLASS_TIMEUNIT) || date_has(words, CLASS_DAYPART)
               || (date_has(words, CLASS_SEASON) && date_has(words, CLASS_YEAR));
    struct date_words all = date_words_all(words->reader);
    bool noun = words->end < all.end && words->reader->tokens->token.items[words->end].capital;
    bool attribute = date_has(words, CLASS_HYPHEN) && !date_has(words, CLASS_MONTH)
                     && !date_is(words, words->end - 1, CLASS_TIME_NOUN) && noun;
    attribute |= date_is(words, words->first, CLASS_FISCAL) && date_is(words, words->end - 1, CLASS_YEAR) && noun;
    bool unit = date_is(words, words->first, CLASS_TIMEUNIT) && !date_is(words, words->first, CLASS_ORDINAL)
                && date_is(words, words->end - 1, CLASS_TIMEUNIT); /* "the year-ago quarter", no "second quarter" */
    bool head = date_is_any(words, words->first, heads) || is_number_of_name(words) || is_placed_weekday(words)
                || (date_is(words, words->first, CLASS_END) && !noun);
    return head && (!attribute || unit);
}

uint32_t date_start(const struct reader *reader, uint32_t first, uint32_t end)
{
    struct date_words words = { reader, first, end }, all = { reader, 0, end };
    if (first > 0 && date_is(&words, first, CLASS_DECADE) && date_is(&all, first - 1, CLASS_APOSTROPHE))
        first--;
    return first > 0 && takes_article(&words) && date_is(&all, first - 1, CLASS_THE) ? first - 1 : first;
}

void date_begin(const struct reader *reader, uint32_t first, struct candidate *candidate)
{
    candidate->first = first;
    candidate->at.start = reader->tokens->token.items[first].start;
}

/* The year of "29Mar22" and "1Q24", which touches what is before it; a blank would make it a number of its own. */
static bool is_glued_year(const struct reader *reader, uint32_t first, uint32_t end)
{
    struct date_words all = date_words_all(reader);
    int64_t year;
    bool day = end - first == 2 && date_is(&all, end - 1, CLASS_MONTH);
    bool part = date_is(&all, end - 1, CLASS_QUARTER_AFTER) || date_is(&all, end - 1, CLASS_HALF_AFTER);
    return (day || part) && reader_is_glued(reader, end) && date_integer(&all, end, &year) && year < 100;
}

static uint32_t end_of_words(const struct reader *reader, uint32_t first, uint32_t end)
{
    if (date_told_is_quarter_of_month(reader, end))
        return date_told_end_of_year(reader, end + 1);
    return end + is_glued_year(reader, first, end);
}

/* The -45 of "the winter of 1944-45": a winter bears the year in which it begins; but "the first quarter of 2021-22" is
 * that of the fiscal year 2022. */
static uint32_t end_of_split_year(const struct reader *reader, uint32_t end, struct date_point *point)
{
    struct date_words all = date_words_all(reader);
    int64_t year = 0;
    bool joined = date_is(&all, end, CLASS_HYPHEN) || date_is(&all, end, CLASS_SLASH);
    bool part = point->partial.grain == CLAIMEX_GRAIN_QUARTER || point->partial.grain == CLAIMEX_GRAIN_HALF;
    int32_t next = point->partial.year + 1;
    if (!(part || point->partial.grain == CLAIMEX_GRAIN_SEASON) || !point->partial.has_year || !joined
        || !date_integer(&all, end + 1, &year) || (year != next && year != next % 100))
        return end;
    point->partial.fiscal = part;
    point->partial.year += part;
    return end + 2;
}

/* "up 5% on the year", "2% on the month": since the one before. */
static bool is_measured_on(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point)
{
    return first > 0 && reader_has(reader, first - 1, CLASS_ON) && point->unit >= CLAIMEX_GRAIN_YEAR
           && point->unit <= CLAIMEX_GRAIN_WEEK && !date_ended_at(reader, end);
}

/* What is counted from a date before it is not counted from the reference. */
static bool resolve_anchored(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point,
                             struct candidate *candidate, struct date_value *value)
{
    enum direction direction = date_direction(reader, first, end, point);
    claimex_scan_options options = *reader->options;
    struct reader blind = *reader;
    blind.options = &options;
    if (point->ahead && calendar_present(options.reference)) {
        options.reference = calendar_shift(options.reference, point->ahead_unit, point->ahead);
        if (point->ahead < 0 && point->ahead_unit <= CLAIMEX_GRAIN_YEAR)
            options.reference = interval_of(CLAIMEX_GRAIN_YEAR, options.reference).begins;
        return date_resolve(&blind, point, DIRECTION_FUTURE, value);
    }
    if (date_anchor_resolve_within(reader, first, end, point, direction, value))
        return true;
    if (!date_anchor_find(reader, first, end, point, &candidate->anchor))
        return date_resolve(reader, point, direction, value);
    options.reference.flags = 0;
    return date_resolve(&blind, point, direction, value);
}

bool date_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct date_point point;
    struct date_value value;
    uint32_t first = match->whole.start, end = end_of_words(reader, match->whole.start, match->whole.end);
    if (!date_list_read_day(reader, first, end, &point) && !date_point_read(reader, first, end, &point))
        return false;
    end = date_clock_take_rest(reader, end, &point.time);
    date_list_share(reader, first, end, &point);
    if (point.kind == DATE_PARTIAL && !point.partial.grain && !point.time.grain)
        return false;
    first = date_start(reader, first, end);
    if (!date_stands(reader, first, end, &point))
        return false;
    date_begin(reader, first, candidate);
    end = end_of_split_year(reader, end, &point);
    candidate->end = end;
    candidate->at.end = reader->tokens->token.items[end - 1].end;
    bool bare = is_bare_unit(reader, match->whole.start, end, &point);
    if (bare && is_measured_on(reader, first, end, &point))
        return false;
    struct date_point said = point;
    candidate->echoes =
        bare ? date_told_read_quarter(reader, first, end, &point) : date_told_read_year_ago(reader, first, end, &point);
    point.every |= date_is_every(reader, first, end);
    point.definite = reader_has(reader, first, CLASS_THE);
    bool over = first > 0 && reader_has(reader, first - 1, CLASS_OVER);
    bool last =
        point.unit == CLAIMEX_GRAIN_DECADE && point.n < 0 && first > 0 && reader_has(reader, first - 1, CLASS_IN);
    point.past |= (point.n && over) || last; /* "over the next decade", "in the last decade" */
    if (!resolve_anchored(reader, first, end, &point, candidate, &value))
        return false;
    if (bare || point.partial.grain == CLAIMEX_GRAIN_QUARTER || point.partial.fiscal)
        date_ended_apply(reader, end, &said, &value);
    date_write(reader, &value, candidate);
    write_readings(&point, &value, candidate);
    return true;
}
