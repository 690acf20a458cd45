/* Names and numbers of the enums never change: programs store both. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "claimex.h"

typedef const char *name_function(uint8_t value);

/* `names` in the order of their numbers, ended by NULL. */
static void assert_names(name_function *name, const char *const *names)
{
    uint8_t value = 0;
    for (; names[value] != NULL; value++) {
        assert_non_null(name(value));
        assert_string_equal(name(value), names[value]);
    }
    for (unsigned unknown = value; unknown <= UINT8_MAX; unknown++) {
        assert_null(name((uint8_t)unknown));
    }
}

static void test_kinds(void **state)
{
    (void)state;
    static const char *const names[] = {
        [CLAIMEX_PERCENTAGE] = "percentage",
        [CLAIMEX_MONEY] = "money",
        [CLAIMEX_DATE] = "date",
        [CLAIMEX_COUNT] = "count",
        [CLAIMEX_RATIO] = "ratio",
        [CLAIMEX_MULTIPLE] = "multiple",
        [CLAIMEX_DURATION] = "duration",
        [CLAIMEX_AGE] = "age",
        [CLAIMEX_MEASURE] = "measure",
        [CLAIMEX_RANK] = "rank",
        [CLAIMEX_RANK + 1] = NULL,
    };
    assert_names(claimex_kind_name, names);
}

static void test_relations(void **state)
{
    (void)state;
    static const char *const names[] = { "eq", "approx", "gt", "ge", "lt", "le", "range", NULL };
    assert_names(claimex_relation_name, names);
}

static void test_roles(void **state)
{
    (void)state;
    static const char *const names[] = { "none", "from", "to", "by", NULL };
    assert_names(claimex_role_name, names);
}

static void test_changes(void **state)
{
    (void)state;
    static const char *const names[] = { "none", "up", "down", NULL };
    assert_names(claimex_change_name, names);
}

static void test_stances(void **state)
{
    (void)state;
    static const char *const names[] = { "stated", "forecast", "goal", "possible", "negated", NULL };
    assert_names(claimex_stance_name, names);
}

static void test_grains(void **state)
{
    (void)state;
    static const char *const names[] = { "none", "century", "decade", "year",    "half", "quarter", "season", "month",
                                         "week", "weekend", "day",    "daypart", "hour", "minute",  "second", NULL };
    assert_names(claimex_grain_name, names);
}

static void test_statuses(void **state)
{
    (void)state;
    static const char *const names[] = {
        "CLAIMEX_OK",          "CLAIMEX_NO_MEMORY",    "CLAIMEX_BAD_ARGUMENT",
        "CLAIMEX_TOO_LARGE",   "CLAIMEX_INVALID_UTF8", "CLAIMEX_UNKNOWN_LANGUAGE",
        "CLAIMEX_BAD_LEXICON", "CLAIMEX_WRITE_FAILED", "CLAIMEX_INTERNAL",
    };
    const int32_t count = sizeof names / sizeof *names;
    for (int32_t i = 0; i < count; i++) {
        assert_string_equal(claimex_status_name(-i), names[i]);
    }
    const int32_t unknown[] = { 1, -count, INT32_MIN, INT32_MAX };
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        assert_string_equal(claimex_status_name(unknown[i]), "unknown status");
    }
}

static void assert_decimal(claimex_decimal number, const char *text, double value)
{
    char buffer[CLAIMEX_DECIMAL_TEXT_SIZE];
    memset(buffer, 'x', sizeof buffer);
    assert_int_equal(claimex_decimal_text(number, buffer), strlen(text));
    assert_string_equal(buffer, text);
    assert_true(claimex_decimal_double(number) == value);
}

static void test_decimals(void **state)
{
    (void)state;
    const uint32_t present = CLAIMEX_DECIMAL_PRESENT;
    assert_decimal((claimex_decimal){ 0, 0, 0 }, "", 0);
    assert_decimal((claimex_decimal){ 0, 0, present }, "0", 0);
    assert_decimal((claimex_decimal){ 239, 11, present }, "23900000000000", 239e11);
    assert_decimal((claimex_decimal){ -25, -2, present }, "-0.25", -0.25);
    assert_decimal((claimex_decimal){ 7205, -3, present }, "7.205", 7.205);
    assert_decimal((claimex_decimal){ 333, -3, present | CLAIMEX_DECIMAL_INEXACT }, "0.333", 0.333);
}

/* The longest texts stay within the room that the header promises. */
static void test_longest_decimals(void **state)
{
    (void)state;
    char buffer[CLAIMEX_DECIMAL_TEXT_SIZE];
    claimex_decimal longest = { -999999999999999999, 40, CLAIMEX_DECIMAL_PRESENT };
    assert_int_equal(claimex_decimal_text(longest, buffer), 1 + 18 + 40);
    longest.exponent = -40;
    assert_int_equal(claimex_decimal_text(longest, buffer), 1 + 2 + 40);
}

static void assert_moment(const char *text, claimex_moment expected)
{
    claimex_moment moment;
    char buffer[CLAIMEX_MOMENT_TEXT_SIZE];
    memset(&moment, 0xa5, sizeof moment);
    assert_int_equal(claimex_moment_parse(text, strlen(text), &moment), 1);
    assert_memory_equal(&moment, &expected, sizeof moment);
    assert_int_equal(claimex_moment_text(expected, buffer), strlen(text));
    assert_string_equal(buffer, text);
}

static void test_moments(void **state)
{
    (void)state;
    const uint8_t day = CLAIMEX_MOMENT_PRESENT;
    const uint8_t time = CLAIMEX_MOMENT_PRESENT | CLAIMEX_MOMENT_TIME;
    const uint8_t zone = CLAIMEX_MOMENT_PRESENT | CLAIMEX_MOMENT_TIME | CLAIMEX_MOMENT_ZONE;
    assert_moment("2017-04-25", (claimex_moment){ 2017, 0, 4, 25, 0, 0, 0, day });
    assert_moment("2020-02-29", (claimex_moment){ 2020, 0, 2, 29, 0, 0, 0, day });
    assert_moment("2017-04-25T18:56", (claimex_moment){ 2017, 0, 4, 25, 18, 56, 0, time });
    assert_moment("2017-04-25T18:56:30", (claimex_moment){ 2017, 0, 4, 25, 18, 56, 30, time });
    assert_moment("2017-04-25T18:56:30+02:00", (claimex_moment){ 2017, 120, 4, 25, 18, 56, 30, zone });
    assert_moment("2017-04-25T18:56:30-03:30", (claimex_moment){ 2017, -210, 4, 25, 18, 56, 30, zone });
    char buffer[CLAIMEX_MOMENT_TEXT_SIZE] = "x";
    assert_int_equal(claimex_moment_text((claimex_moment){ 0 }, buffer), 0);
    assert_string_equal(buffer, "");
}

static void test_bad_moments(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",           "2017",       "2017-04",    "2017-4-25",   "2017-13-01",       "2017-00-01",       "2017-02-29",
        "1900-02-29", "2017-04-31", "2017-04-00", "2017-04-25 ", "2017-04-25T25:00", "2017-04-25T18:60", "today"
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        claimex_moment moment;
        claimex_moment untouched;
        memset(&moment, 0xa5, sizeof moment);
        memset(&untouched, 0xa5, sizeof untouched);
        if (claimex_moment_parse(texts[i], strlen(texts[i]), &moment) != 0) {
            fail_msg("accepted: %s", texts[i]);
        }
        assert_memory_equal(&moment, &untouched, sizeof moment);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),    cmocka_unit_test(test_relations),   cmocka_unit_test(test_roles),
        cmocka_unit_test(test_changes),  cmocka_unit_test(test_stances),     cmocka_unit_test(test_grains),
        cmocka_unit_test(test_statuses), cmocka_unit_test(test_decimals),    cmocka_unit_test(test_longest_decimals),
        cmocka_unit_test(test_moments),  cmocka_unit_test(test_bad_moments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
