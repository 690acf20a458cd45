/* Where a length of time lies: the past five years end today, the next three days begin tomorrow, the first nine months
 * of 2016 begin with the year. "The previous two years" are counted from what the story has come to, and stay open. */
#include "recognizers/stretch.h"

#include "recognizers/date_point.h"
#include "recognizers/date_resolve.h"
#include "recognizers/date_words.h"
#include "values/decimal.h"

struct stretch {
    struct date_words all;
    uint32_t side; /* the token of "past", "next" or "first" */
    uint32_t end;  /* the one behind the unit */
    enum claimex_grain unit;
    int64_t n;
};

static bool is_side(const struct date_words *all, uint32_t i)
{
    bool first = date_is(all, i, CLASS_ORDINAL) && date_number_of(all, i, CLASS_ORDINAL) == 1;
    return first
           || (date_is(all, i, CLASS_NEXT) && date_number_of(all, i, CLASS_NEXT)
               && !date_number_of(all, i, CLASS_THEN));
}

static bool find_side(struct stretch *stretch, uint32_t first)
{
    uint32_t unit = stretch->end - 1;
    stretch->side = is_side(&stretch->all, first - 1) ? first - 1 : unit - 1;
    return is_side(&stretch->all, stretch->side) && date_is_plural(&stretch->all, unit);
}

/* The year of "the last four months of 2016", with which the stretch begins or ends. */
static bool lies_in_year(const struct stretch *stretch, struct interval *place)
{
    static const enum class joints[] = { CLASS_HYPHEN, CLASS_SLASH, CLASS_NONE }; /* "of 1986/87" */
    int64_t year;
    if (!date_is(&stretch->all, stretch->end, CLASS_OF) || !date_is(&stretch->all, stretch->end + 1, CLASS_YEAR)
        || date_is_any(&stretch->all, stretch->end + 2, joints) || stretch->unit > CLAIMEX_GRAIN_MONTH
        || !date_integer(&stretch->all, stretch->end + 1, &year))
        return false;
    struct interval whole = interval_of(CLAIMEX_GRAIN_YEAR, calendar_day((int32_t)year, 1, 1));
    bool last = date_number_of(&stretch->all, stretch->side, CLASS_NEXT) < 0;
    *place = last ? (struct interval){ calendar_shift(whole.ends, stretch->unit, -stretch->n), whole.ends, 0 }
                  : interval_from(stretch->unit, whole.begins, stretch->n);
    return interval_present(*place);
}

/* Quarters and decades are those of the calendar, hours go on from this minute, all else from this day. */
static struct interval present_of(enum claimex_grain unit, claimex_moment now)
{
    bool cut = unit == CLAIMEX_GRAIN_QUARTER || unit == CLAIMEX_GRAIN_DECADE || unit == CLAIMEX_GRAIN_CENTURY;
    struct interval hour = { now, now, unit };
    if (unit >= CLAIMEX_GRAIN_HOUR)
        return (now.flags & CLAIMEX_MOMENT_TIME) != 0 ? hour : (struct interval){ .grain = unit };
    return interval_of(cut ? unit : CLAIMEX_GRAIN_DAY, now);
}

static bool lies_beside_now(const struct stretch *stretch, struct interval *place)
{
    static const enum class owners[] = { CLASS_POSSESSOR, CLASS_POSSESSIVE, CLASS_NONE };
    const struct reader *reader = stretch->all.reader;
    int side = date_number_of(&stretch->all, stretch->side, CLASS_NEXT);
    if (!side || !calendar_present(reader->options->reference) || date_is(&stretch->all, stretch->end, CLASS_OF)
        || date_is_any(&stretch->all, stretch->side - 1, owners)
        || (side > 0 && date_lies_behind(reader, stretch->side, stretch->end)))
        return false;
    struct interval now = present_of(stretch->unit, reader->options->reference);
    *place = side > 0 ? interval_from(stretch->unit, now.ends, stretch->n)
                      : (struct interval){ calendar_shift(now.begins, stretch->unit, -stretch->n), now.begins, 0 };
    return interval_present(*place) && calendar_present(place->ends);
}

void stretch_place(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct stretch stretch = { .all = { reader, 0, (uint32_t)reader->tokens->token.count }, .end = match->whole.end };
    struct interval place;
    uint32_t first = match->whole.start;
    if (first == 0 || stretch.end - first < 2 || !decimal_to_integer(candidate->value, &stretch.n) || stretch.n < 1
        || stretch.n > 10000 || !find_side(&stretch, first))
        return;
    stretch.unit = date_unit(date_text(&stretch.all, stretch.end - 1, CLASS_TIMEUNIT));
    if (!stretch.unit || (!lies_in_year(&stretch, &place) && !lies_beside_now(&stretch, &place)))
        return;
    candidate->begins = place.begins;
    candidate->ends = place.ends;
}
