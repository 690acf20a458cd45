/* Texts that made such tools crash, hang or grow without bound. A megabyte of each is scanned; what would be quadratic
 * takes minutes and runs into the test's timeout, so no test measures time. Memory is counted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "allocator.h"
#include "engine.h"
#include "invariants.h"
#include "pieces.h"

#define SMALL ((size_t)128 * 1024)
#define LARGE (8 * SMALL)

static struct counting_allocator counting;
static claimex_engine *engine;

static int start(void **state)
{
    (void)state;
    counting_allocator_init(&counting);
    claimex_engine_options options = test_engine_options();
    options.allocator = &counting.allocator;
    return claimex_engine_new(&options, &engine, NULL) == CLAIMEX_OK ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    claimex_engine_free(engine);
    return counting.blocks == 0 ? 0 : -1;
}

/* About `length` bytes of the piece, whole pieces only, in a block that ends where the text ends. */
static char *repeat(const struct piece *piece, size_t length, size_t *made)
{
    const size_t count = (length + piece->length - 1) / piece->length;
    *made = piece->head_length + count * piece->length;
    char *text = malloc(*made);
    assert_non_null(text);
    memcpy(text, piece->head, piece->head_length);
    for (size_t i = 0; i < count; i++) {
        memcpy(text + piece->head_length + i * piece->length, piece->bytes, piece->length);
    }
    return text;
}

static void assert_promises(const claimex_result *result, const char *text, size_t length)
{
    size_t index;
    const char *broken = invariants_broken(result, text, length, &index);
    if (broken != NULL) {
        fail_msg("claim %zu breaks a promise: %s", index, broken);
    }
    assert_int_equal(claimex_result_incomplete(result), 0);
}

/* Scans that much of the piece; gives the memory that it took. */
static size_t memory_of(const struct piece *piece, size_t length)
{
    size_t made;
    char *text = repeat(piece, length, &made);
    claimex_result *result = NULL;
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    assert_int_equal(claimex_moment_parse("2017-04-25", 10, &options.reference), 1);
    const size_t before = counting.bytes;
    counting.peak = before;
    assert_int_equal(claimex_result_new(engine, &result, NULL), CLAIMEX_OK);
    assert_int_equal(claimex_scan(engine, result, text, made, &options, NULL), CLAIMEX_OK);
    assert_promises(result, text, made);
    claimex_result_free(result);
    free(text);
    assert_int_equal(counting.bytes, before);
    return counting.peak - before;
}

/* Arrays that double may take up to twice what they need, so that eight times the text may take sixteen times the
 * memory; a stage that is quadratic takes sixty-four times. */
static void test_piece(void **state)
{
    const struct piece *piece = *state;
    memory_of(piece, 1);
    const size_t small = memory_of(piece, SMALL);
    const size_t large = memory_of(piece, LARGE);
    assert_true(large <= 24 * small);
}

/* Every beginning of the text, each in a block of its own: a sanitizer sees a look behind the end. */
static void test_beginnings(void **state)
{
    (void)state;
    claimex_result *result = NULL;
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    options.utf8_policy = CLAIMEX_UTF8_SKIP;
    assert_int_equal(claimex_result_new(engine, &result, NULL), CLAIMEX_OK);
    for (size_t i = 0; i < n_pieces; i++) {
        size_t made;
        char *text = repeat(&pieces[i], 64, &made);
        for (size_t length = 1; length < made && length < 200; length++) {
            char *beginning = malloc(length);
            memcpy(beginning, text, length);
            assert_int_equal(claimex_scan(engine, result, beginning, length, &options, NULL), CLAIMEX_OK);
            free(beginning);
        }
        free(text);
    }
    claimex_result_free(result);
}

/* The same numbers on every machine. */
static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * UINT32_C(1664525) + UINT32_C(1013904223);
    return *seed >> 16;
}

/* Pieces beside each other meet rules that a piece alone does not. */
static void test_mixtures(void **state)
{
    (void)state;
    uint32_t seed = 1;
    claimex_result *result = NULL;
    assert_int_equal(claimex_result_new(engine, &result, NULL), CLAIMEX_OK);
    for (size_t round = 0; round < 3000; round++) {
        char text[4096];
        size_t length = 0;
        for (size_t count = 2 + next_random(&seed) % 30; count > 0; count--) {
            const struct piece *piece = &pieces[next_random(&seed) % n_pieces];
            memcpy(text + length, piece->bytes, piece->length);
            length += piece->length;
        }
        assert_int_equal(claimex_scan(engine, result, text, length, NULL, NULL), CLAIMEX_OK);
        assert_promises(result, text, length);
    }
    claimex_result_free(result);
}

/* Numbers that grow: more digits than a decimal holds, larger and smaller than it holds. */
static void test_one_long_number(void **state)
{
    (void)state;
    static const struct piece numbers[] = {
        { "digits", "$", 1, "7", 1 },       { "zeros", "$1", 2, "0", 1 },
        { "small", "$0.", 3, "0", 1 },      { "fraction", "$7.", 3, "7", 1 },
        { "groups", "$777", 4, ",777", 4 }, { "scales", "$7", 2, " million", 8 },
        { "percent", "", 0, "7", 1 },       { "words", "seven", 5, " hundred thousand", 17 },
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        for (size_t length = 1; length < 300; length++) {
            memory_of(&numbers[i], length);
        }
        memory_of(&numbers[i], LARGE);
    }
}

int main(void)
{
    static const struct CMUnitTest others[] = {
        cmocka_unit_test(test_beginnings),
        cmocka_unit_test(test_mixtures),
        cmocka_unit_test(test_one_long_number),
    };
    const size_t n_others = sizeof others / sizeof *others;
    struct CMUnitTest *tests = calloc(n_pieces + n_others, sizeof *tests);
    for (size_t i = 0; i < n_pieces; i++) {
        tests[i] = (struct CMUnitTest){ pieces[i].name, test_piece, NULL, NULL, (void *)(uintptr_t)&pieces[i] };
    }
    memcpy(tests + n_pieces, others, sizeof others);
    const int failures = _cmocka_run_group_tests("pathological", tests, n_pieces + n_others, start, stop);
    free(tests);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
