/* Patterns run over bytes, tokens have sets of classes: the alphabet gives each distinct set a byte of its own.
 * Letters are numbered in the order in which sets turn up, so nothing but an alphabet knows what a letter means. */
#include "grammar/alphabet.h"

#include <string.h>

/* 1, 2 … 9, 11, 12, 14 … 255: PCRE2 takes 10 and 13 for newlines. */
static uint8_t nth_letter(unsigned n)
{
    unsigned letter = n + 1;

    letter += letter >= 10;
    letter += letter >= 13;
    return (uint8_t)letter;
}

static uint8_t find(const struct alphabet *alphabet, const struct class_set *seen)
{
    for (unsigned i = 0; i < alphabet->count; i++) {
        uint8_t letter = alphabet->letters[i];
        if (class_set_equal(&alphabet->sets[letter], seen)) {
            return letter;
        }
    }
    return 0;
}

void alphabet_init(struct alphabet *alphabet, enum class_alphabet sees)
{
    memset(alphabet, 0, sizeof *alphabet);
    alphabet->sees = sees;
    alphabet->seen = class_set_of_alphabet(sees);
}

static void add_to_classes(struct alphabet *alphabet, const struct class_set *set, uint8_t letter)
{
    for (int class = 1; class < N_CLASSES; class++) {
        if (class_set_has(set, (enum class)class)) {
            alphabet->having[class][letter / 8] |= (uint8_t)(1u << (letter % 8));
        }
    }
}

uint8_t alphabet_letter(struct alphabet *alphabet, const struct class_set *set)
{
    struct class_set seen = *set;
    for (unsigned i = 0; i < CLASS_WORDS; i++) {
        seen.bits[i] &= alphabet->seen.bits[i];
    }
    uint8_t letter = find(alphabet, &seen);

    if (letter == 0 && alphabet->count < ALPHABET_SIZE) {
        letter = nth_letter(alphabet->count);
        alphabet->sets[letter] = seen;
        alphabet->letters[alphabet->count++] = letter;
        add_to_classes(alphabet, &seen, letter);
    }
    return letter;
}

void alphabet_having(const struct alphabet *alphabet, enum class class, uint8_t bitmap[32])
{
    memcpy(bitmap, alphabet->having[class], 32);
}
