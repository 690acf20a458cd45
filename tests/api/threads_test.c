/* One engine, eight threads, each with a result of its own: all find what one thread finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <pthread.h>

#include "engine.h"
#include "text.h"

#define N_THREADS 8
#define N_ROUNDS 50

struct job {
    const claimex_engine *engine;
    const claimex_result *expected;
    bool same; /* cmocka's asserts only work in the main thread */
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
        if (claimex_scan(job->engine, result, rich_text, sizeof rich_text - 1, NULL, NULL) != CLAIMEX_OK
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

static void test_threads_share_an_engine(void **state)
{
    (void)state;
    pthread_t threads[N_THREADS];
    struct job jobs[N_THREADS];
    claimex_result *expected = NULL;
    claimex_engine *engine = test_engine_new();
    assert_non_null(engine);
    assert_int_equal(claimex_result_new(engine, &expected, NULL), CLAIMEX_OK);
    assert_int_equal(claimex_scan(engine, expected, rich_text, sizeof rich_text - 1, NULL, NULL), CLAIMEX_OK);
    for (size_t i = 0; i < N_THREADS; i++) {
        jobs[i] = (struct job){ engine, expected, false };
        assert_int_equal(pthread_create(&threads[i], NULL, work, &jobs[i]), 0);
    }
    for (size_t i = 0; i < N_THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_true(jobs[i].same);
    }
    claimex_result_free(expected);
    claimex_engine_free(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_threads_share_an_engine) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
