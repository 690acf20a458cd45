/* One pass over a text leaves a mark every few dozen bytes; a question is answered from the mark before it. */
#include "text/units.h"

#include "text/utf8.h"

#define STEP ((size_t)64)

static size_t ascii_length(struct slice text)
{
    size_t n = 0;
    while (n < text.length && (unsigned char)text.bytes[n] < 0x80)
        n++;
    return n;
}

static void pass_character(const struct units *units, struct units_mark *at)
{
    uint32_t code_point;
    at->byte += utf8_decode(units->text.bytes + at->byte, units->text.length - (size_t)at->byte, &code_point);
    at->unit += units->unit == UNIT_UTF16 && code_point > 0xFFFF ? 2 : 1;
}

bool units_read(struct units *units, struct slice text, const claimex_allocator *allocator)
{
    if (text.bytes == units->text.bytes && text.length == units->text.length)
        return true;
    units->text = (struct slice){ NULL, 0 };
    units->marks.count = 0;
    bool plain = units->unit == UNIT_BYTE || ascii_length(text) == text.length;
    if (!plain && !array_reserve(&units->marks, text.length / STEP + 1, allocator))
        return false;
    units->text = text;
    if (plain)
        return true;
    for (struct units_mark at = { 0, 0 }; at.byte < text.length; pass_character(units, &at))
        if (at.byte >= units->marks.count * STEP)
            units->marks.items[units->marks.count++] = at;
    return true;
}

uint64_t units_at(const struct units *units, uint32_t byte)
{
    if (!units->marks.count)
        return byte;
    size_t i = byte / STEP;
    struct units_mark at = units->marks.items[i < units->marks.count ? i : units->marks.count - 1];
    if (at.byte > byte)
        at = units->marks.items[i - 1];
    while (at.byte < byte && at.byte < units->text.length)
        pass_character(units, &at);
    return at.unit;
}

void units_free(struct units *units, const claimex_allocator *allocator)
{
    array_free(&units->marks, allocator);
}
