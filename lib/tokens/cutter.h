/* Where the tokenizer stands, for those who help it to decide where a token ends. */
#ifndef TOKENS_CUTTER_H
#define TOKENS_CUTTER_H

#include "lexicon/word.h"
#include "tokens/token.h"

struct cutter {
    struct tokens *tokens;
    const unsigned char *text, *at, *end;
    const unsigned char *limit; /* of the text: what may be read, though not taken */
    unsigned gap;               /* token flags of the blanks before the next token */
    bool after_number;
};

#endif
