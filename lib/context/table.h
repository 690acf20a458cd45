/* What the heads of rows and columns say of the figures in a table. */
#ifndef CONTEXT_TABLE_H
#define CONTEXT_TABLE_H

#include <stdbool.h>

#include "context/spoken.h"

/* What stands in bytes end … start, between two sentences, where that is more than a blank. */
struct border table_read_border(const char *text, uint32_t end, uint32_t start);

static inline struct border table_border(const char *text, uint32_t end, uint32_t start)
{
    bool blank = start - end < 2 && (start == end || text[end] == ' ') && !(end > 1 && text[end - 2] == '.');
    return blank ? (struct border){ 0, 0 } : table_read_border(text, end, start);
}

/* Gives the claims in cells their subjects and dates; `shares` is by sentence. One pass. */
void table_find_heads(const char *text, const struct spoken *sentences, struct share *shares, uint32_t count,
                      claimex_claim *claims);

#endif
