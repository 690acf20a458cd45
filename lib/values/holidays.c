/* Holidays are data: a row of the lexicon names a rule, and this file reads the rule and counts it out for a year.
 * Nothing here knows what a holiday is called. */
#include "values/holidays.h"

#include <string.h>

#include "base/slice.h"
#include "values/calendar.h"
#include "values/cursor.h"
#include "values/indian_holidays.inc"
#include "values/lunar.h"

/* ------------------------------------------------------------------ reading a rule */

/* One to three digits that give a number in the range. */
static bool take_number(struct cursor *cursor, int low, int high, int *number)
{
    int value = 0;
    int n = 0;
    while (n < 3 && cursor_at_digit(cursor)) {
        value = value * 10 + (*cursor->at++ - '0');
        n++;
    }
    *number = value;
    return n > 0 && value >= low && value <= high;
}

static bool take_month_and_day(struct cursor *cursor, int last_month, int last_day, struct holiday *holiday)
{
    return take_number(cursor, 1, last_month, &holiday->month) && cursor_take(cursor, '-') &&
           take_number(cursor, 1, last_day, &holiday->day);
}

static bool take_islamic(struct cursor *cursor, struct holiday *holiday)
{
    return take_number(cursor, 1, 12, &holiday->month) &&
           (!cursor_take(cursor, '-') || take_number(cursor, 1, 30, &holiday->day));
}

static bool take_weekday_of_month(struct cursor *cursor, struct holiday *holiday)
{
    holiday->base = HOLIDAY_WEEKDAY;
    bool from_end = cursor_take(cursor, '-');
    if (!take_number(cursor, 1, 5, &holiday->nth) || !cursor_take(cursor, '-')) {
        return false;
    }
    holiday->nth = from_end ? -holiday->nth : holiday->nth;
    return take_number(cursor, MONDAY, SUNDAY, &holiday->weekday);
}

static bool take_civil(struct cursor *cursor, struct holiday *holiday)
{
    if (!take_number(cursor, 1, 12, &holiday->month) || !cursor_take(cursor, '-')) {
        return false;
    }
    return cursor_take(cursor, 'W') ? take_weekday_of_month(cursor, holiday)
                             : take_number(cursor, 1, calendar_month_days(2000, holiday->month), &holiday->day);
}

static bool take_table(struct cursor *cursor, struct holiday *holiday)
{
    const char *name = cursor->at;
    while (cursor->at < cursor->end && ((*cursor->at >= 'a' && *cursor->at <= 'z') || *cursor->at == '_')) {
        cursor->at++;
    }
    struct slice wanted = { name, (size_t)(cursor->at - name) };
    for (size_t i = 0; i < sizeof indian_holidays / sizeof *indian_holidays; i++) {
        if (slice_is(wanted, indian_holidays[i].name)) {
            holiday->table = (int)i;
            return true;
        }
    }
    return false;
}

static bool take_word(struct cursor *cursor, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(cursor->end - cursor->at) < length || memcmp(cursor->at, word, length) != 0) {
        return false;
    }
    cursor->at += length;
    return true;
}

static bool take_base(struct cursor *cursor, struct holiday *holiday)
{
    static const struct {
        const char *sign;
        enum holiday_base base;
    } bases[] = {
        { "E", HOLIDAY_EASTER },  { "O", HOLIDAY_ORTHODOX_EASTER }, { "H", HOLIDAY_HEBREW },
        { "I", HOLIDAY_ISLAMIC }, { "C", HOLIDAY_CHINESE },         { "TABLE:", HOLIDAY_TABLE },
    };
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        if (take_word(cursor, bases[i].sign)) {
            holiday->base = bases[i].base;
            break;
        }
    }
    switch (holiday->base) {
    case HOLIDAY_EASTER:
    case HOLIDAY_ORTHODOX_EASTER:
        return true;
    case HOLIDAY_HEBREW:
        return take_month_and_day(cursor, 13, 30, holiday);
    case HOLIDAY_ISLAMIC:
        return take_islamic(cursor, holiday);
    case HOLIDAY_CHINESE:
        return take_month_and_day(cursor, 12, 30, holiday);
    case HOLIDAY_TABLE:
        return take_table(cursor, holiday);
    default:
        return take_civil(cursor, holiday);
    }
}

static bool take_snap(struct cursor *cursor, struct holiday *holiday)
{
    holiday->snap = cursor_take(cursor, '<') ? -1 : cursor_take(cursor, '>') ? 1 : 0;
    return holiday->snap == 0 || take_number(cursor, MONDAY, SUNDAY, &holiday->snap_weekday);
}

static bool take_offset(struct cursor *cursor, struct holiday *holiday)
{
    int sign = cursor_take(cursor, '-') ? -1 : cursor_take(cursor, '+') ? 1 : 0;
    if (sign != 0 && !take_number(cursor, 1, 366, &holiday->offset)) {
        return false;
    }
    holiday->offset *= sign;
    return true;
}

bool holiday_parse(const char *text, size_t length, struct holiday *holiday)
{
    struct cursor cursor = { text, text + length };
    *holiday = (struct holiday){ .base = HOLIDAY_FIXED, .length = 1 };
    return take_base(&cursor, holiday) && take_snap(&cursor, holiday) && take_offset(&cursor, holiday) &&
           (!cursor_take(&cursor, '/') || take_number(&cursor, 1, 366, &holiday->length)) && cursor.at == cursor.end;
}

/* ------------------------------------------------------------------ counting it out */

/* The interval that starts from a day found by the base of the rule. */
static struct interval finish(const struct holiday *holiday, claimex_moment day, int n_days)
{
    int away = 0;
    if (holiday->snap < 0) {
        away = -((calendar_weekday(day) - holiday->snap_weekday + 7) % 7);
    } else if (holiday->snap > 0) {
        away = (holiday->snap_weekday - calendar_weekday(day) + 7) % 7;
    }
    claimex_moment begins = calendar_shift(day, CLAIMEX_GRAIN_DAY, away + holiday->offset);
    return interval_from(CLAIMEX_GRAIN_DAY, begins, n_days);
}

static int lunar_in_year(const struct holiday *holiday, enum lunar_calendar calendar, int32_t year,
                         struct interval found[2])
{
    int n = 0;
    struct lunar_years years = lunar_years(calendar, year);
    for (int32_t i = years.first; i <= years.last && n < 2; i++) {
        struct lunar_month month = lunar_month(calendar, i, holiday->month);
        int before = holiday->day > 0 ? holiday->day - 1 : 0;
        claimex_moment day = calendar_shift(month.first, CLAIMEX_GRAIN_DAY, before);
        if (calendar_present(day) && before < month.days && day.year == year) {
            found[n] = finish(holiday, day, holiday->day > 0 ? holiday->length : month.days);
            n += interval_present(found[n]);
        }
    }
    return n;
}

static claimex_moment of_table(int table, int32_t year)
{
    int32_t at = year - INDIAN_FIRST_YEAR;
    int day = at >= 0 && at < INDIAN_YEARS ? indian_holidays[table].days[at] : 0;
    return calendar_day(year, day / 100, day % 100);
}

static claimex_moment day_in_year(const struct holiday *holiday, int32_t year)
{
    switch (holiday->base) {
    case HOLIDAY_WEEKDAY:
        return calendar_nth_weekday(year, holiday->month, holiday->weekday, holiday->nth);
    case HOLIDAY_EASTER:
        return calendar_easter(year);
    case HOLIDAY_ORTHODOX_EASTER:
        return calendar_orthodox_easter(year);
    case HOLIDAY_TABLE:
        return of_table(holiday->table, year);
    default:
        return calendar_day(year, holiday->month, holiday->day);
    }
}

int holiday_in_year(const struct holiday *holiday, int32_t year, struct interval found[2])
{
    if (year < CALENDAR_YEAR_MIN || year > CALENDAR_YEAR_MAX) {
        return 0;
    }
    switch (holiday->base) {
    case HOLIDAY_HEBREW:
        return lunar_in_year(holiday, LUNAR_HEBREW, year, found);
    case HOLIDAY_ISLAMIC:
        return lunar_in_year(holiday, LUNAR_ISLAMIC, year, found);
    case HOLIDAY_CHINESE:
        return lunar_in_year(holiday, LUNAR_CHINESE, year, found);
    default:
        found[0] = finish(holiday, day_in_year(holiday, year), holiday->length);
        return interval_present(found[0]);
    }
}

/* A year in which the holiday is not known ends the search: the next one found would be a wrong one. Only the year
 * before the reference may be passed over: it is asked just for a feast that lasts over the new year. */
static bool search(const struct holiday *holiday, claimex_moment reference, enum direction direction,
                   struct interval *out)
{
    bool back = direction_is_back(direction);
    struct interval present = direction_present(reference);
    for (int i = back ? 0 : -1; i <= 2; i++) {
        struct interval found[2];
        int n = holiday_in_year(holiday, reference.year + (back ? -i : i), found);
        if (n == 0 && i >= 0) {
            return false;
        }
        for (int k = 0; k < n; k++) {
            *out = found[back ? n - 1 - k : k];
            if (direction_fits(direction, *out, present)) {
                return true;
            }
        }
    }
    return false;
}

static bool search_nearest(const struct holiday *holiday, claimex_moment reference, struct interval *out)
{
    struct interval past, future;
    if (!search(holiday, reference, DIRECTION_PAST, &past) || !search(holiday, reference, DIRECTION_FUTURE, &future)) {
        return false;
    }
    *out = direction_prefers_past(past, future, direction_present(reference)) ? past : future;
    return true;
}

bool holiday_resolve(const struct holiday *holiday, claimex_moment reference, enum direction direction,
                     struct interval *found)
{
    struct interval of_year[2];
    if (!calendar_is_valid(reference)) {
        return false;
    }
    switch (direction) {
    case DIRECTION_NEAREST:
        return search_nearest(holiday, reference, found);
    case DIRECTION_SAME:
        if (holiday_in_year(holiday, reference.year, of_year) == 0) {
            return false;
        }
        *found = of_year[0];
        return true;
    default:
        return search(holiday, reference, direction, found);
    }
}

struct partial holiday_partial(const struct holiday *holiday)
{
    struct partial partial = { .grain = CLAIMEX_GRAIN_DAY };
    if (holiday->base == HOLIDAY_FIXED && holiday->snap == 0 && holiday->offset == 0) {
        partial.month = (uint8_t)holiday->month;
        partial.day = (uint8_t)holiday->day;
    }
    return partial;
}
