/* From the words of a text to the forms of the lexicon. */
#ifndef TOKENS_LOOK_UP_H
#define TOKENS_LOOK_UP_H

#include "lexicon/word.h"
#include "tokens/token.h"

/* Any word, of `length` bytes at p, or the longest phrase that begins with it and ends before `end`. */
struct lexicon_found look_up_word(const struct lexicon *lexicon, const unsigned char *p, size_t length,
                                  const unsigned char *end);

/* The slower part of look_up_run. */
struct lexicon_found look_up_closely(const struct lexicon *lexicon, const unsigned char *p, const struct word_run *run,
                                     const struct word_run *next, const unsigned char *end);

/* Can a phrase begin with the word and the run behind it, when there is one? */
static inline bool look_up_is_pair(const struct lexicon *lexicon, const struct word_run *run,
                                   const struct word_run *next)
{
    return !next->length || filter_has(&lexicon->pairs, filter_pair(run->head[0], next->head[0]));
}

/* A word that is a run of letters; `next` is the run behind a single blank, if there is one. The length is set also
 * when the lexicon has no such word. What most words have in common is decided without a jump. */
static inline struct lexicon_found look_up_run(const struct lexicon *lexicon, const unsigned char *p,
                                               const struct word_run *run, const struct word_run *next,
                                               const unsigned char *end)
{
    struct lexicon_word word = lexicon_word_of(lexicon->layers[1], run->head);
    bool pair = look_up_is_pair(lexicon, run, next);
    if ((word.cased & (run->upper != 0)) | (pair & word.heads) | (lexicon->layers[0] != NULL))
        return look_up_closely(lexicon, p, run, next, end);
    return (struct lexicon_found){ word.form, run->length, word.traits };
}

#endif
