#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "small_lexicon.h"
#include "tokens/sentences.h"

#define LONGEST 32768 /* no sentence is longer, whatever the text */

/* Each class of words that matters where a sentence ends. */
static const char words[] = "mr\tABBREVIATION\ninc\tABBREVIATION_AT_END\njan\tABBREVIATION_AT_END\n"
                            "no\tABBREVIATION_BEFORE_DIGIT\nthe\tSTARTER\nbut\tSTARTER\nit\tSTARTER\n";

static int set_up(void **state)
{
    return small_lexicon_set_up(state, words);
}

static struct sentences start(const struct small_lexicon *fixture, const char *text, size_t length)
{
    return (struct sentences){ &fixture->lexicon, (const unsigned char *)text, 0, 0, (uint32_t)length };
}

/* The sentences of the text, each between brackets. */
static void print_sentences(const struct small_lexicon *fixture, const char *text, char *out, size_t size)
{
    struct sentences sentences = start(fixture, text, strlen(text));
    struct sentence sentence;
    size_t length = 0;

    *out = '\0';
    while (sentences_next(&sentences, &sentence)) {
        length += (size_t)snprintf(out + length, size - length, "[%.*s]", (int)(sentence.end - sentence.start),
                                   text + sentence.start);
        assert_true(length < size);
    }
}

struct expectation {
    const char *text;
    const char *sentences;
};

static void check(const struct small_lexicon *fixture, const struct expectation *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char printed[1000];
        print_sentences(fixture, cases[i].text, printed, sizeof printed);
        if (strcmp(printed, cases[i].sentences) != 0) {
            fail_msg("%s\n    expected: %s\n    got:      %s", cases[i].text, cases[i].sentences, printed);
        }
    }
}

#define CHECK(cases) check(*state, cases, sizeof(cases) / sizeof *(cases))

static void stops_end_sentences(void **state)
{
    static const struct expectation cases[] = {
        { "", "" },
        { " \n\t | ", "" },
        { "Sales rose", "[Sales rose]" },
        { "Sales rose.", "[Sales rose.]" },
        { " Sales rose. Costs fell. ", "[Sales rose.][Costs fell.]" },
        { "Did sales rise? Yes! Costs fell.", "[Did sales rise?][Yes!][Costs fell.]" },
        { "Sales rose...  5 firms grew.", "[Sales rose...][5 firms grew.]" },
        { "Sales rose?! Costs fell.", "[Sales rose?!][Costs fell.]" },
        { "Sales rose. “Costs fell.”", "[Sales rose.][“Costs fell.”]" },
    };
    CHECK(cases);
}

static void some_stops_end_nothing(void **state)
{
    static const struct expectation cases[] = {
        { "Sales rose 2.5 points.", "[Sales rose 2.5 points.]" },
        { "See example.org for more.", "[See example.org for more.]" },
        { "Sales rose .5 percent.", "[Sales rose .5 percent.]" },
        { "Sales rose. and fell.", "[Sales rose. and fell.]" },
        { "Yahoo! grew.", "[Yahoo! grew.]" },
        { "Sales rose.Costs fell.", "[Sales rose.Costs fell.]" },
    };
    CHECK(cases);
}

static void abbreviations_go_on(void **state)
{
    static const struct expectation cases[] = {
        { "Mr. The left.", "[Mr. The left.]" },
        { "Ask MR. Stone.", "[Ask MR. Stone.]" },
        { "Stone Inc. Europe grew.", "[Stone Inc. Europe grew.]" },
        { "He leads Stone Inc. The firm grew.", "[He leads Stone Inc.][The firm grew.]" },
        { "On Jan. 5 it grew.", "[On Jan. 5 it grew.]" },
        { "It is No. 5 now.", "[It is No. 5 now.]" },
        { "He said no. Then he left.", "[He said no.][Then he left.]" },
    };
    CHECK(cases);
}

static void initials_go_on(void **state)
{
    static const struct expectation cases[] = {
        { "J. R. Stone left.", "[J. R. Stone left.]" },
        { "The U.S. Treasury paid.", "[The U.S. Treasury paid.]" },
        { "He left the U.S. The rest stayed.", "[He left the U.S.][The rest stayed.]" },
        { "It opened at 9 a.m. But few came.", "[It opened at 9 a.m.][But few came.]" },
    };
    CHECK(cases);
}

static void closing_marks_belong_to_their_sentence(void **state)
{
    static const struct expectation cases[] = {
        { "\"Sales rose.\" He left.", "[\"Sales rose.\"][He left.]" },
        { "“Sales rose.” He left.", "[“Sales rose.”][He left.]" },
        { "(Sales rose.) Costs fell.", "[(Sales rose.)][Costs fell.]" },
        { "‘(Sales rose.)’\" Costs fell.", "[‘(Sales rose.)’\"][Costs fell.]" },
        { "\"Sales rose.\" he said.", "[\"Sales rose.\" he said.]" },
        { "Sales rose.\"", "[Sales rose.\"]" },
    };
    CHECK(cases);
}

static void a_line_end_parts_what_is_not_wrapped(void **state)
{
    static const struct expectation cases[] = {
        { "Sales rise again\nThe firm sold more.", "[Sales rise again][The firm sold more.]" },
        { "Sales rise again\r\nThe firm sold more.", "[Sales rise again][The firm sold more.]" },
        { "Sales rise again\rThe firm sold more.", "[Sales rise again][The firm sold more.]" },
        { "Sales rose.\n\nCosts fell.", "[Sales rose.][Costs fell.]" },
        { "Sales rose\n \nCosts fell.", "[Sales rose][Costs fell.]" },
        { "Pears 5\nPlums 6\nApples 7", "[Pears 5][Plums 6][Apples 7]" },
    };
    CHECK(cases);
}

static void a_wrapped_line_goes_on(void **state)
{
    static const struct expectation cases[] = {
        { "The council of the town has set aside 5\nmillion euros for the new pool.",
          "[The council of the town has set aside 5\nmillion euros for the new pool.]" },
        { "The council of the town has set aside as much as\r\n$5 million for a new pool and for the baths.",
          "[The council of the town has set aside as much as\r\n$5 million for a new pool and for the baths.]" },
        { "The council of the town has set it aside for all.\nCosts fell in all the towns of that old country.",
          "[The council of the town has set it aside for all.][Costs fell in all the towns of that old country.]" },
        { "The council of the whole of the town asked Mr.\nStone to pay for all of the pools and the baths.",
          "[The council of the whole of the town asked Mr.\nStone to pay for all of the pools and the baths.]" },
    };
    CHECK(cases);
}

static void a_long_line_of_a_list_is_not_wrapped(void **state)
{
    static const struct expectation cases[] = {
        { "- Sales of the firm went up by a tenth to $5 million this year\n- Profit doubled",
          "[- Sales of the firm went up by a tenth to $5 million this year][- Profit doubled]" },
        { "Earnings a share of $3 to $4, which is growth of 11%\nSpending of about $9 million\nCash of $4 million",
          "[Earnings a share of $3 to $4, which is growth of 11%][Spending of about $9 million][Cash of $4 million]" },
        { "The council of the whole of the old town asked Mr.\nStone to pay for all.\nCosts fell in all the towns.",
          "[The council of the whole of the old town asked Mr.\nStone to pay for all.][Costs fell in all the towns.]" },
        { "Earnings a share of $3 to $4, which is growth of 11%\r\nSpending of about $9 million\r\nCash of $4",
          "[Earnings a share of $3 to $4, which is growth of 11%][Spending of about $9 million][Cash of $4]" },
    };
    CHECK(cases);
}

static void list_items_and_cells_are_sentences(void **state)
{
    static const struct expectation cases[] = {
        { "• pears 5 • plums 6", "[pears 5][plums 6]" },
        { "‣ pears\n‣ plums", "[pears][plums]" },
        { "▪ pears ▪ plums", "[pears][plums]" },
        { "| pears | 5 | plums |", "[pears][5][plums]" },
        { "pears\t5\tplums", "[pears][5][plums]" },
        { "a||b or c|d", "[a||b or c|d]" },
        { "pears\xE2\x80\xA8plums\xE2\x80\xA9peas", "[pears][plums][peas]" },
        { "pears – plums — peas", "[pears – plums — peas]" },
    };
    CHECK(cases);
}

/* Text without an end is cut, at a blank where there is one, so that no stage meets a sentence without bounds. */
static void check_cuts(const struct small_lexicon *fixture, const char *text, size_t length, bool at_blanks)
{
    struct sentences sentences = start(fixture, text, length);
    struct sentence sentence;
    uint32_t end = 0;
    size_t n = 0;

    for (; sentences_next(&sentences, &sentence); n++) {
        assert_true(sentence.start >= end && sentence.end > sentence.start);
        assert_true(sentence.end - sentence.start <= LONGEST + 4);
        for (uint32_t i = end; i < sentence.start; i++) {
            assert_int_equal(text[i], ' ');
        }
        assert_true(sentence.end == length || (text[sentence.end] & 0xC0) != 0x80);
        assert_true(!at_blanks || sentence.end == length || text[sentence.end] == ' ');
        end = sentence.end;
    }
    assert_int_equal(end, length);
    assert_true(n >= length / (LONGEST + 4));
}

static void a_very_long_sentence_is_cut(void **state)
{
    static char text[200002];
    const size_t length = sizeof text - 2;

    for (size_t i = 0; i < length; i++) {
        text[i] = i % 7 == 6 ? ' ' : 'x';
    }
    text[length - 1] = 'x';
    check_cuts(*state, text, length, true);
    for (size_t i = 0; i < length; i += 2) {
        memcpy(text + i, "\xC3\xA9", 2);
    }
    check_cuts(*state, text, length, false);
    memset(text, '.', length);
    check_cuts(*state, text, length, false);
    for (size_t i = 0; i < length; i += 2) {
        memcpy(text + i, "x.", 2);
    }
    check_cuts(*state, text, length, false);
}

/* With invalid bytes skipped, a text is cut piece by piece; offsets are those of the whole. */
static void a_piece_is_cut_alone(void **state)
{
    const struct small_lexicon *fixture = *state;
    const char *text = "Mr. Sales rose. Costs fell. End";
    struct sentences sentences = { &fixture->lexicon, (const unsigned char *)text, 4, 4, 27 };
    struct sentence sentence;

    assert_true(sentences_next(&sentences, &sentence));
    assert_int_equal(sentence.start, 4);
    assert_int_equal(sentence.end, 15);
    assert_true(sentences_next(&sentences, &sentence));
    assert_int_equal(sentence.start, 16);
    assert_int_equal(sentence.end, 27);
    assert_false(sentences_next(&sentences, &sentence));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stops_end_sentences),
        cmocka_unit_test(some_stops_end_nothing),
        cmocka_unit_test(abbreviations_go_on),
        cmocka_unit_test(initials_go_on),
        cmocka_unit_test(closing_marks_belong_to_their_sentence),
        cmocka_unit_test(a_line_end_parts_what_is_not_wrapped),
        cmocka_unit_test(a_wrapped_line_goes_on),
        cmocka_unit_test(a_long_line_of_a_list_is_not_wrapped),
        cmocka_unit_test(list_items_and_cells_are_sentences),
        cmocka_unit_test(a_very_long_sentence_is_cut),
        cmocka_unit_test(a_piece_is_cut_alone),
    };

    return cmocka_run_group_tests(tests, set_up, small_lexicon_tear_down);
}
