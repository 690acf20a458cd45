/* Companies and statistics close their years, quarters and weeks on days of their own, and name them: "the year ended
 * March 31", "the week to 11 May", "the quarter that ended in June". */
#include "recognizers/date_ended.h"

#include "recognizers/date_tense.h"
#include "recognizers/date_words.h"

/* "June 3, 2016", "3 June 2016", "March", "Friday": the token behind; `i` itself when there is none. */
static uint32_t behind_day(const struct date_words *all, uint32_t i)
{
    if (date_is(all, i, CLASS_DAYSHIFT) || date_is(all, i, CLASS_WEEKDAY))
        return i + 1;
    uint32_t month =
        i + (date_is(all, i, CLASS_TWELVE) || date_is(all, i, CLASS_DAY) || date_is(all, i, CLASS_ORDINAL));
    if (!date_is(all, month, CLASS_MONTH))
        return i;
    uint32_t end = month + 1;
    bool day = month == i
               && (date_is(all, end, CLASS_TWELVE) || date_is(all, end, CLASS_DAY) || date_is(all, end, CLASS_ORDINAL));
    end += day;
    uint32_t year = end + date_is(all, end, CLASS_COMMA);
    return date_is(all, year, CLASS_YEAR) ? year + 1 : end;
}

static uint32_t skip(const struct date_words *all, uint32_t i, enum class class)
{
    return i + date_is(all, i, class);
}

uint32_t date_ended_at(const struct reader *reader, uint32_t end)
{
    struct date_words all = date_words_all(reader);
    uint32_t i = skip(&all, end, CLASS_THAT);
    i = i == end ? skip(&all, end, CLASS_RELATIVE) : i;
    if (date_is(&all, i, CLASS_ENDED))
        i = skip(&all, skip(&all, i + 1, CLASS_ON), CLASS_IN);
    else if (i == end && (date_is(&all, end, CLASS_TO) || date_is(&all, end, CLASS_UNTIL)))
        i = end + 1;
    else
        return 0;
    uint32_t weekday = skip(&all, i, CLASS_EDGE);
    i = skip(&all, skip(&all, i, CLASS_WEEKDAY), CLASS_COMMA); /* "Saturday, May 11" */
    i = skip(&all, i, CLASS_EDGE);
    return behind_day(&all, i) > i ? i : behind_day(&all, weekday) > weekday ? weekday : 0;
}

static bool read_day(const struct reader *reader, uint32_t end, const struct partial *period, struct date_value *day)
{
    struct date_words all = date_words_all(reader);
    struct date_point point;
    uint32_t at = date_ended_at(reader, end);
    bool over = false;
    for (uint32_t i = end; i < at; i++)
        over |= slice_is(token_slice(reader->tokens, i), "ended");
    bool ahead = at && !over && date_lies_ahead(reader, end, end + 1);
    if (!at || !date_point_read(reader, at, behind_day(&all, at), &point))
        return false;
    if (period->has_year && period->grain == CLAIMEX_GRAIN_YEAR
        && !point.partial.has_year) { /* "fiscal 2016 ended June 30" */
        point.partial.year = period->year;
        point.partial.has_year = true;
    }
    return date_resolve(reader, &point, ahead ? DIRECTION_FUTURE : DIRECTION_PAST, day)
           && interval_present(day->interval);
}

void date_ended_apply(const struct reader *reader, uint32_t end, const struct date_point *point,
                      struct date_value *value)
{
    struct date_value day;
    if (value->grain < CLAIMEX_GRAIN_YEAR || value->grain > CLAIMEX_GRAIN_WEEK
        || !read_day(reader, end, &point->partial, &day))
        return;
    claimex_moment ends = day.interval.ends;
    struct interval interval = interval_between(value->grain, calendar_shift(ends, value->grain, -1), ends);
    struct partial unit = partial_unit(value->grain, day.interval.begins, 0);
    if (!interval_present(interval) || unit.grain == CLAIMEX_GRAIN_NONE)
        return; /* on the edge of the calendar */
    value->interval = interval;
    bool numbered = point->kind == DATE_PARTIAL && point->partial.grain == CLAIMEX_GRAIN_QUARTER;
    if (numbered || point->partial.has_year)
        return; /* "the fourth quarter ended Sept. 30", "fiscal 2016 ended June 30" keep their number */
    value->partial = unit;
    value->partial.fiscal = point->partial.fiscal;
    timex_write(&value->partial, value->timex);
}
