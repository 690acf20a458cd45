/* Option structs grow at their end. A program built with older headers has a smaller struct, which is completed with
 * defaults; one built with newer headers has a larger struct, whose unknown tail is not looked at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"

static const char text[] = "It cost $5 and rose 7%.";

/* The first `size` bytes of `options`, with that size in them, in a block of its own, so that a sanitizer sees every
 * look behind them. */
static void *cut_to(const void *options, uint32_t size)
{
    void *cut = malloc(size);
    memcpy(cut, options, size);
    memcpy(cut, &size, sizeof size);
    return cut;
}

static int let_be(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return 0;
}

static void assert_finds_both(const claimex_scan_options *options)
{
    size_t count;
    assert_int_equal(claimex_scan(engine, result, text, sizeof text - 1, options, NULL), CLAIMEX_OK);
    claimex_result_claims(result, &count);
    assert_int_equal(count, 2);
    assert_int_equal(claimex_explain(engine, result, text, sizeof text - 1, options, let_be, NULL, NULL), CLAIMEX_OK);
    claimex_result_claims(result, &count);
    assert_int_equal(count, 2);
}

static void test_older_scan_options(void **state)
{
    (void)state;
    const claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    static const uint32_t sizes[] = {
        offsetof(claimex_scan_options, kinds),
        offsetof(claimex_scan_options, reference),
        offsetof(claimex_scan_options, max_claims),
        offsetof(claimex_scan_options, default_currency),
        offsetof(claimex_scan_options, date_order),
        offsetof(claimex_scan_options, weekday_policy),
        offsetof(claimex_scan_options, fiscal_start),
        offsetof(claimex_scan_options, utf8_policy),
        sizeof(claimex_scan_options),
    };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        claimex_scan_options *older = cut_to(&options, sizes[i]);
        assert_finds_both(older);
        free(older);
    }
}

/* What an older program has behind its struct is not an option. */
static void test_bytes_behind_scan_options(void **state)
{
    (void)state;
    claimex_scan_options options;
    memset(&options, 0xff, sizeof options);
    options.size = offsetof(claimex_scan_options, reference);
    options.kinds = 0;
    assert_finds_both(&options);
}

static void test_newer_scan_options(void **state)
{
    (void)state;
    struct {
        claimex_scan_options known;
        unsigned char unknown[24];
    } newer;
    claimex_scan_options_init(&newer.known, sizeof newer);
    assert_int_equal(newer.known.size, sizeof newer);
    assert_finds_both(&newer.known);
    memset(newer.unknown, 0xff, sizeof newer.unknown);
    assert_finds_both(&newer.known);
    newer.known.kinds = CLAIMEX_KIND(11u);
    assert_int_equal(claimex_scan(engine, result, text, sizeof text - 1, &newer.known, NULL), CLAIMEX_BAD_ARGUMENT);
}

static void assert_engine(const claimex_engine_options *options)
{
    claimex_engine *made = NULL;
    assert_int_equal(claimex_engine_new(options, &made, NULL), CLAIMEX_OK);
    assert_non_null(made);
    claimex_engine_free(made);
}

static void test_older_engine_options(void **state)
{
    (void)state;
    const claimex_engine_options options = test_engine_options();
    static const uint32_t sizes[] = {
        offsetof(claimex_engine_options, flags),
        offsetof(claimex_engine_options, language),
        offsetof(claimex_engine_options, allocator),
        offsetof(claimex_engine_options, extra_words),
        offsetof(claimex_engine_options, extra_words_length),
        sizeof(claimex_engine_options),
    };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        claimex_engine_options *older = cut_to(&options, sizes[i]);
        assert_engine(older);
        free(older);
    }
}

static void test_bytes_behind_engine_options(void **state)
{
    (void)state;
    claimex_engine_options options;
    memset(&options, 0xff, sizeof options);
    options.size = offsetof(claimex_engine_options, language);
    options.flags = test_engine_options().flags;
    assert_engine(&options);
}

static void test_newer_engine_options(void **state)
{
    (void)state;
    struct {
        claimex_engine_options known;
        unsigned char unknown[40];
    } newer;
    claimex_engine_options_init(&newer.known, sizeof newer);
    assert_int_equal(newer.known.size, sizeof newer);
    newer.known.flags = test_engine_options().flags;
    assert_engine(&newer.known);
    memset(newer.unknown, 0xff, sizeof newer.unknown);
    assert_engine(&newer.known);
}

static void test_null_options(void **state)
{
    (void)state;
    assert_engine(NULL);
    assert_finds_both(NULL);
}

static void test_init_functions_match_macros(void **state)
{
    (void)state;
    const claimex_engine_options engine_expected = CLAIMEX_ENGINE_OPTIONS_INIT;
    const claimex_scan_options scan_expected = CLAIMEX_SCAN_OPTIONS_INIT;
    claimex_engine_options engine_options;
    claimex_scan_options scan_options;
    memset(&engine_options, 0xff, sizeof engine_options);
    memset(&scan_options, 0xff, sizeof scan_options);
    claimex_engine_options_init(&engine_options, sizeof engine_options);
    claimex_scan_options_init(&scan_options, sizeof scan_options);
    assert_memory_equal(&engine_options, &engine_expected, sizeof engine_options);
    assert_memory_equal(&scan_options, &scan_expected, sizeof scan_options);
}

/* An older program hands less room than this library knows fields. */
static void test_init_stays_within_size(void **state)
{
    (void)state;
    claimex_scan_options options;
    memset(&options, 0xff, sizeof options);
    claimex_scan_options_init(&options, offsetof(claimex_scan_options, max_claims));
    assert_int_equal(options.size, offsetof(claimex_scan_options, max_claims));
    assert_int_equal(options.kinds, 0);
    assert_int_equal(options.max_claims, UINT32_MAX);
    assert_int_equal(options.utf8_policy, UINT8_MAX);
    claimex_engine_options none;
    memset(&none, 0xff, sizeof none);
    claimex_engine_options_init(&none, 0);
    assert_int_equal(none.size, UINT32_MAX);
    claimex_engine_options_init(NULL, sizeof none);
    claimex_scan_options_init(NULL, sizeof options);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_older_scan_options),
        cmocka_unit_test(test_bytes_behind_scan_options),
        cmocka_unit_test(test_newer_scan_options),
        cmocka_unit_test(test_older_engine_options),
        cmocka_unit_test(test_bytes_behind_engine_options),
        cmocka_unit_test(test_newer_engine_options),
        cmocka_unit_test(test_null_options),
        cmocka_unit_test(test_init_functions_match_macros),
        cmocka_unit_test(test_init_stays_within_size),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
