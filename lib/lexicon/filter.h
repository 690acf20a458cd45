/* Sets of words, and of how phrases begin, as one bit each: a load tells that most words of a text are not in them. */
#ifndef LEXICON_FILTER_H
#define LEXICON_FILTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/hash.h"

#define FILTER_BITS 65536

struct filter {
    uint64_t bits[FILTER_BITS / 64];
};

static inline void filter_add(struct filter *filter, uint64_t hash)
{
    uint32_t bit = (uint32_t)hash >> 8 & (FILTER_BITS - 1);
    filter->bits[bit / 64] |= UINT64_C(1) << (bit % 64);
}

static inline bool filter_has(const struct filter *filter, uint64_t hash)
{
    uint32_t bit = (uint32_t)hash >> 8 & (FILTER_BITS - 1);
    return (filter->bits[bit / 64] >> (bit % 64)) & 1;
}

/* How a phrase begins: filter_letters of its first word, and of what is behind the blank, or behind the word. */
static inline uint64_t filter_pair(uint64_t first, uint64_t second)
{
    return hash_step(hash_step(0, first), second);
}

/* The first eight letters at `text`, folded as word_folded does, or the one character there. */
uint64_t filter_letters(const char *text);

#endif
