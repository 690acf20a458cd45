/* From the words of a text to the forms of the lexicon. */
#ifndef TOKENS_LOOK_UP_H
#define TOKENS_LOOK_UP_H

#include "lexicon/word.h"
#include "tokens/token.h"

/* Any word, of `length` bytes at p, or the longest phrase that begins with it and ends before `end`. */
struct lexicon_found look_up_word(const struct lexicon *lexicon, const unsigned char *p, size_t length,
                                  const unsigned char *end);

/* A run of letters, as it stands and folded. */
struct look_up_letters {
    const unsigned char *p;
    uint32_t length;
    uint32_t hash;
    uint64_t low, high;
    uint64_t folded_low, folded_high;
};

/* The slower parts of look_up_run. */
void look_up_remember(const struct tokens *tokens, struct memo_word *word, const struct look_up_letters *letters);
struct lexicon_found look_up_phrase(const struct tokens *tokens, const struct look_up_letters *letters,
                                    const unsigned char *end);

static inline struct look_up_letters look_up_read(const unsigned char *p, struct word_run run)
{
    struct look_up_letters letters = { p, run.length, 0, word_bytes(p, run.length), 0, word_folded(p, run.length), 0 };
    uint64_t hash = hash_step(run.length, letters.folded_low);
    if (run.length > 8) {
        letters.high = word_bytes(p + 8, run.length - 8);
        letters.folded_high = word_folded(p + 8, run.length - 8);
        hash = hash_step(hash, letters.folded_high);
    }
    letters.hash = (uint32_t)hash;
    return letters;
}

/* Can a phrase begin with the word? `next` is the run behind a single blank. */
static inline bool look_up_may_begin(const struct lexicon *lexicon, const struct look_up_letters *letters,
                                     struct word_run next, const unsigned char *end)
{
    const unsigned char *behind = letters->p + letters->length;
    uint64_t second = *behind;
    if (*behind == '-' || *behind == '\n')
        return true;
    if (*behind == ' ') {
        if (++behind >= end)
            return false;
        if (!next.length && (*behind <= ' ' || *behind >= 0x80 || word_is_ascii_letter(*behind)))
            return true;
        second = next.length ? word_folded(behind, next.length) : *behind;
    }
    return filter_has(&lexicon->pairs, filter_pair(letters->folded_low, second));
}

/* A word that is a run of letters; `next` is the run behind a single blank, if there is one. The length is set also when
 * the lexicon has no such word. */
static inline struct lexicon_found look_up_run(const struct tokens *tokens, const unsigned char *p, struct word_run run,
                                               struct word_run next, const unsigned char *end)
{
    struct look_up_letters letters = look_up_read(p, run);
    if (!filter_has(&tokens->lexicon->words, letters.hash))
        return (struct lexicon_found){ 0, run.length, 0 };
    struct memo_word *word = &tokens->memo->words[letters.hash >> (32 - MEMO_BITS)];
    if (word->low != letters.low || word->high != letters.high)
        look_up_remember(tokens, word, &letters);
    if (word->heads && look_up_may_begin(tokens->lexicon, &letters, next, end)) {
        struct lexicon_found phrase = look_up_phrase(tokens, &letters, end);
        if (phrase.form)
            return phrase;
    }
    return (struct lexicon_found){ word->form, run.length, word->traits };
}

#endif
