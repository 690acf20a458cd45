/* Running the recognizers over the letters of a sentence. */
#ifndef RECOGNIZERS_CANDIDATES_H
#define RECOGNIZERS_CANDIDATES_H

#include "recognizers/recognizer.h"

ARRAY_TYPE(candidates, struct candidate);

/* Appends what the recognizers read. Behind the reader's letters are PATTERN_AHEAD zeros. False when out of memory. */
bool candidates_find(const struct pattern_set *patterns, struct matcher *matcher, const struct reader *reader,
                     struct candidates *candidates, const claimex_allocator *allocator);

#endif
