/* Arrays that grow: ARRAY(struct token) tokens; … array_push(&tokens, allocator) */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include <stdbool.h>
#include <stddef.h>

#include "claimex/memory.h"

#define ARRAY(type)      \
    struct {             \
        type *items;     \
        size_t count;    \
        size_t capacity; \
    }

/* The same with a name, to be passed around: ARRAY_TYPE(candidates, struct candidate); */
#define ARRAY_TYPE(name, type) \
    struct name {              \
        type *items;           \
        size_t count;          \
        size_t capacity;       \
    }

/* Room for `n` more items; false when out of memory, the array is then as it was. */
#define array_reserve(array, n, allocator)                                                                    \
    ((array)->capacity - (array)->count >= (size_t)(n)                                                        \
     || array_grow((void **)&(array)->items, &(array)->capacity, (array)->count, (n), sizeof *(array)->items, \
                   (allocator)))

/* A pointer to a new last item, not cleared; NULL when out of memory. */
#define array_push(array, allocator) (array_reserve(array, 1, allocator) ? &(array)->items[(array)->count++] : NULL)

#define array_free(array, allocator) \
    (memory_free((allocator), (array)->items), (array)->items = NULL, (array)->count = (array)->capacity = 0)

bool array_grow(void **items, size_t *capacity, size_t count, size_t more, size_t item_size,
                const claimex_allocator *allocator);

#include "base/memory.h"

#endif
