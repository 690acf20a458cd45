/* What the words of one point in time say, before anything is known about when they were written. */
#ifndef RECOGNIZERS_DATE_POINT_H
#define RECOGNIZERS_DATE_POINT_H

#include "recognizers/recognizer.h"
#include "values/holidays.h"
#include "values/partial.h"

enum date_kind {
    DATE_PARTIAL,  /* "June 20", "Q3 2019" */
    DATE_UNIT,     /* "last month", "yesterday": `n` units of the calendar from now */
    DATE_DISTANCE, /* "three years ago" */
    DATE_HOLIDAY,
    DATE_SET /* "daily", "every two weeks" */
};

/* "the beginning of April", "late May" */
enum date_edge { DATE_WHOLE, DATE_START, DATE_MIDDLE, DATE_END };

struct date_point {
    enum date_kind kind;
    struct partial partial;
    struct partial time; /* of grain DAYPART or finer when the words give one */
    bool same;           /* "that year" */
    bool same_year;      /* "June of that year", "that summer" */
    bool then;           /* "June of the following year": its outer unit is counted from the date before it */
    bool definite;       /* "the summer" */
    bool near;           /* "this past Friday", "the coming Friday": in the same week, too */
    bool has_next;       /* "last July": which one is said, not guessed */
    int next;
    bool past;      /* "the past decade", "over the next decade" */
    bool has_outer; /* "June last year", "next week Monday" */
    enum claimex_grain outer_unit;
    int outer;
    enum claimex_grain unit; /* UNIT, DISTANCE, SET */
    int64_t n;
    enum claimex_grain at_unit; /* of DISTANCE: "ten years ago today" is a day; "a week ago Tuesday" has its weekday */
    const char *set;            /* "P1D" */
    struct holiday holiday;
    enum date_edge edge;
    bool has_boundary;             /* "the end of" */
    uint8_t slice, slices;         /* "the first half of the 1990s": the 1st of 2; counts for what is no year */
    enum claimex_grain ahead_unit; /* "Thanksgiving in two years": counted from then */
    int64_t ahead;
    bool to_date;                 /* "year to date": the part of it that is over */
    bool cut;                     /* the '60s of "the 1850s and '60s" */
    bool every;                   /* "Mondays": it comes round */
    struct partial other_reading; /* of "5/4/2017"; its grain is NONE when there is none */
};

/* Reads the tokens first … end, which a pattern has found in a sound order. False when they mean no date. */
bool date_point_read(const struct reader *reader, uint32_t first, uint32_t end, struct date_point *point);

/* The unit of which a whole number go into this one, and how many; CLAIMEX_GRAIN_NONE when there is none. */
enum claimex_grain date_smaller_unit(enum claimex_grain unit, int *n);

/* CLAIMEX_GRAIN_NONE for a word that is no unit. */
enum claimex_grain date_unit(const char *name);

#endif
