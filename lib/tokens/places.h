/* Which words stand beside an amount, for those that mean a currency or unit only there. */
#ifndef TOKENS_PLACES_H
#define TOKENS_PLACES_H

#include "tokens/token.h"

void places_mark(struct tokens *tokens);

#endif
