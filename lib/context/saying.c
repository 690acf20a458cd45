/* A verb of saying says something when a clause, a figure or a quotation follows it, and does so for the noun before it
 * when that is its subject: "the bank reported that", but "a loss reported in May". */
#include "context/saying.h"

#include <string.h>

#include "context/verbs.h"

#define LONGEST_SUBJECT 16u /* items */
#define OF_AMOUNTS 1        /* the value of CLAIMING: "assumed $5 million of debt" */

/* Past a noun phrase and all that hangs on it: "the bill | for | the last two weeks of | the strike". */
static uint32_t behind_things(const struct clause *clause, uint32_t k)
{
    uint32_t end = k + LONGEST_SUBJECT;
    while (k < end
           && (item_is_phrase(clause, k) || item_is(clause, k, IS(FIGURE) | IS(WHEN) | IS(PREPOSITION))
               || item_class(clause, k) == CLASS_OF || item_class(clause, k) == CLASS_FROM
               || (item_class(clause, k) == CLASS_AND && !item_is(clause, k + 1, IS(DETERMINER)))
               || item_class(clause, k) == CLASS_POSSESSIVE))
        k++;
    return k;
}

/* Past the "at least" of "at least 5%". */
static uint32_t behind_bound(const struct clause *clause, uint32_t i)
{
    bool bound =
        item_class(clause, i + 1) == CLASS_FIGURE && (clause->words[clause->items[i].first].marks & WORD_BOUND);
    return i + bound;
}

/* "found 14 dogs", "concludes a week of talks", but "found 300 people had left", "found 81%" */
static bool states_figure(const struct clause *clause, uint32_t i)
{
    uint8_t kind = item_claim(clause, i)->kind;
    uint32_t noun = i + 1 + (item_class(clause, i + 1) == CLASS_OF);
    if (kind == CLAIMEX_COUNT && item_is_phrase(clause, noun))
        return item_is_verbal(clause, noun + 1);
    bool thing = kind == CLAIMEX_DURATION || kind == CLAIMEX_MEASURE || kind == CLAIMEX_RANK;
    return !thing || item_is_verbal(clause, noun + item_is_phrase(clause, noun));
}

bool saying_states(const struct clause *clause, uint32_t i)
{
    i = behind_bound(clause, i);
    uint8_t class = item_class(clause, i);
    bool subject = class == CLASS_PHRASE || class == CLASS_PRONOUN;
    bool contracted = item_is(clause, i, IS_HELPER);                                  /* "she'd" */
    bool verb = item_is_verbal(clause, i + 1) && !item_is(clause, i + 1, IS(GERUND)); /* but "shows her smiling" */
    if (class == CLASS_FIGURE)
        return states_figure(clause, i);
    return class == CLASS_THAT || contracted || (subject && verb)
           || (class == CLASS_COMMA && item_class(clause, i + 1) == CLASS_THAT);
}

bool saying_is_progressive(const struct clause *clause, uint32_t cue)
{
    uint32_t k = item_behind_adverbs(clause, cue);
    return k > 0 && item_is(clause, k - 1, IS(BE));
}

/* "the rise | announced | in Oslo on Friday | was": does a verb follow what hangs on the participle? */
static bool hangs_before_verb(const struct clause *clause, uint32_t cue)
{
    uint32_t k = cue + 1;
    for (; k < cue + 9; k++) {
        uint8_t class = item_class(clause, k), before = item_class(clause, k - 1);
        bool hangs = class == CLASS_PHRASE && (before == CLASS_PREPOSITION || before == CLASS_OF);
        if (!hangs && class != CLASS_PREPOSITION && class != CLASS_OF && class != CLASS_WHEN)
            break;
    }
    bool led = k > cue + 2 && item_class(clause, cue + 1) == CLASS_PREPOSITION;
    bool dated = k == cue + 2 && item_class(clause, cue + 1) == CLASS_WHEN; /* "the law | announced | May 2 | will" */
    return cue > 0 && (led || dated) && item_is_verbal(clause, k) && item_class(clause, k) != CLASS_GERUND
           && !item_is(clause, cue - 1, IS_HELPER) && verbs_may_be_reduced(clause, cue);
}

/* "believed to be", "called for in May", "reported by the bank", "there were no losses | reported", "admitted to a
 * ward": no verb of the noun before it. */
static bool is_reduced(const struct clause *clause, uint32_t source, uint32_t cue)
{
    uint8_t behind = item_class(clause, cue + 1);
    bool done =
        behind == CLASS_TO && item_is_verbal(clause, cue + 2) && !item_is(clause, cue, IS(AIM))
        && (!item_begins(clause, cue, CLASS_CLAIMING) || item_number(clause, cue, CLASS_CLAIMING) == OF_AMOUNTS);
    struct slice word = token_slice(clause->tokens, clause->items[cue].first);
    bool for_what = behind == CLASS_PREPOSITION && slice_ends(word, " for");
    bool found = item_is(clause, cue, IS(SHOW)) && item_is(clause, cue + 1, IS(BE)); /* "the gene | found | was" */
    bool let_in = behind == CLASS_TO && item_reads(clause, cue, "admitted");         /* "patients | admitted | to" */
    return done || for_what || hangs_before_verb(clause, cue) || found || let_in
           || (item_reads(clause, cue + 1, "by") && !item_begins(clause, cue, CLASS_SAY))
           || (source > 0 && item_is(clause, source - 1, IS(BE)));
}

bool saying_is_passive(const struct clause *clause, uint32_t source, uint32_t cue)
{
    return item_is(clause, cue, IS(PAST)) && (saying_is_progressive(clause, cue) || is_reduced(clause, source, cue));
}

/* ', with a smile: "…' */
static bool leads_to_quotation(const struct clause *clause, uint32_t cue)
{
    for (uint32_t k = cue + 1; k < cue + 8 && k < clause->n_items; k++)
        if (clause->items[k].class == CLASS_QUOTE_OPENS)
            return item_class(clause, k - 1) == CLASS_COLON || item_class(clause, k - 1) == CLASS_COMMA;
    return false;
}

bool saying_takes_thing(const struct clause *clause, uint32_t cue)
{
    uint32_t k = cue + 1 + (item_class(clause, cue + 1) == CLASS_ADVERB);
    bool figure = item_class(clause, k) == CLASS_FIGURE;
    bool object = item_is_phrase(clause, k) || figure;
    if (item_number(clause, cue, CLASS_CLAIMING)
        == OF_AMOUNTS) /* "assumed | $5 | of debt", but "assumed | 3% | growth" */
        object = figure && item_claim(clause, k)->kind != CLAIMEX_PERCENTAGE;
    return item_begins(clause, cue, CLASS_CLAIMING) && object && !item_is_verbal(clause, behind_things(clause, k));
}

/* "the account | showed | a $36 million | deficit" */
static bool exhibits_thing(const struct clause *clause, uint32_t cue)
{
    return item_begins(clause, cue, CLASS_EXHIBITING) && item_class(clause, cue + 1) == CLASS_FIGURE
           && item_is_led(clause, cue + 1) && item_is_phrase(clause, cue + 2) && !item_is_verbal(clause, cue + 3);
}

#define LONGEST_PUT \
    24u /* items: "the amount | of | aid | needed | for | the region, | which | has seen | two years of drought," */

/* Does a verb put what stands before the item, a long object, at the amount behind it? "put | the cost | of | building
 * | the plant | at | $5"; but "put | the plant | in | order | at | 5 sites". */
static bool ends_object(const struct clause *clause, uint32_t put, uint32_t at)
{
    uint32_t figure = at + 1 + (item_class(clause, at + 1) == CLASS_ADVERB);
    uint8_t kind = item_class(clause, figure) == CLASS_FIGURE ? item_claim(clause, figure)->kind : CLAIMEX_DATE;
    bool opened = false;
    if (kind != CLAIMEX_MONEY && kind != CLAIMEX_PERCENTAGE)
        return false;
    for (uint32_t k = put + 1; k < at; k++) {
        uint8_t class = item_class(clause, k);
        opened ^= class == CLASS_COMMA;
        bool small = class == CLASS_OF || class == CLASS_PREPOSITION || class == CLASS_TO || class == CLASS_WHEN
                     || class == CLASS_GERUND || class == CLASS_PAST || class == CLASS_COMMA || class == CLASS_AND;
        bool says = class == CLASS_THAT || class == CLASS_REPORT || class == CLASS_SHOW || class == CLASS_SEMICOLON;
        if (says || (!small && !opened && !item_is_phrase(clause, k)))
            return false;
    }
    return !opened;
}

/* "put the loss at about $5", "put Ruiz on 44%", "which the bank put at $5"; but "put it on 5 plates" */
static bool puts_at_figure(const struct clause *clause, uint32_t source, uint32_t put)
{
    if (source > 0 && item_class(clause, source - 1) == CLASS_RELATIVE && item_reads(clause, put + 1, "at")
        && item_class(clause, behind_bound(clause, put + 2)) == CLASS_FIGURE)
        return true;
    uint32_t behind = phrase_starting(clause, put + 1).last + 1;
    uint32_t figure = behind + 1 + (item_class(clause, behind + 1) == CLASS_ADVERB);
    bool at = item_reads(clause, behind, "at"), on = item_reads(clause, behind, "on");
    if (!item_is_phrase(clause, put + 1))
        return false;
    if ((at || on) && item_class(clause, figure) == CLASS_FIGURE)
        return at || item_claim(clause, figure)->kind == CLAIMEX_PERCENTAGE;
    while (behind < put + LONGEST_PUT && behind < clause->n_items && !item_reads(clause, behind, "at"))
        behind++;
    return item_reads(clause, behind, "at") && ends_object(clause, put, behind);
}

/* "wrote | in | a blog | that", "found | in | May | that" */
static bool says_later(const struct clause *clause, uint32_t i)
{
    uint32_t k = i;
    while (k < i + 4 && item_class(clause, k) == CLASS_PREPOSITION
           && (item_is_phrase(clause, k + 1) || item_class(clause, k + 1) == CLASS_WHEN))
        k += 2;
    return k > i && item_class(clause, k) == CLASS_THAT;
}

bool saying_shows(const struct clause *clause, uint32_t source, uint32_t cue, bool of_report)
{
    if (item_is(clause, cue, IS(UP) | IS(DOWN)) && item_class(clause, behind_bound(clause, cue + 1)) == CLASS_FIGURE)
        return false; /* "shares added 5%" */
    if (item_begins(clause, cue, CLASS_PUTTING))
        return puts_at_figure(clause, source, cue);
    bool estimates = item_begins(clause, cue, CLASS_ESTIMATING);
    if (estimates && item_reads(clause, cue + 1, "at")) /* "a loss it estimated at", not "a loss estimated at" */
        return item_class(clause, source) == CLASS_PRONOUN;
    uint32_t k = cue + 1;
    while (item_class(clause, k) == CLASS_WHEN || item_class(clause, k) == CLASS_POSSESSIVE
           || (item_reads(clause, k, "in") && item_class(clause, k + 1) == CLASS_WHEN))
        k++; /* "estimates last year's loss at", "forecast in May a loss of" */
    bool expects = (item_is(clause, cue, IS(EXPECT)) || estimates)
                   && (item_is_phrase(clause, k) || item_class(clause, behind_bound(clause, k)) == CLASS_FIGURE);
    return expects || of_report || (saying_states(clause, cue + 1) && !exhibits_thing(clause, cue))
           || says_later(clause, cue + 1) || leads_to_quotation(clause, cue);
}
