/* What is done with the sentences of a text, step by step. Each step is taken for a batch of sentences before the next
 * one: so the code of a step stays in the processor's cache. */
#ifndef STEPS_H
#define STEPS_H

#include "explain.h"
#include "recognizers/date_anchor.h"

struct scan {
    const claimex_engine *engine;
    claimex_result *result;
    claimex_scan_options options;
    struct explain *explain; /* NULL, or the sentences are taken one by one */
    claimex_moment quarter;  /* for the readers: where the quarter begins that was named last */
    struct named_date named; /* for dates that are counted from the one before them */
};

/* May the scan end here: it has as many claims as are wanted, or nobody reads what it explains? */
bool steps_are_over(const struct scan *scan);

/* Each fails only when out of memory. */
bool steps_cut(struct scan *scan, struct sentences *sentences); /* takes the next sentences and cuts them into tokens */
bool steps_spell(struct scan *scan);
bool steps_find_claims(struct scan *scan);
bool steps_find_context(struct scan *scan); /* what the claims measure, who states them, and so on */

#endif
