/* Not every "said" tells who states something: what a pattern asks for beside its letters. */
#include "context/cue.h"

#include "context/figure.h"
#include "context/saying.h"
#include "context/verbs.h"

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
    bool of_share =
        figure && k > 1 && item_class(clause, k - 1) == CLASS_OF && item_class(clause, k - 2) == CLASS_FIGURE;
    if (of_share && item_claim(clause, k - 2)->kind == CLAIMEX_PERCENTAGE)
        return true;                          /* "40% of the 2,500 voters said" */
    if (figure && item_claim(clause, k)->per) /* "$5 a year" */
        return true;
    return figure && figure_is_part(item_claim(clause, k));
}

/* "figures from the bank", "a survey"; but "the statistics bureau" is none. */
static bool is_report(const struct clause *clause, struct match_range range)
{
    for (uint32_t i = range.start; i < range.end; i++)
        if (item_is_phrase(clause, i) ? (item_head(clause, i) & IS(REPORT_NOUN)) != 0
                                      : item_is(clause, i, IS(REPORT_NOUN)))
            return true;
    return false;
}

static bool is_show(const struct finding *f)
{
    return item_class(f->clause, f->match->field[FIELD_cue].start) == CLASS_SHOW;
}

static bool is_gerund(const struct finding *f)
{
    return item_is(f->clause, f->match->field[FIELD_cue].start, IS(GERUND));
}

/* "by alleging that", "by reminding voters that", "by promising to" */
static bool is_participle(const struct finding *f)
{
    const struct clause *clause = f->clause;
    uint32_t cue = f->match->field[FIELD_cue].start;
    bool hearer = item_is_phrase(clause, cue + 1) || item_class(clause, cue + 1) == CLASS_PRONOUN;
    bool does = item_class(clause, cue + 1) == CLASS_TO
                && !(item_is(clause, cue, IS(AIM)) && item_class(clause, cue - 1) == CLASS_PREPOSITION);
    return is_gerund(f) && !does && (!hearer || item_begins(clause, cue, CLASS_HEARER));
}

static bool says_colon(const struct finding *f)
{
    return !is_gerund(f) || saying_is_progressive(f->clause, f->match->field[FIELD_cue].start);
}

static bool shows(const struct finding *f)
{
    return !is_show(f)
           || saying_shows(f->clause, f->match->field[FIELD_source].start, f->match->field[FIELD_cue].start,
                           is_report(f->clause, f->match->field[FIELD_source]));
}

/* "The rise, if it comes, | said | the bank, | will be 5%": the speaker stands behind. */
static bool is_inverted(const struct clause *clause, uint32_t cue)
{
    return cue > 0 && item_class(clause, cue - 1) == CLASS_COMMA && item_begins(clause, cue, CLASS_SAY)
           && item_is_phrase(clause, cue + 1) && item_class(clause, cue + 2) == CLASS_COMMA
           && !item_is(clause, cue + 1, IS(POSSESSOR)); /* "Norvik, a maker of tin, | said | its chairman, Ma, was" */
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

/* "the plan | announced | May 2, | it said": a thing that was said then, and nothing that it says. */
static bool is_only_dated(const struct clause *clause, uint32_t source, uint32_t cue)
{
    uint8_t behind = item_class(clause, cue + 2);
    return item_is_phrase(clause, source) && !(item_head(clause, source) & IS(NAME)) && item_is(clause, cue, IS(PAST))
           && !item_begins(clause, cue, CLASS_SAY) && item_class(clause, cue + 1) == CLASS_WHEN
           && (behind == CLASS_COMMA || behind == CLASS_PERIOD || behind == CLASS_NONE);
}

/* "the plan, | first | announced in May" */
static bool is_ordinal(const struct clause *clause, uint32_t source)
{
    return item_is_single(clause, source) && item_begins(clause, source, CLASS_ORDINAL);
}

/* "5% of those | polled | by | Norvik said": who asked them is not who says it. */
static bool is_agent(const struct clause *clause, uint32_t source)
{
    return source > 1 && item_reads(clause, source - 1, "by") && item_class(clause, source - 2) == CLASS_PAST
           && !item_is(clause, source - 3, IS(BE));
}

static bool says(const struct finding *f)
{
    uint32_t cue = f->match->field[FIELD_cue].start, source = f->match->field[FIELD_source].end - 1;
    if (is_only_dated(f->clause, source, cue) || is_ordinal(f->clause, source)
        || is_agent(f->clause, f->match->field[FIELD_source].start))
        return false;
    return says_colon(f) && shows(f) && !is_inverted(f->clause, cue) && !is_meanwhile(f->clause, cue);
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

static bool says_before(const struct finding *f)
{
    return says(f) && !is_spoken_behind(f->clause, f->match->field[FIELD_cue].start);
}

static bool and_says(const struct finding *f)
{
    return may_continue(f->clause, f->match->whole.start, f->match->field[FIELD_cue].start) && shows(f);
}

static bool is_first(const struct finding *f)
{
    return f->earlier->count == 0;
}

/* "Results: 5% left", "Key findings: 5% left": the title of a part, and nobody who says it; but "IMF figures" */
static bool is_title(const struct clause *clause, uint32_t source)
{
    const struct item *item = &clause->items[source];
    uint64_t first = clause->words[item->first].traits;
    bool bare = item_is_single(clause, source)
                || (item->end - item->first == 2 && (first & IS(ADJECTIVE)) && !(first & IS(NAME)));
    return bare && word_ends_in_s(clause->tokens, item->end - 1);
}

/* "Survey: 5% left", "5% left: survey" */
static bool heads(const struct finding *f)
{
    const struct clause *clause = f->clause;
    uint32_t source = f->match->field[FIELD_source].start;
    const struct item *item = &clause->items[source];
    return !is_title(clause, source) && !item_is(clause, source, IS(DETERMINER)) && item->end - item->first <= 4
           && (clause->words[item->end - 1].traits & (IS(REPORT_NOUN) | IS(SURVEY)));
}

/* "5% left: IMF"; a name before a colon is a place or a person who is spoken of. */
static bool ends_headline(const struct finding *f)
{
    const struct clause *clause = f->clause;
    uint32_t source = f->match->field[FIELD_source].start;
    const struct item *item = &clause->items[source];
    bool name = item_class(clause, f->match->field[FIELD_cue].start) == CLASS_COLON
                && !item_is(clause, source, IS(DETERMINER)) && item->end - item->first <= 4;
    return heads(f) || (name && (clause->words[item->end - 1].traits & IS(NAME)));
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
static bool says_first(const struct finding *f)
{
    const struct clause *clause = f->clause;
    uint32_t source = f->match->field[FIELD_source].start, cue = f->match->field[FIELD_cue].start;
    if (is_gerund(f) || item_begins(clause, cue, CLASS_PUTTING)) /* "The poll, taken in May, | put | Ruiz on 44%" */
        return false;
    return has_trait(clause, f->match->field[FIELD_source], IS(NAME) | IS(REPORT_NOUN) | IS(SURVEY))
           || item_begins(clause, cue, CLASS_SAY) || (!is_show(f) && !is_object(clause, source, cue));
}

/* "worse than the 5% | fall analysts | had | expected": they say no more than that. */
static bool is_behind_expected(const struct clause *clause, uint32_t source, uint32_t cue)
{
    return source > 0 && item_class(clause, source - 1) == CLASS_FIGURE && item_is_led(clause, source - 1)
           && item_claim(clause, source - 1)->kind != CLAIMEX_DURATION /* "its two-year | survey | predicted" */
           && item_is(clause, cue, IS(EXPECT))
           && (source + 1 == cue || (item_is(clause, source + 1, IS(HAVE)) && source + 2 == cue));
}

/* "…, farmers said"; but "In seven cases, farmers reported losses, …" */
static bool says_behind(const struct finding *f)
{
    const struct clause *clause = f->clause;
    struct match_range cue = f->match->field[FIELD_cue];
    uint32_t source = f->match->field[FIELD_source].end - 1;
    if (is_behind_expected(clause, source, cue.start) || is_ordinal(clause, source))
        return false;
    return item_begins(clause, cue.start, CLASS_HEARER)
           || !(item_is_phrase(clause, cue.end) || item_is(clause, cue.end, IS(GERUND)));
}

/* "…," Ma said the firm had left: "said" is tried next */
static bool says_quoted(const struct finding *f)
{
    uint32_t behind = f->match->field[FIELD_cue].end;
    return !(item_is_phrase(f->clause, behind) && saying_states(f->clause, behind));
}

/* "expected by analysts", "were told by Ma"; but "a book written by Ma", "threatened by floods" */
static bool said_by(const struct finding *f)
{
    const struct clause *clause = f->clause;
    uint32_t cue = f->match->field[FIELD_cue].start;
    return item_is(clause, cue, IS(PAST))
           && (item_is(clause, cue, IS(REPORT) | IS(EXPECT))
               || (item_begins(clause, cue, CLASS_ESTIMATING)
                   && has_trait(clause, f->match->field[FIELD_source], IS(NAME))))
           && !item_begins(clause, cue, CLASS_CLAIMING) && item_reads(clause, cue + 1, "by");
}

/* "the $5 million analysts had forecast.", "the 5% the bank had pencilled in": what they say is the figure. */
static bool expects_figure(const struct finding *f)
{
    const struct clause *clause = f->clause;
    uint32_t first = f->match->whole.start, source = f->match->field[FIELD_source].start;
    bool had = item_is(clause, f->match->field[FIELD_source].end, IS(HAVE));
    return first > 0 && item_is_led(clause, first - 1) && item_is(clause, f->match->field[FIELD_cue].start, IS(EXPECT))
           && (had || phrase_is_plural(clause, clause->items[source].end - 1));
}

/* "By some estimates, 500 left", "On the bank's figures, …" */
static bool opens_by_estimate(const struct finding *f)
{
    const struct clause *clause = f->clause;
    uint32_t first = f->match->whole.start, end = f->match->field[FIELD_source].end;
    bool opens = first == 0 || item_class(clause, first - 1) == CLASS_COMMA;
    return opens && (item_is(clause, first + 1, IS(DETERMINER)) || item_is_owned(clause, first + 1))
           && (item_reads(clause, first, "by") || item_reads(clause, first, "on"))
           && (item_head(clause, end - 1) & IS(SURVEY)) && item_class(clause, end) == CLASS_COMMA;
}

/* "in a poll by the bank"; but nothing speaks "in May" or "in Oslo", "in this study" it is the writer who does, and
 * "enrolled in the study" are those who were asked; but "smoked in a survey by the bank" */
static bool is_survey(const struct finding *f)
{
    const struct clause *clause = f->clause;
    struct match_range range = f->match->field[FIELD_source];
    uint32_t source = range.start, before = f->match->whole.start - 1;
    if (!item_reads(clause, f->match->whole.start, "in"))
        return opens_by_estimate(f);
    bool by = range.end - source > 1 && item_reads(clause, source + 1, "by");
    const struct attributions *earlier = f->earlier;
    if (earlier->count && earlier->items[earlier->count - 1].end == f->match->whole.start)
        return false; /* "predicted | in | its annual report | that" */
    bool own = item_reads(clause, source, "this") || item_reads(clause, source, "our");
    bool takes_part = !by && f->match->whole.start > 1 && item_is_verbal(clause, before)
                      && !item_is(clause, before, IS(REPORT) | IS(SHOW) | IS(BE))
                      && !item_reads(clause, before - 1, "as"); /* "as reflected in the census" */
    return !own && !takes_part && has_trait(clause, f->match->field[FIELD_source], IS(SURVEY));
}

/* "(Source: the bank)"; but "its main source: oil" */
static bool accords(const struct finding *f)
{
    uint32_t cue = f->match->field[FIELD_cue].start;
    return cue == 0 || !item_is_phrase(f->clause, cue - 1) || !item_reads(f->clause, cue, "source:");
}

/* "Ma reported 5%, citing aides", "…, citing two people", "…, citing the census"; but "the firm, citing weak demand,
 * cut 5%" gives a reason */
static bool cites(const struct finding *f)
{
    return f->earlier->count > 0
           || has_trait(f->clause, f->match->field[FIELD_source], IS(NAME) | IS(FIGURE) | IS(REPORT_NOUN) | IS(SURVEY));
}

/* What a pattern asks for besides its letters, or says besides. */
const struct cue_rule cue_rules[PATTERNS_MOST] = {
    [BEHIND_SAID_BEHIND] = { .holds = says_behind },
    [BEHIND_SAID_QUOTED] = { .holds = says_quoted },
    [BEHIND_SAID_WHO] = { .holds = says_first },
    [BEHIND_AS_SAID] = { .behind = "as" },
    [BEHIND_ACCORDING] = { .holds = accords, .traits = OF_ALL | WEAK },
    [BEHIND_IN_REPORT] = { .holds = is_survey, .traits = OF_ALL | FAINT },
    [BEHIND_CITING] = { .holds = cites },
    [BEHIND_SAID_BY] = { .holds = said_by, .traits = OF_ALL | MAY_BE_PASSIVE },
    [BEHIND_EXPECTED] = { .holds = expects_figure, .traits = OF_ALL | OF_FIGURE },
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

bool cue_may_stand_at(const struct cue_rule *rule, const struct clause *clause, uint32_t i)
{
    return !rule->behind || (i > 0 && item_reads(clause, i - 1, rule->behind));
}

/* 'called for | a | "soaring" tower'; "this" shows something, but nobody says it */
static bool is_no_speaker(const struct clause *clause, uint32_t item)
{
    return item_is_single(clause, item) && item_is_phrase(clause, item)
           && (item_begins(clause, item, CLASS_A) || item_begins(clause, item, CLASS_THE)
               || (item_is(clause, item, IS(DETERMINER)) && item_begins(clause, item, CLASS_SINGULAR)));
}

bool cue_holds(const struct cue_rule *rule, const struct finding *f)
{
    const struct clause *clause = f->clause;
    struct match_range source = f->match->field[FIELD_source], cue = f->match->field[FIELD_cue];
    bool after_to = cue.start > 0 && item_class(clause, cue.start - 1) == CLASS_TO;
    bool asks = source.start < source.end /* "twice what some expected" */
                && (item_begins(clause, source.start, CLASS_UNSAID) || item_begins(clause, source.end - 1, CLASS_UNSAID)
                    || is_no_speaker(clause, source.end - 1));
    if (clause->items[cue.start].quoted || after_to || asks || (!(rule->traits & OF_FIGURE) && is_share(clause, source))
        || saying_takes_thing(clause, cue.start))
        return false; /* what is told within a quotation, its speaker tells */
    if (!(rule->traits & MAY_BE_PASSIVE) && saying_is_passive(clause, source.start, cue.start))
        return false;
    return !rule->holds || rule->holds(f);
}
