#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lexicon/word_class.h"

static unsigned classes(const char *word)
{
    return word_class_of(word, strlen(word));
}

static void words_of_the_table(void **state)
{
    (void)state;
    assert_int_equal(classes("rise"), WORD_NOUN | WORD_VERB);
    assert_int_equal(classes("grew"), WORD_PAST);
    assert_int_equal(classes("seek"), WORD_VERB);
    assert_int_equal(classes("evening"), WORD_NOUN);
    assert_int_equal(classes("rent"), WORD_NOUN | WORD_VERB);
}

static void regular_endings(void **state)
{
    (void)state;
    assert_int_equal(classes("rises"), WORD_NOUN | WORD_VERB);
    assert_int_equal(classes("carries"), WORD_VERB);
    assert_true(classes("hoped") & WORD_PAST);
    assert_true(classes("planned") & WORD_PAST);
    assert_true(classes("carried") & WORD_PAST);
    assert_int_equal(classes("hoping"), WORD_GERUND);
    assert_int_equal(classes("slowly"), WORD_ADVERB);
}

/* "noted" comes from "note", not from "not". */
static void the_base_is_a_verb(void **state)
{
    (void)state;
    assert_true(classes("noted") & WORD_PAST);
    assert_true(classes("expected") & WORD_PAST);
}

static void unknown_words(void **state)
{
    (void)state;
    assert_int_equal(classes("zorbl"), WORD_NOUN);
    assert_int_equal(classes("zorblable"), WORD_ADJECTIVE);
    assert_int_equal(classes("zorblised"), WORD_PAST);
    assert_int_equal(classes("x"), WORD_NOUN);
    assert_int_equal(classes(""), WORD_NOUN);
    assert_int_equal(classes("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzed"), WORD_NOUN);
}

static bool knows(const char *word)
{
    return word_class_knows(word, strlen(word));
}

static void forms_of_known_words_are_known(void **state)
{
    (void)state;
    assert_true(knows("rise") && knows("fallen") && knows("carries") && knows("hoping"));
    assert_false(knows("zorbl") || knows("zorbls") || knows("zorblable") || knows("zorblised") || knows(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_the_table),
        cmocka_unit_test(regular_endings),
        cmocka_unit_test(the_base_is_a_verb),
        cmocka_unit_test(unknown_words),
        cmocka_unit_test(forms_of_known_words_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
