/* The context of claims: what they measure, who says so, how it is meant, what changed, how they hang together. */
#ifndef CONTEXT_CONTEXT_H
#define CONTEXT_CONTEXT_H

#include "context/attribution.h"
#include "context/items.h"
#include "context/spoken.h"
#include "tokens/sentences.h"

/* A claim in a quotation without a speaker in its sentence. */
struct pending {
    uint32_t claim;
    uint32_t sentence;
};

/* A sentence with claims, cut into items. */
struct parsed {
    uint32_t sentence; /* the one of context->spoken */
    struct tokens tokens;
    struct clause clause;
};

/* Working memory, kept from text to text. */
struct context {
    const struct grammar *grammar;
    const claimex_allocator *allocator;
    struct matcher *matcher;
    ARRAY(struct parsed) parsed; /* some sentences, each a part of the words, items and item_of */
    ARRAY(struct word) words;
    ARRAY(uint32_t) lists; /* for words_classify */
    ARRAY(struct item) items;
    ARRAY(uint32_t) item_of;
    ARRAY(uint8_t) letters;
    ARRAY(uint64_t) finds;       /* both for attribution_find */
    ARRAY(struct spoken) spoken; /* every sentence of the text */
    ARRAY(struct pending) pending;
    bool quoted; /* where the next sentence begins */
    uint32_t n_cells, n_turns, n_lines; /* cells of tables; lines that somebody may begin to speak with; all lines */
    ARRAY(struct share) shares;
};

void context_free(struct context *context);

/* Before a text. */
void context_reset(struct context *context);

/* Every sentence, once it is known whether it has a word or mark of SPEECH. False when out of memory. */
bool context_enter(struct context *context, const char *text, size_t length, const struct sentence *sentence,
                   bool speaks);

/* Room for that many, and for their tokens and claims. False when out of memory. */
bool context_reserve(struct context *context, size_t n_sentences, size_t n_tokens, size_t n_claims);

/* A sentence with claims, the one of context->spoken[sentence]. */
void context_parse(struct context *context, uint32_t sentence, const struct tokens *tokens,
                   const struct sentence_claims *claims);

/* Of all that were parsed since room was made; `claims` are those of the whole text. False when out of memory. */
bool context_find(struct context *context, const claimex_claim *claims);

/* After the last sentence: what stands in other sentences, as the speakers of quotations and the heads of tables do.
 * Uses the tokens. The context is then as before a text. */
bool context_finish(struct context *context, struct tokens *tokens, const struct found *found);

#endif
