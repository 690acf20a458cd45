/* A figure that begins its clause has its verb behind it: "72% will buy", "an increase of 5% is forecast". */
#include "context/opening.h"

#include "context/figure.h"
#include "context/modal.h"
#include "context/verbs.h"

#define OF_CHANCE 1 /* may, might, and no ability */

/* "72% will buy", "72% and 80% will buy": the verb behind a figure that is its subject; but "12% could not read" tells
 * of what is. */
static uint64_t verb_behind(const struct clause *clause, uint32_t i)
{
    uint32_t k = i + 1;
    k += item_class(clause, k) == CLASS_AND && item_class(clause, k + 1) == CLASS_FIGURE ? 2 : 0;
    for (unsigned steps = 0; steps < 6; steps++)
        if (item_class(clause, k) == CLASS_OF || (item_class(clause, k) == CLASS_RELATIVE && k == i + 2)
            || item_class(clause, k) == CLASS_ADVERB || item_class(clause, k) == CLASS_WHEN || item_is_phrase(clause, k)
            || (item_class(clause, k) == CLASS_PREPOSITION
                && (item_is_phrase(clause, k + 1) || item_class(clause, k + 1) == CLASS_WHEN))) /* "in Oslo" */
            k++;
    bool unable = item_is(clause, k, IS(CAN)) && item_number(clause, k, CLASS_CAN) != OF_CHANCE
                  && (item_is(clause, k, IS(NOT)) || item_is(clause, k + 1, IS(NOT)));
    if (unable)
        return 0;
    uint64_t traits = item_is(clause, k, IS_MODAL) ? modal_of_verb(clause, k) & (IS_MODAL | IS(NOT) | IS(POSSIBLE)) : 0;
    bool expected = item_is(clause, k, IS(BE)) && item_is(clause, k + 1, IS(EXPECT));
    bool is_to = item_is(clause, k, IS(BE)) && (modal_of_verb(clause, k) & IS(EXPECT)); /* "are | to go" */
    traits |= expected || is_to ? IS(EXPECT) : 0;
    return traits;
}

/* Behind the figure with its noun and what hangs on it: "3 | shops | in | Oslo". */
static uint32_t behind_member(const struct clause *clause, uint32_t i)
{
    uint32_t k = i + 1;
    while (k < i + 6
           && (item_is_phrase(clause, k) || item_class(clause, k) == CLASS_OF || item_class(clause, k) == CLASS_WHEN
               || item_class(clause, k) == CLASS_PREPOSITION))
        k++;
    return k;
}

/* The 3 of "5 for wheat, | 3 | for corn and 9 for tea": of a list of figures of one kind. */
static bool is_listed(const struct clause *clause, uint32_t i)
{
    uint32_t comma = item_behind_adverbs(clause, i), first = comma > 7 ? comma - 7 : 0, before = NO_ITEM;
    if (comma == 0 || item_class(clause, comma - 1) != CLASS_COMMA)
        return false;
    for (uint32_t k = comma - 1; k-- > first && before == NO_ITEM;)
        if (item_class(clause, k) == CLASS_FIGURE)
            before = k;
    uint32_t joint = behind_member(clause, i);
    bool goes_on = item_class(clause, joint) == CLASS_AND || item_class(clause, joint) == CLASS_COMMA;
    uint32_t next = joint + 1 + (item_class(clause, joint + 1) == CLASS_ADVERB);
    return before != NO_ITEM && behind_member(clause, before) + 1 == comma && goes_on
           && item_class(clause, next) == CLASS_FIGURE
           && item_claim(clause, before)->kind == item_claim(clause, i)->kind
           && item_claim(clause, next)->kind == item_claim(clause, i)->kind
           && !item_is_verbal(clause, behind_member(clause, next));
}

/* Behind "paid by Ford" and "planned", which hang on the figure before item `verb`; `verb` itself where nothing does.
 */
static uint32_t behind_participle(const struct clause *clause, uint32_t verb)
{
    if (item_class(clause, verb) != CLASS_PAST)
        return verb;
    return verb + (item_reads(clause, verb + 1, "by") && item_is_phrase(clause, verb + 2) ? 3 : 1);
}

bool opening_is_first(const struct clause *clause, uint32_t i)
{
    bool figure = item_class(clause, i) == CLASS_FIGURE;
    if (figure && is_listed(clause, i))
        return false;
    uint32_t k = item_behind_adverbs(clause, i);
    if (k > 1 && item_class(clause, k - 1) == CLASS_AND && item_class(clause, k - 2) == CLASS_FIGURE
        && (k == 2 || item_class(clause, k - 3) != CLASS_COMMA))
        k = item_behind_adverbs(clause, k - 2); /* "72% and | 80% | will buy" */
    if (k == 0 || (k == 1 && (item_class(clause, 0) == CLASS_AND || item_class(clause, 0) == CLASS_BUT)))
        return true;
    uint8_t class = item_class(clause, k - 1);
    bool does = k > 1 && (item_is(clause, k - 2, IS_MODAL) || item_class(clause, k - 2) == CLASS_TO);
    bool says =
        class == CLASS_REPORT && !item_is(clause, k - 1, IS(AIM)) && !does; /* not "pledged $5", "will report $5" */
    bool subject = (item_is_phrase(clause, i + 1) && item_is_verbal(clause, i + 2)) /* "…, and | 300 people | left" */
                   || item_is(clause, behind_participle(clause, i + 1), IS(BE) | IS(HAVE) | IS_MODAL)
                   || (figure && figure_is_share(item_claim(clause, i))
                       && item_is_verbal(clause, i + 1)); /* "one in 9 | smokes" */
    bool told = figure && figure_is_share(item_claim(clause, i)) && item_is(clause, i + 1, IS_MODAL)
                && item_class(clause, k - 2) != CLASS_FIGURE; /* "… and 72% | could be" */
    subject &= (class == CLASS_AND && k > 1 && (told || item_class(clause, k - 2) == CLASS_COMMA))
               || item_begins(clause, k - 1, CLASS_CLAUSAL); /* "since only | one | pin | has changed" */
    bool relative = class == CLASS_RELATIVE && k > 1         /* "in which", "of which", ", where" */
                    && (item_class(clause, k - 2) == CLASS_PREPOSITION || item_class(clause, k - 2) == CLASS_OF
                        || item_class(clause, k - 2) == CLASS_COMMA);
    return class == CLASS_COMMA || class == CLASS_THAT || class == CLASS_SUBORDINATE || says || class == CLASS_BUT
           || subject || relative
           || (k > 1 && item_reads(clause, k - 1, "with") && item_class(clause, k - 2) == CLASS_COMMA);
}

/* "An increase | of | 5% | is forecast"; but "officials | of | five | banks will" are there. */
static bool is_of_first(const struct clause *clause, uint32_t i)
{
    uint32_t of = item_behind_adverbs(clause, i);
    return of > 1 && item_class(clause, of - 1) == CLASS_OF && item_is_phrase(clause, of - 2)
           && item_claim(clause, i)->kind != CLAIMEX_COUNT && opening_is_first(clause, of - 2);
}

/* Of the noun before it: "the | target | of | a 5% rise | should" */
static uint64_t of_carrier(const struct clause *clause, uint32_t i)
{
    return item_head(clause, item_behind_adverbs(clause, i) - 2) & (IS(AIM) | IS(POSSIBLE) | IS(EXPECT));
}

uint64_t opening_of_verb(const struct clause *clause, uint32_t i)
{
    bool of_first = is_of_first(clause, i);
    uint64_t told = of_first || opening_is_first(clause, i) ? verb_behind(clause, i) : 0;
    return told && of_first ? told | of_carrier(clause, i) : told;
}

bool opening_is_headline(const struct clause *clause, uint32_t i)
{
    struct verb_group verb;
    uint32_t k = 0;
    while (k < ITEMS_FAR && item_is_phrase(clause, k)
           && (item_class(clause, k + 1) == CLASS_AND || item_class(clause, k + 1) == CLASS_COMMA
               || item_class(clause, k + 1) == CLASS_OF))
        k += 2;
    return item_is_phrase(clause, k) && item_class(clause, k + 1) == CLASS_TO && verbs_before(clause, i, &verb)
           && verb.first == k + 1 && !item_is(clause, i + 1 + item_is_phrase(clause, i + 1), IS_HELPER);
}
