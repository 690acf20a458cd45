/* A list of chunks that is filled from front to back. A request that the current chunk cannot hold goes to the next
 * one that can; what was left over stays unused until the reset. The same requests in the same order therefore find
 * the same places again, and a warm reuse allocates nothing. Under AddressSanitizer whatever is not handed out is
 * poisoned, so that an overrun inside a chunk is seen. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/memory.h"

#define FIRST_CHUNK ((size_t)16 * 1024)
#define LARGEST_DOUBLING ((size_t)1024 * 1024)
#define ALIGNMENT alignof(max_align_t)

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_ASAN 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define WITH_ASAN 1
#endif

#ifdef WITH_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(bytes, size) ASAN_POISON_MEMORY_REGION(bytes, size)
#define UNPOISON(bytes, size) ASAN_UNPOISON_MEMORY_REGION(bytes, size)
#define GAP ALIGNMENT
#else
#define POISON(bytes, size) ((void)0)
#define UNPOISON(bytes, size) ((void)0)
#define GAP ((size_t)0)
#endif

struct arena_chunk {
    struct arena_chunk *next;
    size_t size; /* of bytes[] */
    alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *arena, const claimex_allocator *allocator)
{
    *arena = (struct arena){ .allocator = *allocator };
}

void arena_free(struct arena *arena)
{
    struct arena_chunk *chunk = arena->first;
    while (chunk != NULL) {
        struct arena_chunk *next = chunk->next;
        UNPOISON(chunk->bytes, chunk->size);
        memory_free(&arena->allocator, chunk);
        chunk = next;
    }
    arena->first = arena->current = NULL;
    arena->used = 0;
}

void arena_reset(struct arena *arena)
{
    for (struct arena_chunk *chunk = arena->first; chunk != NULL; chunk = chunk->next) {
        POISON(chunk->bytes, chunk->size);
    }
    arena->current = arena->first;
    arena->used = 0;
}

static size_t next_size(const struct arena_chunk *last, size_t needed)
{
    size_t wanted = FIRST_CHUNK;
    if (last != NULL) {
        wanted = last->size > LARGEST_DOUBLING / 2 ? LARGEST_DOUBLING : last->size * 2;
    }
    return wanted > needed ? wanted : needed;
}

static struct arena_chunk *append_chunk(struct arena *arena, struct arena_chunk *last, size_t needed)
{
    size_t size = next_size(last, needed);
    if (size > SIZE_MAX - sizeof(struct arena_chunk)) {
        return NULL;
    }
    struct arena_chunk *chunk = memory_alloc(&arena->allocator, sizeof *chunk + size);
    if (chunk == NULL) {
        return NULL;
    }
    chunk->next = NULL;
    chunk->size = size;
    POISON(chunk->bytes, size);
    if (last == NULL) {
        arena->first = chunk;
    } else {
        last->next = chunk;
    }
    return chunk;
}

/* Makes the current chunk one that holds `size` bytes. */
static bool next_chunk(struct arena *arena, size_t size)
{
    struct arena_chunk *last = arena->current;
    struct arena_chunk *chunk = last != NULL ? last->next : NULL;
    while (chunk != NULL && chunk->size < size) {
        last = chunk;
        chunk = chunk->next;
    }
    if (chunk == NULL) {
        chunk = append_chunk(arena, last, size);
    }
    if (chunk == NULL) {
        return false;
    }
    arena->current = chunk;
    arena->used = 0;
    return true;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT - GAP) {
        return NULL;
    }
    size_t step = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT + GAP;
    bool fits = arena->current != NULL && arena->current->size - arena->used >= step;
    if (!fits && !next_chunk(arena, step)) {
        return NULL;
    }
    void *memory = arena->current->bytes + arena->used;
    arena->used += step;
    UNPOISON(memory, size);
    return memory;
}
