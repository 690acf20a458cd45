/* Running the recognizers over the letters of a sentence. */
#ifndef RECOGNIZERS_CANDIDATES_H
#define RECOGNIZERS_CANDIDATES_H

#include "recognizers/recognizer.h"

ARRAY_TYPE(candidates, struct candidate);

/* Where patterns may match. */
struct candidates_place {
    uint64_t patterns; /* as bits */
    uint32_t token;
};

#define CANDIDATES_MOST_RECOGNIZERS 16

struct candidates_finder {
    const struct pattern_set *patterns;
    struct matcher *matcher;
    const claimex_allocator *allocator;
    ARRAY(struct candidates_place) places;           /* of the sentence */
    uint32_t free_from[CANDIDATES_MOST_RECOGNIZERS]; /* by recognizer: the token behind its last match */
    struct match match;
};

/* Appends what all recognizers but the last one read. Behind the reader's letters are PATTERN_AHEAD zeros. False when
 * out of memory. */
bool candidates_find(struct candidates_finder *finder, const struct reader *reader, struct candidates *candidates);

/* Then what the last one reads, at the tokens that have no owner among those candidates. */
bool candidates_find_rest(struct candidates_finder *finder, const struct reader *reader, const uint32_t *owner,
                          struct candidates *candidates);

#endif
