/* The ISO 8601 form of a moment. A year has four digits, with a minus sign before year 0 (-0043 is 44 BC); a time has
 * minutes always and seconds where they are not zero; UTC is "Z". */
#include "values/calendar.h"
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

struct reader {
    const char *at;
    const char *end;
};

static bool take(struct reader *reader, char byte)
{
    if (reader->at == reader->end || *reader->at != byte) {
        return false;
    }
    reader->at++;
    return true;
}

static bool take_digits(struct reader *reader, int n, int *number)
{
    if (reader->end - reader->at < n) {
        return false;
    }
    *number = 0;
    for (int i = 0; i < n; i++) {
        char digit = *reader->at++;
        if (digit < '0' || digit > '9') {
            return false;
        }
        *number = *number * 10 + (digit - '0');
    }
    return true;
}

static bool take_part(struct reader *reader, char before, int *number)
{
    return take(reader, before) && take_digits(reader, 2, number);
}

static bool take_day(struct reader *reader, claimex_moment *moment)
{
    int year, month, day;
    bool negative = take(reader, '-');
    if (!take_digits(reader, 4, &year) || !take_part(reader, '-', &month) || !take_part(reader, '-', &day)) {
        return false;
    }
    *moment = calendar_day(negative ? -year : year, month, day);
    return calendar_present(*moment) && !(negative && year == 0);
}

/* Parts of a second are read over: a moment has none. */
static bool take_fraction(struct reader *reader)
{
    if (!take(reader, '.') && !take(reader, ',')) {
        return true;
    }
    const char *start = reader->at;
    while (reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9') {
        reader->at++;
    }
    return reader->at > start;
}

static bool take_time(struct reader *reader, claimex_moment *moment)
{
    int hour, minute, second = 0;
    if (!take_digits(reader, 2, &hour) || !take_part(reader, ':', &minute)) {
        return false;
    }
    if (take(reader, ':') && (!take_digits(reader, 2, &second) || !take_fraction(reader))) {
        return false;
    }
    *moment = calendar_at(*moment, hour, minute, second);
    return calendar_present(*moment);
}

static bool take_zone(struct reader *reader, claimex_moment *moment)
{
    int hours = 0, minutes = 0;
    if (!take(reader, 'Z')) {
        bool west = reader->at < reader->end && *reader->at == '-';
        if (!take_part(reader, west ? '-' : '+', &hours) || !take_part(reader, ':', &minutes) || hours > 23 ||
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
    struct reader reader = { text, text + length };
    claimex_moment read;
    if (!take_day(&reader, &read)) {
        return 0;
    }
    if (take(&reader, 'T') && !take_time(&reader, &read)) {
        return 0;
    }
    if (reader.at < reader.end && ((read.flags & CLAIMEX_MOMENT_TIME) == 0 || !take_zone(&reader, &read))) {
        return 0;
    }
    if (reader.at != reader.end) {
        return 0;
    }
    *moment = read;
    return 1;
}
