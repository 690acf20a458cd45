/* What a word is made of: one rule for the text and for the lexicon's own lines. Decided on lead bytes, without a table
 * of Unicode: blocks of symbols (U+0080…U+00BF, U+2000…U+2FFF, U+3000…U+303F, emoji) part words, all else is letters. */
#ifndef LEXICON_WORD_H
#define LEXICON_WORD_H

#include <stdbool.h>
#include <stddef.h>

static inline bool word_is_ascii_letter(unsigned char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

static inline bool word_is_digit(unsigned char c)
{
    return (unsigned char)(c - '0') < 10;
}

/* Bytes of the character at p (p < end, valid UTF-8). */
static inline size_t word_character_length(const unsigned char *p, const unsigned char *end)
{
    size_t length = *p < 0x80 ? 1 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : 4;
    return length <= (size_t)(end - p) ? length : (size_t)(end - p);
}

/* Is the character at p, which is not ASCII, part of a word? */
static inline bool word_is_high_letter(const unsigned char *p, const unsigned char *end)
{
    if (end - p < 2 || *p == 0xC2 || *p == 0xE2)
        return false;
    if (*p == 0xC3)
        return p[1] != 0x97 && p[1] != 0xB7; /* × and ÷ */
    return !(*p == 0xE3 && p[1] == 0x80) && !(*p == 0xF0 && p[1] == 0x9F);
}

static inline size_t word_apostrophe_length(const unsigned char *p, const unsigned char *end)
{
    if (p < end && *p == '\'')
        return 1;
    return end - p >= 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0x99 ? 3 : 0;
}

/* The bytes of the word at p: letters, and apostrophes between them unless what follows is only an s ("SMB's"). */
static inline size_t word_length(const unsigned char *p, const unsigned char *end)
{
    const unsigned char *at = p;
    for (;;) {
        while (at < end && word_is_ascii_letter(*at))
            at++;
        if (at == end)
            break;
        if (*at >= 0x80 && word_is_high_letter(at, end)) {
            at += word_character_length(at, end);
            continue;
        }
        size_t apostrophe = at > p ? word_apostrophe_length(at, end) : 0;
        const unsigned char *next = at + apostrophe;
        if (!apostrophe || next >= end || !word_is_ascii_letter(*next))
            break;
        bool only_s = (*next | 0x20) == 's' && (next + 1 == end || !word_is_ascii_letter(next[1]));
        if (only_s)
            break;
        at = next;
    }
    return (size_t)(at - p);
}

#endif
