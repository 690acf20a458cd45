/* The date at which a figure holds. */
#ifndef CONTEXT_WHEN_H
#define CONTEXT_WHEN_H

#include "context/items.h"

/* The claim of this sentence that dates the figure at item i; -1. */
int32_t when_find(const struct clause *clause, uint32_t i);

#endif
