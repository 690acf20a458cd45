/* The value is put together field by field, because what is left out decides the shape: an unknown year is XXXX, a
 * decade or a century is a year cut short, and the years before our era are counted after "BC". */
#include "values/timex.h"

#include <string.h>

#include "values/digits.h"

static char *put(char *out, const char *text)
{
    size_t length = strlen(text);
    memcpy(out, text, length);
    return out + length;
}

/* Two digits, or XX where the field is not known. */
static char *put_field(char *out, const char *before, int field)
{
    out = put(out, before);
    return field != 0 ? digits_put(out, (uint64_t)field, 2) : put(out, "XX");
}

/* One digit, or X. */
static char *put_digit(char *out, const char *before, int digit)
{
    out = put(out, before);
    return digit != 0 ? digits_put(out, (uint64_t)digit, 1) : put(out, "X");
}

/* The year without its last `cut` digits. */
static char *put_year(char *out, const struct partial *partial, int cut)
{
    if (!partial->has_year) {
        memset(out, 'X', (size_t)(4 - cut));
        return out + 4 - cut;
    }
    int64_t written = partial->year > 0 ? partial->year : 1 - (int64_t)partial->year;
    if (partial->year <= 0) {
        out = put(out, "BC");
    }
    for (int i = 0; i < cut; i++) {
        written /= 10;
    }
    return digits_put(out, (uint64_t)written, 4 - cut);
}

/* A weekday without its week, or of a week whose year is not known. */
static bool is_bare_weekday(const struct partial *partial)
{
    return partial->weekday != 0 && partial->month == 0 && partial->day == 0 &&
           !calendar_present(partial_day(partial));
}

static char *put_day(char *out, const struct partial *partial)
{
    if (is_bare_weekday(partial)) {
        out = put_field(put_year(out, partial, 0), "-W", partial->week);
        return put_digit(out, "-", partial->weekday);
    }
    struct partial day = *partial;
    if (partial->week != 0 && partial->weekday != 0) {
        claimex_moment known = partial_day(partial);
        day = (struct partial){ .year = known.year, .month = known.month, .day = known.day, .has_year = true };
    }
    out = put_field(put_year(out, &day, 0), "-", day.month);
    return put_field(out, "-", day.day);
}

static bool has_no_day(const struct partial *partial)
{
    return !partial->has_year && partial->month == 0 && partial->day == 0 && partial->week == 0 &&
           partial->weekday == 0;
}

static char *put_time(char *out, const struct partial *partial)
{
    out = digits_put(put(out, "T"), partial->hour, 2);
    if (partial->grain >= CLAIMEX_GRAIN_MINUTE) {
        out = digits_put(put(out, ":"), partial->minute, 2);
    }
    if (partial->grain == CLAIMEX_GRAIN_SECOND) {
        out = digits_put(put(out, ":"), partial->second, 2);
    }
    return out;
}

/* A morning, an hour, a minute: with the day before it, if there is one. */
static char *put_part_of_day(char *out, const struct partial *partial)
{
    static const char dayparts[][4] = {
        [0] = "TXX",
        [DAYPART_MORNING] = "TMO",
        [DAYPART_MIDDAY] = "TMI",
        [DAYPART_AFTERNOON] = "TAF",
        [DAYPART_EVENING] = "TEV",
        [DAYPART_NIGHT] = "TNI",
        [DAYPART_DAYTIME] = "TDT",
    };
    if (!has_no_day(partial)) {
        out = put_day(out, partial);
    }
    return partial->grain == CLAIMEX_GRAIN_DAYPART ? put(out, dayparts[partial->part]) : put_time(out, partial);
}

static char *put_season(char *out, const struct partial *partial)
{
    static const char seasons[][4] = { "-XX", "-SP", "-SU", "-FA", "-WI" };
    return put(put_year(out, partial, 0), seasons[partial->part]);
}

static char *put_partial(char *out, const struct partial *partial)
{
    if (partial->fiscal) {
        out = put(out, "FY");
    }
    switch (partial->grain) {
    case CLAIMEX_GRAIN_CENTURY:
        return put_year(out, partial, 2);
    case CLAIMEX_GRAIN_DECADE:
        return put_year(out, partial, 1);
    case CLAIMEX_GRAIN_YEAR:
        return put_year(out, partial, 0);
    case CLAIMEX_GRAIN_HALF:
        return put_digit(put_year(out, partial, 0), "-H", partial->part);
    case CLAIMEX_GRAIN_QUARTER:
        return put_digit(put_year(out, partial, 0), "-Q", partial->part);
    case CLAIMEX_GRAIN_SEASON:
        return put_season(out, partial);
    case CLAIMEX_GRAIN_MONTH:
        return put_field(put_year(out, partial, 0), "-", partial->month);
    case CLAIMEX_GRAIN_WEEK:
        return put_field(put_year(out, partial, 0), "-W", partial->week);
    case CLAIMEX_GRAIN_WEEKEND:
        return put(put_field(put_year(out, partial, 0), "-W", partial->week), "-WE");
    case CLAIMEX_GRAIN_DAY:
        return put_day(out, partial);
    default:
        return put_part_of_day(out, partial);
    }
}

static size_t finish(char *buffer, char *out)
{
    *out = '\0';
    return (size_t)(out - buffer);
}

size_t timex_write(const struct partial *partial, char *buffer)
{
    return finish(buffer, partial_is_valid(partial) ? put_partial(buffer, partial) : buffer);
}

size_t timex_write_range(const struct partial *first, const struct partial *last, char *buffer)
{
    char *out = buffer;
    if (partial_is_valid(first) && partial_is_valid(last)) {
        out = put(put_partial(out, first), "/");
        out = put_partial(out, last);
    }
    return finish(buffer, out);
}

size_t timex_write_shift(enum claimex_grain unit, int64_t n, char *buffer)
{
    static const char letters[][4] = {
        [CLAIMEX_GRAIN_CENTURY] = "CE", [CLAIMEX_GRAIN_DECADE] = "DE", [CLAIMEX_GRAIN_YEAR] = "Y",
        [CLAIMEX_GRAIN_HALF] = "M",     [CLAIMEX_GRAIN_QUARTER] = "Q", [CLAIMEX_GRAIN_MONTH] = "M",
        [CLAIMEX_GRAIN_WEEK] = "W",     [CLAIMEX_GRAIN_WEEKEND] = "WE", [CLAIMEX_GRAIN_DAY] = "D",
        [CLAIMEX_GRAIN_HOUR] = "H",     [CLAIMEX_GRAIN_MINUTE] = "M",  [CLAIMEX_GRAIN_SECOND] = "S",
    };
    uint64_t distance = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    if (unit <= CLAIMEX_GRAIN_NONE || unit > CLAIMEX_GRAIN_SECOND || letters[unit][0] == '\0' ||
        distance > INT64_MAX / 6) {
        return finish(buffer, buffer);
    }
    if (unit == CLAIMEX_GRAIN_HALF) {
        distance *= 6;
    }
    char *out = put(buffer, n < 0 ? "-P" : "P");
    out = put(out, unit >= CLAIMEX_GRAIN_HOUR ? "T" : "");
    out = digits_put(out, distance, digits_count(distance));
    return finish(buffer, put(out, letters[unit]));
}
