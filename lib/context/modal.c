/* What a verb says of what is to come: "is to", "should", "our goal is". */
#include "context/modal.h"

#include "context/verbs.h"

/* "Our goal | is | 5%", "the target for the year | was | to plant 500": be, its subject and what equals it. */
static bool states_aim(const struct clause *clause, uint32_t be)
{
    uint32_t behind = be + 1;
    while (behind < be + 4 && item_class(clause, behind) == CLASS_ADVERB)
        behind++;
    if (item_class(clause, behind) != CLASS_TO && item_class(clause, behind) != CLASS_FIGURE)
        return false;
    struct verb_group verb = { be, be, 0 };
    struct item_range subject = verbs_subject(clause, &verb);
    return subject.first != NO_ITEM && item_is_phrase(clause, subject.first)
           && (item_head(clause, subject.first) & IS(AIM));
}

/* "the way | to", "the key | to | it", behind which "is to" says what it is, and nothing that lies ahead */
static bool is_of_means(const struct clause *clause, uint32_t be)
{
    for (uint32_t k = be; k > 0 && be - k < ITEMS_FAR && item_class(clause, k) != CLASS_COMMA; k--)
        if (item_class(clause, k) == CLASS_TO && item_is_phrase(clause, k - 1)
            && token_has(clause->tokens, clause->items[k - 1].end - 1, CLASS_MEANS))
            return true;
    return false;
}

/* "The company", "it"; but "the best way", "this": can it have something before it? */
static bool has_future(const struct clause *clause, struct item_range subject)
{
    if (subject.first == NO_ITEM || item_class(clause, subject.first) == CLASS_PRONOUN)
        return subject.first != NO_ITEM;
    if (item_class(clause, subject.first) == CLASS_FIGURE
        || (subject.first > 0 && item_class(clause, subject.first - 1) == CLASS_FIGURE))
        return true; /* "900 | jobs | are | to go" */
    return item_is_phrase(clause, subject.first) && !item_is(clause, subject.first, IS(PRONOUN))
           && !token_has(clause->tokens, clause->items[subject.first].end - 1, CLASS_MEANS);
}

/* "Norvik | is | to cut 500 jobs", "the tax | is | to be raised to 5%", "if Norvik | were | to cut 500 jobs"; but "the
 * best way | is | to cut 500 jobs". */
static uint64_t of_be_to(const struct clause *clause, uint32_t be)
{
    if (item_reads(clause, be, "were"))
        return IS(WOULD);
    if (!item_reads(clause, be, "is") && !item_reads(clause, be, "are"))
        return 0;
    bool does = item_is_verbal(clause, be + 2) || item_class(clause, be + 2) == CLASS_ADVERB; /* not "is to 5%" */
    struct verb_group verb = { be, be, 0 };
    return does && !is_of_means(clause, be) && has_future(clause, verbs_subject(clause, &verb)) ? IS(EXPECT) : 0;
}

/* "Growth | should | slow to 3%", "sales | ought to | double": what is likely; but "the bank | should | cut its rate to
 * 3%" is what is right. */
static uint64_t of_duty(const struct clause *clause, uint32_t must)
{
    uint32_t verb = must + 1;
    if (!item_number(clause, must, CLASS_MUST))
        return 0;
    while (verb < must + 4 && item_class(clause, verb) == CLASS_ADVERB)
        verb++;
    bool turns = item_is(clause, verb, IS(UP) | IS(DOWN)) && !item_is(clause, verb, IS(RAISES));
    turns |= item_is(clause, verb, IS(SHIFT)) && item_is(clause, verb + 1, IS(UP) | IS(DOWN))
             && item_is(clause, verb + 1, IS(ADVERB)); /* "go | up" */
    turns |= item_is_kind(clause, verb, CLAIMEX_MULTIPLE);
    uint32_t object = verb + 1;
    bool does = item_is_phrase(clause, object) || item_class(clause, object) == CLASS_PRONOUN;
    return turns && !does ? IS(EXPECT) : 0;
}

/* "would | have been | £82m", had it not been for what was; but "would | have | 300 staff" */
static bool is_unreal(const struct clause *clause, uint32_t would)
{
    uint32_t k = would + 1;
    while (k < would + 4 && (item_class(clause, k) == CLASS_ADVERB || item_class(clause, k) == CLASS_NOT))
        k++;
    return item_is(clause, would, IS(WOULD)) && item_is(clause, k, IS(HAVE))
           && item_is(clause, k + 1, IS(PAST) | IS(BE));
}

uint64_t modal_of_verb(const struct clause *clause, uint32_t at)
{
    uint64_t traits = clause->items[at].traits;
    if (item_number(clause, at, CLASS_WILL) && item_class(clause, at + 1) == CLASS_FIGURE
        && !item_is_kind(clause, at + 1, CLAIMEX_MULTIPLE))
        return traits & ~IS(WILL); /* "was | set to | 5 ml"; but "is | set to | double" */
    if (is_unreal(clause, at))
        return (traits & ~IS(WOULD)) | IS(POSSIBLE);
    if (item_class(clause, at) == CLASS_MUST)
        return traits | of_duty(clause, at);
    if (item_class(clause, at) != CLASS_BE)
        return traits;
    traits |= states_aim(clause, at) ? IS(AIM) : 0;
    return traits | (item_class(clause, at + 1) == CLASS_TO ? of_be_to(clause, at) : 0);
}
