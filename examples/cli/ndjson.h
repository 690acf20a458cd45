/* Claims as NDJSON on standard output. */
#ifndef CLI_NDJSON_H
#define CLI_NDJSON_H

#include <claimex.h>

#include "arguments.h"
#include "document.h"
#include "places.h"

/* A line for each claim of the result. `places` may be NULL when the offsets are bytes. */
void ndjson_write(const struct document *document, const claimex_result *result, enum offsets offsets,
                  const struct places *places);

#endif
