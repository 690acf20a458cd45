/* The only way to memory: the caller's allocator, or malloc. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include "claimex/memory.h"

/* malloc, realloc and free. */
extern const claimex_allocator memory_default;

/* NULL when out of memory; a size of 0 gives a pointer that can be freed. */
void *memory_alloc(const claimex_allocator *allocator, size_t size);
void *memory_alloc_zero(const claimex_allocator *allocator, size_t count, size_t size);
void *memory_realloc(const claimex_allocator *allocator, void *pointer, size_t size);
void memory_free(const claimex_allocator *allocator, void *pointer); /* NULL allowed */

#endif
