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

void overlap_decide(struct candidates *candidates, uint32_t *order, uint32_t *owner, size_t n_tokens)
{
    for (size_t t = 0; t < n_tokens; t++)
        owner[t] = 0;
    sort_by_strength(candidates, order);
    for (size_t i = 0; i < candidates->count; i++) {
        struct candidate *candidate = &candidates->items[order[i]];
        uint32_t winner = owner_of(candidate, owner);
        if (winner) {
            candidate->fate = candidates->items[winner - 1].kind == KIND_NONE ? FATE_VETO : FATE_LOST;
            continue;
        }
        candidate->fate = candidate->kind == KIND_NONE ? FATE_VETO : FATE_CLAIM;
        for (uint32_t t = candidate->first; t < candidate->end; t++)
            owner[t] = order[i] + 1;
    }
}
