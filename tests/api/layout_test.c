/* The layout that bindings in other languages rely on: the same numbers on every platform, written down once more.
 * A change here breaks every program that was linked before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "claimex.h"

#define VALUE(name, value) _Static_assert((name) == (value), #name)
#define SIZE(type, size) _Static_assert(sizeof(type) == (size), "the size of " #type)
#define AT(type, member, offset) _Static_assert(offsetof(type, member) == (offset), #type "." #member)

SIZE(claimex_decimal, 16);
AT(claimex_decimal, digits, 0);
AT(claimex_decimal, exponent, 8);
AT(claimex_decimal, flags, 12);

SIZE(claimex_moment, 12);
AT(claimex_moment, year, 0);
AT(claimex_moment, zone_minutes, 4);
AT(claimex_moment, month, 6);
AT(claimex_moment, day, 7);
AT(claimex_moment, hour, 8);
AT(claimex_moment, minute, 9);
AT(claimex_moment, second, 10);
AT(claimex_moment, flags, 11);

SIZE(claimex_span, 8);
AT(claimex_span, start, 0);
AT(claimex_span, end, 4);

SIZE(claimex_claim, 208);
AT(claimex_claim, value, 0);
AT(claimex_claim, low, 16);
AT(claimex_claim, high, 32);
AT(claimex_claim, of, 48);
AT(claimex_claim, per_amount, 64);
AT(claimex_claim, at, 80);
AT(claimex_claim, modifier, 88);
AT(claimex_claim, subject, 96);
AT(claimex_claim, source, 104);
AT(claimex_claim, cue, 112);
AT(claimex_claim, sentence, 120);
AT(claimex_claim, unit, 128);
AT(claimex_claim, per, 132);
AT(claimex_claim, timex, 136);
AT(claimex_claim, readings, 140);
AT(claimex_claim, time, 144);
AT(claimex_claim, same_as, 148);
AT(claimex_claim, begins, 152);
AT(claimex_claim, ends, 164);
AT(claimex_claim, flags, 176);
AT(claimex_claim, kind, 180);
AT(claimex_claim, relation, 181);
AT(claimex_claim, role, 182);
AT(claimex_claim, change, 183);
AT(claimex_claim, stance, 184);
AT(claimex_claim, grain, 185);
AT(claimex_claim, reserved, 186);

SIZE(claimex_error, 192);
AT(claimex_error, status, 0);
AT(claimex_error, reserved, 4);
AT(claimex_error, offset, 8);
AT(claimex_error, message, 16);

SIZE(claimex_position, 32);
AT(claimex_position, line, 0);
AT(claimex_position, column, 8);
AT(claimex_position, code_point, 16);
AT(claimex_position, utf16, 24);

SIZE(claimex_scan_options, 32);
AT(claimex_scan_options, size, 0);
AT(claimex_scan_options, kinds, 4);
AT(claimex_scan_options, reference, 8);
AT(claimex_scan_options, max_claims, 20);
AT(claimex_scan_options, default_currency, 24);
AT(claimex_scan_options, date_order, 28);
AT(claimex_scan_options, weekday_policy, 29);
AT(claimex_scan_options, fiscal_start, 30);
AT(claimex_scan_options, utf8_policy, 31);

/* Pointers differ in size, the order does not. */
AT(claimex_engine_options, size, 0);
AT(claimex_engine_options, flags, 4);
AT(claimex_engine_options, language, 8);
AT(claimex_engine_options, allocator, 8 + sizeof(void *));
AT(claimex_engine_options, extra_words, 8 + 2 * sizeof(void *));
AT(claimex_engine_options, extra_words_length, 8 + 3 * sizeof(void *));
SIZE(claimex_engine_options, 8 + 4 * sizeof(void *));

SIZE(claimex_allocator, 4 * sizeof(void *));
AT(claimex_allocator, alloc, 0);
AT(claimex_view, claims, 0);
AT(claimex_view, n_claims, sizeof(void *));
AT(claimex_view, strings, 2 * sizeof(void *));
AT(claimex_view, strings_length, 3 * sizeof(void *));
AT(claimex_view, incomplete, 4 * sizeof(void *));
AT(claimex_view, reserved, 4 + 4 * sizeof(void *));
AT(claimex_text, bytes, 0);
AT(claimex_text, length, sizeof(void *));
AT(claimex_text, reference, 2 * sizeof(void *));
AT(claimex_text, reserved, 12 + 2 * sizeof(void *));
AT(claimex_document, text, 0);
AT(claimex_document, length, sizeof(void *));
AT(claimex_document, claims, 2 * sizeof(void *));
AT(claimex_document, n_claims, 3 * sizeof(void *));
AT(claimex_document, strings, 4 * sizeof(void *));
AT(claimex_document, strings_length, 5 * sizeof(void *));
AT(claimex_document, incomplete, 6 * sizeof(void *));
AT(claimex_document, reserved, 4 + 6 * sizeof(void *));
AT(claimex_allocator, realloc, sizeof(void *));
AT(claimex_allocator, free, 2 * sizeof(void *));
AT(claimex_allocator, context, 3 * sizeof(void *));

/* Programs hold these as numbers. New ones follow at the end. */
VALUE(CLAIMEX_DECIMAL_PRESENT, 1);
VALUE(CLAIMEX_DECIMAL_INEXACT, 2);

VALUE(CLAIMEX_DECIMAL_TEXT_SIZE, 64);

VALUE(CLAIMEX_MOMENT_PRESENT, 1);
VALUE(CLAIMEX_MOMENT_TIME, 2);
VALUE(CLAIMEX_MOMENT_ZONE, 4);

VALUE(CLAIMEX_MOMENT_TEXT_SIZE, 40);

VALUE(CLAIMEX_PERCENTAGE, 0);
VALUE(CLAIMEX_MONEY, 1);
VALUE(CLAIMEX_DATE, 2);
VALUE(CLAIMEX_COUNT, 3);
VALUE(CLAIMEX_RATIO, 4);
VALUE(CLAIMEX_MULTIPLE, 5);
VALUE(CLAIMEX_DURATION, 6);
VALUE(CLAIMEX_AGE, 7);
VALUE(CLAIMEX_MEASURE, 8);
VALUE(CLAIMEX_RANK, 9);

VALUE(CLAIMEX_EQ, 0);
VALUE(CLAIMEX_APPROX, 1);
VALUE(CLAIMEX_GT, 2);
VALUE(CLAIMEX_GE, 3);
VALUE(CLAIMEX_LT, 4);
VALUE(CLAIMEX_LE, 5);
VALUE(CLAIMEX_RANGE, 6);

VALUE(CLAIMEX_ROLE_NONE, 0);
VALUE(CLAIMEX_ROLE_FROM, 1);
VALUE(CLAIMEX_ROLE_TO, 2);
VALUE(CLAIMEX_ROLE_BY, 3);

VALUE(CLAIMEX_CHANGE_NONE, 0);
VALUE(CLAIMEX_CHANGE_UP, 1);
VALUE(CLAIMEX_CHANGE_DOWN, 2);

VALUE(CLAIMEX_STATED, 0);
VALUE(CLAIMEX_FORECAST, 1);
VALUE(CLAIMEX_GOAL, 2);
VALUE(CLAIMEX_POSSIBLE, 3);
VALUE(CLAIMEX_NEGATED, 4);

VALUE(CLAIMEX_GRAIN_NONE, 0);
VALUE(CLAIMEX_GRAIN_CENTURY, 1);
VALUE(CLAIMEX_GRAIN_DECADE, 2);
VALUE(CLAIMEX_GRAIN_YEAR, 3);
VALUE(CLAIMEX_GRAIN_HALF, 4);
VALUE(CLAIMEX_GRAIN_QUARTER, 5);
VALUE(CLAIMEX_GRAIN_SEASON, 6);
VALUE(CLAIMEX_GRAIN_MONTH, 7);
VALUE(CLAIMEX_GRAIN_WEEK, 8);
VALUE(CLAIMEX_GRAIN_WEEKEND, 9);
VALUE(CLAIMEX_GRAIN_DAY, 10);
VALUE(CLAIMEX_GRAIN_DAYPART, 11);
VALUE(CLAIMEX_GRAIN_HOUR, 12);
VALUE(CLAIMEX_GRAIN_MINUTE, 13);
VALUE(CLAIMEX_GRAIN_SECOND, 14);

VALUE(CLAIMEX_QUOTED, 1);
VALUE(CLAIMEX_INEXACT, 2);

VALUE(CLAIMEX_ENGINE_NO_JIT, 1);

VALUE(CLAIMEX_MATCH_LIMIT, 1);
VALUE(CLAIMEX_CLAIM_LIMIT, 2);

VALUE(CLAIMEX_MONTH_FIRST, 0);
VALUE(CLAIMEX_DAY_FIRST, 1);
VALUE(CLAIMEX_YEAR_FIRST, 2);

VALUE(CLAIMEX_NEAREST_IN_TENSE, 0);
VALUE(CLAIMEX_ALWAYS_PAST, 1);
VALUE(CLAIMEX_ALWAYS_FUTURE, 2);

VALUE(CLAIMEX_UTF8_REFUSE, 0);
VALUE(CLAIMEX_UTF8_SKIP, 1);

VALUE(CLAIMEX_OK, 0);
VALUE(CLAIMEX_NO_MEMORY, -1);
VALUE(CLAIMEX_BAD_ARGUMENT, -2);
VALUE(CLAIMEX_TOO_LARGE, -3);
VALUE(CLAIMEX_INVALID_UTF8, -4);
VALUE(CLAIMEX_UNKNOWN_LANGUAGE, -5);
VALUE(CLAIMEX_BAD_LEXICON, -6);
VALUE(CLAIMEX_WRITE_FAILED, -7);
VALUE(CLAIMEX_INTERNAL, -8);
VALUE(CLAIMEX_BYTES, 0);
VALUE(CLAIMEX_CODE_POINTS, 1);
VALUE(CLAIMEX_UTF16, 2);

static void test_claim_size(void **state)
{
    (void)state;
    assert_int_equal(claimex_claim_size(), 208);
}

static void test_version(void **state)
{
    (void)state;
    assert_string_equal(claimex_version(), CLAIMEX_VERSION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_claim_size),
        cmocka_unit_test(test_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
