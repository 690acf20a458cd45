/* Which sentences can hold a claim, without cutting them into tokens: a third of a newspaper's cannot. */
#ifndef TOKENS_GATE_H
#define TOKENS_GATE_H

#include "tokens/sentences.h"

#define GATE_BITS 65536
#define GATE_FACTOR UINT64_C(0x9E3779B97F4A7C15)

struct gate {
    struct class_set triggers;
    bool high_words; /* one that triggers begins with a letter that is not ASCII */
    uint64_t words[GATE_BITS / 64]; /* a bit for each word that triggers */
    uint64_t pairs[GATE_BITS / 64]; /* and for how each phrase begins that does */
};

void gate_init(struct gate *gate, const struct lexicon *lexicon);

/* Does the sentence hold a digit, a sign of number or currency, or a word or phrase that triggers? */
bool gate_passes(const struct gate *gate, const struct lexicon *lexicon, struct slice text, const struct sentence *sentence);

#endif
