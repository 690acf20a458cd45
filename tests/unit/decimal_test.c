#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "values/decimal.h"

enum { ABSENT, EXACT = CLAIMEX_DECIMAL_PRESENT, INEXACT = CLAIMEX_DECIMAL_PRESENT | CLAIMEX_DECIMAL_INEXACT };

static void check_at(claimex_decimal found, int64_t digits, int exponent, unsigned flags, int line)
{
    if (found.digits != digits || found.exponent != exponent || found.flags != flags) {
        fail_msg("line %d: found %lld * 10^%d, flags %u", line, (long long)found.digits, (int)found.exponent,
                 (unsigned)found.flags);
    }
}

#define check(found, digits, exponent, flags) check_at(found, digits, exponent, flags, __LINE__)
#define check_absent(found) check_at(found, 0, 0, ABSENT, __LINE__)

static const claimex_decimal absent = { 0, 0, 0 };

static claimex_decimal make(int64_t digits)
{
    return decimal_make(digits, 0);
}

/* "-12.5" by the function under test for digits, so that examples can be read. */
static claimex_decimal from(const char *text)
{
    char digits[80];
    size_t n = 0;
    const char *point = strchr(text, '.');

    for (const char *at = text; *at != '\0'; at++) {
        if (*at >= '0' && *at <= '9') {
            digits[n++] = *at;
        }
    }
    claimex_decimal number = decimal_from_digits(digits, n, point != NULL ? strlen(point + 1) : 0);
    return text[0] == '-' ? decimal_negate(number) : number;
}

static void numbers_are_normalised(void **state)
{
    (void)state;
    check(decimal_make(0, 0), 0, 0, EXACT);
    check(decimal_make(0, 39), 0, 0, EXACT);
    check(decimal_make(0, INT_MIN), 0, 0, EXACT);
    check(decimal_make(1200, -1), 12, 1, EXACT);
    check(decimal_make(-1200, 0), -12, 2, EXACT);
    check(decimal_make(999999999999999999, 0), 999999999999999999, 0, EXACT);
    check(decimal_make(1000000000000000000, 0), 1, 18, EXACT);
}

static void nineteen_digits_round_half_to_even(void **state)
{
    (void)state;
    check(make(INT64_MAX), 922337203685477581, 1, INEXACT); /* …807 */
    check(make(INT64_MIN), -922337203685477581, 1, INEXACT); /* …808 */
    check(make(1234567890123456785), 123456789012345678, 1, INEXACT);
    check(make(1234567890123456775), 123456789012345678, 1, INEXACT);
    check(make(-1234567890123456786), -123456789012345679, 1, INEXACT);
    check(make(1234567890123456780), 123456789012345678, 1, EXACT);
    check(make(8999999999999999996), 9, 18, INEXACT);
}

static void exponents_have_bounds(void **state)
{
    (void)state;
    check(decimal_make(1, 40), 1, 40, EXACT);
    check(decimal_make(1, -40), 1, -40, EXACT);
    check_absent(decimal_make(1, 41));
    check_absent(decimal_make(1, -41));
    check(decimal_make(100, -42), 1, -40, EXACT);
    check_absent(decimal_make(100, 39));
    check_absent(decimal_make(1, INT_MAX));
    check_absent(decimal_make(10, INT_MAX));
    check_absent(decimal_make(1, INT_MIN));
    check(decimal_shift(decimal_make(3, 40), -80), 3, -40, EXACT);
    check_absent(decimal_shift(decimal_make(3, 40), INT_MAX));
    check_absent(decimal_shift(decimal_make(3, -40), INT_MIN));
    check_absent(decimal_multiply(decimal_make(1, 21), decimal_make(1, 20)));
    check_absent(decimal_divide(decimal_make(1, -21), decimal_make(1, 20)));
    check_absent(decimal_divide(decimal_make(1, -30), make(3)));
}

static void digits_become_numbers(void **state)
{
    (void)state;
    check_absent(decimal_from_digits("", 0, 0));
    check(decimal_from_digits("0", 1, 0), 0, 0, EXACT);
    check(decimal_from_digits("0000", 4, 3), 0, 0, EXACT);
    check(decimal_from_digits("239", 3, 1), 239, -1, EXACT);
    check(decimal_from_digits("00015800", 8, 2), 158, 0, EXACT);
    check(decimal_from_digits("5", 1, 4), 5, -4, EXACT);
    check(decimal_from_digits("00000000000000000000000000007", 29, 0), 7, 0, EXACT);
    check(decimal_from_digits("00000000000000000000000000007", 29, 28), 7, -28, EXACT);
    check(decimal_from_digits("100000000000000000000000000000000000000000", 42, 1), 1, 40, EXACT);
    check_absent(decimal_from_digits("100000000000000000000000000000000000000000", 42, 0));
}

static void digits_beyond_eighteen_are_cut(void **state)
{
    (void)state;
    check(from("123456789012345678"), 123456789012345678, 0, EXACT);
    check(from("12345678901234567800000"), 123456789012345678, 5, EXACT);
    check(from("1234567890123456785"), 123456789012345678, 1, INEXACT);
    check(from("12345678901234567850000000000000000001"), 123456789012345679, 20, INEXACT);
    check(from("1234567890123456775"), 123456789012345678, 1, INEXACT);
    check(from("12345678901234567.84999"), 123456789012345678, -1, INEXACT);
    check(from("9999999999999999999"), 1, 19, INEXACT);
    check(from("3.14159265358979323846264338327950288"), 314159265358979324, -17, INEXACT);
}

static void sums_are_exact_or_rounded_once(void **state)
{
    (void)state;
    check(decimal_add(from("0.1"), from("0.2")), 3, -1, EXACT);
    check(decimal_add(from("2"), from("0.5")), 25, -1, EXACT);
    check(decimal_add(from("7"), from("-7")), 0, 0, EXACT);
    check(decimal_add(make(0), from("1.5")), 15, -1, EXACT);
    check(decimal_add(decimal_make(0, 0), decimal_make(1, -40)), 1, -40, EXACT);
    check(decimal_subtract(from("1"), from("2.25")), -125, -2, EXACT);
    check(decimal_subtract(from("-1"), from("-1")), 0, 0, EXACT);
    check(decimal_add(from("999999999999999999"), from("1")), 1, 18, EXACT);
    check(decimal_add(from("999999999999999999"), from("0.5")), 1, 18, INEXACT);
    check(decimal_add(from("999999999999999998"), from("0.5")), 999999999999999998, 0, INEXACT);
    check(decimal_add(from("999999999999999998"), from("0.50000000001")), 999999999999999999, 0, INEXACT);
    check(decimal_add(from("100000000000000000"), from("0.25")), 1, 17, INEXACT);
}

static void sums_of_far_numbers_round_rightly(void **state)
{
    (void)state;
    check(decimal_add(decimal_make(1, 40), decimal_make(1, -40)), 1, 40, INEXACT);
    check(decimal_subtract(decimal_make(1, 40), decimal_make(1, -40)), 1, 40, INEXACT);
    check(decimal_subtract(decimal_make(1, 18), from("0.06")), 1, 18, INEXACT);
    check(decimal_subtract(decimal_make(1, 18), from("0.5")), 1, 18, INEXACT);
    check(decimal_subtract(decimal_make(1, 18), from("0.51")), 999999999999999999, 0, INEXACT);
    /* A tie at the 18th digit, broken by something 40 places below. */
    claimex_decimal odd = decimal_make(123456789012345677, 10);
    claimex_decimal tie = decimal_make(5, 9);
    check(decimal_add(odd, tie), 123456789012345678, 10, INEXACT);
    check(decimal_subtract(odd, tie), 123456789012345676, 10, INEXACT);
    check(decimal_add(decimal_make(123456789012345676, 22), decimal_make(500000000000000001, 4)),
          123456789012345677, 22, INEXACT);
    check(decimal_subtract(decimal_make(123456789012345677, 22), decimal_make(500000000000000001, 4)),
          123456789012345676, 22, INEXACT);
    check(decimal_subtract(decimal_make(123456789012345677, 22), decimal_make(499999999999999999, 4)),
          123456789012345677, 22, INEXACT);
}

static void products_are_exact_or_rounded_once(void **state)
{
    (void)state;
    check(decimal_multiply(from("23.9"), decimal_make(1, 12)), 239, 11, EXACT);
    check(decimal_multiply(from("-2.5"), from("4")), -1, 1, EXACT);
    check(decimal_multiply(from("-2.5"), from("-0.4")), 1, 0, EXACT);
    check(decimal_multiply(from("-2.5"), make(0)), 0, 0, EXACT);
    check(decimal_multiply(from("999999999"), from("999999999")), 999999998000000001, 0, EXACT);
    check(decimal_multiply(from("999999999999999999"), from("999999999999999999")), 999999999999999998, 18, INEXACT);
    check(decimal_multiply(from("500000000000000000.5"), from("3")), 15, 17, INEXACT);
    check(decimal_multiply(from("100000000000000001"), from("15")), 150000000000000002, 1, INEXACT);
    check(decimal_multiply(from("100000000000000003"), from("15")), 150000000000000004, 1, INEXACT);
    check(decimal_multiply(from("4294967296"), from("4294967296")), 184467440737095516, 2, INEXACT);
}

static void quotients_are_exact_or_rounded_once(void **state)
{
    (void)state;
    check(decimal_divide(make(1), make(3)), 333333333333333333, -18, INEXACT);
    check(decimal_divide(make(2), make(-3)), -666666666666666667, -18, INEXACT);
    check(decimal_divide(make(1), make(8)), 125, -3, EXACT);
    check(decimal_divide(make(50), make(100)), 5, -1, EXACT);
    check(decimal_divide(make(0), make(7)), 0, 0, EXACT);
    check(decimal_divide(decimal_make(6, 11), decimal_make(4, -3)), 15, 13, EXACT);
    check(decimal_divide(make(1), from("999999999999999999")), 1, -18, INEXACT);
    check(decimal_divide(from("999999999999999999"), make(2)), 5, 17, INEXACT);
    check(decimal_divide(from("999999999999999997"), make(2)), 499999999999999998, 0, INEXACT);
    check_absent(decimal_divide(make(1), make(0)));
}

static void inexact_and_absent_are_passed_on(void **state)
{
    claimex_decimal third = decimal_divide(make(1), make(3));
    (void)state;

    check(decimal_multiply(third, make(3)), 999999999999999999, -18, INEXACT);
    check(decimal_add(third, make(0)), 333333333333333333, -18, INEXACT);
    check(decimal_add(make(0), third), 333333333333333333, -18, INEXACT);
    check(decimal_shift(third, 18), 333333333333333333, 0, INEXACT);
    check(decimal_negate(third), -333333333333333333, -18, INEXACT);
    check(decimal_divide(make(1), decimal_shift(third, 1)), 3, -1, INEXACT);
    check_absent(decimal_add(absent, make(1)));
    check_absent(decimal_add(make(1), absent));
    check_absent(decimal_subtract(make(1), absent));
    check_absent(decimal_multiply(absent, make(1)));
    check_absent(decimal_multiply(make(1), absent));
    check_absent(decimal_divide(absent, make(1)));
    check_absent(decimal_divide(make(1), absent));
    check_absent(decimal_shift(absent, 1));
    check_absent(decimal_negate(absent));
}

static void comparison_is_an_order(void **state)
{
    const claimex_decimal ascending[] = {
        decimal_make(-1, 40), from("-12"),           from("-2.5"),
        decimal_make(-1, -40), make(0),              decimal_make(1, -40),
        from("0.999999999999999999"), make(1),       from("1.00000000000000001"),
        make(2),              make(10),              from("999999999999999999"),
        decimal_make(1, 18),  decimal_make(999999999999999999, 22), decimal_make(1, 40),
    };
    const int n = sizeof ascending / sizeof *ascending;
    (void)state;

    for (int i = 0; i < n; i++) {
        for (int k = 0; k < n; k++) {
            assert_int_equal(decimal_compare(ascending[i], ascending[k]), (i > k) - (i < k));
        }
    }
}

static void check_integer(claimex_decimal number, int64_t expected)
{
    int64_t integer;

    assert_true(decimal_to_integer(number, &integer));
    assert_true(integer == expected);
}

static void whole_numbers_are_integers(void **state)
{
    int64_t integer = 42;
    (void)state;

    check_integer(make(0), 0);
    check_integer(make(-12300), -12300);
    check_integer(decimal_make(9, 18), 9000000000000000000);
    check_integer(decimal_make(-9, 18), -9000000000000000000);
    check_integer(decimal_make(922337203685477580, 1), 9223372036854775800);
    assert_false(decimal_to_integer(decimal_make(922337203685477581, 1), &integer));
    assert_false(decimal_to_integer(decimal_make(-922337203685477581, 1), &integer));
    assert_false(decimal_to_integer(decimal_make(1, 19), &integer));
    assert_false(decimal_to_integer(decimal_make(-1, 40), &integer));
    assert_false(decimal_to_integer(from("0.5"), &integer));
    assert_false(decimal_to_integer(absent, &integer));
    assert_int_equal(integer, 42);
}

static void check_text(claimex_decimal number, const char *expected)
{
    char text[CLAIMEX_DECIMAL_TEXT_SIZE + 1];

    memset(text, '#', sizeof text);
    assert_int_equal(claimex_decimal_text(number, text), strlen(expected));
    assert_string_equal(text, expected);
    assert_int_equal(text[CLAIMEX_DECIMAL_TEXT_SIZE], '#');
}

static void text_is_plain(void **state)
{
    (void)state;
    check_text(make(0), "0");
    check_text(from("23.9"), "23.9");
    check_text(decimal_make(239, 11), "23900000000000");
    check_text(from("-0.25"), "-0.25");
    check_text(from("0.05"), "0.05");
    check_text(from("-100"), "-100");
    check_text(from("10.01"), "10.01");
    check_text(from("0.123456789012345678"), "0.123456789012345678");
    check_text(decimal_make(1, -40), "0.0000000000000000000000000000000000000001");
    check_text(decimal_make(-999999999999999999, 40), "-9999999999999999990000000000000000000000000000000000000000");
    check_text(decimal_make(-123456789012345678, -40), "-0.0000000000000000000000123456789012345678");
    check_text(absent, "");
}

static void text_of_numbers_made_by_hand_fits(void **state)
{
    const unsigned present = CLAIMEX_DECIMAL_PRESENT;
    (void)state;

    check_text((claimex_decimal){ 0, 5, present }, "0");
    check_text((claimex_decimal){ 1200, -1, present }, "120");
    check_text((claimex_decimal){ INT64_MIN, 0, present }, "-9223372036854775810");
    check_text((claimex_decimal){ INT64_MIN, 40, present }, "");
    check_text((claimex_decimal){ 1, INT32_MAX, present }, "");
    check_text((claimex_decimal){ 1, INT32_MIN, present }, "");
    check_text((claimex_decimal){ 7, 0, 0 }, "");
    assert_int_equal(claimex_decimal_text(make(1), NULL), 0);
}

static void check_double(claimex_decimal number, double expected)
{
    double found = claimex_decimal_double(number);

    assert_memory_equal(&found, &expected, sizeof found); /* the sign of zero too */
}

static void doubles_are_the_nearest(void **state)
{
    (void)state;
    check_double(absent, 0.0);
    check_double(make(0), 0.0);
    check_double(make(1), 1.0);
    check_double(make(-3), -3.0);
    check_double(from("0.1"), 0.1);
    check_double(from("2.675"), 2.675);
    check_double(decimal_make(239, 11), 23900000000000.0);
    check_double(decimal_make(999999999999999, 22), 999999999999999e22);
    check_double(decimal_make(-999999999999999, -22), -999999999999999e-22);
    check_double(decimal_make(123456789012345678, -17), 1.23456789012345678);
    check_double(decimal_make(999999999999999999, 40), 999999999999999999e40);
    check_double(decimal_make(1, -40), 1e-40);
    check_double(decimal_make(1, 40), 1e40);
    check_double(make(9007199254740993), 9007199254740992.0); /* 2^53 + 1: halfway, to even */
    check_double(make(9007199254740995), 9007199254740996.0);
    check_double(decimal_make(1673, 37), 1673e37); /* halfway in 64 bits, and a little more */
    check_double(decimal_make(867, -7), 867e-7);
    check_double(make(18014398509481983), 18014398509481984.0); /* the carry raises the exponent */
    check_double((claimex_decimal){ INT64_MIN, 0, CLAIMEX_DECIMAL_PRESENT }, -9223372036854775810.0);
    check_double((claimex_decimal){ 1, INT32_MAX, CLAIMEX_DECIMAL_PRESENT }, 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_normalised),
        cmocka_unit_test(nineteen_digits_round_half_to_even),
        cmocka_unit_test(exponents_have_bounds),
        cmocka_unit_test(digits_become_numbers),
        cmocka_unit_test(digits_beyond_eighteen_are_cut),
        cmocka_unit_test(sums_are_exact_or_rounded_once),
        cmocka_unit_test(sums_of_far_numbers_round_rightly),
        cmocka_unit_test(products_are_exact_or_rounded_once),
        cmocka_unit_test(quotients_are_exact_or_rounded_once),
        cmocka_unit_test(inexact_and_absent_are_passed_on),
        cmocka_unit_test(comparison_is_an_order),
        cmocka_unit_test(whole_numbers_are_integers),
        cmocka_unit_test(text_is_plain),
        cmocka_unit_test(text_of_numbers_made_by_hand_fits),
        cmocka_unit_test(doubles_are_the_nearest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
