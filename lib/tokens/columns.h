/* Tables that are set with blanks: "North      1,240     5.6%". */
#ifndef TOKENS_COLUMNS_H
#define TOKENS_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

/* Does a head end at the blank `gap`, and is all that stands behind it on its line cells of figures? Looks at a bounded
 * number of bytes. */
bool columns_begin(const unsigned char *gap, const unsigned char *end);

/* Is the line of `length` bytes at `line`, which ends before `end`, a head and such cells? */
bool columns_fill(const unsigned char *line, size_t length, const unsigned char *end);

#endif
