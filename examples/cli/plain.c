/* What comes out of a text or a file name may hold escape sequences and line breaks; a table for people and a one-line
 * message must survive both. */
#include "plain.h"

/* The length of a control character of C0 (with DEL) or C1, or 0. */
static size_t control_length(const unsigned char *at, const unsigned char *end)
{
    if (*at < 0x20 || *at == 0x7f) {
        return 1;
    }
    return at[0] == 0xc2 && end - at > 1 && at[1] >= 0x80 && at[1] < 0xa0 ? 2 : 0;
}

void plain_write(FILE *stream, const char *bytes, size_t length)
{
    const unsigned char *at = (const unsigned char *)bytes, *end = at + length, *run = at;
    while (at < end) {
        size_t control = control_length(at, end);
        if (control == 0) {
            at++;
            continue;
        }
        fwrite(run, 1, (size_t)(at - run), stream);
        fputc(' ', stream);
        run = at += control;
    }
    fwrite(run, 1, (size_t)(end - run), stream);
}

size_t plain_width(const char *bytes, size_t length)
{
    size_t width = 0;
    for (size_t i = 0; i < length; i++) {
        width += ((unsigned char)bytes[i] & 0xc0) != 0x80;
    }
    return width;
}
