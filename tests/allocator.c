/* Each block is preceded by its size, so that bytes can be counted when it is given back. */
#include "allocator.h"

#include <stdlib.h>

union head {
    size_t size;
    max_align_t align;
};

/* Counts a call; true when it shall fail. */
static bool must_fail(struct counting_allocator *counting)
{
    counting->calls++;
    const bool fails =
        counting->fail_at != 0
        && (counting->fail_on ? counting->calls >= counting->fail_at : counting->calls == counting->fail_at);
    counting->failures += fails;
    return fails;
}

static void count_bytes(struct counting_allocator *counting, size_t more, size_t less)
{
    counting->bytes = counting->bytes + more - less;
    if (counting->bytes > counting->peak) {
        counting->peak = counting->bytes;
    }
}

static void *counting_realloc(void *pointer, size_t size, void *context)
{
    struct counting_allocator *counting = context;
    if (must_fail(counting)) {
        return NULL;
    }
    union head *old = pointer == NULL ? NULL : (union head *)pointer - 1;
    const size_t old_size = old == NULL ? 0 : old->size;
    union head *head = realloc(old, sizeof *head + size);
    if (head == NULL) {
        return NULL;
    }
    head->size = size;
    counting->blocks += old == NULL;
    count_bytes(counting, size, old_size);
    return head + 1;
}

static void *counting_alloc(size_t size, void *context)
{
    return counting_realloc(NULL, size, context);
}

static void counting_free(void *pointer, void *context)
{
    struct counting_allocator *counting = context;
    if (pointer == NULL) {
        counting->misused = true;
        return;
    }
    union head *head = (union head *)pointer - 1;
    counting->blocks--;
    count_bytes(counting, 0, head->size);
    free(head);
}

void counting_allocator_init(struct counting_allocator *counting)
{
    *counting = (struct counting_allocator){ .allocator = { counting_alloc, counting_realloc, counting_free, NULL } };
    counting->allocator.context = counting;
}
