/* One scan, with or without writing down what it saw. */
#ifndef SCAN_H
#define SCAN_H

#include "explain.h"

/* claimex_scan; `explain` may be NULL. */
int32_t scan_run(const claimex_engine *engine, claimex_result *result, const char *text, size_t length,
                 const claimex_scan_options *options, struct explain *explain, claimex_error *error);

/* The caller's options, or the defaults for NULL, in our size. Fails where one of them has no meaning. */
int32_t scan_options_copy(claimex_scan_options *ours, const claimex_scan_options *theirs, claimex_error *error);

#endif
