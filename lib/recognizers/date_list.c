/* A list says once what all its dates share: "in May and June 2019", "on Monday or Tuesday next week", "the second and
 * third quarters". It is said with the last one, so each of the others looks ahead. */
#include "recognizers/date_list.h"

#include "recognizers/date_words.h"

#define MOST_DATES 6

/* The token behind ", ", "and", ", and", "or"; `i` itself when there is none. */
static uint32_t behind_link(const struct date_words *all, uint32_t i)
{
    i += date_is(all, i, CLASS_COMMA);
    return i + (date_is(all, i, CLASS_AND) || date_is(all, i, CLASS_OR));
}

static uint32_t behind_day(const struct date_words *all, uint32_t i)
{
    static const enum class days[] = { CLASS_TWELVE, CLASS_DAY, CLASS_PADDED, CLASS_ORDINAL, CLASS_NONE };
    return i + date_is_any(all, i, days);
}

/* "June", "June 3", "3 June", "summer", "Q2"; `i` itself when it is none of them. */
static uint32_t behind_month(const struct date_words *all, uint32_t i)
{
    static const enum class parts[] = { CLASS_SEASON, CLASS_QUARTER, CLASS_HALFYEAR, CLASS_NONE };
    if (date_is_any(all, i, parts))
        return i + 1;
    uint32_t month = behind_day(all, i);
    return date_is(all, month, CLASS_MONTH) ? behind_day(all, month + 1) : i;
}

/* A year that nothing makes a number of: not "May 3, 2000 people". */
static bool is_year(const struct date_words *all, uint32_t i)
{
    static const enum class units[] = { CLASS_SCALE, CLASS_PERCENT,  CLASS_UNIT,  CLASS_TIMEUNIT,
                                        CLASS_COLON, CLASS_CURRENCY, CLASS_SLASH, CLASS_NONE };
    return date_is(all, i, CLASS_YEAR) && !date_is_any(all, i + 1, units);
}

/* The 2019 behind "3 June" or "June 3," that ends before `end`; false when there is none. */
static bool take_year(const struct date_words *all, uint32_t end, struct date_point *point)
{
    int64_t year;
    uint32_t at = end + (date_is(all, end, CLASS_COMMA) && !date_is(all, end - 1, CLASS_MONTH));
    at += date_is(all, at, CLASS_OF);
    if (!is_year(all, at) || !date_integer(all, at, &year))
        return false;
    point->partial.year = (int32_t)year;
    point->partial.has_year = true;
    return true;
}

static void share_year(const struct date_words *all, uint32_t i, struct date_point *point)
{
    for (int n = 0; n < MOST_DATES; n++) {
        uint32_t next = behind_link(all, i), end = behind_month(all, next);
        if (end == next && point->partial.day) /* "June 24 or 25, 2019" */
            end = behind_day(all, next);
        if (next == i || end == next)
            return;
        i = end;
        if (take_year(all, end, point))
            return;
    }
}

/* The month behind the days of "24, 25 or 26 June", or before those of "June 24 or 25"; 0 for a number of no day. */
static int month_of_days(const struct date_words *all, uint32_t first)
{
    uint32_t i = first, day = first + 1;
    for (int n = 0; n < MOST_DATES && day > i && !date_is(all, day, CLASS_MONTH); n++) {
        i = behind_link(all, day);
        day = i > day ? behind_day(all, i) : i;
    }
    if (i > first && day > i && date_is(all, day, CLASS_MONTH))
        return date_number_of(all, day, CLASS_MONTH);
    return first > 2 && date_is(all, first - 1, CLASS_OR) ? date_number_of(all, first - 3, CLASS_MONTH) : 0;
}

bool date_list_read_day(const struct reader *reader, uint32_t first, uint32_t end, struct date_point *point)
{
    static const enum class days[] = { CLASS_TWELVE, CLASS_DAY, CLASS_NONE };
    struct date_words all = date_words_all(reader);
    int64_t day;
    bool alone = end - first == 1 || date_is(&all, end - 1, CLASS_YEAR);
    int month = alone && date_is_any(&all, first, days) ? month_of_days(&all, first) : 0;
    if (!month || !date_integer(&all, first, &day))
        return false;
    memset(point, 0, sizeof *point);
    point->partial.grain = CLAIMEX_GRAIN_DAY;
    point->partial.day = (uint8_t)day;
    point->partial.month = (uint8_t)month;
    if (end - first > 1)
        take_year(&all, first + 1, point);
    return true;
}

/* "Easter Monday, 24 April 1916", "Good Friday (April 14, 1865)": a feast, and its own day behind it. */
static void share_year_of_day(const struct date_words *all, uint32_t i, struct date_point *point)
{
    uint32_t end = behind_month(all, i + 1);
    if ((date_is(all, i, CLASS_COMMA) || date_is(all, i, CLASS_OPEN)) && end > i + 2)
        take_year(all, end, point);
}

static void share_week(const struct date_words *all, uint32_t i, struct date_point *point)
{
    for (int n = 0; n < MOST_DATES; n++) {
        uint32_t next = behind_link(all, i);
        if (next == i || !date_is(all, next, CLASS_WEEKDAY))
            return;
        i = next + 1;
        uint32_t at = i + date_is(all, i, CLASS_OF);
        const char *unit = date_is(all, at, CLASS_NEXT) ? date_text(all, at + 1, CLASS_TIMEUNIT) : NULL;
        if (!unit || strcmp(unit, "week") != 0)
            continue;
        point->has_outer = true;
        point->outer_unit = CLAIMEX_GRAIN_WEEK;
        point->outer = date_number_of(all, at, CLASS_NEXT);
        return;
    }
}

/* ------------------------------------------------------------------ ordinals */

void date_list_share_unit(const struct date_point *from, struct date_point *to)
{
    int n = to->partial.day;
    struct partial full = from->partial;
    if (!n || to->partial.month || to->partial.weekday)
        return;
    if (full.grain == CLAIMEX_GRAIN_CENTURY)
        to->partial = partial_century(n, full.year <= 0);
    else if ((full.grain == CLAIMEX_GRAIN_QUARTER && n <= 4) || (full.grain == CLAIMEX_GRAIN_HALF && n <= 2)) {
        to->partial = full;
        to->partial.part = (uint8_t)n;
    }
}

/* Behind the unit of "third quarter of 2019", with its year. */
static uint32_t behind_unit(const struct date_words *all, uint32_t unit)
{
    uint32_t year = unit + 1 + date_is(all, unit + 1, CLASS_OF);
    if (date_is(all, unit + 1, CLASS_ERA))
        return unit + 2;
    return is_year(all, year) ? year + 1 : unit + 1;
}

/* "the late 16th or the early 17th century": the first ordinal with a unit behind the one before `i`. */
static void share_ordinal(const struct reader *reader, const struct date_words *all, uint32_t i,
                          struct date_point *point)
{
    static const enum class between[] = { CLASS_COMMA, CLASS_AND,     CLASS_OR,     CLASS_TO,   CLASS_THE,
                                          CLASS_EDGE,  CLASS_ORDINAL, CLASS_HYPHEN, CLASS_DASH, CLASS_NONE };
    struct date_point full;
    uint32_t ordinal = i;
    for (uint32_t end = i + 4 * MOST_DATES; i < end; i++) {
        if (date_is(all, i, CLASS_ORDINAL))
            ordinal = i;
        if (!date_is_any(all, i, between))
            break;
    }
    uint32_t month = i + date_is(all, i, CLASS_OF);
    if (date_is(all, month, CLASS_MONTH)) { /* "the 3rd or 4th of May" */
        point->partial.month = (uint8_t)date_number_of(all, month, CLASS_MONTH);
        return;
    }
    if (!date_is(all, i, CLASS_TIMEUNIT) && !date_is(all, i, CLASS_HALF))
        return;
    if (date_point_read(reader, ordinal, behind_unit(all, i), &full))
        date_list_share_unit(&full, point);
    if (point->partial.grain == CLAIMEX_GRAIN_DAY) /* "the 2nd and 3rd weeks" */
        point->partial.grain = CLAIMEX_GRAIN_NONE;
}

/* ------------------------------------------------------------------- decades */

void date_list_share_century(const struct date_point *from, struct date_point *to)
{
    if (!to->cut || from->cut || from->partial.grain != CLAIMEX_GRAIN_DECADE)
        return;
    int32_t same = from->partial.year / 100 * 100 + to->partial.year % 100;
    to->partial.year = same + (same + 50 < from->partial.year ? 100 : 0); /* "the 1990s and '00s" */
}

/* The 1850s before "and the late '60s" */
static void share_century(const struct reader *reader, const struct date_words *all, uint32_t i,
                          struct date_point *point)
{
    static const enum class between[] = { CLASS_APOSTROPHE, CLASS_QUOTE, CLASS_EDGE,   CLASS_THE, CLASS_AND,
                                          CLASS_OR,         CLASS_COMMA, CLASS_HYPHEN, CLASS_NONE };
    struct date_point full;
    for (uint32_t last = i > MOST_DATES ? i - MOST_DATES : 0; i > last && date_is_any(all, i - 1, between);)
        i--;
    if (i > 0 && date_is(all, i - 1, CLASS_DECADE) && date_point_read(reader, i - 1, i, &full))
        date_list_share_century(&full, point);
}

void date_list_share(const struct reader *reader, uint32_t first, uint32_t end, struct date_point *point)
{
    struct date_words all = date_words_all(reader);
    const struct partial *partial = &point->partial;
    if (point->cut)
        share_century(reader, &all, first, point);
    if (point->kind == DATE_HOLIDAY && !partial->has_year)
        share_year_of_day(&all, end, point);
    if (point->kind != DATE_PARTIAL || partial->has_year || point->has_next || point->has_outer || point->time.grain
        || end >= all.end)
        return;
    bool of_year = partial->grain >= CLAIMEX_GRAIN_HALF && partial->grain <= CLAIMEX_GRAIN_SEASON;
    if (partial->month || of_year)
        share_year(&all, end, point);
    else if (partial->weekday)
        share_week(&all, end, point);
    else if (partial->day && date_is(&all, end - 1, CLASS_ORDINAL))
        share_ordinal(reader, &all, end, point);
}
