/* Validation at the speed of memory where the text is ASCII, one sequence at a time where it is not. The library
 * never decodes text that it has not validated, except where bad bytes are to be skipped. */
#include "text/utf8.h"

#include <stdbool.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#define BLOCK 64
#define STEP 16

static __m128i load(const unsigned char *bytes)
{
    return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

static bool block_is_ascii(const unsigned char *bytes)
{
    __m128i low = _mm_or_si128(load(bytes), load(bytes + 16));
    __m128i high = _mm_or_si128(load(bytes + 32), load(bytes + 48));
    return _mm_movemask_epi8(_mm_or_si128(low, high)) == 0;
}

static bool step_is_ascii(const unsigned char *bytes)
{
    return _mm_movemask_epi8(load(bytes)) == 0;
}
#else
#define BLOCK 32
#define STEP 8

static uint64_t load(const unsigned char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static bool block_is_ascii(const unsigned char *bytes)
{
    uint64_t either = load(bytes) | load(bytes + 8) | load(bytes + 16) | load(bytes + 24);
    return (either & UINT64_C(0x8080808080808080)) == 0;
}

static bool step_is_ascii(const unsigned char *bytes)
{
    return (load(bytes) & UINT64_C(0x8080808080808080)) == 0;
}
#endif

static size_t skip_ascii(const unsigned char *bytes, size_t at, size_t length)
{
    while (length - at >= BLOCK && block_is_ascii(bytes + at)) {
        at += BLOCK;
    }
    while (length - at >= STEP && step_is_ascii(bytes + at)) {
        at += STEP;
    }
    while (at < length && bytes[at] < 0x80) {
        at++;
    }
    return at;
}

/* How many bytes the first byte announces; 0 for a byte that starts nothing. */
static size_t announced_length(unsigned char first)
{
    if (first < 0x80) {
        return 1;
    }
    if (first < 0xC2) {
        return 0; /* a continuation, or an overlong form of ASCII */
    }
    if (first < 0xE0) {
        return 2;
    }
    if (first < 0xF0) {
        return 3;
    }
    return first < 0xF5 ? 4 : 0;
}

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The second byte alone tells overlong forms, surrogates and what lies above U+10FFFF. */
static bool second_is_valid(unsigned char first, unsigned char second)
{
    switch (first) {
    case 0xE0:
        return second >= 0xA0 && second <= 0xBF;
    case 0xED:
        return second >= 0x80 && second <= 0x9F;
    case 0xF0:
        return second >= 0x90 && second <= 0xBF;
    case 0xF4:
        return second >= 0x80 && second <= 0x8F;
    default:
        return is_continuation(second);
    }
}

/* The bytes of the well-formed sequence at `bytes`; 0 when there is none. */
static size_t sequence_length(const unsigned char *bytes, size_t length)
{
    size_t n = announced_length(bytes[0]);
    if (n < 2) {
        return n;
    }
    if (n > length || !second_is_valid(bytes[0], bytes[1])) {
        return 0;
    }
    if ((n > 2 && !is_continuation(bytes[2])) || (n > 3 && !is_continuation(bytes[3]))) {
        return 0;
    }
    return n;
}

size_t utf8_valid_length(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;
    for (;;) {
        at = skip_ascii(bytes, at, length);
        while (at < length && bytes[at] >= 0x80) {
            size_t n = sequence_length(bytes + at, length - at);
            if (n == 0) {
                return at;
            }
            at += n;
        }
        if (at == length) {
            return length;
        }
    }
}

/* A byte of no well-formed sequence is decoded as U+FFFD, alone, so that skipping and counting bad bytes needs no
 * other function. */
size_t utf8_decode(const char *text, size_t length, uint32_t *code_point)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t n = sequence_length(bytes, length);
    if (n == 0) {
        *code_point = 0xFFFD;
        return 1;
    }
    static const unsigned char payload[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
    uint32_t value = bytes[0] & payload[n];
    for (size_t i = 1; i < n; i++) {
        value = value << 6 | (bytes[i] & 0x3Fu);
    }
    *code_point = value;
    return n;
}
