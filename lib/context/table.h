/* What the heads of rows and columns say of the figures in a table. */
#ifndef CONTEXT_TABLE_H
#define CONTEXT_TABLE_H

#include "context/spoken.h"

/* What stands in bytes end … start, between two sentences. */
struct border table_border(const char *text, uint32_t end, uint32_t start);

/* Gives the claims in cells their subjects and dates. One pass. */
void table_find_heads(const char *text, struct spoken *sentences, uint32_t count, claimex_claim *claims);

#endif
