/* How a verb before a figure means it. */
#ifndef CONTEXT_MODAL_H
#define CONTEXT_MODAL_H

#include "context/items.h"

/* The traits of the verb at an item, with those that follow from what stands beside it: AIM, EXPECT and WOULD. */
uint64_t modal_of_verb(const struct clause *clause, uint32_t at);

/* "Norvik | is | to cut 500 jobs", "the tax | is | to be raised to 5%", "if Norvik | were | to cut 500 jobs"; but "the
 * best way | is | to cut 500 jobs". */
uint64_t modal_of_be_to(const struct clause *clause, uint32_t be);

#endif
