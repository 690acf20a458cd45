#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "grammar/alphabet.h"

static struct class_set set_of(enum class a, enum class b)
{
    struct class_set set = { { 0 } };

    class_set_add(&set, a);
    class_set_add(&set, b);
    return set;
}

static void equal_sets_share_a_letter(void **state)
{
    struct alphabet alphabet;
    struct class_set money = set_of(CLASS_CURRENCY, CLASS_UNIT);
    struct class_set scale = set_of(CLASS_SCALE, CLASS_UNIT);
    (void)state;

    alphabet_init(&alphabet, CLASS_QUANTITY);
    uint8_t letter = alphabet_letter(&alphabet, &money);
    assert_int_not_equal(letter, 0);
    assert_int_not_equal(alphabet_letter(&alphabet, &scale), letter);
    assert_int_equal(alphabet_letter(&alphabet, &money), letter);
    assert_int_equal(alphabet.count, 2);
    assert_int_equal(alphabet.letters[0], letter);
    assert_true(class_set_equal(&alphabet.sets[letter], &money));
}

static void the_empty_set_has_a_letter(void **state)
{
    struct alphabet alphabet;
    struct class_set none = { { 0 } };
    (void)state;

    alphabet_init(&alphabet, CLASS_QUANTITY);
    assert_int_not_equal(alphabet_letter(&alphabet, &none), 0);
}

/* A class that one alphabet sees and the other does not. */
static enum class seen_only_by(enum class_alphabet alphabet)
{
    enum class class = 1;

    while (class_alphabets(class) != alphabet) {
        class++;
        assert_true(class < N_CLASSES);
    }
    return class;
}

static void what_is_not_seen_makes_no_letter(void **state)
{
    struct alphabet alphabet;
    struct class_set plain = set_of(CLASS_NUMBER, CLASS_NUMBER);
    struct class_set more = set_of(CLASS_NUMBER, seen_only_by(CLASS_QUANTITY));
    (void)state;

    alphabet_init(&alphabet, CLASS_GRAMMAR);
    assert_int_equal(alphabet_letter(&alphabet, &plain), alphabet_letter(&alphabet, &more));
    alphabet_init(&alphabet, CLASS_QUANTITY);
    assert_int_not_equal(alphabet_letter(&alphabet, &plain), alphabet_letter(&alphabet, &more));
}

/* The n-th of many distinct sets: the bits of n as classes. */
static struct class_set nth_set(unsigned n)
{
    struct class_set set = { { 0 } };
    unsigned bit = 0;

    for (int class = 1; class < N_CLASSES && bit < 9; class++) {
        if (class_alphabets((enum class)class) & CLASS_QUANTITY) {
            if ((n >> bit) & 1) {
                class_set_add(&set, (enum class)class);
            }
            bit++;
        }
    }
    assert_int_equal(bit, 9);
    return set;
}

static void letters_avoid_newlines_and_run_out(void **state)
{
    struct alphabet alphabet;
    uint8_t seen[256] = { 0 };
    (void)state;

    alphabet_init(&alphabet, CLASS_QUANTITY);
    for (unsigned i = 0; i < ALPHABET_SIZE; i++) {
        struct class_set set = nth_set(i);
        uint8_t letter = alphabet_letter(&alphabet, &set);
        assert_true(letter != 0 && letter != 10 && letter != 13);
        assert_int_equal(seen[letter]++, 0);
    }
    struct class_set one_more = nth_set(ALPHABET_SIZE);
    struct class_set known = nth_set(ALPHABET_SIZE - 1);
    assert_int_equal(alphabet_letter(&alphabet, &one_more), 0);
    assert_int_equal(alphabet_letter(&alphabet, &known), 255);
    assert_int_equal(alphabet.count, ALPHABET_SIZE);
}

static void having_lists_the_letters_of_a_class(void **state)
{
    struct alphabet alphabet;
    struct class_set money = set_of(CLASS_CURRENCY, CLASS_UNIT);
    struct class_set scale = set_of(CLASS_SCALE, CLASS_UNIT);
    uint8_t bitmap[32];
    (void)state;

    alphabet_init(&alphabet, CLASS_QUANTITY);
    assert_int_equal(alphabet_letter(&alphabet, &money), 1);
    assert_int_equal(alphabet_letter(&alphabet, &scale), 2);
    uint8_t units[32] = { 1u << 1 | 1u << 2 };
    uint8_t scales[32] = { 1u << 2 };
    uint8_t numbers[32] = { 0 };
    alphabet_having(&alphabet, CLASS_UNIT, bitmap);
    assert_memory_equal(bitmap, units, 32);
    alphabet_having(&alphabet, CLASS_SCALE, bitmap);
    assert_memory_equal(bitmap, scales, 32);
    alphabet_having(&alphabet, CLASS_NUMBER, bitmap);
    assert_memory_equal(bitmap, numbers, 32);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_sets_share_a_letter),
        cmocka_unit_test(the_empty_set_has_a_letter),
        cmocka_unit_test(what_is_not_seen_makes_no_letter),
        cmocka_unit_test(letters_avoid_newlines_and_run_out),
        cmocka_unit_test(having_lists_the_letters_of_a_class),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
