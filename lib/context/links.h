/* Links between claims of one sentence: the date that scopes a figure, the figure that it restates. */
#ifndef CONTEXT_LINKS_H
#define CONTEXT_LINKS_H

#include "context/items.h"

/* Sets time and same_as of the claim at item i, as indexes into the claims of the sentence. */
void links_find(struct clause *clause, uint32_t i);

#endif
