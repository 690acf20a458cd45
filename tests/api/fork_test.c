/* A process that forks: engine and results of the parent serve the child, also when the parent had threads. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "text.h"

static const claimex_text texts[] = {
    { .bytes = rich_text, .length = sizeof rich_text - 1 },
    { .bytes = "It rose 5%.", .length = 11 },
    { .bytes = rich_text, .length = sizeof rich_text - 1 },
};
#define N_TEXTS (sizeof texts / sizeof *texts)

/* The number of claims by a scan of the first text, and by a batch of all. */
static bool finds(size_t n_one, size_t n_all)
{
    size_t n = 0;
    claimex_batch *batch = NULL;
    if (claimex_scan(engine, result, texts[0].bytes, texts[0].length, NULL, NULL) != CLAIMEX_OK
        || claimex_scan_many(engine, texts, N_TEXTS, NULL, 3, &batch, NULL) != CLAIMEX_OK) {
        return false;
    }
    claimex_result_claims(result, &n);
    const bool same = n == n_one;
    claimex_batch_claims(batch, &n);
    claimex_batch_free(batch);
    return same && n == n_all;
}

/* _exit: the child runs no handlers of the parent, such as a leak check of what the parent still uses. */
static void test_children(void **state)
{
    (void)state;
    size_t n_one;
    assert_int_equal(claimex_scan(engine, result, texts[0].bytes, texts[0].length, NULL, NULL), CLAIMEX_OK);
    claimex_result_claims(result, &n_one);
    const size_t n_all = 2 * n_one + 1;
    for (int round = 0; round < 4; round++) {
        const pid_t child = fork();
        if (child == 0) {
            const bool fine = finds(n_one, n_all);
            claimex_result_free(result);
            claimex_engine_free(engine);
            _exit(fine ? 0 : 1);
        }
        int status = 1;
        assert_true(child > 0);
        assert_true(finds(n_one, n_all));
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_int_equal(status, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_children) };
    return cmocka_run_group_tests(tests, start, stop);
}
