/* Patterns run over bytes, tokens have sets of classes: the alphabet gives each distinct set a byte of its own.
 * Letters are numbered in the order in which sets turn up, so nothing but an alphabet knows what a letter means. */
#include "grammar/alphabet.h"

#include <string.h>

#include "base/hash.h"

/* 1, 2 … 9, 11, 12, 14 … 255: PCRE2 takes 10 and 13 for newlines. */
static uint8_t nth_letter(unsigned n)
{
    unsigned letter = n + 1;

    letter += letter >= 10;
    letter += letter >= 13;
    return (uint8_t)letter;
}

/* The slot that has the letter of a set, or where it belongs. */
static uint8_t *slot_of(struct alphabet *alphabet, const struct class_set *seen)
{
    uint64_t hash = 0;

    for (unsigned i = 0; i < CLASS_WORDS; i++) {
        hash = hash_step(hash, seen->bits[i]);
    }
    unsigned slot = (unsigned)(hash % ALPHABET_SLOTS);
    while (alphabet->slots[slot] && !class_set_equal(&alphabet->sets[alphabet->slots[slot]], seen)) {
        slot = (slot + 1) % ALPHABET_SLOTS;
    }
    return &alphabet->slots[slot];
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
    uint8_t *letter = slot_of(alphabet, &seen);

    if (*letter == 0 && alphabet->count < ALPHABET_SIZE) {
        *letter = nth_letter(alphabet->count);
        alphabet->letters[alphabet->count++] = *letter;
        alphabet->sets[*letter] = seen;
        add_to_classes(alphabet, &seen, *letter);
    }
    return *letter;
}

void alphabet_having(const struct alphabet *alphabet, enum class class, uint8_t bitmap[32])
{
    memcpy(bitmap, alphabet->having[class], 32);
}
