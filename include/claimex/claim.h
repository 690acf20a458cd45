/* What a claim is: the numbers, spans and enums of one quantity or date. */
#ifndef CLAIMEX_CLAIM_H
#define CLAIMEX_CLAIM_H

#include <stddef.h>
#include <stdint.h>

#include "claimex/export.h"

CLAIMEX_BEGIN_DECLS

/* ------------------------------------------------------------------ numbers */

/* Set in claimex_decimal.flags. */
#define CLAIMEX_DECIMAL_PRESENT 1u /* there is a number; without it all else is 0 */
#define CLAIMEX_DECIMAL_INEXACT 2u /* digits were cut, or no finite decimal exists (a third) */

/* An exact decimal number, digits * 10^exponent. 23.9 trillion is 239 * 10^11.
 * Equal numbers have equal fields. */
typedef struct claimex_decimal {
    int64_t digits;   /* with the sign; at most 18 of them, no zeros at the end */
    int32_t exponent; /* -40 … 40 */
    uint32_t flags;   /* CLAIMEX_DECIMAL_* */
} claimex_decimal;

/* Room for claimex_decimal_text, with its NUL. */
#define CLAIMEX_DECIMAL_TEXT_SIZE 64

/* Writes the number in plain notation ("23900000000000", "-0.25"), no grouping,
 * no exponent, '.' whatever the locale, NUL-terminated. `buffer` has at least
 * CLAIMEX_DECIMAL_TEXT_SIZE bytes. Returns the length without the NUL; 0 and an
 * empty string when the number is not present. Any thread. */
CLAIMEX_API size_t claimex_decimal_text(claimex_decimal number, char *buffer);

/* The nearest double; 0 when the number is not present. For a number of at most
 * 15 digits and an exponent within -22 … 22 the result is correctly rounded.
 * Any thread. */
CLAIMEX_API double claimex_decimal_double(claimex_decimal number);

/* ------------------------------------------------------------------ moments */

/* Set in claimex_moment.flags. */
#define CLAIMEX_MOMENT_PRESENT 1u /* there is a moment; without it all else is 0 */
#define CLAIMEX_MOMENT_TIME 2u    /* hour, minute and second were meant, not only the day */
#define CLAIMEX_MOMENT_ZONE 4u    /* zone_minutes is meant; without it the time is local */

/* A point of the civil (proleptic Gregorian) calendar. */
typedef struct claimex_moment {
    int32_t year;         /* 0 is 1 BC */
    int16_t zone_minutes; /* minutes east of UTC */
    uint8_t month;        /* 1 … 12 */
    uint8_t day;          /* 1 … 31 */
    uint8_t hour;         /* 0 … 23 */
    uint8_t minute;       /* 0 … 59 */
    uint8_t second;       /* 0 … 59 */
    uint8_t flags;        /* CLAIMEX_MOMENT_* */
} claimex_moment;

/* Room for claimex_moment_text, with its NUL. */
#define CLAIMEX_MOMENT_TEXT_SIZE 40

/* Writes ISO 8601: "2017-04-25", "2017-04-25T18:56", "2017-04-25T18:56:30+02:00",
 * NUL-terminated. `buffer` has at least CLAIMEX_MOMENT_TEXT_SIZE bytes. Returns
 * the length without the NUL; 0 and an empty string when the moment is not
 * present. Any thread. */
CLAIMEX_API size_t claimex_moment_text(claimex_moment moment, char *buffer);

/* Reads `length` bytes of ISO 8601 as claimex_moment_text writes it; `text` need
 * not end in NUL. Returns 1 and fills *moment, or returns 0 and leaves it alone
 * when the text is not a date of the calendar. Fractions of a second are allowed and dropped. Any
 * thread. */
CLAIMEX_API int claimex_moment_parse(const char *text, size_t length, claimex_moment *moment);

/* -------------------------------------------------------------------- spans */

/* Half-open range of bytes of the text, on character boundaries. Start and end
 * are equal (and 0) when there is none. */
typedef struct claimex_span {
    uint32_t start; /* of the first byte, from 0 */
    uint32_t end;   /* of the first byte behind it */
} claimex_span;

/* -------------------------------------------------------------------- enums */

/* New values are added at the end; none is ever renumbered. The comment begins
 * with the name that claimex_*_name gives and that the NDJSON record uses. */

/* What a claim states, and in which unit. */
enum claimex_kind {
    CLAIMEX_PERCENTAGE = 0, /* percentage: 72 "%" of "72%"; "pp" points, "bp" basis points, "‰" */
    CLAIMEX_MONEY = 1,      /* money: 3000000 "EUR" of "€3m"; ISO 4217 */
    CLAIMEX_DATE = 2,       /* date: `timex`, `grain`, `begins` and `ends`; no value, no unit */
    CLAIMEX_COUNT = 3,      /* count: 5000 "shops" of "5,000 shops"; the noun as written, if any */
    CLAIMEX_RATIO = 4,      /* ratio: 8 `of` 10 of "eight in 10"; no unit */
    CLAIMEX_MULTIPLE = 5,   /* multiple: 10 of "10-fold", 0.5 of "halved"; no unit */
    CLAIMEX_DURATION = 6,   /* duration: 90 "day" of "90 days"; "second" … "century" */
    CLAIMEX_AGE = 7,        /* age: 29 "year" of "29 years old" */
    CLAIMEX_MEASURE = 8,    /* measure: 10 "kg" of "10 kg"; UCUM, an English singular where it has no unit */
    CLAIMEX_RANK = 9        /* rank: 3 of "the third-largest"; the noun as written, if any */
};

/* How exact the figure is. */
enum claimex_relation {
    CLAIMEX_EQ = 0,     /* eq: as stated */
    CLAIMEX_APPROX = 1, /* approx: about, some, nearly */
    CLAIMEX_GT = 2,     /* gt: more than; of a date: after */
    CLAIMEX_GE = 3,     /* ge: at least; of a date: since */
    CLAIMEX_LT = 4,     /* lt: less than; of a date: before */
    CLAIMEX_LE = 5,     /* le: up to; of a date: by, until */
    CLAIMEX_RANGE = 6   /* range: low and high are given */
};

/* What the figure is in a change that the text states. */
enum claimex_role {
    CLAIMEX_ROLE_NONE = 0, /* none: no part of a change */
    CLAIMEX_ROLE_FROM = 1, /* from: the value before */
    CLAIMEX_ROLE_TO = 2,   /* to: the value after */
    CLAIMEX_ROLE_BY = 3    /* by: the difference */
};

/* What the text says happened to the thing measured. */
enum claimex_change {
    CLAIMEX_CHANGE_NONE = 0, /* none: nothing, or it does not say */
    CLAIMEX_CHANGE_UP = 1,   /* up: it rose */
    CLAIMEX_CHANGE_DOWN = 2  /* down: it fell */
};

/* How surely the figure is said. */
enum claimex_stance {
    CLAIMEX_STATED = 0,   /* stated: as a fact */
    CLAIMEX_FORECAST = 1, /* forecast: will, is expected to */
    CLAIMEX_GOAL = 2,     /* goal: aims, plans, pledges; money promised and not yet paid */
    CLAIMEX_POSSIBLE = 3, /* possible: may, could; what would be, if */
    CLAIMEX_NEGATED = 4   /* negated: did not, failed to */
};

/* The precision of a date, from coarse to fine. */
enum claimex_grain {
    CLAIMEX_GRAIN_NONE = 0,     /* none: no date, or one that recurs: "every week" */
    CLAIMEX_GRAIN_CENTURY = 1,  /* century */
    CLAIMEX_GRAIN_DECADE = 2,   /* decade */
    CLAIMEX_GRAIN_YEAR = 3,     /* year */
    CLAIMEX_GRAIN_HALF = 4,     /* half: of a year */
    CLAIMEX_GRAIN_QUARTER = 5,  /* quarter: of a year */
    CLAIMEX_GRAIN_SEASON = 6,   /* season */
    CLAIMEX_GRAIN_MONTH = 7,    /* month */
    CLAIMEX_GRAIN_WEEK = 8,     /* week */
    CLAIMEX_GRAIN_WEEKEND = 9,  /* weekend */
    CLAIMEX_GRAIN_DAY = 10,     /* day */
    CLAIMEX_GRAIN_DAYPART = 11, /* daypart: morning, afternoon, evening, night */
    CLAIMEX_GRAIN_HOUR = 12,    /* hour */
    CLAIMEX_GRAIN_MINUTE = 13,  /* minute */
    CLAIMEX_GRAIN_SECOND = 14   /* second */
};

/* The name of a value, as written above; of an unknown value NULL, so that a
 * loop from 0 lists them all. The strings are static. Any thread. */
CLAIMEX_API const char *claimex_kind_name(uint8_t kind);
CLAIMEX_API const char *claimex_relation_name(uint8_t relation);
CLAIMEX_API const char *claimex_role_name(uint8_t role);
CLAIMEX_API const char *claimex_change_name(uint8_t change);
CLAIMEX_API const char *claimex_stance_name(uint8_t stance);
CLAIMEX_API const char *claimex_grain_name(uint8_t grain);

/* -------------------------------------------------------------------- claim */

/* Set in claimex_claim.flags. */
#define CLAIMEX_QUOTED 1u  /* the claim stands inside quotation marks */
#define CLAIMEX_INEXACT 2u /* one of its decimals is inexact */

/* One quantity or date that the text states. Plain data: no pointers, the same
 * layout on every platform. Strings are offsets for claimex_result_string; 0 is
 * the empty string and means that there is none. */
typedef struct claimex_claim {
    claimex_decimal value;      /* in `unit`, its scale applied; absent for a range and for a date */
    claimex_decimal low;        /* the lower end of a range, in `unit`; absent when it is open there */
    claimex_decimal high;       /* the upper end of a range, in `unit`; absent when it is open there */
    claimex_decimal of;         /* the denominator of a ratio */
    claimex_decimal per_amount; /* 100000 in "12 deaths per 100,000 people"; absent when it is one */

    claimex_span at;       /* the claim itself: number, sign, scale, unit */
    claimex_span modifier; /* the words that set `relation`: "about", "more than" */
    claimex_span subject;  /* what the figure measures: a noun phrase */
    claimex_span source;   /* who says it; a pronoun stays a pronoun */
    claimex_span cue;      /* the words that attribute it: "said", "according to" */
    claimex_span sentence; /* the sentence that holds it */

    uint32_t unit;     /* string: "USD", "%", "km/h", or the noun of what is counted; see enum claimex_kind */
    uint32_t per;      /* string: what a rate is for each of, "year", "employee" */
    uint32_t timex;    /* string: the TIMEX3 value of a date, "2019-Q3" */
    uint32_t readings; /* strings: every reading of an ambiguous unit or date, the chosen one first; they follow
                          each other, each with its NUL, ended by an empty one */

    int32_t time;    /* index, in the array of claims, of the date that scopes this one; -1 for none */
    int32_t same_as; /* index of the claim that this one restates; -1 for none */

    claimex_moment begins; /* where the date begins, when it could be resolved */
    claimex_moment ends;   /* the first moment behind it */

    uint32_t flags;       /* CLAIMEX_QUOTED, CLAIMEX_INEXACT */
    uint8_t kind;         /* enum claimex_kind */
    uint8_t relation;     /* enum claimex_relation */
    uint8_t role;         /* enum claimex_role */
    uint8_t change;       /* enum claimex_change */
    uint8_t stance;       /* enum claimex_stance */
    uint8_t grain;        /* enum claimex_grain */
    uint8_t reserved[22]; /* 0; later fields of this struct are made of it */
} claimex_claim;

/* sizeof(claimex_claim) of the library that is loaded; a binding compares it
 * with its own before it reads an array of claims. Any thread. */
CLAIMEX_API size_t claimex_claim_size(void);

CLAIMEX_END_DECLS

#endif
