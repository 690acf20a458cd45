/* A verb of change can take an object that is not less or more for it: beet is grown, bombs are dropped, games are
 * lost. And what stands still rises over its surroundings and extends over its ground. */
#include "context/change_object.h"

#include "context/change_noun.h"
#include "context/figure.h"

/* A material, measured behind its verb: "20 tonnes | of | aid" */
static bool is_amount_of_stuff(const struct clause *clause, uint32_t i)
{
    return item_claim(clause, i)->kind == CLAIMEX_MEASURE && item_class(clause, i + 1) == CLASS_OF;
}

/* "add half | the flour" */
static bool is_part_of_stuff(const struct clause *clause, uint32_t i)
{
    return item_claim(clause, i)->kind == CLAIMEX_RATIO && item_is(clause, i + 1, IS(DETERMINER));
}

/* The last word of what a figure counts or is a share of, as a token: "12 *games*", "6 of 20 *matches*"; NO_ITEM. */
static uint32_t counted_word(const struct clause *clause, uint32_t i)
{
    uint32_t noun = clause->counted[clause->items[i].claim], behind = i + 1 + (item_class(clause, i + 1) == CLASS_OF);
    if (noun)
        return noun - 1;
    return item_is_phrase(clause, behind) ? clause->items[behind].end - 1 : NO_ITEM;
}

static bool counts(const struct clause *clause, uint32_t i, enum class class)
{
    uint32_t word = counted_word(clause, i);
    return word != NO_ITEM && token_has(clause->tokens, word, class);
}

/* "won 14 *games* and lost | six": what is not named again. */
static bool counts_contests_before(const struct clause *clause, uint32_t i)
{
    if (item_claim(clause, i)->kind != CLAIMEX_COUNT || counted_word(clause, i) != NO_ITEM)
        return false;
    for (uint32_t k = i; k > 0 && i - k < 12; k--)
        if (item_is_phrase(clause, k - 1) && token_has(clause->tokens, clause->items[k - 1].end - 1, CLASS_CONTEST))
            return true;
    return false;
}

/* "dropped 20 tonnes of aid", "dropped 400 bombs"; but "dropped two places", "dropped 45,000 in May". */
static bool is_dropped(const struct clause *clause, uint32_t i)
{
    const claimex_claim *claim = item_claim(clause, i);
    if (claim->per || change_is_priced(clause, i)) /* "dropped a litre of milk a day" */
        return false;
    return is_amount_of_stuff(clause, i)
           || (claim->kind == CLAIMEX_COUNT && claim->unit && counted_word(clause, i) != NO_ITEM
               && !item_is(clause, i + 1, IS(COUNTER)) && !counts(clause, i, CLASS_STEP));
}

#define OF_EXTENT 2 /* the value of RAISES: "extends 5 km" */

bool change_is_of_object(const struct clause *clause, uint32_t i, const struct verb_group *verb)
{
    const claimex_claim *claim = item_claim(clause, i);
    bool money = claim->kind == CLAIMEX_MONEY, measure = claim->kind == CLAIMEX_MEASURE;
    bool attribute = figure_is_attribute(clause, i); /* "shrink its $7 trillion | sheet", "drop a 6 kg | box" */
    if ((money && item_reads(clause, i + 1, "into")) || ((money || measure) && attribute))
        return true;
    if (item_is(clause, verb->last, IS(UP)) && is_amount_of_stuff(clause, i))
        return true;
    if (item_begins(clause, verb->last, CLASS_DROPPING) && is_dropped(clause, i))
        return true;
    if (!item_is(clause, verb->last, IS(RAISES)) || (money && change_is_priced(clause, i)))
        return false;
    bool extent = measure && item_number(clause, verb->last, CLASS_RAISES) == OF_EXTENT;
    bool stuff = measure && item_is(clause, verb->last, IS(UP)) && item_is_phrase(clause, i + 1);
    return money || extent || stuff || attribute || is_part_of_stuff(clause, i) || counts(clause, i, CLASS_CONTEST)
           || counts_contests_before(clause, i);
}

bool change_is_of_place(const struct clause *clause, uint32_t i, const struct verb_group *verb)
{
    if (item_claim(clause, i)->kind != CLAIMEX_MEASURE || item_claim(clause, i)->per
        || !item_is(clause, verb->last, IS(UP) | IS(DOWN)))
        return false;
    if (item_number(clause, verb->last, CLASS_RAISES) == OF_EXTENT)
        return verb->first == verb->last && verb->last + 2 == i;
    struct item_range subject = verbs_subject(clause, verb);
    if (subject.first == NO_ITEM || !item_is_phrase(clause, subject.first))
        return false;
    const struct item *noun = &clause->items[subject.first];
    return token_has(clause->tokens, noun->end - 1, CLASS_TERRAIN)
           || token_has(clause->tokens, noun->first, CLASS_TERRAIN); /* "Mount Keel" */
}
