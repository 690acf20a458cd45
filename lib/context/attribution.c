/* Patterns say where a speaker and a verb of saying stand; what is said stands before or behind them. */
#include "context/attribution.h"

#include <string.h>

#include "base/bits.h"
#include "context/cue.h"
#include "context/saying.h"
#include "context/speaker.h"

struct finder {
    const struct grammar *grammar;
    struct matcher *matcher;
    const struct clause *clause;
    const uint8_t *letters;
    const uint64_t *finds; /* by item: the patterns that find what they need there or behind it */
    struct attributions *found;
    uint32_t next; /* where the search goes on */
    struct match match;
};

/* ", adding that", "and added that": whoever was said to say something just before. */
static const struct attribution *says_on(const struct finder *finder, const struct cue_rule *rule,
                                         const struct match *match)
{
    const struct attributions *found = finder->found;
    const struct attribution *last = found->count ? &found->items[found->count - 1] : NULL;
    uint8_t joint = item_class(finder->clause, match->whole.start - 1);
    bool and = joint == CLASS_AND && item_class(finder->clause, match->field[FIELD_cue].end) == CLASS_THAT;
    bool on = last && (rule->traits & SAYS_ON) && (joint == CLASS_COMMA || and) && last->reach == REACH_BEHIND
              && !last->faint && last->end <= match->whole.start;
    return on ? last : NULL;
}

static bool touches_quote(const struct clause *clause, uint32_t first, uint32_t end)
{
    for (uint32_t k = first > 2 ? first - 2 : 0; k < end + 8 && k < clause->n_items; k++)
        if (clause->items[k].class == CLASS_QUOTE_OPENS || clause->items[k].class == CLASS_QUOTE_CLOSES)
            return true;
    return false;
}

static uint8_t reach_of(const struct finder *finder, unsigned pattern, const struct cue_rule *rule,
                        const struct match *match)
{
    if (attribution_file_of[pattern] == FILE_BEFORE)
        return REACH_BEHIND;
    bool goes_on = match->whole.end + 1 < finder->clause->n_items;
    uint32_t cue = match->field[FIELD_cue].start;
    bool plan = (rule->traits & MAY_BE_PASSIVE) && cue > 0 && item_is_phrase(finder->clause, cue - 1)
                && !item_is(finder->clause, cue, IS(EXPECT));
    if (plan) /* "This year, the cuts | proposed by Ma | reach $5" */
        return REACH_BEHIND;
    return (rule->traits & OF_ALL) || goes_on ? REACH_ALL : REACH_BEFORE;
}

/* "told 500 workers that": who is told belongs to the attribution. */
static uint32_t end_of(const struct clause *clause, struct match_range cue, struct match_range source)
{
    uint32_t end = cue.end;
    if (source.end > end)
        return source.end;
    uint32_t hearer = end + (item_class(clause, end) == CLASS_ADVERB); /* "told | about | 500 workers" */
    if (item_begins(clause, end - 1, CLASS_HEARER) && item_class(clause, hearer) == CLASS_FIGURE)
        end = hearer + 1 + item_is_phrase(clause, hearer + 1);
    return end;
}

/* "When Ma announced the cuts, | shares fell 5%": a clause that opens its sentence and says no more than a thing ends
 * with its comma; and "Under the plan announced | last month, Norvik" is none, but "In Oslo Ruiz reported | 9 losses"
 * is. */
static uint32_t limit_of(const struct clause *clause, uint32_t first, uint32_t cue, uint32_t end)
{
    uint8_t class = first > 0 ? item_class(clause, first - 1) : CLASS_NONE;
    uint8_t before = first > 1 ? item_class(clause, first - 2) : CLASS_COMMA;
    bool opens = before == CLASS_COMMA || before == CLASS_AND || before == CLASS_BUT || before == CLASS_SEMICOLON
                 || before == CLASS_QUOTE_OPENS || before == CLASS_THAT;
    bool under = class == CLASS_SUBORDINATE
                 || (class == CLASS_PREPOSITION && item_is_phrase(clause, first) && item_is(clause, cue, IS(PAST))
                     && !item_reads(clause, first - 1, "as"));
    bool contact = (class == CLASS_THAT || class == CLASS_RELATIVE) && item_is(clause, end, IS_HELPER);
    opens |= contact; /* "a drug that | Ma hopes | will be ready, was" */
    under |= contact;
    if (!opens || !under || (!contact && saying_states(clause, end) && item_class(clause, end) != CLASS_FIGURE))
        return clause->n_items;
    if (class == CLASS_PREPOSITION && !item_begins(clause, first - 1, CLASS_THEN))
        return item_class(clause, end) == CLASS_FIGURE || item_is_phrase(clause, end) ? clause->n_items : end;
    for (uint32_t k = end; k < clause->n_items; k++)
        if (item_class(clause, k) == CLASS_COMMA)
            return k;
    return clause->n_items;
}

/* "Ruiz pledged $5 million | , where 40% left", "…, | but | delivered only $3": what is promised ends with its clause.
 */
static uint32_t limit_of_promise(const struct clause *clause, uint32_t end)
{
    for (uint32_t k = end; k < clause->n_items; k++) {
        uint8_t class = item_class(clause, k), behind = item_class(clause, k + 1);
        uint32_t verb = k + 1 + (behind == CLASS_ADVERB);
        bool adds = class == CLASS_COMMA && (behind == CLASS_RELATIVE || behind == CLASS_SUBORDINATE);
        bool does = item_class(clause, verb) == CLASS_PAST || item_is(clause, verb, IS(HAVE) | IS(BE));
        bool counted = item_class(clause, verb) == CLASS_FIGURE && item_is_verbal(clause, verb + 1);
        bool other = (item_is_phrase(clause, k + 1) && item_is_verbal(clause, k + 2)) /* ", but critics counted 30" */
                     || counted;                                                      /* ", but just 30 were built" */
        if (class == CLASS_SEMICOLON || adds || (class == CLASS_AND && does) || (class == CLASS_BUT && (does || other)))
            return k;
    }
    return clause->n_items;
}

/* "called for strikes | after | 400 lost their jobs", "urged action | as | prices rose 5%": why somebody wants a thing;
 * "demands 7% | ; | firms offer 5%": what others do. */
static uint32_t limit_of_demand(const struct clause *clause, uint32_t cue, uint32_t end)
{
    bool states = saying_states(clause, end);
    if (!item_begins(clause, cue, CLASS_DEMANDING))
        return clause->n_items;
    for (uint32_t k = end; k < clause->n_items; k++)
        if ((item_reads(clause, k, "after") && !states)
            || (item_class(clause, k) == CLASS_SEMICOLON && item_is_phrase(clause, k + 1)
                && item_is_verbal(clause, k + 2))
            || (!states && item_reads(clause, k, "as") && item_is_phrase(clause, k + 1)
                && item_is_verbal(clause, k + 2)))
            return k;
    return clause->n_items;
}

/* "forecast sales of $5 million, and | shares fell 4%", "…; | instead it earned $4": what is past nobody expects. */
static uint32_t limit_of_forecast(const struct clause *clause, uint32_t end)
{
    for (uint32_t k = end; k < clause->n_items; k++) {
        if (item_class(clause, k) == CLASS_PAST || item_is(clause, k, IS(HAVE)))
            return clause->n_items; /* "expected that profits rose" */
        uint32_t next = k + 1 + (item_class(clause, k + 1) == CLASS_ADVERB);
        bool apart = item_class(clause, k) == CLASS_SEMICOLON && item_is(clause, next + 1, IS(PAST));
        if (apart && (item_is_phrase(clause, next) || item_class(clause, next) == CLASS_PRONOUN))
            return k;
        bool joins = item_class(clause, k) == CLASS_AND || item_class(clause, k) == CLASS_BUT;
        if (joins && item_is_phrase(clause, k + 1) && item_class(clause, k + 2) == CLASS_PAST
            && item_is(clause, k + 2, IS(UP) | IS(DOWN) | IS(SHIFT))
            && item_class(clause, k + 3) != CLASS_PREPOSITION) /* not "and costs | cut | by 5%" */
            return k;
    }
    return clause->n_items;
}

/* "beat | the $5 million | expected by | analysts, and", "the 5% | rise | forecast by | Ma", "the 5% | brokers |
 * forecast": only that figure is theirs; NO_ITEM where the participle hangs on none. */
static uint32_t figure_of_participle(const struct clause *clause, unsigned pattern, uint32_t first, uint32_t cue)
{
    uint32_t figure = cue - 1;
    if (cue_rules[pattern].traits & OF_FIGURE)
        return first - 1;
    if (pattern != BEHIND_SAID_BY || cue < 2)
        return NO_ITEM;
    figure -= item_is_phrase(clause, figure);
    return item_class(clause, figure) == CLASS_FIGURE ? figure : NO_ITEM;
}

/* The brokers of "the $5 million | brokers | had forecast", "the $5 million | loss brokers | expected" */
static claimex_span who_expects(const struct clause *clause, struct match_range source)
{
    const struct item *phrase = &clause->items[source.start];
    const struct token *first = &clause->tokens->token.items[phrase->first];
    bool own = phrase->end - phrase->first > 1 && first->capital == CLASS_LOWER
               && !item_is(clause, source.start, IS(DETERMINER) | IS(POSSESSOR));
    return (claimex_span){ first[own].start, items_span(clause, source.start, source.end - 1).end };
}

#define LONGEST_RELATIVE 64u /* items */

/* "The clerk, | who | says | 300 left | , | has built 20": where the clause that "who" opens ends; the end of all where
 * it opens none. */
static uint32_t limit_of_relative(const struct clause *clause, struct match_range source, uint32_t end)
{
    bool inserted = source.start < source.end && source.start > 0 && item_class(clause, source.start) == CLASS_RELATIVE
                    && item_class(clause, source.start - 1) == CLASS_COMMA;
    for (uint32_t k = end; inserted && k + 1 < clause->n_items && k < end + LONGEST_RELATIVE; k++)
        if (item_class(clause, k) == CLASS_COMMA && item_is_verbal(clause, k + 1)
            && item_class(clause, k + 1) != CLASS_GERUND)
            return k;
    return clause->n_items;
}

static struct attribution make(const struct finder *finder, unsigned pattern, const struct cue_rule *rule,
                               const struct match *match, struct match_range source)
{
    const struct clause *clause = finder->clause;
    struct match_range cue = match->field[FIELD_cue];
    bool together = match->field[FIELD_source].start < match->field[FIELD_source].end;
    uint32_t first = together && source.start < cue.start ? source.start : cue.start, end = end_of(clause, cue, source);
    bool promises = item_is(clause, cue.start, IS(AIM)) && attribution_file_of[pattern] == FILE_BEFORE;
    uint32_t limit = limit_of(clause, first, cue.start, end);
    bool expects = item_is(clause, cue.start, IS(EXPECT)) && attribution_file_of[pattern] == FILE_BEFORE;
    uint32_t wanted = promises  ? limit_of_promise(clause, end)
                      : expects ? limit_of_forecast(clause, end)
                                : limit_of_demand(clause, cue.start, end);
    uint32_t figure = figure_of_participle(clause, pattern, match->whole.start, cue.start);
    wanted = figure == NO_ITEM ? wanted : end;
    uint32_t relative = limit_of_relative(clause, source, end);
    limit = relative < limit ? relative : limit;
    return (struct attribution){
        .source = rule->traits & OF_FIGURE ? who_expects(clause, source) : speaker_span(clause, source),
        .cue = items_span(clause, cue.start, cue.end - 1),
        .first = first,
        .end = end,
        .from = figure == NO_ITEM ? 0 : figure,
        .limit = wanted < limit ? wanted : limit,
        .reach = reach_of(finder, pattern, rule, match),
        .quotes = (rule->traits & OF_QUOTE) || touches_quote(clause, match->whole.start, match->whole.end),
        .weak = clause->items[source.start].class == CLASS_PRONOUN || (rule->traits & WEAK),
        .states = saying_states(clause, end),
        .faint = item_is(clause, cue.start, IS(EXPECT)) || (rule->traits & FAINT),
    };
}

static bool is_known(const struct attributions *found, claimex_span cue)
{
    for (uint32_t k = 0; k < found->count; k++)
        if (found->items[k].cue.start == cue.start)
            return true;
    return false;
}

static bool try_pattern(struct finder *finder, unsigned p, uint32_t i)
{
    struct match *match = &finder->match;
    const struct cue_rule *rule = &cue_rules[p];
    if (!cue_may_stand_at(rule, finder->clause, i)
        || !pattern_match(finder->grammar->attribution, p, finder->matcher, finder->letters, finder->clause->n_items, i,
                          match))
        return false;
    struct match_range source = match->field[FIELD_cue];
    if (!cue_holds(rule, &(struct finding){ finder->clause, finder->found, match }))
        return false;
    const struct attribution *earlier = says_on(finder, rule, match);
    if (!earlier && !speaker_find(finder->clause, rule, match, &source))
        return false;
    struct attribution attribution = make(finder, p, rule, match, source);
    attribution.source = earlier ? earlier->source : attribution.source;
    if (is_known(finder->found, attribution.cue))
        return false;
    uint32_t end = match->field[FIELD_source].end;
    bool insertion = end > i && end + 3 < match->field[FIELD_cue].start; /* "Ma, who estimated that 5% left, said" */
    finder->next = insertion ? end : attribution.end;
    finder->found->items[finder->found->count++] = attribution;
    return true;
}

static void try_at(struct finder *finder, uint32_t i)
{
    const struct pattern_starts *starts = pattern_set_starts(finder->grammar->attribution);
    uint64_t mask = pattern_starts_at(starts, finder->letters, i) & finder->finds[i];
    for (; mask; mask &= mask - 1)
        if (try_pattern(finder, bits_lowest(mask), i))
            return;
}

/* Spells the sentence, and says which patterns find what they need where. False when none does anywhere. */
static bool spell(const struct finder *finder, uint8_t *letters, uint64_t *finds)
{
    const struct grammar *grammar = finder->grammar;
    const struct pattern_starts *starts = pattern_set_starts(grammar->attribution);
    uint32_t n = finder->clause->n_items;
    struct pattern_finds behind = { 0, 0 };
    uint64_t of_survey = UINT64_C(1) << BEHIND_IN_REPORT;
    uint64_t any = 0, wanted = finder->clause->traits & IS(SURVEY) ? UINT64_MAX : ~of_survey;
    memset(letters + n, 0, PATTERN_AHEAD);
    for (uint32_t i = n; i-- > 0;) {
        letters[i] = grammar->letter[finder->clause->items[i].class];
        behind = pattern_finds_at(starts, letters[i], behind);
        any |= finds[i] = behind.all & wanted;
    }
    return any != 0;
}

void attribution_find(const struct grammar *grammar, struct matcher *matcher, const struct clause *clause,
                      uint8_t *letters, uint64_t *finds, struct attributions *found)
{
    struct finder finder = { grammar, matcher, clause, letters, finds, found, 0, { .given = 0 } };
    found->count = 0;
    if (!spell(&finder, letters, finds))
        return;
    for (uint32_t i = 0; i < clause->n_items && found->count < MOST_ATTRIBUTIONS; i++)
        if (i >= finder.next && finds[i])
            try_at(&finder, i);
}
