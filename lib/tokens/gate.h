/* Which sentences can hold a claim, without cutting them into tokens: two in five of a newspaper's cannot. */
#ifndef TOKENS_GATE_H
#define TOKENS_GATE_H

#include <stdbool.h>
#include <stdint.h>

#include "lexicon/lexicon.h"

struct gate {
    uint64_t heads[1024]; /* a bit for the hash of the first four letters of each trigger word */
};

void gate_init(struct gate *gate, const struct lexicon *lexicon);

/* Does text[start … end) hold a digit, a sign of number or currency, or a word that triggers? */
bool gate_passes(const struct gate *gate, const struct lexicon *lexicon, const char *text, uint32_t start, uint32_t end);

#endif
