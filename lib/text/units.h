/* Byte offsets of one text in other units, asked for in any order. */
#ifndef TEXT_UNITS_H
#define TEXT_UNITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/array.h"
#include "base/slice.h"

enum unit { UNIT_BYTE, UNIT_CODE_POINT, UNIT_UTF16 };

struct units_mark {
    uint64_t byte; /* where a character starts */
    uint64_t unit; /* how many units stand before it */
};

struct units {
    enum unit unit;
    struct slice text;
    ARRAY(struct units_mark) marks; /* none where bytes are the units */
};

/* Turns to a text, in time that is linear in its length; to the same one again in no time. The text must stay where it
 * is. False when out of memory. */
bool units_read(struct units *units, struct slice text, const claimex_allocator *allocator);

/* How many units stand before the character at a byte offset; in constant time. */
uint64_t units_at(const struct units *units, uint32_t byte);

void units_free(struct units *units, const claimex_allocator *allocator);

#endif
