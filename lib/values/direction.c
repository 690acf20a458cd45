/* Past and future of a stretch of time: it has begun, it has ended, or it lasts. */
#include "values/direction.h"

struct interval direction_present(claimex_moment reference)
{
    bool timed = (reference.flags & CLAIMEX_MOMENT_TIME) != 0;
    return interval_of(timed ? CLAIMEX_GRAIN_SECOND : CLAIMEX_GRAIN_DAY, reference);
}

bool direction_fits(enum direction direction, struct interval candidate, struct interval present)
{
    bool has_begun = calendar_compare(candidate.begins, present.ends) < 0;
    bool has_ended = calendar_compare(candidate.ends, present.begins) <= 0;
    switch (direction) {
    case DIRECTION_PAST:
        return has_begun;
    case DIRECTION_FUTURE:
        return !has_ended;
    case DIRECTION_BEFORE:
        return has_ended;
    case DIRECTION_AFTER:
        return !has_begun;
    default:
        return has_begun && !has_ended;
    }
}

static int64_t seconds_between(claimex_moment from, claimex_moment to)
{
    int64_t days = (int64_t)calendar_days(to) - calendar_days(from);
    return days * 86400 + (to.hour - from.hour) * 3600 + (to.minute - from.minute) * 60 + to.second - from.second;
}

bool direction_prefers_past(struct interval past, struct interval future, struct interval present)
{
    int64_t since = seconds_between(past.ends, present.begins);
    int64_t until = seconds_between(present.ends, future.begins);
    return since <= until;
}
