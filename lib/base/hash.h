/* The one way to mix bits. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

/* Takes eight more bytes into a hash. */
static inline uint64_t hash_step(uint64_t hash, uint64_t chunk)
{
    hash = (hash ^ chunk) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

#endif
