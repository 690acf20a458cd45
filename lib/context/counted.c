/* The noun that was found behind a number is the subject of its claim, whatever a phrase was made of it. */
#include "context/counted.h"

/* The subject is a phrase with the counted noun in it: "nine *dogs* running" are dogs, and a "30-*member* cabinet" is a
 * cabinet. */
static void cut_counted(const struct figure *figure, uint32_t item, uint32_t noun)
{
    const struct clause *clause = figure->clause;
    const struct token *tokens = clause->tokens->token.items;
    const struct word *behind = &clause->words[noun + 1];
    bool ends = noun + 2 == clause->items[item].end && (behind->traits & IS(ADJECTIVE)); /* "26 miners dead" */
    bool goes_on = (behind->traits & (IS(NOUN) | IS(NAME))) && !ends;                    /* "two sports cars" */
    if (noun + 1 == clause->items[item].end || behind->class == CLASS_POSSESSIVE || behind->class == CLASS_HYPHEN)
        return;
    bool led = item_is_led(clause, figure->at); /* "a 12 page report"; but "one step closer" */
    bool attribute = goes_on && led && !phrase_is_plural(clause, noun);
    if (figure_is_tied(figure, figure->at + 1) || attribute)
        figure->claim->subject.start = tokens[noun + 1].start;
    else if (!goes_on)
        figure->claim->subject.end = tokens[noun].end;
}

/* Where the words before the counted noun begin: behind the figure, or behind the last one that counts the same. */
static uint32_t start_of_counted(const struct figure *figure, uint32_t item, uint32_t noun)
{
    const struct clause *clause = figure->clause;
    uint32_t k = item;
    while (item_class(clause, k - 1) != CLASS_FIGURE)
        k--;
    uint32_t first = clause->items[k].first;
    if (k - 1 > figure->at && figure_is_tied(figure, k) && first + 2 <= noun)
        first += 2; /* "two four-storey | houses" */
    while (first < noun
           && ((clause->words[first].marks & (WORD_DETERMINER | WORD_BOUND))
               || clause->words[first].class || token_has(clause->tokens, first, CLASS_OTHER)
               || token_has(clause->tokens, first, CLASS_BOUND_AFTER)))
        first++;
    return first;
}

static void take_counted(const struct figure *figure, uint32_t item, uint32_t noun)
{
    const struct clause *clause = figure->clause;
    const struct token *tokens = clause->tokens->token.items;
    bool ends = noun + 1 == clause->items[item].end, attribute = figure_is_tied(figure, figure->at + 1) && !ends;
    uint32_t first = attribute ? noun + 1 : start_of_counted(figure, item, noun);
    uint32_t end = ends ? clause->items[phrase_starting(clause, item).last].end - 1 : noun;
    end = attribute ? clause->items[item].end - 1 : end;
    figure->claim->subject = (claimex_span){ tokens[first].start, tokens[end].end };
}

/* The noun that was found behind the number, be it a phrase ("nine dogs"), a part of one ("nine dogs running") or none
 * ("nine passes leading there"). */
bool counted_take(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    const struct token *tokens = clause->tokens->token.items;
    claimex_span own = figure->claim->subject;
    uint32_t behind = clause->counted[clause->items[figure->at].claim], item = figure->at + 1;
    while (item < figure->at + 8 && item < clause->n_items && clause->items[item].end < behind)
        item++;
    if (!behind || item >= clause->n_items || clause->items[item].end < behind || clause->items[item].claim >= 0)
        return false;
    uint32_t noun = behind - 1;
    bool chained = figure_is_tied(figure, figure->at + 1) && clause->words[noun + 1].class == CLASS_HYPHEN;
    if ((clause->words[noun].traits & IS(COUNTER)) || chained) /* "a two-pack-a-day habit" */
        return false;
    if (own.end && own.start <= tokens[noun].start && own.end >= tokens[noun].end)
        cut_counted(figure, item, noun);
    else
        take_counted(figure, item, noun);
    return true;
}
