/* A token: a piece of the text with its word or number. */
#ifndef TOKENS_TOKEN_H
#define TOKENS_TOKEN_H

#include <stdint.h>

#include "base/array.h"
#include "base/slice.h"
#include "claimex/claim.h"
#include "lexicon/lexicon.h"
#include "tokens/memo.h"

enum token_flag {
    TOKEN_GAP_BEFORE = 1, /* white space, or the start of the sentence */
    TOKEN_GLUED = 2,      /* directly after a number */
    TOKEN_FIRST = 4,      /* the first word of its sentence */
    TOKEN_NEWLINE = 8     /* the gap before holds a line end */
};

struct token {
    uint32_t start; /* bytes of the text */
    uint32_t end;
    uint32_t form;   /* of the lexicon; 0 when it has none */
    uint32_t number; /* index into tokens.numbers; NO_NUMBER when it is none */
    uint8_t shape;   /* a class: the shape of a number, a mark or a word that no pattern knows; else CLASS_NONE */
    uint8_t flags;
    uint8_t place;   /* enum lexicon_place, combined */
    uint8_t capital; /* how a word is written: CLASS_LOWER, _CAPITALISED, _UPPER or _MIXED; 0 for other tokens */
    uint32_t traits; /* enum lexicon_trait of the form */
};

#define NO_NUMBER UINT32_MAX

struct tokens {
    const claimex_allocator *allocator;
    const struct lexicon *lexicon;
    const char *text;
    uint32_t length; /* of the text */
    unsigned traits; /* of all tokens together */
    ARRAY(struct token) token;
    ARRAY(claimex_decimal) numbers;
    struct memo *memo;
};

static inline struct slice token_slice(const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    return (struct slice){ tokens->text + token->start, token->end - token->start };
}

/* The reading of a class that the token has; NULL when it has not. */
static inline const struct lexicon_reading *token_reading(const struct tokens *tokens, uint32_t i, enum class class)
{
    const struct token *token = &tokens->token.items[i];
    return lexicon_reading_of(tokens->lexicon, token->form, token->place, class);
}

/* The value of a class as text ("USD|AUD"), "" when it has none; NULL when the token has not the class. */
static inline const char *token_text(const struct tokens *tokens, uint32_t i, enum class class)
{
    const struct lexicon_reading *reading = token_reading(tokens, i, class);
    return reading ? lexicon_text(tokens->lexicon, tokens->token.items[i].form, reading->text) : NULL;
}

/* The value of a class as a number; 0 when the token has not the class, or it has no value. */
static inline int32_t token_number_of(const struct tokens *tokens, uint32_t i, enum class class)
{
    const struct lexicon_reading *reading = token_reading(tokens, i, class);
    return reading ? reading->number : 0;
}

static inline bool token_is_number(const struct token *token)
{
    return token->number != NO_NUMBER && token->shape >= CLASS_TWELVE && token->shape <= CLASS_AN;
}

static inline bool token_has(const struct tokens *tokens, uint32_t i, enum class class)
{
    const struct token *token = &tokens->token.items[i];
    if (token->shape == class || (class == CLASS_NUMBER && token_is_number(token)))
        return class != CLASS_NONE;
    return lexicon_has(tokens->lexicon, token->form, token->place, class);
}

/* enum word_class, combined, of the word of a token; never 0. */
static inline unsigned token_word_classes(const struct tokens *tokens, uint32_t i)
{
    return memo_classes(tokens->memo, token_slice(tokens, i), tokens->length - tokens->token.items[i].start);
}

/* All the classes of a token. */
struct class_set token_classes(const struct tokens *tokens, uint32_t i);

/* Has the token one of the classes? */
static inline bool token_meets(const struct tokens *tokens, uint32_t i, const struct class_set *set)
{
    const struct token *token = &tokens->token.items[i];
    if (token->form && !class_set_meets(&lexicon_form(tokens->lexicon, token->form)->classes, set))
        return false;
    struct class_set classes = token_classes(tokens, i);
    return class_set_meets(&classes, set);
}

#endif
