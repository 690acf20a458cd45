#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/fold.h"

static void characters_have_categories(void **state)
{
    static const struct {
        uint32_t code_point;
        enum fold_category category;
    } cases[] = {
        { 'a', FOLD_LETTER },       { 'Z', FOLD_LETTER },        { '@', FOLD_OTHER },       { '[', FOLD_OTHER },
        { '{', FOLD_OTHER },        { '0', FOLD_DIGIT },         { '9', FOLD_DIGIT },       { '/', FOLD_OTHER },
        { ':', FOLD_OTHER },        { ' ', FOLD_SPACE },         { '\t', FOLD_SPACE },      { '\r', FOLD_SPACE },
        { 0x08, FOLD_OTHER },       { 0x0E, FOLD_OTHER },        { 0x00, FOLD_OTHER },      { 0x7F, FOLD_OTHER },
        { '$', FOLD_CURRENCY },     { '%', FOLD_OTHER },         { '-', FOLD_DASH },        { '_', FOLD_OTHER },
        { '\'', FOLD_QUOTE },       { '"', FOLD_QUOTE },         { '`', FOLD_QUOTE },       { '+', FOLD_OTHER },
        { 0x85, FOLD_OTHER },       { 0xA0, FOLD_SPACE },        { 0xA3, FOLD_CURRENCY },   { 0xAB, FOLD_QUOTE },
        { 0xBB, FOLD_QUOTE },       { 0xBD, FOLD_OTHER },        { 0xD7, FOLD_OTHER },      { 0xE9, FOLD_LETTER },
        { 0x01C5, FOLD_LETTER },    { 0x0301, FOLD_MARK },       { 0x0663, FOLD_DIGIT },    { 0x0903, FOLD_MARK },
        { 0x0967, FOLD_DIGIT },     { 0x2009, FOLD_SPACE },      { 0x200B, FOLD_OTHER },    { 0x2013, FOLD_DASH },
        { 0x2014, FOLD_DASH },      { 0x2018, FOLD_QUOTE },      { 0x2019, FOLD_QUOTE },    { 0x201A, FOLD_QUOTE },
        { 0x201D, FOLD_QUOTE },     { 0x201E, FOLD_QUOTE },      { 0x2028, FOLD_OTHER },    { 0x202F, FOLD_SPACE },
        { 0x203A, FOLD_QUOTE },     { 0x20AC, FOLD_CURRENCY },   { 0x20DD, FOLD_MARK },     { 0x2160, FOLD_OTHER },
        { 0x2212, FOLD_DASH },      { 0x3000, FOLD_SPACE },      { 0x4E2D, FOLD_LETTER },   { 0xFFE5, FOLD_CURRENCY },
        { 0xFFFD, FOLD_OTHER },     { 0x10400, FOLD_LETTER },    { 0x1F600, FOLD_OTHER },   { 0x10FFFF, FOLD_OTHER },
        { 0x110000, FOLD_OTHER },   { 0xFFFFFFFF, FOLD_OTHER },
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (fold_category(cases[i].code_point) != cases[i].category) {
            fail_msg("U+%04X", (unsigned)cases[i].code_point);
        }
    }
}

static void upper_and_title_case_are_upper(void **state)
{
    static const uint32_t upper[] = { 'A', 'Z', 0xC9, 0x0130, 0x01C4, 0x01C5, 0x0410, 0x10400 };
    static const uint32_t other[] = { 'a', '@', '[', '1', 0xE9, 0xDF, 0x01C6, 0x4E2D, 0x0301, 0x110000, 0xFFFFFFFF };
    (void)state;

    for (size_t i = 0; i < sizeof upper / sizeof *upper; i++) {
        assert_true(fold_is_upper(upper[i]));
    }
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        assert_false(fold_is_upper(other[i]));
    }
}

static void check_lower(const char *text, const char *lower)
{
    char out[64];
    size_t n = strlen(lower);

    memset(out, '#', sizeof out);
    assert_int_equal(fold_lower(text, strlen(text), out, n), n);
    assert_memory_equal(out, lower, n);
    assert_int_equal(out[n], '#');
    for (size_t room = 0; room < n; room++) {
        memset(out, '#', sizeof out);
        assert_int_equal(fold_lower(text, strlen(text), out, room), 0);
        assert_int_equal(out[room], '#');
    }
}

static void lower_case_is_one_character_for_one(void **state)
{
    (void)state;
    check_lower("", "");
    check_lower("@AZ[`az{ 19", "@az[`az{ 19");
    check_lower("CAF\u00C9", "caf\u00E9");
    check_lower("Stra\u00DFe", "stra\u00DFe");
    check_lower("\u0130X", "ix"); /* shorter in bytes */
    check_lower("\u212Am", "km"); /* the Kelvin sign */
    check_lower("\u023Ab", "\u2C65b"); /* longer in bytes */
    check_lower("\u01C5", "\u01C6"); /* title case */
    check_lower("\u039F\u03A3", "\u03BF\u03C3");
    check_lower("Don\u2019T", "don't");
    check_lower("\u4E2D\U00010400", "\u4E2D\U00010428");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_have_categories),
        cmocka_unit_test(upper_and_title_case_are_upper),
        cmocka_unit_test(lower_case_is_one_character_for_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
