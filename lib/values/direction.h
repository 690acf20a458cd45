/* Which one is meant of the dates that a word fits: "Tuesday", "June 20", "Christmas". */
#ifndef VALUES_DIRECTION_H
#define VALUES_DIRECTION_H

#include <stdbool.h>

#include "claimex/claim.h"
#include "values/interval.h"

/* Without a time the reference is a whole day. */
enum direction {
    DIRECTION_PAST,    /* the latest that has begun: a bare "Tuesday" on a Tuesday is that day, a bare "May" in May is
                          that month */
    DIRECTION_FUTURE,  /* the earliest that has not ended, the present one included */
    DIRECTION_NEAREST, /* the present one, else the one with the smaller gap, else the past one */
    DIRECTION_BEFORE,  /* the latest that had ended when the reference began: "last Tuesday", "last May" */
    DIRECTION_AFTER,   /* the earliest that begins when the reference has ended: the week of "next Friday"
                          is the business of its reader */
    DIRECTION_SAME     /* the one that lasts, else the one of the reference's own year, month, week or day: "this
                          Friday", "this May" */
};

/* The time that counts as now: the second, or the day when the reference has no time. */
struct interval direction_present(claimex_moment reference);

/* PAST, FUTURE, BEFORE, AFTER: whether the candidate lies on that side. NEAREST, SAME: whether it lasts now. */
bool direction_fits(enum direction direction, struct interval candidate, struct interval present);

bool direction_prefers_past(struct interval past, struct interval future, struct interval present);

static inline bool direction_is_back(enum direction direction)
{
    return direction == DIRECTION_PAST || direction == DIRECTION_BEFORE;
}

#endif
