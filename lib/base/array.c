/* The part of an array that does not depend on the type of its items: how far it grows. */
#include "base/array.h"

#include <stdint.h>
#include <string.h>

#define FIRST_CAPACITY 16

/* At least `needed`, doubled where that does not overflow, so that n pushes cost O(n); 0 when too large for size_t. */
static size_t next_capacity(size_t capacity, size_t needed, size_t item_size)
{
    size_t most = SIZE_MAX / item_size;
    if (needed > most) {
        return 0;
    }
    size_t wanted = capacity > most / 2 ? most : capacity * 2;
    if (wanted < FIRST_CAPACITY && FIRST_CAPACITY <= most) {
        wanted = FIRST_CAPACITY;
    }
    return wanted > needed ? wanted : needed;
}

/* `items` points to a pointer of another type than void *: it is copied as bytes to respect the aliasing rules. */
bool array_grow(void **items, size_t *capacity, size_t count, size_t more, size_t item_size,
                const claimex_allocator *allocator)
{
    if (more > SIZE_MAX - count) {
        return false;
    }
    size_t wanted = next_capacity(*capacity, count + more, item_size);
    if (wanted == 0) {
        return false;
    }
    void *old;
    memcpy(&old, items, sizeof old);
    void *grown = memory_realloc(allocator, old, wanted * item_size);
    if (grown == NULL) {
        return false;
    }
    memcpy(items, &grown, sizeof grown);
    *capacity = wanted;
    return true;
}
