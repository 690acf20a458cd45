#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "failing_allocator.h"
#include "grammar/pattern.h"
#include "random_pattern.h"
#include "small_alphabet.h"

static const struct pattern_source shapes[] = { { "shapes.pcre", "range", 2, "(?&NUMBER) (?: . (?&NUMBER) )?" } };

/* ------------------------------------------------------------------ tools */

static int32_t make_set(const char *text, bool jit, struct pattern_set **set, claimex_error *error)
{
    struct alphabet alphabet = small_alphabet();
    struct pattern_source source = { "money.pcre", "test", 10, text };

    return pattern_set_new(&source, 1, shapes, 1, &alphabet, jit, &memory_default, set, error);
}

struct fixture {
    struct pattern_set *set;
    struct matcher *matcher;
    struct match match;
};

static struct fixture fixture_of(const char *text, bool jit)
{
    struct fixture fixture;
    claimex_error error = { 0 };

    if (make_set(text, jit, &fixture.set, &error) != CLAIMEX_OK) {
        fail_msg("%s: %s", text, error.message);
    }
    assert_int_equal(matcher_new(&memory_default, &fixture.matcher, NULL), CLAIMEX_OK);
    memset(&fixture.match, 0, sizeof fixture.match);
    return fixture;
}

static void free_fixture(struct fixture *fixture)
{
    pattern_set_free(fixture->set);
    matcher_free(fixture->matcher);
}

static bool matches(struct fixture *fixture, const uint8_t *letters, uint32_t length, uint32_t start)
{
    return pattern_match(fixture->set, 0, fixture->matcher, letters, length, start, &fixture->match);
}

static void expect_range(struct match_range range, uint32_t start, uint32_t end)
{
    assert_int_equal(range.start, start);
    assert_int_equal(range.end, end);
}

static void expect_error(const char *text, const char *message)
{
    struct pattern_set *set;
    claimex_error error = { 0 };

    assert_int_equal(make_set(text, true, &set, &error), CLAIMEX_INTERNAL);
    assert_string_equal(error.message, message);
    assert_null(set);
}

/* --------------------------------------------------------------- matching */

static void a_field_may_stand_in_several_alternatives(void **state)
{
    struct fixture fixture = fixture_of("(?<currency> (?&CURRENCY) ) (?<amount> (?&range) ) (?<scale> (?&SCALE) )?\n"
                                        "| (?<amount> (?&range) ) (?<currency> (?&CURRENCY) )",
                                        true);
    const uint8_t first[] = { PLAIN, DOLLAR, THREE, PLAIN, THREE, MILLION };
    const uint8_t last[] = { THREE, POUND };
    (void)state;

    assert_true(matches(&fixture, first, 6, 1));
    expect_range(fixture.match.whole, 1, 6);
    expect_range(fixture.match.field[FIELD_currency], 1, 2);
    expect_range(fixture.match.field[FIELD_amount], 2, 5);
    expect_range(fixture.match.field[FIELD_scale], 5, 6);
    expect_range(fixture.match.field[FIELD_noun], 0, 0);
    assert_true(matches(&fixture, last, 2, 0));
    expect_range(fixture.match.whole, 0, 2);
    expect_range(fixture.match.field[FIELD_currency], 1, 2);
    expect_range(fixture.match.field[FIELD_amount], 0, 1);
    expect_range(fixture.match.field[FIELD_scale], 0, 0);
    free_fixture(&fixture);
}

static void the_first_field_that_is_set_counts(void **state)
{
    struct fixture fixture = fixture_of("(?<amount> (?&SCALE)? ) (?<amount> (?&NUMBER) ) (?<amount> (?&UNIT) )", true);
    const uint8_t letters[] = { THREE, METRE };
    (void)state;

    assert_true(matches(&fixture, letters, 2, 0));
    expect_range(fixture.match.field[FIELD_amount], 0, 1);
    free_fixture(&fixture);
}

static void a_match_starts_here_and_ends_within(void **state)
{
    struct fixture fixture = fixture_of("(?<! (?&SCALE) ) (?&NUMBER) (?&UNIT)", true);
    const uint8_t letters[] = { PLAIN, THREE, METRE, MILLION, THREE, METRE };
    (void)state;

    assert_true(matches(&fixture, letters, 6, 1));
    assert_false(matches(&fixture, letters, 6, 0));
    assert_false(matches(&fixture, letters, 2, 1));
    assert_false(matches(&fixture, letters, 6, 4));
    assert_false(matches(&fixture, letters, 6, 6));
    assert_false(matcher_hit_limit(fixture.matcher));
    free_fixture(&fixture);
}

static void a_limit_is_not_a_miss(void **state)
{
    uint8_t letters[700];
    (void)state;

    memset(letters, PLAIN, sizeof letters);
    for (int jit = 0; jit < 2; jit++) {
        struct fixture fixture = fixture_of(".{0,200} .{0,200} .{0,200} (?&NUMBER)", jit);
        assert_false(matches(&fixture, letters, sizeof letters, 0));
        assert_true(matcher_hit_limit(fixture.matcher));
        assert_false(matches(&fixture, letters, 3, 0));
        assert_true(matcher_hit_limit(fixture.matcher));
        matcher_reset(fixture.matcher);
        assert_false(matches(&fixture, letters, 3, 0));
        assert_false(matcher_hit_limit(fixture.matcher));
        assert_false(matcher_out_of_memory(fixture.matcher));
        free_fixture(&fixture);
    }
}

/* This match takes more stack than machine code has. The interpreter helps out, until the text is incomplete anyway. */
static void what_machine_code_cannot_the_interpreter_can(void **state)
{
    struct fixture deep = fixture_of("(?: (?: . | . (?&SCALE) ){1,255} ){1,8} (?&NUMBER)", true);
    struct fixture slow = fixture_of(".{0,200} .{0,200} .{0,200} (?&SCALE)", true);
    uint8_t letters[2000];
    (void)state;

    memset(letters, PLAIN, sizeof letters);
    letters[sizeof letters - 1] = THREE;
    assert_true(matches(&deep, letters, sizeof letters, 0));
    expect_range(deep.match.whole, 0, sizeof letters);
    assert_false(matcher_hit_limit(deep.matcher));
    assert_false(pattern_match(slow.set, 0, deep.matcher, letters, sizeof letters, 0, &slow.match));
    assert_true(matcher_hit_limit(deep.matcher));
    assert_int_not_equal(matches(&deep, letters, sizeof letters, 0), pattern_set_has_jit(deep.set));
    free_fixture(&deep);
    free_fixture(&slow);
}

static void jit_is_used_only_when_asked_for(void **state)
{
    struct fixture fixture = fixture_of(".", false);
    const uint8_t letter = PLAIN;
    (void)state;

    assert_false(pattern_set_has_jit(fixture.set));
    assert_true(matches(&fixture, &letter, 1, 0));
    free_fixture(&fixture);
}

/* ----------------------------------------------------------------- errors */

static void errors_have_their_line(void **state)
{
    (void)state;
    expect_error(".\n(?&CURENCY)", "money.pcre:11: unknown class CURENCY");
    expect_error(".\n\n(?<= .{1,2} ) .", "money.pcre:12: lookbehind assertion is not fixed length");
    expect_error("(?&range)?", "money.pcre:10: test can match without a token");
    expect_error("(?= (?&range) )", "money.pcre:10: test can match without a token");
}

static void fields_are_counted(void **state)
{
    char text[64 * 12 + 1] = "";
    struct pattern_set *set;
    (void)state;

    for (int i = 0; i < 63; i++) {
        memcpy(text + strlen(text), "(?<amount>.)", 13);
    }
    assert_int_equal(make_set(text, true, &set, NULL), CLAIMEX_OK);
    pattern_set_free(set);
    memcpy(text + strlen(text), "(?<amount>.)", 13);
    expect_error(text, "money.pcre:10: test has more than 63 fields");
}

static void patterns_are_counted(void **state)
{
    struct alphabet alphabet = small_alphabet();
    struct pattern_source sources[65];
    struct pattern_set *set;
    claimex_error error = { 0 };
    (void)state;

    for (unsigned i = 0; i < 65; i++) {
        sources[i] = (struct pattern_source){ "many.pcre", "one", i + 1, i == 63 ? "(?&NUMBER)" : "(?&UNIT)" };
    }
    assert_int_equal(pattern_set_new(sources, 65, NULL, 0, &alphabet, true, &memory_default, &set, &error),
                     CLAIMEX_INTERNAL);
    assert_string_equal(error.message, "many.pcre:65: more than 64 patterns in one set");
    assert_null(set);
    assert_int_equal(pattern_set_new(sources, 64, NULL, 0, &alphabet, true, &memory_default, &set, &error), CLAIMEX_OK);
    const uint8_t letters[] = { THREE, METRE, PLAIN, 0, 0 };
    assert_true(pattern_starts_at(pattern_set_starts(set), letters, 0) == UINT64_C(1) << 63);
    assert_true(pattern_starts_at(pattern_set_starts(set), letters, 1) == UINT64_MAX >> 1);
    assert_true(pattern_starts_at(pattern_set_starts(set), letters, 2) == 0);
    pattern_set_free(set);
}

/* ----------------------------------------------------------------- random */

/* `letters` goes on with zeros. */
static bool can_start(const struct pattern_set *set, const uint8_t *letters, uint32_t length, uint32_t start)
{
    const struct pattern_starts *starts = pattern_set_starts(set);
    struct pattern_finds finds = { 0, 0 };

    for (uint32_t i = length; i-- > start;) {
        finds = pattern_finds_at(starts, letters[i], finds);
    }
    return (pattern_starts_at(starts, letters, start) & finds.all & 1) != 0;
}

struct tally {
    unsigned patterns;
    unsigned hits;
    unsigned skipped; /* misses that the starts foretold */
    unsigned limited; /* each counts its steps in its own way */
};

static void check_starts(const struct fixture *fixture, const uint8_t *letters, uint32_t length, uint32_t start)
{
    assert_true(can_start(fixture->set, letters, length, start));
    assert_int_equal(fixture->match.whole.start, start);
    assert_true(fixture->match.whole.end > start && fixture->match.whole.end <= length);
}

static void compare_at(struct fixture *jit, struct fixture *plain, const uint8_t *letters, uint32_t length,
                       uint32_t start, struct tally *tally)
{
    matcher_reset(jit->matcher);
    matcher_reset(plain->matcher);
    bool found = matches(jit, letters, length, start);
    bool also_found = matches(plain, letters, length, start);

    if (found) {
        check_starts(jit, letters, length, start);
    }
    if (matcher_hit_limit(jit->matcher) || matcher_hit_limit(plain->matcher)) {
        tally->limited++;
        return;
    }
    assert_int_equal(found, also_found);
    if (found) {
        assert_memory_equal(&jit->match, &plain->match, sizeof jit->match);
    }
    tally->hits += found;
    tally->skipped += !can_start(jit->set, letters, length, start);
}

static void compare_random(const char *text, uint64_t *random, struct tally *tally)
{
    struct fixture jit = fixture_of(text, true);
    struct fixture plain = fixture_of(text, false);

    for (int i = 0; i < 20; i++) {
        uint8_t letters[8 + PATTERN_AHEAD] = { 0 };
        uint32_t length = random_below(random, 9);
        for (uint32_t j = 0; j < length; j++) {
            letters[j] = (uint8_t)(1 + random_below(random, N_LETTERS - 1));
        }
        for (uint32_t start = 0; start < length; start++) {
            compare_at(&jit, &plain, letters, length, start, tally);
        }
    }
    tally->patterns++;
    free_fixture(&jit);
    free_fixture(&plain);
}

/* Over random patterns and letters: machine code and interpreter agree, and the starts exclude no match. */
static void random_patterns_agree(void **state)
{
    uint64_t random = 20170425;
    struct tally tally = { 0, 0, 0, 0 };
    (void)state;

    for (int i = 0; i < 2000; i++) {
        struct random_pattern pattern = random_pattern_make(&random);
        struct pattern_set *set;
        claimex_error error = { 0 };
        if (make_set(pattern.text, false, &set, &error) == CLAIMEX_OK) {
            pattern_set_free(set);
            compare_random(pattern.text, &random, &tally);
        } else {
            assert_string_equal(error.message, "money.pcre:10: test can match without a token");
        }
    }
    assert_true(tally.patterns > 500);
    assert_true(tally.hits > 10000);
    assert_true(tally.skipped > 10000);
    assert_true(tally.limited < 100);
}

/* ----------------------------------------------------------------- memory */

/* All that takes memory, ending in a match; false when some was refused. */
static bool run_within(const claimex_allocator *allocator, bool jit)
{
    struct alphabet alphabet = small_alphabet();
    const struct pattern_source source = { "money.pcre", "test", 1, "(?<amount> (?&range) ) (?:(?&UNIT)|.){1,3}" };
    const uint8_t letters[] = { THREE, METRE };
    struct pattern_set *set;
    struct matcher *matcher;
    struct match match = { .given = 0 };
    claimex_error error = { 0 };
    bool found = false;

    int32_t status = pattern_set_new(&source, 1, shapes, 1, &alphabet, jit, allocator, &set, &error);
    if (status == CLAIMEX_OK) {
        status = matcher_new(allocator, &matcher, &error);
        if (status == CLAIMEX_OK) {
            found = pattern_match(set, 0, matcher, letters, 2, 0, &match);
            assert_int_not_equal(matcher_out_of_memory(matcher), found);
            matcher_free(matcher);
        } else {
            assert_null(matcher);
        }
        pattern_set_free(set);
    } else {
        assert_null(set);
    }
    assert_int_equal(error.status, status);
    assert_true(status == CLAIMEX_OK || status == CLAIMEX_NO_MEMORY);
    return found;
}

static void no_memory_is_returned_and_nothing_leaks(void **state)
{
    (void)state;
    for (int jit = 0; jit < 2; jit++) {
        bool done = false;
        long granted = 0;
        for (; !done; granted++) {
            struct failing failing = { granted, 0 };
            claimex_allocator allocator = failing_allocator(&failing);
            done = run_within(&allocator, jit);
            assert_int_equal(failing.in_use, 0);
            assert_true(granted < 1000);
        }
        assert_true(granted > 5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_may_stand_in_several_alternatives),
        cmocka_unit_test(the_first_field_that_is_set_counts),
        cmocka_unit_test(a_match_starts_here_and_ends_within),
        cmocka_unit_test(a_limit_is_not_a_miss),
        cmocka_unit_test(what_machine_code_cannot_the_interpreter_can),
        cmocka_unit_test(jit_is_used_only_when_asked_for),
        cmocka_unit_test(errors_have_their_line),
        cmocka_unit_test(fields_are_counted),
        cmocka_unit_test(patterns_are_counted),
        cmocka_unit_test(random_patterns_agree),
        cmocka_unit_test(no_memory_is_returned_and_nothing_leaks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
