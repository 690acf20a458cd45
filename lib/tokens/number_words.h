/* Numbers written in words, and words that join numbers. */
#ifndef TOKENS_NUMBER_WORDS_H
#define TOKENS_NUMBER_WORDS_H

#include "tokens/token.h"

/* Joins runs of number words to single tokens ("two thousand three hundred", "half a", "2 and a half"). A scale word
 * that ends a run stays a token of its own, so that a range can share it. False when out of memory. Linear. */
bool number_words_join(struct tokens *tokens);

#endif
