/* The walk over the words of one point in time, and what each sort of word does to it. */
#ifndef RECOGNIZERS_DATE_WALK_H
#define RECOGNIZERS_DATE_WALK_H

#include "recognizers/date_point.h"
#include "recognizers/date_words.h"

struct date_walk {
    struct date_words words;
    struct date_point *point;
    uint32_t i;
    bool has_next; /* a "last" that waits for its noun */
    int next;
    int ordinal;    /* "third", waiting for its quarter */
    int64_t count;  /* "three", waiting for its years */
    bool half_more; /* "two and a half" */
    int part;       /* 2 in "half a century ago" */
    int daypart;
    int to_hour; /* the side of the hour in "ten past nine" */
};

/* Units: "last month", "three years ago", "the third quarter". */
bool date_walk_unit(struct date_walk *walk, enum claimex_grain unit);
void date_walk_set_unit(struct date_walk *walk, enum claimex_grain unit, int64_t n);
bool date_walk_next_unit(struct date_walk *walk, enum claimex_grain unit);
void date_walk_set_part(struct date_walk *walk, enum claimex_grain grain, int part);
void date_walk_push_out(struct date_walk *walk);
bool date_walk_names_something(const struct date_point *point);

/* Numbers: an hour, a day, a year, the count of a unit. */
bool date_walk_number(struct date_walk *walk);
bool date_walk_minutes(struct date_walk *walk);
void date_walk_decade(struct date_walk *walk, int64_t year);

#endif
