/* Many texts at once: one call, several threads, the claims in the order of the texts. */
#ifndef CLAIMEX_BATCH_H
#define CLAIMEX_BATCH_H

#include <stddef.h>
#include <stdint.h>

#include "claimex/claim.h"
#include "claimex/export.h"
#include "claimex/memory.h"
#include "claimex/scan.h"
#include "claimex/status.h"

CLAIMEX_BEGIN_DECLS

/* The claims of many texts. It is complete when it is made and never changes:
 * any number of threads may read it at the same time. It needs neither the
 * engine nor the texts that it was made with, only their allocator. */
typedef struct claimex_batch claimex_batch;

/* One text of a batch. Clear the struct, then set what you need. */
typedef struct claimex_text {
    const char *bytes;        /* UTF-8; need not end in NUL; may be NULL when `length` is 0 */
    size_t length;            /* in bytes */
    claimex_moment reference; /* the day on which it was written; absent: that of the scan options */
    uint32_t reserved;        /* 0 */
} claimex_text;

/* Finds the claims of `count` texts as claimex_scan does, on `threads` threads,
 * and stores them in *batch, which the caller frees with claimex_batch_free.
 * The calling thread is one of them; the others end before the call does, take
 * no signals, and are fewer where there are fewer texts or the system refuses
 * them. 0 threads are one for each processor. `options` hold for every text and
 * may be NULL; `texts` may be NULL when `count` is 0, and is not kept.
 *
 * What one text is refused for (INVALID_UTF8, TOO_LARGE, BAD_ARGUMENT for its
 * reference date) is kept for claimex_batch_error; the other texts are scanned.
 * The call itself fails with BAD_ARGUMENT (a NULL pointer, the options) or
 * NO_MEMORY; *batch is then NULL and everything is given back.
 *
 * A batch takes 208 bytes and the strings of each claim, a copy of the texts
 * that hold one, and 80 bytes a text; while it is made, each thread takes what
 * claimex_scan takes for its largest text, and the claims lie in memory twice.
 * The engine's allocator is called from all of the threads. Any thread. */
CLAIMEX_API int32_t claimex_scan_many(const claimex_engine *engine, const claimex_text *texts, size_t count,
                                      const claimex_scan_options *options, uint32_t threads, claimex_batch **batch,
                                      claimex_error *error);

/* The claims of one text, wherever they were kept after a scan: what
 * claimex_result_claims, claimex_result_strings and claimex_result_incomplete
 * gave. Clear the struct, then set what you need. */
typedef struct claimex_document {
    const char *text;            /* the text that was scanned; may be NULL when `length` is 0 */
    size_t length;               /* in bytes */
    const claimex_claim *claims; /* may be NULL when `n_claims` is 0 */
    size_t n_claims;             /* how many there are */
    const char *strings;         /* what the claims point into, to its last NUL; may be NULL when its length is 0 */
    size_t strings_length;       /* in bytes */
    uint32_t incomplete;         /* CLAIMEX_MATCH_LIMIT | CLAIMEX_CLAIM_LIMIT */
    uint32_t reserved;           /* 0 */
} claimex_document;

/* Makes a batch of claims that were found before: by programs that have threads
 * of their own, that keep some claims and drop others, or that read them back.
 * Everything is copied, the allocator too, which may be NULL for malloc, realloc
 * and free. Fails with NO_MEMORY, and with BAD_ARGUMENT when a pointer is NULL
 * that is needed, or a claim has a span outside its text, a string outside its
 * strings, or an unknown kind, relation or stance (error.offset is the index of
 * its document); *batch is then NULL. Any thread. */
CLAIMEX_API int32_t claimex_batch_collect(const claimex_document *documents, size_t count,
                                          const claimex_allocator *allocator, claimex_batch **batch,
                                          claimex_error *error);

/* Frees the batch with all its claims and strings; NULL is allowed. Arrow streams
 * made of it live on. Any thread, as long as no other one uses the batch. */
CLAIMEX_API void claimex_batch_free(claimex_batch *batch);

/* The claims of all texts in one array, text after text, as claimex_result_claims
 * gives those of one; claimex_batch_starts says where each text begins. `time`
 * and `same_as` count from the first claim of the same text. *count is the number
 * of all, and `count` may be NULL. NULL when there are none. They belong to the
 * batch. Any thread. */
CLAIMEX_API const claimex_claim *claimex_batch_claims(const claimex_batch *batch, size_t *count);

/* Where the claims of each text begin in the array of all: those of text i are
 * starts[i] … starts[i + 1] - 1. *count is the number of texts, one less than
 * that of starts, and `count` may be NULL. Belongs to the batch; NULL when the
 * batch is. Any thread. */
CLAIMEX_API const uint64_t *claimex_batch_starts(const claimex_batch *batch, size_t *count);

/* The string at an offset that a claim of text `text` holds. NUL-terminated
 * UTF-8; "" for 0, for an offset beyond the strings and for a text beyond the
 * batch. Belongs to the batch. Any thread. */
CLAIMEX_API const char *claimex_batch_string(const claimex_batch *batch, size_t text, uint32_t offset);

/* The whole string block of text `text`, as claimex_result_strings gives it;
 * *length is its size in bytes, and `length` may be NULL. Where the text has no
 * claims it is "", of length 0. Belongs to the batch. Any thread. */
CLAIMEX_API const char *claimex_batch_strings(const claimex_batch *batch, size_t text, size_t *length);

/* 0 when all of text `text` was searched, else the limits that were hit, as
 * claimex_result_incomplete says. Any thread. */
CLAIMEX_API uint32_t claimex_batch_incomplete(const claimex_batch *batch, size_t text);

/* Why text `text` was not scanned: returns the status and fills *error, or
 * returns CLAIMEX_OK and leaves it alone when it was. BAD_ARGUMENT when there is
 * no such text. Any thread. */
CLAIMEX_API int32_t claimex_batch_error(const claimex_batch *batch, size_t text, claimex_error *error);

CLAIMEX_END_DECLS

#endif
