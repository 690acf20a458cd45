/* A figure often leaves out what it measures, because one before it has said so: "up from 8", "or 0.4%", "£116 in
 * Oslo", "another 47% said". */
#include "context/beside.h"

#include "context/opening.h"
#include "context/turn.h"

/* "sold 12 bicycles last year, up from 8", "revenue of $5bn, up 6%": what the figure before the comma measures. */
bool beside_compared(const struct figure *figure, uint32_t comma)
{
    const struct clause *clause = figure->clause;
    for (uint32_t k = comma; k > 0 && comma - k < 8 && !item_is_verbal(clause, k - 1); k--) {
        if (item_class(clause, k - 1) != CLASS_FIGURE)
            continue;
        figure->claim->subject = item_claim(clause, k - 1)->subject;
        return figure->claim->subject.end > 0;
    }
    return false;
}

/* "sold 9 cars in May, 4% fewer than", "costs $5, 11 cents above": beside the figure that it is set against. */
bool beside_set(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    bool than =
        item_begins(clause, figure->at + 1, CLASS_COMPARED) || item_begins(clause, figure->at + 1, CLASS_CROSSED);
    const claimex_claim *claim = figure->claim;
    than |=
        claim->kind == CLAIMEX_MULTIPLE && item_is(clause, figure->at + 1, IS(DETERMINER)); /* ", double the number" */
    return than && figure_opens_aside(clause, figure->before) && beside_compared(figure, figure->before);
}

/* A verb, but for one of a relative clause: "in the week that | ended | in May". */
static bool is_verb_between(const struct clause *clause, uint32_t i)
{
    uint8_t before = i > 0 ? item_class(clause, i - 1) : CLASS_NONE;
    return item_is_verbal(clause, i) && before != CLASS_THAT && before != CLASS_RELATIVE;
}

/* The claim of the nearest figure before item *k, down to item `floor`, with no verb between; *k is then its item. NULL
 * when there is none. */
static const claimex_claim *claim_before(const struct clause *clause, uint32_t *k, uint32_t floor)
{
    for (; *k > floor && !is_verb_between(clause, *k - 1); --*k)
        if (item_class(clause, *k - 1) == CLASS_FIGURE)
            return item_claim(clause, --*k);
    return NULL;
}

static uint32_t down(uint32_t k, uint32_t far)
{
    return k > far ? k - far : 0;
}

/* "Net $3m *vs* $2m", "Revenue: $5bn *vs.* $4bn" */
static bool is_versus(const struct clause *clause, uint32_t k)
{
    k -= k != NO_ITEM && k > 0 && item_class(clause, k) == CLASS_PERIOD;
    return item_begins(clause, k, CLASS_VERSUS);
}

/* The 47% of "47% of them said it was so, | against 39%": a share that opens its clause; NULL. */
static const claimex_claim *opening_share(const struct clause *clause, uint32_t k)
{
    for (uint32_t i = k; i > 0 && k - i < ITEMS_FAR; i--) {
        if (!item_is_kind(clause, i - 1, CLAIMEX_PERCENTAGE))
            continue;
        return opening_is_first(clause, i - 1) ? item_claim(clause, i - 1) : NULL;
    }
    return NULL;
}

/* "profits of $5 million against $4 million in May", "rose 3% after a 5% rise and a 4% fall": of the same kind, with no
 * verb between them. */
bool beside_against(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    const claimex_claim *other;
    uint32_t k = figure->before;
    bool after =
        item_reads(clause, k, "after") || item_reads(clause, k, "following") || item_class(clause, k) == CLASS_AND;
    bool turned = after && item_is_phrase(clause, figure->at + 1) && phrase_is_turn(clause, figure->at + 1);
    if (!is_versus(clause, k) && !item_reads(clause, k, "against") && !item_reads(clause, k, "compared with")
        && !item_reads(clause, k, "compared to") && !turned) /* "rose 3% after a 5% rise in May" */
        return false;
    k -= item_class(clause, k) == CLASS_PERIOD;
    for (uint32_t floor = down(k, 24); (other = claim_before(clause, &k, floor)) != NULL;)
        if (other->kind == figure->claim->kind && other->subject.end) {
            if (turned && other->subject.start == other->at.end + 1)
                return false; /* the drop of "a 5% drop" */
            figure->claim->subject = other->subject;
            return true;
        }
    other = figure->claim->kind == CLAIMEX_PERCENTAGE ? opening_share(clause, k) : NULL;
    if (other && other->subject.end)
        figure->claim->subject = other->subject;
    return other && other->subject.end;
}

/* "Turnover rose to £3bn (2022: £2.9bn)": the same at another time. */
bool beside_earlier(const struct figure *figure)
{
    uint32_t k = figure->at > 2 ? figure->at - 2 : 0;
    if (!item_heads_figure(figure->clause, k))
        return false;
    const claimex_claim *other = claim_before(figure->clause, &k, down(k, 8));
    if (!other || other->kind != figure->claim->kind)
        return false;
    figure->claim->subject = other->subject;
    return other->subject.end > 0;
}

/* A line of a table or of notes, which has no verb: "Sales $32m vs $31m", "Loss a share 5 cents vs profit 7 cents". */
bool beside_row(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    struct verb_group verb;
    bool near = k != NO_ITEM && (k + 1 == figure->at || figure->claim->relation == CLAIMEX_APPROX);
    if (!near || verbs_before(clause, figure->at, &verb)) /* "tenants under 30" */
        return false;
    if (is_versus(clause, k)) { /* a figure of another kind */
        const claimex_claim *other = claim_before(clause, &k, down(k, 4));
        figure->claim->subject = other ? other->subject : figure->claim->subject;
        return figure->claim->subject.end > 0;
    }
    struct item_range range = item_is_phrase(clause, k) ? phrase_ending(clause, k) : (struct item_range){ 0, 0 };
    uint8_t left = range.first > 0 ? item_class(clause, range.first - 1) : CLASS_NONE;
    bool opens = range.first == 0 || left == CLASS_FIGURE || left == CLASS_WHEN || left == CLASS_COLON
                 || left == CLASS_SEMICOLON || is_versus(clause, range.first - 1);
    return item_is_phrase(clause, k) && opens && figure_take(figure, range);
}

/* "£139 in Wales; £116 in Oslo", "$5 in Wales, and $6 in Oslo", "a 2 degree slope in May and 3 last year": the list
 * goes on. */
bool beside_in_list(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    if (k == NO_ITEM)
        return false;
    bool part = item_class(clause, k) == CLASS_SEMICOLON || (k > 0 && item_class(clause, k - 1) == CLASS_SEMICOLON);
    bool rate =
        figure->claim->per && item_class(clause, figure->at + 1) == CLASS_PER; /* "$5 per man and $6 per child" */
    bool later = item_class(clause, figure->at + 1) == CLASS_WHEN;
    bool place = (rate || later || item_class(clause, figure->at + 1) == CLASS_PREPOSITION)
                 && (item_class(clause, k) == CLASS_AND || item_class(clause, k) == CLASS_COMMA);
    const claimex_claim *other = part || place ? claim_before(clause, &k, down(k, 8)) : NULL;
    bool same = other && other->kind == figure->claim->kind && other->subject.end
                && (part || later || (rate && other->per) || item_class(clause, k + 1) == CLASS_PREPOSITION);
    figure->claim->subject = same ? other->subject : figure->claim->subject;
    return same;
}

/* Takes the subject of the nearest figure of a kind that has one, before item k and no further than so many items. */
static bool take_of_kind(const struct figure *figure, uint32_t k, uint32_t far, uint8_t kind)
{
    const claimex_claim *other;
    for (uint32_t floor = down(k, far); (other = claim_before(figure->clause, &k, floor)) != NULL;)
        if (other->kind == kind && other->subject.end) {
            figure->claim->subject = other->subject;
            return true;
        }
    return false;
}

/* "approved a $9m package, including $3m for Oslo": a part of the same. */
bool beside_whole(const struct figure *figure)
{
    uint32_t k = figure->before;
    return k != NO_ITEM && item_begins(figure->clause, k, CLASS_INCLUDING) && !item_is_led(figure->clause, figure->at)
           && take_of_kind(figure, k, 8, figure->claim->kind);
}

/* "40 factories in Asia, 12 of which", "killed 300 people, half of them children": what was counted. */
bool beside_part(const struct figure *figure)
{
    bool part = figure_is_share(figure->claim) || figure->claim->kind == CLAIMEX_COUNT;
    return part && figure_opens_aside(figure->clause, figure->before)
           && take_of_kind(figure, figure->at, 8, CLAIMEX_COUNT);
}

/* "five people, | two | of | them | under 18": as old as those are. */
bool beside_them(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    return k != NO_ITEM && figure->claim->kind == CLAIMEX_AGE && item_reads(clause, k, "them")
           && item_class(clause, k - 1) == CLASS_OF && take_of_kind(figure, k, 2, CLAIMEX_COUNT);
}

/* "sells 400 loaves at $3 each" */
bool beside_each(const struct figure *figure)
{
    return item_begins(figure->clause, figure->at + 1, CLASS_EACH)
           && take_of_kind(figure, figure->at, 12, CLAIMEX_COUNT);
}

/* "doubled its sales to $5 million": what is doubled. */
bool beside_doubling(const struct figure *figure)
{
    uint32_t k = figure->before, floor = k == NO_ITEM ? 0 : down(k, 12);
    bool role = figure->claim->role == CLAIMEX_ROLE_TO || figure->claim->role == CLAIMEX_ROLE_FROM;
    const claimex_claim *other = role && k != NO_ITEM ? claim_before(figure->clause, &k, floor) : NULL;
    while (other
           && (other->kind == CLAIMEX_DURATION
               || (other->kind == figure->claim->kind && other->role == CLAIMEX_ROLE_FROM)))
        other = claim_before(figure->clause, &k, floor); /* "doubled in a week from 150 to 300" */
    bool doubles = other && other->kind == CLAIMEX_MULTIPLE && other->subject.end;
    figure->claim->subject = doubles ? other->subject : figure->claim->subject;
    return doubles;
}

/* "lost 80 points, or 0.4%", "growth of 2% this year and 3% in 2025": the same as the figure before. */
bool beside_coordinated(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    while (k != NO_ITEM && k > 0 && figure->at - k < 5
           && (item_class(clause, k) == CLASS_COMMA || item_class(clause, k) == CLASS_AND
               || item_class(clause, k) == CLASS_OPEN || item_class(clause, k) == CLASS_TO
               || item_class(clause, k) == CLASS_FROM || item_class(clause, k) == CLASS_BUT
               || item_class(clause, k) == CLASS_DASH || (k < figure->before && item_class(clause, k) == CLASS_ADVERB)))
        k--;
    if (k == NO_ITEM || (k == figure->before && !item_begins(clause, k, CLASS_EXTENT))) /* "long | and up to | 9 m" */
        return false;
    uint32_t end = k - (k > 0 && item_class(clause, k - 1) == CLASS_PREPOSITION);
    if (item_class(clause, k) == CLASS_WHEN && end > 0 && item_class(clause, end - 1) == CLASS_FIGURE
        && item_claim(clause, end - 1)->kind == figure->claim->kind)
        k = end - 1;
    bool is_or = item_begins(clause, figure->before, CLASS_OR) && figure_is_share(figure->claim);
    bool extents = item_begins(clause, k, CLASS_EXTENT) && item_begins(clause, figure->at + 1, CLASS_EXTENT);
    k -= k > 0 && item_is_phrase(clause, k) && item_class(clause, k - 1) == CLASS_FIGURE
         && (figure_is_counter(clause, k) || is_or || extents); /* "40 points, or 0.8%", "60m high and 9m wide" */
    if (item_class(clause, k) != CLASS_FIGURE)
        return false;
    const claimex_claim *other = item_claim(clause, k);
    figure->claim->subject = other->subject;
    return other->subject.end > 0;
}

/* "another 47% said": a share that is itself the subject of a verb takes what the share before it was of. */
bool beside_is_subject(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    while (item_class(clause, k) == CLASS_ADVERB && k < figure->at + 4)
        k++;
    uint32_t before = figure->before;
    bool left = before == NO_ITEM || item_class(clause, before) == CLASS_COMMA
                || item_class(clause, before) == CLASS_AND || item_class(clause, before) == CLASS_SUBORDINATE
                || item_class(clause, before) == CLASS_BUT || item_class(clause, before) == CLASS_THAT
                || item_class(clause, before) == CLASS_REPORT
                || (item_class(clause, before) == CLASS_PREPOSITION && item_reads(clause, before, "with"));
    bool owned = item_class(clause, k) == CLASS_PAST && item_reads(clause, k + 1, "by"); /* "78% owned by Ruiz" */
    bool listed = item_class(clause, before) == CLASS_AND && item_class(clause, before - 1) == CLASS_FIGURE
                  && item_claim(clause, before - 1)->kind == figure->claim->kind
                  && item_claim(clause, before - 1)->subject.end; /* "levels of 1.0 and 2.0 mg were" */
    return left && item_is_verbal(clause, k) && !owned && !listed;
}

/* "Of the 200 firms asked, 84% say": what the sentence opens with; "…, and 5% hope" goes on with it. */
static bool of_fronted(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = 1 + (item_class(clause, 1) == CLASS_FIGURE);
    bool of = item_class(clause, 0) == CLASS_OF || item_begins(clause, 0, CLASS_AMONG);
    uint32_t own = clause->items[figure->at].claim;
    if (!of || !item_is_phrase(clause, k))
        return false;
    bool goes_on = own > 0 && clause->claims[own - 1].subject.end
                   && clause->claims[own - 1].subject.start == items_span(clause, k, k).start;
    return (goes_on || item_class(clause, figure->before) == CLASS_COMMA)
           && figure_take(figure, phrase_starting(clause, k));
}

/* "A poll of 900 drivers found that 61% want": whoever was asked. */
static bool is_of_poll(const struct clause *clause, uint32_t claim)
{
    uint32_t k = clause->item_of[claim];
    return clause->claims[claim].kind == CLAIMEX_COUNT && k != NO_ITEM && k > 1 && item_class(clause, k - 1) == CLASS_OF
           && item_is(clause, k - 2, IS(SURVEY));
}

void beside_inherit_share(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    bool part = figure_is_share(figure->claim) || figure->claim->kind == CLAIMEX_COUNT;
    if (part && of_fronted(figure))
        return;
    for (int32_t c = clause->items[figure->at].claim - 1, steps = 0; c >= 0 && steps < 8; c--, steps++) {
        const claimex_claim *other = &clause->claims[c];
        bool share = figure_is_share(other) && other->subject.start >= other->at.end;
        if (figure_is_share(figure->claim) && other->subject.end > 0 && (share || is_of_poll(clause, (uint32_t)c))) {
            figure->claim->subject = other->subject;
            return;
        }
    }
}

/* The item that a start is said of: the figure of "to $64 per tonne | from | $40", "$582m, a rise | from | $221m";
 * NO_ITEM for none. */
static uint32_t before_start(const struct clause *clause, uint32_t from)
{
    if (from < 3 || item_class(clause, from) != CLASS_FROM || !item_is_phrase(clause, from - 1))
        return NO_ITEM;
    uint8_t link = item_class(clause, from - 2);
    bool turn = link == CLASS_COMMA && (item_head(clause, from - 1) & (IS(UP) | IS(DOWN)));
    return (link == CLASS_PER || turn) && item_class(clause, from - 3) == CLASS_FIGURE ? from - 3 : NO_ITEM;
}

#define FARTHEST_END 12u /* items: "20% of firms in the north employ one person, down from 50%" */

/* Where the change led that the figure behind item k is the start of; NULL. */
static const claimex_claim *end_before(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    for (uint32_t floor = down(k, FARTHEST_END); k > floor; k--) {
        const claimex_claim *other = item_class(clause, k - 1) == CLASS_FIGURE ? item_claim(clause, k - 1) : NULL;
        if (other && other->kind == figure->claim->kind && other->role == CLAIMEX_ROLE_TO
            && other->change == figure->claim->change)
            return other;
    }
    return NULL;
}

/* "to 20% in 1991, from 50% in 1986": the other end of the same change. */
bool beside_other_end(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    const claimex_claim *claim = figure->claim, *other = NULL;
    uint32_t k = figure->before, end = k == NO_ITEM ? NO_ITEM : before_start(clause, k);
    if (end != NO_ITEM)
        other = item_claim(clause, end);
    else if (k != NO_ITEM && k > 2 && item_class(clause, k - 1) == CLASS_COMMA
             && !clause->counted[clause->items[figure->at].claim] && !figure_is_attribute(clause, figure->at)
             && (item_class(clause, k) == CLASS_FROM || turn_is_since(clause, k)))
        other = end_before(figure, k);
    bool same = other && claim->role == CLAIMEX_ROLE_FROM && other->kind == claim->kind && other->subject.end
                && (other->role == CLAIMEX_ROLE_TO || end != NO_ITEM);
    figure->claim->subject = same ? other->subject : figure->claim->subject;
    return same;
}

/* "employs | 2,300 people | across 14 sites, 400 fewer than", "infected | 90 people | in 5 towns and killed 4": what
 * the nearest count measures that no preposition governs. */
static bool of_ruling_count(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    const claimex_claim *other;
    bool fewer = item_begins(clause, figure->at + 1, CLASS_COMPARED) && figure_opens_aside(clause, k);
    if (!fewer && !item_begins(clause, k, CLASS_HARMING))
        return false;
    for (uint32_t floor = down(k, 8); (other = claim_before(clause, &k, floor)) != NULL;) {
        uint8_t before = k > 0 ? item_class(clause, k - 1) : CLASS_NONE;
        if (before == CLASS_PREPOSITION || before == CLASS_OF || before == CLASS_TO || before == CLASS_FROM)
            continue;
        figure->claim->subject = other->subject;
        return other->subject.end > 0;
    }
    return false;
}

/* "435 boats by auction and 187 by lot": the noun is not said again. */
bool beside_counted(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    const claimex_claim *claim = figure->claim;
    if (claim->unit && claim->kind == CLAIMEX_COUNT && of_ruling_count(figure))
        return true;
    for (int32_t c = clause->items[figure->at].claim - 1, steps = 0; claim->unit && c >= 0 && steps < 8; c--, steps++) {
        const claimex_claim *other = &clause->claims[c];
        if (other->kind != CLAIMEX_COUNT || claim->kind != CLAIMEX_COUNT || !other->subject.end)
            continue;
        figure->claim->subject = other->subject;
        return true;
    }
    return false;
}
