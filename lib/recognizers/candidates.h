/* Running the recognizers over the letters of a sentence. */
#ifndef RECOGNIZERS_CANDIDATES_H
#define RECOGNIZERS_CANDIDATES_H

#include "recognizers/recognizer.h"

ARRAY_TYPE(candidates, struct candidate);

/* Where patterns may match: working memory of a search. */
struct candidates_place {
    uint64_t patterns; /* as bits */
    uint32_t token;
};
ARRAY_TYPE(candidates_places, struct candidates_place);

/* Appends what the recognizers read. Behind the reader's letters are PATTERN_AHEAD zeros. False when out of memory. */
bool candidates_find(const struct pattern_set *patterns, struct matcher *matcher, const struct reader *reader,
                     struct candidates_places *places, struct candidates *candidates,
                     const claimex_allocator *allocator);

#endif
