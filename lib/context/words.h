/* What each token can be in a sentence: the classes of grammar as bits, first all that the word can be, then what it
 * is. */
#ifndef CONTEXT_WORDS_H
#define CONTEXT_WORDS_H

#include "grammar/pattern.h"
#include "tokens/token.h"

/* A bit for each class of the block "Grammar." in classes.def. */
#define IS(name) (UINT64_C(1) << (CLASS_##name - CLASS_NOUN))

#define IS_VERBAL (IS(VERB) | IS(PAST) | IS(GERUND))
#define IS_MODAL (IS(WILL) | IS(WOULD) | IS(CAN) | IS(MUST))
#define IS_HELPER (IS(BE) | IS(HAVE) | IS(DO) | IS_MODAL)

struct word {
    uint64_t traits;
    uint8_t class; /* of a mark or of a small word that patterns ask for (TO, OF, COMMA); else CLASS_NONE */
    bool bound;    /* "about", "over": an adverb before a figure */
};

/* Made once for an engine. */
struct grammar {
    struct word *of_form;
    struct alphabet alphabet; /* a letter for each class */
    uint8_t letter[N_CLASSES];
    struct pattern_set *attribution;
};

int32_t grammar_init(struct grammar *grammar, const struct lexicon *lexicon, bool jit,
                     const claimex_allocator *allocator, claimex_error *error);
void grammar_free(struct grammar *grammar, const claimex_allocator *allocator);

/* Fills words[i] for each token. `claimed` says which tokens belong to a claim: its index in `claims` plus 1. */
void words_classify(const struct grammar *grammar, const struct tokens *tokens, const uint32_t *claimed,
                    const claimex_claim *claims, struct word *words);

#endif
