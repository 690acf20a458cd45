/* What a batch holds: the claims of many texts, and all that they point into. */
#ifndef BATCH_H
#define BATCH_H

#include <stdatomic.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/slice.h"
#include "claimex/batch.h"

struct batch_text {
    struct slice bytes;         /* of a text without claims nothing */
    struct slice strings;       /* with their NULs */
    const claimex_claim *found; /* until batch_join has copied them */
    size_t n_found;
    const claimex_error *error; /* NULL: it was scanned */
    uint32_t incomplete;
};

struct claimex_batch {
    claimex_allocator allocator;
    atomic_size_t owners; /* the caller and the streams */
    size_t n_texts;
    struct batch_text *texts;
    uint64_t *starts; /* n_texts + 1 */
    size_t n_claims;
    claimex_claim *claims;
    size_t n_arenas;
    struct arena *arenas; /* bytes, strings and errors: one for each thread that makes the batch */
};

/* A batch in which nothing was found yet; NULL when out of memory. */
claimex_batch *batch_new(const claimex_allocator *allocator, size_t n_texts, size_t n_arenas);

/* Copies what was found into one array. False when out of memory. */
bool batch_join(claimex_batch *batch);

/* One owner more; claimex_batch_free is one less. */
void batch_share(claimex_batch *batch);

#endif
