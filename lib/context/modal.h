/* How a verb before a figure means it. */
#ifndef CONTEXT_MODAL_H
#define CONTEXT_MODAL_H

#include "context/items.h"

/* The traits of the verb at an item, with those that follow from what stands beside it: AIM, EXPECT, WOULD and POSSIBLE. */
uint64_t modal_of_verb(const struct clause *clause, uint32_t at);

#endif
