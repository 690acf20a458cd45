/* "Revenue and profit rose 3% and 4%, respectively": to each its own. */
#ifndef CONTEXT_RESPECTIVELY_H
#define CONTEXT_RESPECTIVELY_H

#include "context/items.h"

/* When "respectively" follows the figures of a list that ends at item i, shares out among them the subject that they
 * have in common, and as many dates as they are, behind them. What they measure and when is known by then. */
void respectively_share(struct clause *clause, uint32_t i);

#endif
