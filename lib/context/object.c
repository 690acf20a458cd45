/* What a verb changes, buys or sells is its object, which stands before the figure or, where the figures come first,
 * behind them. */
#include "context/object.h"

/* "left | its key rate *unchanged* | at 5%": where the noun phrase at an item ends, in bytes. */
static uint32_t end_without_state(const struct clause *clause, uint32_t item)
{
    const struct item *phrase = &clause->items[item];
    const struct word *last = &clause->words[phrase->end - 1];
    bool state = phrase->end - phrase->first > 1 && last->class != CLASS_NUMBER
                 && (last->traits & IS_OPEN) == IS(ADJECTIVE) && (last[-1].traits & IS(NOUN));
    return clause->tokens->token.items[phrase->end - 1 - state].end;
}

/* Can what joins a figure to an object stand at k: "to", "for", "by 5%", "cut the rate in half"? */
static bool joins_object(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    bool sets = item_reads(clause, k, "for") || item_reads(clause, k, "at");
    bool changes = figure->claim->role && (item_reads(clause, k, "by") || item_reads(clause, k, "in"));
    return figure_is_end(clause, k) || (item_class(clause, k) == CLASS_PREPOSITION && (sets || changes));
}

/* Where an object before the figure ends: "cut its forecast | for 2019 to $5", "lift it | from 3 | boats | to 5"; 0
 * when nothing joins them. */
static uint32_t end_of_object(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    if (k == NO_ITEM || k < 2)
        return 0;
    if (figure->claim->role == CLAIMEX_ROLE_TO && item_reads(clause, k + 1, "up to"))
        return k + 1; /* "pushed | the price | up to | $5" */
    uint32_t start = item_class(clause, k) == CLASS_TO ? k - 1 - item_is_phrase(clause, k - 1) : k;
    if (start > 0 && start < k && item_class(clause, start) == CLASS_FIGURE
        && item_class(clause, start - 1) == CLASS_FROM)
        k = start - 1;
    return k >= 2 && joins_object(figure, k) ? verbs_behind_times(clause, k) : 0;
}

/* "cut | it | by 10%": named in another sentence. */
static bool is_changed_pronoun(const struct figure *figure, uint32_t item)
{
    const struct clause *clause = figure->clause;
    return figure->claim->change && item_class(clause, item) == CLASS_PRONOUN
           && item_is(clause, item - 1, IS(UP) | IS(DOWN)) && item_is_verbal(clause, item - 1);
}

/* Between a verb and its object: "buy | 200 | shares at $5" */
static bool is_number_of_object(const struct figure *figure, uint32_t item)
{
    const struct clause *clause = figure->clause;
    return item_class(clause, item) == CLASS_FIGURE && figure->claim->kind == CLAIMEX_MONEY && !figure->claim->role
           && item_claim(clause, item)->kind == CLAIMEX_COUNT;
}

/* "sold 200 shares | to Ford for $5": without the buyer. */
static struct item_range without_buyer(const struct clause *clause, struct item_range range)
{
    for (uint32_t i = range.last; i > range.first; i--)
        range.last = item_class(clause, i) == CLASS_TO ? i - 1 : range.last;
    return range;
}

/* "put | Ruiz | on | 44% and | Hana | on | 41%" */
bool object_of_poll(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    if (figure->claim->kind != CLAIMEX_PERCENTAGE || k == NO_ITEM || k < 2 || !item_reads(clause, k, "on")
        || !item_is_phrase(clause, k - 1))
        return false;
    bool joint = item_class(clause, k - 2) == CLASS_AND || item_class(clause, k - 2) == CLASS_COMMA;
    bool goes_on = joint && k > 4 && item_class(clause, k - 3) == CLASS_FIGURE && item_reads(clause, k - 4, "on");
    return (goes_on || item_begins(clause, k - 2, CLASS_PUTTING))
           && figure_take(figure, (struct item_range){ k - 1, k - 1 });
}

bool object_before(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t end = end_of_object(figure);
    if (end < 2)
        return false;
    if (is_changed_pronoun(figure, end - 1))
        return true;
    bool state =
        figure_is_state(clause, end - 1) && item_class(clause, end - 2) != CLASS_OF; /* "number of | homeless" */
    if (!item_is_phrase(clause, end - 1) || state)
        return false;
    struct item_range object = phrase_list_ending(clause, end - 1);
    uint32_t before = object.first > 1 ? object.first - 1 : NO_ITEM;
    bool counted = is_number_of_object(figure, before);
    uint32_t verb = object.first - (item_class(clause, before) == CLASS_WHEN || counted) - 1;
    if (counted || (figure->claim->kind == CLAIMEX_MONEY && item_reads(clause, figure->before, "for")))
        object = without_buyer(clause, object);
    bool time = figure->claim->kind != CLAIMEX_DURATION && object.first == object.last
                && figure_is_time_unit(clause, object.first); /* "ended the week at $5" */
    if (time || !item_is_verbal(clause, verb) || item_is(clause, verb, IS_HELPER) || !figure_take(figure, object))
        return false;
    if (object.last == end - 1)
        figure->claim->subject.end = end_without_state(clause, end - 1);
    return true;
}

bool object_behind(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before, end = figure->at + 1;
    if (!figure->claim->role || k == NO_ITEM)
        return false;
    while (k > 2 && item_class(clause, k - 1) == CLASS_FIGURE && figure_is_end(clause, k - 2))
        k -= 2;
    while (figure_is_end(clause, end) && item_class(clause, end + 1) == CLASS_FIGURE)
        end += 2;
    bool turned =
        k > 0 && figure_is_end(clause, k) && item_is_verbal(clause, k - 1) && item_is(clause, k - 1, IS(UP) | IS(DOWN));
    bool owned = item_is_phrase(clause, end) && item_is(clause, end, IS(DETERMINER) | IS(POSSESSOR))
                 && !item_begins(clause, end, CLASS_A); /* "to $5 a ton" */
    return turned && owned && !item_is_verbal(clause, end + 1) && !figure_is_time_unit(clause, end)
           && figure_take(figure, phrase_starting(clause, end));
}
