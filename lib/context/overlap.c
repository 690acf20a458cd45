/* The competition of all candidates for their tokens, once for all kinds. */
#include "context/overlap.h"

static uint32_t bytes_of(const struct candidate *candidate)
{
    return candidate->at.end - candidate->at.start;
}

static bool wins(const struct candidate *a, const struct candidate *b)
{
    if (bytes_of(a) != bytes_of(b))
        return bytes_of(a) > bytes_of(b);
    if (a->recognizer != b->recognizer)
        return a->recognizer < b->recognizer;
    return a->first < b->first;
}

/* Heap sort, the strongest first: no memory, no bad case. */
static void sift(const struct candidate *items, uint32_t *order, size_t root, size_t n)
{
    for (size_t child; (child = 2 * root + 1) < n; root = child) {
        if (child + 1 < n && wins(&items[order[child]], &items[order[child + 1]]))
            child++;
        if (!wins(&items[order[root]], &items[order[child]]))
            return;
        uint32_t swapped = order[root];
        order[root] = order[child];
        order[child] = swapped;
    }
}

static void sort_by_strength(const struct candidates *candidates, uint32_t *order)
{
    size_t n = candidates->count;
    for (size_t i = 0; i < n; i++)
        order[i] = (uint32_t)i;
    for (size_t i = n / 2; i-- > 0;)
        sift(candidates->items, order, i, n);
    for (size_t i = n; i-- > 1;) {
        uint32_t swapped = order[0];
        order[0] = order[i];
        order[i] = swapped;
        sift(candidates->items, order, 0, i);
    }
}

static uint32_t owner_of(const struct candidate *candidate, const uint32_t *owner)
{
    for (uint32_t i = candidate->first; i < candidate->end; i++)
        if (owner[i])
            return owner[i];
    return 0;
}

/* The candidate takes its tokens, when none of them has an owner. */
static void take(struct candidates *candidates, uint32_t i, uint32_t *owner)
{
    struct candidate *candidate = &candidates->items[i];
    uint32_t winner = owner_of(candidate, owner);
    bool veto = (winner ? &candidates->items[winner - 1] : candidate)->kind == KIND_NONE;
    candidate->fate = veto ? FATE_VETO : winner ? FATE_LOST : FATE_CLAIM;
    for (uint32_t t = candidate->first; !winner && t < candidate->end; t++)
        owner[t] = i + 1;
}

void overlap_decide(struct candidates *candidates, uint32_t *order, uint32_t *owner, size_t n_tokens)
{
    memset(owner, 0, n_tokens * sizeof *owner);
    sort_by_strength(candidates, order);
    for (size_t i = 0; i < candidates->count; i++)
        take(candidates, order[i], owner);
}

void overlap_add(struct candidates *candidates, size_t first, uint32_t *owner)
{
    for (size_t i = first; i < candidates->count; i++)
        take(candidates, (uint32_t)i, owner);
}
