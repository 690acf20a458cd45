/* "That year", "the following month" and "two days later" tell a story: they are counted from the date before them, not
 * from the day on which the text was written. Which date that is, is known only when all of the sentence are. */
#include "recognizers/date_anchor.h"

#include <string.h>

#include "lexicon/word_class.h"
#include "recognizers/date_tense.h"
#include "recognizers/date_words.h"
#include "recognizers/noun.h"

#define MOST_BYTES 400 /* between a date and the one it is counted from */

/* Is one of the words such as "following" (1) or "earlier" (-1), and of the class? */
static bool has_then(const struct date_words *words, enum class class, int n)
{
    for (uint32_t i = words->first; i < words->end; i++)
        if (date_is(words, i, class) && date_number_of(words, i, CLASS_THEN) == n)
            return true;
    return false;
}

static bool has_next(const struct date_words *words)
{
    for (uint32_t i = words->first; i < words->end; i++)
        if (date_next_of(words, i) > 0)
            return true;
    return false;
}

/* "the following month"; "the next day", but not "the next year" */
static bool is_following(const struct date_words *words, const struct date_point *point)
{
    return point->kind == DATE_UNIT && point->n == 1
           && (has_then(words, CLASS_NEXT, 1) || (point->unit == CLAIMEX_GRAIN_DAY && has_next(words)));
}

/* "the following spring", "the following March" */
static bool is_following_part(const struct date_words *words, const struct date_point *point)
{
    bool part = point->partial.grain == CLAIMEX_GRAIN_SEASON
                || (point->partial.grain == CLAIMEX_GRAIN_MONTH && point->partial.month);
    return point->kind == DATE_PARTIAL && part && point->has_next && !point->partial.has_year
           && has_then(words, CLASS_NEXT, 1);
}

/* "A year earlier, sales were …", "In the evening, …": they go on with what the sentence before told. */
static bool opens_sentence(const struct date_words *words)
{
    static const enum class openers[] = { CLASS_AND,   CLASS_BUT, CLASS_ADVERB, CLASS_BOUND,
                                          CLASS_LIMIT, CLASS_IN,  CLASS_NONE };
    uint32_t i = words->first;
    while (i > 0 && words->first - i < 3 && reader_has_any(words->reader, i - 1, openers))
        i--;
    return i == 0;
}

/* "the previous month", "the previous year", "a week earlier"; within a sentence "a year earlier" is compared with now
 */
static bool is_preceding(const struct date_words *words, const struct date_point *point)
{
    bool distance =
        point->kind == DATE_DISTANCE && (has_then(words, CLASS_AGO, -1) || has_then(words, CLASS_LIMIT, -1));
    bool the_year = distance && date_is(words, words->end - 1, CLASS_LIMIT)
                    && (date_is(words, words->first, CLASS_THE) || date_is(words, words->first, CLASS_TIMEUNIT));
    if (point->kind == DATE_UNIT)
        return point->unit >= CLAIMEX_GRAIN_YEAR && point->n == -1 && !point->partial.fiscal
               && has_then(words, CLASS_NEXT, -1);
    return (point->unit > CLAIMEX_GRAIN_YEAR || the_year || opens_sentence(words)) && distance;
}

/* "later in the day" */
static bool is_within(const struct date_words *words, const struct date_point *point)
{
    return point->kind == DATE_UNIT && point->n == 0 && date_is(words, words->first, CLASS_EDGE)
           && date_is(words, words->first + 1, CLASS_IN) && date_is(words, words->end - 1, CLASS_TIMEUNIT)
           && !date_has(words, CLASS_NEXT);
}

static bool is_later(const struct date_words *words, const struct date_point *point)
{
    return point->kind == DATE_DISTANCE && (has_then(words, CLASS_AGO, 1) || has_then(words, CLASS_LIMIT, 1));
}

/* "two days later" is of a story unless the sentence looks ahead, "two hours later" only where it looks back. */
static bool is_told(const struct date_words *words, const struct date_point *point)
{
    bool hours = point->unit > CLAIMEX_GRAIN_DAY && !has_then(words, CLASS_NEXT, 1);
    return hours ? date_lies_behind(words->reader, words->first, words->end)
                 : !date_lies_ahead(words->reader, words->first, words->end);
}

bool date_anchor_find(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point,
                      struct date_anchor *anchor)
{
    struct date_words words = { reader, first, end };
    bool later = is_following(&words, point) || is_later(&words, point);
    bool within = is_within(&words, point);
    if (point->same_year || (point->then && point->kind == DATE_PARTIAL)) {
        anchor->unit = CLAIMEX_GRAIN_YEAR;
        anchor->n = point->outer;
        anchor->inner = point->partial;
        return point->same_year;
    }
    if (point->same || within) {
        anchor->unit = within ? (uint8_t)point->unit : point->partial.grain;
        anchor->part = point->time.part;
        return point->same; /* "that evening": nobody knows which */
    }
    if (point->kind == DATE_PARTIAL && point->partial.weekday && point->has_next && !point->partial.month
        && (has_then(&words, CLASS_NEXT, 1) || has_then(&words, CLASS_NEXT, -1))) {
        anchor->unit = CLAIMEX_GRAIN_DAY;
        anchor->n = point->next;
        anchor->weekday = point->partial.weekday;
        return point->next > 0 && date_lies_behind(reader, first, end);
    }
    if (is_following_part(&words, point) && !date_lies_ahead(reader, first, end)) {
        anchor->unit = point->partial.grain;
        anchor->inner = point->partial;
        return true;
    }
    if (point->kind == DATE_PARTIAL && !point->partial.grain && point->time.grain) {
        bool hour = point->time.grain >= CLAIMEX_GRAIN_HOUR; /* "in the morning" is mostly that of the day of writing */
        anchor->clock = (hour || opens_sentence(&words)) && date_lies_behind(reader, first, end);
        return false;
    }
    if (later ? !is_told(&words, point) : !is_preceding(&words, point))
        return false;
    anchor->unit = (uint8_t)point->unit;
    anchor->n = (int32_t)point->n;
    anchor->part = point->time.part; /* "the next morning" */
    return later;
}

#define MOST_OF_OPENING 8u /* tokens */

/* The year or the month with its year that the sentence opens with; its grain is NONE when there is none. */
static struct partial opening_date(const struct date_words *all)
{
    static const enum class words[] = { CLASS_IN,      CLASS_ON,     CLASS_EDGE,    CLASS_HYPHEN, CLASS_COMMA,
                                        CLASS_OF,      CLASS_THE,    CLASS_MONTH,   CLASS_TWELVE, CLASS_DAY,
                                        CLASS_WEEKDAY, CLASS_PADDED, CLASS_ORDINAL, CLASS_NONE };
    struct partial opening = { .grain = CLAIMEX_GRAIN_NONE };
    for (uint32_t i = 0; i < MOST_OF_OPENING; i++) {
        int64_t year;
        bool led = opening.month || (i > 0 && date_is(all, i - 1, CLASS_IN)); /* "In 2015 sales fell", not "1900 men" */
        if (date_is(all, i, CLASS_YEAR) && date_integer(all, i, &year)
            && (led || !noun_is_plural(all->reader, i + 1))) {
            opening.grain = opening.month ? CLAIMEX_GRAIN_MONTH : CLAIMEX_GRAIN_YEAR;
            opening.year = (int32_t)year;
            opening.has_year = true;
            break;
        }
        if (!date_is_any(all, i, words))
            break;
        if (date_is(all, i, CLASS_MONTH))
            opening.month = (uint8_t)date_number_of(all, i, CLASS_MONTH);
    }
    return opening;
}

#define MOST_TO_YEAR 32u /* tokens */
#define MOST_TO_RELATIVE 8u

/* The clause before a comma that stands between two others: "which fell in 2019,", "founded in 1986,". */
static bool is_inserted(const struct date_words *before, uint32_t in)
{
    for (uint32_t i = in; i > 0 && in - i < MOST_TO_RELATIVE; i--) {
        if (date_is(before, i - 1, CLASS_COMMA))
            return i < in && (token_word_classes(before->reader->tokens, i) & WORD_PAST);
        if (date_is(before, i - 1, CLASS_RELATIVE))
            return true;
    }
    return false;
}

/* "at the end of | 1986", "a loss for | 1986", "its | 1986 | profits" */
static bool leads_year(const struct date_words *before, uint32_t i)
{
    bool end = i > 0 && date_is(before, i, CLASS_OF) && date_is(before, i - 1, CLASS_BOUNDARY);
    return end || date_is(before, i, CLASS_IN) || slice_is(token_slice(before->reader->tokens, i), "for")
           || noun_is_determiner(before->reader, i);
}

/* "Exports rose | in 1986", "a loss in 2019, after"; not "in 1986/87", which is no year of the calendar. */
static bool is_told_year(const struct date_words *before, uint32_t year, bool parted)
{
    return year > 0 && date_is(before, year, CLASS_YEAR) && leads_year(before, year - 1)
           && !date_is(before, year + 1, CLASS_SLASH) && !date_is(before, year + 1, CLASS_HYPHEN)
           && !(parted && is_inserted(before, year - 1));
}

/* The December 2023 of "in the year to December 2023", "the year ended 31 December 2023": the day behind it a year
 * before, from which a year earlier counts. */
static bool closes_year(const struct date_words *before, uint32_t year, struct partial *opening)
{
    if (year < 6 || !date_is(before, year, CLASS_YEAR))
        return false;
    uint32_t at = year - 1 - date_is(before, year - 1, CLASS_COMMA);
    at -= date_is(before, at, CLASS_NUMBER); /* "October 31, 1987" */
    uint32_t to = at - 1 - date_is(before, at - 1, CLASS_NUMBER);
    const char *unit = date_text(before, to - 1, CLASS_TIMEUNIT);
    int64_t n;
    if (!date_is(before, at, CLASS_MONTH) || !(date_is(before, to, CLASS_TO) || date_is(before, to, CLASS_ENDED))
        || !unit || strcmp(unit, "year") != 0 || !date_integer(before, year, &n))
        return false;
    int month = date_number_of(before, at, CLASS_MONTH);
    opening->grain = CLAIMEX_GRAIN_MONTH;
    opening->month = (uint8_t)(month % 12 + 1);
    opening->year = (int32_t)n - (month < 12);
    opening->has_year = true;
    return true;
}

/* The "last year" of "were $9m last year against $8m | a year earlier". */
static bool is_last_year(const struct date_words *before, uint32_t i, struct partial *named)
{
    claimex_moment now = before->reader->options->reference;
    if (!calendar_present(now) || !date_is_last(before, i, "year"))
        return false;
    *named = partial_unit(CLAIMEX_GRAIN_YEAR, calendar_date(now), -1);
    return true;
}

/* The "in 1986" of "Exports rose to 763 tonnes in 1986 from 690 | a year earlier". */
static struct partial named_year(const struct date_words *before)
{
    static const enum class breaks[] = { CLASS_RELATIVE, CLASS_SUBORDINATE, CLASS_BUT,     CLASS_SEMICOLON,
                                         CLASS_MONTH,    CLASS_QUARTER,     CLASS_ORDINAL, CLASS_NONE };
    struct partial named = { .grain = CLAIMEX_GRAIN_NONE };
    bool parted = false;
    for (uint32_t i = before->end; i-- > 0 && before->end - i < MOST_TO_YEAR;) {
        int64_t year;
        parted |= date_is(before, i, CLASS_COMMA);
        if (closes_year(before, i, &named) || is_last_year(before, i, &named))
            break;
        if (is_told_year(before, i, parted) && date_integer(before, i, &year)) {
            named.grain = CLAIMEX_GRAIN_YEAR;
            named.year = (int32_t)year;
            named.has_year = true;
            break;
        }
        if (date_is_any(before, i, breaks))
            break;
    }
    return named;
}

#define MOST_TO_NAMED 12u /* tokens: ", down from a revised 2.6 million tonnes in" */

/* The "April 2022" of "2.4% in April 2022, down from 2.6% | in March", the "first quarter of 2022". */
static struct partial named_month(const struct date_words *before)
{
    struct partial named = { .grain = CLAIMEX_GRAIN_NONE };
    for (uint32_t i = before->end; i-- > 2 && before->end - i < MOST_TO_NAMED;) {
        int64_t year;
        bool of = date_is(before, i - 1, CLASS_OF) || date_is(before, i - 1, CLASS_COMMA);
        uint32_t month = i - 1 - of - (of && date_is(before, i - 2, CLASS_TWELVE)); /* "April 4, 2022" */
        const char *unit = date_text(before, month, CLASS_TIMEUNIT);
        int64_t quarter = 0;
        bool quarterly = unit && strcmp(unit, "quarter") == 0 && month > 0 && date_integer(before, month - 1, &quarter);
        if (!date_is(before, i, CLASS_YEAR) || !(date_is(before, month, CLASS_MONTH) || quarterly)
            || !date_integer(before, i, &year))
            continue;
        if (month > 0 && date_is(before, month - 1, CLASS_LIMIT)) /* "its lowest since | March 1980" */
            break;
        named.grain = CLAIMEX_GRAIN_MONTH;
        named.month = (uint8_t)(quarterly ? quarter * 3 - 2 : date_number_of(before, month, CLASS_MONTH));
        named.year = (int32_t)year;
        named.has_year = true;
        return named;
    }
    return named;
}

/* "March", "March 4", "the fourth quarter", "the first half" */
static bool is_part_of_year(const struct partial *partial)
{
    return partial->month || partial->grain == CLAIMEX_GRAIN_QUARTER || partial->grain == CLAIMEX_GRAIN_HALF;
}

/* "In 2022 profit was $5m, down from $6m | a year earlier" */
static bool is_earlier(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point)
{
    struct date_words words = { reader, first, end };
    return point->kind == DATE_DISTANCE && point->unit <= CLAIMEX_GRAIN_YEAR && !point->time.grain
           && (has_then(&words, CLASS_AGO, -1) || has_then(&words, CLASS_LIMIT, -1));
}

/* Where "in May" of "In 1781 they lost the fort in May" is looked for, and how; absent when no year opens the sentence.
 */
static claimex_moment find_opening(const struct reader *reader, uint32_t first, uint32_t end,
                                   const struct date_point *point, enum direction *direction)
{
    struct date_words before = { reader, 0, first };
    const struct partial *partial = &point->partial;
    claimex_moment none = { 0 };
    bool earlier = is_earlier(reader, first, end, point);
    if (!earlier
        && (point->kind != DATE_PARTIAL || !is_part_of_year(partial) || partial->has_year || point->has_next
            || point->has_outer || point->every || point->same_year || point->then))
        return none;
    struct partial opening = opening_date(&before);
    if (!opening.grain && date_is_of_start(reader, first)) {
        opening = named_month(&before);
        *direction = DIRECTION_PAST;
        return opening.grain ? partial_interval(&opening, 1).begins : none;
    }
    if (!opening.grain && earlier)
        opening = named_year(&before);
    if (!opening.grain || date_is(&before, first - 1, CLASS_UNTIL) || (!earlier && date_lies_ahead(reader, first, end)))
        return none;
    *direction = opening.grain == CLAIMEX_GRAIN_MONTH ? DIRECTION_NEAREST : DIRECTION_SAME;
    return partial_interval(&opening, 1).begins;
}

bool date_anchor_resolve_within(const struct reader *reader, uint32_t first, uint32_t end,
                                const struct date_point *point, enum direction direction, struct date_value *value)
{
    claimex_moment opening = find_opening(reader, first, end, point, &direction);
    if (!calendar_present(opening))
        return false;
    claimex_scan_options options = *reader->options;
    struct reader there = *reader;
    options.reference = opening;
    there.options = &options;
    return date_resolve(&there, point, direction, value);
}

static bool is_near(const struct named_date *named, const struct candidate *candidate)
{
    return calendar_present(named->begins) && candidate->at.start - named->end < MOST_BYTES;
}

static void count_from(const struct named_date *named, struct candidate *candidate)
{
    const struct date_anchor *anchor = &candidate->anchor;
    struct partial partial = partial_unit((enum claimex_grain)anchor->unit, calendar_date(named->begins), anchor->n);
    if (anchor->weekday) {
        claimex_moment named_day = calendar_date(named->begins);
        int away = (anchor->weekday - calendar_weekday(named_day) + 7) % 7;
        int days = anchor->n > 0 ? (away ? away : 7) : (away ? away - 7 : -7);
        partial = partial_unit(CLAIMEX_GRAIN_DAY, named_day, days);
    }
    if (anchor->part) {
        partial.grain = CLAIMEX_GRAIN_DAYPART;
        partial.part = anchor->part;
    }
    if (anchor->inner.grain && anchor->unit == anchor->inner.grain) { /* "the following spring" */
        partial = anchor->inner;
        partial.year = named->begins.year;
        partial.has_year = true;
        partial.year += calendar_compare(partial_interval(&partial, 0).begins, named->begins) <= 0;
    } else if (anchor->inner.grain) {
        int32_t year = partial.year;
        partial = anchor->inner;
        partial.year = year;
        partial.has_year = true;
    }
    struct interval interval = partial_interval(&partial, 0);
    if (!interval_present(interval) || !timex_write(&partial, candidate->timex))
        return;
    candidate->begins = interval.begins;
    candidate->ends = interval.ends;
}

static void put_on_day(claimex_moment day, claimex_moment *time)
{
    time->year = day.year;
    time->month = day.month;
    time->day = day.day;
}

/* "was shot on Friday … at 10 p.m.": what has happened did so on the day that was named. */
static void count_clock(const struct named_date *named, struct candidate *candidate)
{
    claimex_moment ends = candidate->ends;
    int32_t days = calendar_days(ends) - calendar_days(candidate->begins);
    claimex_moment first = calendar_date(named->begins);
    bool night = named->grain == CLAIMEX_GRAIN_DAYPART && candidate->grain == CLAIMEX_GRAIN_DAYPART;
    if (night && candidate->begins.hour < named->begins.hour) /* "on Tuesday night. In the morning, …" */
        first = calendar_shift(first, CLAIMEX_GRAIN_DAY, 1);
    claimex_moment last = calendar_shift(first, CLAIMEX_GRAIN_DAY, days);
    if (!calendar_present(last))
        return;
    put_on_day(first, &candidate->begins);
    put_on_day(last, &ends);
    candidate->ends = ends;
}

void date_anchor_resolve(struct named_date *named, struct candidate *candidate)
{
    if (candidate->kind != CLAIMEX_DATE)
        return;
    if (candidate->anchor.unit && is_near(named, candidate) && named->grain >= candidate->anchor.unit)
        count_from(named, candidate);
    if (candidate->anchor.clock && is_near(named, candidate) && named->grain >= CLAIMEX_GRAIN_DAY
        && calendar_present(candidate->begins))
        count_clock(named, candidate);
    if (calendar_present(candidate->begins))
        *named = (struct named_date){ candidate->begins, candidate->at.end, candidate->grain };
}
