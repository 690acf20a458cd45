/* Many texts on several threads. Each thread takes the next text that nobody has, scans it into a result of its own and
 * keeps what was found in arenas of its own: the threads share nothing that changes but two counters. */
#define _POSIX_C_SOURCE 200809L /* for the signal mask */

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/status.h"
#include "batch.h"
#include "result.h"
#include "scan.h"

struct crew {
    const claimex_engine *engine;
    const claimex_text *texts;
    claimex_scan_options options;
    claimex_batch *batch;
    atomic_size_t next; /* the first text that nobody has */
    atomic_bool failed; /* somebody is out of memory */
};

struct worker {
    struct crew *crew;
    claimex_result *result;
    struct arena found; /* claims, until they are joined */
    struct arena *kept; /* what the batch keeps */
    pthread_t thread;
    bool runs; /* in a thread of its own */
};

/* ------------------------------------------------------------------ one text */

static void *copied(struct arena *arena, const void *bytes, size_t length)
{
    void *copy = arena_alloc(arena, length);
    return copy ? memcpy(copy, bytes, length) : NULL;
}

static bool keep_error(struct worker *worker, struct batch_text *kept, const claimex_error *error)
{
    kept->error = copied(worker->kept, error, sizeof *error);
    return kept->error != NULL;
}

static bool keep_claims(struct worker *worker, struct batch_text *kept, const claimex_text *text)
{
    const claimex_claim *claims = claimex_result_claims(worker->result, &kept->n_found);
    kept->incomplete = claimex_result_incomplete(worker->result);
    if (!claims)
        return true;
    const char *strings = claimex_result_strings(worker->result, &kept->strings.length);
    kept->bytes.length = text->length;
    kept->bytes.bytes = copied(worker->kept, text->bytes, text->length);
    kept->strings.bytes = copied(worker->kept, strings, kept->strings.length);
    kept->found = copied(&worker->found, claims, kept->n_found * sizeof *claims);
    return kept->bytes.bytes && kept->strings.bytes && kept->found;
}

/* False when out of memory. */
static bool scan_text(struct worker *worker, size_t index)
{
    struct crew *crew = worker->crew;
    const claimex_text *text = &crew->texts[index];
    claimex_scan_options options = crew->options;
    claimex_error error = { 0 };
    if (text->reference.flags & CLAIMEX_MOMENT_PRESENT)
        options.reference = text->reference;
    int32_t status = claimex_scan(crew->engine, worker->result, text->bytes, text->length, &options, &error);
    if (status == CLAIMEX_NO_MEMORY)
        return false;
    struct batch_text *kept = &crew->batch->texts[index];
    return status ? keep_error(worker, kept, &error) : keep_claims(worker, kept, text);
}

/* ------------------------------------------------------------------- threads */

static void scan_texts(struct worker *worker)
{
    struct crew *crew = worker->crew;
    size_t count = crew->batch->n_texts;
    while (!atomic_load_explicit(&crew->failed, memory_order_relaxed)) {
        size_t index = atomic_fetch_add_explicit(&crew->next, 1, memory_order_relaxed);
        if (index >= count)
            break;
        if (!scan_text(worker, index))
            atomic_store_explicit(&crew->failed, true, memory_order_relaxed);
    }
}

static void *work(void *context)
{
    struct worker *worker = context;
    if (claimex_result_new(worker->crew->engine, &worker->result, NULL) == CLAIMEX_OK)
        scan_texts(worker);
    else
        atomic_store_explicit(&worker->crew->failed, true, memory_order_relaxed);
    claimex_result_free(worker->result);
    return NULL;
}

/* Signals are for the caller's threads: ours are born with all of them blocked. */
static void start_threads(struct worker *workers, size_t n)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (size_t i = 1; i < n; i++)
        workers[i].runs = pthread_create(&workers[i].thread, NULL, work, &workers[i]) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void work_together(struct worker *workers, size_t n)
{
    if (n > 1)
        start_threads(workers, n);
    work(&workers[0]);
    for (size_t i = 1; i < n; i++)
        if (workers[i].runs)
            pthread_join(workers[i].thread, NULL);
}

static size_t wanted_threads(uint32_t threads, size_t count)
{
    long processors = threads ? (long)threads : sysconf(_SC_NPROCESSORS_ONLN);
    size_t wanted = processors > 0 ? (size_t)processors : 1;
    return count == 0 ? 1 : wanted < count ? wanted : count;
}

/* ---------------------------------------------------------------------- crew */

/* False when out of memory. */
static bool fill(struct crew *crew, size_t n)
{
    const claimex_allocator *allocator = &crew->engine->allocator;
    struct worker *workers = memory_alloc_zero(allocator, n, sizeof *workers);
    if (!workers)
        return false;
    for (size_t i = 0; i < n; i++) {
        workers[i].crew = crew;
        workers[i].kept = &crew->batch->arenas[i];
        arena_init(&workers[i].found, allocator);
    }
    work_together(workers, n);
    bool fine = !atomic_load(&crew->failed) && batch_join(crew->batch);
    for (size_t i = 0; i < n; i++)
        arena_free(&workers[i].found);
    memory_free(allocator, workers);
    return fine;
}

int32_t claimex_scan_many(const claimex_engine *engine, const claimex_text *texts, size_t count,
                          const claimex_scan_options *options, uint32_t threads, claimex_batch **batch,
                          claimex_error *error)
{
    if (!batch)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "batch is NULL");
    *batch = NULL;
    if (!engine || (!texts && count))
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, engine ? "texts is NULL" : "engine is NULL");
    struct crew crew = { .engine = engine, .texts = texts };
    int32_t status = scan_options_copy(&crew.options, options, error);
    if (status)
        return status;
    crew.options.size = sizeof crew.options;
    size_t n_threads = wanted_threads(threads, count);
    atomic_init(&crew.next, 0);
    atomic_init(&crew.failed, false);
    crew.batch = batch_new(&engine->allocator, count, n_threads);
    if (!crew.batch || !fill(&crew, n_threads)) {
        claimex_batch_free(crew.batch);
        return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for a batch of texts");
    }
    *batch = crew.batch;
    return CLAIMEX_OK;
}
