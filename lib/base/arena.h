/* Memory that is given back all at once and kept for the next use. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "claimex/memory.h"

struct arena_chunk;

struct arena {
    claimex_allocator allocator;
    struct arena_chunk *first;
    struct arena_chunk *current; /* the chunk that is being filled; later ones are empty */
    size_t used;                 /* bytes of the current chunk */
};

void arena_init(struct arena *arena, const claimex_allocator *allocator);
void arena_free(struct arena *arena);  /* gives all chunks back; the arena can be used again */
void arena_reset(struct arena *arena); /* forgets the contents, keeps the chunks */

/* `size` bytes aligned for any type, not cleared; NULL when out of memory. */
void *arena_alloc(struct arena *arena, size_t size);

#endif
