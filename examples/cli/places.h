/* Where the spans of a document's claims are, in lines, characters and UTF-16 units. */
#ifndef CLI_PLACES_H
#define CLI_PLACES_H

#include <stdbool.h>

#include <claimex.h>

/* Zero-initialised before the first places_find; keeps its memory for the next document. */
struct places {
    uint64_t *offsets; /* ascending, each once */
    claimex_position *positions;
    size_t count;
    size_t capacity;
};

/* Locates the ends of all spans of the claims in one pass over the text; false when out of memory. */
bool places_find(struct places *places, const char *text, size_t length, const claimex_claim *claims, size_t n_claims);

/* The position of an end of one of those spans. */
const claimex_position *places_at(const struct places *places, uint32_t offset);

void places_free(struct places *places);

#endif
