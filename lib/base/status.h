/* Filling a claimex_error. */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

#include "claimex/status.h"

#if defined(__GNUC__)
#define STATUS_PRINTF(string, first) __attribute__((format(printf, string, first)))
#else
#define STATUS_PRINTF(string, first)
#endif

/* Fills *error when it is not NULL and returns `status`, so that a function can end in
 * `return status_fail(…)`. The format takes no floating point: that would read the locale. */
int32_t status_fail(claimex_error *error, int32_t status, uint64_t offset, const char *format, ...) STATUS_PRINTF(4, 5);

#endif
