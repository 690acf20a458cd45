/* Numbers written in digits. */
#ifndef TOKENS_DIGITS_H
#define TOKENS_DIGITS_H

#include <stddef.h>

#include "claimex/claim.h"
#include "lexicon/class.h"

struct digits {
    size_t length;         /* bytes read */
    claimex_decimal value; /* absent for PADDED (but for its value as a day) and CODE */
    enum class shape;      /* TWELVE … FRACTION, PADDED, CODE */
    int exponent;          /* written behind them, as the 6 of "3 × 10^6"; within the value */
};

/* Reads the number at p in the text from `start` to `end`: *p is a digit, or '.' before one, or a vulgar fraction.
 * Reads grouping by comma, dot, apostrophe, thin, narrow and no-break space and by single blanks ("816 000"), a decimal
 * mark, and a fraction behind it. */
struct digits digits_read(const unsigned char *start, const unsigned char *p, const unsigned char *end);

/* Is there a vulgar fraction (½) at p? The number of its bytes; 0 when not. */
size_t digits_vulgar(const unsigned char *p, const unsigned char *end, int *numerator, int *denominator);

/* The bytes of a raised digit (¹ ² ³ ⁴) at p, and which one it is; 0 when there is none. */
size_t digits_raised(const unsigned char *p, const unsigned char *end, int *digit);

#endif
