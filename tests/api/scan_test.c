/* Which bytes are a text, and who owns what a scan leaves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "allocator.h"
#include "fixture.h"
#include "invariants.h"
#include "text.h"

/* Scans a copy that ends where the text ends and is gone before the claims are looked at. */
static size_t scan_copy(const char *text, size_t length, const claimex_scan_options *options)
{
    char *copy = malloc(length == 0 ? 1 : length);
    memcpy(copy, text, length);
    assert_int_equal(claimex_scan(engine, result, copy, length, options, NULL), CLAIMEX_OK);
    memset(copy, 0xff, length);
    free(copy);
    size_t count;
    claimex_result_claims(result, &count);
    return count;
}

static void assert_claim(const char *text, size_t index, const char *slice)
{
    size_t count;
    const claimex_claim *claims = claimex_result_claims(result, &count);
    assert_true(index < count);
    assert_int_equal(claims[index].at.end - claims[index].at.start, strlen(slice));
    assert_memory_equal(text + claims[index].at.start, slice, strlen(slice));
}

static void test_empty_text(void **state)
{
    (void)state;
    assert_int_equal(claimex_scan(engine, result, NULL, 0, NULL, NULL), CLAIMEX_OK);
    assert_int_equal(scan_copy("", 0, NULL), 0);
}

static void test_text_need_not_end_in_nul(void **state)
{
    (void)state;
    static const char text[] = "It rose 7%";
    assert_int_equal(scan_copy(text, sizeof text - 1, NULL), 1);
    assert_claim(text, 0, "7%");
}

/* Every beginning of texts of many shapes: nothing behind the last byte is looked at, nor what the whole text has left.
 */
static void test_nothing_behind_the_end_is_read(void **state)
{
    static const char *const texts[] = {
        "AT&T paid US$5 (4.2%) in the U.S. on May 4-5, 5 p.m.; 3/4 of 1,234 (\xC2\xBD) \"half\" in Q3 & AT",
        "Some 5% of the banks could see their trade at $4 and goods rising to $5 next year, the paper estimates.",
        "The claim that 5 left in the quarter to June and in the year ended Friday is wrong, up from 3 and later 2.",
        "Oil and gas rose 3% and 4%, respectively, and the rate stands at 5%, 400 fewer than in the 9 towns.",
        "He doesn't think that it would cut its forecast of growth by 5% but also lift 3 of 10 from a third to a "
        "quarter.",
        "Rates rose five times, to 2.9 times sales from 2.4 times, after cutting costs 5%, or 9%, of $4 in the 24 or "
        "25 May "
        "week beginning June 5, 2019 or the year to May 2020, a year earlier (built 1752), starting in 2028, up to $5 "
        "from $4.",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (size_t length = 0; length <= strlen(texts[i]); length++) {
            const claimex_scan_options options = { .size = sizeof options, .utf8_policy = CLAIMEX_UTF8_SKIP };
            scan_copy(texts[i], strlen(texts[i]), &options);
            scan_copy(texts[i], length, &options);
        }
    }
}

static void test_nul_bytes(void **state)
{
    (void)state;
    static const char text[] = "\0It cost $5.\0 \0 It rose 7%.\0";
    assert_int_equal(scan_copy(text, sizeof text - 1, NULL), 2);
    assert_claim(text, 0, "$5");
    assert_claim(text, 1, "7%");
}

static void test_invalid_utf8_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint64_t offset;
    } invalid[] = {
        { "\xff", 0 },
        { "\\text[a\xef]{b}", 7 }, /* what LaTeX leaves out hides nothing */
        { "It cost $5\x80 and 7%.", 10 },
        { "caf\xc3", 3 },            /* cut short */
        { "\xc3\xa9\xc0\xaf", 2 },   /* overlong */
        { "a\xed\xa0\x80", 1 },      /* surrogate */
        { "ab\xf4\x90\x80\x80", 2 }, /* above U+10FFFF */
        { "0123456789012345678901234567890123456789\xe2\x82", 40 },
    };
    for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++) {
        claimex_error error;
        const size_t length = strlen(invalid[i].text);
        assert_int_equal(claimex_scan(engine, result, invalid[i].text, length, NULL, &error), CLAIMEX_INVALID_UTF8);
        assert_int_equal(error.offset, invalid[i].offset);
    }
}

/* Bad bytes part words: what they cut is no claim, what stands beside them is, and its offsets stay true. */
static void test_invalid_utf8_skipped(void **state)
{
    (void)state;
    static const char text[] = "\xff\xfeIt cost $5 \xe2\x82 and\x80 rose 7%. Cut $1\xffm. \xc3";
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    options.utf8_policy = CLAIMEX_UTF8_SKIP;
    assert_in_range(scan_copy(text, sizeof text - 1, &options), 2, 3);
    assert_claim(text, 0, "$5");
    assert_claim(text, 1, "7%");
    size_t count;
    const claimex_claim *claims = claimex_result_claims(result, &count);
    for (size_t i = 0; i < count; i++) {
        for (uint32_t at = claims[i].at.start; at < claims[i].at.end; at++) {
            assert_true((unsigned char)text[at] < 0x80);
        }
    }
}

/* Every byte alone and in the middle: no crash, whatever is found. */
static void test_any_byte_skipped(void **state)
{
    (void)state;
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    options.utf8_policy = CLAIMEX_UTF8_SKIP;
    for (unsigned byte = 0; byte < 256; byte++) {
        char text[] = "It cost $5_5 and rose 7%._";
        text[10] = text[sizeof text - 2] = (char)byte;
        assert_in_range(scan_copy(text, sizeof text - 1, &options), 1, 3);
    }
}

static void test_kinds(void **state)
{
    (void)state;
    static const char text[] = "It cost $5 and rose 7%.";
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    options.kinds = CLAIMEX_KIND(CLAIMEX_PERCENTAGE);
    assert_int_equal(scan_copy(text, sizeof text - 1, &options), 1);
    assert_claim(text, 0, "7%");
    options.kinds = CLAIMEX_KIND(CLAIMEX_PERCENTAGE) | CLAIMEX_KIND(CLAIMEX_MONEY);
    assert_int_equal(scan_copy(text, sizeof text - 1, &options), 2);
}

static void test_max_claims(void **state)
{
    (void)state;
    static const char text[] = "It rose 5%, 6% and 7%.";
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    options.max_claims = 2;
    assert_int_equal(scan_copy(text, sizeof text - 1, &options), 2);
    assert_int_equal(claimex_result_incomplete(result), CLAIMEX_CLAIM_LIMIT);
    assert_claim(text, 1, "6%");
    options.max_claims = 3;
    assert_int_equal(scan_copy(text, sizeof text - 1, &options), 3);
    assert_int_equal(claimex_result_incomplete(result), 0);
}

/* What a scan finds depends on its text alone, not on what the result held. */
static void test_reuse_changes_nothing(void **state)
{
    (void)state;
    size_t count;
    size_t length;
    scan_copy(rich_text, sizeof rich_text - 1, NULL);
    const claimex_claim *claims = claimex_result_claims(result, &count);
    claimex_claim *first = malloc(count * sizeof *first);
    memcpy(first, claims, count * sizeof *first);
    const size_t first_count = count;
    scan_copy("Another text, with 5% and $6.", 29, NULL);
    scan_copy(rich_text, sizeof rich_text - 1, NULL);
    claims = claimex_result_claims(result, &count);
    assert_int_equal(count, first_count);
    assert_memory_equal(claims, first, count * sizeof *first);
    claimex_result_strings(result, &length);
    assert_true(length > 1);
    free(first);
}

/* The view stays where it is and says what the functions say, after a failure too. */
static void test_view(void **state)
{
    (void)state;
    static const char *const texts[] = { rich_text, "", "It rose 5%.", "\xff" };
    const claimex_view *view = claimex_result_view(result);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t count;
        size_t length;
        claimex_scan(engine, result, texts[i], strlen(texts[i]), NULL, NULL);
        assert_ptr_equal(claimex_result_view(result), view);
        assert_ptr_equal(view->claims, claimex_result_claims(result, &count));
        assert_int_equal(view->n_claims, count);
        assert_ptr_equal(view->strings, claimex_result_strings(result, &length));
        assert_int_equal(view->strings_length, length);
        assert_int_equal(view->incomplete, claimex_result_incomplete(result));
    }
    assert_null(claimex_result_view(NULL));
}

static void assert_promises_kept(const char *text)
{
    size_t index;
    const char *broken = invariants_broken(result, text, strlen(text), &index);
    if (broken != NULL) {
        fail_msg("claim %zu of \"%s\" breaks a promise: %s", index, text, broken);
    }
}

static void test_rich_text_keeps_the_promises(void **state)
{
    (void)state;
    assert_true(scan_copy(rich_text, sizeof rich_text - 1, NULL) >= 7);
    assert_promises_kept(rich_text);
}

/* What begins or ends outside of the calendar has neither begin nor end. */
static void test_edges_of_the_calendar(void **state)
{
    (void)state;
    static const char *const days[] = { "-9999-01-01",         "-9998-12-31", "-9995-06-01", "9995-06-01",
                                        "9999-12-31T23:59:59", "9999-12-31",  "9999-01-01" };
    static const char *const texts[] = {
        "It rose 5% over the past decade and will fall 5% over the next decade.",
        "It rose 5% this year to date, 6% last century and 7% since last week.",
        "It is open from Friday to Monday, from 8 p.m. to 2 a.m. and on the next day.",
        "Sales rose 4% in the year ended Dec. 31 and in the quarter ended Jan. 2.",
        "It ran from 11 p.m. on Dec. 31, 9999 to 2 a.m.; in the year ended Jan. 1, 9999 BC it fell 3%.",
        "In ten years, two centuries ago, this weekend, tonight, next winter, in 20 minutes.",
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
        assert_int_equal(claimex_moment_parse(days[i], strlen(days[i]), &options.reference), 1);
        for (size_t j = 0; j < sizeof texts / sizeof *texts; j++) {
            assert_true(scan_copy(texts[j], strlen(texts[j]), &options) > 0);
            assert_promises_kept(texts[j]);
        }
    }
}

/* ------------------------------------------------------------------- memory */

static claimex_engine *counted_engine(struct counting_allocator *counting)
{
    counting_allocator_init(counting);
    claimex_engine_options options = test_engine_options();
    const claimex_allocator copied = counting->allocator;
    options.allocator = &copied;
    claimex_engine *made = NULL;
    assert_int_equal(claimex_engine_new(&options, &made, NULL), CLAIMEX_OK);
    return made;
}

static void scan_rich(const claimex_engine *scanning, claimex_result *into, size_t length)
{
    assert_int_equal(claimex_scan(scanning, into, rich_text, length, NULL, NULL), CLAIMEX_OK);
}

static void test_warm_scan_allocates_nothing(void **state)
{
    (void)state;
    struct counting_allocator counting;
    claimex_engine *counted = counted_engine(&counting);
    claimex_result *warm = NULL;
    assert_int_equal(claimex_result_new(counted, &warm, NULL), CLAIMEX_OK);
    scan_rich(counted, warm, sizeof rich_text - 1);
    const size_t calls = counting.calls;
    assert_true(calls > 0);
    for (size_t i = 0; i < 10; i++) {
        scan_rich(counted, warm, sizeof rich_text - 1);
        scan_rich(counted, warm, 120);
    }
    assert_int_equal(counting.calls, calls);
    claimex_result_free(warm);
    claimex_engine_free(counted);
}

static void test_everything_is_given_back(void **state)
{
    (void)state;
    struct counting_allocator counting;
    claimex_engine *counted = counted_engine(&counting);
    claimex_result *results[3];
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(claimex_result_new(counted, &results[i], NULL), CLAIMEX_OK);
        scan_rich(counted, results[i], sizeof rich_text - 1);
    }
    for (size_t i = 0; i < 3; i++) {
        claimex_result_free(results[i]);
    }
    claimex_engine_free(counted);
    assert_int_equal(counting.blocks, 0);
    assert_int_equal(counting.bytes, 0);
    assert_false(counting.misused);
}

/* Results of one engine are apart: each owns its claims and strings. */
static void test_results_are_apart(void **state)
{
    (void)state;
    static const char text[] = "It cost $5.";
    claimex_result *other = NULL;
    assert_int_equal(claimex_result_new(engine, &other, NULL), CLAIMEX_OK);
    assert_int_equal(claimex_scan(engine, other, text, sizeof text - 1, NULL, NULL), CLAIMEX_OK);
    size_t count;
    const claimex_claim *claim = claimex_result_claims(other, &count);
    assert_int_equal(count, 1);
    scan_copy("It rose 7%", 10, NULL);
    assert_int_equal(claim->kind, CLAIMEX_MONEY);
    assert_string_equal(claimex_result_string(other, claim->unit), "USD");
    claimex_result_free(other);
}

/* The words are copied: the caller's may go. */
static void test_extra_words_are_copied(void **state)
{
    (void)state;
    static const char words[] = "galleon\tCURRENCY=XTS\ngalleons\tCURRENCY=XTS\n";
    static const char text[] = "It cost 5 galleons.";
    char *copy = malloc(sizeof words - 1);
    memcpy(copy, words, sizeof words - 1);
    claimex_engine_options options = test_engine_options();
    options.extra_words = copy;
    options.extra_words_length = sizeof words - 1;
    claimex_engine *with_words = NULL;
    claimex_result *found = NULL;
    assert_int_equal(claimex_engine_new(&options, &with_words, NULL), CLAIMEX_OK);
    memset(copy, 0xff, sizeof words - 1);
    free(copy);
    assert_int_equal(claimex_result_new(with_words, &found, NULL), CLAIMEX_OK);
    assert_int_equal(claimex_scan(with_words, found, text, sizeof text - 1, NULL, NULL), CLAIMEX_OK);
    size_t count;
    const claimex_claim *claim = claimex_result_claims(found, &count);
    assert_int_equal(count, 1);
    assert_int_equal(claim->kind, CLAIMEX_MONEY);
    assert_string_equal(claimex_result_string(found, claim->unit), "XTS");
    claimex_result_free(found);
    claimex_engine_free(with_words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_text),
        cmocka_unit_test(test_text_need_not_end_in_nul),
        cmocka_unit_test(test_nothing_behind_the_end_is_read),
        cmocka_unit_test(test_nul_bytes),
        cmocka_unit_test(test_invalid_utf8_refused),
        cmocka_unit_test(test_invalid_utf8_skipped),
        cmocka_unit_test(test_any_byte_skipped),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_max_claims),
        cmocka_unit_test(test_reuse_changes_nothing),
        cmocka_unit_test(test_view),
        cmocka_unit_test(test_rich_text_keeps_the_promises),
        cmocka_unit_test(test_edges_of_the_calendar),
        cmocka_unit_test(test_warm_scan_allocates_nothing),
        cmocka_unit_test(test_everything_is_given_back),
        cmocka_unit_test(test_results_are_apart),
        cmocka_unit_test(test_extra_words_are_copied),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
