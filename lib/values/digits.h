/* Decimal digits, without the C library's formatting: that reads the locale. */
#ifndef VALUES_DIGITS_H
#define VALUES_DIGITS_H

#include <stdint.h>

/* The last `n` digits of the number, with leading zeros; returns where they end. */
static inline char *digits_put(char *out, uint64_t number, int n)
{
    for (int i = n - 1; i >= 0; i--) {
        out[i] = (char)('0' + number % 10);
        number /= 10;
    }
    return out + n;
}

static inline int digits_count(uint64_t number)
{
    int n = 1;
    while (number >= 10) {
        number /= 10;
        n++;
    }
    return n;
}

#endif
