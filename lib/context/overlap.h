/* Which candidates stand. */
#ifndef CONTEXT_OVERLAP_H
#define CONTEXT_OVERLAP_H

#include "recognizers/candidates.h"

/* Gives every candidate its fate: the longer in bytes wins, then the earlier in recognizers[], then the earlier in the
 * text. `order` has room for as many indexes as there are candidates, `owner` for a number for each token; the winner
 * of a token is left there (index + 1, 0 for none). */
void overlap_decide(struct candidates *candidates, uint32_t *order, uint32_t *owner, size_t n_tokens);

/* The same for the candidates from `first` on, which take what has no owner yet, in their order. */
void overlap_add(struct candidates *candidates, size_t first, uint32_t *owner);

#endif
