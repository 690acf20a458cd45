/* The ISO 8601 form of a moment. A year has four digits, with a minus sign before year 0 (-0043 is 44 BC); a time has
 * minutes always and seconds where they are not zero; UTC is "Z". */
#include "values/calendar.h"
#include "values/cursor.h"
#include "values/digits.h"

static char *put_part(char *out, char before, int number)
{
    *out++ = before;
    return digits_put(out, (uint64_t)number, 2);
}

static char *put_zone(char *out, int minutes)
{
    if (minutes == 0) {
        *out++ = 'Z';
        return out;
    }
    int distance = minutes < 0 ? -minutes : minutes;
    out = put_part(out, minutes < 0 ? '-' : '+', distance / 60);
    return put_part(out, ':', distance % 60);
}

static char *put_time(char *out, claimex_moment moment)
{
    out = put_part(out, 'T', moment.hour);
    out = put_part(out, ':', moment.minute);
    if (moment.second != 0) {
        out = put_part(out, ':', moment.second);
    }
    return (moment.flags & CLAIMEX_MOMENT_ZONE) != 0 ? put_zone(out, moment.zone_minutes) : out;
}

size_t claimex_moment_text(claimex_moment moment, char *buffer)
{
    char *out = buffer;
    if (calendar_is_valid(moment)) {
        if (moment.year < 0) {
            *out++ = '-';
        }
        out = digits_put(out, (uint64_t)(moment.year < 0 ? -moment.year : moment.year), 4);
        out = put_part(out, '-', moment.month);
        out = put_part(out, '-', moment.day);
        if ((moment.flags & CLAIMEX_MOMENT_TIME) != 0) {
            out = put_time(out, moment);
        }
    }
    *out = '\0';
    return (size_t)(out - buffer);
}

static bool take_digits(struct cursor *cursor, int n, int *number)
{
    if (cursor->end - cursor->at < n) {
        return false;
    }
    *number = 0;
    for (int i = 0; i < n; i++) {
        char digit = *cursor->at++;
        if (digit < '0' || digit > '9') {
            return false;
        }
        *number = *number * 10 + (digit - '0');
    }
    return true;
}

static bool take_part(struct cursor *cursor, char before, int *number)
{
    return cursor_take(cursor, before) && take_digits(cursor, 2, number);
}

static bool take_day(struct cursor *cursor, claimex_moment *moment)
{
    int year, month, day;
    bool negative = cursor_take(cursor, '-');
    if (!take_digits(cursor, 4, &year) || !take_part(cursor, '-', &month) || !take_part(cursor, '-', &day)) {
        return false;
    }
    *moment = calendar_day(negative ? -year : year, month, day);
    return calendar_present(*moment) && !(negative && year == 0);
}

/* Parts of a second are read over: a moment has none. */
static bool take_fraction(struct cursor *cursor)
{
    if (!cursor_take(cursor, '.') && !cursor_take(cursor, ',')) {
        return true;
    }
    const char *start = cursor->at;
    while (cursor_at_digit(cursor)) {
        cursor->at++;
    }
    return cursor->at > start;
}

static bool take_time(struct cursor *cursor, claimex_moment *moment)
{
    int hour, minute, second = 0;
    if (!take_digits(cursor, 2, &hour) || !take_part(cursor, ':', &minute)) {
        return false;
    }
    if (cursor_take(cursor, ':') && (!take_digits(cursor, 2, &second) || !take_fraction(cursor))) {
        return false;
    }
    *moment = calendar_at(*moment, hour, minute, second);
    return calendar_present(*moment);
}

static bool take_zone(struct cursor *cursor, claimex_moment *moment)
{
    int hours = 0, minutes = 0;
    if (!cursor_take(cursor, 'Z')) {
        bool west = cursor->at < cursor->end && *cursor->at == '-';
        if (!take_part(cursor, west ? '-' : '+', &hours) || !take_part(cursor, ':', &minutes) || hours > 23 ||
            minutes > 59) {
            return false;
        }
        moment->zone_minutes = (int16_t)((hours * 60 + minutes) * (west ? -1 : 1));
    }
    moment->flags |= CLAIMEX_MOMENT_ZONE;
    return true;
}

int claimex_moment_parse(const char *text, size_t length, claimex_moment *moment)
{
    struct cursor cursor = { text, text + length };
    claimex_moment read;
    if (!take_day(&cursor, &read)) {
        return 0;
    }
    if (cursor_take(&cursor, 'T') && !take_time(&cursor, &read)) {
        return 0;
    }
    if (cursor.at < cursor.end && ((read.flags & CLAIMEX_MOMENT_TIME) == 0 || !take_zone(&cursor, &read))) {
        return 0;
    }
    if (cursor.at != cursor.end) {
        return 0;
    }
    *moment = read;
    return 1;
}
