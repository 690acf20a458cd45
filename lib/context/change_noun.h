/* Changes that a noun tells. */
#ifndef CONTEXT_CHANGE_NOUN_H
#define CONTEXT_CHANGE_NOUN_H

#include "context/items.h"

static inline void change_set(claimex_claim *claim, uint8_t change, uint8_t role)
{
    claim->change = change;
    claim->role = role;
}

/* The end of a change stands behind its size: "9 cents | to | $5". */
bool change_ends_behind(const struct clause *clause, uint32_t i);

/* "lost 9 cents to $5", "lost 9 cents, or 2%": a change of a price. */
bool change_is_priced(const struct clause *clause, uint32_t i);

/* "a 4 percent drop", "a 3-point gain", "a 5% January rise": the noun behind; but "9 | lost their way". */
bool change_by_noun_behind(struct clause *clause, uint32_t i);

/* "an increase of at least 35%": the noun that ends before item `before`, an "of". */
bool change_by_noun_before(struct clause *clause, uint32_t i, uint32_t before);

#endif
