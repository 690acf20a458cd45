#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "grammar/expand.h"
#include "small_alphabet.h"

static const struct pattern_source shapes[] = {
    { "shapes.pcre", "range", 2, "(?&NUMBER) (?: . (?&NUMBER) )?" },
    { "shapes.pcre", "amount", 4, "(?&range)  # 3-4 million\n (?&SCALE)?" },
    { "shapes.pcre", "late", 7, "(?&latest)" },
    { "shapes.pcre", "latest", 9, "." },
    { "shapes.pcre", "fielded", 11, ".\n(?<amount> . )" },
    { "shapes.pcre", "open", 14, "( (?&NUMBER)" },
    { "shapes.pcre", "no_such_class", 16, "\n (?&CURENCY)" },
};

#define N_SHAPES (sizeof shapes / sizeof *shapes)

static int32_t expand(const char *text, struct expander *expander, claimex_error *error)
{
    static struct alphabet alphabet;
    struct pattern_source source = { "money.pcre", "test", 10, text };

    alphabet = small_alphabet();
    expander_init(expander, &alphabet, shapes, N_SHAPES, &memory_default);
    return expander_pattern(expander, &source, error);
}

static void expect(const char *text, const char *expansion)
{
    struct expander expander;
    claimex_error error = { 0 };

    if (expand(text, &expander, &error) != CLAIMEX_OK) {
        fail_msg("%s: %s", text, error.message);
    }
    assert_string_equal(expander.text.items, expansion);
    assert_int_equal(expander.text.count, strlen(expansion));
    expander_free(&expander);
}

static void expect_error(const char *text, const char *message)
{
    struct expander expander;
    claimex_error error = { 0 };

    assert_int_equal(expand(text, &expander, &error), CLAIMEX_INTERNAL);
    assert_string_equal(error.message, message);
    assert_int_equal(error.status, CLAIMEX_INTERNAL);
    expander_free(&expander);
}

static void classes_become_bytes(void **state)
{
    (void)state;
    expect("(?&NUMBER)", "\\x03");
    expect("(?&UNIT)", "[\\x05-\\x06]");
    expect("(?&CURRENCY)", "[\\x02\\x06]");
    expect("(?&HYPHEN)", "(?:(?!))");
    expect("(?&NUMBER|HYPHEN)", "\\x03");
    expect("(?&NUMBER|CURRENCY)", "[\\x02-\\x03\\x06]");
    expect("(?& NUMBER\n | SCALE )", "[\\x03-\\x04]");
    expect("(?&!NUMBER)", "[\\x01-\\x02\\x04-\\x06]");
    expect("(?&!CURRENCY|UNIT|SCALE)", "[\\x01\\x03]");
}

static void a_full_alphabet_is_written_to_its_end(void **state)
{
    struct alphabet alphabet;
    struct expander expander;
    struct pattern_source source = { "money.pcre", "test", 1, "(?&!HYPHEN)" };
    (void)state;

    alphabet_init(&alphabet, CLASS_QUANTITY);
    for (enum class a = 1; alphabet.count < ALPHABET_SIZE; a++) {
        for (enum class b = a; b < N_CLASSES; b++) {
            if (a != CLASS_HYPHEN && b != CLASS_HYPHEN) {
                add_letter(&alphabet, a, b);
            }
        }
    }
    expander_init(&expander, &alphabet, NULL, 0, &memory_default);
    assert_int_equal(expander_pattern(&expander, &source, NULL), CLAIMEX_OK);
    assert_string_equal(expander.text.items, "[\\x01-\\x09\\x0b-\\x0c\\x0e-\\xff]");
    expander_free(&expander);
}

static void blanks_and_comments_are_dropped(void **state)
{
    (void)state;
    expect(" . # any ( token\n\t.#", "..");
    expect("( . | . )? ^ $\r\n", "(?:.|.)?^$");
}

static void shapes_are_expanded_in_place(void **state)
{
    (void)state;
    expect("(?&range){1,2}+ .", "(?:\\x03(?:.\\x03)?){1,2}+.");
    expect("(?&amount)", "(?:(?:\\x03(?:.\\x03)?)\\x04?)");
}

static void groups_and_repeats_are_kept(void **state)
{
    (void)state;
    expect("(?<amount> . )(?=.)(?!.)(?<=.)(?<!.)", "(?<amount>.)(?=.)(?!.)(?<=.)(?<!.)");
    expect(". ? .?? .?+ .{2} .{2}+ .{0,255}?", ".?.??.?+.{2}.{2}+.{0,255}?");
}

static void unknown_names_are_errors(void **state)
{
    (void)state;
    expect_error("(?&NUMBER)\n\n(?&CURENCY)", "money.pcre:12: unknown class CURENCY");
    expect_error("(?&NUMBER|CURENCY)", "money.pcre:10: unknown class CURENCY");
    expect_error("(?&)", "money.pcre:10: unknown class ");
    expect_error("(?&rnage)", "money.pcre:10: unknown shape rnage");
    expect_error("(?&!range)", "money.pcre:10: unknown class range");
    expect_error(".\n(?<amuont> . )", "money.pcre:11: unknown field amuont");
    expect_error("(?<amount .)", "money.pcre:10: a field is (?<name> ...)");
    expect_error("(?< amount>.)", "money.pcre:10: a field is (?<name> ...)");
    expect_error("# a\n(?&NUMBER", "money.pcre:11: a ) must follow the classes after (?&");
    expect_error("(?&range", "money.pcre:10: a ) must follow the shape range");
}

static void errors_in_shapes_name_the_shape(void **state)
{
    (void)state;
    expect_error("(?&late)", "shapes.pcre:7: unknown shape latest");
    expect_error("(?&fielded)", "shapes.pcre:12: a shape has no fields");
    expect_error("(?&open) )", "shapes.pcre:14: a ( without its )");
    expect_error("(?&no_such_class)", "shapes.pcre:17: unknown class CURENCY");
}

static void repeats_are_bounded(void **state)
{
    (void)state;
    expect_error(".*", "money.pcre:10: a repeat must have an upper bound");
    expect_error(".\n+", "money.pcre:11: a repeat must have an upper bound");
    expect_error(".?++", "money.pcre:10: a repeat must have an upper bound");
    expect_error(".{2,}", "money.pcre:10: a repeat must have an upper bound");
    expect_error(".{,2}", "money.pcre:10: a repeat is {n} or {n,m}");
    expect_error(".{2,x}", "money.pcre:10: a repeat is {n} or {n,m}");
    expect_error(".{2", "money.pcre:10: a repeat is {n} or {n,m}");
    expect_error(".{}", "money.pcre:10: a repeat is {n} or {n,m}");
    expect_error(".{3,2}", "money.pcre:10: the bounds of a repeat are not in order, 0, or over 255");
    expect_error(".{0}", "money.pcre:10: the bounds of a repeat are not in order, 0, or over 255");
    expect_error(".{256}", "money.pcre:10: the bounds of a repeat are not in order, 0, or over 255");
    expect_error(".{1,99999999999999999999}", "money.pcre:10: the bounds of a repeat are not in order, 0, or over 255");
    expect_error("?", "money.pcre:10: nothing to repeat");
    expect_error("(?:?)", "money.pcre:10: nothing to repeat");
    expect_error(". |{2}", "money.pcre:10: nothing to repeat");
    expect_error(".{2}{2}", "money.pcre:10: nothing to repeat");
}

static void other_constructs_are_errors(void **state)
{
    (void)state;
    expect_error(".\n(?R)", "money.pcre:11: unknown kind of group (?R");
    expect_error("(?1)", "money.pcre:10: unknown kind of group (?1");
    expect_error("(?>.)", "money.pcre:10: unknown kind of group (?>");
    expect_error("(?", "money.pcre:10: unknown kind of group (?");
    expect_error("(.)\\1", "money.pcre:10: no meaning over tokens: \\1");
    expect_error("[ab]", "money.pcre:10: no meaning over tokens: [ab]");
    expect_error("NUMBER", "money.pcre:10: no meaning over tokens: NUMBER");
    expect_error(". )", "money.pcre:10: a ) without its (");
    expect_error("( .\n", "money.pcre:11: a ( without its )");
    expect_error(" # nothing\n", "money.pcre:11: no pattern follows == test");
}

static void a_class_must_be_seen(void **state)
{
    struct alphabet alphabet;
    struct expander expander;
    struct pattern_source source = { "verbs.pcre", "test", 1, "(?&CURRENCY)" };
    claimex_error error = { 0 };
    (void)state;

    alphabet_init(&alphabet, CLASS_GRAMMAR);
    expander_init(&expander, &alphabet, NULL, 0, &memory_default);
    assert_int_equal(expander_pattern(&expander, &source, &error), CLAIMEX_INTERNAL);
    assert_string_equal(error.message, "verbs.pcre:1: the alphabet of this pattern does not see class CURRENCY");
    expander_free(&expander);
}

static void each_offset_has_its_line(void **state)
{
    struct expander expander;
    claimex_error error;
    (void)state;

    assert_int_equal(expand(".\n\n(?&amount) .", &expander, &error), CLAIMEX_OK);
    assert_string_equal(expander.text.items, ".(?:(?:\\x03(?:.\\x03)?)\\x04?).");
    assert_int_equal(expander_place(&expander, 0)->line, 10);
    assert_string_equal(expander_place(&expander, 8)->file, "shapes.pcre");
    assert_int_equal(expander_place(&expander, 8)->line, 2);
    assert_int_equal(expander_place(&expander, strlen(".(?:(?:\\x03(?:.\\x03)?)"))->line, 5);
    assert_string_equal(expander_place(&expander, expander.text.count - 1)->file, "money.pcre");
    assert_int_equal(expander_place(&expander, expander.text.count)->line, 12);
    expander_free(&expander);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classes_become_bytes),
        cmocka_unit_test(a_full_alphabet_is_written_to_its_end),
        cmocka_unit_test(blanks_and_comments_are_dropped),
        cmocka_unit_test(shapes_are_expanded_in_place),
        cmocka_unit_test(groups_and_repeats_are_kept),
        cmocka_unit_test(unknown_names_are_errors),
        cmocka_unit_test(errors_in_shapes_name_the_shape),
        cmocka_unit_test(repeats_are_bounded),
        cmocka_unit_test(other_constructs_are_errors),
        cmocka_unit_test(a_class_must_be_seen),
        cmocka_unit_test(each_offset_has_its_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
