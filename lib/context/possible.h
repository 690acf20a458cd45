/* All that each token of a sentence can be. */
#ifndef CONTEXT_POSSIBLE_H
#define CONTEXT_POSSIBLE_H

#include "context/words.h"

/* Fills words[i] for each token. `lists` has room for two indexes each. */
void possible_find(const struct grammar *grammar, const struct tokens *tokens, struct word *words, uint32_t *lists);

#endif
