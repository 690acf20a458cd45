/* The one file that calls malloc, realloc and free. */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void *default_alloc(size_t size, void *context)
{
    (void)context;
    return malloc(size);
}

static void *default_realloc(void *pointer, size_t size, void *context)
{
    (void)context;
    return realloc(pointer, size);
}

static void default_free(void *pointer, void *context)
{
    (void)context;
    free(pointer);
}

const claimex_allocator memory_default = { default_alloc, default_realloc, default_free, NULL };

/* What malloc and realloc do with 0 differs between systems, so they are never asked. */
static size_t at_least_one(size_t size)
{
    return size > 0 ? size : 1;
}

void *memory_alloc(const claimex_allocator *allocator, size_t size)
{
    return allocator->alloc(at_least_one(size), allocator->context);
}

void *memory_alloc_zero(const claimex_allocator *allocator, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size) {
        return NULL;
    }
    void *memory = memory_alloc(allocator, count * size);
    return memory == NULL ? NULL : memset(memory, 0, count * size);
}

void *memory_realloc(const claimex_allocator *allocator, void *pointer, size_t size)
{
    return allocator->realloc(pointer, at_least_one(size), allocator->context);
}

void memory_free(const claimex_allocator *allocator, void *pointer)
{
    if (pointer != NULL) {
        allocator->free(pointer, allocator->context);
    }
}
