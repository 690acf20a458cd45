/* Change and role: "rose [4%]", "from [2%] to [40%]", "a [3%] drop". */
#ifndef CONTEXT_CHANGE_H
#define CONTEXT_CHANGE_H

#include "context/items.h"

/* Sets change and role of the claim at item i; the claims before it are done. */
void change_find(struct clause *clause, uint32_t i);

#endif
