/* From a byte offset to what editors, browsers and other languages count in. */
#ifndef CLAIMEX_LOCATE_H
#define CLAIMEX_LOCATE_H

#include <stddef.h>
#include <stdint.h>

#include "claimex/export.h"
#include "claimex/status.h"

CLAIMEX_BEGIN_DECLS

/* One place of a text, counted in four ways. */
typedef struct claimex_position {
    uint64_t line;       /* from 1; lines end in \n, \r\n or \r */
    uint64_t column;     /* from 1, in code points */
    uint64_t code_point; /* from 0: the index into a Python str */
    uint64_t utf16;      /* from 0: the index into a JavaScript or Java string */
} claimex_position;

/* Says where byte `offset` of the text is, in *position. An offset inside a
 * character counts as its start; `length` itself is the end of the text. A byte
 * that is not UTF-8 counts as one code point and one UTF-16 unit. Takes time in
 * proportion to the offset. `text` may be NULL when `length` is 0. Fails with
 * BAD_ARGUMENT when offset > length, or a pointer is NULL. Any thread. */
CLAIMEX_API int32_t claimex_locate(const char *text, size_t length, uint64_t offset, claimex_position *position,
                                   claimex_error *error);

/* The same for `count` offsets in ascending order, in one pass over the text;
 * `positions` has room for `count`. Fails with BAD_ARGUMENT when an offset is
 * smaller than the one before it or greater than length (error.offset is its
 * index), or a pointer is NULL that is needed. Any thread. */
CLAIMEX_API int32_t claimex_locate_many(const char *text, size_t length, const uint64_t *offsets, size_t count,
                                        claimex_position *positions, claimex_error *error);

CLAIMEX_END_DECLS

#endif
