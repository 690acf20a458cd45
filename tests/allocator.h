/* An allocator that counts, and fails when it is told to. For one thread. */
#ifndef TESTS_ALLOCATOR_H
#define TESTS_ALLOCATOR_H

#include <stdbool.h>
#include <stddef.h>

#include "claimex/memory.h"

struct counting_allocator {
    claimex_allocator allocator; /* to hand to the library */
    size_t calls;                /* of alloc and realloc */
    size_t blocks;               /* that were not given back */
    size_t bytes;                /* in those blocks */
    size_t peak;                 /* most bytes at one time */
    size_t fail_at;              /* the call that fails, from 1; 0 for none */
    bool fail_on;                /* and all later ones too */
    size_t failures;
    bool misused; /* free was called with NULL */
};

/* Must stay where it is while it is in use. */
void counting_allocator_init(struct counting_allocator *counting);

#endif
