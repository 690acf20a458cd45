/* Every sentence that can hold a claim has a token that says so, and most others have none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "lexicon/build.h"
#include "lexicon/built_in.h"
#include "tokens/tokenizer.h"

struct fixture {
    struct lexicon lexicon;
};

static int set_up(void **state)
{
    static struct fixture fixture;

    lexicon_init(&fixture.lexicon, &lexicon_built_in, NULL);
    *state = &fixture;
    return 0;
}

static bool passes(const struct fixture *fixture, const char *text)
{
    const uint32_t length = (uint32_t)strlen(text);
    struct tokens tokens = { .allocator = &memory_default, .lexicon = &fixture->lexicon, .text = text, .length = length };

    assert_true(tokenizer_run(&tokens, 0, length));
    array_free(&tokens.token, &memory_default);
    array_free(&tokens.numbers, &memory_default);
    return (tokens.traits & TRAIT_TRIGGER) != 0;
}

static void assert_each(const struct fixture *fixture, const char *const *texts, bool passing)
{
    for (; *texts; texts++) {
        if (passes(fixture, *texts) != passing) {
            fail_msg("%s: %s", passing ? "did not pass" : "passed", *texts);
        }
    }
}

static void what_can_be_a_claim_passes(void **state)
{
    static const char *const texts[] = {
        "It weighs 5 kg",
        "She paid \xC2\xA3",
        "Half of them left",
        "they left in march",
        "They met in Dec. and parted",
        "MARCH was wet",
        "\xE2\x80\x9CToday we leave the old town of the king,\xE2\x80\x9D he said.",
        "at the end of the week",
        "It fell on New Year\xE2\x80\x99s Day",
        "it closed on new  year's day",
        "They eat on cinco  de mayo in the city of Rome.",
        "They came x-mas from Rome in a hurry then.",
        "A mid-year report",
        "Output doubled",
        "He waited twenty-odd minutes",
        "x five",
        "five",
        NULL,
    };

    assert_each(*state, texts, true);
}

/* A caller's words may begin with any letter, and hold a hyphen. */
static void words_of_the_caller_pass(void **state)
{
    static const char lines[] = "\xC3\xA9leven\tCARDINAL=11\nfoo-bar\tCARDINAL=13\n";
    struct fixture fixture;
    struct build build;
    struct lexicon_tables extra;
    (void)state;

    assert_int_equal(build_init(&build, &memory_default, NULL), CLAIMEX_OK);
    assert_int_equal(build_add(&build, "extra", slice_of(lines), NULL), CLAIMEX_OK);
    assert_int_equal(build_finish(&build, &extra, NULL), CLAIMEX_OK);
    lexicon_init(&fixture.lexicon, &lexicon_built_in, &extra);
    assert_true(passes(&fixture, "He bought \xC3\xA9leven apples in the old town of the king."));
    assert_true(passes(&fixture, "He bought foo-bar apples in the old town of the sun."));
    assert_false(passes(&fixture, "He bought apples in the old town of the sun."));
    build_free(&build);
}

static void other_sentences_are_stopped(void **state)
{
    static const char *const texts[] = {
        "The cat sat on the mat.",
        "The president said that the house was new to him, of all people.",
        "A dog",
        "To the lighthouse",
        "-- *** --",
        NULL,
    };

    assert_each(*state, texts, false);
}

/* A word is read sixteen bytes at a time where the text goes on; where it ends makes no difference. */
static void the_end_of_the_text_changes_nothing(void **state)
{
    char text[80] = "the cat sat in october";
    const size_t length = strlen(text);

    for (size_t more = 0; more < 20; more++) {
        assert_true(passes(*state, text));
        memcpy(text + length + more, " ", 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_can_be_a_claim_passes),
        cmocka_unit_test(words_of_the_caller_pass),
        cmocka_unit_test(other_sentences_are_stopped),
        cmocka_unit_test(the_end_of_the_text_changes_nothing),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
