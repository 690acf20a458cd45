/* Many texts at once: what is found in each is what a scan of it alone finds, however many threads share the work. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "text.h"

#define N_TEXTS 300

static char made[N_TEXTS][64];
static claimex_text texts[N_TEXTS];

/* Texts of every sort: with claims and without, the rich one, and some that are refused. */
static void make_texts(void)
{
    for (int i = 0; i < N_TEXTS; i++) {
        snprintf(made[i], sizeof made[i], i % 7 == 3 ? "nothing here" : "It rose %d%% to $%d a day.", i, i * 11);
        texts[i] = (claimex_text){ .bytes = made[i], .length = strlen(made[i]) };
    }
    texts[5] = (claimex_text){ .bytes = rich_text, .length = sizeof rich_text - 1 };
    texts[8] = (claimex_text){ .bytes = "5% \xff", .length = 4 };
    texts[9] = (claimex_text){ .bytes = NULL, .length = 0 };
    texts[10] = (claimex_text){ .bytes = NULL, .length = 7 };
    texts[11].reference = (claimex_moment){ .year = 2017, .month = 13, .day = 1, .flags = CLAIMEX_MOMENT_PRESENT };
    texts[12] = (claimex_text){ .bytes = "It fell 3% last July.", .length = 21 };
    texts[12].reference = (claimex_moment){ .year = 2017, .month = 4, .day = 25, .flags = CLAIMEX_MOMENT_PRESENT };
}

static claimex_batch *scanned(size_t count, uint32_t threads, const claimex_scan_options *options)
{
    claimex_batch *batch = NULL;
    assert_int_equal(claimex_scan_many(engine, texts, count, options, threads, &batch, NULL), CLAIMEX_OK);
    assert_non_null(batch);
    return batch;
}

/* Text i of the batch is as a scan of its own says. */
static void assert_same(const claimex_batch *batch, size_t i, const claimex_scan_options *common)
{
    claimex_scan_options options = *common;
    claimex_error alone;
    claimex_error kept;
    size_t n = 0;
    memset(&alone, 0, sizeof alone);
    memset(&kept, 0, sizeof kept);
    if (texts[i].reference.flags != 0) {
        options.reference = texts[i].reference;
    }
    const int32_t status = claimex_scan(engine, result, texts[i].bytes, texts[i].length, &options, &alone);
    assert_int_equal(claimex_batch_error(batch, i, &kept), status);
    assert_int_equal(kept.status, alone.status);
    assert_int_equal(kept.offset, alone.offset);
    assert_string_equal(kept.message, alone.message);
    const claimex_claim *claims = claimex_result_claims(result, &n);
    const uint64_t *starts = claimex_batch_starts(batch, NULL);
    assert_int_equal(starts[i + 1] - starts[i], n);
    if (n == 0) {
        return;
    }
    size_t length;
    size_t kept_length;
    const char *strings = claimex_result_strings(result, &length);
    assert_memory_equal(claimex_batch_claims(batch, NULL) + starts[i], claims, n * sizeof *claims);
    assert_memory_equal(claimex_batch_strings(batch, i, &kept_length), strings, length);
    assert_int_equal(kept_length, length);
    assert_string_equal(claimex_batch_string(batch, i, claims->unit), claimex_result_string(result, claims->unit));
    assert_int_equal(claimex_batch_incomplete(batch, i), claimex_result_incomplete(result));
}

static void assert_all_same(const claimex_batch *batch, size_t count, const claimex_scan_options *options)
{
    size_t n_texts;
    size_t n_claims;
    const uint64_t *starts = claimex_batch_starts(batch, &n_texts);
    claimex_batch_claims(batch, &n_claims);
    assert_int_equal(n_texts, count);
    assert_int_equal(starts[0], 0);
    assert_int_equal(starts[count], n_claims);
    for (size_t i = 0; i < count; i++) {
        assert_same(batch, i, options);
    }
}

static void test_any_number_of_threads(void **state)
{
    (void)state;
    static const uint32_t threads[] = { 0, 1, 2, 3, 16, 1000 };
    const claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
        claimex_batch *batch = scanned(N_TEXTS, threads[i], NULL);
        assert_all_same(batch, N_TEXTS, &options);
        assert_int_equal(claimex_batch_error(batch, 8, NULL), CLAIMEX_INVALID_UTF8);
        assert_int_equal(claimex_batch_error(batch, 10, NULL), CLAIMEX_BAD_ARGUMENT);
        assert_int_equal(claimex_batch_error(batch, 11, NULL), CLAIMEX_BAD_ARGUMENT);
        claimex_batch_free(batch);
    }
}

static void test_options_hold_for_every_text(void **state)
{
    (void)state;
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    options.reference = (claimex_moment){ .year = 2020, .month = 4, .day = 25, .flags = CLAIMEX_MOMENT_PRESENT };
    options.max_claims = 1;
    options.utf8_policy = CLAIMEX_UTF8_SKIP;
    claimex_batch *batch = scanned(N_TEXTS, 4, &options);
    assert_all_same(batch, N_TEXTS, &options);
    assert_int_equal(claimex_batch_incomplete(batch, 0), CLAIMEX_CLAIM_LIMIT);
    claimex_batch_free(batch);
}

/* Each text has its own day, whatever the size of the options that came with it. */
static void test_reference_dates(void **state)
{
    (void)state;
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    options.size = 8;
    claimex_batch *batch = scanned(13, 2, &options);
    size_t n;
    const claimex_claim *claims = claimex_batch_claims(batch, &n);
    assert_int_equal(claims[n - 1].kind, CLAIMEX_DATE);
    assert_int_equal(claims[n - 1].begins.year, 2016);
    claimex_batch_free(batch);
}

static void test_no_texts(void **state)
{
    (void)state;
    claimex_batch *batch = scanned(0, 0, NULL);
    size_t n = 1;
    assert_null(claimex_batch_claims(batch, &n));
    assert_int_equal(n, 0);
    assert_int_equal(claimex_batch_starts(batch, &n)[0], 0);
    assert_int_equal(n, 0);
    claimex_batch_free(batch);
    batch = NULL;
    assert_int_equal(claimex_scan_many(engine, NULL, 0, NULL, 1, &batch, NULL), CLAIMEX_OK);
    claimex_batch_free(batch);
}

static void test_what_is_beyond(void **state)
{
    (void)state;
    claimex_batch *batch = scanned(4, 1, NULL);
    claimex_error error;
    size_t length = 1;
    assert_string_equal(claimex_batch_string(batch, 4, 1), "");
    assert_string_equal(claimex_batch_string(batch, 0, UINT32_MAX), "");
    assert_string_equal(claimex_batch_strings(batch, 3, &length), ""); /* a text without claims */
    assert_int_equal(length, 0);
    assert_int_equal(claimex_batch_incomplete(batch, 4), 0);
    assert_int_equal(claimex_batch_error(batch, 4, &error), CLAIMEX_BAD_ARGUMENT);
    claimex_batch_free(batch);
    assert_null(claimex_batch_claims(NULL, &length));
    assert_null(claimex_batch_starts(NULL, &length));
    assert_string_equal(claimex_batch_strings(NULL, 0, &length), "");
    assert_int_equal(claimex_batch_error(NULL, 0, NULL), CLAIMEX_BAD_ARGUMENT);
    claimex_batch_free(NULL);
}

static void test_refused(void **state)
{
    (void)state;
    claimex_batch *batch = (claimex_batch *)texts;
    claimex_error error;
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    assert_int_equal(claimex_scan_many(engine, texts, 1, NULL, 1, NULL, &error), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(claimex_scan_many(NULL, texts, 1, NULL, 1, &batch, &error), CLAIMEX_BAD_ARGUMENT);
    assert_null(batch);
    assert_int_equal(claimex_scan_many(engine, NULL, 1, NULL, 1, &batch, &error), CLAIMEX_BAD_ARGUMENT);
    options.fiscal_start = 13;
    assert_int_equal(claimex_scan_many(engine, texts, 1, &options, 1, &batch, &error), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(error.status, CLAIMEX_BAD_ARGUMENT);
    options.size = 0;
    assert_int_equal(claimex_scan_many(engine, texts, 1, &options, 1, &batch, NULL), CLAIMEX_BAD_ARGUMENT);
}

/* The engine and the texts may go before the batch. */
static void test_a_batch_stands_alone(void **state)
{
    (void)state;
    char text[] = "It rose 5% to $6.";
    const claimex_text one = { .bytes = text, .length = sizeof text - 1 };
    claimex_batch *batch = NULL;
    claimex_engine *passing = test_engine_new();
    assert_int_equal(claimex_scan_many(passing, &one, 1, NULL, 1, &batch, NULL), CLAIMEX_OK);
    claimex_engine_free(passing);
    memset(text, 0, sizeof text);
    size_t n;
    const claimex_claim *claims = claimex_batch_claims(batch, &n);
    assert_int_equal(n, 2);
    assert_string_equal(claimex_batch_string(batch, 0, claims[1].unit), "USD");
    claimex_batch_free(batch);
}

/* ------------------------------------------------------------------- collect */

static claimex_document document_of(const claimex_batch *batch, size_t i)
{
    const uint64_t *starts = claimex_batch_starts(batch, NULL);
    claimex_document document = {
        .text = texts[i].bytes,
        .length = texts[i].length,
        .claims = claimex_batch_claims(batch, NULL) + starts[i],
        .n_claims = (size_t)(starts[i + 1] - starts[i]),
        .incomplete = claimex_batch_incomplete(batch, i),
    };
    document.strings = claimex_batch_strings(batch, i, &document.strings_length);
    return document;
}

static void test_collect(void **state)
{
    (void)state;
    claimex_document documents[8];
    claimex_batch *batch = scanned(8, 1, NULL);
    claimex_batch *copy = NULL;
    for (size_t i = 0; i < 8; i++) {
        documents[i] = document_of(batch, i);
    }
    assert_int_equal(claimex_batch_collect(documents, 8, NULL, &copy, NULL), CLAIMEX_OK);
    claimex_batch_free(batch);
    const claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    assert_all_same(copy, 8, &options);
    claimex_batch_free(copy);
}

static void assert_not_collected(const claimex_document *good, const claimex_document *bad)
{
    const claimex_document documents[] = { *good, *bad };
    claimex_batch *batch = NULL;
    claimex_error error;
    assert_int_equal(claimex_batch_collect(documents, 2, NULL, &batch, &error), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(error.offset, 1);
    assert_null(batch);
}

static void test_collect_refuses(void **state)
{
    (void)state;
    claimex_batch *batch = scanned(1, 1, NULL);
    const claimex_document good = document_of(batch, 0);
    claimex_document bad = good;
    bad.claims = NULL;
    assert_not_collected(&good, &bad);
    bad = good;
    bad.length = 9; /* a span ends behind it */
    assert_not_collected(&good, &bad);
    bad = good;
    while (bad.strings[bad.strings_length - 1] == '\0') {
        bad.strings_length--;
    }
    assert_not_collected(&good, &bad);
    bad = good;
    bad.strings_length = 1;
    assert_not_collected(&good, &bad);
    claimex_claim claim = good.claims[0];
    claim.source.start = 7;
    claim.source.end = 6;
    bad = good;
    bad.claims = &claim;
    bad.n_claims = 1;
    assert_not_collected(&good, &bad);
    claim = good.claims[0];
    claim.kind = CLAIMEX_RANK + 1;
    assert_not_collected(&good, &bad);
    const claimex_allocator incomplete = { NULL, NULL, NULL, NULL };
    claimex_batch *none = batch;
    assert_int_equal(claimex_batch_collect(&good, 1, &incomplete, &none, NULL), CLAIMEX_BAD_ARGUMENT);
    assert_null(none);
    assert_int_equal(claimex_batch_collect(NULL, 1, NULL, &none, NULL), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(claimex_batch_collect(&good, 1, NULL, NULL, NULL), CLAIMEX_BAD_ARGUMENT);
    claimex_batch_free(batch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_number_of_threads),
        cmocka_unit_test(test_options_hold_for_every_text),
        cmocka_unit_test(test_reference_dates),
        cmocka_unit_test(test_no_texts),
        cmocka_unit_test(test_what_is_beyond),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_a_batch_stands_alone),
        cmocka_unit_test(test_collect),
        cmocka_unit_test(test_collect_refuses),
    };
    make_texts();
    return cmocka_run_group_tests(tests, start, stop);
}
