/* One engine, 64 threads, each with a result of its own, and batches on several threads beside them: all find what one
 * thread finds. tests/run.sh runs this under ThreadSanitizer too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <pthread.h>

#include "allocator.h"
#include "engine.h"
#include "text.h"

#define N_THREADS 64
#define N_ROUNDS 8
#define N_TEXTS 20

struct job {
    const claimex_engine *engine;
    const claimex_result *expected;
    claimex_scan_options options;
    struct ArrowArrayStream stream; /* to read, where there is one */
    bool same;                      /* cmocka's asserts only work in the main thread */
};

static bool same_claims(const claimex_result *a, const claimex_result *b)
{
    size_t a_count;
    size_t b_count;
    size_t a_length;
    size_t b_length;
    const claimex_claim *a_claims = claimex_result_claims(a, &a_count);
    const claimex_claim *b_claims = claimex_result_claims(b, &b_count);
    const char *a_strings = claimex_result_strings(a, &a_length);
    const char *b_strings = claimex_result_strings(b, &b_length);
    return a_count == b_count && a_count > 0 && memcmp(a_claims, b_claims, a_count * sizeof *a_claims) == 0
           && a_length == b_length && memcmp(a_strings, b_strings, a_length) == 0;
}

static bool scan_rounds(const struct job *job, claimex_result *result)
{
    for (size_t i = 0; i < N_ROUNDS; i++) {
        if (claimex_scan(job->engine, result, rich_text, sizeof rich_text - 1, &job->options, NULL) != CLAIMEX_OK
            || !same_claims(result, job->expected)) {
            return false;
        }
    }
    return true;
}

static void *work(void *context)
{
    struct job *job = context;
    claimex_result *result = NULL;
    if (claimex_result_new(job->engine, &result, NULL) == CLAIMEX_OK) {
        job->same = scan_rounds(job, result);
    }
    claimex_result_free(result);
    return NULL;
}

/* Each job in a thread of its own. */
static void run_jobs(void *(*function)(void *), struct job *jobs, size_t count)
{
    pthread_t threads[N_THREADS];
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, function, &jobs[i]), 0);
    }
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_true(jobs[i].same);
    }
}

static claimex_result *result_of(const claimex_engine *engine, const claimex_scan_options *options)
{
    claimex_result *result = NULL;
    assert_int_equal(claimex_result_new(engine, &result, NULL), CLAIMEX_OK);
    assert_int_equal(claimex_scan(engine, result, rich_text, sizeof rich_text - 1, options, NULL), CLAIMEX_OK);
    return result;
}

static void test_threads_share_an_engine(void **state)
{
    (void)state;
    struct job jobs[N_THREADS];
    claimex_engine *engine = test_engine_new();
    assert_non_null(engine);
    const claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    claimex_result *expected = result_of(engine, &options);
    for (size_t i = 0; i < N_THREADS; i++) {
        jobs[i] = (struct job){ .engine = engine, .expected = expected, .options = options };
    }
    run_jobs(work, jobs, N_THREADS);
    claimex_result_free(expected);
    claimex_engine_free(engine);
}

/* Two engines, one with words of its own and interpreted patterns, and scans that ask for different things. */
static void test_two_engines(void **state)
{
    (void)state;
    claimex_engine *engines[2] = { test_engine_new(), NULL };
    claimex_result *expected[2];
    claimex_scan_options options[2] = { CLAIMEX_SCAN_OPTIONS_INIT, CLAIMEX_SCAN_OPTIONS_INIT };
    struct job jobs[16];
    claimex_engine_options other = CLAIMEX_ENGINE_OPTIONS_INIT;
    other.flags = CLAIMEX_ENGINE_NO_JIT;
    other.extra_words = "containers\tCURRENCY=XTS\n";
    other.extra_words_length = strlen(other.extra_words);
    assert_int_equal(claimex_engine_new(&other, &engines[1], NULL), CLAIMEX_OK);
    options[1].reference = (claimex_moment){ .year = 2020, .month = 2, .day = 3, .flags = CLAIMEX_MOMENT_PRESENT };
    options[1].kinds = CLAIMEX_KIND(CLAIMEX_MONEY) | CLAIMEX_KIND(CLAIMEX_DATE);
    for (size_t i = 0; i < 2; i++) {
        expected[i] = result_of(engines[i], &options[i]);
    }
    assert_false(same_claims(expected[0], expected[1]));
    for (size_t i = 0; i < 16; i++) {
        jobs[i] = (struct job){ .engine = engines[i % 2], .expected = expected[i % 2], .options = options[i % 2] };
    }
    run_jobs(work, jobs, 16);
    for (size_t i = 0; i < 2; i++) {
        claimex_result_free(expected[i]);
        claimex_engine_free(engines[i]);
    }
}

/* --------------------------------------------------------------------- batch */

static claimex_batch *batch_of(const claimex_engine *engine, uint32_t threads)
{
    claimex_text texts[N_TEXTS];
    claimex_batch *batch = NULL;
    for (size_t i = 0; i < N_TEXTS; i++) {
        texts[i] = (claimex_text){ .bytes = rich_text, .length = sizeof rich_text - 1 };
    }
    claimex_scan_many(engine, texts, N_TEXTS, NULL, threads, &batch, NULL);
    return batch;
}

/* Every text of the batch holds the expected claims. */
static bool same_batch(const claimex_batch *batch, const claimex_result *expected)
{
    size_t n;
    const claimex_claim *claims = claimex_result_claims(expected, &n);
    const uint64_t *starts = claimex_batch_starts(batch, NULL);
    for (size_t i = 0; i < N_TEXTS; i++) {
        if (starts[i + 1] - starts[i] != n
            || memcmp(claimex_batch_claims(batch, NULL) + starts[i], claims, n * sizeof *claims) != 0) {
            return false;
        }
    }
    return true;
}

static void *work_in_batches(void *context)
{
    struct job *job = context;
    claimex_batch *batch = batch_of(job->engine, 4);
    job->same = batch != NULL && same_batch(batch, job->expected);
    claimex_batch_free(batch);
    return NULL;
}

static void test_batches_share_an_engine(void **state)
{
    (void)state;
    struct job jobs[8];
    claimex_engine *engine = test_engine_new();
    claimex_result *expected = result_of(engine, NULL);
    for (size_t i = 0; i < 8; i++) {
        jobs[i] = (struct job){ .engine = engine, .expected = expected };
    }
    run_jobs(work_in_batches, jobs, 8);
    claimex_result_free(expected);
    claimex_engine_free(engine);
}

static void *read_stream(void *context)
{
    struct job *job = context;
    struct ArrowArray array;
    int64_t rows = 0;
    while (job->stream.get_next(&job->stream, &array) == 0 && array.release != NULL) {
        rows += array.length;
        array.release(&array);
    }
    job->same = rows > 0;
    job->stream.release(&job->stream);
    return NULL;
}

/* Streams of one batch in many threads, and the batch is freed while they are read. */
static void test_streams_share_a_batch(void **state)
{
    (void)state;
    struct job jobs[16];
    claimex_engine *engine = test_engine_new();
    claimex_batch *batch = batch_of(engine, 0);
    claimex_engine_free(engine);
    for (size_t i = 0; i < 16; i++) {
        assert_int_equal(claimex_batch_arrow(batch, CLAIMEX_CODE_POINTS, &jobs[i].stream, NULL), CLAIMEX_OK);
    }
    pthread_t threads[16];
    for (size_t i = 0; i < 16; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, read_stream, &jobs[i]), 0);
    }
    claimex_batch_free(batch);
    for (size_t i = 0; i < 16; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_true(jobs[i].same);
    }
}

/* -------------------------------------------------------------------- memory */

/* The counting allocator behind a lock, for many threads. */
struct locked {
    struct counting_allocator counting;
    pthread_mutex_t lock;
};

static void *locked_realloc(void *pointer, size_t size, void *context)
{
    struct locked *locked = context;
    pthread_mutex_lock(&locked->lock);
    void *made = locked->counting.allocator.realloc(pointer, size, &locked->counting);
    pthread_mutex_unlock(&locked->lock);
    return made;
}

static void *locked_alloc(size_t size, void *context)
{
    return locked_realloc(NULL, size, context);
}

static void locked_free(void *pointer, void *context)
{
    struct locked *locked = context;
    pthread_mutex_lock(&locked->lock);
    locked->counting.allocator.free(pointer, &locked->counting);
    pthread_mutex_unlock(&locked->lock);
}

/* Whichever thread runs out of memory, the call says so and gives everything back. */
static void test_threads_out_of_memory(void **state)
{
    (void)state;
    struct locked locked = { .lock = PTHREAD_MUTEX_INITIALIZER };
    counting_allocator_init(&locked.counting);
    const claimex_allocator allocator = { locked_alloc, locked_realloc, locked_free, &locked };
    claimex_engine_options options = test_engine_options();
    options.allocator = &allocator;
    claimex_engine *engine = NULL;
    assert_int_equal(claimex_engine_new(&options, &engine, NULL), CLAIMEX_OK);
    const size_t blocks = locked.counting.blocks;
    bool failed = true;
    for (size_t n = 1; failed; n += 17) {
        locked.counting.failures = 0;
        locked.counting.fail_at = locked.counting.calls + n;
        claimex_batch *batch = batch_of(engine, 4);
        failed = locked.counting.failures != 0;
        assert_int_equal(batch == NULL, failed);
        claimex_batch_free(batch);
        assert_int_equal(locked.counting.blocks, blocks);
    }
    claimex_engine_free(engine);
    assert_int_equal(locked.counting.bytes, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_threads_share_an_engine),
        cmocka_unit_test(test_two_engines),
        cmocka_unit_test(test_batches_share_an_engine),
        cmocka_unit_test(test_streams_share_a_batch),
        cmocka_unit_test(test_threads_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
