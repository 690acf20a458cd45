/* The library counts in bytes. People count in lines and columns, other languages in code points or UTF-16 units; one
 * sorted pass over the text translates all offsets of a document. */
#include "places.h"

#include <stdlib.h>

enum { OFFSETS_PER_CLAIM = 12 };

static int compare_offsets(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static bool make_room(struct places *places, size_t n_claims)
{
    size_t needed = n_claims * OFFSETS_PER_CLAIM;
    if (needed <= places->capacity) {
        return true;
    }
    places_free(places);
    places->offsets = malloc(needed * sizeof *places->offsets);
    places->positions = malloc(needed * sizeof *places->positions);
    if (places->offsets == NULL || places->positions == NULL) {
        places_free(places);
        return false;
    }
    places->capacity = needed;
    return true;
}

static void add_span(struct places *places, claimex_span span)
{
    places->offsets[places->count++] = span.start;
    places->offsets[places->count++] = span.end;
}

static void add_claim(struct places *places, const claimex_claim *claim)
{
    add_span(places, claim->at);
    add_span(places, claim->modifier);
    add_span(places, claim->subject);
    add_span(places, claim->source);
    add_span(places, claim->cue);
    add_span(places, claim->sentence);
}

static void sort_once(struct places *places)
{
    size_t kept = 0;
    qsort(places->offsets, places->count, sizeof *places->offsets, compare_offsets);
    for (size_t i = 0; i < places->count; i++) {
        if (kept == 0 || places->offsets[i] != places->offsets[kept - 1]) {
            places->offsets[kept++] = places->offsets[i];
        }
    }
    places->count = kept;
}

bool places_find(struct places *places, const char *text, size_t length, const claimex_claim *claims, size_t n_claims)
{
    places->count = 0;
    if (n_claims == 0) {
        return true;
    }
    if (!make_room(places, n_claims)) {
        return false;
    }
    for (size_t i = 0; i < n_claims; i++) {
        add_claim(places, &claims[i]);
    }
    sort_once(places);
    return claimex_locate_many(text, length, places->offsets, places->count, places->positions, NULL) == CLAIMEX_OK;
}

const claimex_position *places_at(const struct places *places, uint32_t offset)
{
    uint64_t wanted = offset;
    const uint64_t *found = bsearch(&wanted, places->offsets, places->count, sizeof wanted, compare_offsets);
    return &places->positions[found - places->offsets];
}

void places_free(struct places *places)
{
    free(places->offsets);
    free(places->positions);
    *places = (struct places){ 0 };
}
