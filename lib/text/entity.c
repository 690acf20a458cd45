/* Of the names only those that stand in prose; numbers are read as browsers do, which take those of a control character
 * for one of Windows-1252. */
#include "text/entity.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

#define LONGEST_NAME 6
#define MOST_DIGITS 7

static const struct {
    char name[LONGEST_NAME + 1];
    uint32_t code_point;
} names[] = {
    { "amp", '&' },       { "apos", '\'' },     { "bull", 0x2022 },   { "cent", 0xA2 },
    { "deg", 0xB0 },      { "emsp", 0x2003 },   { "ensp", 0x2002 },   { "euro", 0x20AC },
    { "frac12", 0xBD },   { "frac14", 0xBC },   { "frac34", 0xBE },   { "ge", 0x2265 },
    { "gt", '>' },        { "hellip", 0x2026 }, { "ldquo", 0x201C },  { "le", 0x2264 },
    { "lsquo", 0x2018 },  { "lt", '<' },        { "mdash", 0x2014 },  { "micro", 0xB5 },
    { "middot", 0xB7 },   { "minus", 0x2212 },  { "nbsp", 0xA0 },     { "ndash", 0x2013 },
    { "permil", 0x2030 }, { "plusmn", 0xB1 },   { "pound", 0xA3 },    { "quot", '"' },
    { "rdquo", 0x201D },  { "rsquo", 0x2019 },  { "shy", 0xAD },      { "sup1", 0xB9 },
    { "sup2", 0xB2 },     { "sup3", 0xB3 },     { "thinsp", 0x2009 }, { "times", 0xD7 },
    { "yen", 0xA5 },
};

/* 0x80 to 0x9F */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static int digit_of(char c, bool hexadecimal)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    char letter = (char)(c | 0x20);
    return hexadecimal && letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/* The number between "#" and the semicolon; 0 when it is no character's. */
static uint32_t code_point_of(const char *digits, size_t length)
{
    bool hexadecimal = length > 1 && (*digits | 0x20) == 'x';
    uint32_t number = 0;
    if (length - hexadecimal > MOST_DIGITS)
        return 0;
    for (size_t i = hexadecimal; i < length; i++) {
        int digit = digit_of(digits[i], hexadecimal);
        if (digit < 0)
            return 0;
        number = number * (hexadecimal ? 16 : 10) + (uint32_t)digit;
    }
    if (number >= 0x80 && number < 0xA0)
        return windows[number - 0x80];
    return number >= ' ' && utf8proc_codepoint_valid((utf8proc_int32_t)number) ? number : 0;
}

static uint32_t named(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i].name) == length && memcmp(names[i].name, name, length) == 0)
            return names[i].code_point;
    return 0;
}

size_t entity_read(const char *at, size_t length, char out[ENTITY_LONGEST + 1])
{
    size_t most = length < MOST_DIGITS + 4 ? length : MOST_DIGITS + 4; /* "&#x" and the semicolon */
    const char *end = memchr(at, ';', most);
    if (!end || end - at < 3)
        return 0;
    size_t inside = (size_t)(end - at) - 1;
    uint32_t code_point = at[1] == '#' ? code_point_of(at + 2, inside - 1) : named(at + 1, inside);
    if (!code_point)
        return 0;
    out[utf8proc_encode_char((utf8proc_int32_t)code_point, (utf8proc_uint8_t *)out)] = 0;
    return (size_t)(end - at) + 1;
}
