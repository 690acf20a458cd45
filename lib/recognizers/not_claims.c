/* The veto: its patterns say all; whatever they match is no claim. */
#include "recognizers/recognizer.h"

bool not_claims_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    (void)reader;
    (void)match;
    candidate->kind = KIND_NONE;
    return true;
}
