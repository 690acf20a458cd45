/* The day of a holiday in a year, from a rule that a table of words can hold.
 *
 *     12-25           25 December
 *     11-W4-4         the 4th Thursday of November (weekdays 1 Monday … 7 Sunday)
 *     5-W-1-1         the last Monday of May
 *     E  O            Easter Sunday; that of the orthodox churches
 *     H7-1            a day of the Hebrew calendar, months from Nisan, 13 the Adar of Purim
 *     I10-1  I9       a day or a whole month of the Islamic (Umm al-Qura) calendar, 1946 … 2050
 *     C1-1            a day of the Chinese calendar, 1979 … 2099
 *     TABLE:diwali    a holiday of India, 2001 … 2035: chhath diwali dussehra ganesh_chaturthi guru_nanak holi
 *                     maha_shivaratri navaratri raksha_bandhan ram_navami rath_yatra
 *
 * and after it, each at most once and in this order:
 *
 *     <1  >1          the Monday on or before that day, on or after it: "5-24<1"
 *     -2  +1          so many days earlier or later: "E-2", "11-W4-4+1"
 *     /8              it lasts so many days: "H9-25/8" */
#ifndef VALUES_HOLIDAYS_H
#define VALUES_HOLIDAYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "claimex/claim.h"
#include "values/direction.h"
#include "values/interval.h"
#include "values/partial.h"

enum holiday_base {
    HOLIDAY_FIXED,
    HOLIDAY_WEEKDAY,
    HOLIDAY_EASTER,
    HOLIDAY_ORTHODOX_EASTER,
    HOLIDAY_HEBREW,
    HOLIDAY_ISLAMIC,
    HOLIDAY_CHINESE,
    HOLIDAY_TABLE
};

struct holiday {
    enum holiday_base base;
    int month, day; /* day 0: the whole month */
    int nth, weekday;
    int table;
    int snap; /* -1 to the weekday on or before, 1 to the one on or after */
    int snap_weekday;
    int offset; /* days */
    int length; /* days */
};

/* False, and *holiday not to be used, when the text is not a rule. */
bool holiday_parse(const char *text, size_t length, struct holiday *holiday);

/* Once in the year, or twice: the Islamic year is eleven days shorter. Returns how often; 0 when it is not known. */
int holiday_in_year(const struct holiday *holiday, int32_t year, struct interval found[2]);

/* The one that is meant, seen from the reference; false when that is not known. */
bool holiday_resolve(const struct holiday *holiday, claimex_moment reference, enum direction direction,
                     struct interval *found);

/* For TIMEX: the month and day if they are the same in every year, else a day of which nothing is known. */
struct partial holiday_partial(const struct holiday *holiday);

#endif
