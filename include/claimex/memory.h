/* Where the library gets its memory. */
#ifndef CLAIMEX_MEMORY_H
#define CLAIMEX_MEMORY_H

#include <stddef.h>

#include "claimex/export.h"

CLAIMEX_BEGIN_DECLS

/* An allocator of the caller's. `context` is passed through. The functions
 * follow malloc, realloc and free, and return memory aligned for any type;
 * NULL from `alloc` or `realloc` becomes CLAIMEX_NO_MEMORY. `free` is never
 * called with NULL. The functions must be safe to call from every thread that
 * uses the engine or one of its results. The struct is copied. */
typedef struct claimex_allocator {
    void *(*alloc)(size_t size, void *context);                  /* `size` in bytes, at least 1 */
    void *(*realloc)(void *pointer, size_t size, void *context); /* the same; `pointer` may be NULL */
    void (*free)(void *pointer, void *context);                  /* what the two have returned */
    void *context;                                               /* yours; the library only passes it */
} claimex_allocator;

CLAIMEX_END_DECLS

#endif
