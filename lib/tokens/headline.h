/* Headlines, in which capitals say nothing. */
#ifndef TOKENS_HEADLINE_H
#define TOKENS_HEADLINE_H

#include "tokens/token.h"

/* Takes the words of a headline as if they were written small, but for those that may be names. */
void headline_mark(struct tokens *tokens);

#endif
