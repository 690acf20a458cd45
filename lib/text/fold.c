/* utf8proc behind three small questions, with ASCII answered first: it is nearly all of the text, and a look-up in
 * utf8proc's tables costs about 2 ns a character. */
#include "text/fold.h"

#include <string.h>
#include <utf8proc.h>

#include "base/ascii.h"
#include "text/utf8.h"

static enum fold_category ascii_category(uint32_t c)
{
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
        return FOLD_LETTER;
    }
    if (c >= '0' && c <= '9') {
        return FOLD_DIGIT;
    }
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
        return FOLD_SPACE;
    }
    if (c == '\'' || c == '"' || c == '`') {
        return FOLD_QUOTE;
    }
    if (c == '-') {
        return FOLD_DASH;
    }
    return c == '$' ? FOLD_CURRENCY : FOLD_OTHER;
}

static enum fold_category unicode_category(uint32_t code_point)
{
    switch (utf8proc_category((utf8proc_int32_t)code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return FOLD_LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return FOLD_MARK;
    case UTF8PROC_CATEGORY_ND:
        return FOLD_DIGIT;
    case UTF8PROC_CATEGORY_ZS:
        return FOLD_SPACE;
    case UTF8PROC_CATEGORY_SC:
        return FOLD_CURRENCY;
    case UTF8PROC_CATEGORY_PD:
        return FOLD_DASH;
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
        return FOLD_QUOTE;
    default:
        return FOLD_OTHER;
    }
}

enum fold_category fold_category(uint32_t code_point)
{
    if (code_point < 0x80) {
        return ascii_category(code_point);
    }
    switch (code_point) {
    case 0x2212: /* the minus sign, a mathematical symbol to Unicode */
        return FOLD_DASH;
    case 0x201A: /* the German opening quotes, brackets to Unicode */
    case 0x201E:
        return FOLD_QUOTE;
    default:
        return unicode_category(code_point);
    }
}

bool fold_is_upper(uint32_t code_point)
{
    if (code_point < 0x80) {
        return code_point >= 'A' && code_point <= 'Z';
    }
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

/* Writes the lower-case form; the number of its bytes, or 0 when it does not fit. */
static size_t lower_character(uint32_t code_point, char *out, size_t room)
{
    uint32_t lower = code_point == 0x2019 ? '\'' : (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
    unsigned char bytes[4];
    size_t n = (size_t)utf8proc_encode_char((utf8proc_int32_t)lower, bytes);
    if (n > room) {
        return 0;
    }
    memcpy(out, bytes, n);
    return n;
}

size_t fold_lower(const char *text, size_t length, char *out, size_t room)
{
    size_t written = 0;
    size_t at = 0;
    while (at < length) {
        if (written == room) {
            return 0;
        }
        if ((unsigned char)text[at] < 0x80) {
            out[written++] = ascii_lower(text[at++]);
            continue;
        }
        uint32_t code_point;
        at += utf8_decode(text + at, length - at, &code_point);
        size_t n = lower_character(code_point, out + written, room - written);
        if (n == 0) {
            return 0;
        }
        written += n;
    }
    return written;
}
