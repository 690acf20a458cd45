/* A change has a word that says so: a verb, an "up" or "down", a noun. Prepositions give the roles. */
#include "context/change.h"

#include "context/change_ends.h"
#include "context/change_noun.h"
#include "context/change_object.h"
#include "context/figure.h"
#include "context/turn.h"
#include "lexicon/word_class.h"
#include "values/decimal.h"

static uint8_t role_by_preposition(const struct clause *clause, uint32_t before)
{
    bool equal;
    switch (item_class(clause, before)) {
    case CLASS_TO: /* but "equivalent | to | 5%" */
        equal = before > 0 && item_begins(clause, before - 1, CLASS_EQUAL);
        return equal ? CLAIMEX_ROLE_NONE : CLAIMEX_ROLE_TO;
    case CLASS_FROM:
        return CLAIMEX_ROLE_FROM;
    default:
        return item_reads(clause, before, "by") ? CLAIMEX_ROLE_BY : CLAIMEX_ROLE_NONE;
    }
}

/* The verb's own direction, or that of the word behind it ("drive down costs", "went up to"). */
static uint8_t verb_direction(const struct clause *clause, const struct verb_group *verb, uint32_t before)
{
    uint8_t own = turn_of(clause->items[verb->last].traits);
    if (own || (before == verb->last + 1 && turn_is_particle(clause, before)))
        return own;
    return turn_of_adverb(clause, verb->last + 1);
}

/* A noun of change between the verb and the figure: "saw a rise in users from 2 to 4 million". */
static uint8_t object_direction(const struct clause *clause, uint32_t first, uint32_t end)
{
    for (uint32_t k = first; k < end; k++)
        if (turn_of_noun(clause, k))
            return turn_of_noun(clause, k);
    return CLAIMEX_CHANGE_NONE;
}

/* "fell below $40", "climbed past 3%", "fell as low as 2%": the mark that was crossed or reached; but "fell just under
 * 2%" and "rose over 5%" are by so much. */
static bool is_mark(const struct clause *clause, uint32_t i)
{
    return i > 0 && item_begins(clause, i - 1, CLASS_CROSSED);
}

/* "rose 120.5 points", "the Dow gained 30 points"; but a player "added 14 points", an index "added 14 points, or 2%".
 */
static bool is_in_points(const struct clause *clause, uint32_t i, const struct verb_group *verb)
{
    bool own = item_is(clause, verb->last, IS(RAISES)) && !item_number(clause, verb->last, CLASS_RAISES)
               && !change_is_priced(clause, i + 1);
    return !own && item_is_points(clause, i + 1);
}

/* What a figure can be that stands bare behind its verb, as the size of the change: "rose 4%", but not "raised $5
 * million". */
static bool is_bare_change(const struct clause *clause, uint32_t i, const struct verb_group *verb, uint32_t before)
{
    const claimex_claim *claim = item_claim(clause, i);
    bool next = before == verb->last || (before == verb->last + 1 && item_class(clause, before) == CLASS_ADVERB);
    bool object = before == verb->last + 1 && item_is_phrase(clause, before) && !item_is_phrase(clause, i + 1);
    object &= claim->kind != CLAIMEX_DURATION || !item_is(clause, i + 1, IS(PREPOSITION) | IS(SUBORDINATE));
    bool share = claim->kind == CLAIMEX_PERCENTAGE && item_class(clause, i + 1) != CLASS_OF;
    next |= object && (share || item_is(clause, verb->last, IS(DOWN))); /* "cut the deficit $5", but "a year after" */
    bool passive = item_is(clause, verb->first, IS(BE)) && clause->items[verb->last].class == CLASS_PAST
                   && (!share || item_is_phrase(clause, i + 1)); /* but "was raised 5%" */
    bool thing = claim->kind == CLAIMEX_COUNT || claim->kind == CLAIMEX_DURATION || claim->kind == CLAIMEX_AGE;
    thing &= claim->kind != CLAIMEX_COUNT || claim->unit || !change_ends_behind(clause, i); /* "rose 12 to 4,310" */
    bool taken = item_begins(clause, verb->last, CLASS_TAKING_OFF); /* "shaved 40 kg | off | it" */
    bool size = !thing || item_is(clause, verb->last, IS(DOWN)) || is_in_points(clause, i, verb) || is_mark(clause, i);
    return next && !change_is_of_object(clause, i, verb) && (taken || !item_is_place(clause, i, i + 1)) && !passive
           && size;
}

/* "rose 4% in Oslo and 8% in Bergen" */
static bool goes_on_elsewhere(const struct clause *clause, uint32_t i, uint32_t before)
{
    return item_class(clause, before) == CLASS_AND && before > 2 && item_class(clause, i + 1) == CLASS_PREPOSITION
           && item_is_phrase(clause, before - 1) && item_class(clause, before - 2) == CLASS_PREPOSITION
           && item_class(clause, before - 3) == CLASS_FIGURE;
}

/* What a comma or an "and" joins the figure to, behind times: "rose 5% in 2010 and | 6%", "5% from May and | 6%", where
 * it is `compared`. NO_ITEM for nothing: "to 1,400, from year-earlier | 1,500". */
static uint32_t joined_before(const struct clause *clause, uint32_t i, uint32_t before, bool *compared)
{
    uint32_t k = before;
    bool joined = false;
    *compared = false;
    for (; k != NO_ITEM && k > 0 && i - k < 6; k--) {
        uint8_t class = item_class(clause, k);
        bool joint = class == CLASS_COMMA || class == CLASS_AND || class == CLASS_OPEN;
        bool leads = (class == CLASS_PREPOSITION || class == CLASS_FROM) && item_class(clause, k + 1) == CLASS_WHEN;
        if (!joint && !leads && class != CLASS_WHEN && class != CLASS_ADVERB)
            break;
        joined |= joint;
        *compared |= class == CLASS_FROM;
        if (*compared && !joined)
            return NO_ITEM;
    }
    return joined ? k : NO_ITEM;
}

/* "rose 4%, or 12 points": figures under one verb share its change. */
static bool by_coordination(struct clause *clause, uint32_t i, uint32_t before)
{
    bool times = item_claim(clause, i)->kind == CLAIMEX_MULTIPLE || item_claim(clause, i)->kind == CLAIMEX_RATIO;
    if (times && item_is(clause, i + 1, IS(DETERMINER) | IS(POSSESSOR)))
        return false; /* "rose to 7 m, twice its usual level", "a 3% rise, half the rate" */
    bool share = figure_is_share(item_claim(clause, i)) && item_class(clause, i + 1) == CLASS_OF;
    if (share || role_by_preposition(clause, before)) /* "up 9%, or 16% of sales" */
        return false;
    if (goes_on_elsewhere(clause, i, before)) {
        const claimex_claim *other = item_claim(clause, before - 3);
        change_set(item_claim(clause, i), other->change, other->role);
        return other->role != CLAIMEX_ROLE_NONE;
    }
    bool compared;
    uint32_t k = joined_before(clause, i, before, &compared);
    if (k == NO_ITEM)
        return false;
    bool whole = k > 1 && item_begins(clause, before, CLASS_OR) && item_class(clause, k - 1) == CLASS_OF;
    k -= whole && item_is_phrase(clause, k) ? 2 : 0;                                      /* "5% of it, or 9 jobs" */
    k -= k > 0 && item_is_phrase(clause, k) && item_class(clause, k - 1) == CLASS_FIGURE; /* "40 points, or 0.8%" */
    bool speaks = item_is_phrase(clause, i + 1) && item_is_verbal(clause, i + 2); /* "fell 5%, one dealer said" */
    bool noted = item_class(clause, before) == CLASS_OPEN && item_is_phrase(clause, i + 1); /* "(95% CI 1.2-2.7)" */
    if (item_class(clause, k) != CLASS_FIGURE || speaks || noted)
        return false;
    claimex_claim *claim = item_claim(clause, i), *other = item_claim(clause, k);
    if ((compared || claim->kind == CLAIMEX_DURATION) && claim->kind != other->kind)
        return false; /* "down 6% from May, and 900 cars", "fell to 4%, and the two-year yield" */
    change_set(claim, other->change, other->role);
    return other->role != CLAIMEX_ROLE_NONE;
}

/* "The S&P gained 1.2%, | the Nasdaq | 2.1% and | the Dow | 300 points": the verb is not said again; but "the Dow 2% of
 * it" is a share. */
static bool by_gapped_verb(struct clause *clause, uint32_t i, uint32_t before)
{
    bool beside = i - before <= 2 && item_is_phrase(clause, before); /* "the Nasdaq | only | 2.1%" */
    uint32_t noun = beside ? phrase_ending(clause, before).first : NO_ITEM;
    uint32_t gap = verbs_before_gap(clause, noun);
    if (gap == NO_ITEM || figure_is_attribute(clause, i) || item_class(clause, i + 1) == CLASS_OF)
        return false;
    const claimex_claim *claim = item_claim(clause, i), *other = item_claim(clause, gap);
    bool points = item_is_points(clause, i + 1);
    bool same = points || (claim->kind == other->kind && claim->kind == CLAIMEX_PERCENTAGE);
    if (!same || other->role != CLAIMEX_ROLE_BY)
        return false;
    change_set(item_claim(clause, i), other->change, other->role);
    return true;
}

/* "doubled its sales to $5 million": the verb is a figure itself. */
static bool by_doubling(struct clause *clause, uint32_t i, uint32_t before)
{
    uint8_t role = role_by_preposition(clause, before);
    if ((role != CLAIMEX_ROLE_TO && role != CLAIMEX_ROLE_FROM) || item_claim(clause, i)->relation == CLAIMEX_RANGE)
        return false;
    for (uint32_t k = before; k > 0 && before - k < 12; k--) {
        if (item_is_verbal(clause, k - 1))
            return false;
        if (item_class(clause, k - 1) != CLASS_FIGURE)
            continue;
        const claimex_claim *other = item_claim(clause, k - 1);
        bool end =
            other->kind == item_claim(clause, i)->kind
            && (other->role == CLAIMEX_ROLE_FROM || (other->role == CLAIMEX_ROLE_TO && role == CLAIMEX_ROLE_FROM));
        if (end || other->kind == CLAIMEX_DURATION) /* "doubled in a week from 150 to 300" */
            continue;
        if (other->kind != CLAIMEX_MULTIPLE || !other->change)
            return false;
        change_set(item_claim(clause, i), other->change, role);
        return true;
    }
    return false;
}

/* "sales of $5 million, up 5% from $4.8 million": the end of a change whose size stands before it. */
static bool by_size_before(struct clause *clause, uint32_t i, uint32_t before)
{
    uint8_t role = role_by_preposition(clause, before);
    if (before == 0 || item_class(clause, before - 1) != CLASS_FIGURE
        || !(role == CLAIMEX_ROLE_FROM || role == CLAIMEX_ROLE_TO))
        return false;
    const claimex_claim *size = item_claim(clause, before - 1);
    bool other_end = role == CLAIMEX_ROLE_FROM && size->role == CLAIMEX_ROLE_TO; /* "edged up to 5 from 4" */
    if (size->role != CLAIMEX_ROLE_BY && !(other_end && size->change))
        return false;
    change_set(item_claim(clause, i), size->change, role);
    return true;
}

/* "prices range from $5 to $9": the "from" of a range, not of a change ("from 3-4 to 5"). */
static bool opens_range(struct clause *clause, uint32_t i)
{
    int32_t index = clause->items[i].claim;
    bool to = index > 0 && clause->claims[index - 1].role == CLAIMEX_ROLE_TO;
    return item_claim(clause, i)->relation == CLAIMEX_RANGE && item_class(clause, i + 1) != CLASS_TO && !to;
}

/* "boosted by the $13 million grant"; but "by another 10,000 vehicles" is so many. */
static bool is_agent(struct clause *clause, uint32_t i)
{
    return figure_is_attribute(clause, i) && item_claim(clause, i)->kind != CLAIMEX_COUNT;
}

/* "rising profits from 51%-owned firms" */
static bool is_origin(struct clause *clause, uint32_t i)
{
    return item_claim(clause, i)->kind == CLAIMEX_PERCENTAGE && item_class(clause, i + 1) == CLASS_HYPHEN;
}

/* "cut | in | half", "cut | the rate | of crime | in | half" */
static bool is_halved(struct clause *clause, uint32_t i, uint32_t before)
{
    uint32_t k = before;
    if (item_claim(clause, i)->kind != CLAIMEX_RATIO || !item_reads(clause, before, "in")
        || !item_reads(clause, i, "half"))
        return false;
    while (k > 0 && before - k < 4
           && (item_is_phrase(clause, k - 1) || item_class(clause, k - 1) == CLASS_OF
               || item_class(clause, k - 1) == CLASS_ADVERB))
        k--;
    return k > 0 && item_is_verbal(clause, k - 1) && item_is(clause, k - 1, IS(DOWN));
}

/* "cut | its estimate | of | demand growth | by": is the noun before item `end` part of what the verb turns? */
static bool is_object_of_turn(const struct clause *clause, const struct verb_group *verb, uint32_t end)
{
    uint32_t k = verb->last + 1;
    k += item_class(clause, k) == CLASS_WHEN; /* "its | 2026 | estimate" */
    if (!turn_of(clause->items[verb->last].traits) || !item_is_phrase(clause, k))
        return false;
    while (k < end
           && (item_is_phrase(clause, k) || item_class(clause, k) == CLASS_OF
               || item_class(clause, k) == CLASS_PREPOSITION))
        k++;
    return k == end;
}

/* "cut | power | to | 40,000 *homes*": whom what is less or more for; but "cut | its staff | to | 40,000". */
static bool is_receiver(const struct clause *clause, uint32_t i, uint32_t before)
{
    return item_class(clause, before) == CLASS_TO && clause->counted[clause->items[i].claim] && before > 0
           && item_is_phrase(clause, before - 1)
           && token_has(clause->tokens, clause->items[before - 1].end - 1, CLASS_SUPPLY);
}

static void by_verb(struct clause *clause, uint32_t i, uint32_t before)
{
    struct verb_group verb;
    uint8_t role = role_by_preposition(clause, before);
    if ((role == CLAIMEX_ROLE_BY && is_agent(clause, i)) || is_receiver(clause, i, before)
        || (role == CLAIMEX_ROLE_FROM && (opens_range(clause, i) || is_origin(clause, i))))
        return;
    role = is_halved(clause, i, before) ? CLAIMEX_ROLE_BY : role;
    uint8_t near = role && before > 0 ? turn_of_noun(clause, before - 1) : CLAIMEX_CHANGE_NONE;
    bool governed = verbs_before(clause, i, &verb);
    if (near && !(governed && is_object_of_turn(clause, &verb, before))) { /* "offset a drop by 5%" */
        change_set(item_claim(clause, i), near, role);
        return;
    }
    if (!governed) {
        uint8_t noun = role && before != NO_ITEM ? object_direction(clause, before > 8 ? before - 8 : 0, before)
                                                 : CLAIMEX_CHANGE_NONE;
        if (noun)
            change_set(item_claim(clause, i), noun, role);
        return;
    }
    if (change_is_of_place(clause, i, &verb))
        return;
    uint8_t change = verb_direction(clause, &verb, before);
    if (item_begins(clause, verb.last, CLASS_TAKING_OFF) && item_reads(clause, i + 1, "off"))
        change = CLAIMEX_CHANGE_DOWN; /* "knocked $5 off the bill" */
    if (!change && role)
        change = object_direction(clause, verb.last + 1, before);
    before -= before == verb.last + 1 && item_reads(clause, before, "past");
    if (change && !role && is_bare_change(clause, i, &verb, before))
        role = is_mark(clause, i) ? CLAIMEX_ROLE_TO : CLAIMEX_ROLE_BY;
    if (change && role)
        change_set(item_claim(clause, i), change, role);
    else if (role && role != CLAIMEX_ROLE_BY && item_is(clause, verb.last, IS(SHIFT)))
        change_shift(clause, i, role);
}

/* "is nearly double the limit": no verb, but a comparison. */
static bool is_comparison(const struct clause *clause, uint32_t i)
{
    unsigned classes = token_word_classes(clause->tokens, clause->items[i].first);
    uint32_t before = item_before_figure(clause, i);
    bool form = (classes & (WORD_PAST | WORD_GERUND)) != 0;                     /* "doubled", "halving" */
    bool owned = item_is_phrase(clause, i + 1) && item_is_owned(clause, i + 1); /* "double | Norvik's old target" */
    bool whole = owned
                 || item_is(clause, i + 1, IS(DETERMINER) | IS(POSSESSOR) | IS(THAT)) /* "$5m, double | that | of" */
                 || (item_class(clause, i + 1) == CLASS_FIGURE && item_is_led(clause, i + 1));
    return !form && whole && before != NO_ITEM
           && (item_is(clause, before, IS(BE)) || item_class(clause, before) == CLASS_COMMA
               || item_class(clause, before) == CLASS_BUT || item_class(clause, before) == CLASS_AND
               || item_class(clause, before) == CLASS_PREPOSITION);
}

/* "doubled", "halving": the claim is the verb. */
static bool by_itself(struct clause *clause, uint32_t i)
{
    claimex_claim *claim = item_claim(clause, i);
    uint64_t traits = clause->words[clause->items[i].first].traits;
    if (claim->kind != CLAIMEX_MULTIPLE || !(traits & (IS(UP) | IS(DOWN))) || is_comparison(clause, i))
        return false;
    change_set(claim, turn_of(traits), CLAIMEX_ROLE_BY);
    return true;
}

static bool is_pace(const struct clause *clause, uint32_t item)
{
    return item_is_phrase(clause, item) && token_has(clause->tokens, clause->items[item].end - 1, CLASS_PACE);
}

/* "to | a loss | of $5m", "from | a previous estimate | of 5%" */
static bool is_stated_level(const struct clause *clause, uint32_t item)
{
    uint32_t head = clause->items[item].end - 1;
    return item_is_phrase(clause, item) && figure_is_end(clause, item - 1)
           && (token_has(clause->tokens, head, CLASS_BALANCE) || token_has(clause->tokens, head, CLASS_ESTIMATING)
               || token_has(clause->tokens, head, CLASS_EXPECT));
}

/* "by an average of 5%": an item before "of", or the item itself. */
static uint32_t before_level(const struct clause *clause, uint32_t before)
{
    if (before != NO_ITEM && before > 0 && item_begins(clause, before, CLASS_MULTIPLIER))
        return before - 1; /* "by | a factor of | ten" */
    uint32_t level = verbs_before_level(clause, before);
    if (level == NO_ITEM && before != NO_ITEM && before > 1 && item_class(clause, before) == CLASS_OF
        && is_pace(clause, before - 1) && role_by_preposition(clause, before - 2))
        return before - 2; /* "to | an annual rate | of 360" */
    if (level == NO_ITEM && before != NO_ITEM && before > 1 && item_class(clause, before) == CLASS_OF
        && (turn_is_since(clause, before - 2) || is_stated_level(clause, before - 1)))
        return before - 2; /* "up from | its forecast | of 5%" */
    bool role = role_by_preposition(clause, level) || turn_of_adverb(clause, level)
                || (level != NO_ITEM && item_is_verbal(clause, level)); /* "rose | an average | of 5%" */
    return role ? level : before;                                       /* "down from | a peak | of 5%" */
}

/* "…, above | the | 5,000 planned", "… and | well | above | the | $5m expected": a bound with an article compares. */
static bool is_planned(const struct clause *clause, uint32_t i)
{
    if (i < 2 || !item_is_led(clause, i) || !(clause->words[clause->items[i - 1].first].marks & WORD_BOUND))
        return false;
    uint32_t joint = i - 2 - (i > 2 && item_class(clause, i - 2) == CLASS_ADVERB);
    uint8_t class = item_class(clause, joint);
    return class == CLASS_COMMA || class == CLASS_AND || class == CLASS_BUT;
}

/* "went to | the top | 10%": somebody. */
static bool is_of_rank(const struct clause *clause, uint32_t i)
{
    uint32_t first = clause->items[i].first;
    return first > 0 && token_has(clause->tokens, first - 1, CLASS_TOP);
}

/* "rose | five | times | last year", "cut | rates | twice | this year": so often, and not by so much. */
static bool is_how_often(const struct clause *clause, uint32_t i)
{
    const claimex_claim *claim = item_claim(clause, i);
    if (claim->kind == CLAIMEX_COUNT && item_begins(clause, i, CLASS_COUNTER))
        return true;
    return claim->kind == CLAIMEX_COUNT && item_begins(clause, i + 1, CLASS_TIMES) && item_is_single(clause, i) && i > 0
           && (item_is_verbal(clause, i - 1) || item_class(clause, i - 1) == CLASS_ADVERB);
}

/* "to | a ten-year | low", "to | four-year | highs", "from | the 12-month | period": since when, or how long. */
static bool is_length_of_noun(const struct clause *clause, uint32_t i)
{
    return item_claim(clause, i)->kind == CLAIMEX_DURATION && item_is_phrase(clause, i + 1)
           && ((item_head(clause, i + 1) & IS(LEVEL))
               || (figure_is_attribute(clause, i)
                   && token_has(clause->tokens, clause->items[i + 1].end - 1, CLASS_TIME_NOUN)));
}

/* "rose 5% from | the previous | three months": what it is set against. */
static bool is_period_before(const struct clause *clause, uint32_t i)
{
    uint32_t first = clause->items[i].first;
    return item_claim(clause, i)->kind == CLAIMEX_DURATION && item_is_led(clause, i)
           && token_has(clause->tokens, first - 1, CLASS_NEXT);
}

/* "fell | short of | $5": no change. */
static bool is_missed(const struct clause *clause, uint32_t i)
{
    return i > 1 && item_reads(clause, i - 1, "short of") && item_is_verbal(clause, i - 2)
           && item_is(clause, i - 2, IS(DOWN));
}

/* "grew | at | a 4% | annual rate", "rose | at | a pace | of | 5%": how fast. */
static bool by_pace(struct clause *clause, uint32_t i, uint32_t before)
{
    uint32_t at = before;
    if (item_claim(clause, i)->kind != CLAIMEX_PERCENTAGE || before == NO_ITEM)
        return false;
    if (item_class(clause, before) == CLASS_OF && before > 1 && is_pace(clause, before - 1))
        at -= 2;
    else if (!is_pace(clause, i + 1))
        return false;
    uint32_t verb = at > 0 && item_reads(clause, at, "at") ? at - 1 : 0;
    while (verb > 0 && (item_class(clause, verb) == CLASS_WHEN || item_class(clause, verb) == CLASS_ADVERB))
        verb--;
    uint8_t change = item_is_verbal(clause, verb) ? turn_of(clause->items[verb].traits) : CLAIMEX_CHANGE_NONE;
    if (change)
        change_set(item_claim(clause, i), change, CLAIMEX_ROLE_BY);
    return change != CLAIMEX_CHANGE_NONE;
}

void change_find(struct clause *clause, uint32_t i)
{
    uint8_t sign = turn_of_sign(clause, i);
    if (sign) {
        change_set(item_claim(clause, i), sign, CLAIMEX_ROLE_BY);
        return;
    }
    if (change_is_reached(clause, i)) {
        change_set(item_claim(clause, i), CLAIMEX_CHANGE_UP, CLAIMEX_ROLE_TO);
        return;
    }
    if (change_is_left_behind(clause, i)) {
        change_set(item_claim(clause, i), CLAIMEX_CHANGE_UP, CLAIMEX_ROLE_FROM);
        return;
    }
    if (!(clause->traits & (IS(UP) | IS(DOWN) | IS(SHIFT))))
        return;
    if (is_how_often(clause, i) || is_planned(clause, i) || is_missed(clause, i) || is_of_rank(clause, i)
        || is_length_of_noun(clause, i) || is_period_before(clause, i) || turn_is_difference(clause, i))
        return;
    uint32_t before = before_level(clause, item_before_figure(clause, i));
    if (item_is_distance(clause, i) && !turn_is_since(clause, before)) /* "down from | 8 weeks | before the strike" */
        return;
    uint8_t end = turn_of_end(clause, before);
    if (end) {
        change_set(item_claim(clause, i), end, role_by_preposition(clause, before));
        return;
    }
    uint8_t behind = turn_behind(clause, i);
    if (behind) {
        change_set(item_claim(clause, i), behind, CLAIMEX_ROLE_BY);
        return;
    }
    uint8_t adverb = turn_before(clause, i, before);
    if (adverb) {
        bool by =
            item_reads(clause, before, "up") || item_reads(clause, before, "down") || item_reads(clause, before, "off");
        uint8_t role = by ? CLAIMEX_ROLE_BY : CLAIMEX_ROLE_FROM; /* "down from" is one word */
        change_set(item_claim(clause, i), adverb, role);
        if (role == CLAIMEX_ROLE_FROM)
            change_set_end_before(clause, i, before);
    } else if (!by_itself(clause, i) && !by_pace(clause, i, before) && !change_by_close(clause, i, before)
               && !change_by_noun_behind(clause, i) && (before == NO_ITEM || !change_by_noun_before(clause, i, before))
               && (before == NO_ITEM
                   || (!by_size_before(clause, i, before) && !by_coordination(clause, i, before)
                       && !by_gapped_verb(clause, i, before) && !by_doubling(clause, i, before))))
        by_verb(clause, i, before);
    change_settle_ends(clause, i);
}
