/* The months of calendars that go by the moon, as days of ours. */
#ifndef VALUES_LUNAR_H
#define VALUES_LUNAR_H

#include <stdint.h>

#include "claimex/claim.h"

enum lunar_calendar {
    LUNAR_HEBREW,  /* computed; months from Nisan, 7 is Tishri; 13 is the Adar of Purim: the second one of a leap year,
                      else the only one */
    LUNAR_ISLAMIC, /* the Umm al-Qura calendar, 1946 … 2051; a country that sights the moon may be a day off */
    LUNAR_CHINESE  /* 1979 … 2099; leap months have no number; the year is the one of ours in which it begins */
};

struct lunar_month {
    claimex_moment first; /* absent when the month is not known */
    int days;
};

struct lunar_month lunar_month(enum lunar_calendar calendar, int32_t year, int month);

/* The lunar years that may have a day in the given year of ours. */
struct lunar_years {
    int32_t first, last;
};

struct lunar_years lunar_years(enum lunar_calendar calendar, int32_t year);

#endif
