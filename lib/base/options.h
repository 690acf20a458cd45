/* Option structs of callers, which may be older (shorter) or newer (longer) than ours. The first member of each is its
 * size, a uint32_t. */
#ifndef BASE_OPTIONS_H
#define BASE_OPTIONS_H

#include <stddef.h>

#include "base/status.h"

/* Fills the caller's struct of `size` bytes: the defaults, of `known` bytes, then zeros. NULL is allowed. */
void options_init(void *theirs, size_t size, const void *defaults, size_t known);

/* Ours, of `known` bytes, hold the defaults; takes what the caller's struct says, which may be NULL. */
int32_t options_read(void *ours, size_t known, const void *theirs, const char *name, claimex_error *error);

#endif
