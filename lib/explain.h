/* Writing down what a scan saw. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "result.h"
#include "tokens/sentences.h"

struct explain {
    claimex_writer writer;
    void *context;
    bool failed; /* the writer stopped it */
};

/* The sentence whose tokens, letters and candidates the result holds now, unless it was passed over. */
void explain_sentence(struct explain *explain, const claimex_result *result, const struct cut *cut);

#endif
