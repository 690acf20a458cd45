/* A noun says that something changed, and by how much: "a 4 percent drop", "an increase of at least 35%". */
#include "context/change_noun.h"

#include "context/figure.h"
#include "context/turn.h"
#include "recognizers/date_point.h"

bool change_ends_behind(const struct clause *clause, uint32_t i)
{
    return item_class(clause, i + 1) == CLASS_TO && item_class(clause, i + 2) == CLASS_FIGURE;
}

bool change_is_priced(const struct clause *clause, uint32_t i)
{
    uint32_t k = i + 1 + (item_class(clause, i + 1) == CLASS_COMMA);
    if (item_begins(clause, k, CLASS_OR) && item_class(clause, k + 1) == CLASS_FIGURE
        && item_claim(clause, k + 1)->kind == CLAIMEX_PERCENTAGE)
        return true;
    return change_ends_behind(clause, i)
           || (item_class(clause, i + 1) == CLASS_FROM && item_class(clause, i + 2) == CLASS_FIGURE);
}

/* "two cuts", "3.7 rebounds": changes that are counted; "35 mm slides": things of a size. */
static bool is_event(struct clause *clause, uint32_t i)
{
    uint8_t kind = item_claim(clause, i)->kind;
    if ((kind != CLAIMEX_COUNT && kind != CLAIMEX_MEASURE) || !item_is_phrase(clause, i + 1))
        return false;
    uint32_t last = clause->items[i + 1].end - 1;
    struct slice noun = token_slice(clause->tokens, last);
    bool counted = clause->counted[clause->items[i].claim] == last + 1; /* "one advance" */
    return noun.bytes[noun.length - 1] == 's' || (kind == CLAIMEX_COUNT && counted);
}

/* "a gain of $13 million" was earned; but "a gain of 5 cents to $3". */
static bool is_earned(struct clause *clause, uint32_t i, uint32_t noun)
{
    return item_claim(clause, i)->kind == CLAIMEX_MONEY && item_is(clause, noun, IS(RAISES))
           && !change_is_priced(clause, i);
}

/* "a 12-month gain", "a six-week fall": how long it took; but "a 10-minute cut" in a journey. */
static bool is_time_taken(const struct clause *clause, uint32_t i)
{
    const struct item *figure = &clause->items[i];
    const char *unit = token_text(clause->tokens, figure->end - 1, CLASS_TIMEUNIT);
    return clause->claims[figure->claim].kind == CLAIMEX_DURATION && unit && date_unit(unit) <= CLAIMEX_GRAIN_DAY;
}

bool change_by_noun_behind(struct clause *clause, uint32_t i)
{
    uint32_t noun = i + 1 + (item_class(clause, i + 1) == CLASS_HYPHEN || item_class(clause, i + 1) == CLASS_WHEN);
    bool near = item_is_phrase(clause, noun) && clause->items[noun].outer <= clause->items[i].first + 1;
    bool glued = item_is_phrase(clause, noun) && !item_is(clause, noun, IS(DETERMINER) | IS(POSSESSOR));
    struct figure figure = { clause, item_claim(clause, i), i, NO_ITEM };
    bool named = (near || glued) && !is_event(clause, i) && !is_earned(clause, i, noun) && !is_time_taken(clause, i)
                 && !figure_is_before_verb(&figure, noun);
    uint8_t change = named ? turn_of_noun(clause, noun) : CLAIMEX_CHANGE_NONE;
    if (change)
        change_set(item_claim(clause, i), change, CLAIMEX_ROLE_BY);
    return change != CLAIMEX_CHANGE_NONE;
}

bool change_by_noun_before(struct clause *clause, uint32_t i, uint32_t before)
{
    bool thing =
        item_is_led(clause, i) && item_claim(clause, i)->kind == CLAIMEX_COUNT && figure_is_attribute(clause, i);
    if (item_class(clause, before) != CLASS_OF || before == 0 || thing) /* "the fall of the five-party coalition" */
        return false;
    uint32_t last = verbs_behind_times(clause, before); /* "a drop in May of 5%", "a rise in orders of $5" */
    uint8_t change = CLAIMEX_CHANGE_NONE;
    bool of = false; /* "a rise in sales of coffee of 5%"; but "the decline of the dollar since peaks of 9 yen" */
    for (uint32_t k = last; !change && k > 0 && last - k < 6; k -= 2) {
        if (!is_earned(clause, i, k - 1) && (!of || item_reads(clause, k, "in")))
            change = turn_of_noun(clause, k - 1);
        of |= k > 1 && item_class(clause, k - 2) == CLASS_OF;
        if (k < 3 || (item_class(clause, k - 2) != CLASS_PREPOSITION && item_class(clause, k - 2) != CLASS_OF))
            break;
    }
    if (change)
        change_set(item_claim(clause, i), change, CLAIMEX_ROLE_BY);
    return change != CLAIMEX_CHANGE_NONE;
}
