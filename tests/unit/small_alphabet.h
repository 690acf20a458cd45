/* A small alphabet for tests of patterns. */
#ifndef SMALL_ALPHABET_H
#define SMALL_ALPHABET_H

#include "grammar/alphabet.h"

/* Letters in the order of their making: 1 … 6 here. No token is a HYPHEN or a PERCENT. */
enum {
    PLAIN = 1, /* of no class */
    DOLLAR,    /* CURRENCY */
    THREE,     /* NUMBER */
    MILLION,   /* SCALE */
    METRE,     /* UNIT */
    POUND,     /* CURRENCY and UNIT */
    N_LETTERS
};

static inline void add_letter(struct alphabet *alphabet, enum class a, enum class b)
{
    struct class_set set = { { 0 } };

    if (a) {
        class_set_add(&set, a);
    }
    if (b) {
        class_set_add(&set, b);
    }
    alphabet_letter(alphabet, &set);
}

static inline struct alphabet small_alphabet(void)
{
    struct alphabet alphabet;

    alphabet_init(&alphabet, CLASS_QUANTITY);
    add_letter(&alphabet, CLASS_NONE, CLASS_NONE);
    add_letter(&alphabet, CLASS_CURRENCY, CLASS_NONE);
    add_letter(&alphabet, CLASS_NUMBER, CLASS_NONE);
    add_letter(&alphabet, CLASS_SCALE, CLASS_NONE);
    add_letter(&alphabet, CLASS_UNIT, CLASS_NONE);
    add_letter(&alphabet, CLASS_CURRENCY, CLASS_UNIT);
    return alphabet;
}

#endif
