/* What the steps of the search for a subject ask of a figure and of the words beside it. */
#include "context/figure.h"

#include "lexicon/word_class.h"

/* "the *age* of 49": the lexicon has the noun with its "of". */
static claimex_span without_of(const struct clause *clause, claimex_span span)
{
    const char *text = clause->tokens->text;
    bool of = span.end - span.start > 3 && memcmp(text + span.end - 3, " of", 3) == 0;
    return (claimex_span){ span.start, span.end - (of ? 3 : 0) };
}

bool figure_take(const struct figure *figure, struct item_range range)
{
    const struct clause *clause = figure->clause;
    bool person = range.first != NO_ITEM && clause->items[range.first].class == CLASS_FIGURE; /* "a 25-year-old" */
    bool usable = range.first != NO_ITEM && (person || clause->items[range.first].class == CLASS_PHRASE)
                  && !(range.first == range.last && item_is(clause, range.first, IS(PRONOUN)));
    bool rate = usable && range.first > 0 && range.first == range.last
                && item_class(clause, range.first - 1) == CLASS_FIGURE && item_claim(clause, range.first - 1)->per
                && clause->items[range.first].end - clause->items[range.first].first == 2
                && token_reading(clause->tokens, clause->items[range.first].first, CLASS_A); /* "$5 | a share" */
    bool number = usable && range.first == range.last && item_is_single(clause, range.first)
                  && token_has(clause->tokens, clause->items[range.first].first, CLASS_NUMBER);
    if (rate || number) /* the 38 of "2:03:38, 15 seconds outside" */
        return false;
    if (usable && range.first > 1 && item_class(clause, range.first - 1) == CLASS_HYPHEN
        && item_class(clause, range.first - 2) == CLASS_FIGURE && range.first - 2 != figure->at)
        range.first -= 2; /* "Two | - | car households | make up | 31%" */
    if (usable)
        figure->claim->subject = without_of(clause, items_span(clause, range.first, range.last));
    return usable;
}

bool figure_is_part(const claimex_claim *claim)
{
    return claim->kind == CLAIMEX_PERCENTAGE || claim->kind == CLAIMEX_RATIO;
}

bool figure_is_share(const claimex_claim *claim)
{
    return figure_is_part(claim) || claim->kind == CLAIMEX_MULTIPLE;
}

bool figure_is_standard(const struct clause *clause, uint32_t i)
{
    return i > 0 && item_is_led(clause, i) && item_class(clause, i - 1) == CLASS_FIGURE
           && figure_is_share(item_claim(clause, i - 1));
}

bool figure_is_time_unit(const struct clause *clause, uint32_t item)
{
    if (item >= clause->n_items)
        return false;
    uint32_t last = clause->items[item].end - 1; /* not the s of "737s" */
    return token_reading(clause->tokens, last, CLASS_TIMEUNIT)
           && !(clause->tokens->token.items[last].flags & TOKEN_GLUED);
}

bool figure_is_state(const struct clause *clause, uint32_t item)
{
    const struct item *phrase = &clause->items[item];
    return phrase->end - phrase->outer == 1
           && (token_word_classes(clause->tokens, phrase->first) & (WORD_ADJECTIVE | WORD_ADVERB))
           && clause->tokens->token.items[phrase->first].capital == CLASS_LOWER;
}

uint32_t figure_first_of(const struct clause *clause, uint32_t last)
{
    uint32_t k = last;
    while (k > 2 && last - k < 6 && item_class(clause, k - 1) == CLASS_OF && item_is_phrase(clause, k - 2)
           && !(item_head(clause, k - 2) & (IS(UP) | IS(DOWN))))
        k -= 2;
    return k;
}

bool figure_is_counter(const struct clause *clause, uint32_t item)
{
    return item_is(clause, item, IS(COUNTER)) && item_is_single(clause, item);
}

bool figure_is_attribute(const struct clause *clause, uint32_t i)
{
    bool inside = item_is_phrase(clause, i + 1) || item_class(clause, i + 1) == CLASS_HYPHEN; /* "its $7-a-share bid" */
    return item_is_led(clause, i) && inside;
}

bool figure_opens_aside(const struct clause *clause, uint32_t item)
{
    uint8_t class = item_class(clause, item);
    return class == CLASS_COMMA || class == CLASS_DASH || class == CLASS_OPEN;
}

bool figure_is_tied(const struct figure *figure, uint32_t item)
{
    const struct clause *clause = figure->clause;
    if (item_class(clause, item) != CLASS_DASH)
        return item_class(clause, item) == CLASS_HYPHEN;
    struct slice dash = token_slice(clause->tokens, clause->items[item].first);
    bool gap = clause->tokens->token.items[clause->items[item].first].flags & TOKEN_GAP_BEFORE;
    return !gap && !slice_is(dash, "\xE2\x80\x94"); /* "a 5–mile walk", but "fell 5% – a $9 loss" */
}

bool figure_is_before_verb(const struct figure *figure, uint32_t item)
{
    const struct clause *clause = figure->clause;
    return figure->claim->kind == CLAIMEX_COUNT && figure->claim->unit
           && !clause->counted[clause->items[figure->at].claim] && item_is_phrase(clause, item)
           && (clause->words[clause->items[item].first].traits & IS(PAST));
}

bool figure_is_bare_age(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    const struct item *own = &clause->items[figure->at];
    bool plural = slice_is(token_slice(clause->tokens, own->end - 1), "s") /* "the over-65s | pay" */
                  || token_has(clause->tokens, own->end - 1, CLASS_DECADE);
    return figure->claim->kind == CLAIMEX_AGE
           && (plural || token_has(clause->tokens, own->end - 1, CLASS_NUMBER)
               || (own->first > 0 && token_has(clause->tokens, own->first - 1, CLASS_AGED)));
}

uint32_t figure_date_in_brackets(const struct clause *clause, uint32_t i)
{
    uint32_t date = i + 1 + (item_class(clause, i + 1) == CLASS_PREPOSITION);
    bool inside = i > 0 && item_class(clause, i - 1) == CLASS_OPEN && item_class(clause, date) == CLASS_WHEN
                  && item_class(clause, date + 1) == CLASS_CLOSE;
    return inside ? date : NO_ITEM;
}
