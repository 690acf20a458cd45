/* The schema of a field, for others to read. */
#ifndef ARROW_SCHEMA_H
#define ARROW_SCHEMA_H

#include "arrow/field.h"
#include "claimex/arrow.h"
#include "claimex/memory.h"

/* Fills *schema, which says by its `release` how it is freed. False when out of memory; there is then nothing to free,
 * and `release` is NULL. */
bool schema_make(struct ArrowSchema *schema, const struct field *field, const claimex_allocator *allocator);

#endif
