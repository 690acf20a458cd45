/* Patterns say where a speaker and a verb of saying stand; what is said stands before or behind them. */
#include "context/attribution.h"

#include <string.h>

#include "base/bits.h"
#include "context/attribution_patterns.h"
#include "context/saying.h"
#include "context/verbs.h"

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

static bool has_trait(const struct clause *clause, struct match_range range, uint64_t traits)
{
    for (uint32_t i = range.start; i < range.end; i++)
        if (item_is(clause, i, traits))
            return true;
    return false;
}

/* "He left and *said*", "She spoke, *saying*", but not "oh, *say*, five". */
static bool may_continue(const struct clause *clause, uint32_t start, uint32_t cue)
{
    if (item_class(clause, start - 1) == CLASS_COMMA)
        return item_is(clause, cue, IS(GERUND));
    struct slice word = token_slice(clause->tokens, clause->items[cue].first);
    return item_is(clause, cue, IS(PAST)) || word.bytes[word.length - 1] == 's';
}

/* "one in five workers said", like "5% of voters said": what a survey found, and no speaker. */
static bool is_share(const struct clause *clause, struct match_range source)
{
    uint32_t k = source.start;
    k -= k > 0 && source.start < source.end && item_class(clause, k) == CLASS_PHRASE
         && item_class(clause, k - 1) == CLASS_FIGURE;
    bool figure = source.start < source.end && item_class(clause, k) == CLASS_FIGURE;
    if (figure && item_claim(clause, k)->per) /* "$5 a year" */
        return true;
    uint8_t kind = figure ? item_claim(clause, k)->kind : CLAIMEX_DATE;
    return kind == CLAIMEX_RATIO || kind == CLAIMEX_PERCENTAGE;
}

/* ------------------------------------------------------- what a pattern needs beside its letters */

static bool is_show(const struct finder *finder, const struct match *match)
{
    return item_class(finder->clause, match->field[FIELD_cue].start) == CLASS_SHOW;
}

static bool is_gerund(const struct finder *finder, const struct match *match)
{
    return item_is(finder->clause, match->field[FIELD_cue].start, IS(GERUND));
}

/* "by alleging that", "by reminding voters that", "by promising to" */
static bool is_participle(const struct finder *finder, const struct match *match)
{
    const struct clause *clause = finder->clause;
    uint32_t cue = match->field[FIELD_cue].start;
    bool hearer = item_is_phrase(clause, cue + 1) || item_class(clause, cue + 1) == CLASS_PRONOUN;
    bool does = item_class(clause, cue + 1) == CLASS_TO
                && !(item_is(clause, cue, IS(AIM)) && item_class(clause, cue - 1) == CLASS_PREPOSITION);
    return is_gerund(finder, match) && !does && (!hearer || item_begins(clause, cue, CLASS_HEARER));
}

static bool says_colon(const struct finder *finder, const struct match *match)
{
    return !is_gerund(finder, match) || saying_is_progressive(finder->clause, match->field[FIELD_cue].start);
}

static bool shows(const struct finder *finder, const struct match *match)
{
    return !is_show(finder, match)
           || saying_shows(finder->clause, match->field[FIELD_source].start, match->field[FIELD_cue].start,
                           has_trait(finder->clause, match->field[FIELD_source], IS(REPORT_NOUN)));
}

/* "The rise, if it comes, | said | the bank, | will be 5%": the speaker stands behind. */
static bool is_inverted(const struct clause *clause, uint32_t cue)
{
    return cue > 0 && item_class(clause, cue - 1) == CLASS_COMMA && item_begins(clause, cue, CLASS_SAY)
           && item_is_phrase(clause, cue + 1) && item_class(clause, cue + 2) == CLASS_COMMA;
}

/* "The teams are arguing | as 40 people left", "orders | reported | as 5%"; but "Ma warned | as shares fell | that" */
static bool is_meanwhile(const struct clause *clause, uint32_t cue)
{
    uint32_t k = cue + 1;
    bool as = item_reads(clause, k, "as") && !item_begins(clause, cue, CLASS_SAY);
    while (as && k < cue + 8 && item_class(clause, k) != CLASS_THAT)
        k++;
    return as && item_class(clause, k) != CLASS_THAT;
}

static bool says(const struct finder *finder, const struct match *match)
{
    uint32_t cue = match->field[FIELD_cue].start;
    return says_colon(finder, match) && shows(finder, match) && !is_inverted(finder->clause, cue)
           && !is_meanwhile(finder->clause, cue);
}

#define LONGEST_QUOTATION 64u /* items */

/* 'Claim: "5% left," | Ma | said': the speaker stands behind the quotation. */
static bool is_spoken_behind(const struct clause *clause, uint32_t colon)
{
    uint32_t k = colon + 2;
    while (k < clause->n_items && k < colon + LONGEST_QUOTATION && item_class(clause, k) != CLASS_QUOTE_CLOSES)
        k++;
    uint8_t first = item_class(clause, k + 1), second = item_class(clause, k + 2);
    return (first == CLASS_PHRASE && second == CLASS_REPORT) || (first == CLASS_REPORT && second == CLASS_PHRASE);
}

static bool says_before(const struct finder *finder, const struct match *match)
{
    return says(finder, match) && !is_spoken_behind(finder->clause, match->field[FIELD_cue].start);
}

static bool and_says(const struct finder *finder, const struct match *match)
{
    return may_continue(finder->clause, match->whole.start, match->field[FIELD_cue].start) && shows(finder, match);
}

static bool is_first(const struct finder *finder, const struct match *match)
{
    (void)match;
    return finder->found->count == 0;
}

/* "Survey: 5% left", "5% left: survey" */
static bool heads(const struct finder *finder, const struct match *match)
{
    const struct clause *clause = finder->clause;
    uint32_t source = match->field[FIELD_source].start;
    const struct item *item = &clause->items[source];
    return !item_is(clause, source, IS(DETERMINER)) && item->end - item->first <= 4
           && (clause->words[item->end - 1].traits & (IS(REPORT_NOUN) | IS(SURVEY)));
}

/* "5% left: IMF"; a name before a colon is a place or a person who is spoken of. */
static bool ends_headline(const struct finder *finder, const struct match *match)
{
    const struct clause *clause = finder->clause;
    uint32_t source = match->field[FIELD_source].start;
    const struct item *item = &clause->items[source];
    bool name = item_class(clause, match->field[FIELD_cue].start) == CLASS_COLON
                && !item_is(clause, source, IS(DETERMINER)) && item->end - item->first <= 4;
    return heads(finder, match) || (name && (clause->words[item->end - 1].traits & IS(NAME)));
}

/* Behind "…, announced" stands an object when what precedes is the rest of its subject: "Norvik, which has grown, |
 * announced the sale"; "missed a ball, | conceded a goal", "5, | believe me". */
static bool is_object(const struct clause *clause, uint32_t source, uint32_t cue)
{
    return item_class(clause, source) == CLASS_PRONOUN || item_begins(clause, source, CLASS_A)
           || (cue > 0 && verbs_before_insertion(clause, cue - 1) != NO_ITEM);
}

/* "…, said the bank.", "…, warned Ma.", "…, shows a survey."; but "…, demanding wages.", "the account, a sum of two,
 * showed a surplus." */
static bool says_first(const struct finder *finder, const struct match *match)
{
    const struct clause *clause = finder->clause;
    uint32_t source = match->field[FIELD_source].start, cue = match->field[FIELD_cue].start;
    if (is_gerund(finder, match))
        return false;
    return has_trait(clause, match->field[FIELD_source], IS(NAME) | IS(REPORT_NOUN) | IS(SURVEY))
           || item_begins(clause, cue, CLASS_SAY) || (!is_show(finder, match) && !is_object(clause, source, cue));
}

/* "…, farmers said"; but "In seven cases, farmers reported losses, …" */
static bool says_behind(const struct finder *finder, const struct match *match)
{
    const struct clause *clause = finder->clause;
    struct match_range cue = match->field[FIELD_cue];
    return item_begins(clause, cue.start, CLASS_HEARER)
           || !(item_is_phrase(clause, cue.end) || item_is(clause, cue.end, IS(GERUND)));
}

/* "…," Ma said the firm had left: "said" is tried next */
static bool says_quoted(const struct finder *finder, const struct match *match)
{
    uint32_t behind = match->field[FIELD_cue].end;
    return !(item_is_phrase(finder->clause, behind) && saying_states(finder->clause, behind));
}

/* "expected by analysts", "were told by Ma"; but "a book written by Ma", "threatened by floods" */
static bool said_by(const struct finder *finder, const struct match *match)
{
    const struct clause *clause = finder->clause;
    uint32_t cue = match->field[FIELD_cue].start;
    return item_is(clause, cue, IS(PAST)) && item_is(clause, cue, IS(REPORT) | IS(EXPECT))
           && !item_begins(clause, cue, CLASS_CLAIMING) && item_reads(clause, cue + 1, "by");
}

/* "in a poll by the bank"; but nothing speaks "in May" or "in Oslo", "in this study" it is the writer who does, and
 * "enrolled in the study" are those who were asked; but "smoked in a survey by the bank" */
static bool is_survey(const struct finder *finder, const struct match *match)
{
    const struct clause *clause = finder->clause;
    struct match_range range = match->field[FIELD_source];
    uint32_t source = range.start, before = match->whole.start - 1;
    bool by = range.end - source > 1 && item_reads(clause, source + 1, "by");
    bool own = item_reads(clause, source, "this") || item_reads(clause, source, "our");
    bool takes_part = !by && match->whole.start > 1 && item_is_verbal(clause, before)
                      && !item_is(clause, before, IS(REPORT) | IS(SHOW) | IS(BE))
                      && !item_reads(clause, before - 1, "as"); /* "as reflected in the census" */
    return !own && !takes_part && has_trait(clause, match->field[FIELD_source], IS(SURVEY));
}

/* "Ma reported 5%, citing aides", "…, citing two people", "…, citing the census"; but "the firm, citing weak demand,
 * cut 5%" gives a reason */
static bool cites(const struct finder *finder, const struct match *match)
{
    return finder->found->count > 0
           || has_trait(finder->clause, match->field[FIELD_source],
                        IS(NAME) | IS(FIGURE) | IS(REPORT_NOUN) | IS(SURVEY));
}

enum {
    MAY_BE_PASSIVE = 1,
    OF_ALL = 2,     /* all of the sentence is said, on either side */
    OF_QUOTE = 4,   /* a quotation follows */
    OF_ACTOR = 8,   /* whoever does something first says it */
    OF_OBJECT = 16, /* "quoted Ma as saying" */
    SAYS_ON = 32,   /* ", adding that": whoever spoke last */
    WEAK = 64,      /* see struct attribution */
    FAINT = 128
};

struct rule {
    bool (*holds)(const struct finder *finder, const struct match *match);
    unsigned traits;
    const char *behind; /* a match stands behind this word */
    const char *first;  /* it begins with this one */
};

/* What a pattern asks for besides its letters, or says besides. */
static const struct rule rules[PATTERNS_MOST] = {
    [BEHIND_SAID_BEHIND] = { .holds = says_behind },
    [BEHIND_SAID_QUOTED] = { .holds = says_quoted },
    [BEHIND_SAID_WHO] = { .holds = says_first },
    [BEHIND_AS_SAID] = { .behind = "as" },
    [BEHIND_ACCORDING] = { .traits = OF_ALL | WEAK },
    [BEHIND_IN_REPORT] = { .holds = is_survey, .traits = OF_ALL | FAINT, .first = "in" },
    [BEHIND_CITING] = { .holds = cites },
    [BEHIND_SAID_BY] = { .holds = said_by, .traits = OF_ALL | MAY_BE_PASSIVE },
    [BEHIND_HEADLINE_END] = { .holds = ends_headline },
    [BEFORE_COLON] = { .holds = says_before },
    [BEFORE_SAID_COLON] = { .holds = says_colon, .traits = OF_QUOTE },
    [BEFORE_SAID] = { .holds = says },
    [BEFORE_SHOW] = { .holds = says },
    [BEFORE_AND_SAID] = { .holds = and_says, .traits = SAYS_ON },
    [BEFORE_SAID_PARTICIPLE] = { .holds = is_participle },
    [BEFORE_AS_SAYING] = { .holds = is_gerund, .traits = OF_OBJECT, .behind = "as" },
    [BEFORE_COLON_QUOTATION] = { .holds = is_first, .traits = OF_ACTOR },
    [BEFORE_HEADLINE] = { .holds = heads },
};

/* What costs less to ask than whether the pattern matches. */
static bool may_stand_at(const struct clause *clause, const struct rule *rule, uint32_t i)
{
    return (!rule->behind || (i > 0 && item_reads(clause, i - 1, rule->behind)))
           && (!rule->first || item_reads(clause, i, rule->first));
}

/* 'called for | a | "soaring" tower' */
static bool is_article(const struct clause *clause, uint32_t item)
{
    return item_is_single(clause, item) && item_is_phrase(clause, item)
           && (item_begins(clause, item, CLASS_A) || item_begins(clause, item, CLASS_THE));
}

static bool makes_sense(const struct finder *finder, const struct rule *rule, const struct match *match)
{
    const struct clause *clause = finder->clause;
    struct match_range source = match->field[FIELD_source], cue = match->field[FIELD_cue];
    bool after_to = cue.start > 0 && item_class(clause, cue.start - 1) == CLASS_TO;
    bool asks = source.start < source.end /* "twice what some expected" */
                && (item_begins(clause, source.start, CLASS_UNSAID) || item_begins(clause, source.end - 1, CLASS_UNSAID)
                    || is_article(clause, source.end - 1));
    if (clause->items[cue.start].quoted || after_to || asks || is_share(clause, source)
        || saying_takes_thing(clause, cue.start))
        return false; /* what is told within a quotation, its speaker tells */
    if (!(rule->traits & MAY_BE_PASSIVE) && saying_is_passive(clause, source.start, cue.start))
        return false;
    return !rule->holds || rule->holds(finder, match);
}

/* ----------------------------------------------------------------- who says it */

/* ", adding that": whoever was said to say something just before. */
static const struct attribution *says_on(const struct finder *finder, const struct rule *rule,
                                         const struct match *match)
{
    const struct attributions *found = finder->found;
    const struct attribution *last = found->count ? &found->items[found->count - 1] : NULL;
    bool on = last && (rule->traits & SAYS_ON) && item_class(finder->clause, match->whole.start - 1) == CLASS_COMMA
              && last->reach == REACH_BEHIND && !last->faint && last->end <= match->whole.start;
    return on ? last : NULL;
}

static bool take_subject(const struct clause *clause, const struct verb_group *verb, struct match_range *source)
{
    struct item_range subject = verbs_subject(clause, verb);
    if (subject.first == NO_ITEM || item_class(clause, subject.first) == CLASS_FIGURE
        || item_begins(clause, subject.first, CLASS_UNSAID))
        return false;
    *source = (struct match_range){ subject.first, subject.last + 1 };
    return true;
}

/* A name, "she"; the first word of a sentence hides whether it is a name. */
static bool is_person(const struct clause *clause, struct match_range source)
{
    const struct item *item = &clause->items[source.end - 1];
    uint64_t head = clause->words[item->end - 1].traits;
    bool hidden = item->first == 0 && item->end == 1 && !(head & (IS(DETERMINER) | IS(MANY)));
    return ((head & (IS(NAME) | IS(PRONOUN))) || hidden) && !item_reads(clause, source.start, "it")
           && !item_reads(clause, source.start, "there");
}

/* "Ma put it bluntly: …": whoever does something first; a thing that "is clear" says nothing. */
static bool take_actor(const struct clause *clause, uint32_t before, struct match_range *source)
{
    for (uint32_t k = before > ITEMS_FAR ? before - ITEMS_FAR : 0; k < before; k++) {
        bool finite = item_is_verbal(clause, k) && item_class(clause, k) != CLASS_GERUND
                      && !(k > 0 && item_class(clause, k - 1) == CLASS_TO);
        struct verb_group verb = { k, k, 0 };
        if (!finite || !take_subject(clause, &verb, source))
            continue;
        return is_person(clause, *source)
               && !(source->start > 0 && item_class(clause, source->start - 1) == CLASS_SUBORDINATE);
    }
    return false;
}

/* "…, | Dan Kerr, | chairman of the board | told": a title behind its name, without a comma to close it. */
static void take_name_of_title(const struct clause *clause, struct match_range *source)
{
    uint32_t title = source->start;
    if (title < 2 || item_class(clause, title - 1) != CLASS_COMMA || !item_is_phrase(clause, title - 2)
        || !(title == 2 || item_class(clause, title - 3) == CLASS_COMMA))
        return;
    uint64_t name = item_head(clause, title - 2), head = item_head(clause, title);
    struct slice word = token_slice(clause->tokens, clause->items[title].end - 1);
    bool bare = item_is_phrase(clause, title) && !item_is(clause, title, IS(DETERMINER) | IS(POSSESSOR) | IS(NAME));
    if ((name & IS(NAME)) && bare && (head & IS(NOUN)) && word.bytes[word.length - 1] != 's')
        *source = (struct match_range){ title - 2, title - 1 };
}

/* "Ruiz spoke | after | the bank said"; but "a poll published | after | the vote said" */
static bool opens_other(const struct clause *clause, uint32_t k, bool behind_verb)
{
    return item_begins(clause, k, CLASS_CLAUSAL)
           || (behind_verb && item_class(clause, k) == CLASS_PREPOSITION && item_begins(clause, k, CLASS_THEN));
}

/* "is at risk | as | analysts say", "according to the bank | as | the winner", "was set on fire and | a guard | said":
 * the speaker is what stands on the side of the cue; but a sentence begins "Ruiz | as | head of the bank said", if not
 * "Prices | rose | as | banks said". */
static void cut_to_cue(const struct clause *clause, uint32_t cue, struct match_range *source)
{
    bool first = source->start == 0 && source->start < cue, verb = false;
    bool report = item_head(clause, source->start) & (IS(REPORT_NOUN) | IS(SURVEY));
    for (uint32_t k = source->start + 1; k + 1 < source->end; k++) {
        verb |= item_is_verbal(clause, k);
        if ((first && !verb) || !opens_other(clause, k, verb && !report))
            continue;
        if (source->start > cue)
            source->end = k;
        else
            source->start = k + 1;
    }
    struct item_range range = { source->start, source->end - 1 };
    uint32_t other = source->start < cue ? verbs_behind_other_clause(clause, range) : source->start;
    source->start = item_is(clause, other, IS(DETERMINER) | IS(POSSESSOR)) ? other : source->start;
}

/* The speaker, when the pattern has none: the subject of the verb before. */
static bool find_source(const struct clause *clause, const struct rule *rule, const struct match *match,
                        struct match_range *source)
{
    struct verb_group verb;
    uint32_t before = match->whole.start;
    *source = match->field[FIELD_source];
    if (source->start < source->end) {
        cut_to_cue(clause, match->field[FIELD_cue].start, source);
        take_name_of_title(clause, source);
        return true;
    }
    if ((rule->traits & OF_OBJECT) && before > 1 && item_is_phrase(clause, before - 2)) {
        *source = (struct match_range){ before - 2, before - 1 };
        return true;
    }
    if (rule->traits & OF_ACTOR)
        return take_actor(clause, before, source);
    if (before > 0 && item_is_phrase(clause, before - 1) && item_is(clause, before - 1, IS(REPORT_NOUN))) {
        *source = (struct match_range){ before - 1, before };
        return true; /* "figures showing that 5% left" */
    }
    if (!verbs_before(clause, before, &verb)) /* "Ma, | later alleging that 5% left, said" */
        verb = (struct verb_group){ match->field[FIELD_cue].start, match->field[FIELD_cue].start, 0 };
    struct verb_group outer = verb;
    while (take_subject(clause, &outer, source)) { /* "Ma asked how the line | will work, saying that" */
        bool under = source->start > 0 && item_class(clause, source->start - 1) == CLASS_SUBORDINATE;
        if (!under || !verbs_before(clause, source->start - 1, &outer))
            return true;
    }
    return take_subject(clause, &verb, source);
}

/* The person behind a title: "Ford's head of sales in Europe John Doe" is too long a name; but "a spokesman for Ford's
 * head John Doe". */
static claimex_span source_span(const struct clause *clause, struct match_range range)
{
    const struct item *first = &clause->items[range.start];
    bool loose = first->class != CLASS_PHRASE && first->outer == first->first;             /* "In 2016 | Ma said" */
    bool counts = first->claim >= 0 && clause->claims[first->claim].kind == CLAIMEX_COUNT; /* "two lawyers" */
    range.start +=
        range.end - range.start > 1 && (first->class == CLASS_WHEN || first->class == CLASS_FIGURE) && loose && !counts;
    const struct item *last = &clause->items[range.end - 1];
    claimex_span span = items_span(clause, range.start, range.end - 1);
    uint32_t words = last->end - last->first;
    bool titled = range.end - range.start > 1 && words >= 4 && !item_reads(clause, range.end - 2, "for")
                  && !item_reads(clause, range.end - 2, "by") && item_class(clause, range.end - 2) != CLASS_FROM
                  && !item_is(clause, range.end - 1, IS(DETERMINER))
                  && (clause->words[last->end - 1].traits & clause->words[last->end - 2].traits & IS(NAME))
                  && !(item_head(clause, range.start) & IS(NAME));
    if (titled)
        span.start = clause->tokens->token.items[last->end - 2].start;
    return span;
}

static bool touches_quote(const struct clause *clause, uint32_t first, uint32_t end)
{
    for (uint32_t k = first > 2 ? first - 2 : 0; k < end + 8 && k < clause->n_items; k++)
        if (clause->items[k].class == CLASS_QUOTE_OPENS || clause->items[k].class == CLASS_QUOTE_CLOSES)
            return true;
    return false;
}

static uint8_t reach_of(const struct finder *finder, unsigned pattern, const struct rule *rule,
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
static uint32_t end_of(const struct clause *clause, const struct match *match)
{
    uint32_t end = match->field[FIELD_cue].end, source = match->field[FIELD_source].end;
    if (source > end)
        return source;
    if (item_begins(clause, end - 1, CLASS_HEARER) && item_class(clause, end) == CLASS_FIGURE)
        end += 1 + item_is_phrase(clause, end + 1);
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

static struct attribution make(const struct finder *finder, unsigned pattern, const struct rule *rule,
                               const struct match *match, struct match_range source)
{
    const struct clause *clause = finder->clause;
    struct match_range cue = match->field[FIELD_cue];
    bool together = match->field[FIELD_source].start < match->field[FIELD_source].end;
    uint32_t first = together && source.start < cue.start ? source.start : cue.start, end = end_of(clause, match);
    return (struct attribution){
        .source = source_span(clause, source),
        .cue = items_span(clause, cue.start, cue.end - 1),
        .first = first,
        .end = end,
        .limit = limit_of(clause, first, cue.start, end),
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
    const struct rule *rule = &rules[p];
    if (!may_stand_at(finder->clause, rule, i)
        || !pattern_match(finder->grammar->attribution, p, finder->matcher, finder->letters, finder->clause->n_items, i,
                          match))
        return false;
    struct match_range source = match->field[FIELD_cue];
    if (!makes_sense(finder, rule, match))
        return false;
    const struct attribution *earlier = says_on(finder, rule, match);
    if (!earlier && !find_source(finder->clause, rule, match, &source))
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
