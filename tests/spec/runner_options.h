/* The line "Options: reference_date=2020-01-15 kinds=money,percentage" of a spec. */
#ifndef TESTS_SPEC_RUNNER_OPTIONS_H
#define TESTS_SPEC_RUNNER_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "claimex.h"

/* Reads name=value pairs parted by blanks into *options; on failure writes why into `why` and returns false. */
bool options_parse(claimex_scan_options *options, const char *written, size_t length, char *why, size_t why_size);

#endif
