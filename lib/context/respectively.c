/* The figures, their subjects and their dates are lists of one length. */
#include "context/respectively.h"

#define MOST_SHARED 8u /* members of a list */
#define FAR_BEHIND 16u /* items from the figures to the word */

struct list {
    uint32_t items[MOST_SHARED]; /* the first of each member */
    uint32_t count;
};

static bool is_joint(uint8_t class)
{
    return class == CLASS_COMMA || class == CLASS_AND;
}

static bool spans_are_equal(claimex_span a, claimex_span b)
{
    return a.start == b.start && a.end == b.end;
}

/* Past the joints and the "points" before the figure at item i, to the figure before it; NO_ITEM when none stands
 * there.
 */
static uint32_t figure_before(const struct clause *clause, uint32_t i)
{
    uint32_t k = i;
    while (k > 0 && is_joint(item_class(clause, k - 1)))
        k--;
    if (k == i)
        return NO_ITEM;
    k -= k > 0 && item_is_phrase(clause, k - 1);
    return k > 0 && item_class(clause, k - 1) == CLASS_FIGURE ? k - 1 : NO_ITEM;
}

/* The figures of one kind and one subject that end with the one at item i, in order. */
static struct list figures_ending(const struct clause *clause, uint32_t i)
{
    const claimex_claim *last = item_claim(clause, i);
    uint32_t first = i, count = 1;
    for (uint32_t k = figure_before(clause, i); k != NO_ITEM && count < MOST_SHARED; k = figure_before(clause, k)) {
        const claimex_claim *claim = item_claim(clause, k);
        if (claim->kind != last->kind || !spans_are_equal(claim->subject, last->subject))
            break;
        first = k, count++;
    }
    struct list list = { .count = 0 };
    for (uint32_t k = first; k <= i && list.count < count; k++)
        if (item_class(clause, k) == CLASS_FIGURE)
            list.items[list.count++] = k;
    return list;
}

/* The item of the word behind the figure at item i, with no verb between; NO_ITEM when it is not there. */
static uint32_t word_behind(const struct clause *clause, uint32_t i)
{
    for (uint32_t k = i + 1; k < i + FAR_BEHIND && k < clause->n_items; k++)
        if (item_begins(clause, k, CLASS_RESPECTIVELY))
            return k;
        else if (item_is_verbal(clause, k) || item_class(clause, k) == CLASS_FIGURE)
            return NO_ITEM;
    return NO_ITEM;
}

static struct list dates_between(const struct clause *clause, uint32_t first, uint32_t end)
{
    struct list list = { .count = 0 };
    for (uint32_t k = first; k < end && list.count < MOST_SHARED; k++)
        if (item_class(clause, k) == CLASS_WHEN)
            list.items[list.count++] = k;
    return list;
}

/* "Revenue | and | profit": where each part of the subject begins, and behind the last one where it ends. */
static struct list parts_of(const struct clause *clause, claimex_span subject, uint32_t *end)
{
    const struct token *tokens = clause->tokens->token.items;
    struct list list = { .count = 0 };
    bool opens = true;
    uint32_t k = 0;
    while (k < clause->n_items && tokens[clause->items[k].outer].start < subject.start)
        k++;
    for (; k < clause->n_items && tokens[clause->items[k].first].start < subject.end; k++) {
        bool joint = is_joint(item_class(clause, k));
        if (opens && !joint && list.count < MOST_SHARED)
            list.items[list.count++] = k;
        opens = joint;
    }
    *end = k;
    return list;
}

static void share_subjects(struct clause *clause, const struct list *figures)
{
    uint32_t end, last;
    struct list parts = parts_of(clause, item_claim(clause, figures->items[0])->subject, &end);
    for (uint32_t n = 0; n < figures->count && parts.count == figures->count; n++) {
        last = n + 1 < parts.count ? parts.items[n + 1] : end;
        do
            last--;
        while (is_joint(item_class(clause, last)));
        item_claim(clause, figures->items[n])->subject = items_span(clause, parts.items[n], last);
    }
}

void respectively_share(struct clause *clause, uint32_t i)
{
    uint32_t word = figure_before(clause, i) == NO_ITEM ? NO_ITEM : word_behind(clause, i);
    if (word == NO_ITEM)
        return;
    struct list figures = figures_ending(clause, i);
    struct list dates = dates_between(clause, i + 1, word);
    if (figures.count < 2)
        return;
    for (uint32_t n = 0; n < figures.count && dates.count == figures.count; n++)
        item_claim(clause, figures.items[n])->time = clause->items[dates.items[n]].claim;
    if (item_claim(clause, i)->subject.end)
        share_subjects(clause, &figures);
}
