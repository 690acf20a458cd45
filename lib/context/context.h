/* The context of claims: what they measure, who says so, how it is meant, what changed, how they hang together. */
#ifndef CONTEXT_CONTEXT_H
#define CONTEXT_CONTEXT_H

#include "context/attribution.h"
#include "context/items.h"
#include "tokens/sentences.h"

/* A sentence with its part of a quotation. */
struct spoken {
    uint32_t start, end;  /* bytes */
    uint8_t opens_quoted; /* it begins within quotation marks */
    uint8_t ends_quoted;
    uint8_t known; /* its attribution has been looked for */
    uint8_t paragraph_ends;
    uint8_t begins_quoted;    /* its first character opens a quotation */
    uint8_t follows_quote;    /* the sentence before ends with a mark: "Why?" | Ma said. */
    claimex_span source, cue; /* of the quotation in it; empty when nobody is named */
    claimex_span says, leads; /* source and cue of what follows it: Ma said no. | "It cost $5." */
};

/* A claim in a quotation without a speaker in its sentence. */
struct pending {
    uint32_t claim;
    uint32_t sentence;
};

/* Working memory, kept from text to text. */
struct context {
    const struct grammar *grammar;
    const claimex_allocator *allocator;
    struct matcher *matcher;
    ARRAY(struct word) words;
    ARRAY(uint32_t) lists; /* for words_classify */
    ARRAY(struct item) items;
    ARRAY(uint32_t) item_of;
    ARRAY(uint8_t) letters;
    ARRAY(uint64_t) finds; /* both for attribution_find */
    ARRAY(struct spoken) spoken; /* every sentence of the text */
    ARRAY(struct pending) pending;
    bool quoted;                 /* where the next sentence begins */
};

void context_free(struct context *context);

/* Before a text. */
void context_reset(struct context *context);

/* Every sentence, before anything else is done with it. False when out of memory. */
bool context_enter(struct context *context, const char *text, const struct sentence *sentence);

/* A sentence with claims, the one of context->spoken[sentence]: claims[first … n) are its own, in order. */
bool context_sentence(struct context *context, uint32_t sentence, const struct tokens *tokens, claimex_claim *claims,
                      uint32_t first, uint32_t n);

/* After the last sentence: quotations whose speaker stands in another sentence. Uses the tokens for those. The context
 * is then as before a text. */
bool context_finish(struct context *context, struct tokens *tokens, claimex_claim *claims);

#endif
