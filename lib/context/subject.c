/* The thing measured stands next to its figure ("72% of firms", "8 million users", "a fine of $5") or is the subject of
 * the verb that governs it. The nearer shape is tried first; each says "not this" by leaving the span empty. */
#include "context/subject.h"

#include "context/beside.h"
#include "context/counted.h"
#include "context/object.h"
#include "context/own_noun.h"
#include "context/statistic.h"
#include "context/turn.h"

/* "the *dollar*'s fall | to 144 yen" */
static bool of_owner_of_change(const struct figure *figure, uint32_t turn)
{
    const struct clause *clause = figure->clause;
    const struct item *phrase = &clause->items[turn];
    const struct token *tokens = clause->tokens->token.items;
    uint64_t head = clause->words[phrase->end - 1].traits;
    uint32_t owner = phrase->end - 1;
    while (owner > phrase->first && clause->words[owner].class != CLASS_POSSESSIVE
           && (owner + 1 == phrase->end || (clause->words[owner].traits & IS(ADJECTIVE))))
        owner--;
    bool owned = item_is_phrase(clause, turn) && (head & IS(NOUN)) && (head & (IS(UP) | IS(DOWN)))
                 && owner > phrase->first && clause->words[owner].class == CLASS_POSSESSIVE;
    if (owned)
        figure->claim->subject = (claimex_span){ tokens[phrase->outer].start, tokens[owner - 1].end };
    return owned;
}

/* "the rise in imports in May to $5": what rose. */
static bool of_change(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before == NO_ITEM || !figure->claim->role ? 0 : verbs_behind_times(clause, figure->before);
    uint32_t last = k;
    k = k > 0 ? figure_first_of(clause, k - 1) + 1 : 0;
    uint32_t in = k > 3 && item_class(clause, k - 2) == CLASS_WHEN ? k - 3 : k - 2; /* "a rise in | May | sales" */
    bool joined = k > 2 && item_is_phrase(clause, k - 1) && in > 0 && item_is_phrase(clause, in - 1)
                  && (item_class(clause, in) == CLASS_OF || item_reads(clause, in, "in"));
    if (joined && (item_head(clause, in - 1) & (IS(UP) | IS(DOWN))))
        return figure_take(figure, (struct item_range){ k - 1, last - 1 });
    return k > 0 && of_owner_of_change(figure, k - 1);
}

/* "…, | newsprint | to $14 from $13" behind a figure: its verb holds here too. */
static bool is_gapped_end(const struct clause *clause, uint32_t k)
{
    return figure_is_end(clause, k) && k > 1
           && (item_class(clause, k - 2) == CLASS_COMMA || item_class(clause, k - 2) == CLASS_AND)
           && verbs_before_gap(clause, k - 1) != NO_ITEM;
}

/* "accounted for 31% of sales, | Oslo | for 13%", "banks had 3% of it, | shops | 4%": a share of the same. */
static bool is_gapped_share(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    if (k < 2 || figure->claim->role || !figure_is_share(figure->claim))
        return false;
    k -= item_class(clause, k) == CLASS_PREPOSITION;
    bool gap = (item_class(clause, k - 1) == CLASS_COMMA || item_class(clause, k - 1) == CLASS_AND)
               && verbs_before_gap(clause, k) != NO_ITEM;
    if (gap)
        beside_inherit_share(figure);
    return gap && figure->claim->subject.end;
}

/* "Total assets | 12,455 | 11,980": the head of a row, and no verb behind its figure. */
static bool is_row(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    bool amount = figure->claim->kind == CLAIMEX_MONEY || figure->claim->kind == CLAIMEX_PERCENTAGE
                  || (figure->claim->kind == CLAIMEX_COUNT && !figure->claim->unit);
    uint8_t behind = item_class(clause, figure->at + 1);
    return amount && k + 1 == figure->at && item_is_phrase(clause, k) && phrase_ending(clause, k).first == 0
           && (behind == CLASS_FIGURE || behind == CLASS_NONE || behind == CLASS_OPEN || behind == CLASS_CLOSE);
}

/* "*up* 5%", "*by* 5%", with no verb: what stands between a noun and its change. */
static bool is_link(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    return k > 0 && (item_is(clause, k, IS(UP) | IS(DOWN)) || item_reads(clause, k, "by")) && !item_is_phrase(clause, k)
           && !item_is_verbal(clause, k) && (figure->claim->change || !item_reads(clause, k, "off"));
}

/* What changed has another figure, or a clause of its own, before the link: "(310.2 | up 4.5)", "shares had a good day
 * | , | up 5%". */
static bool of_figure_or_clause(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    struct verb_group verb;
    k -= k > 0 && item_class(clause, k) == CLASS_OPEN; /* "Oslo $2,121 ( | up | 6%)" */
    if (item_class(clause, k) == CLASS_FIGURE)
        figure->claim->subject = item_claim(clause, k)->subject;
    else if (k > 0 && item_class(clause, k) == CLASS_COMMA)
        return beside_compared(figure, k)
               || (verbs_before(clause, k, &verb) && figure_take(figure, verbs_subject(clause, &verb)));
    return figure->claim->subject.end > 0;
}

/* Behind a noun and a comma, a list: "Oslo, $5m, Bergen | , | $6m" */
static bool is_listed(const struct clause *clause, uint32_t k)
{
    struct verb_group verb;
    return k > 0 && item_class(clause, k) == CLASS_COMMA && item_is_phrase(clause, k - 1)
           && !verbs_before(clause, k, &verb);
}

/* Is the noun at k the object of a verb that changes nothing of it? "ended | the day | up 5%"; but "cut | the deficit |
 * $5", "sent | the index | up 5%", "figures showed | sales | up 5%", "data show | sales | doubled" */
static bool is_object_of_other_verb(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    uint32_t link = figure->before;
    if (k == 0 || !item_is_verbal(clause, k - 1) || item_is(clause, k - 1, IS(UP) | IS(DOWN)))
        return false;
    if (figure->claim->kind == CLAIMEX_MULTIPLE && figure->claim->change)
        return false;
    bool shown = item_is(clause, k - 1, IS(SHOW) | IS(REPORT));
    bool moving =
        !item_is(clause, k - 1, IS_HELPER | IS(SHIFT) | IS(REPORT)) || item_begins(clause, k - 1, CLASS_PUSHING);
    bool moved = moving && !item_reads(clause, link, "by") && !figure_is_time_unit(clause, k);
    return !is_link(figure, link) || !(shown || moved);
}

/* "Blackmores up 9.4%", "Burlington by 2.6%", "Foot Locker 1.9%": no verb between. */
static bool bare_noun_before(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    if (k == NO_ITEM)
        return false;
    if (is_gapped_share(figure, k))
        return true;
    if (is_gapped_end(clause, k))
        return figure_take(figure, phrase_ending(clause, k - 1));
    bool linked = is_link(figure, k);
    if (linked) {
        k -= 1 + (k > 1 && item_class(clause, k - 1) == CLASS_ADVERB && item_is(clause, k - 1, IS(UP) | IS(DOWN)));
        if (of_figure_or_clause(figure, k))
            return true;
        k -= k > 0 && item_class(clause, k) == CLASS_COMMA;
    }
    if (is_listed(clause, k))
        return figure_take(figure, phrase_ending(clause, k - 1));
    bool changes = figure->claim->role || linked || verbs_before_gap(clause, k) != NO_ITEM;
    if (!is_row(figure, k) && (!changes || !item_is_phrase(clause, k) || is_object_of_other_verb(figure, k)))
        return false;
    struct item_range range = phrase_ending(clause, k);
    bool hangs = range.first > 1 && item_class(clause, range.first - 1) == CLASS_PREPOSITION
                 && item_is_verbal(clause, range.first - 2); /* "rose in value by 5%" */
    return !hangs && figure_take(figure, range);
}

static bool is_pronoun(const struct clause *clause, struct item_range range)
{
    return range.first != NO_ITEM && range.first == range.last && item_class(clause, range.first) == CLASS_PRONOUN;
}

/* "Ma said (that) *it* will spend $5": who says so. */
static struct item_range who_says(const struct clause *clause, uint32_t pronoun)
{
    uint32_t k = pronoun - (pronoun > 0 && item_class(clause, pronoun - 1) == CLASS_THAT);
    struct item_range none = { NO_ITEM, NO_ITEM };
    int referred = item_number(clause, pronoun, CLASS_PRONOUN);
    if (k == 0 || item_class(clause, k - 1) != CLASS_REPORT || !referred)
        return none;
    struct verb_group verb = { k - 1, k - 1, 0 };
    struct item_range range = verbs_subject(clause, &verb);
    if (range.first == NO_ITEM)
        return none;
    uint32_t head = clause->items[range.last].end - 1;
    bool many = phrase_is_plural(clause, head) && !(clause->words[head].traits & IS(NAME));
    return referred == 1 && many ? none : range; /* "officials said | it | was two" */
}

/* "*At* $99, the phone is", "However, in May, *at* $99, the phone is", "said that *at* $99, the phone is", "…, and *at*
 * $99, the phone is" */
static bool opens_statement(const struct clause *clause, uint32_t k)
{
    uint8_t before = k > 0 ? item_class(clause, k - 1) : CLASS_NONE;
    bool joined = (before == CLASS_AND || before == CLASS_BUT) && k > 1 && item_class(clause, k - 2) == CLASS_COMMA;
    if (before == CLASS_THAT || joined)
        return true;
    for (uint32_t i = 0; i < k; i++) {
        uint8_t class = item_class(clause, i);
        if (class != CLASS_ADVERB && class != CLASS_PREPOSITION && class != CLASS_WHEN && class != CLASS_COMMA
            && class != CLASS_BUT && class != CLASS_AND)
            return false;
    }
    return true;
}

/* "At $99, the phone is cheap", "With 43%, Labour leads". */
static bool is_fronted(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1, before = figure->before;
    k += item_class(clause, k) == CLASS_ADVERB; /* "at $99 apiece, …" */
    bool opens = before != NO_ITEM && opens_statement(clause, before)
                 && (item_reads(clause, before, "at") || item_reads(clause, before, "with"));
    return opens && item_class(clause, k) == CLASS_COMMA && item_is_phrase(clause, k + 1)
           && figure_take(figure, phrase_starting(clause, k + 1));
}

/* "left 12 | dead", "killed | 12": who they are is not said; but "was 9,000 | strong". */
static bool is_of_nobody(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    bool state = item_is_phrase(clause, figure->at + 1) && figure_is_state(clause, figure->at + 1)
                 && !item_is(clause, figure->before, IS(BE));
    return figure->claim->kind == CLAIMEX_COUNT && !figure->claim->unit
           && (state || item_begins(clause, figure->before, CLASS_HARMING));
}

#define MOST_BEFORE_VERB 10u /* items */

/* Does a verb follow before the statement ends: "six of them | were", "six days, | the town | was"? */
static bool has_verb_to_come(const struct clause *clause, uint32_t i)
{
    for (uint32_t k = i + 1; k < i + MOST_BEFORE_VERB; k++) {
        uint8_t class = item_class(clause, k);
        if (class == CLASS_NONE || class == CLASS_SEMICOLON || class == CLASS_PERIOD || class == CLASS_SUBORDINATE
            || class == CLASS_RELATIVE || class == CLASS_THAT || class == CLASS_AND || class == CLASS_BUT)
            return false;
        bool finite = item_is_verbal(clause, k) && class != CLASS_GERUND && !item_reads(clause, k + 1, "by");
        if (finite && !item_is(clause, k, IS(REPORT) | IS(SHOW))) /* but "…, 9% in May, the bank | said" */
            return true;
    }
    return false;
}

/* "The day was fine, and | after six days, the town was", "…, and | six of them were": is the figure part of a
 * statement whose verb is still to come? */
static bool is_of_next_statement(const struct clause *clause, const struct verb_group *verb, uint32_t i)
{
    if (item_class(clause, verb->last + 1) == CLASS_THAT) /* "Ma said | that | over 9 days, it would" */
        return true;
    for (uint32_t k = i; k > verb->last + 1; k--) {
        uint8_t class = item_class(clause, k - 1);
        if ((class == CLASS_BUT || item_reads(clause, k - 1, "and")) && item_class(clause, k - 2) == CLASS_COMMA)
            return has_verb_to_come(clause, i);
    }
    return false;
}

/* "a chain | of | hotels" */
static uint32_t last_of_object(const struct clause *clause, uint32_t object)
{
    bool of = item_class(clause, object + 1) == CLASS_OF && item_is_phrase(clause, object + 2);
    return object + (of ? 2 : 0);
}

static void of_verb(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    struct verb_group verb;
    if (is_of_nobody(figure) || !verbs_before(clause, figure->at, &verb)
        || is_of_next_statement(clause, &verb, figure->at))
        return;
    bool said = verb.last + 1 == figure->at && item_is(clause, verb.last, IS(REPORT) | IS(SHOW));
    if (said && item_is_verbal(clause, figure->at + 1)) /* "The poll | found | 54% | were happy" */
        return;
    bool passive = (verb.traits & IS(BE)) && item_is(clause, verb.last, IS(PAST));
    if (verb.last + 1 == figure->at && item_is(clause, verb.last, IS(EXPECT))
        && !passive) /* "Analysts | expected | 3%" */
        return;
    struct item_range range = verbs_subject(clause, &verb);
    uint32_t k = range.first == NO_ITEM || figure->before == NO_ITEM ? 0 : range.first;
    bool sum = figure->claim->kind == CLAIMEX_MONEY && figure->before != NO_ITEM;
    bool sold = sum && item_reads(clause, figure->before, "for");
    bool price = k > 1 && (sold || (sum && item_reads(clause, figure->before, "at")));
    uint32_t object = verb.last + 1 + (item_class(clause, verb.last + 1) == CLASS_FIGURE);
    object += item_class(clause, object) == CLASS_OF /* "sell | 5% | of | its shares | for $5" */
              || item_reads(clause, object, "over"); /* "took | over | the paper | for $5" */
    if (sold && object < figure->before && item_is_phrase(clause, object)
        && !item_is(clause, verb.last, IS_HELPER | IS(REPORT) | IS(SHOW)))
        range = (struct item_range){ object, last_of_object(clause, object) }; /* "sold | the site | in Oslo for $5" */
    uint32_t comma = k > 1 && item_class(clause, k - 2) == CLASS_COMMA;
    if (price && item_class(clause, k - 1) == CLASS_RELATIVE && k > 1 + comma && item_is_phrase(clause, k - 2 - comma))
        range = phrase_ending(clause, k - 2 - comma); /* "Ford, which ICI bought for $580" */
    bool lasts = figure->claim->kind == CLAIMEX_DURATION
                 || item_begins(clause, verb.last, CLASS_COSTING); /* "it will take two days": nothing in particular */
    figure_take(figure, is_pronoun(clause, range) && !lasts ? who_says(clause, range.first) : range);
}

/* "wiping $9 million from its price", "knocked $5 off the price". */
static bool is_taken_off(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    bool off = item_class(clause, k) == CLASS_FROM || item_reads(clause, k, "off");
    return off && item_begins(clause, figure->before, CLASS_TAKING_OFF) && item_is_phrase(clause, k + 1)
           && figure_take(figure, phrase_starting(clause, k + 1));
}

/* "paid $5 for the boat", "has bid $6 for Norvik": its price. */
static bool is_price(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    bool bought = figure->claim->kind == CLAIMEX_MONEY && item_begins(clause, figure->before, CLASS_PRICING);
    k += figure->claim->per && item_is_phrase(clause, k); /* "$5 | a pound | for cod" */
    bool means = item_reads(clause, k, "in") && item_is_phrase(clause, k + 1) && item_is_single(clause, k + 1);
    k += means && item_reads(clause, k + 2, "for") ? 2 : 0; /* "$5 | in | cash | for Norvik" */
    if (!bought || !item_reads(clause, k, "for"))
        return false;
    k += 1 + (item_class(clause, k + 1) == CLASS_FIGURE); /* "for a 5 kW panel" */
    return item_is_phrase(clause, k) && figure_take(figure, phrase_starting(clause, k));
}

/* "$550 off a laptop", "$12,000 for a new roof". */
static void for_behind(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    bool joint = item_reads(clause, k, "for") || item_reads(clause, k, "off");
    bool thing = item_is_phrase(clause, k + 1) && !figure_is_counter(clause, k + 1)
                 && !item_begins(clause, k + 1, CLASS_ORDINAL)
                 && !token_has(clause->tokens, clause->items[k + 1].end - 1, CLASS_TIMES);
    if (!figure->claim->subject.end && joint && thing && figure->claim->kind == CLAIMEX_MONEY)
        figure_take(figure, phrase_starting(clause, k + 1));
}

/* Things that are counted are their own subject, but for points and times. */
static bool needs_noun(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    bool thing = item_is_phrase(clause, figure->at + 1) && !figure_is_counter(clause, figure->at + 1)
                 && !item_is(clause, figure->at + 1, IS(PRONOUN)); /* "two each" */
    return figure->claim->kind == CLAIMEX_COUNT && figure->claim->unit && thing
           && !figure_is_before_verb(figure, figure->at + 1);
}

/* "says the 26-year-old", "with a 20-year-old": the age is the person; but "Ruiz, a 20-year-old", "is a 20-year-old".
 */
static bool is_somebody(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    const struct item *item = &clause->items[figure->at];
    return figure->claim->kind == CLAIMEX_AGE && item->outer < item->first
           && token_has(clause->tokens, item->end - 1, CLASS_OLD) && !figure_opens_aside(clause, figure->before)
           && !item_is(clause, figure->before, IS(BE));
}

/* "to a total of 34", "from a record of 40", "by an average of 5%": the ends and the size of a change. */
static uint32_t before_level(const struct clause *clause, uint32_t before)
{
    uint32_t level = verbs_before_level(clause, before);
    return figure_is_end(clause, level) || turn_is_since(clause, level)
                   || (level != NO_ITEM && item_reads(clause, level, "by"))
               ? level
               : before;
}

/* "the number | has reached | 100", "attendance | exceeded | 100" */
static bool is_of_valued(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    struct verb_group verb;
    if (figure->before == NO_ITEM || !item_is_verbal(clause, figure->before)
        || !verbs_before(clause, figure->at, &verb))
        return false;
    struct item_range subject = verbs_subject(clause, &verb);
    return subject.first != NO_ITEM && token_has(clause->tokens, clause->items[subject.first].end - 1, CLASS_VALUED);
}

/* Does the figure tell of something else than what is counted beside it? "a gross is 144", "sold 90, short of a
 * forecast | of | 95" */
static bool is_apart(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    const struct item *item = &clause->items[figure->at];
    uint32_t before = figure->before;
    bool of = before != NO_ITEM && before > 0 && item_class(clause, before) == CLASS_OF && item->outer == item->first
              && !item_is(clause, before - 1, IS(UP) | IS(DOWN) | IS(LEVEL));
    return of || item_is(clause, before, IS(BE)) || figure->claim->role == CLAIMEX_ROLE_TO
           || figure->claim->role == CLAIMEX_ROLE_BY || figure->claim->value.exponent < 0 || is_of_valued(figure);
}

/* What nothing else names: "The record | of | $5 was set", "The three *units* are closed". */
static void take_beside(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t of = figure->before;
    bool valued = of != NO_ITEM && of > 0 && item_class(clause, of) == CLASS_OF && item_is_phrase(clause, of - 1);
    if (valued && !token_reading(clause->tokens, clause->items[of - 1].first, CLASS_A))
        figure_take(figure, (struct item_range){ of - 1, of - 1 });
    const struct token *noun = clause->tokens->token.items + clause->items[figure->at].end;
    if (!figure->claim->subject.end && figure->claim->kind == CLAIMEX_COUNT
        && item_reads(clause, figure->at + 1, "units"))
        figure->claim->subject = (claimex_span){ noun->start, noun->end };
}

#define LONGEST_LABEL 8u    /* items */
#define LONGEST_EQUATION 3u /* before "=" */

/* "Dredging | : | $3", "Don't | know | : | 5%", "Max. | speed | = | 32 knots": all that stands before the mark, where
 * no more than the figure stands behind it; a bracket says more of it. */
static bool of_label(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t mark = figure->before, start, end = mark;
    uint8_t behind = item_class(clause, figure->at + 1);
    bool equation = mark != NO_ITEM && item_reads(clause, mark, "=");
    uint32_t longest = equation ? LONGEST_EQUATION : LONGEST_LABEL;
    if (mark == NO_ITEM || !(equation || item_class(clause, mark) == CLASS_COLON)
        || (behind != CLASS_NONE && behind != CLASS_SEMICOLON && behind != CLASS_PERIOD && behind != CLASS_OPEN))
        return false;
    for (start = mark; start > 0 && item_class(clause, start - 1) != CLASS_SEMICOLON; start--) {
        uint8_t class = item_class(clause, start - 1);
        if (class == CLASS_OPEN)
            end = start - 1;
        if (mark - start == longest || class == CLASS_REPORT || class == CLASS_PRONOUN)
            return false;
    }
    for (uint32_t k = start; k < end; k++)
        if (item_class(clause, k) == CLASS_FIGURE || item_class(clause, k) == CLASS_WHEN)
            return false; /* "In 2019: $5" */
    if (start < end)
        figure->claim->subject = items_span(clause, start, end - 1);
    return start < end;
}

static void take_subject(struct clause *clause, uint32_t i)
{
    claimex_claim *claim = item_claim(clause, i);
    struct figure figure = { clause, claim, i, before_level(clause, item_before_figure(clause, i)) };
    bool amount = claim->kind == CLAIMEX_MONEY || claim->kind == CLAIMEX_MEASURE;
    if (own_noun_inside(&figure) || beside_doubling(&figure) || beside_other_end(&figure) || object_behind(&figure))
        return;
    if (amount && claim->role && (of_change(&figure) || object_before(&figure)))
        return; /* "lift its output to 2 million tons of ore" */
    if (statistic_take(&figure))
        return;
    /* what stands beside the figure, of which the noun that it counts may be a part */
    bool own = is_taken_off(&figure) || is_price(&figure) || own_noun_of_multiple(&figure)
               || own_noun_behind_of(&figure) || own_noun_behind(&figure);
    if (counted_take(&figure) || own || needs_noun(&figure) || is_somebody(&figure))
        return;
    if (!is_apart(&figure) && !figure_is_counter(clause, i + 1) && beside_counted(&figure))
        return;
    if (beside_is_subject(&figure)) {
        beside_inherit_share(&figure);
        return;
    }
    if (beside_whole(&figure) || beside_them(&figure) || beside_each(&figure) || beside_set(&figure)
        || is_fronted(&figure) || beside_against(&figure) || beside_earlier(&figure) || own_noun_of_entry(&figure)
        || beside_in_list(&figure) || object_of_poll(&figure) || beside_coordinated(&figure) || own_noun_before(&figure)
        || of_change(&figure) || object_before(&figure) || bare_noun_before(&figure))
        return;
    if (figure_is_standard(clause, i))
        return;
    of_verb(&figure);
    for_behind(&figure);
    if (!claim->subject.end && !of_label(&figure) && !beside_row(&figure))
        take_beside(&figure);
}

/* "The poll | found | 54% | back the plan, up from | 40%", "In | the poll | , | 54% | back it": who says so is no part
 * of what they said. */
static void drop_source(const struct clause *clause, uint32_t i)
{
    claimex_claim *claim = item_claim(clause, i);
    struct verb_group verb;
    if (!figure_is_share(claim) || !claim->source.end || claim->subject.start != claim->source.start)
        return;
    if (claim->cue.end <= claim->source.start
        || (verbs_before(clause, i, &verb)
            && clause->tokens->token.items[clause->items[verb.last].first].start == claim->cue.start))
        claim->subject = (claimex_span){ 0, 0 };
}

/* "The 12-year-old | boy | 's mother": whose age it is. */
static void cut_at_owner(const struct clause *clause, uint32_t i)
{
    claimex_claim *claim = item_claim(clause, i);
    const struct item *noun = &clause->items[i + 1];
    const struct token *tokens = clause->tokens->token.items;
    if (claim->kind != CLAIMEX_AGE || !item_is_phrase(clause, i + 1)
        || tokens[noun->first].start != claim->subject.start)
        return;
    for (uint32_t t = noun->first + 1; t < noun->end; t++)
        if (clause->words[t].class == CLASS_POSSESSIVE) {
            claim->subject.end = tokens[t - 1].end;
            return;
        }
}

void subject_find(struct clause *clause, uint32_t i)
{
    take_subject(clause, i);
    cut_at_owner(clause, i);
    drop_source(clause, i);
}
