/* Byte offsets are what the library counts in and what nobody else does. One cursor walks the text; it takes eight
 * bytes at a step where they are ASCII without a line end. */
#include "claimex/locate.h"

#include <stdbool.h>
#include <string.h>

#include "base/status.h"
#include "text/utf8.h"

#define EACH_BYTE(value) (UINT64_C(0x0101010101010101) * (value))

struct cursor {
    const char *text;
    size_t length;
    size_t at;
    uint64_t line;
    uint64_t line_start; /* in code points */
    uint64_t code_point;
    uint64_t utf16;
};

/* True when no byte of the word is `value`; right for words of ASCII. */
static bool word_lacks(uint64_t word, unsigned char value)
{
    uint64_t zero_where_equal = word ^ EACH_BYTE(value);
    return ((zero_where_equal + EACH_BYTE(0x7F)) & EACH_BYTE(0x80)) == EACH_BYTE(0x80);
}

static bool word_is_plain(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return (word & EACH_BYTE(0x80)) == 0 && word_lacks(word, '\n') && word_lacks(word, '\r');
}

static void pass_plain_words(struct cursor *cursor, size_t offset)
{
    size_t at = cursor->at;
    while (offset - at >= 8 && word_is_plain(cursor->text + at)) {
        at += 8;
    }
    cursor->code_point += at - cursor->at;
    cursor->utf16 += at - cursor->at;
    cursor->at = at;
}

static bool ends_line(const struct cursor *cursor)
{
    char byte = cursor->text[cursor->at];
    if (byte != '\r') {
        return byte == '\n';
    }
    return cursor->at + 1 == cursor->length || cursor->text[cursor->at + 1] != '\n';
}

/* Passes one character; false, and no step, when it reaches beyond `offset`. */
static bool pass_character(struct cursor *cursor, size_t offset)
{
    uint32_t code_point;
    size_t n = utf8_decode(cursor->text + cursor->at, cursor->length - cursor->at, &code_point);
    if (n > offset - cursor->at) {
        return false;
    }
    bool new_line = ends_line(cursor);
    cursor->at += n;
    cursor->code_point++;
    cursor->utf16 += code_point > 0xFFFF ? 2 : 1;
    if (new_line) {
        cursor->line++;
        cursor->line_start = cursor->code_point;
    }
    return true;
}

static void advance(struct cursor *cursor, size_t offset)
{
    bool inside = true;
    while (inside && cursor->at < offset) {
        pass_plain_words(cursor, offset);
        /* The rest up to the next word boundary, so that a lone line end does not make every word be read twice. */
        for (int i = 0; i < 8 && inside && cursor->at < offset; i++) {
            inside = pass_character(cursor, offset);
        }
    }
}

static claimex_position position_of(const struct cursor *cursor)
{
    return (claimex_position){
        .line = cursor->line,
        .column = cursor->code_point - cursor->line_start + 1,
        .code_point = cursor->code_point,
        .utf16 = cursor->utf16,
    };
}

int32_t claimex_locate(const char *text, size_t length, uint64_t offset, claimex_position *position,
                       claimex_error *error)
{
    if (offset > length) {
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, offset, "The offset is beyond the end of the text.");
    }
    return claimex_locate_many(text, length, &offset, 1, position, error);
}

static int32_t check_offsets(const uint64_t *offsets, size_t count, size_t length, claimex_error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (offsets[i] > length) {
            return status_fail(error, CLAIMEX_BAD_ARGUMENT, i, "The offset is beyond the end of the text.");
        }
        if (i > 0 && offsets[i] < offsets[i - 1]) {
            return status_fail(error, CLAIMEX_BAD_ARGUMENT, i, "The offset is smaller than the one before it.");
        }
    }
    return CLAIMEX_OK;
}

int32_t claimex_locate_many(const char *text, size_t length, const uint64_t *offsets, size_t count,
                            claimex_position *positions, claimex_error *error)
{
    if ((text == NULL && length > 0) || (count > 0 && (offsets == NULL || positions == NULL))) {
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "The text, the offsets or the positions are NULL.");
    }
    int32_t status = check_offsets(offsets, count, length, error);
    if (status != CLAIMEX_OK) {
        return status;
    }
    struct cursor cursor = { .text = text, .length = length, .line = 1 };
    for (size_t i = 0; i < count; i++) {
        advance(&cursor, (size_t)offsets[i]);
        positions[i] = position_of(&cursor);
    }
    return CLAIMEX_OK;
}
