#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "claimex/claim.h"
#include "small_lexicon.h"
#include "tokens/number_words.h"
#include "tokens/tokenizer.h"

/* A small lexicon of its own, so that no word of the built-in one changes what is tested here. */
static const char words[] =
    "$\tCURRENCY=USD SYMBOL\nus$\tCURRENCY=USD SYMBOL\n€\tCURRENCY=EUR SYMBOL\n"
    "EUR\tCURRENCY=EUR\tcased\nk\tSCALE=3\tglued\nm\tSCALE=6\tglued\nkm\tUNIT=km\n"
    "mar\tMONTH=3\nFY\tFISCAL\tcased\n%\tPERCENT=%\nper cent\tPERCENT=%\nin\tIN\nU.S.\tTHE\n"
    "one\tCARDINAL=1\ntwo\tCARDINAL=2\nthree\tCARDINAL=3\nfive\tCARDINAL=5\nten\tCARDINAL=10\n"
    "fifteen\tCARDINAL=15\ntwenty\tCARDINAL=20\nninety\tCARDINAL=90\nzero\tCARDINAL=0\n"
    "hundred\tSCALE=2\nthousand\tSCALE=3\nmillion\tSCALE=6\nbillion\tSCALE=9\ntrillion\tSCALE=12\n"
    "quadrillion\tSCALE=15\ndozen\tDOZEN=12\nhalf\tHALF DENOMINATOR=2\n"
    "quarter\tDENOMINATOR=4\nquarters\tDENOMINATOR=4\nthird\tORDINAL=3 DENOMINATOR=3\n"
    "thirds\tDENOMINATOR=3\npoint\tPOINT\na\tA\nan\tA\nand\tAND\nof\tOF\n"
    ",\tCOMMA\n.\tPERIOD\n:\tCOLON\n(\tOPEN\n)\tCLOSE\n/\tSLASH\n\"\tQUOTE\n+\tPLUS\n'\tAPOSTROPHE\n"
    "'s\tPOSSESSIVE\n~\tBOUND=approx\n";

struct fixture {
    struct small_lexicon words;
    struct tokens tokens;
    struct memo memo;
};

static int set_up(void **state)
{
    static struct fixture fixture;

    memset(&fixture, 0, sizeof fixture);
    fixture.tokens.allocator = &memory_default;
    fixture.tokens.lexicon = &fixture.words.lexicon;
    fixture.tokens.memo = &fixture.memo;
    *state = &fixture;
    return small_lexicon_make(&fixture.words, words);
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;

    array_free(&fixture->tokens.token, &memory_default);
    array_free(&fixture->tokens.numbers, &memory_default);
    build_free(&fixture->words.build);
    return 0;
}

static void cut(struct fixture *fixture, const char *text, bool join)
{
    fixture->tokens.text = text;
    fixture->tokens.length = (uint32_t)strlen(text);
    fixture->tokens.numbers.count = 0;
    assert_true(tokenizer_run(&fixture->tokens, 0, fixture->tokens.length));
    assert_true(!join || number_words_join(&fixture->tokens));
}

/* The class of a token that says most: its shape, else its first class. */
static const char *class_of(const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    struct class_set set = token_classes(tokens, i);

    if (token->shape) {
        return class_name((enum class)token->shape);
    }
    for (int class = 1; class < N_CLASSES; class ++) {
        if (class_set_has(&set, (enum class) class)) {
            return class_name((enum class) class);
        }
    }
    return "NONE";
}

/* "€:CURRENCY|3:TWELVE in:IN": a bar where there is no gap. */
static void print_tokens(const struct tokens *tokens, char *out, size_t size)
{
    size_t length = 0;

    *out = '\0';
    for (uint32_t i = 0; i < tokens->token.count; i++) {
        struct slice slice = token_slice(tokens, i);
        bool gap = (tokens->token.items[i].flags & TOKEN_GAP_BEFORE) != 0;
        length += (size_t)snprintf(out + length, size - length, "%s%.*s:%s",
                                   i == 0 ? ""
                                   : gap  ? " "
                                          : "|",
                                   (int)slice.length, slice.bytes, class_of(tokens, i));
        assert_true(length < size);
    }
}

struct expectation {
    const char *text;
    const char *tokens;
};

static void check(struct fixture *fixture, const struct expectation *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char printed[1000];
        cut(fixture, cases[i].text, false);
        print_tokens(&fixture->tokens, printed, sizeof printed);
        if (strcmp(printed, cases[i].tokens) != 0) {
            fail_msg("%s\n    expected: %s\n    got:      %s", cases[i].text, cases[i].tokens, printed);
        }
    }
}

#define CHECK(cases) check(*state, cases, sizeof(cases) / sizeof *(cases))

/* ------------------------------------------------------------------ numbers */

static void numbers_have_shapes(void **state)
{
    static const struct expectation cases[] = {
        { "0 1 12 13 31 32 59", "0:MINUTE 1:TWELVE 12:TWELVE 13:DAY 31:DAY 32:MINUTE 59:MINUTE" },
        { "60 99", "60:TENS 99:TENS" },
        { "100 - 999", "100:HUNDREDS -:DASH 999:HUNDREDS" },
        { "1000 2199 2200 9999 10000", "1000:YEAR 2199:YEAR 2200:FOUR 9999:FOUR 10000:LONG" },
        { "1,234 12,34,567 1'234 1.234.567", "1,234:GROUPED 12,34,567:GROUPED 1'234:GROUPED 1.234.567:GROUPED" },
        { "1.5 .5 3,5 1,234.5 1.234,5", "1.5:DECIMAL .5:DECIMAL 3,5:DECIMAL 1,234.5:DECIMAL 1.234,5:DECIMAL" },
        { "2½ ½ 1/2 11-5/8 2 3/4", "2½:FRACTION ½:FRACTION 1/2:FRACTION 11-5/8:FRACTION 2 3/4:FRACTION" },
        { "05 00 007 1.2.3", "05:PADDED 00:PADDED 007:CODE 1.2.3:CODE" },
        { "12345678901234567890123456789012345678901", "12345678901234567890123456789012345678901:CODE" },
    };
    CHECK(cases);
}

static void marks_that_do_not_group_are_punctuation(void **state)
{
    static const struct expectation cases[] = {
        { "1,234, 5", "1,234:GROUPED|,:COMMA 5:TWELVE" },
        { "5, 6", "5:TWELVE|,:COMMA 6:TWELVE" },
        { "5.", "5:TWELVE|.:PERIOD" },
        { "1,2345", "1:TWELVE|,:COMMA|2345:FOUR" },
        { "1234,567", "1234:YEAR|,:COMMA|567:HUNDREDS" },
        { "1,2,3", "1:TWELVE|,:COMMA|2:TWELVE|,:COMMA|3:TWELVE" },
        { "1,2,3.5", "1:TWELVE|,:COMMA|2:TWELVE|,:COMMA|3.5:DECIMAL" },
        { "1.5,2.5", "1.5:DECIMAL|,:COMMA|2.5:DECIMAL" },
        { "5/6/17", "5:TWELVE|/:SLASH|6:TWELVE|/:SLASH|17:DAY" },
        { "1990 300", "1990:YEAR 300:HUNDREDS" },
        { "5 300 people", "5:TWELVE 300:HUNDREDS people:LOWER" },
        { "3:15", "3:TWELVE|::COLON|15:DAY" },
    };
    CHECK(cases);
}

static void ordinals_and_decades_are_one_token(void **state)
{
    static const struct expectation cases[] = {
        { "1st 22nd 3RD 1,000th", "1st:ORDINAL 22nd:ORDINAL 3RD:ORDINAL 1,000th:ORDINAL" },
        { "5then 2.5th", "5:TWELVE|then:LOWER 2.5:DECIMAL|th:LOWER" },
        { "1990s 90s 1980's, 80S", "1990s:DECADE 90s:DECADE 1980's:DECADE|,:COMMA 80S:DECADE" },
        { "95s 90sx 100s", "95:TENS|s:LOWER 90:TENS|sx:LOWER 100:HUNDREDS|s:LOWER" },
    };
    CHECK(cases);
}

/* ---------------------------------------------------------- words and codes */

static void digits_and_letters_are_parted_after_a_number(void **state)
{
    static const struct expectation cases[] = {
        { "€3m", "€:CURRENCY|3:TWELVE|m:SCALE" },
        { "5km.", "5:TWELVE|km:UNIT|.:PERIOD" },
        { "29Mar22", "29:DAY|Mar:MONTH|22:DAY" },
        { "EUR40m FY2021", "EUR:CURRENCY|40:MINUTE|m:SCALE FY:FISCAL|2021:YEAR" },
        { "6pm", "6:TWELVE|pm:LOWER" },
        { "US$5 us$5", "US$:CURRENCY|5:TWELVE us$:CURRENCY|5:TWELVE" },
        { "Florida5 days", "Florida:CAPITALISED|5:TWELVE days:LOWER" },
    };
    CHECK(cases);
}

static void letters_and_digits_together_are_codes(void **state)
{
    static const struct expectation cases[] = {
        { "B2B R2D2 3N780v", "B2B:CODE R2D2:CODE 3N780v:CODE" },
        { "EUR5x Florida5a", "EUR5x:CODE Florida5a:CODE" },
        { "x_1 5_000", "x_1:CODE 5_000:CODE" },
        { "COVID-19", "COVID:UPPER|-:HYPHEN|19:DAY" },
        { "a1b2-c3d4-55ee", "a1b2:CODE|-:HYPHEN|c3d4:CODE|-:HYPHEN|55:MINUTE|ee:LOWER" },
    };
    CHECK(cases);
}

static void addresses_are_one_token(void **state)
{
    static const struct expectation cases[] = {
        { "https://example.org/a?b=5,6 in", "https://example.org/a?b=5,6:CODE in:IN" },
        { "(see ftp://example.org/5).", "(:OPEN|see:LOWER ftp://example.org/5:CODE|):CLOSE|.:PERIOD" },
        { "www.example.org/5, 6", "www.example.org/5:CODE|,:COMMA 6:TWELVE" },
        { "me5@example.org me@example.org.", "me5:CODE|@:MARK|example.org:LOWER me@example.org:CODE|.:PERIOD" },
        { "Example.com grew", "Example.com:CAPITALISED grew:LOWER" },
    };
    CHECK(cases);
}

static void words_keep_their_capitals(void **state)
{
    static const struct {
        const char *word;
        enum class capital;
    } cases[] = {
        { "word", CLASS_LOWER },
        { "Word", CLASS_CAPITALISED },
        { "WORD", CLASS_UPPER },
        { "wOrd", CLASS_MIXED },
        { "WorD", CLASS_MIXED },
        { "W", CLASS_CAPITALISED },
        { "Émile", CLASS_CAPITALISED },
        { "émile", CLASS_LOWER },
        { "don't", CLASS_LOWER },
        { "internationally", CLASS_LOWER },
        { "Internationalism", CLASS_CAPITALISED },
        { "in", CLASS_LOWER },
        { "IN", CLASS_UPPER },
    };
    struct fixture *fixture = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[64];
        snprintf(text, sizeof text, "%s and a good deal of other text", cases[i].word);
        cut(fixture, text, false);
        assert_int_equal(fixture->tokens.token.items[0].end, strlen(cases[i].word));
        assert_int_equal(fixture->tokens.token.items[0].capital, cases[i].capital);
        cut(fixture, cases[i].word, false); /* the same at the end of the text */
        assert_int_equal(fixture->tokens.token.count, 1);
        assert_int_equal(fixture->tokens.token.items[0].capital, cases[i].capital);
    }
}

static void apostrophes_stay_within_words(void **state)
{
    static const struct expectation cases[] = {
        { "don't firm's firms'", "don't:LOWER firm:LOWER|'s:POSSESSIVE firms:LOWER|':APOSTROPHE" },
        { "don’t O'Neill", "don’t:LOWER O'Neill:MIXED" },
        { "'90 'in'", "':APOSTROPHE|90:TENS ':APOSTROPHE|in:IN|':APOSTROPHE" },
    };
    CHECK(cases);
}

static void phrases_are_one_token(void **state)
{
    static const struct expectation cases[] = {
        { "5 per cent", "5:TWELVE per cent:PERCENT" },       { "5-per-cent", "5:TWELVE|-:HYPHEN|per-cent:PERCENT" },
        { "5 per\ncent", "5:TWELVE per\ncent:PERCENT" },     { "5 per\r\n  cent", "5:TWELVE per\r\n  cent:PERCENT" },
        { "5 per cents", "5:TWELVE per:LOWER cents:LOWER" }, { "U.S. in", "U.S.:THE in:IN" },
    };
    CHECK(cases);
}

/* --------------------------------------------------------- marks and gaps */

static void a_hyphen_is_classed_by_its_gaps(void **state)
{
    static const struct expectation cases[] = {
        { "5-6", "5:TWELVE|-:HYPHEN|6:TWELVE" },
        { "5–6", "5:TWELVE|–:HYPHEN|6:TWELVE" },
        { "5 - 6", "5:TWELVE -:DASH 6:TWELVE" },
        { "5— 6", "5:TWELVE|—:DASH 6:TWELVE" },
        { "5 -6", "5:TWELVE -:MINUS|6:TWELVE" },
        { "−6", "−:MINUS|6:TWELVE" },
        { "-", "-:DASH" },
        { "--5", "-:MINUS|-:HYPHEN|5:TWELVE" },
    };
    CHECK(cases);
}

static void gaps_are_all_sorts_of_blanks(void **state)
{
    static const struct expectation cases[] = {
        { "5\xC2\xA0%", "5:TWELVE %:PERCENT" },
        { "5\xE2\x80\xAF%", "5:TWELVE %:PERCENT" },
        { "5\xE2\x80\x89%", "5:TWELVE %:PERCENT" },
        { "5\xE2\x80\x8B%", "5:TWELVE %:PERCENT" },
        { "5\n%", "5:TWELVE %:PERCENT" },
        { "  5\t% \r\n", "5:TWELVE %:PERCENT" },
        { "5%", "5:TWELVE|%:PERCENT" },
        { " ", "" },
    };
    CHECK(cases);
}

static void other_characters_are_marks(void **state)
{
    static const struct expectation cases[] = {
        { "😀5¿", "😀:MARK|5:TWELVE|¿:MARK" },     { "5×6", "5:TWELVE|×:MARK|6:TWELVE" },
        { "5％，", "5:TWELVE|％:MARK|，:MARK" }, { "İzmir 𝔄b ωmega", "İzmir:CAPITALISED 𝔄b:CAPITALISED ωmega:LOWER" },
        { "\x01~5", "~:BOUND|5:TWELVE" },
    };
    CHECK(cases);
}

static void tokens_say_how_they_stand(void **state)
{
    struct fixture *fixture = *state;
    const struct token *token = NULL;

    cut(fixture, " €3m\nin 5 m", false);
    token = fixture->tokens.token.items;
    assert_int_equal(fixture->tokens.token.count, 6);
    assert_int_equal(token[0].flags, TOKEN_GAP_BEFORE | TOKEN_FIRST);
    assert_int_equal(token[0].place, LEXICON_PLACE_INITIAL);
    assert_int_equal(token[1].flags, 0);
    assert_int_equal(token[2].flags, TOKEN_GLUED);
    assert_int_equal(token[2].place, LEXICON_PLACE_GLUED);
    assert_int_equal(token[3].flags, TOKEN_GAP_BEFORE | TOKEN_NEWLINE);
    assert_int_equal(token[5].flags, TOKEN_GAP_BEFORE);
    assert_int_equal(token[5].place, 0);
}

/* Bytes of the text before the sentence and behind it are none of its tokens. */
static void only_the_sentence_is_cut(void **state)
{
    struct fixture *fixture = *state;
    char printed[100];

    fixture->tokens.text = "1,234,567 per cent";
    fixture->tokens.length = 18;
    assert_true(tokenizer_run(&fixture->tokens, 2, 5));
    print_tokens(&fixture->tokens, printed, sizeof printed);
    assert_string_equal(printed, "234:HUNDREDS");
    assert_true(tokenizer_run(&fixture->tokens, 10, 16));
    print_tokens(&fixture->tokens, printed, sizeof printed);
    assert_string_equal(printed, "per:LOWER ce:LOWER");
}

/* ------------------------------------------------------------ number words */

/* "25:WORDED": each number with its value and shape, other tokens as they stand. */
static void print_joined(const struct tokens *tokens, char *out, size_t size)
{
    size_t length = 0;

    *out = '\0';
    for (uint32_t i = 0; i < tokens->token.count; i++) {
        const struct token *token = &tokens->token.items[i];
        struct slice slice = token_slice(tokens, i);
        char value[CLAIMEX_DECIMAL_TEXT_SIZE];
        length += (size_t)snprintf(out + length, size - length, "%s", i == 0 ? "" : " ");
        if (token->number == NO_NUMBER) {
            length += (size_t)snprintf(out + length, size - length, "%.*s", (int)slice.length, slice.bytes);
        } else {
            claimex_decimal_text(tokens->numbers.items[token->number], value);
            length += (size_t)snprintf(out + length, size - length, "%s:%s", value, class_of(tokens, i));
        }
        assert_true(length < size);
    }
}

static void number_words_are_joined(void **state)
{
    static const struct expectation cases[] = {
        { "one two", "1:ONE 2:WORDED" },
        { "twenty five", "25:WORDED" },
        { "twenty-five", "25:WORDED" },
        { "twenty fifteen", "20:WORDED 15:WORDED" },
        { "ten five", "10:WORDED 5:WORDED" },
        { "two hundred and five", "205:WORDED" },
        { "two hundred ninety-five", "295:WORDED" },
        { "twenty-five hundred", "2500:WORDED" },
        { "two thousand", "2:WORDED thousand" },
        { "two thousand five", "2005:WORDED" },
        { "two thousand and five", "2005:WORDED" },
        { "two million three hundred thousand five", "2300005:WORDED" },
        { "two thousand three million", "2:WORDED thousand 3:WORDED million" },
        { "two hundred three hundred", "200:WORDED 300:WORDED" },
        { "one hundred and one hundred", "100:WORDED and 100:WORDED" },
        { "3 million 200 thousand km", "3200000:WORDED km" },
        { "3 thousand 200 million", "3:TWELVE thousand 200:HUNDREDS million" },
        { "3 million 200", "3:TWELVE million 200:HUNDREDS" },
        { "zero", "0:WORDED" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char printed[200];
        cut(*state, cases[i].text, true);
        print_joined(&((struct fixture *)*state)->tokens, printed, sizeof printed);
        assert_string_equal(printed, cases[i].tokens);
    }
}

static void articles_dozens_and_points_are_joined(void **state)
{
    static const struct expectation cases[] = {
        { "a million", "1:AN million" },
        { "a hundred", "100:WORDED" },
        { "a hundred thousand", "100:WORDED thousand" },
        { "a dozen", "12:WORDED" },
        { "two dozen", "24:WORDED" },
        { "a dog", "a dog" },
        { "one point five", "1.5:FRACTION" },
        { "two point zero five million", "2.05:FRACTION million" },
        { "one point", "1:ONE point" },
        { "one point fifteen", "1.15:FRACTION" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char printed[200];
        cut(*state, cases[i].text, true);
        print_joined(&((struct fixture *)*state)->tokens, printed, sizeof printed);
        assert_string_equal(printed, cases[i].tokens);
    }
}

static void fractions_are_joined(void **state)
{
    static const struct expectation cases[] = {
        { "half a million", "0.5:FRACTION million" },
        { "half-million", "0.5:FRACTION - million" },
        { "a half million", "0.5:FRACTION million" },
        { "half a dozen", "6:WORDED" },
        { "half a dog", "half a dog" },
        { "half a per cent", "0.5:FRACTION per cent" },
        { "a quarter of a million", "0.25:FRACTION million" },
        { "three quarters of one million", "0.75:FRACTION million" },
        { "half of two million", "half of 2:WORDED million" },
        { "two and a half", "2.5:FRACTION" },
        { "two-and-a-half", "2.5:FRACTION" },
        { "two and three quarters million", "2.75:FRACTION million" },
        { "a million and a half", "1500000:WORDED" },
        { "2 and a half", "2.5:FRACTION" },
        { "2 and 1/2", "2.5:FRACTION" },
        { "2 and 3", "2:TWELVE and 3:TWELVE" },
        { "3/4 of 1 per cent", "0.75:FRACTION per cent" },
        { "3/4 of 5 per cent", "0.75:FRACTION of 5:TWELVE per cent" },
        { "3/4 of them", "0.75:FRACTION of them" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char printed[200];
        cut(*state, cases[i].text, true);
        print_joined(&((struct fixture *)*state)->tokens, printed, sizeof printed);
        assert_string_equal(printed, cases[i].tokens);
    }
}

/* A joined number takes the bytes from its first word to its last. */
static void joined_numbers_cover_their_words(void **state)
{
    struct fixture *fixture = *state;

    cut(fixture, "in two hundred\nand five km", true);
    assert_int_equal(fixture->tokens.token.count, 3);
    assert_int_equal(fixture->tokens.token.items[1].start, 3);
    assert_int_equal(fixture->tokens.token.items[1].end, 23);
    assert_int_equal(fixture->tokens.token.items[2].start, 24);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_shapes),
        cmocka_unit_test(marks_that_do_not_group_are_punctuation),
        cmocka_unit_test(ordinals_and_decades_are_one_token),
        cmocka_unit_test(digits_and_letters_are_parted_after_a_number),
        cmocka_unit_test(letters_and_digits_together_are_codes),
        cmocka_unit_test(addresses_are_one_token),
        cmocka_unit_test(words_keep_their_capitals),
        cmocka_unit_test(apostrophes_stay_within_words),
        cmocka_unit_test(phrases_are_one_token),
        cmocka_unit_test(a_hyphen_is_classed_by_its_gaps),
        cmocka_unit_test(gaps_are_all_sorts_of_blanks),
        cmocka_unit_test(other_characters_are_marks),
        cmocka_unit_test(tokens_say_how_they_stand),
        cmocka_unit_test(only_the_sentence_is_cut),
        cmocka_unit_test(number_words_are_joined),
        cmocka_unit_test(articles_dozens_and_points_are_joined),
        cmocka_unit_test(fractions_are_joined),
        cmocka_unit_test(joined_numbers_cover_their_words),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
