/* "ET" names a place, whose clock is EST or EDT by the day of the year. Of the hour that a change repeats, the first
 * counts. The winter of 1974, when summer time began in January, is left out. */
#include "values/daylight.h"

#include <stddef.h>

#include "values/calendar.h"

struct rule {
    int32_t first_year;
    uint8_t begins, ends; /* months; always a Sunday at two o'clock */
    int8_t begins_nth, ends_nth;
};

static const struct rule rules[] = {
    { 2007, 3, 11, 2, 1 },
    { 1987, 4, 10, 1, -1 },
    { 1967, 4, 10, -1, -1 },
};

bool daylight_us(claimex_moment local)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules && (local.flags & CLAIMEX_MOMENT_TIME) != 0; i++) {
        const struct rule *rule = &rules[i];
        if (local.year < rule->first_year) {
            continue;
        }
        claimex_moment begins = calendar_nth_weekday(local.year, rule->begins, SUNDAY, rule->begins_nth);
        claimex_moment ends = calendar_nth_weekday(local.year, rule->ends, SUNDAY, rule->ends_nth);
        local.flags &= (uint8_t)~CLAIMEX_MOMENT_ZONE;
        return calendar_compare(local, calendar_at(begins, 2, 0, 0)) >= 0
               && calendar_compare(local, calendar_at(ends, 2, 0, 0)) < 0;
    }
    return false;
}
