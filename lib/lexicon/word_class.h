/* The parts of speech of any English word, by table and by ending. */
#ifndef LEXICON_WORD_CLASS_H
#define LEXICON_WORD_CLASS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum word_class {
    WORD_NOUN = 1,
    WORD_VERB = 2,
    WORD_PAST = 4, /* past tense or past participle */
    WORD_GERUND = 8,
    WORD_ADJECTIVE = 16,
    WORD_ADVERB = 32
};
#define WORD_CLASS_BITS 6u
#define WORD_CLASS_MASK ((1u << WORD_CLASS_BITS) - 1)

/* enum word_class, combined, of a word in lower case; never 0: a word of which nothing is known is a noun. */
unsigned word_class_of(const char *word, size_t length);

/* Is it in the table, or a regular form of a word that is? */
bool word_class_knows(const char *word, size_t length);

/* largest, busiest, most, best, worst; in lower case */
bool word_class_is_superlative(struct slice word);

/* hexylthiophene, aminopyridine, butyl: by its ending a chemical name, which no table has. */
bool word_class_is_substance(struct slice word);

/* An open-addressed table: the upper bits of a word's hash, and its classes in the lower ones. Words are not kept: a
 * word that is not in the table passes for one that is about once in 50,000. */
extern const uint32_t word_class_slots[];
extern const uint32_t word_class_mask;

#endif
