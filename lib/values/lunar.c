/* The Hebrew calendar follows from arithmetic: the mean new moon of Tishri, put off so that no feast falls on a wrong
 * weekday. The Islamic and the Chinese one follow the moon itself, so that their months are tables. */
#include "values/lunar.h"

#include "values/calendar.h"
#include "values/lunar_tables.inc"

#define COUNT(array) ((int32_t)(sizeof(array) / sizeof *(array)))

#define HEBREW_EPOCH (-2092590) /* days from 1970 to 1 Tishri of the year 1, less one */
#define PARTS_IN_DAY 25920
#define PARTS_IN_MONTH 13753 /* beyond 29 days */
#define TISHRI 7
#define ADAR 12

static bool hebrew_is_leap(int32_t year)
{
    return (7 * (int64_t)year + 1) % 19 < 7;
}

/* Days from the epoch to the mean new moon, kept off Sunday, Wednesday and Friday. */
static int64_t hebrew_new_moon(int32_t year)
{
    int64_t months = (235 * (int64_t)year - 234) / 19;
    int64_t parts = 12084 + PARTS_IN_MONTH * months;
    int64_t days = 29 * months + parts / PARTS_IN_DAY;
    return 3 * (days + 1) % 7 < 3 ? days + 1 : days;
}

static int64_t hebrew_new_year(int32_t year)
{
    int64_t before = hebrew_new_moon(year - 1);
    int64_t here = hebrew_new_moon(year);
    int64_t after = hebrew_new_moon(year + 1);
    int delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
    return HEBREW_EPOCH + here + delay;
}

static int hebrew_month_days(int32_t year, int month, int64_t year_days)
{
    static const uint8_t days[] = { 0, 30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 29 };
    bool heshvan_is_long = month == 8 && year_days % 10 == 5;
    bool kislev_is_short = month == 9 && year_days % 10 == 3;
    bool is_first_adar = month == ADAR && hebrew_is_leap(year);
    return days[month] + (heshvan_is_long || is_first_adar) - kislev_is_short;
}

static struct lunar_month hebrew_month(int32_t year, int month)
{
    int last = hebrew_is_leap(year) ? ADAR + 1 : ADAR;
    int64_t start = hebrew_new_year(year);
    int64_t year_days = hebrew_new_year(year + 1) - start;
    int wanted = month > last ? last : month;
    int at = TISHRI;
    while (at != wanted) {
        start += hebrew_month_days(year, at, year_days);
        at = at == last ? 1 : at + 1;
    }
    return (struct lunar_month){ calendar_from_days(start), hebrew_month_days(year, at, year_days) };
}

static int months_before(uint32_t bits, int n)
{
    int days = 0;
    for (int i = 0; i < n; i++) {
        days += 29 + (int)(bits >> i & 1);
    }
    return days;
}

static struct lunar_month islamic_month(int32_t year, int month)
{
    int32_t at = year - ISLAMIC_FIRST_YEAR;
    if (at < 0 || at >= COUNT(islamic_years)) {
        return (struct lunar_month){ .days = 0 };
    }
    int64_t start = ISLAMIC_FIRST_DAY;
    for (int32_t i = 0; i < at; i++) {
        start += months_before(islamic_years[i], 12);
    }
    start += months_before(islamic_years[at], month - 1);
    return (struct lunar_month){ calendar_from_days(start), 29 + (islamic_years[at] >> (month - 1) & 1) };
}

static struct lunar_month chinese_month(int32_t year, int month)
{
    int32_t at = year - CHINESE_FIRST_YEAR;
    if (at < 0 || at >= COUNT(chinese_years)) {
        return (struct lunar_month){ .days = 0 };
    }
    uint32_t bits = chinese_years[at];
    int leap = (int)(bits >> 13 & 15);
    int index = leap != 0 && month > leap ? month : month - 1;
    claimex_moment start = calendar_shift(calendar_day(year, 1, 1), CLAIMEX_GRAIN_DAY, bits >> 17);
    return (struct lunar_month){ calendar_shift(start, CLAIMEX_GRAIN_DAY, months_before(bits, index)),
                                 29 + (int)(bits >> index & 1) };
}

struct lunar_month lunar_month(enum lunar_calendar calendar, int32_t year, int month)
{
    int last = calendar == LUNAR_HEBREW ? ADAR + 1 : 12;
    if (year < 2 || year > 2 * CALENDAR_YEAR_MAX || month < 1 || month > last) {
        return (struct lunar_month){ .days = 0 };
    }
    switch (calendar) {
    case LUNAR_HEBREW:
        return hebrew_month(year, month);
    case LUNAR_ISLAMIC:
        return islamic_month(year, month);
    default:
        return chinese_month(year, month);
    }
}

struct lunar_years lunar_years(enum lunar_calendar calendar, int32_t year)
{
    int32_t islamic = (int32_t)((year - 622) * INT64_C(33) / 32);
    switch (calendar) {
    case LUNAR_HEBREW:
        return (struct lunar_years){ year + 3760, year + 3761 };
    case LUNAR_ISLAMIC:
        return (struct lunar_years){ islamic - 1, islamic + 2 };
    default:
        return (struct lunar_years){ year - 1, year };
    }
}
