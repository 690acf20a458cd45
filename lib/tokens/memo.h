/* Words that a result has seen, as they were written, with their parts of speech: a text is made of few words that come
 * again and again. A word takes the place of another one that falls into the same slot. */
#ifndef TOKENS_MEMO_H
#define TOKENS_MEMO_H

#include <stdint.h>

#include "base/slice.h"

#define MEMO_BITS 13

struct memo {
    uint64_t slots[1 << MEMO_BITS]; /* the upper bits of a word's hash, and its classes in the lower ones */
};

/* enum word_class, combined, of a word that may have capitals; never 0. `room` bytes of text can be read from where it
 * begins. */
unsigned memo_classes(struct memo *memo, struct slice word, size_t room);

#endif
