/* Letters: one byte for each distinct set of classes. */
#ifndef GRAMMAR_ALPHABET_H
#define GRAMMAR_ALPHABET_H

#include <stdbool.h>
#include <stdint.h>

#include "lexicon/class.h"

#define ALPHABET_SIZE 253 /* 1 … 255 without 10 and 13, which PCRE2 takes for newlines; 0 is never a token */

#define ALPHABET_SLOTS 1024

struct alphabet {
    enum class_alphabet sees;
    struct class_set seen;           /* the classes that it sees */
    unsigned count;                  /* letters in use */
    struct class_set sets[256];      /* by letter */
    uint8_t letters[ALPHABET_SIZE];  /* in the order of their making */
    uint8_t slots[ALPHABET_SLOTS];   /* by the hash of their sets */
    uint8_t having[N_CLASSES][32];   /* by class: a bit for each letter */
};

void alphabet_init(struct alphabet *alphabet, enum class_alphabet sees);

/* The letter of a set (reduced to what the alphabet sees; the empty set has a letter too), made when it is new; 0 when
 * all are used up. */
uint8_t alphabet_letter(struct alphabet *alphabet, const struct class_set *set);

/* The letters whose sets have the class, as a bit for each byte. */
void alphabet_having(const struct alphabet *alphabet, enum class class, uint8_t bitmap[32]);

#endif
