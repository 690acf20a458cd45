/* Which sentences can hold a claim, without cutting them into tokens: a third of a newspaper's cannot. */
#ifndef TOKENS_GATE_H
#define TOKENS_GATE_H

#include "tokens/sentences.h"

struct gate {
    struct class_set triggers;
    struct filter words; /* that trigger, by their filter_letters */
    struct filter pairs; /* how each phrase begins that does */
};

void gate_init(struct gate *gate, const struct lexicon *lexicon);

/* Does the sentence hold a digit, a sign of number or currency, or a word or phrase that triggers? */
bool gate_passes(const struct gate *gate, const struct lexicon *lexicon, struct slice text, const struct sentence *sentence);

#endif
