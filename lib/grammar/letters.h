/* From tokens to letters: one byte a token, looked up in tables that are made once for an engine. */
#ifndef GRAMMAR_LETTERS_H
#define GRAMMAR_LETTERS_H

#include "claimex/status.h"
#include "grammar/alphabet.h"
#include "tokens/token.h"

struct letters {
    struct alphabet alphabet;
    uint8_t *of; /* by the shape of tokens that have one; N_CLASSES behind, by form * LEXICON_N_PLACES + place */
};

int32_t letters_init(struct letters *letters, const struct lexicon *lexicon, enum class_alphabet sees,
                     const claimex_allocator *allocator, claimex_error *error);
void letters_free(struct letters *letters, const claimex_allocator *allocator);

static inline uint8_t letters_of(const struct letters *letters, const struct token *token)
{
    /* a mask: a jump would often be guessed wrong */
    size_t known = (size_t)0 - (size_t)(token->form != 0 && token->shape == CLASS_NONE);
    size_t of_form = N_CLASSES + (size_t)token->form * LEXICON_N_PLACES + token->place;
    return letters->of[token->shape + (of_form & known)];
}

/* One letter a token. */
static inline void letters_write(const struct letters *letters, const struct tokens *tokens, uint8_t *out)
{
    for (size_t i = 0; i < tokens->token.count; i++)
        out[i] = letters_of(letters, &tokens->token.items[i]);
}

#endif
