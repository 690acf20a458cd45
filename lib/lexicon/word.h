/* What a word is made of: one rule for the text and for the lexicon's own lines. Decided on lead bytes, without a table
 * of Unicode: blocks of symbols (U+0080…U+00BF, U+2000…U+2FFF, U+3000…U+303F, U+FF00…U+FF20, emoji) and the byte order
 * mark part words, all else is letters. */
#ifndef LEXICON_WORD_H
#define LEXICON_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static inline bool word_is_ascii_letter(unsigned char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

static inline bool word_is_blank(unsigned char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static inline bool word_is_digit(unsigned char c)
{
    return (unsigned char)(c - '0') < 10;
}

static inline bool word_is_alphanumeric(unsigned char c)
{
    return word_is_ascii_letter(c) || word_is_digit(c);
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
    if (*p == 0xEF && end - p >= 3)
        return !(p[1] == 0xBC && p[2] <= 0xA0) && !(p[1] == 0xBB && p[2] == 0xBF);
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

/* What most words are: up to fifteen ASCII letters, and behind them nothing that could belong to the word. */
struct word_run {
    uint32_t length;  /* 0: look closer, with word_length */
    uint32_t upper;   /* a bit for each letter that is a capital */
    uint64_t head[2]; /* the letters in lower case, with zeros behind them */
};

/* The first `length` of sixteen bytes at p, with the bits of `set` in each, and zeros behind them. */
static inline void word_head(const unsigned char *p, size_t length, unsigned char set, uint64_t head[2])
{
    static const unsigned char kept[32] = { 255, 255, 255, 255, 255, 255, 255, 255,
                                            255, 255, 255, 255, 255, 255, 255, 255 };
    uint64_t mask[2];
    memcpy(head, p, 16);
    memcpy(mask, kept + 16 - length, 16);
    head[0] = (head[0] | set * UINT64_C(0x0101010101010101)) & mask[0];
    head[1] = (head[1] | set * UINT64_C(0x0101010101010101)) & mask[1];
}

static inline struct word_run word_run_at(const unsigned char *p, const unsigned char *end)
{
    struct word_run run = { 0, 0, { 0, 0 } };
    if (end - p < 16) /* what is read at once */
        return run;
#if defined(__SSE2__) && defined(__GNUC__)
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i shifted = _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8((char)('a' + 128)));
    uint32_t letters = (uint32_t)_mm_movemask_epi8(_mm_cmplt_epi8(shifted, _mm_set1_epi8(-128 + 26)));
    uint32_t length = (uint32_t)__builtin_ctz(~letters);
    if (length == 0 || length >= 16 || p[length] >= 0x80 || p[length] == '\'')
        return run;
    run.length = length;
    run.upper = ~(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(bytes, 2)) & ((1u << length) - 1);
#else
    while (run.length < 16 && word_is_ascii_letter(p[run.length])) {
        run.upper |= (uint32_t) !(p[run.length] & 0x20) << run.length;
        run.length++;
    }
    if (run.length >= 16 || p[run.length] >= 0x80 || p[run.length] == '\'')
        return (struct word_run){ 0, 0, { 0, 0 } };
#endif
    word_head(p, run.length, 0x20, run.head);
    return run;
}

/* Is it a word as it stands: no part of an address, a code or a name with dots? */
static inline bool word_run_is_plain(const unsigned char *p, const struct word_run *run)
{
    static const bool ends[256] = { [' '] = true, [','] = true, ['-'] = true, ['\n'] = true, [')'] = true,
                                    ['"'] = true, [';'] = true, ['!'] = true, ['?'] = true };
    const unsigned char *behind = p + run->length;
    return run->length && (ends[*behind] || (*behind == '.' && run->length < 15 && word_is_blank(behind[1])));
}

/* The first `length` bytes at p, at most eight, as a number; zeros stand for the others. The text goes on for eight
 * bytes. */
static inline uint64_t word_bytes(const unsigned char *p, size_t length)
{
    uint64_t bytes;
    memcpy(&bytes, p, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return length < 8 ? bytes & (~UINT64_C(0) << (8 * (8 - length))) : bytes;
#else
    return length < 8 ? bytes & (~UINT64_C(0) >> (8 * (8 - length))) : bytes;
#endif
}

/* The same of a word of ASCII letters, in lower case. */
static inline uint64_t word_folded(const unsigned char *p, size_t length)
{
    static const unsigned char lower[8] = { 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20 };
    return word_bytes(p, length) | word_bytes(lower, length);
}

#endif
