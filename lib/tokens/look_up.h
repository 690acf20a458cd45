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
                                     const unsigned char *end);

/* Can a phrase begin with the word, when no run stands behind it and a single blank? */
static inline bool look_up_may_begin(const struct lexicon *lexicon, const unsigned char *p, const struct word_run *run,
                                     const unsigned char *end)
{
    const unsigned char *behind = p + run->length;
    if (*behind == '-' || *behind == '\n')
        return true;
    if (*behind == ' ') {
        if (++behind >= end)
            return false;
        if (*behind <= ' ' || *behind >= 0x80 || word_is_ascii_letter(*behind))
            return true;
    }
    return filter_has(&lexicon->pairs, filter_pair(run->head[0], *behind));
}

/* A word that is a run of letters; `next` is the run behind a single blank, if there is one. The length is set also
 * when the lexicon has no such word. What most words have in common is decided without a jump. */
static inline struct lexicon_found look_up_run(const struct lexicon *lexicon, const unsigned char *p,
                                               const struct word_run *run, const struct word_run *next,
                                               const unsigned char *end)
{
    const struct lexicon_slot *slot = lexicon_slot_of_head(lexicon->layers[1], run->head);
    const struct lexicon_slot *extra =
        lexicon->layers[0] ? lexicon_slot_of_head(lexicon->layers[0], run->head) : &lexicon_no_slot;
    bool pair = !next->length || filter_has(&lexicon->pairs, filter_pair(run->head[0], next->head[0]));
    if (slot->closer | (extra->entry != 0) | (pair & slot->heads)) {
        bool heads = pair && (slot->heads || extra->heads);
        bool phrase = heads && (next->length || look_up_may_begin(lexicon, p, run, end));
        if (phrase || slot->closer || extra->entry)
            return look_up_closely(lexicon, p, run, phrase ? end : p + run->length);
    }
    return (struct lexicon_found){ slot->form, run->length, slot->traits };
}

#endif
