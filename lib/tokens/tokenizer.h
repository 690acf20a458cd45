/* Cutting a sentence into tokens. */
#ifndef TOKENS_TOKENIZER_H
#define TOKENS_TOKENIZER_H

#include "claimex/status.h"
#include "tokens/token.h"

/* Replaces the tokens by those of text[start … end), and adds their numbers to the numbers that are there. Only
 * NO_MEMORY can fail. Linear in the length. */
bool tokenizer_run(struct tokens *tokens, uint32_t start, uint32_t end);

#endif
