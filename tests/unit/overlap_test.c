#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "context/overlap.h"

#define MOST 200

/* Each token of these tests is five bytes long, with no gap behind it. */
static struct candidate candidate(uint32_t first, uint32_t end, unsigned recognizer)
{
    struct candidate made;

    memset(&made, 0, sizeof made);
    made.first = first;
    made.end = end;
    made.at = (claimex_span){ first * 5, end * 5 };
    made.recognizer = (uint8_t)recognizer;
    made.kind = recognizers[recognizer].kind;
    return made;
}

static struct candidates array_of(struct candidate *items, size_t n)
{
    struct candidates candidates;

    memset(&candidates, 0, sizeof candidates);
    candidates.items = items;
    candidates.count = candidates.capacity = n;
    return candidates;
}

/* In the order of recognizers[]: the veto comes first, money before percentages. */
enum { VETO, MONEY, PERCENTAGE };

static void decide(struct candidate *items, size_t n, uint32_t *owner, size_t n_tokens)
{
    struct candidates candidates = array_of(items, n);
    uint32_t order[MOST];

    overlap_decide(&candidates, order, owner, n_tokens);
}

static void assert_owners(const uint32_t *owner, const uint32_t *expected, size_t n_tokens)
{
    for (size_t t = 0; t < n_tokens; t++) {
        assert_int_equal(owner[t], expected[t]);
    }
}

static void what_does_not_meet_stands(void **state)
{
    struct candidate items[] = { candidate(0, 2, MONEY), candidate(2, 3, PERCENTAGE), candidate(5, 6, MONEY) };
    uint32_t owner[7];
    (void)state;

    decide(items, 3, owner, 7);
    assert_int_equal(items[0].fate, FATE_CLAIM);
    assert_int_equal(items[1].fate, FATE_CLAIM);
    assert_int_equal(items[2].fate, FATE_CLAIM);
    assert_owners(owner, (const uint32_t[]){ 1, 1, 2, 0, 0, 3, 0 }, 7);
}

static void nothing_owns_nothing(void **state)
{
    uint32_t owner[2] = { 7, 7 };
    (void)state;

    decide(NULL, 0, owner, 2);
    assert_owners(owner, (const uint32_t[]){ 0, 0 }, 2);
}

static void the_longer_in_bytes_wins(void **state)
{
    struct candidate items[] = { candidate(0, 2, MONEY), candidate(1, 4, PERCENTAGE) };
    uint32_t owner[4];
    (void)state;

    decide(items, 2, owner, 4);
    assert_int_equal(items[0].fate, FATE_LOST);
    assert_int_equal(items[1].fate, FATE_CLAIM);
    assert_owners(owner, (const uint32_t[]){ 0, 2, 2, 2 }, 4);

    items[0].at.end = items[0].at.start + 16; /* two tokens, but longer than the three */
    decide(items, 2, owner, 4);
    assert_int_equal(items[0].fate, FATE_CLAIM);
    assert_int_equal(items[1].fate, FATE_LOST);
}

static void the_earlier_recognizer_wins_a_tie(void **state)
{
    struct candidate items[] = { candidate(0, 2, PERCENTAGE), candidate(1, 3, MONEY) };
    uint32_t owner[3];
    (void)state;

    decide(items, 2, owner, 3);
    assert_int_equal(items[0].fate, FATE_LOST);
    assert_int_equal(items[1].fate, FATE_CLAIM);
}

static void the_earlier_in_the_text_wins_a_tie_of_one_recognizer(void **state)
{
    struct candidate items[] = { candidate(1, 3, MONEY), candidate(0, 2, MONEY) };
    uint32_t owner[3];
    (void)state;

    decide(items, 2, owner, 3);
    assert_int_equal(items[0].fate, FATE_LOST);
    assert_int_equal(items[1].fate, FATE_CLAIM);
}

static void a_veto_competes_and_wins_ties(void **state)
{
    struct candidate items[] = { candidate(0, 2, MONEY), candidate(0, 2, VETO), candidate(2, 3, VETO),
                                 candidate(2, 4, PERCENTAGE) };
    uint32_t owner[4];
    (void)state;

    decide(items, 4, owner, 4);
    assert_int_equal(items[0].fate, FATE_VETO);
    assert_int_equal(items[1].fate, FATE_VETO);
    assert_int_equal(items[2].fate, FATE_LOST);
    assert_int_equal(items[3].fate, FATE_CLAIM);
    assert_owners(owner, (const uint32_t[]){ 2, 2, 4, 4 }, 4);
}

/* What loses blocks nothing: of a chain, the ends stand when the middle is beaten by one of them. */
static void a_loser_does_not_block_others(void **state)
{
    struct candidate items[] = { candidate(0, 4, MONEY), candidate(3, 6, MONEY), candidate(5, 7, MONEY) };
    uint32_t owner[7];
    (void)state;

    decide(items, 3, owner, 7);
    assert_int_equal(items[0].fate, FATE_CLAIM);
    assert_int_equal(items[1].fate, FATE_LOST);
    assert_int_equal(items[2].fate, FATE_CLAIM);
}

/* What is added takes what is left, however long it is. */
static void what_is_added_takes_the_rest(void **state)
{
    struct candidate items[] = { candidate(0, 2, MONEY), candidate(1, 5, PERCENTAGE), candidate(5, 6, PERCENTAGE) };
    uint32_t owner[7];
    (void)state;

    decide(items, 1, owner, 7);
    struct candidates candidates = array_of(items, 3);
    overlap_add(&candidates, 1, owner);
    assert_int_equal(items[0].fate, FATE_CLAIM);
    assert_int_equal(items[1].fate, FATE_LOST);
    assert_int_equal(items[2].fate, FATE_CLAIM);
    assert_owners(owner, (uint32_t[]){ 1, 1, 0, 0, 0, 3, 0 }, 7);
}

static uint32_t random_number(uint32_t *seed, uint32_t below)
{
    *seed = *seed * UINT32_C(1664525) + UINT32_C(1013904223);
    return (*seed >> 8) % below;
}

static bool beats(const struct candidate *a, const struct candidate *b)
{
    uint32_t a_bytes = a->at.end - a->at.start, b_bytes = b->at.end - b->at.start;

    if (a_bytes != b_bytes) {
        return a_bytes > b_bytes;
    }
    return a->recognizer != b->recognizer ? a->recognizer < b->recognizer : a->first < b->first;
}

/* Winners share no token, and every loser shares one with a winner that beats it. */
static void check_all(const struct candidate *items, size_t n, const uint32_t *owner)
{
    for (size_t i = 0; i < n; i++) {
        bool won = owner[items[i].first] == i + 1;
        bool beaten = false;
        for (uint32_t t = items[i].first; t < items[i].end; t++) {
            assert_int_equal(owner[t] == i + 1, won);
            beaten = beaten || (owner[t] && beats(&items[owner[t] - 1], &items[i]));
        }
        assert_int_equal(beaten, !won);
        assert_int_equal(items[i].fate == FATE_CLAIM, won && items[i].kind != KIND_NONE);
    }
}

static void any_competition_is_decided(void **state)
{
    uint32_t seed = 1;
    (void)state;

    for (int round = 0; round < 200; round++) {
        struct candidate items[MOST];
        uint32_t owner[64];
        size_t n = 0;
        for (unsigned recognizer = VETO; recognizer <= PERCENTAGE; recognizer++) {
            for (uint32_t first = 0; first < 56; first += 1 + random_number(&seed, 6)) {
                items[n++] = candidate(first, first + 1 + random_number(&seed, 6), recognizer);
            }
        }
        decide(items, n, owner, 64);
        check_all(items, n, owner);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_does_not_meet_stands),
        cmocka_unit_test(nothing_owns_nothing),
        cmocka_unit_test(the_longer_in_bytes_wins),
        cmocka_unit_test(the_earlier_recognizer_wins_a_tie),
        cmocka_unit_test(the_earlier_in_the_text_wins_a_tie_of_one_recognizer),
        cmocka_unit_test(a_veto_competes_and_wins_ties),
        cmocka_unit_test(a_loser_does_not_block_others),
        cmocka_unit_test(what_is_added_takes_the_rest),
        cmocka_unit_test(any_competition_is_decided),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
