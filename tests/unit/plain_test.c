#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "small_lexicon.h"
#include "tokens/plain.h"

/* The joined words that are looked up, a phrase, and a number word. */
static const char words[] = "percent\tPERCENT\nmillion\tSCALE=6\nday\tTIMEUNIT=day\nlong\tLOWER\nand\tAND\n"
                            "year-end\tLOWER\nyear\tTIMEUNIT=year\ntwo\tCARDINAL=2\n";

static int set_up(void **state)
{
    return small_lexicon_set_up(state, words);
}

static void assert_text(struct slice text, const char *expected)
{
    char got[128];
    assert_true(text.length < sizeof got);
    memcpy(got, text.bytes, text.length);
    got[text.length] = 0;
    assert_string_equal(got, expected);
}

static void assert_characters(const char *given, const char *expected)
{
    struct plain plain = { .passed = 0 };
    struct slice text = slice_of(given);
    assert_true(plain_characters(&plain, &memory_default, &text));
    assert_text(text, expected);
    assert_int_equal(plain_is_other(&plain), strcmp(given, expected) != 0);
    plain_free(&plain, &memory_default);
}

static void assert_lines(const struct small_lexicon *fixture, const char *given, const char *expected)
{
    struct plain plain = { .passed = 0 };
    struct slice text = slice_of(given);
    assert_true(plain_lines(&plain, &fixture->lexicon, &memory_default, &text));
    assert_text(text, expected);
    plain_free(&plain, &memory_default);
}

static void marks_without_width_are_left_out(void **state)
{
    (void)state;
    assert_characters("mil\u00ADlion", "million");
    assert_characters("\uFEFF5\u200E% \u202Aof\u2060\u00AD", "5% of");
    assert_characters("mil\u00AD\nlion", "mil-\nlion");
    assert_characters("mil&shy;li&#173;on&shy;\n", "million-\n");
    assert_characters("5\u00A0% \u2013 \u2019s \u200B\u00A3", "5\u00A0% \u2013 \u2019s \u200B\u00A3");
    assert_characters("", "");
    assert_characters("\u00AD", "");
}

static void ligatures_are_their_letters(void **state)
{
    (void)state;
    assert_characters("\uFB01rst o\uFB03cers o\uFB00 the \uFB02oor", "first officers off the floor");
}

static void characters_may_be_written_as_html_does(void **state)
{
    (void)state;
    assert_characters("&pound;5 &amp; 6&#37;, 7&#xb0;C&#133;", "\u00A35 & 6%, 7\u00B0C\u2026");
    assert_characters("AT&T; &foo; &; &#; &#x; &#0; &#7; &#xD800; &#x110000; &#99999999; &#3a; &amp &",
                      "AT&T; &foo; &; &#; &#x; &#0; &#7; &#xD800; &#x110000; &#99999999; &#3a; &amp &");
}

/* Bytes that only begin as one of them do, at the very end. */
static void a_cut_character_stays(void **state)
{
    (void)state;
    assert_characters("a\xC2", "a\xC2");
    assert_characters("a\xE2\x80", "a\xE2\x80");
    assert_characters("a\xEF\xAC", "a\xEF\xAC");
}

/* Bytes that are no character stay none. */
static void what_parts_bad_bytes_stays(void **state)
{
    (void)state;
    assert_characters("\xE2\u00AD\x82\xAC", "\xE2\u00AD\x82\xAC");
    assert_characters("\xE2\x82\u200E\u00AD\xAC", "\xE2\x82\u00AD\xAC");
    assert_characters("\xF0\x9F\uFB01\x98\x80", "\xF0\x9F\uFB01\x98\x80");
    assert_characters("\xC2&shy;\xA3", "\xC2&shy;\xA3");
}

static void a_word_is_mended(void **state)
{
    assert_lines(*state, "5 per-\ncent", "5 percent");
    assert_lines(*state, "5 Mil-  \r\n   lion", "5 Million");
    assert_lines(*state, "12 compa-\nnies", "12 companies");
}

static void a_compound_keeps_its_hyphen(void **state)
{
    assert_lines(*state, "two-\nbedroom", "two-bedroom");
    assert_lines(*state, "year-\nend", "year-end");
    assert_lines(*state, "long-\nday", "long-day");
    assert_lines(*state, "$10-\n15, COVID-\n19, 5-\nyear", "$10-15, COVID-19, 5-year");
}

static void what_may_be_meant_stays(void **state)
{
    assert_lines(*state, "two-\nand three-year", "two-\nand three-year");
    assert_lines(*state, "per-\n\ncent", "per-\n\ncent");
    assert_lines(*state, "per -\ncent", "per -\ncent");
    assert_lines(*state, "Anglo-\nDanish", "Anglo-\nDanish");
    assert_lines(*state, "-\npercent", "-\npercent");
    assert_lines(*state, "per-\n", "per-\n");
    assert_lines(*state, "per-", "per-");
}

/* Where "x fi|rst" of "x \uFB01|rst" stands, and what ends before a mark ends there. */
static void places_are_those_of_the_text_as_given(void **state)
{
    (void)state;
    struct plain plain = { .passed = 0 };
    struct slice text = slice_of("x \uFB01rst\u00AD no");
    assert_true(plain_characters(&plain, &memory_default, &text));
    assert_text(text, "x first no");
    claimex_claim claim = { .at = { 2, 7 }, .sentence = { 0, 10 } };
    plain_restore(&plain, &claim);
    assert_int_equal(claim.at.start, 2);
    assert_int_equal(claim.at.end, 8);
    assert_int_equal(claim.sentence.start, 0);
    assert_int_equal(claim.sentence.end, 13);
    assert_int_equal(claim.source.end, 0);
    plain_free(&plain, &memory_default);
}

/* A character that takes the place of many bytes stands for all of them. */
static void a_reference_is_one_character(void **state)
{
    (void)state;
    struct plain plain = { .passed = 0 };
    struct slice text = slice_of("5&#37;\u00AD &pound;6");
    assert_true(plain_characters(&plain, &memory_default, &text));
    assert_text(text, "5% \u00A36");
    claimex_claim claim = { .at = { 0, 2 }, .cue = { 1, 2 }, .subject = { 3, 6 }, .source = { 3, 5 } };
    plain_restore(&plain, &claim);
    assert_int_equal(claim.at.start, 0);
    assert_int_equal(claim.at.end, 6);
    assert_int_equal(claim.cue.start, 1);
    assert_int_equal(claim.cue.end, 6);
    assert_int_equal(claim.subject.start, 9);
    assert_int_equal(claim.subject.end, 17);
    assert_int_equal(claim.source.end, 16);
    plain_free(&plain, &memory_default);
}

static void sentences_are_found_again(void **state)
{
    (void)state;
    struct plain plain = { .passed = 0 };
    struct slice text = slice_of("\u00ADA\u00AD. B. \u00AD\u00AD");
    assert_true(plain_characters(&plain, &memory_default, &text));
    assert_text(text, "A. B. ");
    struct sentence first = { 0, 6, 0 }, second = { 7, 9, 0 }, none = { 10, 14, 0 };
    assert_true(plain_sentence(&plain, &first) && plain_sentence(&plain, &second));
    assert_false(plain_sentence(&plain, &none));
    assert_int_equal(first.start, 0);
    assert_int_equal(first.end, 2);
    assert_int_equal(second.start, 3);
    assert_int_equal(second.end, 5);
    plain_free(&plain, &memory_default);
}

static void out_of_memory_is_said(void **state)
{
    (void)state;
    for (long n = 0; n < 2; n++) {
        struct failing failing = { n, 0 };
        claimex_allocator allocator = failing_allocator(&failing);
        struct plain plain = { .passed = 0 };
        struct slice text = slice_of("mil\u00ADlion");
        assert_false(plain_characters(&plain, &allocator, &text));
        plain_free(&plain, &allocator);
        assert_int_equal(failing.in_use, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_without_width_are_left_out),
        cmocka_unit_test(ligatures_are_their_letters),
        cmocka_unit_test(characters_may_be_written_as_html_does),
        cmocka_unit_test(a_cut_character_stays),
        cmocka_unit_test(what_parts_bad_bytes_stays),
        cmocka_unit_test(a_word_is_mended),
        cmocka_unit_test(a_compound_keeps_its_hyphen),
        cmocka_unit_test(what_may_be_meant_stays),
        cmocka_unit_test(places_are_those_of_the_text_as_given),
        cmocka_unit_test(a_reference_is_one_character),
        cmocka_unit_test(sentences_are_found_again),
        cmocka_unit_test(out_of_memory_is_said),
    };
    return cmocka_run_group_tests(tests, set_up, small_lexicon_tear_down);
}
