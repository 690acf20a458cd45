/* A pattern says where a speaker stands, or leaves it to the subject of the verb; often more stands there than the
 * speaker, or less. */
#include "context/speaker.h"

#include "context/verbs.h"

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

/* "Ruiz spoke | after | the bank said", "estimated by the bank | at | $5"; but "a poll published | after | the vote
 * said" */
static bool opens_other(const struct clause *clause, uint32_t k, bool behind_verb)
{
    bool level = item_reads(clause, k, "at") && item_class(clause, k + 1) == CLASS_FIGURE
                 && item_claim(clause, k + 1)->kind != CLAIMEX_COUNT; /* "at 14 sites" */
    return level || item_begins(clause, k, CLASS_CLAUSAL)
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
bool speaker_find(const struct clause *clause, const struct cue_rule *rule, const struct match *match,
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
claimex_span speaker_span(const struct clause *clause, struct match_range range)
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
