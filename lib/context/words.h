/* What each token can be in a sentence: the classes of grammar as bits, first all that the word can be, then what it
 * is. */
#ifndef CONTEXT_WORDS_H
#define CONTEXT_WORDS_H

#include "grammar/pattern.h"
#include "lexicon/word_class.h"
#include "tokens/token.h"

/* A bit for each class of the block "Grammar." in classes.def. */
#define IS(name) (UINT64_C(1) << (CLASS_##name - CLASS_NOUN))

#define IS_VERBAL (IS(VERB) | IS(PAST) | IS(GERUND))
#define IS_MODAL (IS(WILL) | IS(WOULD) | IS(CAN) | IS(MUST))
#define IS_HELPER (IS(BE) | IS(HAVE) | IS(DO) | IS_MODAL)
#define IS_OPEN (IS(NOUN) | IS_VERBAL | IS(ADJECTIVE) | IS(ADVERB))
#define IS_CLOSED                                                                                               \
    (IS(DETERMINER) | IS(POSSESSOR) | IS(PRONOUN) | IS(RELATIVE) | IS(THAT) | IS(PREPOSITION) | IS(SUBORDINATE) \
     | IS(BUT) | IS_HELPER | IS(NOT) | IS(ACCORDING))

enum word_mark {
    WORD_DETERMINER = 1,
    WORD_NOMINAL = 2,  /* a part of any noun phrase */
    WORD_UNSURE = 4,   /* what it is, the words around it say */
    WORD_LEANING = 8,  /* a mark or small word that is another one beside some words */
    WORD_BOUND = 16,   /* "about", "over": an adverb before a figure */
    WORD_SEVERAL = 32, /* "points out": a phrase of the lexicon is what it says */
    WORD_VERBAL = 64,  /* a verb, finite or not, helpers too */
    WORD_OPENING = 128 /* a phrase or quotation may begin with it */
};

/* What a word is, with what follows from its traits and class: word_settle fills in the marks and `alone`. */
struct word {
    uint64_t traits;
    uint32_t claim;  /* of the sentence, plus 1, that the word belongs to; 0 for none */
    uint8_t class;   /* of a mark or of a small word that patterns ask for (TO, OF, COMMA); else CLASS_NONE */
    uint8_t alone;   /* the class of an item that is this word and no more */
    uint8_t marks;   /* enum word_mark, combined */
    uint8_t counted; /* the noun that was found behind a number, other than one */
};

void word_settle(struct word *word);

static inline void word_decide(struct word *word, uint64_t traits)
{
    if (traits == word->traits)
        return;
    word->traits = traits;
    word_settle(word);
}

static inline bool word_ends_in_s(const struct tokens *tokens, uint32_t i)
{
    struct slice word = token_slice(tokens, i);
    return (word.bytes[word.length - 1] | 0x20) == 's';
}

/* A noun, a name or what stands before one. */
static inline bool word_is_nominal(const struct word *word)
{
    return (word->traits & (IS(NOUN) | IS(NAME) | IS(ADJECTIVE)))
           && !(word->traits & (IS_HELPER | IS(PREPOSITION) | IS(SUBORDINATE) | IS(PRONOUN) | IS(NOT)));
}

/* Made once for an engine. */
struct grammar {
    struct word *of;                               /* by the shape of a token, then by its form */
    struct word of_classes[1u << WORD_CLASS_BITS]; /* of a word that no lexicon has: by enum word_class, combined */
    struct alphabet alphabet;                      /* a letter for each class */
    uint8_t letter[N_CLASSES];
    struct pattern_set *attribution;
};

int32_t grammar_init(struct grammar *grammar, const struct lexicon *lexicon, bool jit,
                     const claimex_allocator *allocator, claimex_error *error);
void grammar_free(struct grammar *grammar, const claimex_allocator *allocator);

/* Before its neighbours and its capital are looked at. */
static inline const struct word *grammar_word(const struct grammar *grammar, const struct token *token)
{
    uint32_t known = 0 - (uint32_t)(token->form != 0); /* a mask: a jump would often be guessed wrong */
    return &grammar->of[(token->shape & ~known) + ((N_CLASSES + token->form) & known)];
}

#define WORDS_AROUND 3u /* of a sentence: one before the first, two behind the last */

/* The claims of a sentence, in order. */
struct sentence_claims {
    claimex_claim *items;
    const uint32_t *counted; /* by claim: the token behind the noun that was found behind its number; 0 */
    uint32_t count;
};

/* Fills words[i] for each token, and words without traits around them: WORDS_AROUND. `lists` has room for two indexes
 * each. */
void words_classify(const struct grammar *grammar, const struct tokens *tokens, const struct sentence_claims *claims,
                    struct word *words, uint32_t *lists);

/* Settles what the word at i is, which can be several things, by the words beside it. */
void words_resolve(const struct tokens *tokens, struct word *words, uint32_t i);

#endif
