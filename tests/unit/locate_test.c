#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "claimex/locate.h"

static void check(const char *text, uint64_t offset, claimex_position expected)
{
    claimex_position position;

    assert_int_equal(claimex_locate(text, strlen(text), offset, &position, NULL), CLAIMEX_OK);
    assert_int_equal(position.line, expected.line);
    assert_int_equal(position.column, expected.column);
    assert_int_equal(position.code_point, expected.code_point);
    assert_int_equal(position.utf16, expected.utf16);
}

/* Expected positions are written line, column, code point, UTF-16 unit. */
#define AT(...) ((claimex_position){ __VA_ARGS__ })

static void three_kinds_of_line_ends_count(void **state)
{
    (void)state;
    check("a\nb\n", 1, AT(1, 2, 1, 1));
    check("a\nb\n", 2, AT(2, 1, 2, 2));
    check("a\nb\n", 4, AT(3, 1, 4, 4));
    check("a\r\nb", 2, AT(1, 3, 2, 2));
    check("a\r\nb", 3, AT(2, 1, 3, 3));
    check("a\rb", 2, AT(2, 1, 2, 2));
    check("a\r", 2, AT(2, 1, 2, 2));
    check("\r\r\n\n\r", 5, AT(5, 1, 5, 5));
    check("forty-two lines\r\nand a word\rand the end", 38, AT(3, 11, 38, 38));
}

/* The text ends before the \n that lies behind it. */
static void a_text_may_end_between_the_bytes_of_a_line_end(void **state)
{
    claimex_position position;
    (void)state;

    assert_int_equal(claimex_locate("a\r\n", 2, 2, &position, NULL), CLAIMEX_OK);
    assert_int_equal(position.line, 2);
}

static void characters_are_counted_three_ways(void **state)
{
    (void)state;
    check("5\u00A0\u20AC \U0001F600!", 3, AT(1, 3, 2, 2));
    check("5\u00A0\u20AC \U0001F600!", 6, AT(1, 4, 3, 3));
    check("5\u00A0\u20AC \U0001F600!", 11, AT(1, 6, 5, 6));
    check("\u20AC\n\U0001F600x", 8, AT(2, 2, 3, 4));
}

static void inside_a_character_is_its_start(void **state)
{
    (void)state;
    for (uint64_t offset = 1; offset <= 4; offset++) {
        check("a\U0001F600b", offset, AT(1, 2, 1, 1));
    }
    check("a\U0001F600b", 5, AT(1, 3, 2, 3));
}

static void a_bad_byte_counts_as_one(void **state)
{
    (void)state;
    check("a\xFF\x80z", 3, AT(1, 4, 3, 3));
    check("\xE2\x82" "5", 2, AT(1, 3, 2, 2));
    check("\xF0\x9F\x98", 3, AT(1, 4, 3, 3));
    check("\xED\xA0\x80", 3, AT(1, 4, 3, 3));
}

static void an_empty_text_has_one_place(void **state)
{
    claimex_position position;
    (void)state;

    check("", 0, AT(1, 1, 0, 0));
    assert_int_equal(claimex_locate(NULL, 0, 0, &position, NULL), CLAIMEX_OK);
    assert_int_equal(position.line, 1);
    assert_int_equal(claimex_locate_many(NULL, 0, NULL, 0, NULL, NULL), CLAIMEX_OK);
}

#define LONG_TEXT 3000

/* A text of random characters, with the place of each of its bytes known from the making. */
struct long_text {
    char bytes[LONG_TEXT + 8];
    size_t length;
    uint64_t offsets[LONG_TEXT + 8];
    claimex_position positions[LONG_TEXT + 8];
};

static void append(struct long_text *text, claimex_position *at, const char *character, uint64_t units)
{
    size_t n = strlen(character);

    for (size_t i = 0; i < n; i++) {
        text->offsets[text->length] = text->length;
        text->positions[text->length] = *at;
        text->bytes[text->length++] = character[i];
    }
    at->column++;
    at->code_point++;
    at->utf16 += units;
}

static void new_line(claimex_position *at)
{
    at->line++;
    at->column = 1;
}

static void make_long_text(struct long_text *text)
{
    claimex_position at = { 1, 1, 0, 0 };
    uint32_t random = 1;

    text->length = 0;
    while (text->length < LONG_TEXT) {
        random = random * 1103515245 + 12345;
        switch (random >> 16 & 63) {
        case 0:
            append(text, &at, "\n", 1);
            new_line(&at);
            break;
        case 1:
            append(text, &at, "\r", 1);
            append(text, &at, "\n", 1);
            new_line(&at);
            break;
        case 2:
            append(text, &at, "\r", 1);
            new_line(&at);
            append(text, &at, "x", 1);
            break;
        case 3:
            append(text, &at, "\u20AC", 1);
            break;
        case 4:
            append(text, &at, "\U0001F600", 2);
            break;
        default:
            append(text, &at, "a", 1);
        }
    }
    text->offsets[text->length] = text->length;
    text->positions[text->length] = at;
}

static void every_place_of_a_long_text_is_right(void **state)
{
    static struct long_text text;
    static claimex_position found[LONG_TEXT + 8];
    (void)state;

    make_long_text(&text);
    size_t count = text.length + 1;
    assert_int_equal(claimex_locate_many(text.bytes, text.length, text.offsets, count, found, NULL), CLAIMEX_OK);
    assert_memory_equal(found, text.positions, count * sizeof *found);
    for (size_t i = 0; i < count; i++) {
        claimex_position position;
        assert_int_equal(claimex_locate(text.bytes, text.length, i, &position, NULL), CLAIMEX_OK);
        assert_memory_equal(&position, &text.positions[i], sizeof position);
    }
}

static void an_offset_may_come_twice(void **state)
{
    static const uint64_t offsets[] = { 0, 0, 2, 2, 3, 5, 5 };
    claimex_position positions[7];
    (void)state;

    assert_int_equal(claimex_locate_many("\u20ACab", 5, offsets, 7, positions, NULL), CLAIMEX_OK);
    static const uint64_t expected[] = { 0, 0, 0, 0, 1, 3, 3 };
    for (int i = 0; i < 7; i++) {
        assert_int_equal(positions[i].code_point, expected[i]);
    }
}

static void check_refused(const uint64_t *offsets, size_t count, uint64_t index)
{
    claimex_position positions[3];
    claimex_error error;

    memset(&error, 0xAA, sizeof error);
    assert_int_equal(claimex_locate_many("abc", 3, offsets, count, positions, &error), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(error.status, CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(error.reserved, 0);
    assert_int_equal(error.offset, index);
    assert_in_range(strlen(error.message), 10, sizeof error.message - 1);
}

static void bad_offsets_are_refused(void **state)
{
    claimex_position position;
    claimex_error error;
    (void)state;

    check_refused((const uint64_t[]){ 2, 1, 3 }, 3, 1);
    check_refused((const uint64_t[]){ 0, 3, 4 }, 3, 2);
    check_refused((const uint64_t[]){ UINT64_MAX }, 1, 0);
    assert_int_equal(claimex_locate("abc", 3, 4, &position, &error), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(error.offset, 4);
    assert_int_equal(claimex_locate("abc", 3, (UINT64_C(1) << 32) + 1, &position, NULL), CLAIMEX_BAD_ARGUMENT);
}

static void null_pointers_are_refused(void **state)
{
    const uint64_t offset = 0;
    claimex_position position;
    (void)state;

    assert_int_equal(claimex_locate(NULL, 3, 0, &position, NULL), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(claimex_locate("abc", 3, 0, NULL, NULL), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(claimex_locate_many("abc", 3, NULL, 1, &position, NULL), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(claimex_locate_many("abc", 3, &offset, 1, NULL, NULL), CLAIMEX_BAD_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_kinds_of_line_ends_count),
        cmocka_unit_test(a_text_may_end_between_the_bytes_of_a_line_end),
        cmocka_unit_test(characters_are_counted_three_ways),
        cmocka_unit_test(inside_a_character_is_its_start),
        cmocka_unit_test(a_bad_byte_counts_as_one),
        cmocka_unit_test(an_empty_text_has_one_place),
        cmocka_unit_test(every_place_of_a_long_text_is_right),
        cmocka_unit_test(an_offset_may_come_twice),
        cmocka_unit_test(bad_offsets_are_refused),
        cmocka_unit_test(null_pointers_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
