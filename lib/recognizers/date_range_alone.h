/* The two ends of a range of time, and the words on either side of it. */
#ifndef RECOGNIZERS_DATE_RANGE_ALONE_H
#define RECOGNIZERS_DATE_RANGE_ALONE_H

#include "recognizers/date_point.h"

struct date_range_ends {
    struct date_point low, high;
};

static inline bool date_range_is_bare_time(const struct date_point *point)
{
    return point->kind == DATE_PARTIAL && point->partial.grain == CLAIMEX_GRAIN_NONE && point->time.grain;
}

/* Are they years of an era? "The 5th to the 3rd century BC" are told by their points. */
bool date_range_names_era(const struct reader *reader, const struct match *match);

/* Two plain numbers, two amounts: not a range of time. */
bool date_range_stands(const struct reader *reader, const struct match *match, const struct date_range_ends *ends);

#endif
