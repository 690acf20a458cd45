/* The parts of speech of a word cost several looks into a large table; the same words are asked for again and again. */
#include "tokens/memo.h"

#include "lexicon/lexicon.h"
#include "lexicon/word.h"
#include "lexicon/word_class.h"

static unsigned find_classes(struct slice word)
{
    char lower[LEXICON_LONGEST_WORD];
    if (word.length >= sizeof lower)
        return WORD_NOUN;
    for (size_t i = 0; i < word.length; i++)
        lower[i] = (char)(word_is_ascii_letter((unsigned char)word.bytes[i]) ? word.bytes[i] | 0x20 : word.bytes[i]);
    return word_class_of(lower, word.length);
}

unsigned memo_classes(struct memo *memo, struct slice word)
{
    uint64_t bytes[2] = { 0, 0 };
    if (word.length > sizeof bytes)
        return find_classes(word);
    memcpy(bytes, word.bytes, word.length);
    uint64_t hash = hash_step(hash_step(0, bytes[0]), bytes[1]);
    struct memo_classes *slot = &memo->classes[hash >> (64 - MEMO_BITS)];
    if (slot->low != bytes[0] || slot->high != bytes[1])
        *slot = (struct memo_classes){ bytes[0], bytes[1], (uint8_t)find_classes(word) };
    return slot->classes;
}
