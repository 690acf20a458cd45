/* Arithmetic on exact decimals. Everything is normalised (no trailing zeros in digits, 0 is 0 * 10^0) and at most
 * 18 digits; where digits must be cut the result rounds half to even and is marked INEXACT. Absent in, absent out. An
 * exponent that leaves -40 … 40 makes the result absent. */
#ifndef VALUES_DECIMAL_H
#define VALUES_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "claimex/claim.h"

claimex_decimal decimal_make(int64_t digits, int exponent);

/* From `n` ASCII digits, the last `n_fraction` of them behind the decimal mark; absent when n is 0. Leading zeros are
 * free; beyond 18 significant digits the rest is cut and INEXACT unless zeros. */
claimex_decimal decimal_from_digits(const char *digits, size_t n, size_t n_fraction);

claimex_decimal decimal_shift(claimex_decimal a, int exponent); /* a * 10^exponent */
claimex_decimal decimal_add(claimex_decimal a, claimex_decimal b);
claimex_decimal decimal_subtract(claimex_decimal a, claimex_decimal b);
claimex_decimal decimal_multiply(claimex_decimal a, claimex_decimal b);
claimex_decimal decimal_divide(claimex_decimal a, claimex_decimal b); /* b != 0, else absent; 1/3 is INEXACT */
claimex_decimal decimal_negate(claimex_decimal a);
int decimal_compare(claimex_decimal a, claimex_decimal b); /* -1, 0, 1; both present; exact */

/* The value as an integer when it is one within int64 (present and whole); else false. */
bool decimal_to_integer(claimex_decimal a, int64_t *integer);

static inline bool decimal_present(claimex_decimal a)
{
    return (a.flags & CLAIMEX_DECIMAL_PRESENT) != 0;
}

#endif
