/* Over the bits that are set: for (unsigned i = bits_next(set, n, 0); i < 64 * n; i = bits_next(set, n, i + 1)) */
#ifndef BASE_BITS_H
#define BASE_BITS_H

#include <stdint.h>

/* The lowest bit of a word that is not 0. */
static inline unsigned bits_lowest(uint64_t word)
{
#ifdef __GNUC__
    return (unsigned)__builtin_ctzll(word);
#else
    unsigned bit = 0;
    while (!(word >> bit & 1))
        bit++;
    return bit;
#endif
}

/* The first bit from `from` on that is set in n words; 64 * n when there is none. */
static inline unsigned bits_next(const uint64_t *words, unsigned n, unsigned from)
{
    for (unsigned i = from / 64; i < n; i++) {
        uint64_t word = i == from / 64 ? words[i] & (~UINT64_C(0) << (from % 64)) : words[i];
        if (word)
            return i * 64 + bits_lowest(word);
    }
    return 64 * n;
}

#endif
