/* Walking over the bits of a set. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/bits.h"

static void every_set_bit_is_found_in_order(void **state)
{
    static const unsigned wanted[] = { 0, 1, 63, 64, 130, 191 };
    uint64_t words[3] = { 0 };
    unsigned count = 0;
    (void)state;

    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        words[wanted[i] / 64] |= UINT64_C(1) << (wanted[i] % 64);
    }
    for (unsigned bit = bits_next(words, 3, 0); bit < 192; bit = bits_next(words, 3, bit + 1)) {
        assert_int_equal(bit, wanted[count]);
        count++;
    }
    assert_int_equal(count, sizeof wanted / sizeof *wanted);
}

static void an_empty_set_has_none(void **state)
{
    const uint64_t words[2] = { 0 };
    (void)state;

    assert_int_equal(bits_next(words, 2, 0), 128);
    assert_int_equal(bits_next(words, 2, 128), 128);
    assert_int_equal(bits_next(words, 0, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_set_bit_is_found_in_order),
        cmocka_unit_test(an_empty_set_has_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
