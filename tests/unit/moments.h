/* Moments as tests write them. */
#ifndef MOMENTS_H
#define MOMENTS_H

#include <string.h>

#include "claimex/claim.h"

static inline claimex_moment moment(const char *text)
{
    claimex_moment parsed;

    memset(&parsed, 0, sizeof parsed);
    if (!claimex_moment_parse(text, strlen(text), &parsed)) {
        fail_msg("not a moment: %s", text);
    }
    return parsed;
}

#endif
