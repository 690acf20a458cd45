/* Reports tell of a month or a quarter: "the quarter" is that one, and "a year ago" the same one of the year before. */
#include "recognizers/date_told.h"

#include "recognizers/date_anchor.h"
#include "recognizers/date_ended.h"
#include "recognizers/date_resolve.h"
#include "recognizers/date_tense.h"
#include "recognizers/date_words.h"

/* The first token of "third quarter", "third-quarter" or "Q3" that ends with token `i`; behind `i` when none does. */
static uint32_t start_of_quarter(const struct date_words *all, uint32_t i)
{
    uint32_t ordinal = i - (i > 0) - (i > 1 && date_is(all, i - 1, CLASS_HYPHEN));
    if (date_is(all, i, CLASS_TIMEUNIT) && date_is(all, ordinal, CLASS_ORDINAL))
        return ordinal;
    return date_is(all, i, CLASS_QUARTER) ? i : i + 1;
}

#define QUARTER_BEFORE 128u /* tokens */

uint32_t date_told_end_of_year(const struct reader *reader, uint32_t end)
{
    struct date_words all = date_words_all(reader);
    uint32_t year = end + date_is(&all, end, CLASS_OF);
    const char *unit = date_is(&all, year, CLASS_NEXT) ? date_text(&all, year + 1, CLASS_TIMEUNIT) : NULL;
    if (unit && strcmp(unit, "year") == 0)
        return year + 2;
    return date_is(&all, year, CLASS_YEAR) ? year + 1 : end;
}

/* "first quarter | of 2019", "third quarter | last year": does the year or the like that begins at token i say which
 * quarter? */
static bool is_of_quarter(const struct date_words *all, uint32_t i)
{
    uint32_t behind = i - (i > 0 && date_is(all, i - 1, CLASS_OF));
    return behind > 0 && start_of_quarter(all, behind - 1) < behind;
}

/* "in January", "in 1985": what is told of is no quarter */
static bool is_other_period(const struct date_words *all, uint32_t i)
{
    return i > 0 && date_is(all, i - 1, CLASS_IN) && (date_is(all, i, CLASS_MONTH) || date_is(all, i, CLASS_YEAR));
}

/* "capital at the end of 1985", "last month": no quarter is told of, and what lies a year before is none. */
static bool names_other_period(const struct reader *reader, uint32_t first)
{
    struct date_words all = { reader, 0, first };
    for (uint32_t i = first; i-- > 0 && first - i < QUARTER_BEFORE;) {
        const char *unit = date_text(&all, i, CLASS_TIMEUNIT);
        bool last = unit && i > 0 && date_is(&all, i - 1, CLASS_NEXT);
        if (start_of_quarter(&all, i) <= i || (unit && strcmp(unit, "quarter") == 0))
            return false;
        if (date_is(&all, i, CLASS_YEAR) || last)
            return !is_of_quarter(&all, i - last);
    }
    return false;
}

/* The quarter that the sentence names in front of token `first`, else the one of an earlier sentence; none behind "in
 * January". */
static claimex_moment quarter_before(const struct reader *reader, uint32_t first)
{
    struct date_words all = { reader, 0, first };
    for (uint32_t i = first; i-- > 0 && first - i < QUARTER_BEFORE;) {
        if (is_other_period(&all, i))
            return (claimex_moment){ 0 };
        struct date_point point;
        struct date_value value;
        uint32_t start = start_of_quarter(&all, i), end = date_told_end_of_year(reader, i + 1);
        if (start <= i && date_point_read(reader, start, end, &point) && point.partial.grain == CLAIMEX_GRAIN_QUARTER
            && (date_anchor_resolve_within(reader, start, end, &point, DIRECTION_NEAREST, &value)
                || date_resolve(reader, &point, DIRECTION_NEAREST, &value))) {
            date_ended_apply(reader, end, &point, &value);
            return value.interval.begins;
        }
    }
    return reader->quarter;
}

/* "compared with $3 million a year earlier", "the year-ago quarter", but not "he joined a year ago" */
static bool compares(const struct reader *reader, uint32_t first, uint32_t end)
{
    static const enum class figures[] = { CLASS_COMMA, CLASS_SCALE, CLASS_PERCENT, CLASS_AFTER_AMOUNT, CLASS_NONE };
    bool figure = reader_has_any(reader, first - 1, figures);
    struct slice last = token_slice(reader->tokens, end - 1);
    struct date_words words = { reader, first, end };
    return figure || date_has(&words, CLASS_HYPHEN) || slice_is(last, "earlier") || slice_is(last, "quarter");
}

/* What is told of "the quarter" soon after one has ended is told of that one. */
static bool has_just_begun(claimex_moment reference)
{
    claimex_moment begins = interval_of(CLAIMEX_GRAIN_QUARTER, reference).begins;
    return calendar_present(begins) && calendar_days(reference) - calendar_days(begins) < 45;
}

bool date_told_read_quarter(const struct reader *reader, uint32_t first, uint32_t end, struct date_point *point)
{
    if (point->unit != CLAIMEX_GRAIN_QUARTER)
        return false;
    claimex_moment then = quarter_before(reader, first), now = reader->options->reference;
    if (!calendar_present(then) && has_just_begun(now) && date_direction(reader, first, end, point) == DIRECTION_PAST)
        then = calendar_shift(calendar_date(now), CLAIMEX_GRAIN_QUARTER, -1);
    if (!calendar_present(then))
        return false;
    point->kind = DATE_PARTIAL;
    point->partial = partial_unit(CLAIMEX_GRAIN_QUARTER, then, 0);
    return true;
}

bool date_told_is_quarter_of_month(const struct reader *reader, uint32_t end)
{
    struct date_words all = date_words_all(reader);
    uint32_t month = end - 1 - (end > 1 && date_is(&all, end - 1, CLASS_YEAR));
    bool range = month > 0 && (date_is(&all, month - 1, CLASS_SLASH) || date_is(&all, month - 1, CLASS_HYPHEN));
    return !range && date_is(&all, month, CLASS_MONTH) && date_number_of(&all, month, CLASS_MONTH) % 3 == 0
           && end < all.end && slice_is(token_slice(reader->tokens, end), "quarter");
}

#define MOST_TO_YARDSTICK 6u /* tokens */

/* "against $5 in | January", "after a 5% | January rise", "said last | November", "the year ended in | June": no month
 * that is told of. */
static bool is_other_month(const struct date_words *all, uint32_t month)
{
    static const enum class yardsticks[] = { CLASS_FROM, CLASS_COMPARING, CLASS_ENDED, CLASS_NONE };
    if (month > 0 && date_is(all, month - 1, CLASS_NEXT))
        return true;
    uint32_t to = month - (month > 0) - (month > 1 && date_is(all, month - 1, CLASS_NUMBER));
    if (to > 0 && date_is(all, to, CLASS_TO) && date_is(all, to - 1, CLASS_TIMEUNIT))
        return true; /* "the year to | December", "three months to 28 | April" */
    for (uint32_t i = month; i > 0 && month - i < MOST_TO_YARDSTICK && !date_is(all, i - 1, CLASS_COMMA); i--)
        if (date_is_any(all, i - 1, yardsticks) || date_side_of(all, i - 1) > 0)
            return true;
    return false;
}

/* "sales rose last month"; but "said last month that in 1986 sales rose" */
static bool is_last_month(const struct date_words *all, uint32_t i)
{
    struct date_words behind = { all->reader, i, all->end };
    return date_is_last(all, i, "month") && all->end - i < QUARTER_BEFORE && !date_has(&behind, CLASS_YEAR);
}

/* The month that the sentence tells of, "sales rose to $5 in March", before token `first`: the first that it names.
 * None where that is the end of a range, as "from January to March". */
static claimex_moment month_before(const struct reader *reader, uint32_t first)
{
    static const enum class links[] = { CLASS_HYPHEN, CLASS_SLASH, CLASS_TO, CLASS_UNTIL, CLASS_DASH, CLASS_NONE };
    struct date_words all = { reader, 0, first };
    claimex_moment now = reader->options->reference;
    for (uint32_t i = 0; i < first && i < QUARTER_BEFORE; i++) {
        struct date_point point;
        struct date_value value;
        uint32_t end = date_told_end_of_year(reader, i + 1);
        if (is_last_month(&all, i))
            return interval_of(CLAIMEX_GRAIN_MONTH, calendar_shift(now, CLAIMEX_GRAIN_MONTH, -1)).begins;
        if (!date_is(&all, i, CLASS_MONTH) || reader_token(reader, i)->capital == CLASS_LOWER
            || is_other_month(&all, i))
            continue;
        if (date_is_any(&all, i + 1, links) || date_told_is_quarter_of_month(reader, i + 1)
            || !date_point_read(reader, i, end < first ? end : i + 1, &point) || date_is(&all, i + 1, CLASS_TWELVE)
            || date_is(&all, i + 1, CLASS_DAY)
            || !date_resolve(reader, &point, date_direction(reader, i, i + 1, &point), &value)
            || value.grain != CLAIMEX_GRAIN_MONTH)
            return (claimex_moment){ 0 };
        return value.interval.begins;
    }
    return (claimex_moment){ 0 };
}

bool date_told_read_year_ago(const struct reader *reader, uint32_t first, uint32_t end, struct date_point *point)
{
    if (point->kind != DATE_DISTANCE || point->unit != CLAIMEX_GRAIN_YEAR || point->n != -1
        || !compares(reader, first, end))
        return false;
    enum claimex_grain grain = CLAIMEX_GRAIN_MONTH;
    claimex_moment told = month_before(reader, first);
    if (!calendar_present(told) && !names_other_period(reader, first)) {
        told = quarter_before(reader, first);
        grain = CLAIMEX_GRAIN_QUARTER;
    }
    claimex_moment then = calendar_shift(told, CLAIMEX_GRAIN_YEAR, -1);
    if (!calendar_present(then))
        return false;
    point->kind = DATE_PARTIAL;
    point->partial = partial_unit(grain, then, 0);
    return true;
}
