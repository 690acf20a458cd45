/* Words that a result has seen, as they were written, with their parts of speech: a text is made of few words that come
 * again and again. A word takes the place of another one that falls into the same slot. */
#ifndef TOKENS_MEMO_H
#define TOKENS_MEMO_H

#include <stdint.h>

#include "base/slice.h"

#define MEMO_BITS 10

struct memo_classes {
    uint64_t low, high;
    uint8_t classes; /* enum word_class, combined */
};

struct memo {
    struct memo_classes classes[1 << MEMO_BITS];
};

/* enum word_class, combined, of a word that may have capitals; never 0. */
unsigned memo_classes(struct memo *memo, struct slice word);

#endif
