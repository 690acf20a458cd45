#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "claimex/locate.h"
#include "failing_allocator.h"
#include "text/units.h"

#define MIXED "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80 "

/* Long enough for several marks, at every place of a character. */
static struct slice mixed_text(void)
{
    static char text[997 * (sizeof MIXED - 1)];
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = MIXED[i % (sizeof MIXED - 1)];
    }
    return (struct slice){ text, sizeof text };
}

static bool starts_character(struct slice text, size_t at)
{
    return at == text.length || ((unsigned char)text.bytes[at] & 0xC0) != 0x80;
}

/* The other way to the same numbers, one offset at a time. */
static void check(struct slice text)
{
    struct units points = { .unit = UNIT_CODE_POINT };
    struct units utf16 = { .unit = UNIT_UTF16 };
    struct units bytes = { .unit = UNIT_BYTE };
    assert_true(units_read(&points, text, &memory_default));
    assert_true(units_read(&utf16, text, &memory_default));
    assert_true(units_read(&bytes, text, &memory_default));
    for (size_t at = text.length + 1; at-- > 0;) {
        claimex_position position;
        if (!starts_character(text, at)) {
            continue;
        }
        assert_int_equal(claimex_locate(text.bytes, text.length, at, &position, NULL), CLAIMEX_OK);
        assert_int_equal(units_at(&points, (uint32_t)at), position.code_point);
        assert_int_equal(units_at(&utf16, (uint32_t)at), position.utf16);
        assert_int_equal(units_at(&bytes, (uint32_t)at), at);
    }
    units_free(&points, &memory_default);
    units_free(&utf16, &memory_default);
    units_free(&bytes, &memory_default);
}

static void test_each_offset(void **state)
{
    (void)state;
    check(mixed_text());
    check(slice_of("plain"));
    check(slice_of(""));
    check(slice_of("\xf0\x9f\x98\x80"));
}

static void test_one_text_after_another(void **state)
{
    (void)state;
    struct units units = { .unit = UNIT_CODE_POINT };
    for (int round = 0; round < 2; round++) {
        assert_true(units_read(&units, mixed_text(), &memory_default));
        assert_true(units_read(&units, mixed_text(), &memory_default));
        assert_int_equal(units_at(&units, 11 * 100), 500);
        assert_true(units_read(&units, slice_of("as it is"), &memory_default));
        assert_int_equal(units_at(&units, 7), 7);
    }
    units_free(&units, &memory_default);
}

static void test_out_of_memory(void **state)
{
    (void)state;
    struct units units = { .unit = UNIT_CODE_POINT };
    struct failing failing = { 0, 0 };
    const claimex_allocator allocator = failing_allocator(&failing);
    for (int round = 0; round < 2; round++) {
        assert_false(units_read(&units, mixed_text(), &allocator));
    }
    assert_true(units_read(&units, mixed_text(), &memory_default));
    assert_int_equal(units_at(&units, 11), 5);
    units_free(&units, &memory_default);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_offset),
        cmocka_unit_test(test_one_text_after_another),
        cmocka_unit_test(test_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
