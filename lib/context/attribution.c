/* Patterns say where a speaker and a verb of saying stand; what is said stands before or behind them. */
#include "context/attribution.h"

#include <string.h>

enum { FILE_BEHIND, FILE_BEFORE }; /* in the order of meson.build */

struct finder {
    const struct grammar *grammar;
    struct matcher *matcher;
    const struct clause *clause;
    const uint8_t *letters;
    struct attributions *found;
};

static bool is_file(unsigned pattern, unsigned file)
{
    return pattern >= attribution_files[file].first && pattern < attribution_files[file].first + attribution_files[file].count;
}

static bool is_named(unsigned pattern, const char *name)
{
    return strcmp(attribution_patterns[pattern].name, name) == 0;
}

/* "I think" within a quotation is not who says it. */
static bool is_quoted_pronoun(const struct clause *clause, struct match_range source)
{
    const struct item *item = &clause->items[source.start];
    return item->quoted && (item->class == CLASS_PRONOUN || (item->traits & IS(PRONOUN)));
}

static bool has_trait(const struct clause *clause, struct match_range range, uint64_t traits)
{
    for (uint32_t i = range.start; i < range.end; i++)
        if (item_is(clause, i, traits))
            return true;
    return false;
}

/* "said that", "found 81%": what is stated follows. */
static bool states(const struct clause *clause, uint32_t i)
{
    uint8_t class = item_class(clause, i);
    return class == CLASS_THAT || class == CLASS_FIGURE || (class == CLASS_PHRASE && item_is_verbal(clause, i + 1));
}

/* Only a survey or the like finds and shows, unless "that" or a figure follows. Not "to say", "would report". */
static bool makes_sense(const struct finder *finder, unsigned pattern, const struct match *match)
{
    const struct clause *clause = finder->clause;
    struct match_range source = match->field[FIELD_source], cue = match->field[FIELD_cue];
    bool report = has_trait(clause, source, IS(REPORT_NOUN));
    if (is_quoted_pronoun(clause, source))
        return false;
    if (is_named(pattern, "in_report"))
        return report && item_reads(clause, cue.start, "in");
    if (is_file(pattern, FILE_BEFORE) && item_class(clause, cue.start) == CLASS_SHOW)
        return report || states(clause, cue.end);
    if (is_named(pattern, "colon"))
        return true;
    return !(cue.start > 0 && item_class(clause, cue.start - 1) == CLASS_TO);
}

/* The person behind a title: "Ford's head of sales in Europe John Doe" is too long a name. */
static claimex_span source_span(const struct clause *clause, struct match_range range)
{
    const struct item *first = &clause->items[range.start];
    bool loose = first->class != CLASS_PHRASE && first->outer == first->first; /* "In 2016 | Ma said" */
    range.start += range.end - range.start > 1 && (first->class == CLASS_WHEN || first->class == CLASS_FIGURE) && loose;
    const struct item *last = &clause->items[range.end - 1];
    claimex_span span = items_span(clause, range.start, range.end - 1);
    uint32_t words = last->end - last->first;
    bool titled = range.end - range.start > 1 && words >= 4
                  && (clause->words[last->end - 1].traits & clause->words[last->end - 2].traits & IS(NAME))
                  && !(clause->words[clause->items[range.start].end - 1].traits & IS(NAME));
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

static uint8_t reach_of(const struct finder *finder, unsigned pattern, const struct match *match)
{
    const struct clause *clause = finder->clause;
    if (is_file(pattern, FILE_BEFORE))
        return REACH_BEHIND;
    bool all = is_named(pattern, "according") || is_named(pattern, "in_report");
    bool goes_on = match->whole.end + 1 < clause->n_items;
    return all || goes_on ? REACH_ALL : REACH_BEFORE;
}

static bool try_at(struct finder *finder, uint32_t i, uint32_t *next)
{
    const struct pattern_starts *starts = pattern_set_starts(finder->grammar->attribution);
    uint64_t mask = starts->at[0][finder->letters[i]] & starts->at[1][finder->letters[i + 1]] & starts->at[2][finder->letters[i + 2]];
    for (unsigned p = 0; mask; p++, mask >>= 1) {
        struct match match;
        if (!(mask & 1)
            || !pattern_match(finder->grammar->attribution, p, finder->matcher, finder->letters, finder->clause->n_items, i, &match)
            || !makes_sense(finder, p, &match))
            continue;
        struct match_range source = match.field[FIELD_source], cue = match.field[FIELD_cue];
        finder->found->items[finder->found->count++] = (struct attribution){
            source_span(finder->clause, source), items_span(finder->clause, cue.start, cue.end - 1),
            source.start < cue.start ? source.start : cue.start, source.end > cue.end ? source.end : cue.end,
            reach_of(finder, p, &match), touches_quote(finder->clause, match.whole.start, match.whole.end) };
        *next = finder->found->items[finder->found->count - 1].end;
        return true;
    }
    return false;
}

void attribution_find(const struct grammar *grammar, struct matcher *matcher, const struct clause *clause, uint8_t *letters,
                      struct attributions *found)
{
    struct finder finder = { grammar, matcher, clause, letters, found };
    found->count = 0;
    for (uint32_t i = 0; i < clause->n_items; i++)
        letters[i] = grammar->letter[clause->items[i].class];
    memset(letters + clause->n_items, 0, PATTERN_AHEAD);
    for (uint32_t i = 0, next = 0; i < clause->n_items && found->count < MOST_ATTRIBUTIONS; i++)
        if (i >= next)
            try_at(&finder, i, &next);
}

/* Behind ', said X, who earns $5,' only what is quoted is X's. */
static bool covers(const struct clause *clause, const struct attribution *attribution, uint32_t i)
{
    if (i >= attribution->first && i < attribution->end)
        return false;
    if (i > attribution->first && attribution->quotes && (attribution->reach & REACH_BEFORE) && !clause->items[i].quoted)
        return false;
    return i < attribution->first ? attribution->reach & REACH_BEFORE : attribution->reach & REACH_BEHIND;
}

/* One behind speaks for the whole sentence before it; else the nearest before. */
const struct attribution *attribution_of(const struct clause *clause, const struct attributions *found, uint32_t i)
{
    const struct attribution *best = NULL;
    for (uint32_t k = 0; k < found->count; k++) {
        const struct attribution *each = &found->items[k];
        if (!covers(clause, each, i))
            continue;
        if (!best || each->first < i || best->first > i)
            best = best && each->first > i ? best : each;
    }
    return best;
}

const struct attribution *attribution_of_quotation(const struct attributions *found)
{
    for (uint32_t k = 0; k < found->count; k++)
        if (found->items[k].quotes)
            return &found->items[k];
    return NULL;
}
