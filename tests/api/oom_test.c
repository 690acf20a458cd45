/* Every allocation fails once, alone and with all later ones. The call must say NO_MEMORY and give everything back.
 * The engine may also do without what was refused: it then interprets, as where the system refuses JIT. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "allocator.h"
#include "engine.h"
#include "text.h"

static int32_t make_engine(struct counting_allocator *counting, claimex_engine **engine, claimex_error *error)
{
    claimex_engine_options options = test_engine_options();
    options.allocator = &counting->allocator;
    options.extra_words = "galleon\tCURRENCY=XTS\n";
    options.extra_words_length = 21;
    return claimex_engine_new(&options, engine, error);
}

static void assert_all_given_back(const struct counting_allocator *counting)
{
    assert_int_equal(counting->blocks, 0);
    assert_int_equal(counting->bytes, 0);
    assert_false(counting->misused);
}

/* Makes an engine while the `n`th allocation fails; true when there were fewer. */
static bool engine_survives(size_t n, bool fail_on)
{
    struct counting_allocator counting;
    counting_allocator_init(&counting);
    counting.fail_at = n;
    counting.fail_on = fail_on;
    claimex_engine *engine = NULL;
    claimex_error error = { 0 };
    const int32_t status = make_engine(&counting, &engine, &error);
    if (status == CLAIMEX_OK) {
        assert_true(counting.failures == 0 || claimex_engine_has_jit(engine) == 0);
    } else {
        assert_int_equal(status, CLAIMEX_NO_MEMORY);
        assert_int_equal(error.status, CLAIMEX_NO_MEMORY);
        assert_null(engine);
        assert_true(counting.failures > 0);
    }
    claimex_engine_free(engine);
    assert_all_given_back(&counting);
    return counting.failures == 0;
}

static void test_engine(void **state)
{
    (void)state;
    size_t n = 1;
    while (!engine_survives(n, false)) {
        n++;
    }
    assert_true(n > 1);
    for (size_t i = 1; i < n; i++) {
        assert_false(engine_survives(i, true));
    }
}

static int take(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return 0;
}

/* Everything that a result is used for; the first failure. */
static int32_t use_result(const claimex_engine *engine, claimex_result **result, claimex_error *error)
{
    int32_t status = claimex_result_new(engine, result, error);
    if (status == CLAIMEX_OK) {
        status = claimex_scan(engine, *result, rich_text, sizeof rich_text - 1, NULL, error);
    }
    if (status == CLAIMEX_OK) {
        status = claimex_explain(engine, *result, rich_text, sizeof rich_text - 1, NULL, take, NULL, error);
    }
    return status;
}

/* A scan that failed has emptied its result, which can be used again once there is memory. */
static void assert_usable(const claimex_engine *engine, claimex_result *result)
{
    size_t count = 1;
    assert_null(claimex_result_claims(result, &count));
    assert_int_equal(count, 0);
    assert_int_equal(claimex_scan(engine, result, rich_text, sizeof rich_text - 1, NULL, NULL), CLAIMEX_OK);
    assert_non_null(claimex_result_claims(result, &count));
}

/* Uses a result while the `n`th allocation from now fails; true when there were fewer. */
static bool result_survives(const claimex_engine *engine, struct counting_allocator *counting, size_t n, bool fail_on)
{
    const size_t blocks = counting->blocks;
    claimex_result *result = NULL;
    claimex_error error = { 0 };
    counting->failures = 0;
    counting->fail_at = counting->calls + n;
    counting->fail_on = fail_on;
    const int32_t status = use_result(engine, &result, &error);
    counting->fail_at = 0;
    if (counting->failures == 0) {
        assert_int_equal(status, CLAIMEX_OK);
    } else {
        assert_int_equal(status, CLAIMEX_NO_MEMORY);
        assert_int_equal(error.status, CLAIMEX_NO_MEMORY);
        if (result != NULL) {
            assert_usable(engine, result);
        }
    }
    claimex_result_free(result);
    assert_int_equal(counting->blocks, blocks);
    return counting->failures == 0;
}

/* --------------------------------------------------------------------- batch */

static const claimex_text texts[] = {
    { .bytes = rich_text, .length = sizeof rich_text - 1 },
    { .bytes = "5% \xff", .length = 4 },
    { .bytes = "It cost \xe2\x82\xac" "5 in 2019.", .length = 21 },
};
#define N_TEXTS (sizeof texts / sizeof *texts)

/* All tables of a stream; false, and a message, when memory runs out. It then goes on where it stopped. */
static bool read_stream(struct ArrowArrayStream *stream, int64_t *rows)
{
    struct ArrowSchema schema;
    struct ArrowArray array;
    int status = stream->get_schema(stream, &schema);
    if (status == 0) {
        schema.release(&schema);
        status = stream->get_next(stream, &array);
    }
    while (status == 0 && array.release != NULL) {
        *rows += array.length;
        array.release(&array);
        status = stream->get_next(stream, &array);
    }
    assert_int_equal(status != 0, stream->get_last_error(stream) != NULL);
    assert_true(status == 0 || status == ENOMEM);
    return status == 0;
}

/* A batch, a copy of it and a stream of that; the first failure. */
static int32_t use_batch(const claimex_engine *engine, const struct counting_allocator *counting,
                         claimex_batch **batch, struct ArrowArrayStream *stream, claimex_error *error)
{
    claimex_batch *copy = NULL;
    int32_t status = claimex_scan_many(engine, texts, N_TEXTS, NULL, 1, batch, error);
    if (status == CLAIMEX_OK) {
        claimex_document document = {
            .text = texts[0].bytes,
            .length = texts[0].length,
            .claims = claimex_batch_claims(*batch, NULL),
            .n_claims = (size_t)claimex_batch_starts(*batch, NULL)[1],
        };
        document.strings = claimex_batch_strings(*batch, 0, &document.strings_length);
        status = claimex_batch_collect(&document, 1, &counting->allocator, &copy, error);
    }
    if (status == CLAIMEX_OK) {
        status = claimex_batch_arrow(*batch, CLAIMEX_CODE_POINTS, stream, error);
    }
    claimex_batch_free(copy);
    return status;
}

/* Makes and reads a batch while the `n`th allocation from now fails; true when there were fewer. */
static bool batch_survives(const claimex_engine *engine, struct counting_allocator *counting, size_t n, bool fail_on)
{
    const size_t blocks = counting->blocks;
    claimex_batch *batch = NULL;
    struct ArrowArrayStream stream = { .release = NULL };
    claimex_error error = { 0 };
    int64_t rows = 0;
    counting->failures = 0;
    counting->fail_at = counting->calls + n;
    counting->fail_on = fail_on;
    const int32_t status = use_batch(engine, counting, &batch, &stream, &error);
    const bool read = status == CLAIMEX_OK && read_stream(&stream, &rows);
    counting->fail_at = 0;
    assert_int_equal(read, counting->failures == 0);
    if (status != CLAIMEX_OK) {
        assert_int_equal(status, CLAIMEX_NO_MEMORY);
        assert_int_equal(error.status, CLAIMEX_NO_MEMORY);
        assert_null(stream.release);
    } else {
        size_t n_claims;
        claimex_batch_claims(batch, &n_claims);
        assert_true(read_stream(&stream, &rows));
        assert_int_equal(rows, n_claims);
        stream.release(&stream);
    }
    claimex_batch_free(batch);
    assert_int_equal(counting->blocks, blocks);
    return counting->failures == 0;
}

/* ----------------------------------------------------------------- each in turn */

/* Does something with the engine while the nth allocation from now fails; true when there were fewer. */
typedef bool surviving(const claimex_engine *engine, struct counting_allocator *counting, size_t n, bool fail_on);

/* Fails each allocation, alone and then with all later ones; there are more than `least`. */
static void fail_each(surviving *survives, size_t least)
{
    struct counting_allocator counting;
    counting_allocator_init(&counting);
    claimex_engine *engine = NULL;
    assert_int_equal(make_engine(&counting, &engine, NULL), CLAIMEX_OK);
    size_t n = 1;
    while (!survives(engine, &counting, n, false)) {
        n++;
    }
    assert_true(n > least);
    for (size_t i = 1; i < n; i++) {
        assert_false(survives(engine, &counting, i, true));
    }
    claimex_engine_free(engine);
    assert_all_given_back(&counting);
}

static void test_result(void **state)
{
    (void)state;
    fail_each(result_survives, 1);
}

static void test_batch(void **state)
{
    (void)state;
    fail_each(batch_survives, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_engine),
        cmocka_unit_test(test_result),
        cmocka_unit_test(test_batch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
