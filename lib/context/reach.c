/* Which of the attributions of a sentence a claim is under: they reach before or behind, and not into an aside. */
#include "context/attribution.h"

/* Behind ', said X, who earns $5,' only what is quoted is X's. */
static bool covers(const struct clause *clause, const struct attribution *attribution, uint32_t i)
{
    if ((i >= attribution->first && i < attribution->end) || i < attribution->from || i >= attribution->limit)
        return false;
    if (i > attribution->first && attribution->quotes && (attribution->reach & REACH_BEFORE)
        && !clause->items[i].quoted)
        return false;
    return i < attribution->first ? attribution->reach & REACH_BEFORE : attribution->reach & REACH_BEHIND;
}

#define LONGEST_ASIDE 24u /* items */

/* "Ma said the talks – there are two of them – went on": a clause in dashes, from item *from to item *to, which is the
 * writer's own. */
static bool is_in_aside(const struct clause *clause, uint32_t i, uint32_t *from, uint32_t *to)
{
    uint32_t first = i, end = i, limit = i + LONGEST_ASIDE < clause->n_items ? i + LONGEST_ASIDE : clause->n_items;
    bool verb = false;
    while (first > 0 && i - first < LONGEST_ASIDE && item_class(clause, first) != CLASS_DASH)
        first--;
    while (end < limit && item_class(clause, end) != CLASS_DASH)
        end++;
    if (item_class(clause, first) != CLASS_DASH || item_class(clause, end) != CLASS_DASH || clause->items[i].quoted)
        return false;
    for (uint32_t k = first + 1; k < end && !verb; k++)
        verb = item_is(clause, k, IS(BE) | IS(HAVE)) && !item_is(clause, k - 1, IS(RELATIVE) | IS(THAT));
    *from = first;
    *to = end;
    return verb;
}

/* One behind speaks for the whole sentence before it; else the nearest before. */
const struct attribution *attribution_of(const struct clause *clause, const struct attributions *found, uint32_t i)
{
    const struct attribution *best = NULL;
    uint32_t from = 0, to = 0;
    bool aside = found->count && is_in_aside(clause, i, &from, &to);
    for (uint32_t k = 0; k < found->count; k++) {
        const struct attribution *each = &found->items[k];
        if (!covers(clause, each, i) || (aside && (each->first < from || each->first > to)))
            continue;
        if (each->from == i && each->from > 0) /* "the $5 million | expected by | analysts" */
            return each;
        bool echo = best && each->weak && each->first <= best->end + 2; /* "Ma said he believed that 5% …" */
        bool behind = best && each->end >= best->end;                   /* "Ma, who said 5%, added that 6% …" */
        bool outer = best && item_class(clause, best->first) == CLASS_PRONOUN && best->end <= i && each->first > i
                     && !each->weak && !each->faint; /* "They found €5, Ma said" */
        if (!best || best->faint || outer || (each->first < i && behind && !echo && !each->faint))
            best = each;
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
