#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "grammar/starts.h"

static struct starts starts;
static const struct letter_set common = { { UINT64_C(1) << 8 } };

/* The letters of a set, as text: "1 2 3", or "any" (0 among them: the string may end there). */
static const char *letters_of(const struct letter_set *set, char text[1024])
{
    unsigned count = 0;
    size_t length = 0;

    text[0] = '\0';
    for (unsigned letter = 0; letter < 256; letter++) {
        if ((set->bits[letter / 64] >> (letter % 64)) & 1) {
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

static void expect_set(const struct letter_set *set, const char *letters)
{
    char text[1024];

    assert_string_equal(letters_of(set, text), letters);
}

static void expect_first(const char *pattern, const char *first)
{
    starts_of(pattern, &common, &starts);
    assert_false(starts.may_be_empty);
    expect_set(&starts.first, first);
}

/* What can follow letter `first` of the pattern read last. */
static void expect_behind(unsigned first, const char *second, const char *third)
{
    expect_set(&starts.ahead[0][first], second);
    expect_set(&starts.ahead[1][first], third);
}

static void expect(const char *pattern, const char *first, const char *second, const char *third)
{
    expect_first(pattern, first);
    expect_behind((unsigned)(first[0] - '0'), second, third);
}

static void a_short_match_leaves_the_rest_free(void **state)
{
    (void)state;
    expect("\\x01", "1", "any", "any");
    expect("\\x01[\\x02\\x04]", "1", "2 4", "any");
    expect("\\x01[\\x02-\\x04\\xc8]\\x40", "1", "2 3 4 200", "64");
    expect("\\x01\\x02\\x03\\x04", "1", "2", "3");
}

static void alternatives_keep_what_follows_them(void **state)
{
    (void)state;
    expect_first("\\x01\\x02\\x03|\\x04\\x05\\x06", "1 4");
    expect_behind(1, "2", "3");
    expect_behind(4, "5", "6");
    expect_first("(?:\\x01|\\x02\\x03)\\x04\\x05", "1 2");
    expect_behind(1, "4", "5");
    expect_behind(2, "3", "4");
    expect_first("(?<amount>\\x01|\\x02\\x03)\\x04", "1 2");
    expect_behind(1, "4", "any");
    expect_behind(2, "3", "4");
}

static void repeats_shift_what_follows(void **state)
{
    (void)state;
    expect_first("\\x01?\\x02\\x03\\x04", "1 2");
    expect_behind(1, "2", "3");
    expect_behind(2, "3", "4");
    expect_first("\\x01??\\x02?+\\x03\\x04\\x05", "1 2 3");
    expect_behind(1, "2 3", "3 4");
    expect_behind(3, "4", "5");
    expect("\\x01{2}\\x02", "1", "1", "2");
    expect("\\x01{1,2}+\\x02\\x03", "1", "1 2", "2 3");
    expect_first("\\x01{0,200}?\\x02\\x03\\x03", "1 2");
    expect_behind(1, "1 2", "1 2 3");
    expect_behind(2, "3", "3");
    expect("(?:\\x01\\x02){2,3}", "1", "2", "1");
    expect("(?:\\x01\\x02?){255}", "1", "1 2", "1 2");
}

static void what_never_matches_adds_nothing(void **state)
{
    (void)state;
    expect("\\x01(?:(?!))|\\x02\\x03\\x04", "2", "3", "4");
    expect("\\x01(?:(?!))?\\x02\\x03", "1", "2", "3");
    expect_first("(?:(?!))", "");
}

static void look_arounds_are_passed_over(void **state)
{
    (void)state;
    expect("(?<!\\x01)\\x02(?!\\x03\\x04)\\x05(?=\\x06)\\x06|\\x02(?:\\x05(?=\\x07))", "2", "5", "any");
    expect("\\x02\\x03\\x04$", "2", "3", "4");
}

static void a_look_ahead_at_the_end_is_what_follows(void **state)
{
    (void)state;
    expect("\\x01(?=\\x02\\x03|\\x04$)", "1", "2 4", "any");
    expect("\\x01(?=\\x02(?!\\x03)\\x04)|\\x01\\x02", "1", "2", "any");
}

static void a_look_behind_at_the_start_is_kept(void **state)
{
    (void)state;
    expect_first("(?:(?<=\\x01\\x02)|(?<=\\x01\\x01\\x01(?<unit>\\x01)\\x05))\\x03|\\x04\\x05\\x06", "4");
    expect_set(&starts.before, "2 5");
    expect_set(&starts.behind, "3");
    expect_first("(?:(?<=\\x01)\\x02?|\\x03)\\x04", "3");
    expect_set(&starts.before, "1");
    expect_set(&starts.behind, "2 4");
    expect_first("^\\x01", "");
    expect_set(&starts.before, "0");
    expect_first("\\x01?(?<=\\x01)\\x02", "1 2");
    expect_set(&starts.behind, "");
}

static void the_second_letter_tells_of_the_third(void **state)
{
    (void)state;
    expect_first("\\x01\\x02\\x03|\\x01\\x04\\x05|\\x06\\x04|\\x07", "1 6 7");
    expect_behind(1, "2 4", "3 5");
    expect_set(&starts.second[2], "3");
    expect_set(&starts.second[4], "any");
    expect_set(&starts.second[5], "");
    expect_set(&starts.alone, "7");
}

static void expect_needed(const char *pattern, const char *first, const char *last)
{
    starts_of(pattern, &common, &starts);
    expect_set(&starts.first_needed, first);
    expect_set(&starts.last_needed, last);
}

static void what_a_match_needs_first_and_last_is_known(void **state)
{
    (void)state;
    expect_needed("[\\x01\\x02]\\x03?\\x04\\x05?", "1 2", "4");
    expect_needed("\\x01\\x01\\x01\\x01(?:\\x02|\\x03)|\\x04", "1 4", "2 3 4");
    expect_needed("\\x01(?=\\x02)\\x03(?=\\x04\\x05?)", "1", "4");
    expect_needed("\\x08[\\x01\\x02]\\x03[\\x04\\x08]", "1 2", "3");
    expect_needed("\\x08|\\x01\\x02", "any", "any");
}

static void a_match_holds_all_letters_up_to_what_it_needs(void **state)
{
    (void)state;
    expect_first("(?<=\\x09)\\x01(?!\\x07\\x08?)\\x02{0,9}(?:\\x03\\x04)?\\x05(?=\\x06)", "");
    expect_set(&starts.holds, "1 2 3 4 5 6");
}

static void what_follows_is_known_where_every_match_looks_behind(void **state)
{
    (void)state;
    expect_first("(?<=\\x09)\\x01\\x02\\x03", "");
    assert_true(starts.looks_behind);
    expect_behind(1, "2", "3");
    expect_first("(?<=\\x09)\\x01\\x02\\x03|\\x04\\x05\\x06", "4");
    assert_false(starts.looks_behind);
    expect_behind(1, "", "");
    expect_behind(4, "5", "6");
}

static void a_large_pattern_excludes_less(void **state)
{
    char pattern[8192] = "(?<=\\x01)\\x02\\x03";
    (void)state;

    for (unsigned i = 0; i < STARTS_PLACES; i++) {
        memcpy(pattern + strlen(pattern), "|\\x03\\x04", 10);
    }
    memcpy(pattern + strlen(pattern), "|(?<=\\x01)\\x05\\x06", 19);
    expect_first(pattern, "1 3 4 5 6");
    expect_behind(3, "any", "any");
    expect_set(&starts.behind, "2");
}

static void empty_matches_are_seen(void **state)
{
    static const char *const empty[] = { "\\x01?", "\\x01|(?=\\x02)", "(?:\\x01{0,3}){2}" };
    (void)state;

    for (unsigned i = 0; i < 3; i++) {
        starts_of(empty[i], &common, &starts);
        assert_true(starts.may_be_empty);
    }
    expect_first("\\x01?(?:\\x02|\\x03)", "1 2 3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_match_leaves_the_rest_free),
        cmocka_unit_test(alternatives_keep_what_follows_them),
        cmocka_unit_test(repeats_shift_what_follows),
        cmocka_unit_test(what_never_matches_adds_nothing),
        cmocka_unit_test(look_arounds_are_passed_over),
        cmocka_unit_test(a_look_ahead_at_the_end_is_what_follows),
        cmocka_unit_test(a_look_behind_at_the_start_is_kept),
        cmocka_unit_test(the_second_letter_tells_of_the_third),
        cmocka_unit_test(what_a_match_needs_first_and_last_is_known),
        cmocka_unit_test(a_match_holds_all_letters_up_to_what_it_needs),
        cmocka_unit_test(what_follows_is_known_where_every_match_looks_behind),
        cmocka_unit_test(a_large_pattern_excludes_less),
        cmocka_unit_test(empty_matches_are_seen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
