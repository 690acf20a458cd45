#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "engine.h"
#include "lexicon/build.h"
#include "lexicon/word.h"

/* One or two sets of lines, and the lexicon of both. */
struct fixture {
    struct build builds[2];
    struct lexicon_tables tables[2];
    struct lexicon lexicon;
};

static void fill(struct build *build, struct lexicon_tables *tables, const char *lines)
{
    claimex_error error = { 0 };

    assert_int_equal(build_init(build, &memory_default, &error), CLAIMEX_OK);
    if (build_add(build, "test.tsv", slice_of(lines), &error) != CLAIMEX_OK) {
        fail_msg("%s", error.message);
    }
    assert_int_equal(build_finish(build, tables, &error), CLAIMEX_OK);
}

static void set_up(struct fixture *fixture, const char *built_in, const char *extra)
{
    memset(fixture, 0, sizeof *fixture);
    fill(&fixture->builds[0], &fixture->tables[0], built_in);
    if (extra) {
        fill(&fixture->builds[1], &fixture->tables[1], extra);
    }
    lexicon_init(&fixture->lexicon, &fixture->tables[0], extra ? &fixture->tables[1] : NULL);
}

static void tear_down(struct fixture *fixture)
{
    build_free(&fixture->builds[0]);
    build_free(&fixture->builds[1]);
}

/* What is found at the start of a text. */
static struct lexicon_found find(const struct fixture *fixture, const char *text)
{
    const unsigned char *start = (const unsigned char *)text, *end = start + strlen(text);
    struct lexicon_key key = { { 0 }, 0, 0 };

    key.length = word_length(start, end);
    if (key.length == 0) {
        key.length = word_character_length(start, end);
    }
    for (size_t i = 0; i < key.length; i++) {
        key.bytes[i] = (char)(word_is_ascii_letter(start[i]) ? start[i] | 0x20 : start[i]);
    }
    key.hash = lexicon_hash(key.bytes, key.length);
    return lexicon_find(&fixture->lexicon, &key, slice_of(text), key.length);
}

static const char *value_at(const struct fixture *fixture, const char *text, unsigned place, enum class class)
{
    struct lexicon_found found = find(fixture, text);
    const struct lexicon_reading *reading = lexicon_reading_of(&fixture->lexicon, found.form, place, class);

    return reading ? lexicon_text(&fixture->lexicon, found.form, reading->text) : "none";
}

static void assert_value(const struct fixture *fixture, const char *text, enum class class, const char *value)
{
    assert_string_equal(value_at(fixture, text, 0, class), value);
}

/* ------------------------------------------------------------------- lines */

static void faulty_lines_are_named(void **state)
{
    static const struct {
        const char *lines;
        uint64_t offset;
        const char *message;
    } cases[] = {
        { "euro", 0, "test.tsv:1: no class after the word and a tab" },
        { "euro\t", 0, "test.tsv:1: no class after the word and a tab" },
        { "euro CURRENCY=EUR", 0, "test.tsv:1: no class after the word and a tab" },
        { "\tCURRENCY=EUR", 0, "test.tsv:1: the word is empty or too long" },
        { "euro\tCURENCY=EUR", 0, "test.tsv:1: unknown class" },
        { "euro\tcurrency=EUR", 0, "test.tsv:1: unknown class" },
        { "euro\tCURRENCY=EUR UNITS", 0, "test.tsv:1: unknown class" },
        { "# words\n\nfive\tCARDINAL=5\neuro\tCURENCY\n", 25, "test.tsv:4: unknown class" },
        { "five\tCARDINAL=5\n\nm\tSCALE=6\tglued,free\n", 17,
          "test.tsv:3: unknown condition (glued, free, cased, beside_amount, initial)" },
        { "m\tSCALE=6\tglued Free", 0, "test.tsv:1: unknown condition (glued, free, cased, beside_amount, initial)" },
        { "a word that is longer than any word that has a meaning\tA", 0, "test.tsv:1: the word is empty or too long" },
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct build build;
        claimex_error error = { 0 };
        assert_int_equal(build_init(&build, &memory_default, &error), CLAIMEX_OK);
        assert_int_equal(build_add(&build, "test.tsv", slice_of(cases[i].lines), &error), CLAIMEX_BAD_LEXICON);
        assert_string_equal(error.message, cases[i].message);
        assert_int_equal(error.offset, cases[i].offset);
        build_free(&build);
    }
}

static void lines_may_end_as_on_windows(void **state)
{
    struct fixture fixture;
    (void)state;

    set_up(&fixture, "# words\r\n\r\neuro\tCURRENCY=EUR\r\nm\tSCALE=6\tglued\r\n", NULL);
    assert_value(&fixture, "euro", CLASS_CURRENCY, "EUR");
    assert_string_equal(value_at(&fixture, "m", LEXICON_PLACE_GLUED, CLASS_SCALE), "6");
    assert_int_equal(fixture.tables[0].n_entries, 2);
    tear_down(&fixture);
}

static void no_lines_are_a_lexicon(void **state)
{
    struct fixture fixture;
    (void)state;

    set_up(&fixture, "# nothing\n\n", NULL);
    assert_int_equal(find(&fixture, "euro").form, 0);
    assert_int_equal(lexicon_n_forms(&fixture.lexicon), 1);
    tear_down(&fixture);
}

static void values_are_texts_and_numbers(void **state)
{
    static const struct {
        const char *word;
        const char *text;
        int32_t number;
    } cases[] = {
        { "five", "5", 5 }, { "under", "-300", -300 },      { "many", "123456789", 123456789 },
        { "none", "", 0 },  { "endless", "1234567890", 0 }, { "half", "1/2", 0 },
        { "days", "-", 0 },
    };
    struct fixture fixture;
    (void)state;

    set_up(&fixture,
           "five\tCARDINAL=5\nunder\tCARDINAL=-300\nmany\tCARDINAL=123456789\nnone\tCARDINAL\n"
           "endless\tCARDINAL=1234567890\nhalf\tCARDINAL=1/2\ndays\tCARDINAL=-\n",
           NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct lexicon_found found = find(&fixture, cases[i].word);
        const struct lexicon_reading *reading = lexicon_reading_of(&fixture.lexicon, found.form, 0, CLASS_CARDINAL);
        assert_non_null(reading);
        assert_int_equal(reading->number, cases[i].number);
        assert_value(&fixture, cases[i].word, CLASS_CARDINAL, cases[i].text);
    }
    tear_down(&fixture);
}

/* A line may give several classes, and several lines may speak of one word, in any order. */
static void readings_of_a_word_come_together(void **state)
{
    struct fixture fixture;
    struct class_set set;
    (void)state;

    set_up(&fixture, "pound\tCURRENCY=GBP AFTER_AMOUNT\nzero\tCARDINAL=0\npound\tUNIT=[lb_av]\n", NULL);
    set = lexicon_classes(&fixture.lexicon, find(&fixture, "pound").form, 0);
    assert_true(class_set_has(&set, CLASS_CURRENCY));
    assert_true(class_set_has(&set, CLASS_AFTER_AMOUNT));
    assert_true(class_set_has(&set, CLASS_UNIT));
    assert_false(class_set_has(&set, CLASS_CARDINAL));
    assert_value(&fixture, "pound", CLASS_CURRENCY, "GBP");
    assert_value(&fixture, "pound", CLASS_AFTER_AMOUNT, "");
    assert_value(&fixture, "pound", CLASS_UNIT, "[lb_av]");
    assert_int_equal(fixture.tables[0].n_entries, 2);
    tear_down(&fixture);
}

/* -------------------------------------------------------------- conditions */

static void readings_hold_in_their_places(void **state)
{
    static const struct {
        unsigned place;
        const char *scale, *unit, *currency, *month;
    } cases[] = {
        { 0, "none", "m", "none", "none" },
        { LEXICON_PLACE_GLUED, "6", "none", "none", "none" },
        { LEXICON_PLACE_BESIDE, "none", "m", "MMM", "none" },
        { LEXICON_PLACE_GLUED | LEXICON_PLACE_BESIDE, "6", "none", "MMM", "none" },
        { LEXICON_PLACE_INITIAL, "none", "m", "none", "3" },
        { LEXICON_PLACE_INITIAL | LEXICON_PLACE_GLUED, "6", "none", "none", "none" },
    };
    struct fixture fixture;
    (void)state;

    set_up(&fixture,
           "m\tSCALE=6\tglued\nm\tUNIT=m\tfree\nm\tCURRENCY=MMM\tbeside_amount\nm\tMONTH=3\tinitial free\n"
           "k\tSCALE=3\n",
           NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(value_at(&fixture, "m", cases[i].place, CLASS_SCALE), cases[i].scale);
        assert_string_equal(value_at(&fixture, "m", cases[i].place, CLASS_UNIT), cases[i].unit);
        assert_string_equal(value_at(&fixture, "m", cases[i].place, CLASS_CURRENCY), cases[i].currency);
        assert_string_equal(value_at(&fixture, "m", cases[i].place, CLASS_MONTH), cases[i].month);
        assert_string_equal(value_at(&fixture, "k", cases[i].place, CLASS_SCALE), "3");
    }
    assert_true(lexicon_is_conditional(&fixture.lexicon, find(&fixture, "m").form));
    assert_false(lexicon_is_conditional(&fixture.lexicon, find(&fixture, "k").form));
    tear_down(&fixture);
}

static void a_spelling_has_its_own_form(void **state)
{
    struct fixture fixture;
    (void)state;

    set_up(&fixture, "may\tPER\nMay\tMONTH=5\tcased\nMAY\tMONTH=5 SCALE=1\tcased\nCAD\tCURRENCY=CAD\tcased\n", NULL);
    assert_value(&fixture, "may", CLASS_MONTH, "none");
    assert_value(&fixture, "mAY", CLASS_MONTH, "none");
    assert_value(&fixture, "mAY", CLASS_PER, "");
    assert_value(&fixture, "May", CLASS_MONTH, "5");
    assert_value(&fixture, "May", CLASS_SCALE, "none");
    assert_value(&fixture, "MAY", CLASS_SCALE, "1");
    assert_value(&fixture, "MAY", CLASS_PER, "");
    assert_value(&fixture, "CAD", CLASS_CURRENCY, "CAD");
    assert_int_equal(find(&fixture, "cad").form, 0);
    assert_int_equal(find(&fixture, "Cad").form, 0);
    tear_down(&fixture);
}

/* ----------------------------------------------------------------- phrases */

static void assert_length(const struct fixture *fixture, const char *text, size_t length)
{
    struct lexicon_found found = find(fixture, text);

    if (found.length != length || (found.form == 0) != (length == 0)) {
        fail_msg("\"%s\": %u bytes, not %zu", text, (unsigned)found.length, length);
    }
}

static void the_longest_phrase_is_found(void **state)
{
    struct fixture fixture;
    (void)state;

    set_up(&fixture, "per\tPER\nper cent\tPERCENT=%\nper cent point\tPERCENT=pp\nbasis point\tPERCENT=bp\n", NULL);
    assert_length(&fixture, "per cent point", strlen("per cent point"));
    assert_length(&fixture, "Per CENT Point.", strlen("per cent point"));
    assert_length(&fixture, "per cent of", strlen("per cent"));
    assert_length(&fixture, "per cent pointless", strlen("per cent"));
    assert_length(&fixture, "per cen", strlen("per"));
    assert_length(&fixture, "per", strlen("per"));
    assert_length(&fixture, "person", 0);
    assert_value(&fixture, "per cent points", CLASS_PERCENT, "%");
    assert_value(&fixture, "per cent point", CLASS_PERCENT, "pp");
    tear_down(&fixture);
}

#define LINE 16 /* bytes that a made-up line has room for */
#define MANY_PHRASES 65537u
#define MANY_WORDS 400000u

/* The lexicon of n made-up lines: `head` and a number in letters. */
static void set_up_many(struct fixture *fixture, const char *head, unsigned n)
{
    char *lines = malloc((size_t)n * LINE + 1), *at = lines;

    assert_non_null(lines);
    for (unsigned i = 0; i < n; i++) {
        at += snprintf(at, LINE, "%s%c%c%c%c\tPERIOD\n", head, 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26,
                       'a' + i / 17576 % 26);
    }
    set_up(fixture, lines, NULL);
    free(lines);
}

/* The first and the last of so many words. */
static void assert_all_found(const char *head, unsigned n, const char *first, const char *last)
{
    struct fixture fixture;

    set_up_many(&fixture, head, n);
    assert_int_equal(find(&fixture, first).length, strlen(first));
    assert_int_equal(find(&fixture, last).length, strlen(last));
    tear_down(&fixture);
}

static void any_number_of_phrases_may_begin_with_a_word(void **state)
{
    (void)state;
    assert_all_found("e ", MANY_PHRASES, "e aaaa", "e qysd");
}

static void any_number_of_words_finds_its_slots(void **state)
{
    (void)state;
    assert_all_found("e", MANY_WORDS, "eaaaa", "epstw");
}

/* So many lines that give one word the same class. */
static int32_t build_many_lines(struct build *build, struct lexicon_tables *tables, unsigned n, claimex_error *error)
{
    static const char line[] = "e\tPERIOD\n";
    char *lines = malloc(n * strlen(line) + 1);

    assert_non_null(lines);
    for (unsigned i = 0; i < n; i++) {
        memcpy(lines + i * strlen(line), line, sizeof line);
    }
    assert_int_equal(build_init(build, &memory_default, NULL), CLAIMEX_OK);
    assert_int_equal(build_add(build, "test", slice_of(lines), NULL), CLAIMEX_OK);
    free(lines);
    return build_finish(build, tables, error);
}

static void the_lines_of_a_word_are_kept_or_refused(void **state)
{
    struct lexicon_tables tables;
    struct build build;
    claimex_error error = { 0 };

    (void)state;
    assert_int_equal(build_many_lines(&build, &tables, 300, NULL), CLAIMEX_OK);
    assert_int_equal(tables.forms[0].n_readings, 300);
    build_free(&build);
    assert_int_equal(build_many_lines(&build, &tables, 65536, &error), CLAIMEX_BAD_LEXICON);
    assert_string_equal(error.message, "a word has more than 65535 lines");
    build_free(&build);
}

static void a_word_that_only_begins_phrases_is_none(void **state)
{
    struct fixture fixture;
    (void)state;

    set_up(&fixture, "basis point\tPERCENT=bp\n", NULL);
    assert_length(&fixture, "basis", 0);
    assert_length(&fixture, "basis for", 0);
    assert_length(&fixture, "basis point", strlen("basis point"));
    tear_down(&fixture);
}

static void a_gap_of_a_phrase_is_blanks_or_a_hyphen(void **state)
{
    struct fixture fixture;
    (void)state;

    set_up(&fixture, "per cent point\tPERCENT=pp\n", NULL);
    assert_length(&fixture, "per-cent-point", 14);
    assert_length(&fixture, "per-cent point", 14);
    assert_length(&fixture, "per \n cent\r\npoint", 17);
    assert_length(&fixture, "per        cent point", 21);
    assert_length(&fixture, "per         cent point", 0);
    assert_length(&fixture, "per--cent point", 0);
    assert_length(&fixture, "per - cent point", 0);
    assert_length(&fixture, "percent point", 0);
    assert_length(&fixture, "per, cent point", 0);
    tear_down(&fixture);
}

static void phrases_have_signs_apostrophes_and_spellings(void **state)
{
    struct fixture fixture;
    (void)state;

    set_up(&fixture, "% point\tPERCENT=pp\nnew year's eve\tMONTH=12\nUS $\tCURRENCY=USD\tcased\nhk$\tCURRENCY=HKD\n",
           NULL);
    assert_length(&fixture, "% point", 7);
    assert_length(&fixture, "%-point", 7);
    assert_length(&fixture, "%", 0);
    assert_length(&fixture, "New Year's Eve", 14);
    assert_length(&fixture, "New Year\xE2\x80\x99s Eve", 16);
    assert_length(&fixture, "US $5", 4);
    assert_length(&fixture, "us $5", 0);
    assert_length(&fixture, "HK$5", 3);
    assert_length(&fixture, "hk$", 3);
    tear_down(&fixture);
}

/* ------------------------------------------------------------------ layers */

static void an_extra_word_hides_the_built_in_one(void **state)
{
    struct fixture fixture;
    (void)state;

    set_up(&fixture, "dollar\tCURRENCY=USD UNIT=d\neuro\tCURRENCY=EUR\nMay\tMONTH=5\tcased\n",
           "dollar\tCURRENCY=AUD\nmay\tPER\n");
    assert_value(&fixture, "dollar", CLASS_CURRENCY, "AUD");
    assert_value(&fixture, "dollar", CLASS_UNIT, "none");
    assert_value(&fixture, "euro", CLASS_CURRENCY, "EUR");
    assert_value(&fixture, "May", CLASS_MONTH, "none");
    assert_int_equal(lexicon_n_forms(&fixture.lexicon), 1 + 3 + 2);
    tear_down(&fixture);
}

static void the_longer_phrase_wins_in_either_layer(void **state)
{
    struct fixture fixture;
    (void)state;

    set_up(&fixture, "hong kong dollar\tCURRENCY=HKD\ngold\tUNIT=g\n", "hong kong\tUNIT=h\ngold coin\tCURRENCY=XAU\n");
    assert_value(&fixture, "hong kong dollar", CLASS_CURRENCY, "HKD");
    assert_value(&fixture, "hong kong", CLASS_UNIT, "h");
    assert_value(&fixture, "gold coin", CLASS_CURRENCY, "XAU");
    assert_value(&fixture, "gold bar", CLASS_UNIT, "g");
    tear_down(&fixture);
}

/* -------------------------------------------------------------- public API */

/* Scans with extra words; the first claim's unit is copied, "none" when there is no claim. */
static void scan_with(const char *extra, const char *text, char unit[16], claimex_decimal *value)
{
    claimex_engine_options options = test_engine_options();
    claimex_engine *engine = NULL;
    claimex_result *result = NULL;
    size_t n = 0;

    options.extra_words = extra;
    options.extra_words_length = strlen(extra);
    assert_int_equal(claimex_engine_new(&options, &engine, NULL), CLAIMEX_OK);
    assert_int_equal(claimex_result_new(engine, &result, NULL), CLAIMEX_OK);
    assert_int_equal(claimex_scan(engine, result, text, strlen(text), NULL, NULL), CLAIMEX_OK);
    const claimex_claim *claims = claimex_result_claims(result, &n);
    strcpy(unit, n ? claimex_result_string(result, claims[0].unit) : "none");
    *value = n ? claims[0].value : (claimex_decimal){ 0, 0, 0 };
    claimex_result_free(result);
    claimex_engine_free(engine);
}

static void the_engine_takes_extra_words(void **state)
{
    char unit[16];
    claimex_decimal value;
    (void)state;

    scan_with("zorkmids\tCURRENCY=XZM AFTER_AMOUNT\nzillion\tSCALE=30\n", "They paid 5 zillion zorkmids.", unit,
              &value);
    assert_string_equal(unit, "XZM");
    assert_int_equal(value.digits, 5);
    assert_int_equal(value.exponent, 30);
    scan_with("dollars\tCURRENCY=AUD AFTER_AMOUNT", "They paid 5 dollars.", unit, &value);
    assert_string_equal(unit, "AUD");
    scan_with("# nothing\n", "They paid 5 dollars.", unit, &value);
    assert_string_equal(unit, "USD");
}

static void the_engine_refuses_faulty_extra_words(void **state)
{
    static const char lines[] = "# mine\nzorkmid\tCURRENCY=XZM\nzorkmids\tMONEY=XZM\n";
    claimex_engine_options options = test_engine_options();
    claimex_engine *engine = NULL;
    claimex_error error = { 0 };
    (void)state;

    options.extra_words = lines;
    options.extra_words_length = sizeof lines - 1;
    assert_int_equal(claimex_engine_new(&options, &engine, &error), CLAIMEX_BAD_LEXICON);
    assert_null(engine);
    assert_string_equal(error.message, "extra_words:3: unknown class");
    assert_int_equal(error.offset, 28);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faulty_lines_are_named),
        cmocka_unit_test(lines_may_end_as_on_windows),
        cmocka_unit_test(no_lines_are_a_lexicon),
        cmocka_unit_test(values_are_texts_and_numbers),
        cmocka_unit_test(readings_of_a_word_come_together),
        cmocka_unit_test(readings_hold_in_their_places),
        cmocka_unit_test(a_spelling_has_its_own_form),
        cmocka_unit_test(the_longest_phrase_is_found),
        cmocka_unit_test(any_number_of_phrases_may_begin_with_a_word),
        cmocka_unit_test(any_number_of_words_finds_its_slots),
        cmocka_unit_test(the_lines_of_a_word_are_kept_or_refused),
        cmocka_unit_test(a_word_that_only_begins_phrases_is_none),
        cmocka_unit_test(a_gap_of_a_phrase_is_blanks_or_a_hyphen),
        cmocka_unit_test(phrases_have_signs_apostrophes_and_spellings),
        cmocka_unit_test(an_extra_word_hides_the_built_in_one),
        cmocka_unit_test(the_longer_phrase_wins_in_either_layer),
        cmocka_unit_test(the_engine_takes_extra_words),
        cmocka_unit_test(the_engine_refuses_faulty_extra_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
