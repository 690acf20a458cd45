/* An allocator that refuses its n-th request, and counts what is not given back. */
#ifndef FAILING_ALLOCATOR_H
#define FAILING_ALLOCATOR_H

#include <stddef.h>
#include <stdlib.h>

#include "claimex/memory.h"

struct failing {
    long until_failure; /* requests still granted */
    long in_use;        /* blocks */
};

static inline void *failing_alloc(size_t size, void *context)
{
    struct failing *failing = context;

    if (failing->until_failure-- <= 0) {
        return NULL;
    }
    void *block = malloc(size ? size : 1);
    failing->in_use += block != NULL;
    return block;
}

static inline void failing_free(void *block, void *context)
{
    struct failing *failing = context;

    failing->in_use--;
    free(block);
}

static inline void *failing_realloc(void *block, size_t size, void *context)
{
    struct failing *failing = context;

    if (!block) {
        return failing_alloc(size, context);
    }
    return failing->until_failure-- <= 0 ? NULL : realloc(block, size);
}

static inline claimex_allocator failing_allocator(struct failing *failing)
{
    return (claimex_allocator){ failing_alloc, failing_realloc, failing_free, failing };
}

#endif
