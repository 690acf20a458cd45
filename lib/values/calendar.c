/* Dates are counted as days since 1970-01-01, so that weeks and shifts are plain arithmetic. The conversion runs over
 * years that begin in March: the leap day is then the last day of its year, and the lengths of the months follow a
 * straight line (153 days in five months). The C library's calendar is not used: it reads the machine's time zone and
 * differs between systems. */
#include "values/calendar.h"

#define DAYS_IN_400_YEARS 146097
#define DAYS_BEFORE_1970 719468 /* from 1 March of year 0 */
#define SECONDS_IN_DAY 86400

/* More units than any shift inside the calendar needs, and few enough that nothing overflows. */
#define SHIFT_MAX 1000000000000

static const claimex_moment absent;

bool calendar_is_leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int calendar_month_days(int32_t year, int month)
{
    static const uint8_t days[] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (month < 1 || month > 12) {
        return 0;
    }
    return days[month] + (month == 2 && calendar_is_leap(year));
}

claimex_moment calendar_day(int32_t year, int month, int day)
{
    if (year < CALENDAR_YEAR_MIN || year > CALENDAR_YEAR_MAX || day < 1 || day > calendar_month_days(year, month)) {
        return absent;
    }
    return (claimex_moment){
        .year = year, .month = (uint8_t)month, .day = (uint8_t)day, .flags = CLAIMEX_MOMENT_PRESENT
    };
}

claimex_moment calendar_at(claimex_moment day, int hour, int minute, int second)
{
    if (!calendar_present(day) || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
        return absent;
    }
    day.hour = (uint8_t)hour;
    day.minute = (uint8_t)minute;
    day.second = (uint8_t)second;
    day.flags |= CLAIMEX_MOMENT_TIME;
    return day;
}

claimex_moment calendar_date(claimex_moment moment)
{
    return calendar_present(moment) ? calendar_day(moment.year, moment.month, moment.day) : absent;
}

bool calendar_is_valid(claimex_moment moment)
{
    return calendar_present(calendar_date(moment)) && moment.hour < 24 && moment.minute < 60 && moment.second < 60 &&
           moment.zone_minutes > -24 * 60 && moment.zone_minutes < 24 * 60;
}

static int32_t days_of(int32_t year, int month, int day)
{
    int64_t march_year = month > 2 ? year : year - 1;
    int march_month = month > 2 ? month - 3 : month + 9;
    int64_t cycle = calendar_floor_divide(march_year, 400);
    int64_t of_cycle = march_year - cycle * 400;
    int64_t of_year = (153 * march_month + 2) / 5 + day - 1;
    return (int32_t)(cycle * DAYS_IN_400_YEARS + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year -
                     DAYS_BEFORE_1970);
}

int32_t calendar_days(claimex_moment moment)
{
    return days_of(moment.year, moment.month, moment.day);
}

claimex_moment calendar_from_days(int64_t days)
{
    if (days < days_of(CALENDAR_YEAR_MIN, 1, 1) || days > days_of(CALENDAR_YEAR_MAX, 12, 31)) {
        return absent;
    }
    int64_t shifted = days + DAYS_BEFORE_1970;
    int64_t cycle = calendar_floor_divide(shifted, DAYS_IN_400_YEARS);
    int64_t of_cycle = shifted - cycle * DAYS_IN_400_YEARS;
    int64_t leap_days = of_cycle / 1460 - of_cycle / 36524 + of_cycle / 146096;
    int64_t year = (of_cycle - leap_days) / 365;
    int64_t of_year = of_cycle - (365 * year + year / 4 - year / 100);
    int64_t march_month = (5 * of_year + 2) / 153;
    int day = (int)(of_year - (153 * march_month + 2) / 5 + 1);
    int month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);
    return calendar_day((int32_t)(year + cycle * 400 + (month <= 2)), month, day);
}

static int weekday_of(int64_t days)
{
    return (int)calendar_floor_modulo(days + 3, 7) + 1; /* 1 January 1970 was a Thursday */
}

int calendar_weekday(claimex_moment moment)
{
    return calendar_present(moment) ? weekday_of(calendar_days(moment)) : 0;
}

/* Week 1 is the one that holds 4 January. */
static int32_t first_monday(int32_t year)
{
    int32_t fourth = days_of(year, 1, 4);
    return fourth - (weekday_of(fourth) - 1);
}

int calendar_year_weeks(int32_t year)
{
    return (first_monday(year + 1) - first_monday(year)) / 7;
}

struct calendar_week calendar_week(claimex_moment moment)
{
    if (!calendar_present(moment)) {
        return (struct calendar_week){ 0, 0 };
    }
    int32_t days = calendar_days(moment);
    int32_t year = moment.year;
    if (days < first_monday(year)) {
        year--;
    } else if (days >= first_monday(year + 1)) {
        year++;
    }
    return (struct calendar_week){ year, (days - first_monday(year)) / 7 + 1 };
}

claimex_moment calendar_week_monday(int32_t year, int week)
{
    if (year < CALENDAR_YEAR_MIN || year > CALENDAR_YEAR_MAX || week < 1 || week > calendar_year_weeks(year)) {
        return absent;
    }
    return calendar_from_days((int64_t)first_monday(year) + 7 * (week - 1));
}

/* Puts the time, the zone and the flags of `from` on another day. */
static claimex_moment on_day(claimex_moment from, claimex_moment day)
{
    if (!calendar_present(day)) {
        return absent;
    }
    from.year = day.year;
    from.month = day.month;
    from.day = day.day;
    return from;
}

static claimex_moment shift_months(claimex_moment moment, int64_t n)
{
    int64_t months = (int64_t)moment.year * 12 + moment.month - 1 + n;
    int64_t year = calendar_floor_divide(months, 12);
    if (year < CALENDAR_YEAR_MIN || year > CALENDAR_YEAR_MAX) {
        return absent;
    }
    int month = (int)(months - year * 12) + 1;
    int last = calendar_month_days((int32_t)year, month);
    return on_day(moment, calendar_day((int32_t)year, month, moment.day < last ? moment.day : last));
}

static claimex_moment shift_days(claimex_moment moment, int64_t n)
{
    return on_day(moment, calendar_from_days(calendar_days(moment) + n));
}

static int64_t second_of_day(claimex_moment moment)
{
    return moment.hour * 3600 + moment.minute * 60 + moment.second;
}

static claimex_moment shift_seconds(claimex_moment moment, int64_t n)
{
    int64_t seconds = second_of_day(moment) + n;
    int64_t days = calendar_floor_divide(seconds, SECONDS_IN_DAY);
    int rest = (int)(seconds - days * SECONDS_IN_DAY);
    return calendar_at(shift_days(moment, days), rest / 3600, rest / 60 % 60, rest % 60);
}

claimex_moment calendar_shift(claimex_moment moment, enum claimex_grain unit, int64_t n)
{
    static const struct {
        int16_t months, days, seconds;
    } units[] = {
        [CLAIMEX_GRAIN_CENTURY] = { 1200, 0, 0 }, [CLAIMEX_GRAIN_DECADE] = { 120, 0, 0 },
        [CLAIMEX_GRAIN_YEAR] = { 12, 0, 0 },      [CLAIMEX_GRAIN_HALF] = { 6, 0, 0 },
        [CLAIMEX_GRAIN_QUARTER] = { 3, 0, 0 },    [CLAIMEX_GRAIN_SEASON] = { 3, 0, 0 },
        [CLAIMEX_GRAIN_MONTH] = { 1, 0, 0 },      [CLAIMEX_GRAIN_WEEK] = { 0, 7, 0 },
        [CLAIMEX_GRAIN_WEEKEND] = { 0, 7, 0 },    [CLAIMEX_GRAIN_DAY] = { 0, 1, 0 },
        [CLAIMEX_GRAIN_DAYPART] = { 0, 1, 0 },    [CLAIMEX_GRAIN_HOUR] = { 0, 0, 3600 },
        [CLAIMEX_GRAIN_MINUTE] = { 0, 0, 60 },    [CLAIMEX_GRAIN_SECOND] = { 0, 0, 1 },
    };
    if (!calendar_present(moment) || unit <= CLAIMEX_GRAIN_NONE || unit > CLAIMEX_GRAIN_SECOND || n > SHIFT_MAX ||
        n < -SHIFT_MAX) {
        return absent;
    }
    if (units[unit].months != 0) {
        return shift_months(moment, n * units[unit].months);
    }
    if (units[unit].days != 0) {
        return shift_days(moment, n * units[unit].days);
    }
    return shift_seconds(moment, n * units[unit].seconds);
}

int calendar_compare(claimex_moment a, claimex_moment b)
{
    int64_t first = (int64_t)calendar_days(a) * SECONDS_IN_DAY + second_of_day(a);
    int64_t second = (int64_t)calendar_days(b) * SECONDS_IN_DAY + second_of_day(b);
    if ((a.flags & b.flags & CLAIMEX_MOMENT_ZONE) != 0) {
        first -= a.zone_minutes * 60;
        second -= b.zone_minutes * 60;
    }
    return (first > second) - (first < second);
}

claimex_moment calendar_nth_weekday(int32_t year, int month, int weekday, int n)
{
    if (weekday < MONDAY || weekday > SUNDAY || n == 0 || n < -5 || n > 5) {
        return absent;
    }
    int last = calendar_month_days(year, month);
    claimex_moment end = calendar_day(year, month, n > 0 ? 1 : last);
    if (!calendar_present(end)) {
        return absent;
    }
    int away = n > 0 ? (weekday - calendar_weekday(end) + 7) % 7 + 7 * (n - 1)
                     : 7 * (n + 1) - (calendar_weekday(end) - weekday + 7) % 7;
    return calendar_day(year, month, end.day + away);
}

/* The Sunday after the full moon of the churches' tables, by the rule that Meeus, Jones and Butcher printed. */
claimex_moment calendar_easter(int32_t year)
{
    if (year < 1583 || year > CALENDAR_YEAR_MAX) {
        return absent;
    }
    int golden = year % 19;
    int century = year / 100;
    int of_century = year % 100;
    int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    int correction = (golden + 11 * epact + 22 * to_sunday) / 451;
    int march_day = 22 + epact + to_sunday - 7 * correction;
    return calendar_shift(calendar_day(year, 3, 1), CLAIMEX_GRAIN_DAY, march_day - 1);
}

/* The same full moons by the Julian calendar, whose distance from ours grows by three days in 400 years. */
claimex_moment calendar_orthodox_easter(int32_t year)
{
    if (year < 1583 || year > CALENDAR_YEAR_MAX) {
        return absent;
    }
    int moon = (19 * (year % 19) + 15) % 30;
    int to_sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    int march_day = 22 + moon + to_sunday;
    int behind = year / 100 - year / 400 - 2;
    return calendar_shift(calendar_day(year, 3, 1), CLAIMEX_GRAIN_DAY, march_day - 1 + behind);
}
