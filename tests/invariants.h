/* What is true of the claims of every text. */
#ifndef TESTS_INVARIANTS_H
#define TESTS_INVARIANTS_H

#include "claimex.h"

/* The first promise of claim.h and scan.h that the result of scanning `text` breaks, as a static string, with the
 * index of the claim in *index; NULL when all hold. `text` was valid UTF-8. */
const char *invariants_broken(const claimex_result *result, const char *text, size_t length, size_t *index);

#endif
