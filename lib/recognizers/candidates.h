/* Running the recognizers over the letters of a sentence. */
#ifndef RECOGNIZERS_CANDIDATES_H
#define RECOGNIZERS_CANDIDATES_H

#include "recognizers/recognizer.h"

ARRAY_TYPE(candidates, struct candidate);

/* Appends what the recognizers read. `letters` has a 0 behind each of its last PATTERN_AHEAD places. False when out of
 * memory. */
bool candidates_find(const struct pattern_set *patterns, struct matcher *matcher, const uint8_t *letters,
                     const struct reader *reader, struct candidates *candidates, const claimex_allocator *allocator);

#endif
