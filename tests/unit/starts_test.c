#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "grammar/starts.h"

/* The letters at an offset, as text: "1 2 3", or "any" (0 among them: the string may end there). */
static const char *letters_at(const struct starts *starts, unsigned offset, char text[1024])
{
    unsigned count = 0;
    size_t length = 0;

    text[0] = '\0';
    for (unsigned letter = 0; letter < 256; letter++) {
        if ((starts->letters[offset][letter / 64] >> (letter % 64)) & 1) {
            const char digits[] = { ' ', (char)('0' + letter / 100), (char)('0' + letter / 10 % 10),
                                    (char)('0' + letter % 10) };
            unsigned from = letter >= 100 ? 1 : letter >= 10 ? 2 : 3;
            if (count++ > 0) {
                text[length++] = ' ';
            }
            memcpy(text + length, digits + from, 4 - from);
            length += 4 - from;
            text[length] = '\0';
        }
    }
    return count == 256 ? "any" : text;
}

static void expect(const char *pattern, const char *first, const char *second, const char *third)
{
    struct starts starts = starts_of(pattern);
    char text[1024];

    assert_string_equal(letters_at(&starts, 0, text), first);
    assert_string_equal(letters_at(&starts, 1, text), second);
    assert_string_equal(letters_at(&starts, 2, text), third);
    assert_false(starts.may_be_empty);
}

static void a_short_match_leaves_the_rest_free(void **state)
{
    (void)state;
    expect("\\x01", "1", "any", "any");
    expect("\\x01[\\x02\\x04]", "1", "2 4", "any");
    expect("\\x01[\\x02-\\x04\\xc8]\\x40", "1", "2 3 4 200", "64");
    expect("\\x01\\x02\\x03\\x04", "1", "2", "3");
}

static void alternatives_are_joined(void **state)
{
    (void)state;
    expect("\\x01\\x02\\x03|\\x04\\x05\\x06", "1 4", "2 5", "3 6");
    expect("(?:\\x01|\\x02\\x03)\\x04\\x05", "1 2", "3 4", "4 5");
    expect("(?<amount>\\x01|\\x02\\x03)\\x04", "1 2", "3 4", "any");
}

static void repeats_shift_what_follows(void **state)
{
    (void)state;
    expect("\\x01?\\x02\\x03\\x04", "1 2", "2 3", "3 4");
    expect("\\x01??\\x02?+\\x03\\x04\\x05", "1 2 3", "2 3 4", "3 4 5");
    expect("\\x01{2}\\x02", "1", "1", "2");
    expect("\\x01{1,2}+\\x02\\x03", "1", "1 2", "2 3");
    expect("\\x01{0,200}?\\x02\\x03\\x03", "1 2", "1 2 3", "1 2 3");
    expect("(?:\\x01\\x02){2,3}", "1", "2", "1");
    expect("(?:\\x01\\x02?){255}", "1", "1 2", "1 2");
}

static void what_never_matches_adds_nothing(void **state)
{
    (void)state;
    expect("\\x01(?:(?!))|\\x02\\x03\\x04", "2", "3", "4");
    expect("\\x01(?:(?!))?\\x02\\x03", "1", "2", "3");
    expect("(?:(?!))", "", "", "");
}

static void look_arounds_are_passed_over(void **state)
{
    (void)state;
    expect("(?<!\\x01)\\x02(?!\\x03\\x04)\\x05(?=\\x06)", "2", "5", "any");
    expect("^(?<=\\x01)\\x02\\x03\\x04$", "2", "3", "4");
}

static void empty_matches_are_seen(void **state)
{
    (void)state;
    assert_true(starts_of("\\x01?").may_be_empty);
    assert_true(starts_of("\\x01|(?=\\x02)").may_be_empty);
    assert_true(starts_of("(?:\\x01{0,3}){2}").may_be_empty);
    assert_false(starts_of("\\x01?(?:\\x02|\\x03)").may_be_empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_match_leaves_the_rest_free),
        cmocka_unit_test(alternatives_are_joined),
        cmocka_unit_test(repeats_shift_what_follows),
        cmocka_unit_test(what_never_matches_adds_nothing),
        cmocka_unit_test(look_arounds_are_passed_over),
        cmocka_unit_test(empty_matches_are_seen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
