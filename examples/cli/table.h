/* Claims as a table for people on standard output. */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include <claimex.h>

#include "document.h"
#include "places.h"

/* The document's name and number of claims, then the claims; `places` knows all their spans. */
void table_write(const struct document *document, const claimex_result *result, const struct places *places,
                 bool colour);

#endif
