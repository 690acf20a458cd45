/* What each function refuses, and what it leaves behind then. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"

static const char text[] = "It cost $5 and rose 7%.";
#define TEXT text, sizeof text - 1

/* The error is that of `status`, and says something in one line. */
static void assert_error(const claimex_error *error, int32_t status)
{
    assert_int_equal(error->status, status);
    assert_int_equal(error->reserved, 0);
    const char *end = memchr(error->message, '\0', sizeof error->message);
    assert_non_null(end);
    assert_true(end > error->message);
    assert_null(strchr(error->message, '\n'));
}

static void soil(claimex_error *error)
{
    memset(error, 0xa5, sizeof *error);
}

/* ------------------------------------------------------------------- engine */

/* Refused with `status`, with and without an error to fill; gives the offset that was named. */
static uint64_t assert_no_engine(const claimex_engine_options *options, int32_t status)
{
    claimex_error error;
    claimex_engine *made = engine;
    soil(&error);
    assert_int_equal(claimex_engine_new(options, &made, &error), status);
    assert_null(made);
    assert_error(&error, status);
    assert_int_equal(claimex_engine_new(options, &made, NULL), status);
    return error.offset;
}

static void test_engine_without_place(void **state)
{
    (void)state;
    claimex_error error;
    soil(&error);
    assert_int_equal(claimex_engine_new(NULL, NULL, &error), CLAIMEX_BAD_ARGUMENT);
    assert_error(&error, CLAIMEX_BAD_ARGUMENT);
}

static void test_faulty_engine_options(void **state)
{
    (void)state;
    claimex_engine_options options = test_engine_options();
    options.size = 0;
    assert_no_engine(&options, CLAIMEX_BAD_ARGUMENT);
    options = test_engine_options();
    options.flags |= UINT32_C(1) << 31;
    assert_no_engine(&options, CLAIMEX_BAD_ARGUMENT);
    options = test_engine_options();
    options.extra_words_length = 1;
    assert_no_engine(&options, CLAIMEX_BAD_ARGUMENT);
}

static void test_languages(void **state)
{
    (void)state;
    claimex_engine_options options = test_engine_options();
    static const char *const unknown[] = { "", "e", "xx", "eng", "english" };
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        options.language = unknown[i];
        assert_no_engine(&options, CLAIMEX_UNKNOWN_LANGUAGE);
    }
    static const char *const known[] = { "en", "en-GB", NULL };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        claimex_engine *made = NULL;
        options.language = known[i];
        assert_int_equal(claimex_engine_new(&options, &made, NULL), CLAIMEX_OK);
        claimex_engine_free(made);
    }
}

static void *never_alloc(size_t size, void *context)
{
    (void)size;
    (void)context;
    return NULL;
}

static void *never_realloc(void *pointer, size_t size, void *context)
{
    (void)pointer;
    (void)size;
    (void)context;
    return NULL;
}

static void never_free(void *pointer, void *context)
{
    (void)pointer;
    (void)context;
    fail_msg("freed what was never allocated");
}

static void test_incomplete_allocators(void **state)
{
    (void)state;
    const claimex_allocator allocators[] = {
        { NULL, never_realloc, never_free, NULL },
        { never_alloc, NULL, never_free, NULL },
        { never_alloc, never_realloc, NULL, NULL },
    };
    for (size_t i = 0; i < sizeof allocators / sizeof *allocators; i++) {
        claimex_engine_options options = test_engine_options();
        options.allocator = &allocators[i];
        assert_no_engine(&options, CLAIMEX_BAD_ARGUMENT);
    }
}

static void test_bad_extra_words(void **state)
{
    (void)state;
    static const struct {
        const char *words;
        uint64_t line_start; /* of the line at fault */
    } faulty[] = {
        { "nothing but a word\n", 0 },
        { "# a comment\nnothing but a word\n", 12 },
        { "# a comment\nfoo\tNO_SUCH_CLASS\n", 12 },
        { "# a comment\n\tCURRENCY=USD\n", 12 },
    };
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
        claimex_engine_options options = test_engine_options();
        options.extra_words = faulty[i].words;
        options.extra_words_length = strlen(faulty[i].words);
        const uint64_t offset = assert_no_engine(&options, CLAIMEX_BAD_LEXICON);
        assert_in_range(offset, faulty[i].line_start, options.extra_words_length);
    }
}

static void test_has_jit(void **state)
{
    (void)state;
    claimex_engine_options options = test_engine_options();
    options.flags |= CLAIMEX_ENGINE_NO_JIT;
    claimex_engine *interpreting = NULL;
    assert_int_equal(claimex_engine_new(&options, &interpreting, NULL), CLAIMEX_OK);
    assert_int_equal(claimex_engine_has_jit(interpreting), 0);
    claimex_engine_free(interpreting);
    assert_in_range(claimex_engine_has_jit(engine), 0, 1);
}

static void test_free_null(void **state)
{
    (void)state;
    claimex_engine_free(NULL);
    claimex_result_free(NULL);
}

/* ------------------------------------------------------------------- result */

static void test_result_new(void **state)
{
    (void)state;
    claimex_error error;
    claimex_result *made = result;
    soil(&error);
    assert_int_equal(claimex_result_new(NULL, &made, &error), CLAIMEX_BAD_ARGUMENT);
    assert_null(made);
    assert_error(&error, CLAIMEX_BAD_ARGUMENT);
    soil(&error);
    assert_int_equal(claimex_result_new(engine, NULL, &error), CLAIMEX_BAD_ARGUMENT);
    assert_error(&error, CLAIMEX_BAD_ARGUMENT);
}

static void assert_empty(const claimex_result *empty)
{
    size_t count = 1;
    size_t length = 0;
    assert_null(claimex_result_claims(empty, &count));
    assert_int_equal(count, 0);
    assert_string_equal(claimex_result_string(empty, 0), "");
    const char *strings = claimex_result_strings(empty, &length);
    assert_int_equal(length, 1);
    assert_int_equal(strings[0], '\0');
    assert_int_equal(claimex_result_incomplete(empty), 0);
}

static void test_new_result_is_empty(void **state)
{
    (void)state;
    claimex_result *fresh = NULL;
    assert_int_equal(claimex_result_new(engine, &fresh, NULL), CLAIMEX_OK);
    assert_empty(fresh);
    claimex_result_free(fresh);
}

/* --------------------------------------------------------------------- scan */

static int take(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)context += length;
    return 0;
}

static int refuse(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    (void)length;
    ++*(size_t *)context;
    return 1;
}

/* Fills the result, so that what a failure leaves can be seen. */
static void fill(void)
{
    size_t count;
    assert_int_equal(claimex_scan(engine, result, TEXT, NULL, NULL), CLAIMEX_OK);
    claimex_result_claims(result, &count);
    assert_int_equal(count, 2);
}

/* Both calls that scan refuse, say so, and leave the result empty and of use. */
static void assert_refused(const char *bytes, size_t length, const claimex_scan_options *options, int32_t status)
{
    claimex_error error;
    size_t written = 0;
    fill();
    soil(&error);
    assert_int_equal(claimex_scan(engine, result, bytes, length, options, &error), status);
    assert_error(&error, status);
    assert_empty(result);
    fill();
    soil(&error);
    assert_int_equal(claimex_explain(engine, result, bytes, length, options, take, &written, &error), status);
    assert_error(&error, status);
    assert_empty(result);
    assert_int_equal(claimex_scan(engine, result, bytes, length, options, NULL), status);
    fill();
}

static void test_scan_null(void **state)
{
    (void)state;
    claimex_error error;
    assert_refused(NULL, 1, NULL, CLAIMEX_BAD_ARGUMENT);
    soil(&error);
    assert_int_equal(claimex_scan(engine, NULL, TEXT, NULL, &error), CLAIMEX_BAD_ARGUMENT);
    assert_error(&error, CLAIMEX_BAD_ARGUMENT);
    fill();
    soil(&error);
    assert_int_equal(claimex_scan(NULL, result, TEXT, NULL, &error), CLAIMEX_BAD_ARGUMENT);
    assert_error(&error, CLAIMEX_BAD_ARGUMENT);
    assert_empty(result);
}

/* A result knows the engine that it was made for. */
static void test_scan_with_another_engine(void **state)
{
    (void)state;
    claimex_engine *other = test_engine_new();
    assert_non_null(other);
    assert_int_equal(claimex_scan(other, result, TEXT, NULL, NULL), CLAIMEX_BAD_ARGUMENT);
    claimex_engine_free(other);
}

static void test_faulty_scan_options(void **state)
{
    (void)state;
    const claimex_scan_options init = CLAIMEX_SCAN_OPTIONS_INIT;
    claimex_scan_options faulty[] = { init, init, init, init, init, init, init, init, init };
    faulty[0].size = 0;
    faulty[1].kinds = CLAIMEX_KIND(31);
    faulty[2].date_order = CLAIMEX_YEAR_FIRST + 1;
    faulty[3].weekday_policy = CLAIMEX_ALWAYS_FUTURE + 1;
    faulty[4].utf8_policy = CLAIMEX_UTF8_SKIP + 1;
    faulty[5].fiscal_start = 13;
    memcpy(faulty[6].default_currency, "US", 3);
    memcpy(faulty[7].default_currency, "USDT", 4);
    faulty[8].reference = (claimex_moment){ 2023, 0, 2, 29, 0, 0, 0, CLAIMEX_MOMENT_PRESENT };
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
        assert_refused(TEXT, &faulty[i], CLAIMEX_BAD_ARGUMENT);
    }
}

/* Refused before a byte is read. */
static void test_too_large(void **state)
{
    (void)state;
#if SIZE_MAX > UINT32_MAX
    assert_refused(text, (size_t)UINT32_MAX + 1, NULL, CLAIMEX_TOO_LARGE);
    assert_refused(text, SIZE_MAX, NULL, CLAIMEX_TOO_LARGE);
#endif
}

/* A call that succeeds leaves the error alone. */
static void test_success_leaves_error(void **state)
{
    (void)state;
    claimex_error error;
    claimex_error untouched;
    claimex_engine *made_engine = NULL;
    claimex_result *made_result = NULL;
    claimex_position position;
    size_t written = 0;
    soil(&error);
    soil(&untouched);
    assert_int_equal(claimex_engine_new(NULL, &made_engine, &error), CLAIMEX_OK);
    assert_int_equal(claimex_result_new(made_engine, &made_result, &error), CLAIMEX_OK);
    assert_int_equal(claimex_scan(made_engine, made_result, TEXT, NULL, &error), CLAIMEX_OK);
    assert_int_equal(claimex_explain(made_engine, made_result, TEXT, NULL, take, &written, &error), CLAIMEX_OK);
    assert_int_equal(claimex_locate(TEXT, 3, &position, &error), CLAIMEX_OK);
    assert_memory_equal(&error, &untouched, sizeof error);
    claimex_result_free(made_result);
    claimex_engine_free(made_engine);
}

/* ------------------------------------------------------------------ explain */

static void test_explain_writes(void **state)
{
    (void)state;
    size_t written = 0;
    size_t count;
    assert_int_equal(claimex_explain(engine, result, TEXT, NULL, take, &written, NULL), CLAIMEX_OK);
    assert_true(written > 0);
    claimex_result_claims(result, &count);
    assert_int_equal(count, 2);
}

/* The speaker of the last claim stands behind the limit. */
static void test_explain_finds_what_scan_finds(void **state)
{
    (void)state;
    static const char speech[] = "\"It cost $5 and $6. We were glad of it,\" Ruiz said.";
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    claimex_claim scanned;
    size_t written = 0, count;
    options.max_claims = 1;
    assert_int_equal(claimex_scan(engine, result, speech, sizeof speech - 1, &options, NULL), CLAIMEX_OK);
    scanned = *claimex_result_claims(result, &count);
    assert_int_equal(count, 1);
    assert_true(scanned.source.end > 0);
    assert_int_equal(claimex_explain(engine, result, speech, sizeof speech - 1, &options, take, &written, NULL),
                     CLAIMEX_OK);
    assert_memory_equal(claimex_result_claims(result, &count), &scanned, sizeof scanned);
}

static void test_explain_without_writer(void **state)
{
    (void)state;
    claimex_error error;
    soil(&error);
    fill();
    assert_int_equal(claimex_explain(engine, result, TEXT, NULL, NULL, NULL, &error), CLAIMEX_BAD_ARGUMENT);
    assert_error(&error, CLAIMEX_BAD_ARGUMENT);
    assert_empty(result);
}

/* The writer is not called again once it has refused. */
static void test_explain_stopped(void **state)
{
    (void)state;
    claimex_error error;
    size_t calls = 0;
    soil(&error);
    assert_int_equal(claimex_explain(engine, result, TEXT, NULL, refuse, &calls, &error), CLAIMEX_WRITE_FAILED);
    assert_error(&error, CLAIMEX_WRITE_FAILED);
    assert_empty(result);
    assert_int_equal(calls, 1);
}

/* ------------------------------------------------------------------- locate */

static void assert_not_located(const char *bytes, size_t length, uint64_t offset, claimex_position *position)
{
    claimex_error error;
    soil(&error);
    assert_int_equal(claimex_locate(bytes, length, offset, position, &error), CLAIMEX_BAD_ARGUMENT);
    assert_error(&error, CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(claimex_locate(bytes, length, offset, position, NULL), CLAIMEX_BAD_ARGUMENT);
}

static void test_locate(void **state)
{
    (void)state;
    claimex_position position;
    assert_not_located(NULL, 1, 0, &position);
    assert_not_located(text, 5, 6, &position);
    assert_not_located(text, 5, 2, NULL);
    assert_int_equal(claimex_locate(NULL, 0, 0, &position, NULL), CLAIMEX_OK);
    assert_int_equal(position.line, 1);
    assert_int_equal(position.column, 1);
}

static void test_locate_many(void **state)
{
    (void)state;
    claimex_error error;
    claimex_position positions[3];
    const uint64_t descending[] = { 1, 4, 3 };
    const uint64_t beyond[] = { 1, 99, 100 };
    soil(&error);
    assert_int_equal(claimex_locate_many(text, 5, descending, 3, positions, &error), CLAIMEX_BAD_ARGUMENT);
    assert_error(&error, CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(error.offset, 2);
    assert_int_equal(claimex_locate_many(text, 5, beyond, 3, positions, &error), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(error.offset, 1);
    assert_int_equal(claimex_locate_many(NULL, 5, beyond, 1, positions, NULL), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(claimex_locate_many(text, 5, NULL, 1, positions, NULL), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(claimex_locate_many(text, 5, descending, 1, NULL, NULL), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(claimex_locate_many(text, 5, NULL, 0, NULL, NULL), CLAIMEX_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_engine_without_place),
        cmocka_unit_test(test_faulty_engine_options),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_incomplete_allocators),
        cmocka_unit_test(test_bad_extra_words),
        cmocka_unit_test(test_has_jit),
        cmocka_unit_test(test_free_null),
        cmocka_unit_test(test_result_new),
        cmocka_unit_test(test_new_result_is_empty),
        cmocka_unit_test(test_scan_null),
        cmocka_unit_test(test_scan_with_another_engine),
        cmocka_unit_test(test_faulty_scan_options),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_success_leaves_error),
        cmocka_unit_test(test_explain_writes),
        cmocka_unit_test(test_explain_finds_what_scan_finds),
        cmocka_unit_test(test_explain_without_writer),
        cmocka_unit_test(test_explain_stopped),
        cmocka_unit_test(test_locate),
        cmocka_unit_test(test_locate_many),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
