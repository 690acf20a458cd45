/* The TIMEX3 value of a date, for example 2017-04-25T18:56, XXXX-06-20, 2019-Q3, XXXX-WXX-2, -P3Y. */
#ifndef VALUES_TIMEX_H
#define VALUES_TIMEX_H

#include <stddef.h>
#include <stdint.h>

#include "claimex/claim.h"
#include "values/partial.h"

/* Room for any value, with its NUL. */
#define TIMEX_TEXT_SIZE 64

/* Each writes a NUL-terminated value into a buffer of TIMEX_TEXT_SIZE bytes and returns its length; 0 and an empty
 * string when the date is not valid. The zone is not written. */

/* What the date leaves out is X; a time without any day is "T18:56". */
size_t timex_write(const struct partial *partial, char *buffer);

/* "2010/2014" */
size_t timex_write_range(const struct partial *first, const struct partial *last, char *buffer);

/* A length, or a shift from a moment that is not known: "P2W", "-P3Y", "P0Y", "-PT3H", "P1DE". Halves are written as
 * months. Empty for SEASON and DAYPART. */
size_t timex_write_shift(enum claimex_grain unit, int64_t n, char *buffer);

#endif
