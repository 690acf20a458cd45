/* The thing measured stands next to its figure ("72% of firms", "8 million users", "a fine of $5") or is the subject of
 * the verb that governs it. The nearer shape is tried first; each says "not this" by leaving the span empty. */
#include "context/subject.h"

#include <string.h>

#include "context/verbs.h"

struct figure {
    struct clause *clause;
    claimex_claim *claim;
    uint32_t at;     /* item */
    uint32_t before; /* the item before it, but for adverbs; NO_ITEM */
};

static bool is_gap_free(const struct figure *figure, uint32_t item)
{
    return item_class(figure->clause, item) == CLASS_HYPHEN || item_class(figure->clause, item) == CLASS_DASH;
}

static bool take(const struct figure *figure, struct item_range range)
{
    const struct clause *clause = figure->clause;
    bool person = range.first != NO_ITEM && clause->items[range.first].class == CLASS_FIGURE; /* "a 25-year-old" */
    bool usable = range.first != NO_ITEM && (person || clause->items[range.first].class == CLASS_PHRASE)
                  && !(range.first == range.last && item_is(clause, range.first, IS(PRONOUN)));
    if (usable)
        figure->claim->subject = items_span(clause, range.first, range.last);
    return usable;
}

static bool is_share(const claimex_claim *claim)
{
    return claim->kind == CLAIMEX_PERCENTAGE || claim->kind == CLAIMEX_RATIO || claim->kind == CLAIMEX_MULTIPLE;
}

/* "doubled his money": the verb is the figure. */
static bool of_multiple(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    bool verb = figure->claim->kind == CLAIMEX_MULTIPLE && figure->claim->change;
    return verb && item_is_phrase(clause, k) && item_is(clause, k, IS(DETERMINER) | IS(POSSESSOR))
           && take(figure, verbs_phrase_starting(clause, k));
}

static bool is_time_unit(const struct clause *clause, uint32_t item)
{
    return item < clause->n_items && token_reading(clause->tokens, clause->items[item].end - 1, CLASS_TIMEUNIT) != NULL;
}

/* "points", "times"; but a "price point" is a thing. */
static bool is_counter(const struct clause *clause, uint32_t item)
{
    return item_is(clause, item, IS(COUNTER)) && clause->items[item].end - clause->items[item].first == 1;
}

/* "a close", "a record high": a level without a name of its own. */
static bool is_level(const struct clause *clause, uint32_t item)
{
    return (clause->words[clause->items[item].end - 1].traits & IS(LEVEL)) != 0;
}

/* "Kia | and | Hyundai vehicles", "digital | and | physical sales": one noun for both. */
static uint32_t last_of_pair(const struct clause *clause, uint32_t item)
{
    uint64_t head = clause->words[clause->items[item].end - 1].traits;
    bool pair = (head & (IS(NAME) | IS(ADJECTIVE))) && item_class(clause, item + 1) == CLASS_AND
                && item_is_phrase(clause, item + 2) && !item_is(clause, item + 2, IS(DETERMINER) | IS(POSSESSOR));
    if (!pair)
        return item;
    uint32_t last = clause->items[item + 2].end - 1;
    return (clause->words[last].traits & (IS(NOUN) | IS(NAME))) == IS(NOUN) ? item + 2 : item;
}

/* "72% of firms", "17 of his friends", "$2m worth of goods", "US$4 trillion in sales". */
static bool of_behind(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    if (item_class(clause, k) == CLASS_OPEN && item_class(clause, k + 1) == CLASS_FIGURE
        && item_class(clause, k + 2) == CLASS_CLOSE)
        k += 3; /* "20 kg (44 lb) of coal" */
    k += item_reads(clause, k, "worth") || item_class(clause, k) == CLASS_CLOSE;
    bool of = item_class(clause, k) == CLASS_OF;
    bool in = figure->claim->kind == CLAIMEX_MONEY && item_class(clause, k) == CLASS_PREPOSITION
              && item_reads(clause, k, "in") && !item_is(clause, k + 1, IS(DETERMINER) | IS(NAME))
              && !is_time_unit(clause, k + 1);
    if ((of || in) && item_is_phrase(clause, k + 1))
        return take(figure, verbs_phrase_starting(clause, k + 1));
    /* "half of the 200 firms" */
    if (!of || item_class(clause, k + 1) != CLASS_FIGURE || !item_is_phrase(clause, k + 2))
        return false;
    struct item_range range = verbs_phrase_starting(clause, k + 2);
    range.last = last_of_pair(clause, range.last);
    return take(figure, range);
}

/* "35 km | south-east | of Oslo": where a thing is, and no thing. */
static bool is_direction(const struct clause *clause, uint32_t item)
{
    return item_begins(clause, item, CLASS_COMPASS)
           && (item_class(clause, item + 1) == CLASS_OF || item_class(clause, item + 1) == CLASS_FROM);
}

/* The thing itself: "8 million users", "a 10 percent tax", "the 20-trillion-dollar industry". */
static bool noun_behind(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    if (is_gap_free(figure, k))
        k++;
    if (item_class(clause, k) == CLASS_OPEN && item_class(clause, k + 1) == CLASS_FIGURE
        && item_class(clause, k + 2) == CLASS_CLOSE)
        k += 3; /* "a 2-mile (3 km) walk" */
    k += (is_gap_free(figure, k) && k > figure->at + 1)
         || (item_class(clause, k) == CLASS_WHEN && item_is_phrase(clause, k + 1)); /* "a 5% January rise" */
    if (!item_is_phrase(clause, k) || item_is(clause, k, IS(DETERMINER) | IS(POSSESSOR)))
        return false;
    struct item_range range = { k, figure->claim->kind == CLAIMEX_COUNT ? last_of_pair(clause, k) : k };
    if ((figure->claim->kind == CLAIMEX_COUNT && !figure->claim->unit)
        || !(clause->words[clause->items[range.last].end - 1].traits & (IS(NOUN) | IS(NAME))) || is_time_unit(clause, k)
        || is_counter(clause, k) || (figure->claim->kind == CLAIMEX_MEASURE && is_direction(clause, k)))
        return false;
    if (item_class(clause, k + 1) == CLASS_OF)
        range = verbs_phrase_starting(clause, k);
    claimex_span span = items_span(clause, range.first, range.last);
    bool counted = clause->items[k].end - clause->items[k].first > 1
                   && (clause->words[clause->items[k].first].traits & IS(COUNTER)); /* "a 3-point | lead" */
    span.start = clause->tokens->token.items[clause->items[k].first + counted].start;
    figure->claim->subject = span;
    return true;
}

/* "a speed of 15 miles", "the price: $59", "carbon levels at 4 ppm", "sales (5,000 units)", "a grant worth $5", "fines
 * from $5 to $10". */
static bool joins_noun(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    uint8_t class = item_class(clause, k);
    bool level = class == CLASS_PREPOSITION && item_reads(clause, k, "at") && k >= 2
                 && item_class(clause, k - 2) == CLASS_PREPOSITION;
    bool age = class == CLASS_COMMA && figure->claim->kind == CLAIMEX_AGE; /* "Maddon, 66," */
    bool span = class == CLASS_FROM && figure->claim->relation == CLAIMEX_RANGE && !figure->claim->role;
    return class == CLASS_OF || class == CLASS_COLON || class == CLASS_OPEN || item_reads(clause, k, "worth") || level
           || age || span;
}

static bool noun_before(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    if (k == NO_ITEM || k == 0 || !joins_noun(figure, k))
        return false;
    k -= k > 1 && item_class(clause, k - 1) == CLASS_COMMA && item_reads(clause, k, "worth"); /* "a boat, worth $5" */
    bool of = item_class(clause, k) == CLASS_OF;
    k = of ? verbs_behind_times(clause, k) : k; /* "a drop in May of 5%" */
    if (k == 0 || !item_is_phrase(clause, k - 1) || (of && is_level(clause, k - 1)))
        return false;
    struct item_range range = verbs_phrase_ending(clause, k - 1);
    for (uint32_t i = range.first > 0 ? range.first - 1 : 0; i < range.last; i++)
        if (item_class(clause, i) == CLASS_AND || (item_class(clause, i) == CLASS_PER && i + 2 < range.last)
            || item_reads(clause, i, "with") || item_reads(clause, i, "compared with")
            || (of && item_reads(clause, i, "at"))) /* "south of Oslo at a depth of 5 km" */
            range.first =
                i + 1
                + 2 * (item_class(clause, i) == CLASS_PER); /* "prison and a fine of $5", "per share on sales of" */
    return take(figure, range);
}

/* "cut its workforce by 10%", "bring the total to $95 million": the object. */
static bool object_before(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    if (k == NO_ITEM || k < 2)
        return false;
    if (item_class(clause, k) == CLASS_TO && item_class(clause, k - 1) == CLASS_FIGURE)
        k = k >= 2 && (item_class(clause, k - 2) == CLASS_FROM) ? k - 2 : k; /* "from 3 to 5" */
    bool role = item_class(clause, k) == CLASS_TO || item_class(clause, k) == CLASS_FROM
                || (item_class(clause, k) == CLASS_PREPOSITION
                    && ((item_reads(clause, k, "by") && figure->claim->role) || item_reads(clause, k, "for")
                        || item_reads(clause, k, "at")));
    k = role && k >= 2 ? verbs_behind_times(clause, k) : 0; /* "cut its forecast for 2019 to $5" */
    if (k < 2 || !item_is_phrase(clause, k - 1))
        return false;
    struct item_range range = verbs_phrase_ending(clause, k - 1);
    uint32_t verb = range.first - (range.first > 1 && item_class(clause, range.first - 1) == CLASS_WHEN);
    return verb > 0 && item_is_verbal(clause, verb - 1) && !item_is(clause, verb - 1, IS_HELPER) && take(figure, range);
}

/* "the rise in imports in May to $5": what rose. */
static bool of_change(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before == NO_ITEM || !figure->claim->role ? 0 : verbs_behind_times(clause, figure->before);
    bool joined = k > 2 && item_is_phrase(clause, k - 1) && item_is_phrase(clause, k - 3)
                  && (item_class(clause, k - 2) == CLASS_OF || item_reads(clause, k - 2, "in"));
    return joined && (clause->words[clause->items[k - 3].end - 1].traits & (IS(UP) | IS(DOWN)))
           && take(figure, (struct item_range){ k - 1, k - 1 });
}

/* "…, and nuts between 4% and 9%": the verb of the figure before holds for this one too. */
static bool is_gapped(const struct clause *clause, uint32_t k)
{
    if (k == NO_ITEM || !item_is_phrase(clause, k))
        return false;
    while (k > 0
           && (item_is_phrase(clause, k) || item_class(clause, k) == CLASS_AND || item_class(clause, k) == CLASS_COMMA
               || item_class(clause, k) == CLASS_BUT))
        k--;
    return item_class(clause, k) == CLASS_FIGURE;
}

/* "sold 12 bicycles last year, up from 8", "revenue of $5bn, up 6%": what the figure before the comma measures. */
static bool compared(const struct figure *figure, uint32_t comma)
{
    const struct clause *clause = figure->clause;
    for (uint32_t k = comma; k > 0 && comma - k < 8 && !item_is_verbal(clause, k - 1); k--) {
        if (item_class(clause, k - 1) != CLASS_FIGURE)
            continue;
        figure->claim->subject = clause->claims[clause->items[k - 1].claim].subject;
        return figure->claim->subject.end > 0;
    }
    return false;
}

/* "Blackmores up 9.4%", "Burlington by 2.6%", "Foot Locker 1.9%": no verb between. */
static bool bare_noun_before(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    bool linked = k != NO_ITEM && k > 0 && (item_is(clause, k, IS(UP) | IS(DOWN)) || item_reads(clause, k, "by"))
                  && !item_is_phrase(clause, k) && !item_is_verbal(clause, k);
    if (linked)
        k -= 1 + (k > 1 && item_class(clause, k - 1) == CLASS_ADVERB && item_is(clause, k - 1, IS(UP) | IS(DOWN)));
    struct verb_group verb;
    if (linked && k > 0 && item_class(clause, k) == CLASS_COMMA) {
        if (compared(figure, k) || (verbs_before(clause, k, &verb) && take(figure, verbs_subject(clause, &verb))))
            return true; /* "shares had a good day, up 5%" */
        k--;
    }
    bool changes = figure->claim->role != CLAIMEX_ROLE_NONE || linked || is_gapped(clause, k);
    bool doubles = figure->claim->kind == CLAIMEX_MULTIPLE && figure->claim->change;  /* "data show sales | doubled" */
    bool object = k != NO_ITEM && k > 0 && item_is(clause, k - 1, IS(UP) | IS(DOWN)); /* "cut the deficit | $5" */
    if (k == NO_ITEM || !changes || !item_is_phrase(clause, k)
        || (k > 0 && !doubles && !object && item_is_verbal(clause, k - 1)))
        return false;
    struct item_range range = verbs_phrase_ending(clause, k);
    bool hangs = range.first > 1 && item_class(clause, range.first - 1) == CLASS_PREPOSITION
                 && item_is_verbal(clause, range.first - 2); /* "rose in value by 5%" */
    return !hangs && take(figure, range);
}

/* The claim of the nearest figure before item *k, down to item `floor`, with no verb between; *k is then its item. NULL
 * when there is none. */
static const claimex_claim *claim_before(const struct clause *clause, uint32_t *k, uint32_t floor)
{
    for (; *k > floor && !item_is_verbal(clause, *k - 1); --*k)
        if (item_class(clause, *k - 1) == CLASS_FIGURE)
            return &clause->claims[clause->items[--*k].claim];
    return NULL;
}

static uint32_t down(uint32_t k, uint32_t far)
{
    return k > far ? k - far : 0;
}

/* "profits of $5 million against $4 million in May": of the same kind, with no verb between them. */
static bool is_compared(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    const claimex_claim *other;
    uint32_t k = figure->before;
    if (!item_reads(clause, k, "against") && !item_reads(clause, k, "versus") && !item_reads(clause, k, "compared with")
        && !item_reads(clause, k, "compared to"))
        return false;
    for (uint32_t floor = down(k, 24); (other = claim_before(clause, &k, floor)) != NULL;)
        if (other->kind == figure->claim->kind && other->subject.end) {
            figure->claim->subject = other->subject;
            return true;
        }
    return false;
}

/* "£139 in Wales; £116 in Oslo", "$5 in Wales, and $6 in Oslo": the list goes on. */
static bool goes_on(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    if (k == NO_ITEM)
        return false;
    bool part = item_class(clause, k) == CLASS_SEMICOLON || (k > 0 && item_class(clause, k - 1) == CLASS_SEMICOLON);
    bool place = item_class(clause, figure->at + 1) == CLASS_PREPOSITION
                 && (item_class(clause, k) == CLASS_AND || item_class(clause, k) == CLASS_COMMA);
    const claimex_claim *other = part || place ? claim_before(clause, &k, down(k, 8)) : NULL;
    bool same = other && other->kind == figure->claim->kind && other->subject.end
                && (part || item_class(clause, k + 1) == CLASS_PREPOSITION);
    figure->claim->subject = same ? other->subject : figure->claim->subject;
    return same;
}

/* "doubled its sales to $5 million": what is doubled. */
static bool of_doubling(const struct figure *figure)
{
    uint32_t k = figure->before;
    bool role = k != NO_ITEM && figure->claim->role == CLAIMEX_ROLE_TO;
    const claimex_claim *other = role ? claim_before(figure->clause, &k, down(k, 6)) : NULL;
    bool doubles = other && other->kind == CLAIMEX_MULTIPLE && other->subject.end;
    figure->claim->subject = doubles ? other->subject : figure->claim->subject;
    return doubles;
}

/* "lost 80 points, or 0.4%": the same as the figure before. */
static bool coordinated(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    while (k != NO_ITEM && k > 0 && figure->at - k < 5
           && (item_class(clause, k) == CLASS_COMMA || item_class(clause, k) == CLASS_AND
               || item_class(clause, k) == CLASS_OPEN || item_class(clause, k) == CLASS_TO
               || item_class(clause, k) == CLASS_FROM || item_class(clause, k) == CLASS_BUT
               || item_class(clause, k) == CLASS_DASH || (k < figure->before && item_class(clause, k) == CLASS_ADVERB)))
        k--;
    if (k == NO_ITEM || k == figure->before)
        return false;
    k -= k > 0 && is_counter(clause, k) && item_class(clause, k - 1) == CLASS_FIGURE; /* "40 points, or 0.8%" */
    if (item_class(clause, k) != CLASS_FIGURE)
        return false;
    const claimex_claim *other = &clause->claims[clause->items[k].claim];
    figure->claim->subject = other->subject;
    return other->subject.end > 0;
}

/* "another 47% said": a share that is itself the subject of a verb takes what the share before it was of. */
static bool is_subject(const struct figure *figure)
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
    return left && item_is_verbal(clause, k);
}

static void inherit_share(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    for (int32_t c = clause->items[figure->at].claim - 1, steps = 0; c >= 0 && steps < 8; c--, steps++) {
        const claimex_claim *other = &clause->claims[c];
        if (is_share(other) && is_share(figure->claim) && other->subject.end > 0
            && other->subject.start >= other->at.end) {
            figure->claim->subject = other->subject;
            return;
        }
    }
}

static void of_verb(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    struct verb_group verb;
    if (!verbs_before(clause, figure->at, &verb))
        return;
    struct item_range range = verbs_subject(clause, &verb);
    uint32_t k = range.first == NO_ITEM || figure->before == NO_ITEM ? 0 : range.first;
    bool price = k > 1 && figure->claim->kind == CLAIMEX_MONEY
                 && (item_reads(clause, figure->before, "for") || item_reads(clause, figure->before, "at"));
    uint32_t comma = k > 1 && item_class(clause, k - 2) == CLASS_COMMA;
    if (price && item_class(clause, k - 1) == CLASS_RELATIVE && k > 1 + comma && item_is_phrase(clause, k - 2 - comma))
        range = verbs_phrase_ending(clause, k - 2 - comma); /* "Ford, which ICI bought for $580" */
    take(figure, range);
}

/* "wiping $9 million from its price", "knocked $5 off the price". */
static bool is_taken_off(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    bool off = item_class(clause, k) == CLASS_FROM || item_reads(clause, k, "off");
    return off && item_begins(clause, figure->before, CLASS_TAKING_OFF) && item_is_phrase(clause, k + 1)
           && take(figure, verbs_phrase_starting(clause, k + 1));
}

/* "paid $5 for the boat", "has bid $6 for Norvik": its price. */
static bool is_price(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    bool bought = figure->claim->kind == CLAIMEX_MONEY && item_begins(clause, figure->before, CLASS_PRICING);
    return bought && item_reads(clause, k, "for") && item_is_phrase(clause, k + 1)
           && take(figure, verbs_phrase_starting(clause, k + 1));
}

/* "$550 off a laptop", "$12,000 for a new roof". */
static void for_behind(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    bool joint = item_reads(clause, k, "for") || item_reads(clause, k, "off");
    if (!figure->claim->subject.end && joint && item_is_phrase(clause, k + 1) && figure->claim->kind == CLAIMEX_MONEY)
        take(figure, verbs_phrase_starting(clause, k + 1));
}

static uint32_t item_before(const struct clause *clause, uint32_t i)
{
    uint32_t k = i;
    while (k > 0 && i - k < 4 && item_class(clause, k - 1) == CLASS_ADVERB
           && !item_is(clause, k - 1, IS(UP) | IS(DOWN)))
        k--;
    return k > 0 ? k - 1 : NO_ITEM;
}

/* Things that are counted are their own subject, but for points and times. */
static bool needs_noun(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    bool thing = item_is_phrase(clause, figure->at + 1) && !is_counter(clause, figure->at + 1);
    return figure->claim->kind == CLAIMEX_COUNT && figure->claim->unit && thing;
}

/* "435 boats by auction and 187 by lot": the noun is not said again. */
static bool counts_the_same(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    const claimex_claim *claim = figure->claim;
    for (int32_t c = clause->items[figure->at].claim - 1, steps = 0; claim->unit && c >= 0 && steps < 8; c--, steps++) {
        const claimex_claim *other = &clause->claims[c];
        if (other->kind != CLAIMEX_COUNT || claim->kind != CLAIMEX_COUNT || !other->subject.end)
            continue;
        figure->claim->subject = other->subject;
        return true;
    }
    return false;
}

void subject_find(struct clause *clause, uint32_t i)
{
    claimex_claim *claim = &clause->claims[clause->items[i].claim];
    struct figure figure = { clause, claim, i, item_before(clause, i) };
    bool amount = claim->kind == CLAIMEX_MONEY || claim->kind == CLAIMEX_MEASURE;
    if (of_doubling(&figure))
        return;
    if (amount && claim->role && object_before(&figure))
        return; /* "lift its output to 2 million tons of ore" */
    if (is_taken_off(&figure) || is_price(&figure) || of_multiple(&figure) || of_behind(&figure) || noun_behind(&figure)
        || needs_noun(&figure))
        return;
    bool own = (figure.before != NO_ITEM && item_is(clause, figure.before, IS(BE))) /* "a gross is 144" */
               || claim->role == CLAIMEX_ROLE_TO || claim->role == CLAIMEX_ROLE_BY || claim->value.exponent < 0;
    if (!own && !is_counter(clause, i + 1) && counts_the_same(&figure))
        return;
    if (is_subject(&figure)) {
        inherit_share(&figure);
        return;
    }
    if (is_compared(&figure) || goes_on(&figure) || coordinated(&figure) || noun_before(&figure) || of_change(&figure)
        || object_before(&figure) || bare_noun_before(&figure))
        return;
    of_verb(&figure);
    for_behind(&figure);
}
