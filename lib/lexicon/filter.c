/* What the lexicon's own lines put into filters; a text asks with what it has read anyway. */
#include "lexicon/filter.h"

#include "lexicon/word.h"

uint64_t filter_letters(const char *text)
{
    unsigned char bytes[8] = { 0 };
    size_t length = 0;
    for (; length < sizeof bytes && word_is_ascii_letter((unsigned char)text[length]); length++)
        bytes[length] = (unsigned char)text[length];
    return length ? word_folded(bytes, length) : (unsigned char)*text;
}
