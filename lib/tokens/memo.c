/* The parts of speech of a word cost several looks into a large table; the same words are asked for again and again. */
#include "tokens/memo.h"

#include "lexicon/lexicon.h"
#include "lexicon/word.h"
#include "lexicon/word_class.h"

#define MEMO_LONGEST 16 /* bytes */

static unsigned find_classes(struct slice word)
{
    char lower[LEXICON_LONGEST_WORD];
    if (word.length >= sizeof lower)
        return WORD_NOUN;
    for (size_t i = 0; i < word.length; i++)
        lower[i] = (char)(word.bytes[i] | word_is_ascii_letter((unsigned char)word.bytes[i]) << 5);
    return word_class_of(lower, word.length);
}

unsigned memo_classes(struct memo *memo, struct slice word, size_t room)
{
    if (word.length > MEMO_LONGEST || room < MEMO_LONGEST)
        return find_classes(word);
    uint64_t head[2];
    word_head((const unsigned char *)word.bytes, word.length, 0, head);
    uint64_t hash = hash_step(hash_step(0, head[0]), head[1]), *slot = &memo->slots[hash >> (64 - MEMO_BITS)];
    if ((*slot ^ hash) >> WORD_CLASS_BITS != 0)
        *slot = (hash & ~(uint64_t)WORD_CLASS_MASK) | find_classes(word);
    return *slot & WORD_CLASS_MASK;
}
